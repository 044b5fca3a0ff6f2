"""Text → what YAML sees in it; lines that it refuses are repaired where only quotes, a space or a closing sign are missing."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.load.refusals import refuse
from playbook.load.repair import Repair, repairs
from playbook.load.source import Source
from playbook.load.tree import Node, TooMuchError, Tree, grow
from playbook.problems import Place

# Each try reads the text again up to the next error, so large files get fewer: together they read some megabytes.
MOST_TRIES = 500
MOST_READ = 4_000_000


@dataclass(frozen=True)
class Parsed:
    """What YAML sees in a file: its documents, the text they were read from, and the lines as their author wrote them."""

    text: str
    roots: list[Node]
    lines: list[str]
    repaired: frozenset[int] = frozenset()

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
    repaired: set[int] = set()
    tree = grow(text)
    while tree.error is not None:
        found = _first_that_helps(text, tree, repaired, tries)
        if found is None:
            return _given_up(text, tree, lines, source)
        repair, text, tree, tries = found
        repaired.update(range(repair.first, repair.last + 1))
        source.report(repair.code, repair.place, why=repair.why, remedy=repair.remedy, suggestion=repair.suggestion)
    return Parsed(text, tree.roots, lines, frozenset(repaired))


def _first_that_helps(text: str, tree: Tree, repaired: set[int], tries: int) -> tuple[Repair, str, Tree, int] | None:
    """Return the first repair after which YAML reads on, with the repaired text and its tree, and the tries that are left."""
    for repair in repairs(text, tree):
        if tries <= 0:
            return None
        if not repaired.isdisjoint(range(repair.first, repair.last + 1)):
            continue
        tries -= 1
        mended = repair.apply(text)
        grown = grow(mended)
        if grown.error is None or given_up_at(grown) > max(given_up_at(tree), (repair.last + 1, -1)):
            return repair, mended, grown, tries
    return None


def _given_up(text: str, tree: Tree, lines: list[str], source: Source) -> Parsed | None:
    """Report why a text cannot be read; a first document that is whole is kept where only a later one is broken."""
    if len(tree.roots) > 1 and tree.open and tree.open[0] is tree.roots[-1] and tree.roots[0].items[0].items:
        return Parsed(text, tree.roots, lines)
    refuse(text, tree, source)
    return None


def given_up_at(tree: Tree) -> tuple[int, int]:
    """Return the line and column, counted from 0, where YAML gave up."""
    mark = getattr(tree.error, "problem_mark", None)
    return (mark.line, mark.column) if mark else (0, 0)
