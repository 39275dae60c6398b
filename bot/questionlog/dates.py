"""Dates: how they are written, and which of them is someone's date of birth."""

import re
from collections.abc import Iterator

from bot.questionlog.spans import Span

_DAY, _NUMBER, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
DATE = re.compile(
    rf"(?<!\d)(?:{_YEAR}(?P<first>[-./]){_NUMBER}(?P=first){_DAY}|{_DAY}(?P<last>[-./]){_NUMBER}(?P=last){_YEAR})(?!\d)"
)
_COMPACT = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july"
    r"|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BIRTH_DATE = (
    rf"(?:\d{{1,2}}(?:e|de|ste|st|nd|rd|th)?[- ](?:of )?{_MONTH}(?:[-, ]{{1,2}}(?:\d{{4}}|'?\d\d))?(?!\d)"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\d)"
    r"|\d{1,2} ?[-./ ] ?\d{1,2} ?[-./ ] ?(?:\d{4}|\d\d)(?!\d)|\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}(?!\d)"
    r"|(?:19|20)\d{6}(?!\d)|\d{4}(?:19|20)\d\d(?!\d))"
)
_BORN = re.compile(
    rf"(?:\bgeb(?:oren|oortedatum|oortedag|\b)|\bborn\b|\bdate of birth\b|\bbirth ?(?:date|day)\b|\bdob\b"
    rf"|\bverjaardag\b|\bjarig\b)[^\d\n]{{0,30}}?(?P<date>{_BIRTH_DATE})",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:geb|born|date of birth|birth|dob|verjaardag|jarig)", re.IGNORECASE)
_BORN_AFTER = re.compile(
    rf"(?<!\d)(?P<date>{_BIRTH_DATE})(?: \w{{1,20}}){{0,2}},? (?:is |ben |was )?(?:geboren|born)\b",
    re.IGNORECASE,
)


def birth_dates(text: str) -> Iterator[Span]:
    """The dates of birth in a plain text: dates that stand close to a word for being born."""
    if not _BIRTH.search(text):
        return
    for pattern in (_BORN, _BORN_AFTER):
        yield from (Span(*match.span("date"), "geboortedatum") for match in pattern.finditer(text))


def is_compact_date(digits: str) -> bool:
    """Whether eight digits can be read as year, month, day or as day, month, year."""
    return _COMPACT.fullmatch(digits) is not None
