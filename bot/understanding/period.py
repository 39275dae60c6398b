"""Which version of the policy a question asks for: by its name, or by a day in the past."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from bot.understanding.cues import CueIndex
from knowledge.standpoints import Standpoint

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maart march mrt mar", "april apr",
            "mei may", "juni june jun",
            "juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR = re.compile(r"20[0-4]\d")
_LEADS = frozenset("in op sinds per on at from vanaf begin eind medio early late mid".split())


def standpoint_cues(standpoints: Iterable[Standpoint]) -> CueIndex:
    """The cues by which a question names one of the standpoints."""
    return CueIndex((standpoint.id, cue) for standpoint in standpoints for cue in standpoint.cues)


def named_standpoint(words: Sequence[str], cues: CueIndex) -> str | None:
    """The one standpoint that the words name, or None when they name none or several."""
    named = {match.label for match in cues.find(words)}
    return named.pop() if len(named) == 1 else None


def named_day(words: Sequence[str]) -> date | None:
    """The day that the words speak of: `3 maart 2024`, `in januari 2024`, `in 2024`; the middle of a month or year.

    Several different days name none: such a question compares.
    """
    days = {day for index in range(len(words)) if (day := _day_at(words, index)) is not None}
    return days.pop() if len(days) == 1 else None


def _day_at(words: Sequence[str], index: int) -> date | None:
    if not _YEAR.fullmatch(words[index]):
        return None
    year = int(words[index])
    before = words[index - 1] if index else ""
    if before in _MONTHS:
        number = words[index - 2] if index > 1 else ""
        last = monthrange(year, _MONTHS[before])[1]
        day = int(number) if number.isdigit() and 1 <= int(number) <= last else 15
        return date(year, _MONTHS[before], day)
    return date(year, 7, 1) if before in _LEADS else None
