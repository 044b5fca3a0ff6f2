"""Text → what YAML sees in it; lines that it refuses are repaired where only quotes, a space or a closing sign are missing."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from playbook.load.dashes import missing_dashes
from playbook.load.repair import Repair, says_something
from playbook.load.source import Source
from playbook.load.tree import Node, TooMuchError, Tree, grow
from playbook.problems import Place

# Each try reads the text again up to the next error, so large files get fewer: together they read some megabytes.
MOST_TRIES = 500
MOST_READ = 4_000_000


class Parsed(Struct, frozen=True):
    """What YAML sees in a file: its documents, the text they were read from, and the lines as their author wrote them.

    In the `repaired` lines the two differ; in those that are `quoted`, by nothing but quotes.
    """

    text: str
    roots: list[Node]
    lines: list[str]
    repaired: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()

    def written(self, node: Node) -> str:
        """Return what stands in the file for a value, with its quotes and signs."""
        return self.text[node.start.index : node.end.index]


def parse(text: str, source: Source) -> Parsed | None:
    """Return what YAML sees in a text, or None where it stays beyond repair; both are reported."""
    try:
        return _parse(text, source)
    except TooMuchError as error:
        place = Place(error.mark.line + 1, error.mark.column + 1)
        source.report("PB107", place, why=str(error), remedy="Split the file, or write it with fewer levels.")
        return None


def _parse(text: str, source: Source) -> Parsed | None:
    lines = text.split("\n")
    tries = max(6, min(MOST_TRIES, MOST_READ // (len(text) + 1)))
    steps: list[_Step] = []
    tree = grow(text)
    while tree.error is not None:
        repaired = _lines_of(steps)
        found, tries = _best(text, tree, repaired, tries)
        if found is None:
            return _given_up(text, tree, lines, steps, source)
        steps.append(_Step(found.repair, text, tree))
        text, tree = found.text, found.tree
    for repair in missing_dashes(text, tree):
        step = _Step(repair, mended := repair.apply(text), grow(mended))
        if step.tree.error is None:
            steps.append(step)
            text, tree = mended, step.tree
    _report(steps, source)
    return _parsed(text, tree, lines, steps)


class _Step(Struct, frozen=True):
    """A repair, with the text and the tree that it was made on, or that it makes."""

    repair: Repair
    text: str
    tree: Tree


def _parsed(text: str, tree: Tree, lines: list[str], steps: list[_Step]) -> Parsed:
    quoted = _lines_of([step for step in steps if step.repair.is_quoting])
    return Parsed(text, tree.roots, lines, frozenset(_lines_of(steps)), frozenset(quoted))


def _lines_of(steps: list[_Step]) -> set[int]:
    return {number for step in steps for number in range(step.repair.first, step.repair.last + 1)}


def _best(text: str, tree: Tree, repaired: set[int], tries: int) -> tuple[_Step | None, int]:
    """Return the repair after which YAML reads all, or else furthest; with what it makes, and the tries that are left."""
    from playbook.load.guesses import repairs  # only a file that YAML refuses needs what follows from it

    best: _Step | None = None
    for repair in repairs(text, tree):
        if tries <= 0:
            break
        if not repaired.isdisjoint(range(repair.first, repair.last + 1)):
            continue
        tries -= 1
        step = _Step(repair, mended := repair.apply(text), grow(mended))
        if step.tree.error is None:
            return step, tries
        reached = given_up_at(step.tree)
        if reached > max(given_up_at(best.tree if best else tree), (repair.last + 1, -1)) and not _is_begun_in(repair, step.tree):
            best = step
    return best, tries


def _is_begun_in(repair: Repair, tree: Tree) -> bool:
    """Whether what YAML gave up on is still a name without a colon in the lines of a repair."""
    mark = getattr(tree.error, "context_mark", None)
    is_name = "simple key" in (getattr(tree.error, "context", "") or "")
    return is_name and mark is not None and repair.first <= mark.line <= repair.last


def _given_up(text: str, tree: Tree, lines: list[str], steps: list[_Step], source: Source) -> Parsed | None:
    """Report why a text cannot be read; a first document that is whole is kept where only a later one is broken.

    A repair next to where YAML gives up in the end has not helped: it is taken back, so that one mistake is told once.
    """
    if len(tree.roots) > 1 and tree.open and tree.open[0] is tree.roots[-1] and tree.roots[0].items[0].items:
        _report(steps, source)
        return _parsed(text, tree, lines, steps)
    while steps and _is_beside(steps[-1].repair, tree, lines):
        text, tree = steps[-1].text, steps[-1].tree
        steps = steps[:-1]
    _report([_Step(replace(step.repair, remedy="Paste the corrected line."), step.text, step.tree) for step in steps], source)
    from playbook.load.refusals import refuse

    refuse(text, tree, source)
    return None


def _is_beside(repair: Repair, tree: Tree, lines: list[str]) -> bool:
    """Whether YAML gives up in the lines of a repair, or in the next one that says something."""
    below = next((number for number in range(repair.last + 1, len(lines)) if says_something(lines[number])), repair.last)
    return given_up_at(tree)[0] <= below or _is_begun_in(repair, tree)


def _report(steps: list[_Step], source: Source) -> None:
    for step in steps:
        repair = step.repair
        source.report(repair.code, repair.place, why=repair.why, remedy=repair.remedy, suggestion=repair.suggestion)


def given_up_at(tree: Tree) -> tuple[int, int]:
    """Return the line and column, counted from 0, where YAML gave up."""
    mark = getattr(tree.error, "problem_mark", None)
    return (mark.line, mark.column) if mark else (0, 0)
