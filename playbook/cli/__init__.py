"""The command line: one file a command, `console` alone prints. `main` is the door."""

from __future__ import annotations

import gc
import sys

from playbook import __version__


def main() -> int:
    """Run the command that stands on the command line and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # before anything is imported: editors and scripts ask this all day
        sys.stdout.write(f"playbook {__version__}\n")
        return 0
    from playbook.cli.edge import run

    code = run(arguments)
    gc.freeze()  # the process ends: nobody need look once more through all that it made
    return code
