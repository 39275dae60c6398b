"""Check digits: the tests by which a number shows to be a BSN, an IBAN or a card number."""

# Length of an IBAN by country, from the IBAN registry (ISO 13616, SWIFT, release 99).
IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
    "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
    "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
    "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20,
    "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
    "YE": 30,
}  # fmt: skip


def is_bsn(digits: str) -> bool:
    """Whether eight or nine digits pass the eleven-test of the burgerservicenummer.

    Nine times the first digit, eight times the second … two times the eighth, minus the ninth, is a multiple of
    eleven (Regeling vaststelling formaat burgerservicenummer; https://nl.wikipedia.org/wiki/Burgerservicenummer).
    Eight digits lack the leading zero.
    """
    if len(digits) == 8:
        digits = "0" + digits
    if len(digits) != 9 or digits == "000000000":
        return False
    a, b, c, d, e, f, g, h, i = map(int, digits)
    return (9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i) % 11 == 0


def is_iban(characters: str) -> bool:
    """Whether capitals and digits without separators have remainder 1 by ISO 7064 MOD 97-10."""
    turned = characters[4:] + characters[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def is_card_number(digits: str) -> bool:
    """Whether the digits pass the test of Luhn (ISO/IEC 7812-1, annex B) and begin as cards of their length do."""
    prefixes = {13: ("4",), 14: ("30", "36", "38"), 15: ("34", "37"), 16: ("2", "3", "4", "5", "6"), 19: ("4", "6")}
    if not digits.startswith(prefixes.get(len(digits), ("?",))):
        return False
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(value // 10 + value % 10 for value in doubled)) % 10 == 0
