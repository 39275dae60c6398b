"""What a sentence does: ask permission, ask about a duty, ask for information, or talk to the bot itself."""

from collections.abc import Sequence

from bot.understanding.cues import TOOL, CueIndex

PERMISSION = "permission"
DUTY = "duty"
USE = "use"
INFORMATION = "information"
META = "meta"
AI = "ai"
POLICY = "policy"
WORK = "work"
OFF_TOPIC = "off_topic"
WISH = "wish"

QUESTION_WORDS = frozenset(
    """wat wie waar welk welke wanneer hoe hoeveel hoelang waarom waarvoor waardoor waarover waarmee waaruit sinds
    vanaf wiens what who whom whose which when where why how""".split()
)
_WH_LEADS = frozenset(
    """en maar dus want of ook nog ja nee vraag vraagje hoi hallo hi hey beste even sinds vanaf tot op in voor van bij
    binnen naar so zeg nou dan met uit over om volgens aan door onder and but so also or ok oke since from until
    to on for of by with about under at eh eigenlijk trouwens kun kan je mij me vertellen zeggen uitleggen leg
    uit weet jij iemand could can you tell explain please does anyone know do graag weten ik wil zou willen i
    would like want collega""".split()
)
_FEW = 7
_MEASURES = frozenset(
    """groot lang veel vaak hoog snel duur ver oud diep zwaar goed goede big long large much many often high fast
    expensive old far big soon""".split()
)
_FIRST_PERSON = frozenset("ik wij we ons onze mijn je men i our my us one team afdeling ambtenaar ambtenaren".split())

# "What about DeepSeek?" and "hoe zit het met …" ask whatever was asked before.
_NO_QUESTION_WORDS = {
    ("what", "about"),
    ("how", "about"),
    ("hoe", "zit"),
    ("hoe", "staat"),
    ("wat", "dacht"),
    ("what", "if"),
    ("wat", "als"),
}
_NEVER_PERMISSION = frozenset("hoe how wie who waarom why hoeveel hoelang wiens whose".split())


class Speech:
    """What the words of one sentence do, by the cues that occur in them and the form of the question."""

    def __init__(self, words: Sequence[str], cues: CueIndex) -> None:
        self.words = tuple(words)
        self.matches = cues.find(words)
        self.labels = {match.label for match in self.matches}
        self.wh = self._wh()

    def says(self, label: str) -> bool:
        """Whether a cue with this label occurs."""
        return label in self.labels

    def first(self, label: str) -> int:
        """The place of the first cue with this label, or the number of words if there is none."""
        return min((match.start for match in self.matches if match.label == label), default=len(self.words))

    def covered(self, label: str) -> int:
        """How many words the cues with this label cover."""
        places = {i for match in self.matches if match.label == label for i in range(match.start, match.end)}
        return len(places)

    @property
    def about_ai(self) -> bool:
        """Whether the sentence names a tool, AI or a term of the policy."""
        return self.says(AI) or self.says(POLICY) or TOOL in self.words

    def _wh(self) -> str:
        """The question word that opens the sentence, or that a few words end with ("defgpt wat is dat"), or nothing."""
        if len(self.words) <= _FEW and TOOL in self.words:
            place = self.words.index(TOOL)
            later = [
                word for word in self.words[place:] if word in QUESTION_WORDS and word not in ("of", "sinds", "vanaf")
            ]
            if later and not self.says(PERMISSION):
                return later[0]
        for index, word in enumerate(self.words[:8]):
            if word in QUESTION_WORDS and word not in ("of", "since", "sinds", "vanaf"):
                return word
            if word not in _WH_LEADS and not (index and self.words[index - 1] in ("op", "in", "voor")):
                return ""
        return ""

    @property
    def asks_information(self) -> bool:
        """Whether it opens with a question word that is not just a way of asking permission or a duty.

        "Wanneer mag ik …" and "wat mag ik …" ask permission; "hoe groot mag …" and "wie mag …" do not.
        """
        if not self.wh:
            return False
        place = self.words.index(self.wh)
        after = self.words[place + 1 : place + 2]
        if after and (self.wh, after[0]) in _NO_QUESTION_WORDS:
            return False
        if self.wh in _NEVER_PERMISSION:
            return True
        if after and after[0] in _MEASURES:
            return True
        modal = min(self.first(PERMISSION), self.first(DUTY))
        near = self.words[modal : modal + 3]
        if self.wh in ("welk", "welke", "which", "waar", "where"):
            return not (self.says(PERMISSION) and TOOL in self.words and bool(_FIRST_PERSON & {*near}))
        return not (modal < len(self.words) and bool(_FIRST_PERSON & {*near}))
