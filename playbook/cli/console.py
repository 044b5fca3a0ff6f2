"""The only place that prints. What is shown is made of bits of text with a style; colours are added here, or not.

Results go to standard output, what happens on the way to standard error. A reader that went away (`playbook check | head`)
ends the showing and not the command, so that the exit code stays true.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from msgspec import Struct

from playbook.problems import MachineError

STYLES = {
    "error": "31;1",
    "warning": "33",
    "note": "36",
    "strong": "1",
    "quiet": "2",
    "good": "32",
}
_NARROWEST = 30
_CONTROL = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if code != ord("\n")} | {ord("\t"): " "}


class Bit(Struct, frozen=True):
    """A piece of a line, and how it looks: one of STYLES, or nothing special."""

    text: str
    style: str = ""


Line = tuple[Bit, ...]


def say(line: str | Line = "") -> None:
    """Show a line of the result."""
    _write(sys.stdout, line)


def tell(line: str | Line = "") -> None:
    """Show a line about what is going on, or what went wrong."""
    _write(sys.stderr, line)


def ask(question: str) -> str:
    """Return what somebody at the terminal answers; nothing at the end of the input."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person looks at the stream through a terminal that can do more than write lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def somebody_answers() -> bool:
    """Tell whether a person sits at the other end, whom a question may be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def width() -> int:
    """Return how many columns a line of the result may take; 0 where lines are not read on a terminal."""
    return max(shutil.get_terminal_size().columns, _NARROWEST) if is_terminal(sys.stdout) else 0


def prepare() -> None:
    """Let no letter stop a command: what the terminal's character set cannot show is shown as its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def finish() -> bool:
    """Send off what is still waiting; return whether all of it arrived, or nobody waits for it any more."""
    try:
        for stream in (sys.stdout, sys.stderr):
            with _sending(stream):
                stream.flush()
    except MachineError as refused:
        tell(f"playbook: {refused}")
        return False
    return True


def _write(stream: TextIO, line: str | Line) -> None:
    bits = (Bit(line),) if isinstance(line, str) else line
    colours = is_terminal(stream) and not os.environ.get("NO_COLOR")
    with _sending(stream):
        print("".join(_shown(bit, colours) for bit in bits), file=stream)


@contextmanager
def _sending(stream: TextIO) -> Iterator[None]:
    """A reader that went away is no error; a disk that is full is one of the machine's."""
    try:
        yield
    except BrokenPipeError:
        _let_go(stream)
    except OSError as refused:
        _let_go(stream)
        raise MachineError(f"What there was to say could not be written: {refused.strerror}.") from refused


def _shown(bit: Bit, colours: bool) -> str:
    """Return a bit as it goes out; signs that would steer the terminal instead of being read are made visible."""
    text = bit.text.translate(_CONTROL)
    return f"\x1b[{STYLES[bit.style]}m{text}\x1b[0m" if colours and bit.style else text


def _let_go(stream: TextIO) -> None:
    """Nobody reads any more: what follows goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
