"""Words that carry no subject: stop words, question words, and the small change of asking."""

from bot.understanding.speech import QUESTION_WORDS
from indexer.stopwords import STOPWORDS

_CARRIERS = frozenset(
    """aan achter actueel allemaal allen alvast beetje begrijp begrijpen bekend bent best beste betekent betreft bezig
    bijna daar daarin daarmee daarna daarvan dacht denken denk denkt doen doet door dus echt eens eerst
    eigenlijk elkaar enig ergens even gaan gaat gebeurd gebeurt gebruik gebruiken gebruikt gedaan geef geeft
    geen gegaan gekregen geldt gelden genoemd geschreven gevonden geweest gezegd gisteren graag groot grote haal
    haalt heet heten helemaal hield hierover hoor hoort houdt houden iedereen iemand inhoudt juist kennen kent
    keer klopt komen komt kreeg krijg krijgen krijgt kun kunnen laat laatst laatste langs leest lees lezen lijkt
    lopen maakt maken mensen merk misschien moeten momenteel morgen naam namelijk natuurlijk nemen neemt net
    nieuw nieuwe niks nodig noemen noemde noemt nou omgaan ongeveer onlangs ons onze opgesteld opvragen overal
    paar precies raak samen schrijft sinds sommige soort spreekt staan staat stelt stelde steeds straks toch
    toen trouwens uitleggen vallen valt vandaan vandaag vanuit veel vertel vertellen vertelde verder vind vinden
    vindt volgens voorbeeld vooral vraag vragen waar waarom waarop wanneer weet weten weer welke wel werd werken
    werkt wie wil willen worden wordt wou zeg zeggen zegt zien ziet zit zoek zoals zocht zou zulke zijn about
    actually again also always anyone anything around asked became been being built came come comes count counts
    currently did does doing done else even everyone exactly explain find first found from gave get gets getting
    give given gives going good happen happened happens have hear heard hello help here hold into its just keep
    know known last laughed like list listed long look made mainly make makes many may mean means meant more
    most much must name named need new now often once only other ours out over people per please point quite
    react reacted really regarding said same saw say saying says see seen set should since some somebody someone
    something sort start started still such take tell than thank that their them then there these they thing
    things think this those thought through time today told took try turn under until upon used uses using very
    want wants was way well went were what when where whether which while who whole whose why will within
    without work works would yesterday your""".split()
)

EMPTY_WORDS = _CARRIERS | STOPWORDS["nl"] | STOPWORDS["en"] | QUESTION_WORDS
"""Folded words, Dutch and English, of which it says nothing that a passage lacks them or a question has them."""
