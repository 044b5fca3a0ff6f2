"""Messages: what a rep copies and sends as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.library import Library
from playbook.model.entries import Entry
from playbook.model.settings import Settings
from playbook.model.walk import Value
from playbook.problems import Problem
from playbook.validate.rules.finding import finding, is_live

BROKEN_FROM = 40
"""Letters of a line that somebody broke because it was full; verses, addresses and lists have shorter ones."""

_GOES_ON = re.compile(rf"^(?=.{{{BROKEN_FROM}}})[^\n]*[^\W\d_],?\n(?P<rest>[^\W\d_A-Z][^\n]*)", re.MULTILINE)


def broken_lines(library: Library, thing: Entry | Settings, value: Value) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A line of a message ends in mid-sentence, and the next goes on with a small letter."""
    if value.path[-1] != "body" or "send" not in value.path or not is_live(thing):
        return
    found = [each for each in _GOES_ON.finditer(value.value) if each["rest"][0].islower()]
    if found:
        rest = " ".join(found[0]["rest"].split()[:4])
        yield finding(
            thing,
            "PB345",
            value.path,
            part=rest,
            why=f'The line before "{rest}" ends in mid-sentence{_often(len(found))}, and it is sent like that.',
            remedy="Write each paragraph of the message on one line, however long.",
        )


def _often(times: int) -> str:
    return f", as do {times - 1} more" if times > 1 else ""
