"""Every sentence of the chat page around the answers, in Dutch and in English."""

from knowledge.model import Language, Text

_LABELS = {
    "title": Text(nl="Magdat – mag dat met generatieve AI?", en="Magdat – may I use generative AI for that?"),
    "tagline": Text(nl="Mag dat met generatieve AI?", en="May I use generative AI for that?"),
    "skip": Text(nl="Naar het vraagveld", en="To the question field"),
    "page": Text(nl="Gesprek en taal", en="Conversation and language"),
    "new": Text(nl="Nieuw gesprek", en="New conversation"),
    "welcome": Text(
        nl="Stel een vraag over generatieve AI op je werk",
        en="Ask a question about generative AI at work",
    ),
    "intro": Text(
        nl="Magdat zegt of het mag volgens het overheidsbeleid, onder welke voorwaarden, en laat zien waar dat staat.",
        en="Magdat tells whether government policy allows it, on what conditions, and shows where it says so.",
    ),
    "examples": Text(nl="Probeer bijvoorbeeld", en="Try for instance"),
    "conversation": Text(nl="Gesprek", en="Conversation"),
    "you_asked": Text(nl="Je vroeg", en="You asked"),
    "given": Text(nl="Je koos", en="You chose"),
    "unsure": Text(nl="je weet het niet, dus het strengste", en="you don't know, so the strictest"),
    "cut": Text(
        nl="Alleen de eerste {longest} tekens zijn gelezen.",
        en="Only the first {longest} characters were read.",
    ),
    "question": Text(nl="Je vraag", en="Your question"),
    "hint": Text(
        nl="Zet geen namen of andere persoonsgegevens in je vraag.",
        en="Leave names and other personal data out of your question.",
    ),
    "keys": Text(
        nl="Enter verstuurt, Shift+Enter geeft een nieuwe regel.",
        en="Enter sends, Shift+Enter starts a new line.",
    ),
    "send": Text(nl="Vraag", en="Ask"),
    "busy": Text(nl="Ik zoek het op…", en="Looking it up…"),
    "empty": Text(nl="Typ eerst je vraag.", en="Type your question first."),
    "failed": Text(nl="Er kwam geen antwoord. Probeer het nog eens.", en="There was no answer. Please try again."),
    "unavailable": Text(
        nl="Je vraag kan nu niet worden vastgelegd, dus er is ook geen antwoord. Probeer het later nog eens.",
        en="Your question cannot be recorded right now, so there is no answer either. Please try again later.",
    ),
    "garbled": Text(
        nl="Dit gesprek is niet te lezen. Begin een nieuw gesprek.",
        en="This conversation cannot be read. Start a new one.",
    ),
    "too_long": Text(
        nl="Dit gesprek is te lang geworden. Begin een nieuw gesprek.",
        en="This conversation has grown too long. Start a new one.",
    ),
    "footer": Text(
        nl="Vaste regels, geen taalmodel. Magdat geeft geen juridisch advies; je eigen organisatie beslist. "
        "Vragen worden bewaard zonder namen en nummers, zodat het beleidsteam ziet waar het beleid niets zegt.",
        en="Fixed rules, no language model. Magdat gives no legal advice; your own organisation decides. "
        "Questions are kept without names and numbers, so that the policy team sees where the policy is silent.",
    ),
}

_EXAMPLES: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Mag ik Copilot een lange memo laten inkorten?",
        "Mag DeepL een brief met namen erin vertalen?",
        "Mag ik met een chatbot een nieuwsbericht voor de website schrijven?",
        "Moeten we aan burgers vertellen dat een tekst met AI is gemaakt?",
    ),
    "en": (
        "May I have Copilot shorten a long memo?",
        "May DeepL translate a letter with names in it?",
        "May I write a news item for the website with a chatbot?",
        "Do we have to tell citizens that a text was made with AI?",
    ),
}


def label(key: str, language: Language, **values: object) -> str:
    """The sentence called `key` in the language of the page; raises KeyError if there is none."""
    return _LABELS[key].get(language).format(**values)


def examples(language: Language) -> tuple[str, ...]:
    """Questions to begin with, in the language of the page."""
    return _EXAMPLES[language]
