"""The intent of a question: a decision, information, the bot itself, or nothing that the bot is for."""

from collections.abc import Mapping
from typing import Any, Literal

from bot.understanding.cues import TOOL, CueIndex
from bot.understanding.speech import (
    AI,
    DUTY,
    INFORMATION,
    META,
    OFF_TOPIC,
    PERMISSION,
    POLICY,
    USE,
    WISH,
    WORK,
    Speech,
)
from knowledge.model import Model
from knowledge.rules import Modality

Kind = Literal["decision", "information", "meta", "out_of_scope"]

# Permission cues that are only politeness unless something is done with AI: "kan ik", "could we".
_WEAK = ("kan", "kun", "can", "could", "zou", "is", "mogelijk", "ruimte")
_IDENTITY = ("ben", "bent", "are", "gebruik", "do", "draai", "wie", "who", "wat", "what")
# "Zijn chats met Copilot archiefwaardig?" asks whether something is so, not whether it may.
_AUXILIARIES = frozenset(
    """is zijn are was were waren does do did heeft hebben has have geldt gelden valt vallen wordt worden staat bestaat
    werkt kent komt klopt telt""".split()
)
_PRONOUNS = frozenset("dat dit het daar ermee hiermee daarmee it this that".split())
_CONDITIONAL = (
    ("en", "als"),
    ("maar", "als"),
    ("and", "if"),
    ("but", "if"),
    ("what", "if"),
    ("wat", "als"),
    ("ook", "als"),
    ("even", "if"),
)
_POLITE = ("dank", "bedankt", "thank", "hartelijk", "goede", "goeie", "good", "hello", "hallo")
_LEANING = frozenset("en and maar but ook ok oke dus then dan what hoe how".split())


class Intent(Model):
    """What the cues of a sentence say it does, still without the tool and the facts."""

    permission: bool = False
    weak: bool = False
    wish: bool = False
    duty: bool = False
    topic: str | None = None
    asks_information: bool = False
    informative: bool = False
    meta: bool = False
    greeting: bool = False
    ai: bool = False
    policy: bool = False
    work: bool = False
    off_topic: bool = False
    use: bool = False
    wh: bool = False
    elliptical: bool = False
    pronoun: bool = False
    closed: bool = False
    bare: bool = False
    conditional: bool = False

    @property
    def clear(self) -> bool:
        """Whether the sentence alone says what it does."""
        return self.permission or self.duty or self.wh or self.meta or self.wish

    @property
    def about_use(self) -> bool:
        """Whether it asks, in whatever way, if something may be done."""
        return (self.permission or self.wish) and not self.asks_information

    def within(self, whole: Speech, duties: CueIndex) -> "Intent":
        """This intent, with what the whole text says of its subject."""
        return self.model_copy(
            update={
                "ai": self.ai or whole.says(AI),
                "policy": self.policy or whole.says(POLICY),
                "work": self.work or whole.says(WORK),
                "use": self.use or whole.says(USE),
                "topic": self.topic or topic_of(whole, duties),
            }
        )

    def settle(
        self, tool: bool, unknown_tool: bool, facts: Mapping[str, Any]
    ) -> tuple[Kind, Modality | None, str | None]:
        """The kind of the question, and for a decision its modality and duty topic."""
        if self.meta and not (tool and self.permission):
            return "meta", None, None
        subject = tool or self.ai or self.policy or (self.use and ("data" in facts or "terms" in facts))
        if self.off_topic and not (self.ai or self.policy or self.permission or self.duty or self.wish):
            return "out_of_scope", None, None
        if self.asks_information:
            return ("information" if subject or (self.work and not self.off_topic) else "out_of_scope"), None, None
        if self.duty and self.topic is not None and not self.off_topic:
            return "decision", "duty", self.topic
        asks = (self.permission and not self.weak) or ((self.permission or self.wish) and (self.use or tool))
        if asks and (subject or unknown_tool or (self.pronoun and not self.off_topic and not self.work)):
            return "decision", "permission", None
        if unknown_tool and not self.clear:
            return "decision", "permission", None
        if self.duty and (tool or self.ai):
            return "decision", "duty", None
        if tool and not self.wh and not self.informative and not self.closed and (self.bare or self.use or facts):
            return "decision", "permission", None
        if subject or ((self.work or self.permission or self.duty) and not self.off_topic):
            return "information", None, None
        return "out_of_scope", None, None


def topic_of(speech: Speech, duties: CueIndex) -> str | None:
    """The duty topic that the speech names best, or None."""
    topics = duties.find(speech.words)
    best = max(topics, key=lambda match: (match.weight, -match.start), default=None)
    return best.label if best is not None else None


def intent_of(speech: Speech, duties: CueIndex) -> Intent:
    """The intent of a sentence, from the cues that occur in it."""
    meta, greeting = _meta(speech)
    permission, duty = speech.first(PERMISSION), speech.first(DUTY)
    topic = topic_of(speech, duties)
    duty_first = speech.says(DUTY) and (duty <= permission if topic is not None else not speech.says(PERMISSION))
    words = speech.words
    return Intent(
        permission=speech.says(PERMISSION) and not duty_first,
        weak=all(speech.words[match.start] in _WEAK for match in speech.matches if match.label == PERMISSION),
        wish=speech.says(WISH),
        duty=duty_first,
        topic=topic,
        asks_information=speech.asks_information,
        informative=speech.says(INFORMATION),
        meta=meta,
        greeting=greeting,
        ai=speech.says(AI),
        policy=speech.says(POLICY),
        work=speech.says(WORK),
        off_topic=speech.says(OFF_TOPIC),
        use=speech.says(USE),
        wh=bool(speech.wh),
        elliptical=bool(words) and (words[0] in _LEANING or len(words) <= 6),
        pronoun=bool(_PRONOUNS & {*words}),
        bare=len([word for word in words if word not in (".", TOOL)]) <= 1 or bool({"voor", "for"} & {*words}),
        closed=bool(words) and words[0] in _AUXILIARIES,
        conditional=words[:2] in _CONDITIONAL,
    )


def _meta(speech: Speech) -> tuple[bool, bool]:
    """Whether the sentence is to or about the bot, and whether it is no more than a greeting or thanks."""
    matches = [match for match in speech.matches if match.label == META]
    if not matches:
        return False, False
    strong = [match for match in matches if match.end - match.start > 1]
    inside = {index for match in strong for index in range(match.start, match.end)}
    others = [
        match
        for match in speech.matches
        if match.label in (PERMISSION, DUTY)
        and not inside & {*range(match.start, match.end)}
        and speech.words[match.start] not in (*_WEAK, "ok", "oke", "okay", "fine")
    ]
    words = [word for word in speech.words if word != "."]
    if strong and not others and (TOOL not in speech.words or speech.words[strong[0].start] in _IDENTITY):
        return True, speech.words[strong[0].start].startswith(_POLITE)
    about = speech.about_ai or others or speech.wh or speech.says(WORK) or speech.says(USE)
    opens = min(match.start for match in matches) <= 1 or speech.covered(META) * 2 >= len(words)
    return opens and not about, True
