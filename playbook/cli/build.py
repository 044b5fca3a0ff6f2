"""`playbook build`: check the library, then make its site and PDFs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from playbook.cli import console, options
from playbook.cli.console import Bit
from playbook.cli.looks import Command
from playbook.cli.places import library_root, shown
from playbook.cli.revision import revision
from playbook.cli.shape import counted, plural
from playbook.problems import ExitCode, Level, UsageError

if TYPE_CHECKING:
    from playbook.pipeline import Built
    from playbook.publish import Published

_OWN_FOLDERS = ("personas", "content_library", "templates", "activity")


@click.command("build", cls=Command)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes. Left out: site/ in the library.")
@click.option(
    "--edition",
    type=click.Choice(["rep", "partner", "buyer"]),
    default="rep",
    show_default=True,
    help="For whom: your own reps see everything, partners and buyers what is marked for them.",
)
@click.option("--pdf/--no-pdf", default=None, help="Demand PDFs, or leave them out. Neither given: PDFs where this machine can make them.")
@click.option("--jobs", "workers", type=click.IntRange(min=1), metavar="N", help="How many files to make at once. Left out: one a core.")
@click.option(
    "--since",
    default="",
    metavar="DIR|REV",
    help="Tell what changed since an earlier site (its folder or its library.json), or since a revision of the library's repository.",
)
@click.option("--admin", is_flag=True, help="Put forms into the site, at admin/, in which authors edit the library where it is kept.")
@options.DATE
@click.option("--keep-going", is_flag=True, help="Publish even if a page cannot be made: a notice takes its place.")
@options.FAIL_ON
@click.option("--quiet", "-q", is_flag=True, help="Say nothing unless the command fails.")
@options.LIBRARY
def command(library: Path | None, out: Path | None, day: str | None, fail_on: str, quiet: bool, **how: Any) -> int:
    """Check the library, then make its website and PDFs. Only what changed is made again.

    Problems in the content never keep a page from being made: they are shown, and the page shows its gap.
    """
    root = library_root(library)
    target = _target(root, out)
    today = options.today(day)

    from playbook.cli.progress import progress
    from playbook.pipeline import BuildOptions, build

    chosen = BuildOptions(**how | {"workers": how["workers"] or 0, "revision": revision(root)})
    built = build(root, target, today=today, options=chosen, progress=progress(quiet=quiet))
    code = _code(built, fail_on, keep_going=chosen.keep_going)
    _show(built, root, _loud(fail_on, code) if quiet else Level.NOTE)
    if not quiet:
        _close(built, target)
    return code


def _target(root: Path, out: Path | None) -> Path:
    """Return where the site goes.

    Raises UsageError for a folder in which the site would lie among, or on top of, what people write.
    """
    target = (out or root / "site").resolve()
    own = any(target.is_relative_to(root / name) for name in _OWN_FOLDERS)
    if root.is_relative_to(target) or own:
        raise UsageError(f"The site cannot go to {out}: the library's own files lie there.", "Name a folder of its own: --out site.")
    if target.exists() and not target.is_dir():
        raise UsageError(f"The site cannot go to {out}: that is a file.", "Name a folder: --out site.")
    return target


def _code(built: Built, fail_on: str, *, keep_going: bool) -> ExitCode:
    """Return the exit code: a site that was not published is a failure whatever `--fail-on` says."""
    if built.published.failed and not keep_going:
        return ExitCode.OWN_BUG if _bugs(built.published) else ExitCode.CONTENT
    return ExitCode.CONTENT if options.fails(built.problems, fail_on) else ExitCode.FINE


def _bugs(published: Published) -> list[str]:
    """Return the tracebacks of files that failed for a reason nobody foresaw; what was foreseen has sentences of its own."""
    return [f"{path}\n{detail}" for path, detail in published.details if detail.startswith("Traceback") and not _is_foreseen(detail)]


def _is_foreseen(detail: str) -> bool:
    return any(line.startswith(("playbook.problems.", "MemoryError")) for line in detail.splitlines())


def _loud(fail_on: str, code: ExitCode) -> Level | None:
    """Return from which level on `--quiet` still shows problems: those that made the command fail."""
    if code is ExitCode.FINE:
        return None
    return Level.WARNING if fail_on == "warning" else Level.ERROR


def _show(built: Built, root: Path, at_least: Level | None) -> None:
    """Print the problems from a level on; a bug that kept a page from being made leaves a report."""
    loud = [found for found in built.problems if at_least and found.level >= at_least]
    if loud:
        from playbook.cli.listing import show
        from playbook.load import source_line

        show(loud, partial(source_line, root))
    if bugs := _bugs(built.published):
        from playbook.cli.bug import report_details

        report_details("\n\n".join(bugs), ["build"])


def _close(built: Built, target: Path) -> None:
    """Print what was made, kept and removed, where the site is, and how many problems there are."""
    index = target / "index.html"
    failed = 0 if built.published.swapped else len(built.published.failed)
    if failed:
        console.say((Bit("Nothing was published", "error"), Bit(f": {plural(failed, 'file')} could not be made.")))
    else:
        console.say(f"{_made(built.published)}.")
    if index.is_file():
        console.say((Bit("The site, as it was before: " if failed else "The site: "), Bit(shown(index), "strong")))
    console.say(f"{counted(built.problems).capitalize()}.")


def _made(published: Published) -> str:
    pages = sum(path.endswith(".html") for path in published.made)
    pdfs = sum(path.endswith(".pdf") for path in published.made)
    others = len(published.made) - pages - pdfs
    made = f"Made {plural(pages, 'page')}, {plural(pdfs, 'PDF')} and {plural(others, 'other file')}"
    return f"{made}; kept {published.kept:,}, removed {len(published.removed):,}"
