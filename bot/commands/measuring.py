"""`evaluate`, `doctor` and `log`: how good the answers are, what is configured, and what masking does."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from bot.bootstrap import open_answerer, open_desk, today
from bot.commands.options import clear_errors, fail, read_settings, with_progress
from bot.evaluation import Item, Scored, describe, failures, figures, score
from bot.questionlog.redaction import mask as mask_text


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--failures", "show_failures", is_flag=True, help="List every item that went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(file: Path, show_failures: bool, as_json: bool) -> None:
    """Measure the answers on a set of questions with known replies (JSON lines)."""
    items = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            items.append(Item.model_validate_json(line))
        except ValidationError as error:
            problem = error.errors()[0]
            fail(f"{file}:{number}: `{'.'.join(map(str, problem['loc']))}`: {problem['msg']}")
    with clear_errors():
        answerer = open_answerer(read_settings())
        scored = [
            score(item, answerer.answer(item.asked_on(today())))
            for item in with_progress(items, "evaluate", len(items))
        ]
    table = figures(scored)
    click.echo(json.dumps(table, indent=2) if as_json else _table(table))
    _show_failures(scored, show_failures, as_json)


def _show_failures(scored: list[Scored], every: bool, as_json: bool) -> None:
    shown = [one for one in failures(scored) if every or one.unsafe]
    if shown:
        click.echo("\n" + "\n".join(describe(one) for one in shown), err=as_json)


def _table(table: dict[str, dict[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in table.values() for name in row))
    width = max(len(group) for group in table)
    lines = [" " * width + "  " + "  ".join(names)]
    for group, row in table.items():
        cells = (
            f"{row[name]:>{len(name)}.3f}" if isinstance(row.get(name), float) else f"{row.get(name, '-'):>{len(name)}}"
            for name in names
        )
        lines.append(f"{group:<{width}}  {'  '.join(cells)}")
    return "\n".join(lines)


@click.command()
def doctor() -> None:
    """Say what is configured, what is missing, and what to do about it."""
    settings = read_settings()
    wrong = False

    def line(ok: bool, what: str, advice: str = "") -> None:
        nonlocal wrong
        wrong = wrong or not ok
        click.echo(f"{'ok     ' if ok else 'missing'} {what}{'' if ok else ': ' + advice}")

    writable = settings.data.exists() and _writable(settings.data)
    line(
        writable,
        f"data folder `{settings.data}`",
        "run `magdat index build`, or set MAGDAT_DATA to a folder you can write",
    )
    secret = settings.secret is not None or (settings.data / "secret").exists()
    line(
        True,
        "secret from the settings"
        if settings.secret
        else "secret " + ("kept in the data folder" if secret else "is made at first use"),
    )
    register = settings.register_file
    if register is None:
        line(True, "register of the own organisation: none (MAGDAT_REGISTER names a YAML or CSV file)")
    else:
        line(
            register.exists(),
            f"register of the own organisation `{register}`",
            "the file is not there; correct MAGDAT_REGISTER",
        )
    with clear_errors():
        try:
            ready = open_desk(settings).ready()
            line(ready is None, "question log", ready or "")
            line(True, f"index {open_answerer(settings).index.version}")
        except Exception as error:
            line(False, "index", str(error))
    sys.exit(1 if wrong else 0)


def _writable(folder: Path) -> bool:
    probe = folder / ".writable"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


@click.group()
def log() -> None:
    """The question log."""


@log.command()
@click.option("--jsonl", is_flag=True, required=True, help='Read {"id", "text"} a line, write the masked text a line.')
def mask(jsonl: bool) -> None:
    """Show what masking makes of texts; nothing is kept."""
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8", errors="replace")
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            masked = mask_text(str(item["text"]))
            result = {"id": item.get("id"), "masked_text": masked.text, "kinds": list(masked.kinds)}
        except (ValueError, KeyError, TypeError, AttributeError):
            result = {
                "id": None,
                "line": number,
                "error": f'line {number}: write an object such as {{"id": 1, "text": "…"}}',
            }
        except Exception:
            result = {"id": item.get("id"), "masked_text": None, "kinds": ["failed"]}
        click.echo(json.dumps(result, ensure_ascii=False))
