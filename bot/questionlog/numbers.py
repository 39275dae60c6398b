"""Numbers that point at one person: BSN, IBAN and card number."""

import re
from collections.abc import Iterator

from bot.questionlog.checks import IBAN_LENGTHS, is_bsn, is_card_number, is_iban
from bot.questionlog.dates import DATE, is_compact_date
from bot.questionlog.spans import Span

_GAP = r"(?: {1,2}| ?- ?|[./_])"
_NO_GAPS = str.maketrans("", "", " -./_")
_NINE = re.compile(rf"(?<!\d)(?=(\d(?:{_GAP}?\d){{8}})(?!\d))")
_EIGHT = re.compile(rf"(?<!\d)(?=(\d{{8}}|\d{{2,3}}{_GAP}\d{{2,3}}{_GAP}\d{{3}})(?!\d))")
_BSN_CUE = re.compile(r"(?:\bb\.?s\.?n|burger ?service|sofi|citizen service)[^\d\n]{0,30}$", re.IGNORECASE)
_EURO_BEFORE = re.compile(r"(?:€|\beur|\beuro) ?$", re.IGNORECASE)
_EURO_AFTER = re.compile(r",\d\d|,-| ?(?:€|eur)", re.IGNORECASE)
_COMMON_GROUPS = {(3, 3, 3), (4, 2, 3), (3, 2, 4), (2, 2, 2, 3), (3, 2, 2, 2), (2, 3, 2, 2), (1,) * 9, (3, 2, 3)}
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CARD_GROUPS = re.compile(r"(?<!\d)(?=(\d{4}(?:[ -]\d{4}){3}|\d{4}[ -]\d{6}[ -]\d{4,5})(?!\d))")
_CARD_DIGITS = re.compile(r"(?<!\d)\d{13,19}(?!\d)")
_IBAN_START = re.compile(r"(?=([A-Za-z]{2}(?:[ .-]?\d){2}))")
_IBAN_REST = re.compile(r"[A-Za-z0-9](?:[ .-]{0,2}[A-Za-z0-9]){14,32}")


def numbers(text: str) -> Iterator[Span]:
    """The BSNs, IBANs and card numbers in a plain text."""
    yield from _bsns(text)
    yield from _ibans(text)
    yield from _cards(text)


def _bsns(text: str) -> Iterator[Span]:
    dates = {place for match in DATE.finditer(text) for place in range(*match.span())}
    for pattern in (_NINE, _EIGHT):
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if not is_bsn(match.group(1).translate(_NO_GAPS)):
                continue
            named = _BSN_CUE.search(text, max(0, start - 45), start)
            if named or ({start, end - 1}.isdisjoint(dates) and _is_written_as_bsn(text, start, end)):
                yield Span(start, end, "bsn")


def _is_written_as_bsn(text: str, start: int, end: int) -> bool:
    """Whether digits that pass the test are grouped as a BSN, rather than as an amount, a year or a document number."""
    groups = re.findall(r"\d+", text[start:end])
    gaps = [gap.strip() for gap in re.findall(r"\D+", text[start:end])]
    lengths = tuple(map(len, groups))
    if lengths == (8,):
        return groups[0][0] != "0" and not is_compact_date(groups[0])
    if lengths == (9,):
        return True
    if lengths == (3, 3, 3) and gaps == [".", "."]:
        return not (_EURO_BEFORE.search(text, max(0, start - 6), start) or _EURO_AFTER.match(text, end))
    if lengths in _COMMON_GROUPS:
        return True
    if sum(lengths) == 8:
        return False
    dossier = groups[0] if lengths == (5, 4) else groups[0] + groups[1] if lengths == (2, 3, 4) else ""
    if dossier and 10000 <= int(dossier) < 40000:
        return False
    return not any(_YEAR.match(group) for group in groups)


def _cards(text: str) -> Iterator[Span]:
    for match in _CARD_DIGITS.finditer(text):
        if is_card_number(match.group()):
            yield Span(*match.span(), "kaartnummer")
    for match in _CARD_GROUPS.finditer(text):
        if is_card_number(re.sub(r"\D", "", match.group(1))):
            yield Span(*match.span(1), "kaartnummer")


def _ibans(text: str) -> Iterator[Span]:
    for start in _IBAN_START.finditer(text):
        length = IBAN_LENGTHS.get(start.group(1)[:2].upper())
        rest = _IBAN_REST.match(text, start.start()) if length else None
        if length is None or rest is None:
            continue
        places = [place for place in range(*rest.span()) if text[place].isalnum()][:length]
        characters = "".join(text[place] for place in places).upper()
        if len(places) == length and sum(map(str.isdigit, characters)) >= 8 and is_iban(characters):
            yield Span(places[0], places[-1] + 1, "iban")
