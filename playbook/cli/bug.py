"""What is left of a bug of our own: a report in a file, and one sentence."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from playbook import __version__
from playbook.cli import console
from playbook.cli.places import nearest_library


def report(bug: BaseException, arguments: Sequence[str]) -> None:
    """Save a report of an exception that nobody expected, and say where it lies."""
    report_details("".join(traceback.format_exception(bug)), arguments)


def report_details(details: str, arguments: Sequence[str]) -> None:
    """Save a report with these details, and say where it lies; where no file can be written, show it."""
    text = f"playbook {__version__}, Python {platform.python_version()}, {platform.platform()}\n{list(arguments)}\n\n{details}"
    file = _write(text)
    where = f"A report is in {file}" if file else "No report could be saved"
    sentence = f"This is a bug in playbook, not in your files. {where}; please send it on."
    console.tell((console.Bit("playbook: ", "error"), console.Bit(sentence)))
    if file is None:
        console.tell(text)


def _write(text: str) -> Path | None:
    """Write the report into the library's `.playbook/`, or where temporary files go; None where neither can be written."""
    library = nearest_library(Path.cwd())
    folders = [library / ".playbook"] if library else []
    for folder in (*folders, Path(tempfile.gettempdir())):
        file = folder / f"bug-{datetime.now(tz=UTC):%Y%m%d-%H%M%S-%f}.txt"
        try:
            folder.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return file
    return None
