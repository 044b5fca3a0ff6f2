"""`playbook explain CODE`: what a problem means, at length."""

from __future__ import annotations

import textwrap

import click

from playbook.cli import console
from playbook.cli.commands import nearest
from playbook.cli.console import Bit
from playbook.cli.examples import example_of
from playbook.cli.looks import Command
from playbook.codes import CODES, Code
from playbook.problems import UsageError

_READABLE = 88


@click.command("explain", cls=Command)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the CODE of a problem, such as PB203. Without a code: list them all."""
    for known in [_known(code)] if code else CODES.values():
        _show(known, at_length=bool(code))


def _known(code: str) -> Code:
    if found := CODES.get(code.upper()):
        return found
    raise UsageError(f"There is no code {code}.{nearest(code.upper(), list(CODES))}", "`playbook explain` lists all codes.")


def _show(known: Code, *, at_length: bool) -> None:
    level = Bit(f"{known.level:<7}", known.level if known.level in console.STYLES else "")
    console.say((Bit(known.code, "strong"), Bit("  "), level, Bit(f"  {known.what}")))
    if at_length:
        for paragraph in known.explanation.split("\n\n"):
            console.say()
            console.say(textwrap.fill(paragraph, min(console.width() or _READABLE, _READABLE), break_on_hyphens=False))
        if example := example_of(known.code):
            console.say((Bit("\nFor example:", "strong"),))
            console.say(textwrap.indent(example, "  "))
