"""Ways to reach a person: e-mail address, telephone number and postal address."""

import re
from collections.abc import Iterator

from bot.questionlog.dates import DATE
from bot.questionlog.spans import Span

_AT = re.compile(r"@|%40|&#64;|&#x40;|&commat;", re.IGNORECASE)
_LOCAL = frozenset("!#$%&'*+/=?^`{|}~-._")
_HOST = re.compile(r"[\w.-]+")
_WORD = r"[\w+-]{1,64}"
_SPELT = re.compile(
    rf"(?<![\w.+-]){_WORD}(?:(?:\.| (?:punt|dot) | ?[\[({{] ?(?:punt|dot|\.) ?[\])}}] ?){_WORD}){{0,4}}"
    r"(?P<at> ?[\[({<] ?(?:at|apenstaart(?:je)?|@) ?[\])}>] ?| apenstaart(?:je)? ?| at )"
    rf"{_WORD}(?P<dots>(?:(?:\.| (?:punt|dot) | ?[\[({{] ?(?:punt|dot|\.) ?[\])}}] ?){_WORD}){{1,4}})",
    re.IGNORECASE,
)
_GAP = r"[ ./()-]{0,3}"
_NATIONAL = re.compile(rf"(?<!\d)(?=(\(?0{_GAP}[1-9](?:{_GAP}\d){{8}})(?!\d))")
_DUTCH = re.compile(rf"(?<!\d)(?=((?:\+|\(\+|00){_GAP}3{_GAP}1{_GAP}(?:\(0\)|0)?(?:{_GAP}\d){{9}})(?!\d))")
_FOREIGN = re.compile(r"(?<![\w+])(?:\+|00(?=[1-9]\d[ .-]|[34]\d))[1-9](?:[ ./()-]{0,2}\d){7,13}(?!\d)")
_BARE_MOBILE = re.compile(r"(?<!\d)31 ?6(?:[ .-]?\d){8}(?!\d)")
_CUED = re.compile(
    r"\b(?:tel(?:\.|efoon)?(?:nummer|nr)?|mobiel(?:e)?(?:nummer| nummer)?|06-?nummer|whatsapp|phone|mobile|cell|gsm|fax"
    r"|bel(?:len)?(?: mij| me)? op|call me (?:at|on))(?:\.|:| is| nr\.?| nummer| number){0,3} ?"
    r"(?P<number>\+?\(?\d(?:[ ./()-]{0,3}\d){5,14})(?!\d)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w-])([1-9]\d{3}) ?([A-Za-z]{2})(?![^\W\d_])"
    r"(?P<house>[ ,-]{0,2}(?:nr\.? ?|huisnummer )?\d{1,5}(?: ?[a-zA-Z])?(?!\w|-\w{4}))?"
)
_STREET_BEFORE = re.compile(
    r"(?:(?<=\s)|^)(?:[^\W\d_][\w'.-]{0,40} ){0,3}[^\W\d_][\w'.-]{0,40}"
    r" \d{1,5}(?: ?[a-zA-Z]\b)?(?:-\d{1,4})?(?:, ?|\n| ){1,2}$"
)
_STREET = re.compile(
    r"\b[^\W\d_]{2,30}(?:straat|laan|gracht|kade|singel|steeg|plein|dreef) \d{1,5}(?!\d)(?: ?[a-zA-Z]\b)?",
    re.IGNORECASE,
)
_POSTCODE_CUE = re.compile(r"\b(?:postcode|zip ?code|postal code)\W{0,3}(?:is )?$", re.IGNORECASE)
# Words of two letters that follow a number in running text ("2024 is 12 jaar …").
_SHORT_WORDS = frozenset(
    re.findall(
        r"\w+",
        "is en in of de op we ik je te er om ze zo na al nu ok to at on by it as an or he me my so do if ja uw us be no"
        " go up pm am km kb mb gb tb mw cm mm kg ha ai eu nl bv nv vn",
    )
)


def contacts(text: str) -> Iterator[Span]:
    """The e-mail addresses, telephone numbers and postal addresses in a plain text."""
    yield from _emails(text)
    yield from _telephones(text)
    yield from _addresses(text)


def _emails(text: str) -> Iterator[Span]:
    floor = 0
    for at in _AT.finditer(text):
        before, after = text[at.start() - 1 : at.start()] == " ", text[at.end() : at.end() + 1] == " "
        end = at.start() - before
        start = _local_start(text, end, floor)
        floor = at.start()
        host = _HOST.match(text, at.end() + after)
        if host is not None and start < end and _is_host(host.group(), spaced=before or after):
            yield Span(start, host.start() + len(host.group().rstrip("._-")), "e-mail")
    for match in _SPELT.finditer(text):
        if match["at"].strip().lower() != "at" or " punt " in match["dots"].lower():
            yield Span(*match.span(), "e-mail")


def _local_start(text: str, end: int, floor: int) -> int:
    """Where the local part that ends before `end` begins: RFC 5322 atext and dots, or a quoted string."""
    if text[end - 1 : end] == '"':
        opening = text.rfind('"', max(floor, end - 66), end - 1)
        return opening if opening >= 0 else end
    start = end
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in _LOCAL):
        start -= 1
    if text.startswith("/", start) or "?" in text[start:end]:
        value = max(text.rfind(mark, start, end) for mark in "/?&=") + 1
        return value if value < end else start
    return start


def _is_host(run: str, *, spaced: bool) -> bool:
    """Whether there is a domain name or an IPv4 address; `spaced`: its last label must be letters."""
    labels = run.strip("._-").split(".")
    if len(labels) == 4 and "".join(labels).isdecimal():
        return True
    top = labels[-1]
    return len(labels) > 1 and len(top) > 1 and (top.isalpha() if spaced else any(map(str.isalpha, top)))


def _telephones(text: str) -> Iterator[Span]:
    for pattern in (_DUTCH, _NATIONAL):
        for match in pattern.finditer(text):
            if pattern is _DUTCH or _is_dialled(text, *match.span(1)):
                yield Span(*match.span(1), "telefoon")
    for pattern in (_FOREIGN, _BARE_MOBILE):
        yield from (Span(*match.span(), "telefoon") for match in pattern.finditer(text))
    yield from (
        Span(*match.span("number"), "telefoon") for match in _CUED.finditer(text) if not DATE.match(match["number"])
    )


def _is_dialled(text: str, start: int, end: int) -> bool:
    """Whether ten digits that begin with one zero are grouped as a telephone number, and no date or code."""
    number = text[start:end]
    groups = re.findall(r"\d+", number)
    mobile = "".join(groups).startswith("06")
    if DATE.search(text[max(0, start - 5) : end + 5]) and not re.search(r"\d{6}", number):
        return False
    if not mobile and start and (text[start - 1].isalnum() or len(groups[0]) == 2):
        return False
    return mobile or len(groups[0]) > 2 or len(groups) == 2


def _addresses(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        start, end = match.span()
        digits, letters = match.group(1, 2)
        spaced = match.start(2) > match.end(1)
        year = digits.startswith(("19", "20"))
        if letters.lower() in _SHORT_WORDS and (letters.islower() or year) and spaced:
            continue
        cued = _POSTCODE_CUE.search(text, max(0, start - 20), start)
        street = _STREET_BEFORE.search(text, max(0, start - 80), start) if letters.isupper() else None
        if match.group("house") or cued or street:
            yield Span(street.start() if street else start, end, "adres")
    yield from (Span(*match.span(), "adres") for match in _STREET.finditer(text))
