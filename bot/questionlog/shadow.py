"""The shadow of a text: what a reader sees, in plain characters, with the place of each in the original."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.questionlog.spans import KINDS, token

BARRIER = "\x01"
_TOKEN = re.compile("|".join(re.escape(token(kind)) for kind in KINDS))
_LONGEST = 4  # an Arabic ligature can stand for eighteen characters, none of which matter here
_LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
# Default_Ignorable_Code_Point (Unicode Standard Annex 44) for as far as it is not in category Cf or Mn.
_BLANKS = "\u115f\u1160\u3164\uffa0"
_REPLACED = str.maketrans("`\u00b4\u2018\u2019\u02bc\u3002\u2212\u2043", "'''''.--")


class Shadow(NamedTuple):
    """The plain characters, and where each begins in the original; `offsets` has the length of the original added."""

    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range in the original of the characters from `start` up to `end`, which are at least one.

        Invisible characters and accents behind the last character belong to it.
        """
        first, last = self.offsets[start], self.offsets[end - 1]
        while self.offsets[end] == last:
            end += 1
        return first, self.offsets[end]


def shadow(text: str) -> Shadow:
    """`text` as it looks: digits and letters in their plain form, every dash a hyphen, nothing invisible.

    Compatibility forms (full-width, mathematical, ligatures) are resolved by NFKC and decimal digits of every script
    become 0-9; superscripts and subscripts stay, as they are notes and not part of the number before them. What
    `mask` put into an earlier text becomes a barrier that no pattern matches.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return Shadow(_TOKEN.sub(_barrier, text.translate(_REPLACED)), range(len(text) + 1))
    seen = [_plain(character) for character in text]
    offsets = [place for place, characters in enumerate(seen) for _ in characters]
    return Shadow(_TOKEN.sub(_barrier, "".join(seen)), [*offsets, len(text)])


def _barrier(match: re.Match[str]) -> str:
    return BARRIER * len(match.group())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _LINE_BREAKS:
        return "\n"
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category in {"Cf", "Cc", "Mn", "Me"} or character in _BLANKS:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if unicodedata.decomposition(character).startswith(("<super>", "<sub>")):
        return character
    seen = unicodedata.normalize("NFKC", character.translate(_REPLACED)).translate(_REPLACED)
    return "".join(map(_simple, seen)) if len(seen) <= _LONGEST else character


def _simple(part: str) -> str:
    category = unicodedata.category(part)
    if category == "Mn":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    return {"Pd": "-", "Zs": " "}.get(category, part)
