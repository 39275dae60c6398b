"""The frozen, closed base of every domain type."""

from pydantic import BaseModel, ConfigDict

LANGUAGES = ("nl", "en")


class Model(BaseModel):
    """A value: it cannot change after it was made, and it has no fields beside those it declares."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Model):
    """The same sentence in Dutch and in English."""

    nl: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in `language` (`nl` or `en`)."""
        return self.en if language == "en" else self.nl
