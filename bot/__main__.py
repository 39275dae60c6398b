"""The command line `magdat`."""

import click

from bot.commands.asking import ask, chat, serve
from bot.commands.content import index, rules
from bot.commands.measuring import doctor, evaluate, log


@click.group()
@click.version_option(package_name="magdat", prog_name="magdat")
def main() -> None:
    """Tells whether a use of generative AI in Dutch government is allowed, and shows where it says so.

    Exit codes: 0 done, 1 the content or the input is wrong, 2 wrong usage.
    """


for _command in (ask, chat, serve, index, rules, evaluate, doctor, log):
    main.add_command(_command)

if __name__ == "__main__":
    main(prog_name="magdat")
