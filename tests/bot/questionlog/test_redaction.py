"""What is masked, what stays, and the laws that masking keeps."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.questionlog.checks import IBAN_LENGTHS, is_bsn, is_card_number, is_iban
from bot.questionlog.redaction import mask


def wide(text: str) -> str:
    """`text` in full-width characters."""
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


MASKED = [
    ("mail jan.jansen@minbzk.nl even", "mail [e-mail] even"),
    ("jan at minbzk punt nl", "[e-mail]"),
    ("jan (at) minbzk (punt) nl", "[e-mail]"),
    ("https://x.nl/?email=jan@x.nl&y=2", "https://x.nl/?email=[e-mail]&y=2"),
    ("https://x.nl/?email=jan%40x.nl", "https://x.nl/?email=[e-mail]"),
    ("<mailto:jan@x.nl|jan@x.nl>", "<mailto:[e-mail]>"),
    ("j\u00adan@min\u200bbzk.nl", "[e-mail]"),
    (wide("jan@minbzk.nl"), "[e-mail]"),
    ("06-12345678", "[telefoon]"),
    ("bel 06 12 34 56 78 of 06.12.34.56.78", "bel [telefoon] of [telefoon]"),
    ("+31 6 12345678, 0031612345678, +31 (0)70 123 4567", "[telefoon], [telefoon], [telefoon]"),
    ("(070) 123 45 67 en 070-1234567", "[telefoon] en [telefoon]"),
    ("tel: 123 45 67", "tel: [telefoon]"),
    ("+32 470 12 34 56", "[telefoon]"),
    ("06\u00a012\u00a034\u00a056\u00a078", "[telefoon]"),
    (wide("06-12345678") + " of ٠٦١٢٣٤٥٦٧٨", "[telefoon] of [telefoon]"),
    ("0\u200b6\u20111\u00ad2345678", "[telefoon]"),
    ("BSN123456782", "BSN[bsn]"),
    ("1234.56.782, 123 456 782, 123-45-6782", "[bsn], [bsn], [bsn]"),
    ("van 12345672 is het dossier", "van [bsn] is het dossier"),
    ("2023 123456782 5", "2023 [bsn] 5"),
    ("1234\u200b56782 en " + wide("123456782"), "[bsn] en [bsn]"),
    ("NL91 ABNA 0417 1643 00", "[iban]"),
    ("nl91abna0417164300 en DE89370400440532013000", "[iban] en [iban]"),
    ("op xNL91ABNA0417164300y", "op x[iban]y"),
    ("mevrouw Jansen belt", "mevrouw [naam] belt"),
    ("de heer J.P. de Vries mag", "de heer [naam] mag"),
    ("dhr. van der Berg-Jansen en mw. 't Hart", "dhr. [naam] en mw. [naam]"),
    ("Mevr. Y\u0131lmaz, meneer El Amrani", "Mevr. [naam], meneer [naam]"),
    ("mevrouw jansen heeft een vraag", "mevrouw [naam] heeft een vraag"),
    ("meneer van den berg mag dat", "meneer [naam] mag dat"),
    ("Mag mevrouw Jansen Copilot gebruiken", "Mag mevrouw [naam] Copilot gebruiken"),
    ("MEVROUW JANSEN HEEFT ChatGPT", "MEVROUW [naam] HEEFT ChatGPT"),
    (
        "familie Jansen, Mr. Smith, Mrs. Brown, Ms. Doe, Miss Marple",
        "familie [naam], Mr. [naam], Mrs. [naam], Ms. [naam], Miss [naam]",
    ),
    ("mijn collega Anna gebruikt Gemini", "mijn collega [naam] gebruikt Gemini"),
    ("collega's Jan en Piet", "collega's [naam] en [naam]"),
    ("mijn naam is jan jansen en ik", "mijn naam is [naam] en ik"),
    ("Ik ben Jan Jansen van ICT", "Ik ben [naam] van ICT"),
    ("my name is John Smith", "my name is [naam]"),
    ("gegevens van Fatima El Amrani invoeren", "gegevens van [naam] invoeren"),
    ("groeten, Jan", "groeten, [naam]"),
    ("Met vriendelijke groet,\nJ. de Vries", "Met vriendelijke groet,\n[naam]"),
    ("mevrouw Jose\u0301 mag", "mevrouw [naam] mag"),
    ("ik woon op 1234 AB 12", "ik woon op [adres]"),
    ("Turfmarkt 147, 2511 DP Den Haag", "[adres] Den Haag"),
    ("geboren op 3 maart 1980", "geboren op [geboortedatum]"),
    ("geb. 03-03-1980", "geb. [geboortedatum]"),
    ("kaart 4111 1111 1111 1111", "kaart [kaartnummer]"),
]

KEPT = [
    "Mag ik ChatGPT, Claude, Copilot of Gemini gebruiken voor een brief?",
    "mijn collega Copilot en collega Claude",
    "mevrouw van de afdeling, mevrouw die na een herseninfarct hulp nodig heeft, meneer heeft gelijk",
    "Geachte mevrouw/meneer, Mag ik dit?",
    "ik ben ambtenaar; Ik ben CIO; Ik ben Functionaris Gegevensbescherming; ik ben Nederlander; Ik ben Wmo-consulent",
    "de MR Heeft; MS Teams; I miss Copilot; 5 mw per uur",
    "kst-26643-1098, 2023-0000732113 en vergaderjaar 2023-2024",
    "in 2023, 2024 en 2025; sinds 2024 is 12 keer gevraagd",
    "€ 1.234.567,89 en 123.456.782,00 euro",
    "van 01-02-2023 tot 03-04-2023, op 20231123",
    "2023-06-11 12.30.45",
    "123456789 is geen BSN",
    "NL91ABNA0417164301 is geen IBAN",
    "4111 1111 1111 1112",
    "look at chatgpt.com, volg @minbzk",
    "vanaf 3 maart 1980, geldig tot 2030",
    "v50990862-1f2d-4b9c-8a36-1234ab567890",
    "[e-mail] [telefoon] [bsn] [iban] [naam] [adres] [geboortedatum] [kaartnummer]",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_personal_data_make_way_for_their_kind(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_personal_stays(text: str) -> None:
    assert mask(text).text == text
    assert mask(text).kinds == ()


def test_the_kinds_are_named_once_in_the_order_of_the_text() -> None:
    assert mask("mevrouw Jansen, 06-12345678, jan@x.nl of piet@x.nl").kinds == ("naam", "telefoon", "e-mail")


def test_what_a_number_hid_is_masked_once_the_number_is_gone() -> None:
    once = mask("NL91ABNA0417164300123456782")
    assert once.text == "[iban][bsn]"
    assert mask(once.text).text == once.text


def bsns() -> st.SearchStrategy[str]:
    def with_last_digit(number: int) -> str:
        rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), f"{number:08}", strict=True)) % 11
        return f"{number:08}{rest}"

    return st.integers(10**6, 10**8 - 1).map(with_last_digit).filter(lambda bsn: len(bsn) == 9)


def ibans() -> st.SearchStrategy[str]:
    def with_check_digits(country: str, account: str) -> str:
        tail = account[: IBAN_LENGTHS[country] - 4]
        return next(iban for check in range(100) if is_iban(iban := f"{country}{check:02}{tail}"))

    return st.builds(
        with_check_digits, st.sampled_from(sorted(IBAN_LENGTHS)), st.from_regex(r"[0-9]{30}", fullmatch=True)
    )


def surroundings() -> st.SearchStrategy[str]:
    """Any text that does not lengthen a number or an address that stands next to it."""
    pieces = st.sampled_from(
        ["mevrouw ", "06-", "geb. ", "@", "collega Jan ", " 1234 AB", "(", "NL91", "[naam]", "\u200b", "Ik ben"]
    )
    return st.lists(st.one_of(st.text(max_size=12), pieces), max_size=4).map("".join)


@given(st.one_of(surroundings(), st.lists(st.sampled_from([text for text, _ in MASKED]), max_size=4).map("".join)))
@example("M." * 40)
@example("Jan " * 40)
@settings(max_examples=400, deadline=None)
def test_masking_again_changes_nothing(text: str) -> None:
    once = mask(text)
    assert mask(once.text).text == once.text
    assert mask(once.text).kinds == ()


@given(
    surroundings(),
    bsns(),
    surroundings(),
    st.sampled_from(["{}", "{:.4}.{:.2}.{}", "{:.3} {:.3} {}", "{:.3}-{:.2}-{}"]),
)
@settings(max_examples=300, deadline=None)
def test_no_bsn_survives_in_any_text(before: str, bsn: str, after: str, form: str) -> None:
    lengths = {"{}": (9,), "{:.4}.{:.2}.{}": (4, 2, 3), "{:.3} {:.3} {}": (3, 3, 3), "{:.3}-{:.2}-{}": (3, 2, 4)}[form]
    groups = [bsn[sum(lengths[:n]) : sum(lengths[: n + 1])] for n in range(len(lengths))]
    written = form.format(*groups)
    assert written not in mask(f"{before} x{written}x {after}").text


@given(surroundings(), ibans(), surroundings(), st.booleans(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_iban_survives_in_any_text(before: str, iban: str, after: str, spaced: bool, lower: bool) -> None:
    written = " ".join(iban[n : n + 4] for n in range(0, len(iban), 4)) if spaced else iban
    written = written.lower() if lower else written
    assert written not in mask(f"{before}{written}{after}").text


@given(surroundings(), st.emails(), surroundings())
@example("", "/@A.AC", "")
@settings(max_examples=300, deadline=None)
def test_no_e_mail_address_survives_in_any_text(before: str, address: str, after: str) -> None:
    assert address not in mask(f"{before} {address} {after}").text


@given(bsns(), st.integers(0, 8), st.integers(1, 9))
def test_a_wrong_digit_is_seen_by_the_eleven_test(bsn: str, place: int, off: int) -> None:
    wrong = bsn[:place] + str((int(bsn[place]) + off) % 10) + bsn[place + 1 :]
    assert not is_bsn(wrong)


def test_a_card_number_passes_luhn_and_has_the_prefix_of_an_issuer() -> None:
    assert is_card_number("4111111111111111")
    assert not is_card_number("4111111111111112")
    assert not is_card_number("9111111111111110")
