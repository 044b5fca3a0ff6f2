"""The ten problems worth doing first: what cannot be read or found, then errors before warnings, and what most plays suffer from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from playbook.cli.console import Bit, Line
from playbook.cli.shape import plural
from playbook.problems import Level, Problem

MOST = 10
"""As many as a person takes on in a sitting."""
MOST_ALIKE = 3
"""Of one code, so that one mistake made everywhere leaves room for others."""
_EDITORIAL = "PB3"
"""How the codes begin of what is weak, and not unreadable, unknown or missing."""

Resting = Mapping[str, tuple[int, int, int]]
_NOTHING = (0, 0, 0)


class Worth(Struct, frozen=True):
    """A problem with what reps lose by it: how many live plays and how many stages rest on the entry it is in; `alike` are left out."""

    problem: Problem
    plays: int
    stages: int
    alike: int = 0


def worth_doing(problems: Iterable[Problem], resting: Resting, most: int = MOST) -> tuple[Worth, ...]:
    """Return the problems to do first, at most so many; of the same problem in one file only the first is among them.

    Of one code at most three are among them as long as there are others; the last of these says how many more there are.

    `resting` says how many live plays, stages and references rest on a file. What is equal otherwise is ordered by how many references
    there are, then by file and line.
    """
    found: dict[tuple[str, str], Problem] = {}
    for each in problems:
        key = (each.code, each.file)
        if key not in found or _stands_before(each, found[key]):
            found[key] = each
    ranked = sorted(found.values(), key=lambda each: _rank(each, resting.get(each.file, _NOTHING)))
    return tuple(Worth(each, *resting.get(each.file, _NOTHING)[:2], alike) for each, alike in _varied(ranked, most))


def _varied(ranked: Sequence[Problem], most: int) -> list[tuple[Problem, int]]:
    """Return at most so many, three of each code before any further; with the last of a code, how many of it are left out."""
    nth: Counter[str] = Counter()
    turns = []
    for place, each in enumerate(ranked):
        nth[each.code] += 1
        turns.append((nth[each.code] > MOST_ALIKE, place))
    chosen = [ranked[place] for place in sorted(place for _, place in sorted(turns)[:most])]
    shown = Counter(each.code for each in chosen)
    left = {each.code: nth[each.code] - shown[each.code] for each in chosen}
    last = {each.code: place for place, each in enumerate(chosen)}
    return [(each, left[each.code] if last[each.code] == place else 0) for place, each in enumerate(chosen)]


def _stands_before(one: Problem, other: Problem) -> bool:
    return one.place is not None and other.place is not None and one.place < other.place


def _rank(found: Problem, resting: tuple[int, int, int]) -> tuple[int, bool, int, int, int, str, int, str]:
    """Return what problems are ordered by; an error of reading comes before one of what is said, which a team may have made an error."""
    plays, stages, references = resting
    return (
        -found.level if found.level > Level.NOTE else 0,
        found.level is Level.ERROR and found.code >= _EDITORIAL,
        -plays,
        -stages,
        -references,
        found.file,
        found.place.line if found.place else 0,
        found.code,
    )


def first_things(worths: tuple[Worth, ...]) -> Iterator[Line]:
    """Yield the lines of the list, the first thing first, each with what reps lose by it."""
    yield (Bit(f"Worth doing first, of all that stands above ({len(worths)}):", "strong"),)
    for number, worth in enumerate(worths, start=1):
        found = worth.problem
        place = f":{found.place.line}" if found.place else ""
        rests = [plural(count, word) for count, word in ((worth.plays, "play"), (worth.stages, "stage")) if count]
        alike = f"  and {worth.alike:,} more like it" if worth.alike else ""
        loss = f"  ({' and '.join(rests)} {'rests' if worth.plays + worth.stages == 1 else 'rest'} on it)" if rests else ""
        level = Bit(str(found.level), str(found.level))
        yield (Bit(f"{number:>3}. {found.file}{place}  "), level, Bit(f" {found.code}  {found.what}"), Bit(loss + alike, "quiet"))
