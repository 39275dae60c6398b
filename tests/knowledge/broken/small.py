"""A small sound content folder, and copies of it that are wrong in one place."""

from pathlib import Path
from shutil import copytree

from indexer.readers.markdown import read_markdown
from knowledge.documents import Document

SOUND = Path(__file__).parent / "content"

TOOLS = "tools.yaml"
GLOSSARY = "glossary.yaml"
FACTS = "facts.yaml"
DUTIES = "duties.yaml"
SPEECH = "speech.yaml"
STANDPOINT = "standpoints/2025/standpoint.yaml"
RULES = "standpoints/2025/rules.yaml"


def documents(content: Path = SOUND) -> tuple[Document, ...]:
    """The documents of the folder."""
    files = sorted((content / "documents").glob("*.md"))
    return tuple(read_markdown(file.read_text(encoding="utf-8"), file.name) for file in files)


def broken(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the sound content in `folder`, wrong in one place."""
    content = folder / "content"
    if not content.exists():
        copytree(SOUND, content)
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return content
