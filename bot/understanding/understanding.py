"""Understanding: what a question asks, about which tool, with which facts, in which language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from bot.understanding.cues import STOP, TOOL, CueIndex
from bot.understanding.emptywords import EMPTY_WORDS
from bot.understanding.kinds import Intent, intent_of
from bot.understanding.language import Known, language_of
from bot.understanding.period import named_day, named_standpoint, standpoint_cues
from bot.understanding.reading import FactReader
from bot.understanding.speech import AI, DUTY, INFORMATION, META, PERMISSION, QUESTION_WORDS, USE, WISH, Speech
from bot.understanding.tools import Mention, ToolFinder, telling_name, unknown_name
from bot.understanding.words import Speller, Word, clean, fold, sentences_of, words_of
from knowledge.base import KnowledgeBase
from knowledge.facts import FactValue
from knowledge.model import Language, Model
from knowledge.rules import Modality
from knowledge.vocabulary import Tool

_FEW_WORDS = 4
_BEFORE_A_JOB = frozenset("als ben ik bij as am im aan van voor a an een onze ons mijn our my".split())

Kind = Literal["decision", "information", "meta", "out_of_scope"]


class Understanding(Model):
    """What one question says by itself, before the thread it stands in and the defaults are added.

    `tools` are the tools it is about, the one asked for first; `unknown_tool` is the name of one that the register
    lacks. `topic` is the duty topic that it names, whether or not it asks a duty. `elliptical` says that it may lean
    on an earlier question, `explicit` that it says itself whether it asks permission or a duty, `wh` that it opens
    with a question word; `on_topic` is false when it names no tool, AI or term of the policy, `readable` is false
    for gibberish. `searched` is the text to search with: misspelt words and
    names of tools in their proper form.
    """

    text: str
    language: Language
    kind: Kind
    modality: Modality | None = None
    duty: str | None = None
    topic: str | None = None
    facts: dict[str, FactValue] = {}
    tools: tuple[Tool, ...] = ()
    unknown_tool: str | None = None
    standpoint: str | None = None
    day: date | None = None
    elliptical: bool = False
    explicit: bool = False
    wh: bool = False
    conditional: bool = False
    off_topic: bool = False
    on_topic: bool = True
    readable: bool = True
    greeting: bool = False
    words: tuple[str, ...] = ()
    searched: str = ""


class _Sentence(NamedTuple):
    words: tuple[Word, ...]
    marked: tuple[str, ...]
    mentions: tuple[Mention, ...]
    asks: bool
    searched: str


class Reader:
    """Understands questions about one knowledge base.

    `known` tells whether a folded word is an ordinary word of a language (`nl` or `en`).
    """

    def __init__(self, base: KnowledgeBase, known: Known) -> None:
        self._known = known
        self._speech = CueIndex((act.id, cue) for act in base.speech for cue in act.cues)
        self._duties = CueIndex((duty.id, cue) for duty in base.duties for cue in duty.cues)
        self._standpoints = standpoint_cues(base.standpoints)
        self._facts = FactReader(base.definitions)
        cue_words = self._speech.vocabulary | self._duties.vocabulary | self._facts.vocabulary
        passage_words = {word.text for passage in base.passages for word in words_of(passage.text)}
        term_words = {
            word.text for term in base.glossary.terms for label in (*term.nl, *term.en) for word in words_of(label)
        }
        self._ordinary = frozenset(passage_words | term_words | cue_words)
        self.tools = ToolFinder(base.tools, self.is_known)
        self._speller = Speller(cue_words | term_words | QUESTION_WORDS, self.is_known)

    def is_known(self, word: str) -> bool:
        """Whether the folded word is an ordinary word: of the dictionary, the documents or the cues."""
        return word in self._ordinary or self._known(word, "nl") or self._known(word, "en")

    def read(self, text: str, default_language: Language = "nl") -> Understanding:
        """What the text says; never raises, whatever the text."""
        text = clean(text)
        sentences = [self._sentence(part) for part in sentences_of(text)]
        sentences = [sentence for sentence in sentences if sentence.words]
        plain = [word.text for sentence in sentences for word in sentence.words]
        language = language_of(self._without_tools(sentences), self._known, default_language)
        if not plain or not self._readable(sentences):
            return Understanding(text=text, language=language, kind="out_of_scope", readable=False)
        marked = [word for sentence in sentences for word in (*sentence.marked, STOP)]
        asking = [sentence for sentence in sentences if sentence.asks] or sentences
        intent = self._intent(asking, sentences)
        named = [mention.tool for sentence in sentences for mention in sentence.mentions]
        tools = self._tools_asked(asking, sentences)
        facts = self._facts.read(marked, named, tools)
        tools, facts = self._run_by_oneself(self._narrowed(tools, plain, facts.get("terms")), facts)
        unknown = None if tools or not intent.about_use else self._unknown_tool(text)
        if not tools and len(plain) <= _FEW_WORDS and not intent.clear:
            unknown = telling_name(text, words_of(text), self.is_known)
        kind, modality, duty = intent.settle(bool(tools), unknown is not None, facts)
        if modality == "duty" and not intent.conditional:
            facts = self._facts.without_steps(facts)
        if kind == "decision" and modality == "permission":
            facts = {**facts, **self._unclear_purpose(asking, sentences, facts)}
        return Understanding(
            text=text,
            language=language,
            kind=kind,
            modality=modality,
            duty=duty,
            topic=intent.topic,
            facts=facts,
            tools=tools,
            unknown_tool=unknown if kind == "decision" else None,
            standpoint=named_standpoint(plain, self._standpoints),
            day=named_day(plain) if kind == "decision" else None,
            elliptical=intent.elliptical,
            explicit=intent.permission or intent.duty or intent.wish,
            wh=intent.asks_information,
            conditional=intent.conditional,
            off_topic=intent.off_topic and not intent.policy,
            on_topic=bool(tools) or intent.ai or intent.policy,
            greeting=intent.greeting,
            words=tuple(marked),
            searched=_searched(asking, sentences),
        )

    def _sentence(self, text: str) -> _Sentence:
        words = words_of(text)
        mentions = self.tools.find(words)
        inside = {index for mention in mentions for index in range(mention.start, mention.end)}
        corrected = tuple(
            word if index in inside else word._replace(text=self._speller.correct(word.text))
            for index, word in enumerate(words)
        )
        starts = {mention.start for mention in mentions}
        marked = tuple(
            TOOL if index in starts else word.text
            for index, word in enumerate(corrected)
            if index in starts or index not in inside
        )
        return _Sentence(corrected, marked, mentions, "?" in text, _respelt(text, words, corrected, mentions))

    def _intent(self, asking: Sequence[_Sentence], sentences: Sequence[_Sentence]) -> Intent:
        """The intent of the sentence that asks; of all words together when that one says too little."""
        for sentence in asking:
            intent = intent_of(Speech(sentence.marked, self._speech), self._duties)
            if intent.clear and not (intent.greeting and len(sentences) > 1):
                return intent.within(self._whole(sentences), self._duties)
        return intent_of(self._whole(sentences), self._duties)

    def _whole(self, sentences: Sequence[_Sentence]) -> Speech:
        return Speech([word for sentence in sentences for word in (*sentence.marked, STOP)], self._speech)

    def _tools_asked(self, asking: Sequence[_Sentence], sentences: Sequence[_Sentence]) -> tuple[Tool, ...]:
        """The tools of the sentences that ask, else of the last sentence that names one."""
        naming = [sentence for sentence in asking if sentence.mentions]
        naming = naming or [sentence for sentence in sentences if sentence.mentions][-1:]
        mentions = (m.tool for sentence in naming for m in sentence.mentions if not _compared(sentence, m))
        return tuple(dict.fromkeys(mentions))

    def _narrowed(self, tools: Sequence[Tool], plain: Sequence[str], terms: FactValue | None) -> tuple[Tool, ...]:
        """The tools with ambiguous names narrowed by the other words; a variant stands for its family.

        Words that single out a variant count only if what is said of the terms does not speak against it.
        """
        found: list[Tool] = []
        for tool in tools:
            variant = self.tools.narrowed(tool, plain)
            against = terms is not None and variant.terms is not None and variant.terms not in terms.included
            found.append(tool if against and variant != tool else variant)
        found = list(dict.fromkeys(found))
        variants = {variant for tool in found for variant in tool.variants}
        families = {tool.family for tool in found if tool.id in variants}
        return tuple(
            tool for tool in found if tool.id in variants or tool.family is None or tool.family not in families
        )

    def _run_by_oneself(
        self, tools: tuple[Tool, ...], facts: dict[str, FactValue]
    ) -> tuple[tuple[Tool, ...], dict[str, FactValue]]:
        """Beside another tool, a program that runs models tells how that other one is used, and is not asked about."""
        others = tuple(tool for tool in tools if tool.terms != "self_hosted")
        runs = len(others) < len(tools) and any(
            variant.terms == "self_hosted" for tool in others for variant in self.tools.register.branches(tool)
        )
        if not runs:
            return tools, facts
        value = FactValue(included=frozenset({"self_hosted"}), closed=True, words="self-hosted")
        return others, {**facts, "terms": value}

    def _unclear_purpose(
        self, asking: Sequence[_Sentence], sentences: Sequence[_Sentence], facts: Mapping[str, FactValue]
    ) -> dict[str, FactValue]:
        """The purpose as unclear when a task was named that no cue knows; nothing otherwise."""
        if "purpose" in facts:
            return {}
        relevant = [sentence for sentence in sentences if sentence in asking or sentence.mentions]
        left = [word for sentence in relevant for word in self._left_over(sentence.marked)]
        return {"purpose": FactValue(unclear=True, words=" ".join(left))} if left else {}

    def _left_over(self, words: Sequence[str]) -> list[str]:
        """The words of a sentence that no cue of asking, using or stating a fact accounts for."""
        told = self._speech.find(words)
        known = [match for match in told if match.label in (PERMISSION, DUTY, WISH, USE, META, AI, INFORMATION)]
        known += self._facts.find(words)
        inside = {index for match in known for index in range(match.start, match.end)}
        return [
            word
            for index, word in enumerate(words)
            if index not in inside
            and len(word) > 3
            and word != TOOL
            and word not in EMPTY_WORDS
            and (index == 0 or words[index - 1] not in _BEFORE_A_JOB)
        ]

    def _unknown_tool(self, text: str) -> str | None:
        """The first name of no known tool, in the sentences that ask before the others."""
        parts = sorted(sentences_of(text), key=lambda part: "?" not in part)
        names = (unknown_name(part, words_of(part), self.is_known) for part in parts)
        return next((name for name in names if name is not None), None)

    def _without_tools(self, sentences: Sequence[_Sentence]) -> list[str]:
        return [word for sentence in sentences for word in sentence.marked if word != TOOL]

    def _readable(self, sentences: Sequence[_Sentence]) -> bool:
        """Whether enough of the words are words: a tool, or at least two in five of the longer ones."""
        if any(sentence.mentions for sentence in sentences):
            return True
        words = [word.text for sentence in sentences for word in sentence.words if not word.text.isdigit()]
        known = sum(self.is_known(word) for word in words if len(word) > 1)
        return bool(words) and known / len(words) >= 0.4


def _respelt(text: str, words: Sequence[Word], corrected: Sequence[Word], mentions: Sequence[Mention]) -> str:
    """The text with misspelt words corrected, and tools that it spells in a way of its own by their names."""
    changes = [(b.start, b.end, a.text) for b, a in zip(words, corrected, strict=True) if b.text != a.text]
    for mention in mentions:
        start, end = words[mention.start].start, words[mention.end - 1].end
        name = mention.tool.name.split(" (")[0]
        if not any(alias in fold(text[start:end]) for alias in (fold(name), *map(fold, mention.tool.aliases[:1]))):
            changes.append((start, end, name))
    parts, place = [], 0
    for start, end, new in sorted(changes):
        if start >= place:
            parts += [text[place:start], new]
            place = end
    return "".join([*parts, text[place:]])


_ENOUGH = 4


def _searched(asking: Sequence[_Sentence], sentences: Sequence[_Sentence]) -> str:
    """What to search with: the sentences that ask, or everything when these say little by themselves."""
    content = sum(len(word) > 3 or word == TOOL for sentence in asking for word in sentence.marked)
    return " ".join(sentence.searched for sentence in (asking if content >= _ENOUGH else sentences))


_COMPARING = (
    ("zoals",),
    ("like",),
    ("than",),
    ("net", "als"),
    ("instead", "of"),
    ("plaats", "van"),
    ("rather", "than"),
)


def _compared(sentence: _Sentence, mention: Mention) -> bool:
    """Whether the tool is named only beside another, to compare with: "in plaats van ChatGPT", "zoals ChatGPT"."""
    before = tuple(word.text for word in sentence.words[max(0, mention.start - 2) : mention.start])
    return len(sentence.mentions) > 1 and any(before[-len(words) :] == words for words in _COMPARING)
