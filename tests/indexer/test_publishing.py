"""Publishing: atomic, versioned, verified."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.errors import IndexerError, PublicationError
from indexer.publishing import activate, active_version, open_active, open_publication, publish, versions
from knowledge.documents import Passage
from knowledge.vocabulary import Glossary


def passages(*texts: str) -> list[Passage]:
    return [
        Passage(id=f"d#{number}", document="d", anchors=(f"F-{number}",), heading_path=("Kern",), text=text)
        for number, text in enumerate(texts)
    ]


OLD = passages("Het beleid van 2023.", "Niets anders.", "Iets over archief.")
NEW = passages("Het standpunt van 2025.", "Niets anders.", "Iets over archief.")


def test_nothing_is_active_before_the_first_publication(tmp_path: Path) -> None:
    assert open_active(tmp_path) is None
    assert versions(tmp_path) == ()


def test_what_was_published_is_what_is_opened(tmp_path: Path) -> None:
    published = publish(b'{"a": 1}', OLD, Glossary(), tmp_path)
    opened = open_active(tmp_path)
    assert opened is not None
    assert (opened.version, opened.sha256, opened.knowledge) == (published.version, published.sha256, b'{"a": 1}')
    assert opened.searcher.passages == tuple(OLD)
    assert opened.searcher.search("beleid") == published.searcher.search("beleid") != ()


def test_the_same_content_has_the_same_version(tmp_path: Path) -> None:
    first = publish(b"{}", OLD, Glossary(), tmp_path / "one")
    assert publish(b"{}", OLD, Glossary(), tmp_path / "two").version == first.version
    assert publish(b"{}", OLD, Glossary(), tmp_path / "one").folder == first.folder
    assert publish(b"{ }", OLD, Glossary(), tmp_path / "one").version != first.version
    assert len(versions(tmp_path / "one")) == 2


def test_a_candidate_changes_nothing_until_it_is_activated(tmp_path: Path) -> None:
    old = publish(b"{}", OLD, Glossary(), tmp_path)
    new = publish(b"{}", NEW, Glossary(), tmp_path, active=False)
    assert active_version(tmp_path) == old.version
    activate(tmp_path, new.version)
    assert active_version(tmp_path) == new.version
    assert versions(tmp_path) == (old.version, new.version)


class PowerCut(Exception):
    pass


@pytest.mark.parametrize("step", ["fsync", "rename", "replace"])
def test_a_crash_on_the_way_leaves_the_old_publication_active(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = publish(b"{}", OLD, Glossary(), tmp_path)

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(os, step, cut)
        with pytest.raises(PowerCut):
            publish(b"{}", NEW, Glossary(), tmp_path)
    opened = open_active(tmp_path)
    assert opened is not None
    assert opened.version == old.version
    assert not list(tmp_path.glob(".active-*"))
    assert publish(b"{}", NEW, Glossary(), tmp_path).version == active_version(tmp_path) != old.version


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def changed(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("name", ["knowledge.json", "passages.json", "index/word/impacts.npy"])
@pytest.mark.parametrize("damage", [cut_short, changed, Path.unlink], ids=["cut short", "changed", "gone"])
def test_a_file_that_is_not_what_was_published_is_refused(
    tmp_path: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(publish(b"{}", OLD, Glossary(), tmp_path).folder / name)
    with pytest.raises(PublicationError, match=f"`{name}`") as caught:
        open_active(tmp_path)
    assert caught.value.advice == "publish the index again, or activate another version"


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        (None, "has no manifest"),
        ("{", "is damaged"),
        ("[]", "is damaged"),
        ('{"files": {"a": 1}, "format": 1}', "is damaged"),
        ('{"files": {}, "format": 0}', "has format 0, not 1"),
        ('{"files": {}, "format": 1}', "cannot be read"),
    ],
)
def test_a_broken_manifest_is_refused(tmp_path: Path, manifest: str | None, problem: str) -> None:
    folder = publish(b"{}", OLD, Glossary(), tmp_path).folder
    (folder / "manifest.json").unlink()
    if manifest is not None:
        (folder / "manifest.json").write_text(manifest)
        (folder / "passages.json").unlink()
    with pytest.raises(PublicationError, match=problem):
        open_active(tmp_path)


def test_a_version_that_was_not_published_cannot_be_activated(tmp_path: Path) -> None:
    old = publish(b"{}", OLD, Glossary(), tmp_path)
    with pytest.raises(PublicationError, match="has no manifest"):
        activate(tmp_path, "0123456789abcdef")
    assert active_version(tmp_path) == old.version


def test_publishing_again_mends_a_broken_publication(tmp_path: Path) -> None:
    folder = publish(b"{}", OLD, Glossary(), tmp_path).folder
    changed(folder / "passages.json")
    mended = publish(b"{}", OLD, Glossary(), tmp_path)
    assert mended.folder == folder
    assert open_publication(tmp_path, mended.version).searcher.passages == tuple(OLD)


def test_there_must_be_something_to_publish(tmp_path: Path) -> None:
    with pytest.raises(IndexerError, match="there are no passages to index"):
        publish(b"{}", [], Glossary(), tmp_path)
