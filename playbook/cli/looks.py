"""Which click classes the commands are made of: rich-click's where help is read on a terminal, else click's, which start faster."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING


def _help_on_a_terminal() -> bool:
    asks = len(sys.argv) < 2 or not {"--help", "-h"}.isdisjoint(sys.argv)
    return asks and sys.stdout.isatty()


if TYPE_CHECKING or not _help_on_a_terminal():
    from click import Command, Group
else:
    from rich_click import RichCommand as Command
    from rich_click import RichGroup as Group

__all__ = ["Command", "Group"]
