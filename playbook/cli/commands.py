"""The command `playbook` itself: it knows its commands by name and imports the one that is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from playbook import __version__
from playbook.cli import console
from playbook.cli.looks import Command, Group

NAMES = (
    "init",
    "check",
    "build",
    "serve",
    "find",
    "coverage",
    "new",
    "rename",
    "review",
    "sign",
    "fmt",
    "schema",
    "export",
    "import",
    "explain",
    "doctor",
)
_MODULES = {"import": "import_"}  # what Python keeps for itself


class Commands(Group):
    """The commands in the order in which a team meets them; each lives in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names for the help text."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command, or None where there is none of that name."""
        if cmd_name not in NAMES:
            return None
        found = import_module(f"playbook.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        assert isinstance(found, Command)  # noqa: S101 - for the type checker; each module's own test would fail long before
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; a wrong name is answered with the nearest right one."""
        if args and args[0] not in NAMES and not args[0].startswith("-"):
            raise click.UsageError(f"There is no command {args[0]!r}.{nearest(args[0], NAMES)}", ctx)
        return super().resolve_command(ctx, args)


def nearest(word: str, known: tuple[str, ...] | list[str]) -> str:
    """Return " Did you mean …?" where something known is much like the word, else nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f" Did you mean {found[0]!r}?" if found else ""


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        console.say(f"playbook {__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and stop.")
def playbook() -> None:
    """Turn what your team knows about its buyers and its content into a playbook that sales reps use.

    You write short YAML files. `playbook build` makes a website and PDFs from them: which content to use, when and how,
    what to say, what to send, and what to do next.

    Start with `playbook init my-playbook`.
    """
