"""`index` and `rules`: publishing the content, and checking and explaining the rules."""

import json

import click

from bot.bootstrap import build_index, read_content
from bot.commands.options import clear_errors, fail, read_settings, show_findings
from indexer.publishing import open_active
from knowledge.base import KnowledgeBase
from knowledge.check import check as check_content
from knowledge.examples import run_examples
from knowledge.model import Language
from knowledge.rules import Requirement, Rule


@click.group()
def index() -> None:
    """Publish the content as an index, and see which one is active."""


@index.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def build(as_json: bool) -> None:
    """Check the content and publish it; nothing is published when there is a mistake."""
    with clear_errors():
        publication = build_index(read_settings())
    result = {
        "version": publication.version,
        "sha256": publication.sha256,
        "passages": len(publication.searcher.passages),
    }
    if as_json:
        click.echo(json.dumps(result))
    else:
        click.echo(f"published {result['version']}: {result['passages']} passages")


@index.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def status(as_json: bool) -> None:
    """Show the active publication."""
    with clear_errors():
        publication = open_active(read_settings().data / "index")
    if publication is None:
        fail("there is no index yet; run `magdat index build`")
    base = KnowledgeBase.model_validate_json(publication.knowledge)
    result = {
        "version": publication.version,
        "sha256": publication.sha256,
        "passages": len(base.passages),
        "documents": len(base.documents),
        "standpoints": [standpoint.id for standpoint in base.standpoints],
    }
    if as_json:
        click.echo(json.dumps(result))
    else:
        click.echo("\n".join(f"{name}: {', '.join(v) if isinstance(v, list) else v}" for name, v in result.items()))


@click.group()
def rules() -> None:
    """Check, test and explain the rules."""


@rules.command()
def check() -> None:
    """Report every mistake in the content: file, line, what is wrong and what to do."""
    with clear_errors():
        base, sources = read_content(read_settings())
    findings = check_content(base, sources)
    if findings:
        show_findings(findings)
    count = sum(len(standpoint.rules.rules) for standpoint in base.standpoints)
    click.echo(f"no mistakes: {count} rules, {len(base.passages)} passages, {len(base.tools.tools)} tools")


@rules.command()
def test() -> None:
    """Run the worked examples beside the rules."""
    with clear_errors():
        base, sources = read_content(read_settings())
    try:
        results = run_examples(base)
    except KeyError:  # an example names what does not exist; the check says where
        show_findings(check_content(base, sources))
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(
            f"{result.standpoint} {result.rule}: {result.example.name}: "
            f"expected `{result.example.outcome}`, got `{result.outcome}`",
            err=True,
        )
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    if failed:
        raise SystemExit(1)


@rules.command()
@click.argument("rule_id")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", help="The language of the texts.")
def explain(rule_id: str, lang: Language) -> None:
    """Show one rule with its texts, sources and worked examples."""
    with clear_errors():
        base, _ = read_content(read_settings())
    found = [(s.id, rule) for s in base.standpoints for rule in s.rules.rules if rule.id == rule_id]
    exceptions = [
        (s.id, r) for s in base.standpoints for r in s.rules.rules if any(e.id == rule_id for e in r.exceptions)
    ]
    if not found and not exceptions:
        known = ", ".join(rule.id for standpoint in base.standpoints for rule in standpoint.rules.rules)
        fail(f"there is no rule `{rule_id}`; the rules are {known}")
    for standpoint, rule in found or exceptions:
        click.echo("\n".join(_rule_lines(standpoint, rule, lang)))


def _rule_lines(standpoint: str, rule: Rule, lang: Language) -> list[str]:
    lines = [f"{rule.id} – {rule.title.get(lang)} ({standpoint}, line {rule.line})"]
    lines.append(f"  outcome: {rule.outcome or 'adds conditions only'}")
    if rule.reason is not None:
        lines.append(f"  {rule.reason.get(lang)}")
    lines += _requirement_lines(rule.requirements, lang)
    for exception in rule.exceptions:
        lines.append(f"  unless ({exception.id}): {exception.label.get(lang)}")
        lines += _requirement_lines(exception.requirements, lang)
    lines += [f"  source {basis.document} {basis.anchor}: «{basis.quote}»" for basis in rule.basis]
    lines += [f"  example: {example.name} → {example.outcome}" for example in rule.examples]
    return lines


def _requirement_lines(requirements: tuple[Requirement, ...], lang: Language) -> list[str]:
    return [f"    {'advice' if r.advice else 'condition'}: {r.text.get(lang)}" for r in requirements]
