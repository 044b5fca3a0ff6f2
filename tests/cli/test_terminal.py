"""On a terminal there are colours, sentences wrap and a build shows a bar; in a pipe, or where NO_COLOR is set, there is only text."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.cli import console
from playbook.cli.commands import NAMES
from playbook.cli.console import Bit
from playbook.cli.progress import Steps, progress

PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(*arguments: str, at: Path, **environment: str) -> str:
    """Return what a command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    usual = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "FORCE_COLOR"}}
    command = [sys.executable, "-m", "playbook", *arguments]
    with subprocess.Popen(
        command, cwd=at, env={**usual, "TERM": "xterm", **environment}, stdin=theirs, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
        running.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Return what comes next; a terminal whose other end is closed is at its end."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_terminal_gets_colours_by_level(misspelt: Path) -> None:
    """The level of a problem is coloured, and taking the colours away leaves the plain text."""
    told = on_a_terminal("check", at=misspelt, COLUMNS="200")
    plain = subprocess.run([sys.executable, "-m", "playbook", "check"], cwd=misspelt, capture_output=True, text=True, check=False).stdout
    assert "\x1b[31;1merror\x1b[0m" in told
    assert COLOUR.sub("", told) == plain


def test_a_narrow_terminal_gets_lines_that_fit(misspelt: Path) -> None:
    """In 40 columns everything fits but the place, which an editor has to find, and the count at the end."""
    told = COLOUR.sub("", on_a_terminal("check", at=misspelt, COLUMNS="40"))
    assert [line.split()[0] for line in told.splitlines() if len(line) > 40] == [f"{PLAY}:5:5", "1"]


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colours_gets_none(misspelt: Path, environment: dict[str, str]) -> None:
    """NO_COLOR and a terminal that cannot do more are respected."""
    assert "\x1b" not in on_a_terminal("check", at=misspelt, **environment)


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], []])
def test_help_on_a_terminal_is_drawn_by_rich(library: Path, arguments: list[str]) -> None:
    """On a terminal help stands in boxes; the words are the same as in a pipe."""
    told = on_a_terminal(*arguments, at=library, COLUMNS="100")
    assert "╭" in told
    assert "Usage:" in told
    assert "Traceback" not in told


def test_help_on_a_terminal_names_every_command(library: Path) -> None:
    """The boxes hold the names that are typed."""
    told = COLOUR.sub("", on_a_terminal("--help", at=library, COLUMNS="100"))
    assert [name for name in NAMES if f"│ {name} " in told] == list(NAMES)


def test_a_terminal_is_asked_for_the_companys_name(tmp_path: Path) -> None:
    """`init --small` asks one question; what is typed stands in the project file."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "playbook", "init", "new", "--small"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        os.write(ours, b"Brightfield\n")
        said = b"".join(iter(lambda: _read(ours), b"")).decode()
        running.wait()
    os.close(ours)
    assert "What is your company called?" in said
    assert 'company: "Brightfield"' in (tmp_path / "new/enablement.yaml").read_text(encoding="utf-8")


def test_with_yes_nothing_is_asked(tmp_path: Path) -> None:
    """--yes takes the defaults, on a terminal too."""
    told = on_a_terminal("init", "new", "--small", "--yes", at=tmp_path)
    assert "?" not in told
    assert "company: Your company" in (tmp_path / "new/enablement.yaml").read_text(encoding="utf-8")


def test_what_would_steer_a_terminal_is_made_visible(capsys: pytest.CaptureFixture[str]) -> None:
    """Signs that are not meant to be read never go out: not in a line, and not in a part of one."""
    console.say("a\x1b[31mb\x07\tc")
    console.say((Bit("\x9bx", "error"), Bit("y\r")))
    mark = "\N{REPLACEMENT CHARACTER}"
    assert capsys.readouterr().out == f"a{mark}[31mb{mark} c\n{mark}xy{mark}\n"


def test_a_log_gets_a_line_at_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    """Where standard error is a file, the start and ten lines tell how far it is."""
    shown = progress(quiet=False)
    assert isinstance(shown, Steps)
    shown.start(200)
    for number in range(200):
        shown.advance(f"page {number}")
    shown.stop()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert (lines[0], lines[1], lines[-1]) == ("Making 200 files", "  20 of 200: page 19", "  200 of 200: page 199")


def test_a_build_with_nothing_to_do_shows_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    """No files, no lines; and --quiet has nobody to tell."""
    shown = progress(quiet=False)
    assert shown is not None
    shown.start(0)
    shown.stop()
    assert capsys.readouterr().err == ""
    assert progress(quiet=True) is None
