"""Cues: what announces a name, and how to read what follows."""

import re
from typing import NamedTuple


class Style(NamedTuple):
    """How to read what follows a cue.

    `lower`: a word in lower case can be a name. `strict`: tools, organisations and roles are ruled out. `given`: the
    name has to begin with a known given name if it is in lower case, or after a salutation. `many`: other names can
    be added to it.
    """

    lower: bool = False
    strict: bool = True
    given: bool = False
    many: bool = False


STYLES = {
    "address": Style(lower=True, strict=False),
    "addresses": Style(lower=True, strict=False, many=True),
    "title": Style(),
    "relations": Style(many=True),
    "relation": Style(),
    "introduction": Style(lower=True),
    "being": Style(given=True),
    "salutation": Style(given=True, lower=True),
}
_CUES = {
    "address": (
        r"(?:mevrouw|meneer|mijnheer|de heer|madam|mister|mevr|dhr|mrs)(?=[ \n])"
        r"|(?<!\d )(?:mevr|dhr|mw|mrs|mr|ms|fam|dr|drs|ir|ing|prof)\."
    ),
    "addresses": r"de heren(?=[ \n])",
    "title": r"(?<!\d )(?-i:Mr|Ms|Miss|mr|ms|[Mm]w|[Ff]amilie|[Hh]eer|[Dd]rs?|[Pp]rof)(?=[ \n])",
    "relations": r"(?:collega'?s|colleagues)(?=[ \n])",
    "relation": (
        r"(?:mijn|my|onze|our|de|een) (?:man|vrouw|zoon|dochter|baas|chef|leidinggevende|manager|buurman|buurvrouw"
        r"|broer|zus|vader|moeder|vriend|vriendin|teamleider|sollicitant|kandidaat|cli[eë]nte?|pati[eë]nte?|leerling|student"
        r"|verdachte|inwoner|burger|boss|husband|wife|son|daughter|applicant|client)(?=[ \n])"
        r"|(?:collega|colleague)(?=[ \n])|(?:voor|achter|volledige )?(?:naam|name) ?:"
        r"|(?:contactpersoon|afzender|aanvrager|indiener|t\.a\.v|ter attentie van)(?: ?[:.]| )"
    ),
    "introduction": (
        r"(?:mijn|m'n|my|zijn|haar|his|her) (?:naam|name) (?:is|luidt)(?=[ \n:])"
        r"|(?:ik heet|[uj]e? spreekt met)(?=[ \n])"
    ),
    "being": r"(?:ik ben|i am|i'm)(?=[ \n])",
    "salutation": r"(?:beste|hoi|hallo|hey|dag|dear|hi|hello)(?=[ \n])",
}
# One pattern for all, so that a text is gone through once; the name of the group that matched is that of the style.
CUE = re.compile(
    rf"(?<![\w\[])(?=[a-z])(?:{'|'.join(f'(?P<{name}>{cue})' for name, cue in _CUES.items())})", re.IGNORECASE
)
