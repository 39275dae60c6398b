"""The frozen, closed base of every domain type."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]

LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Model(BaseModel):
    """A value: it cannot change after it was made, and it has no fields beside those it declares."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Model):
    """The same sentence in Dutch and in English."""

    nl: str
    en: str

    def get(self, language: Language) -> str:
        """The sentence in `language` (`nl` or `en`)."""
        return self.en if language == "en" else self.nl
