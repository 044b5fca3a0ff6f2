"""An example of a problem: a mistake as `playbook check` tells it, to the letter."""

from __future__ import annotations

import re
from functools import cache

from playbook.shipped import examples_file

_TOLD = re.compile(r"^\S+:\d+:\d+  \w+ (PB\d+)  ")


def example_of(code: str) -> str:
    """Return the lines of the first mistake that is told by a code; nothing for a code that no mistake in a file has."""
    return _examples().get(code, "")


@cache
def _examples() -> dict[str, str]:
    """Return the shortest example of each code."""
    found: dict[str, str] = {}
    for told in re.split(r"^=== .*\n", examples_file().read_text("utf-8"), flags=re.MULTILINE):
        head, _, more = told.strip("\n").partition("\n\n")
        code = _TOLD.match(head)
        if code and not more and len(head) < len(found.get(code[1], head + " ")):
            found[code[1]] = head
    return found
