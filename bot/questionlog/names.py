"""Names of people: found by what stands before them, as a name by itself looks like any other word."""

import re
from collections.abc import Iterator

from bot.questionlog.cues import CUE, STYLES, Style
from bot.questionlog.spans import Span
from bot.questionlog.words import GIVEN_NAMES, LEANING, NOT_PERSONS, ORDINARY, PREFIXES, ROLES, TITLES

_MOST_PARTS = 8
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)++(?![^\W\d_]{2,}\.)")
_WORD = re.compile(r"v\.d\.|v/d|(?:[^\W\d_]{1,2}')?[^\W\d_]+(?:(?:'|-'?)[^\W\d_]+)*|'[ts](?!\w)", re.IGNORECASE)
_SPACE = re.compile(r" {0,3}")
_AND = re.compile(r" ?, ?| en | and | & ")
_ROLE_ENDING = re.compile(
    r"(?:ambtenaar|adviseur|medewerker|manager|officer|jurist|specialist|leider|houder|'ers?|deskundige|consulent|beheerder"
    r"|coach|co[oö]rdinator|regisseur|ontwikkelaar|architect|onderzoeker|inspecteur|redacteur|trainee|stagiaire?)$"
)


_SIGNATURE = re.compile(
    r"(?<![\w\[])(?<!\d )(?:groeten|groet|groetjes|mvg|m\.v\.g\.|gr\.?|regards|hoogachtend)"
    r"(?: van| aan)?[,.!:]?[ \n]{1,4}",
    re.IGNORECASE,
)
_END = re.compile(r"[ .!\n]*\Z")
_GIVEN = re.compile(r"(?<![\w\[.@-])[A-Z][^\W\d_]{1,13}(?= )")
_BARE_INITIALS = re.compile(r"(?<![\w.\[])(?<![A-Z]\. )(?:[A-Z]\. ?)++(?=[A-Za-z'])")
_NO_INITIALS = {"us", "eu", "nv", "bv", "ai", "kb", "mb", "vn", "ad", "pc", "uk"}


def names(text: str) -> Iterator[Span]:
    """The names of people in a plain text, for as far as something before them announces a name."""
    for match in CUE.finditer(text):
        yield from _read(text, match.end(), STYLES[str(match.lastgroup)])
    for match in _SIGNATURE.finditer(text):
        span = next(_read(text, match.end(), Style(lower=True)), None)
        if span is not None and (text[span.start].isupper() or _END.match(text, span.end)):
            yield span
    reached = 0
    for match in _GIVEN.finditer(text):
        if match.start() >= reached and match.group().lower() in GIVEN_NAMES:
            span = next(_read(text, match.start(), Style()), None)
            if span is not None and span.end > match.end():
                reached = span.end
                yield span
    for match in _BARE_INITIALS.finditer(text):
        letters = re.sub(r"[. ]", "", match.group()).lower()
        rest = _WORD.match(text, match.end())
        if rest and letters not in _NO_INITIALS and (len(letters) > 1 or rest.group().lower() in PREFIXES):
            yield from (Span(match.start(), span.end, "naam") for span in _read(text, match.end(), Style()))


def _read(text: str, cue_end: int, style: Style) -> Iterator[Span]:
    """The name that follows a cue, and after a plural the names that are added to it."""
    end = cue_end
    for _ in range(_MOST_PARTS if style.many else 1):
        start = end
        while start < len(text) and start < end + 3 and text[start] in " \n:":
            start += 1
        end = _name_end(text, start, style)
        if end == start:
            return
        yield Span(start, end, "naam")
        more = _AND.match(text, end)
        if more is None:
            return
        end, style = more.end(), style._replace(lower=False, strict=True)


def _name_end(text: str, start: int, style: Style) -> int:
    """Where the name that begins at `start` ends; `start` if there is none."""
    place = end = start
    previous = ""
    for _ in range(_MOST_PARTS):
        part = _INITIALS.match(text, place)
        if part is not None and (part.group().isupper() or (style.lower and not previous)):
            end = part.end()
        else:
            part = _WORD.match(text, place)
            if part is None:
                break
            word = part.group()
            if word.lower() in TITLES and end == start and text[part.end() : part.end() + 1] == ".":
                place = _after_space(text, part.end() + 1)
                continue
            if _is_prefix(text, part):
                place = _after_space(text, part.end())
                continue
            if not _is_name(word, previous, style):
                break
            end, previous = part.end(), word
            if word[0].islower() and word.lower() not in GIVEN_NAMES:
                break
        place = _after_space(text, part.end())
    return end


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _is_prefix(text: str, part: re.Match[str]) -> bool:
    word = part.group().lower()
    if word not in LEANING:
        return word in PREFIXES
    following = _WORD.match(text, _after_space(text, part.end()))
    return following is not None and following.group() in PREFIXES - LEANING


def _is_name(word: str, previous: str, style: Style) -> bool:
    """Whether `word` can be the next part of a name of which `previous` is the part before, empty for none."""
    low = word.lower()
    if low in ORDINARY:
        return False
    if word[0].islower():
        if not style.lower and not style.given:
            return False
        if not previous:
            return low in GIVEN_NAMES or not (style.given or low in NOT_PERSONS)
        return previous.islower() and previous in GIVEN_NAMES and low not in NOT_PERSONS
    if not previous and not style.strict:
        return True
    if low in NOT_PERSONS or low in ROLES or _ROLE_ENDING.search(low):
        return False
    if low in GIVEN_NAMES:
        return True
    if not previous and style.given and style.lower:
        return False
    return not _is_abbreviation(word) or (len(word) > 3 and (previous.isupper() or style.lower))


def _is_abbreviation(word: str) -> bool:
    """Whether a word begins as an abbreviation does, with two capitals, as IJ at the beginning of a name does not."""
    return word[:2].isupper() and len(word) > 1 and not word.startswith("IJ")
