"""Whatever happens, a person reads sentences and a script reads an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook import __version__, pipeline
from playbook.cli import options
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.problems import ExitCode, MachineError

Run = Callable[..., Any]  # the fixture `run` of conftest.py
MISSPELT = "content_library/plays/gone-quiet-after-proposal.yaml"

PLAYBOOK = (sys.executable, "-m", "playbook")
SLOW = """
import signal, sys, time
from playbook import pipeline
from playbook.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts the tests in the background has it ignored
def slow(*_, **__):
    print("reading", flush=True)
    time.sleep(60)
pipeline.check = slow
sys.argv = ["playbook", "check"]
sys.exit(main())
"""


def test_the_version_is_told_without_loading_anything() -> None:
    """`playbook --version` imports neither click nor rich nor anything of the library."""
    script = "import sys\nfrom playbook.cli import main\nsys.argv[1:] = ['--version']\nmain()\nprint(sorted(sys.modules), file=sys.stderr)"
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # measuring loads much of its own
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=bare)
    assert told.stdout == f"playbook {__version__}\n"
    loaded = {name.partition(".")[0] for name in told.stderr[2:-3].split("', '")}
    assert not loaded & {"click", "rich", "rich_click", "yaml", "jinja2", "weasyprint", "dataclasses"}


def test_help_names_every_command_and_loads_no_model(tmp_path: Path) -> None:
    """The list of commands is answered without the classes of entries, and the kinds it knows are the model's."""
    script = "import sys\nfrom playbook.cli import main\nsys.argv[1:] = ['--help']\nmain()\nprint(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("Usage: playbook ")
    assert not {"playbook.model", "playbook.pipeline", "yaml", "rich"} & set(told.stdout.split())
    assert (tuple(KINDS), AGREEMENT.name) == (options.KINDS, options.AGREEMENT)


@pytest.mark.parametrize("command", ["init", "check", "build", "find", "explain"])
def test_each_command_has_help_and_loads_nothing_for_it(command: str, tmp_path: Path) -> None:
    """Help is answered anywhere, and before the pipeline is imported."""
    script = f"import sys\nfrom playbook.cli import main\nsys.argv[1:] = [{command!r}, '--help']\nmain()\nprint('yaml' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.startswith(f"Usage: playbook {command} ")
    assert told.stdout.endswith("\nFalse\n")


@pytest.mark.parametrize(
    ("arguments", "sign"),
    [
        (["chekc"], "There is no command 'chekc'. Did you mean 'check'?"),
        (["xyzzy"], "There is no command 'xyzzy'.\n"),
        (["check", "--fromat", "json"], "--format"),
        (["check", "--format", "xml"], "'text', 'json'"),
        (["check", "--date", "22.11.2026"], "--date '22.11.2026' is not a day.\n  Write it as year-month-day: --date 2026-11-22."),
        (["check", "nowhere.yaml"], "There is no file or folder nowhere.yaml."),
        (["check", ".."], "is not part of the library"),
        (["check", "--library", ".."], "There is no enablement.yaml in .."),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--out", "."], "the library's own files lie there"),
        (["build", "--out", "personas/site"], "the library's own files lie there"),
        (["build", "--out", "enablement.yaml"], "that is a file"),
        (["find", "--persona", "operations-directer"], "Did you mean 'operations-director'?"),
        (["find", "--stage", "nirvana"], "There are: awareness, consideration, decision, customer."),
        (["explain", "PB999"], "There is no code PB999."),
        (["init", "enablement.yaml"], "is a file"),
        (["init", "."], "Nothing was written, because this is there already"),
    ],
)
def test_wrong_usage_is_two_sentences_and_exit_2(run: Run, library: Path, arguments: list[str], sign: str) -> None:
    """A mistake on the command line says what is wrong and what to do, on standard error alone."""
    told = run(*arguments, at=library)
    assert told.code == ExitCode.USAGE
    assert told.out == ""
    assert sign in told.err
    assert told.err.startswith("playbook: ")


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "99999999999999999999"])
def test_a_wrong_epoch_is_wrong_usage(run: Run, library: Path, epoch: str) -> None:
    """SOURCE_DATE_EPOCH counts seconds; anything else stops the command instead of being guessed at."""
    told = run("check", at=library, SOURCE_DATE_EPOCH=epoch)
    assert told.code == ExitCode.USAGE
    assert "SOURCE_DATE_EPOCH" in told.err


