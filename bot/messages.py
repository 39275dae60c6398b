"""Every sentence the bot says, in Dutch and in English."""

from collections.abc import Sequence

from knowledge.model import Language, Text
from knowledge.rules import Outcome

_HEADLINES: dict[Outcome, Text] = {
    "allowed": Text(nl="Ja, dat mag.", en="Yes, you may."),
    "allowed_if": Text(nl="Ja, mits je aan de voorwaarden voldoet.", en="Yes, if you meet the conditions."),
    "not_allowed_unless": Text(nl="Nee, dat mag niet, tenzij {unless}.", en="No, you may not, unless {unless}."),
    "not_allowed": Text(nl="Nee, dat mag niet.", en="No, you may not."),
    "depends": Text(nl="Dat hangt ervan af. {asked}", en="That depends. {asked}"),
    "not_settled": Text(nl="Het beleid regelt dit niet.", en="The policy does not settle this."),
    "required": Text(nl="Ja, dat moet.", en="Yes, that is required."),
    "required_if": Text(nl="Ja, in deze gevallen moet het.", en="Yes, in these cases it is required."),
    "recommended": Text(nl="Het is niet verplicht, wel aanbevolen.", en="It is not required, but recommended."),
    "not_required": Text(nl="Nee, dat hoeft niet.", en="No, that is not required."),
}

_SHORT: dict[Outcome, Text] = {
    "allowed": Text(nl="ja", en="yes"),
    "allowed_if": Text(nl="ja, mits", en="yes, if"),
    "not_allowed_unless": Text(nl="nee, tenzij", en="no, unless"),
    "not_allowed": Text(nl="nee", en="no"),
    "depends": Text(nl="hangt ervan af", en="depends"),
    "not_settled": Text(nl="niet geregeld", en="not settled"),
    "required": Text(nl="verplicht", en="required"),
    "required_if": Text(nl="verplicht als", en="required if"),
    "recommended": Text(nl="aanbevolen", en="recommended"),
    "not_required": Text(nl="niet verplicht", en="not required"),
}

