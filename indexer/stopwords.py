"""Words without content of their own, per language: data for the analyzer."""

from typing import Literal

Language = Literal["nl", "en"]

SNOWBALL_DUTCH = frozenset(
    """
    de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat
    mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog
    zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles
    onder ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand
    geweest andere
    """.split()
)
"""Snowball's list: https://snowballstem.org/algorithms/dutch/stop.txt."""

QUESTION_WORDS = frozenset(
    """
    jouw jullie kun kunt mag mogen moeten onze via waar waarom waarvoor wanneer we welk welke wij
    """.split()
)
"""What makes a sentence a question, as questions have it and the passages that answer them do not."""

DUTCH = SNOWBALL_DUTCH | QUESTION_WORDS

ENGLISH = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below between both but
    by can could did do does doing down during each etc every few for from further get gets got had has have having
    he her here hers herself him himself his how i if in into is it its itself just let like many may me might more
    most much must my myself no nor not now of off on once one only or other our ours ourselves out over own per
    please same shall she should so some such than that the their theirs them themselves then there these they this
    those through to too under until up us very via was we were what when where whether which while who whom why
    will with within without would yes you your yours yourself yourselves
    """.split()
)

STOPWORDS: dict[Language, frozenset[str]] = {"nl": DUTCH, "en": ENGLISH}
