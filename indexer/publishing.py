"""Published indexes: immutable, versioned folders, one of which is active; a switch is atomic.

A target folder holds `publications/<version>/` with everything that an answer needs, and `active`, a text file with one
version. A version is a hash of all files: publishing the same again changes nothing.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from indexer.errors import PublicationError
from indexer.index import Index
from indexer.search import Searcher
from knowledge.documents import Passage
from knowledge.vocabulary import Glossary

_FORMAT = 1
_PASSAGES = TypeAdapter(tuple[Passage, ...])
_REPUBLISH = "publish the index again, or activate another version"


class Publication(NamedTuple):
    """A published index, opened: the knowledge as it was handed in, and the searcher over its passages.

    `sha256` is the hash of the manifest, which holds the hash of every file.
    """

    version: str
    sha256: str
    folder: Path
    knowledge: bytes
    searcher: Searcher


def publish(
    knowledge_json: bytes, passages: Sequence[Passage], glossary: Glossary, target: Path, active: bool = True
) -> Publication:
    """Write a publication under `target`, make it the active one unless `active` is false, and open it.

    Raises IndexerError when there are no passages. Whatever happens on the way, the publication that was active before
    stays so until this one is complete on disk.
    """
    content = {
        "knowledge.json": knowledge_json,
        "passages.json": _PASSAGES.dump_json(tuple(passages), indent=1),
        "glossary.json": glossary.model_dump_json(indent=1).encode(),
    }
    index = Searcher.build(passages, glossary).index
    published = target / "publications"
    published.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=published))
    try:
        version = _write(staging, content, index)
        if not _intact(published / version):
            _move(staging, published / version)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    publication = open_publication(target, version)
    if active:
        activate(target, version)
    return publication


def activate(target: Path, version: str) -> None:
    """Make `version` the active publication under `target`; raises PublicationError when it is not whole."""
    _verified(target / "publications" / version)
    descriptor, name = tempfile.mkstemp(prefix=".active-", dir=target)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(version + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target / "active")
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(target)


def active_version(target: Path) -> str | None:
    """The version that is active under `target`, or None when nothing was activated yet."""
    try:
        return (target / "active").read_text().strip()
    except FileNotFoundError:
        return None


def versions(target: Path) -> tuple[str, ...]:
    """All versions published under `target`, oldest first."""
    folders = [folder for folder in (target / "publications").glob("[!.]*") if folder.is_dir()]
    return tuple(folder.name for folder in sorted(folders, key=lambda folder: (folder.stat().st_mtime_ns, folder.name)))


def open_active(target: Path) -> Publication | None:
    """The active publication under `target`, or None when nothing was activated yet.

    Raises PublicationError when a file is missing or not what the manifest says.
    """
    version = active_version(target)
    return None if version is None else open_publication(target, version)


def open_publication(target: Path, version: str) -> Publication:
    """The publication `version` under `target`, memory-mapped; raises PublicationError when it is not whole."""
    folder = target / "publications" / version
    manifest = _verified(folder)
    try:
        passages = _PASSAGES.validate_json((folder / "passages.json").read_bytes())
        glossary = Glossary.model_validate_json((folder / "glossary.json").read_bytes())
        searcher = Searcher(Index.open(folder / "index"), passages, glossary)
    except (OSError, ValueError, KeyError, ValidationError) as error:
        raise PublicationError(f"publication `{version}` cannot be read: {error}", _REPUBLISH) from error
    return Publication(version, manifest, folder, (folder / "knowledge.json").read_bytes(), searcher)


def _write(folder: Path, content: dict[str, bytes], index: Index) -> str:
    """The version of what was written: the beginning of the hash of the names and hashes of all files."""
    for name, part in content.items():
        (folder / name).write_bytes(part)
    index.save(folder / "index")
    files = {
        str(path.relative_to(folder)): {"sha256": _sha256(path), "bytes": path.stat().st_size}
        for path in _files(folder)
    }
    version = sha256(json.dumps([_FORMAT, files], sort_keys=True).encode()).hexdigest()[:16]
    manifest = {"version": version, "format": _FORMAT, "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    folder.chmod(0o755)  # mkdtemp keeps others out, but another process of the same service may have to read it
    for path in (*_files(folder), *(path for path in folder.rglob("*") if path.is_dir()), folder):
        _sync(path)
    return version


def _move(staging: Path, folder: Path) -> None:
    if folder.exists():  # broken, or it would have been used: out of the way, not overwritten
        os.rename(folder, tempfile.mkdtemp(prefix=f".broken-{folder.name}-", dir=folder.parent))
    os.rename(staging, folder)
    _sync(folder.parent)


def _verified(folder: Path) -> str:
    """The hash of the manifest in `folder`, after every file was found to be what it says."""
    try:
        written = (folder / "manifest.json").read_bytes()
        manifest = json.loads(written)
        files = {str(name): (str(entry["sha256"]), int(entry["bytes"])) for name, entry in manifest["files"].items()}
        form = manifest["format"]
    except FileNotFoundError:
        raise PublicationError(f"publication `{folder.name}` has no manifest in `{folder}`", _REPUBLISH) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise PublicationError(f"the manifest of publication `{folder.name}` is damaged", _REPUBLISH) from None
    if form != _FORMAT:
        raise PublicationError(f"publication `{folder.name}` has format {form}, not {_FORMAT}", _REPUBLISH)
    for name, (digest, size) in files.items():
        path = folder / name
        if not path.is_file():
            raise PublicationError(f"publication `{folder.name}` lacks `{name}`", _REPUBLISH)
        if path.stat().st_size != size or _sha256(path) != digest:
            raise PublicationError(f"`{name}` of publication `{folder.name}` is not what was published", _REPUBLISH)
    return sha256(written).hexdigest()


def _intact(folder: Path) -> bool:
    try:
        _verified(folder)
    except PublicationError:
        return False
    return True


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
