"""Dutch or English: which the two a question written in."""

from collections.abc import Callable, Sequence

from knowledge.model import Language

Known = Callable[[str, str], bool]

# Function words and everyday verbs that belong to one the two languages only.
_DUTCH = frozenset(
    """aan al alleen als altijd andere bij ben bent bestaat betekent bijvoorbeeld dan dat de deze die dit doe doen doet
    door dus echt een eens eigen eigenlijk elk en er even gaan gaat geen gebruik gebruiken gebruikt geef geldt
    gewoon goed graag hallo hebben hebt heb heeft heel het hier hij hoe hoef hoeft hoeveel hoeven hoi iemand
    iets ik inzetten je jij jou jouw jullie kan klopt krijg krijgt kun kunnen laat laten maar maak mag maken mee
    meer mij mijn moet moeten mogen na naar nee niet niks nodig nog nou nu om omdat onder ons onze ook op prima
    samen sinds straks tegen toch toen tot uit van vanaf vandaag vanwege veel verplicht via vind volgens voor
    vraag waar waarom wanneer waren wat weet welk welke wel werk werken wie wij wil willen worden wordt wou zal
    ze zeg zeggen zelf zich zijn zit zo zoals zonder zou zouden zullen dank bedankt verschil uitleg wilt kon
    toegestaan verboden overheid ambtenaar ambtenaren gemeente""".split()
)
_ENGLISH = frozenset(
    """a about after all allowed also am an and any are ask at be because been but by can could did do does doing dont
    for forbidden from get give has have he hi his how i if into it its just like make may mean means might must
    my need needed needs no not on or our out paste please put required she should some still tell than thank
    thanks that the their them then there these they this those through to told until us use used using were
    what when where whether which who whom whose why will with within without work would yes you your civil
    servant government allow okay using write writing does municipality ministry mandatory anyone anything
    something someone""".split()
)


def language_of(words: Sequence[str], known: Known, default: Language = "nl") -> Language:
    """`nl` or `en`: the language with more function words, then with more dictionary words, else `default`."""
    lead = sum(word in _DUTCH for word in words) - sum(word in _ENGLISH for word in words)
    if lead == 0:
        lead = sum(known(word, "nl") - known(word, "en") for word in words)
    if lead == 0:
        return default
    return "nl" if lead > 0 else "en"
