"""`ask`, `chat` and `serve`: asking questions, and letting others ask."""

import getpass
import sys
from datetime import date
from urllib.parse import urlsplit

import click

from bot.bootstrap import today
from bot.channels.console import CHANNEL, Conversation, answers_to_lines
from bot.commands.options import Day, clear_errors, desk, facts_of, read_settings
from bot.explaining import explanation
from bot.questions import Question
from knowledge.model import Language


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@click.option("--jsonl", is_flag=True, help="Read one JSON question a line on standard input, write one answer a line.")
@click.option("--as-of", type=Day(), help="Ask under the standpoint that was in force on that day.")
@click.option("--standpoint", help="Ask under this standpoint, such as 2023-voorlopig.")
@click.option("--lang", type=click.Choice(["nl", "en"]), help="Answer in this language instead of the question's.")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A fact of the case; may be repeated.")
@click.option("--explain", is_flag=True, help="Show how the answer came about: facts, rules, passages and their words.")
def ask(
    question: tuple[str, ...],
    as_json: bool,
    jsonl: bool,
    as_of: date | None,
    standpoint: str | None,
    lang: Language | None,
    facts: tuple[str, ...],
    explain: bool,
) -> None:
    """Ask one QUESTION, or with --jsonl many."""
    if jsonl:
        with clear_errors():
            lines = (line.decode("utf-8", errors="replace") for line in sys.stdin.buffer)
            for line in answers_to_lines(desk(), lines, today(), asker()):
                click.echo(line)
        return
    if not question:
        raise click.UsageError('write a question, such as: magdat ask "Mag je ChatGPT gebruiken?"')
    asked = Question(
        text=" ".join(question),
        today=today(),
        given=facts_of(facts),
        as_of=as_of,
        standpoint=standpoint,
        language=lang,
    )
    with clear_errors():
        opened = desk()
        answer = opened.ask(asked, CHANNEL, asker())
        click.echo(answer.model_dump_json(indent=2) if as_json else answer.text)
        if explain:
            click.echo("\n" + explanation(opened.answerer, asked, answer))


@click.command()
def chat() -> None:
    """Have a conversation; choose a reply to a question back by its number."""
    with clear_errors():
        conversation = Conversation(desk(), today, asker())
        interactive = sys.stdin.isatty()
        if interactive:
            click.echo("Magdat – stel je vraag / ask your question (Ctrl-D: stop)")
        while True:
            try:
                line = input("\n> " if interactive else "")
            except (EOFError, KeyboardInterrupt):
                return
            if line.strip():
                click.echo(("\n" if interactive else "") + conversation.say(line))


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8080, show_default=True, help="The port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the local chat page and the web API."""
    import uvicorn  # the server is needed by this command only, and takes long to import

    from bot.channels.web import create_app

    with clear_errors():
        settings = read_settings()
        host_name = urlsplit(settings.base_url).hostname if settings.base_url else None
        app = create_app(desk(), today, [host_name] if host_name else [])
        click.echo(f"Magdat: http://{host}:{port}")
        uvicorn.run(app, host=host, port=port, log_level="warning", ws="none")


def asker() -> str:
    """Who sits at this terminal, by the name of the account."""
    try:
        return getpass.getuser()
    except OSError:
        return "unknown"
