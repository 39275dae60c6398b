"""Whether a word of the question is denied: "zonder namen", "no personal data", "de namen haal ik weg"."""

from collections.abc import Sequence

from bot.understanding.cues import STOP

_DENIALS = frozenset(
    """geen zonder niet niks nooit noch no not without none never neither nor dont doesnt isnt arent nergens
    nothing skip nee niemand nobody buiten outside""".split()
)
_REFUSALS = frozenset("niet not nee nooit never isnt arent dont doesnt".split())
# Words that may stand between a denial and what it denies.
_BRIDGES = frozenset(
    """de het een enkele enkel enig enige eens meer any the a an single of or en and verder andere other
    persoonlijke vertrouwelijke gevoelige concrete echte namen adressen naam adres bsn name names address
    addresses real actual bevat bevatten contain contains containing include includes including staan staat
    hebben have has heeft meerdere bijzondere die deze dit dat zijn haar hun mijn ons onze those these their
    his her our my this that mee eerst first in on aan binnen inside within personal confidential sensitive
    nog al yet gedaan done echt really""".split()
)
_REMOVALS = (
    "verwijder", "weghaal", "weghal", "weggehaald", "weglaat", "weggelaten", "weglat", "anonimis", "geanonimis",
    "anoniem", "pseudonim", "gepseudonim", "gestreept", "weggelakt", "zwartgelakt", "afgeschermd", "gewist", "schrap",
    "geschrapt", "eruit", "gestript", "remov", "redact", "strip", "anonym", "delet", "pseudonym", "scrub", "blacked",
    "unrecogni", "onherkenbaar",
)  # fmt: skip
_SPLIT = {
    **dict.fromkeys(("haal", "halen", "haalt"), frozenset(("weg", "uit"))),
    **dict.fromkeys(("laat", "laten"), frozenset(("weg", "achterwege"))),
    **dict.fromkeys(("lak", "streep", "maak", "wis"), frozenset(("weg", "door", "zwart"))),
    **dict.fromkeys(("leave", "left", "take", "taken", "took", "black", "cut"), frozenset(("out", "away"))),
}
_NEAR = 9
_CONJUNCTIONS = frozenset("en and maar but want terwijl while dus so".split())
_LEFT_OUT = (
    "overslaan", "overgeslagen", "achterwege", "skip", "ontbre", "vergeten", "missing", "forgot", "niemand", "nobody",
    "ontbraken", "lacking", "lack",
)  # fmt: skip
_NOT_YET = frozenset(
    """nog loopt lopen bezig voordat before until totdat zolang while pending straks later volgt wordt worden
    negatief negative going being still buiten""".split()
)
_LATER = ("volgend", "binnenkort", "onderweg", "progress", "schedul", "gepland", "planned")
_NOT_ONLY = frozenset("alleen only just slechts enkel".split())


def denied_before(words: Sequence[str], start: int) -> bool:
    """Whether a denial stands before the word at `start`, with at most articles and other listed things between."""
    for index in range(start - 1, max(-1, start - 7), -1):
        word = words[index]
        if word in _DENIALS:
            return words[index + 1] not in _NOT_ONLY and not _doubled(words, index)
        if word not in _BRIDGES:
            return False
    return False


def doubly_denied(words: Sequence[str], start: int) -> bool:
    """Whether two denials stand before the word ("niet zonder namen"): nobody can tell what is meant."""
    for index in range(start - 1, max(-1, start - 7), -1):
        if words[index] in _DENIALS:
            return _doubled(words, index)
        if words[index] not in _BRIDGES:
            return False
    return False


def removed(words: Sequence[str], end: int) -> bool:
    """Whether the asker says that the thing whose words end at `end` is not in it, or is or will be taken out."""
    around = (*_sentence(words[end : end + 5]), *_sentence(words[max(0, end - 1 - _NEAR) : end - 1][::-1]))
    return _takes_out(around) or denied_after(words, end)


def denied_within(between: Sequence[str]) -> bool:
    """Whether a denial stands between the words of a cue: "heeft nog geen contract"."""
    return any(word in _DENIALS for word in between)


def clause_of(words: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    """The words around a place, up to the end of the sentence or a conjunction, at most nine on either side."""
    before, after = words[max(0, start - _NEAR) : start][::-1], words[end : end + _NEAR]
    return (*reversed(_clause(before)), *words[start:end], *_clause(after))


def denied_in_clause(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a denial, or a word for leaving out, stands in the clause.

    Behind the words only a denial of what was said counts: "niet", but not "geen" of something else.
    """
    before, after = _clause(words[max(0, start - _NEAR) : start][::-1]), _clause(words[end : end + _NEAR])
    denied = any(word in _DENIALS for word in (*before, *words[start:end])) or any(word in _REFUSALS for word in after)
    return denied or any(word.startswith(_LEFT_OUT) for word in (*before, *after))


def not_taken(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the clause says that a step was not taken, or not yet: "loopt nog", "before it is finished"."""
    clause = clause_of(words, start, end)
    return denied_in_clause(words, start, end) or any(w in _NOT_YET or w.startswith(_LATER) for w in clause)


def denied_after(words: Sequence[str], end: int) -> bool:
    """Whether a denial follows at once: "namen staan er niet in", "personal data is not included"."""
    after = words[end : end + 5]
    for index, word in enumerate(after):
        if word in ("niet", "not", "isnt", "arent"):
            return index + 1 >= len(after) or after[index + 1] not in _NOT_ONLY
        if word not in (
            "staan",
            "staat",
            "zitten",
            "zit",
            "er",
            "is",
            "are",
            "zijn",
            "komen",
            "gaan",
            "nog",
            "daar",
            "hier",
            "worden",
        ):
            return False
    return False


def _sentence(words: Sequence[str]) -> Sequence[str]:
    """The words up to the end of the sentence."""
    return words[: words.index(STOP)] if STOP in words else words


def _clause(words: Sequence[str]) -> Sequence[str]:
    """The words up to the end of the clause."""
    for index, word in enumerate(words):
        if word == STOP or word in _CONJUNCTIONS:
            return words[:index]
    return words


def _doubled(words: Sequence[str], index: int) -> bool:
    return index > 0 and words[index - 1] in _DENIALS


def _takes_out(words: Sequence[str]) -> bool:
    return any(word.startswith(_REMOVALS) or (_SPLIT.get(word, frozenset()) & {*words}) for word in words)
