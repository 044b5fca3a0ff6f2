"""`playbook doctor`: what this machine lacks, what it costs, and what to install."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
from msgspec import Struct

from playbook import __version__
from playbook.cli import console
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import nearest_library
from playbook.problems import ExitCode, MachineError, UsageError

_EXTRAS = {
    "serve": ("the live preview, `playbook serve`", ("starlette", "uvicorn", "watchfiles")),
    "sheets": ("Excel workbooks, `playbook export xlsx` and `playbook import FILE.xlsx`", ("openpyxl",)),
}
"""What an extra of the package brings, and the modules by which it is known."""
_OF_THE_SYSTEM = {"ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "zh"}
"""Languages whose signs the theme's own fonts lack, so that PDFs need a font of the system."""


class Finding(Struct, frozen=True):
    """One thing that was looked at: whether it is there, what it is, and otherwise what that costs and what to do."""

    name: str
    there: bool
    told: str
    remedy: str = ""
    needed: bool = False


@click.command("doctor", cls=Command)
@click.option("--library", type=click.Path(path_type=Path), metavar="DIR", help="The library whose disk and language are looked at.")
def command(library: Path | None) -> int:
    """Look at this machine: what is there, what is missing, what that costs you and what to install.

    It changes nothing. The exit code is 3 where something is missing that no command can do without.
    """
    root = nearest_library((library or Path()).resolve())
    if library and root is None:
        raise UsageError(f"There is no library in {library}.", "--library names the folder that holds enablement.yaml.")
    found = list(findings(root))
    for each in found:
        _show(each)
    missing = [each for each in found if not each.there]
    console.say()
    console.say(
        (Bit("All is well.", "good"),) if not missing else f"{len(missing)} of {len(found)} can be better; what to do stands there."
    )
    return ExitCode.MACHINE if any(each.needed for each in missing) else ExitCode.FINE


def findings(root: Path | None) -> Iterator[Finding]:
    """Yield what is found on this machine; of a library, where there is one, its disk and the fonts of its language too."""
    yield Finding("playbook", True, f"{__version__}, Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    yield _yaml()
    yield _pdfs()
    for extra, (what, modules) in _EXTRAS.items():
        there = all(find_spec(module) for module in modules)
        yield Finding(extra, there, what if there else f"{what} cannot run", f'pip install "content-playbook[{extra}]"')
    git = shutil.which("git") is not None
    yield Finding("git", git, "for `build --since`" if git else "`build --since REVISION` cannot run", "Install git.")
    if root is not None:
        yield _disk(root)
        yield from _fonts(root)


def _yaml() -> Finding:
    import yaml

    told = "with libyaml" if yaml.__with_libyaml__ else "without libyaml: no library can be read"
    remedy = "pip install --force-reinstall --only-binary :all: pyyaml"
    return Finding("PyYAML", yaml.__with_libyaml__, f"{yaml.__version__}, {told}", remedy, needed=True)


def _pdfs() -> Finding:
    from playbook.render import engine

    try:
        return Finding("PDFs", True, engine())
    except MachineError as missing:
        return Finding("PDFs", False, missing.what, missing.remedy)


def _disk(root: Path) -> Finding:
    """Try what publishing does, where the site would go if nobody says otherwise."""
    from playbook.publish import exchanges

    there = exchanges(root)
    told = "a new site takes the place of the old one in one step" if there else "a site is brought up to date file by file"
    remedy = "Readers may meet pages of two builds for a moment. Build on a local Linux disk, or where nobody reads, and copy the site."
    return Finding("publishing", there, told, remedy)


def _fonts(root: Path) -> Iterator[Finding]:
    """Look for a font of the system, where the library is in a language that the theme's own fonts cannot write."""
    from playbook.load import read
    from playbook.validate import bind

    language = bind(read(root).documents).settings.language.partition("-")[0].lower()
    if language not in _OF_THE_SYSTEM or not (asked := shutil.which("fc-list")):
        return
    listed = subprocess.run([asked, f":lang={language}", "family"], capture_output=True, text=True, check=False).stdout
    families = sorted({line.partition(",")[0].strip() for line in listed.splitlines() if line.strip()})
    told = ", ".join(families[:3]) if families else f'no font here has the signs of the language "{language}", so PDFs show boxes'
    yield Finding("fonts", bool(families), told, "Install one, such as fonts-noto-core or fonts-noto-cjk, or name your own under brand.")


def _show(found: Finding) -> None:
    mark = Bit("yes", "good") if found.there else Bit("no ", "error" if found.needed else "warning")
    console.say((mark, Bit(f"  {found.name:<11}", "strong"), Bit(found.told)))
    if not found.there and found.remedy:
        console.say(f"       {'':<9}→ {found.remedy}")
