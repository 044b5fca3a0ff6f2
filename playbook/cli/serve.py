"""`playbook serve`: the site while you write it."""

from __future__ import annotations

import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import console, options
from playbook.cli.console import Bit
from playbook.cli.following import schemas_follow
from playbook.cli.looks import Command
from playbook.cli.places import library_root
from playbook.cli.shape import counted
from playbook.problems import MachineError, UsageError

if TYPE_CHECKING:
    from playbook.serve.state import Shown

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "none": "",
}


@click.command("serve", cls=Command)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port; if taken, the next free one.")
@click.option("--editor", metavar="NAME", default="vscode", show_default=True, help=f"What opens a file: {', '.join(EDITORS)}.")
@click.option("--open", "opens", is_flag=True, help="Open the browser, too.")
@options.DATE
@options.LIBRARY
def command(port: int, editor: str, opens: bool, day: str | None, library: Path | None) -> int:
    """Show the site in a browser on this machine, and make it anew whenever you save a file.

    Problems are laid over the page, each with a link that opens its line in your editor. A mistake never loses the page: the last good
    one stays. PDFs are left to `playbook build`. Stop it with Ctrl and C.
    """
    root = library_root(library)
    options.today(day)
    if editor not in EDITORS:
        raise UsageError(f"There is no editor {editor!r} here.", f"Take one of: {', '.join(EDITORS)}.")
    try:
        from playbook.serve import Plan, preview
    except ImportError as missing:
        raise MachineError(
            "The preview needs a few packages more.", 'Install them with: pip install "content-playbook[serve]"'
        ) from missing

    def ready(address: str) -> None:
        console.say((Bit("The preview: "), Bit(address, "strong"), Bit("  (stop it with Ctrl and C)")))
        console.say((Bit("Forms to edit in: "), Bit(f"{address}admin/", "strong")))
        if opens:
            webbrowser.open(address)

    def seen(shown: Shown) -> None:
        _tell(shown)
        if not shown.stopped:
            schemas_follow(root)

    preview(Plan(root, root / ".playbook/preview", EDITORS[editor], partial(options.today, day), ready, seen), port)
    return 0


def _tell(shown: Shown) -> None:
    """Say in one line what a build gave."""
    if shown.stopped:
        console.tell((Bit("The last good state stays: ", "error"), Bit(shown.stopped)))
    else:
        pages = sum(path.endswith(".html") for path in shown.made)
        console.tell(f"Made {pages:,} {'page' if pages == 1 else 'pages'}: {counted(shown.problems)}.")
