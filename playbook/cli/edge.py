"""The edge of the command line: whatever happens inside ends here as sentences and an exit code, never as a traceback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from playbook.cli import console
from playbook.problems import ExitCode, PlaybookError

if TYPE_CHECKING:
    import click


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    console.prepare()
    code = _survive(arguments)
    return code if console.finish() else ExitCode.MACHINE


def _survive(arguments: Sequence[str]) -> int:
    """Run one command; whatever stops it becomes sentences and an exit code."""
    try:
        return _call(arguments)
    except PlaybookError as stop:
        _tell_stop(stop.what, stop.remedy)
        return stop.exit_code
    except KeyboardInterrupt:
        console.tell("Stopped.")
        return ExitCode.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - this is the edge: a person reads a sentence, the report keeps the rest
        from playbook.cli.bug import report

        report(bug, arguments)
        return ExitCode.OWN_BUG


def _call(arguments: Sequence[str]) -> int:
    """Run one command; click's own objections become usage errors in one form."""
    import click

    from playbook.cli.commands import playbook

    try:
        return playbook.main(list(arguments), prog_name="playbook", standalone_mode=False) or ExitCode.FINE
    except click.exceptions.NoArgsIsHelpError as wrong:
        console.tell(wrong.format_message())
        return ExitCode.USAGE
    except click.ClickException as wrong:
        _tell_stop(wrong.format_message(), _where_help_is(wrong))
        return ExitCode.USAGE
    except click.Abort as stop:
        raise KeyboardInterrupt from stop


def _tell_stop(what: str, remedy: str) -> None:
    console.tell((console.Bit("playbook: ", "error"), console.Bit(what)))
    if remedy:
        console.tell(f"  {remedy}")


def _where_help_is(wrong: click.ClickException) -> str:
    context = getattr(wrong, "ctx", None)
    return f"`{context.command_path} --help` shows what it takes." if context else ""