def test_without_a_library_the_way_to_one_is_told(run: Run, tmp_path: Path) -> None:
    """In a folder without a library, a command names the three ways on."""
    told = run("check", at=tmp_path)
    assert told.code == ExitCode.USAGE
    assert "--library" in told.err
    assert "playbook init" in told.err


def test_no_command_shows_the_help(run: Run, tmp_path: Path) -> None:
    """`playbook` alone lists its commands, and is wrong usage."""
    told = run(at=tmp_path)
    assert told.code == ExitCode.USAGE
    assert "Commands:" in told.err


def test_our_own_bug_leaves_a_report_and_one_sentence(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 70; the report lies in the library's .playbook/ and holds what a programmer needs."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(pipeline, "check", broken)
    told = run("check", at=library)
    assert told.code == ExitCode.OWN_BUG
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    (report,) = (library / ".playbook").glob("bug-*.txt")
    assert str(report) in told.err
    text = report.read_text(encoding="utf-8")
    assert __version__ in text
    assert "ZeroDivisionError: planted" in text
    assert "['check']" in text


def test_a_machine_that_lacks_something_is_exit_3(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the pipeline says is missing is told as it stands."""

    def without_engine(*_: object, **__: object) -> None:
        raise MachineError("PDFs cannot be made here.", "Install them: apt-get install x.")

    monkeypatch.setattr(pipeline, "build", without_engine)
    told = run("build", "--pdf", at=library)
    assert (told.code, told.err) == (ExitCode.MACHINE, "playbook: PDFs cannot be made here.\n  Install them: apt-get install x.\n")


def test_an_interrupted_command_says_so_and_returns_130(library: Path) -> None:
    """Ctrl-C ends a command with one word."""
    with subprocess.Popen([sys.executable, "-c", SLOW], cwd=library, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as command:
        assert command.stdout is not None
        assert command.stdout.readline() == "reading\n"
        time.sleep(0.2)
        command.send_signal(signal.SIGINT)
        _, told = command.communicate(timeout=20)
    assert command.returncode == ExitCode.INTERRUPTED
    assert told == "\nStopped.\n"


def test_a_reader_that_goes_away_is_no_error(library: Path) -> None:
    """Where nobody reads on, the command ends quietly with the exit code it would have had."""
    script = "import sys\nfrom playbook.cli import main\nsys.argv[1:] = ['explain']\nsys.stdin.readline()\nsys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=library, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as command:
        assert command.stdin is not None
        assert command.stdout is not None
        command.stdout.close()
        command.stdin.write("go\n")
        command.stdin.close()
        assert command.stderr is not None
        assert command.stderr.read() == ""
    assert command.returncode == ExitCode.FINE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("buffered", ["", "1"], ids=["at-the-end", "at-once"])
def test_a_full_disk_is_the_machines_fault(library: Path, buffered: str) -> None:
    """What cannot be written is exit 3, whether it shows at the first line or at the end, and no traceback."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            [*PLAYBOOK, "explain"],
            cwd=library,
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert told.returncode == ExitCode.MACHINE
    assert told.stderr.startswith("playbook: What there was to say could not be written: ")
    assert "Traceback" not in told.stderr


def test_an_ancient_character_set_stops_nothing(misspelt: Path) -> None:
    """Where a terminal knows only ASCII, a letter it lacks is shown as its code."""
    play = misspelt / MISSPELT
    play.write_text(play.read_text(encoding="utf-8").replace("operations-directer", "größe"), encoding="utf-8")
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    told = subprocess.run([*PLAYBOOK, "check"], cwd=misspelt, env=ascii_only, capture_output=True, text=True, check=False)
    assert told.returncode == ExitCode.CONTENT
    assert '"gr\\xf6\\xdfe" is not a persona' in told.stdout


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """`python -m playbook` does what `playbook` does."""
    told = subprocess.run([*PLAYBOOK, "chekc"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == ExitCode.USAGE
    assert "Did you mean 'check'?" in told.stderr