_SENTENCES: dict[str, Text] = {
    "or": Text(nl=" of ", en=" or "),
    "exception": Text(nl="Het mag wel als {label}, en dan alleen als dit allemaal klopt:", en="It is allowed if {label}, and only if all of this is so:"),
    "unmet": Text(nl="Het mag wel als dit eerst geregeld is:", en="It is allowed once this has been arranged:"),
    "conditions": Text(nl="Voorwaarden", en="Conditions"),
    "more_conditions": Text(nl="Nog {count} voorwaarden", en="{count} more conditions"),
    "advice": Text(nl="Let ook hierop", en="Mind this too"),
    "would_allow": Text(nl="Wat zou het toestaan?", en="What would make this allowed?"),
    "would_forbid": Text(nl="Wat zou het veranderen?", en="What would change this?"),
    "then": Text(nl="dan: {outcome}", en="then: {outcome}"),
    "sources": Text(nl="Bronnen", en="Sources"),
    "sources_quoted": Text(nl="Bronnen", en="Sources (quoted in Dutch, as published)"),
    "official": Text(nl="officiële tekst", en="official text"),
    "digest": Text(nl="samenvatting in eigen woorden, niet de officiële tekst", en="summary in our own words, not the official text"),
    "superseded": Text(nl="vervangen standpunt", en="superseded standpoint"),
    "background": Text(nl="achtergrond", en="background"),
    "in_force": Text(nl="geldt nu", en="in force"),
    "related": Text(nl="verwant", en="related"),
    "assumed": Text(nl="Ik ging uit van: {list}. Klopt dat niet? Zeg het, dan kijk ik opnieuw.", en="I assumed: {list}. Not right? Tell me and I will look again."),
    "understood": Text(nl="Ik lees: {list}.", en="I read: {list}."),
    "without": Text(nl="zonder {label}", en="without {label}"),
    "state_met": Text(nl="in orde", en="met"),
    "state_unmet": Text(nl="niet in orde", en="not met"),
    "state_unknown": Text(nl="weet ik niet", en="I don't know"),
    "standpoint": Text(nl="Volgens het {title} (van kracht sinds {day}).", en="According to the {title} (in force since {day})."),
    "standpoint_past": Text(nl="Volgens het {title} (gold van {day} tot en met {until}).", en="According to the {title} (in force from {day} up to and including {until})."),
    "other_standpoint": Text(nl="Onder het {title}: {outcome}.", en="Under the {title}: {outcome}."),
    "disclaimer": Text(nl="Geen juridisch advies; je eigen organisatie beslist.", en="Not legal advice; your own organisation decides."),
    "not_settled": Text(
        nl="In de stukken die ik ken staat hier geen regel over. Ik heb je vraag genoteerd voor het beleidsteam. Vraag het tot die tijd na in je eigen organisatie, bijvoorbeeld bij de CIO of de privacyfunctionaris.",
        en="The documents I know have no rule on this. I have noted your question for the policy team. Until then, ask in your own organisation, for instance the CIO or the privacy officer.",
    ),
    "no_passage": Text(nl="Dat staat niet in het beleid dat ik ken.", en="That is not in the policy I know."),
    "no_passage_why": Text(
        nl="Ik weet alleen wat er in het standpunt, de handreiking en de adviezen over generatieve AI staat. Ik vond geen passage die je vraag beantwoordt, dus ik gok niet. Ik heb je vraag genoteerd voor het beleidsteam.",
        en="I only know what the standpoint, the guide and the advisories on generative AI say. I found no passage that answers your question, so I will not guess. I have noted your question for the policy team.",
    ),
    "near_misses": Text(nl="Dit kwam het dichtst bij, maar is geen antwoord:", en="This came closest, but is not an answer:"),
    "found": Text(nl="Dit staat erover in het beleid:", en="This is what the policy says about it:"),
    "out_of_scope": Text(nl="Daar ga ik niet over.", en="That is not something I can help with."),
    "out_of_scope_why": Text(
        nl="Ik beantwoord vragen over het gebruik van generatieve AI bij de overheid: mag het, wat moet je regelen, en waar staat dat. Bijvoorbeeld: “Mag ik ChatGPT gebruiken om een brief te vertalen?”",
        en="I answer questions about the use of generative AI in government: is it allowed, what do you have to arrange, and where does it say so. For instance: “May I use ChatGPT to translate a letter?”",
    ),
    "not_understood": Text(nl="Ik begrijp je vraag niet.", en="I do not understand your question."),
    "not_understood_why": Text(
        nl="Stel hem in een paar gewone woorden. Noem de toepassing en wat je ermee wilt doen, bijvoorbeeld: “Mag ik ChatGPT gebruiken om een brief te vertalen?”",
        en="Put it in a few plain words. Name the tool and what you want to do with it, for instance: “May I use ChatGPT to translate a letter?”",
    ),
    "unknown_tool": Text(
        nl="{tool} staat niet in mijn lijst met toepassingen. Daarom weet ik niet op welke voorwaarden je het gebruikt. Ik heb de naam doorgegeven.",
        en="{tool} is not in my list of tools, so I do not know on what terms you use it. I have passed the name on.",
    ),
    "which_tool": Text(nl="Welke {tool} bedoel je?", en="Which {tool} do you mean?"),
    "dont_know": Text(nl="Weet ik niet", en="I don't know"),
    "choose": Text(nl="Kies wat klopt", en="Choose what applies"),
    "sharper": Text(nl="Dit maakt het antwoord preciezer", en="This would make the answer more precise"),
    "unclear": Text(nl="Ik begrijp niet goed wat je ermee wilt doen.", en="I do not quite understand what you want to do with it."),
    "register": Text(nl="Register van je organisatie", en="Register of your organisation"),
    "approved": Text(nl="goedgekeurd", en="approved"),
    "approved_for": Text(nl="goedgekeurd voor een deel", en="approved for some uses"),
    "under_review": Text(nl="in onderzoek", en="under review"),
    "forbidden": Text(nl="niet toegestaan", en="not allowed"),
    "same_document": Text(nl="idem", en="same"),
    "found_related": Text(nl="Ook gevonden (verwant, niet beslissend)", en="Also found (related, not decisive)"),
    "several_tools": Text(nl="Je noemt meer toepassingen; dit antwoord gaat over {tool}, de strengste van: {list}.", en="You name several tools; this answer is about {tool}, the strictest of: {list}."),
    "conflict": Text(nl="Let op: twee regels spreken elkaar hier tegen ({pair}). Ik houd de strengste aan; het beleidsteam ziet dit.", en="Note: two rules contradict each other here ({pair}). I keep to the stricter one; the policy team sees this."),
    "hello": Text(nl="Hallo! Stel me een vraag over generatieve AI op je werk.", en="Hello! Ask me a question about generative AI at work."),
    "meta": Text(
        nl="Ik ben Magdat. Ik zeg of een gebruik van generatieve AI bij de overheid mag, en laat zien waar dat staat.",
        en="I am Magdat. I tell whether a use of generative AI in government is allowed, and show where it says so.",
    ),
    "meta_how": Text(
        nl="Ik zoek de passages op met zoektechniek en beslis met vaste regels; ik ben zelf geen taalmodel en verzin niets. Ik baseer me op het {title}, van kracht sinds {day}. Mijn antwoorden zijn geen officiële uitspraak en geen juridisch advies: ze citeren de bron, en je eigen organisatie beslist.",
        en="I find the passages by text search and decide with fixed rules; I am not a language model and make nothing up. I rely on the {title}, in force since {day}. My answers are no official statement and no legal advice: they quote the source, and your own organisation decides.",
    ),
    "meta_log": Text(
        nl="Vragen worden bewaard zonder namen en nummers, zodat het beleidsteam ziet waar het beleid niets zegt.",
        en="Questions are kept without names and numbers, so that the policy team sees where the policy is silent.",
    ),
    "meta_examples": Text(
        nl="Vraag bijvoorbeeld:\n– Mag ik ChatGPT gebruiken om een brief te vertalen?\n– Moet ik een DPIA doen voor Microsoft 365 Copilot?\n– Wat is vlam-chat?",
        en="Ask for instance:\n– May I use ChatGPT to translate a letter?\n– Do I need a DPIA for Microsoft 365 Copilot?\n– What is vlam-chat?",
    ),
}  # fmt: skip

_MONTHS = Text(
    nl="januari februari maart april mei juni juli augustus september oktober november december",
    en="January February March April May June July August September October November December",
)


def say(key: str, language: Language, **values: object) -> str:
    """The sentence called `key` in the language, with the values filled in; raises KeyError if there is none."""
    return _SENTENCES[key].get(language).format(**values)


def headline(outcome: Outcome, language: Language, **values: object) -> str:
    """The first line of an answer: alone, it must be safe to act on."""
    return _HEADLINES[outcome].get(language).format(**values)


def short(outcome: Outcome, language: Language) -> str:
    """The outcome in two or three words."""
    return _SHORT[outcome].get(language)


def listed(items: Sequence[str], language: Language) -> str:
    """The items in one sentence: `a, b of c`."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + say("or", language) + items[-1]


def day(iso: str, language: Language) -> str:
    """A published date in words: a day, a month (`2026-03`) or a year."""
    parts = [int(part) for part in iso.split("-")]
    month = _MONTHS.get(language).split()[parts[1] - 1] if len(parts) > 1 else ""
    return " ".join([*([str(parts[2])] if len(parts) > 2 else []), *([month] if month else []), str(parts[0])])
