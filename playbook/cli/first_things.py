"""The ten problems worth doing first, in short, each with what reps lose by it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.cli.console import Bit, Line
from playbook.cli.shape import plural
from playbook.select import Worth


def first_things(worths: tuple[Worth, ...]) -> Iterator[Line]:
    """Yield the lines of the list, the first thing first."""
    yield (Bit(f"Worth doing first, of all that stands above ({len(worths)}):", "strong"),)
    for number, worth in enumerate(worths, start=1):
        found = worth.problem
        place = f":{found.place.line}" if found.place else ""
        rests = [plural(count, word) for count, word in ((worth.plays, "play"), (worth.stages, "stage")) if count]
        loss = f"  ({' and '.join(rests)} {'rests' if worth.plays + worth.stages == 1 else 'rest'} on it)" if rests else ""
        level = Bit(str(found.level), str(found.level))
        yield (Bit(f"{number:>3}. {found.file}{place}  "), level, Bit(f" {found.code}  {found.what}"), Bit(loss, "quiet"))
