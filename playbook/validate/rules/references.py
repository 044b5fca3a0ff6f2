"""References by id: the entry is not here, or it is no longer offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from playbook.library import Edge, Library
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.kinds import KINDS
from playbook.model.knowledge import Request
from playbook.model.plays import Play
from playbook.model.walk import says_something
from playbook.problems import FieldPath, Problem, problem
from playbook.validate.near import Words
from playbook.validate.reading import with_article
from playbook.validate.rules.finding import finding, plain_id, some


def dangling(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """A reference names an entry that is not here."""
    known: dict[str, Words] = {}
    count = Counter((edge.kind, edge.id) for edge in library.edges)
    for edge in library.edges:
        if library.get(edge.kind, edge.id) is None:
            if edge.kind not in known:
                known[edge.kind] = Words(library.entries[edge.kind])
            yield _dangling(edge, known[edge.kind], count[edge.kind, edge.id])


def no_longer_offered(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Something that reps meet leads them to what is retired or replaced."""
    for edge in library.edges:
        target = library.get(edge.kind, edge.id)
        if target is not None and edge.field[0] != "replaced_by" and _is_over(target) and _is_met(library, edge):
            yield _over(library, edge, target)


def still_drafts(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Something that reps meet names content or a play that is a draft, which they do not see."""
    for edge in library.edges:
        target = library.get(edge.kind, edge.id)
        source = library.get(edge.source_kind, edge.source_id)
        if not isinstance(target, Asset | Play) or target.status != "draft" or not says_something(target):
            continue
        if source is not None and source.is_live and not isinstance(source, Request):
            yield _found(
                edge,
                "PB349",
                why=f'"{edge.id}" is a draft, so reps do not see it here.',
                remedy=f"Approve {target.file}, or name it here once it is approved.",
            )


def replaced_in_a_ring(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Assets replace one another in a ring, so none of them is the one to use."""
    following = {asset.id: asset.replaced_by for asset in library.of(Asset) if asset.replaced_by}
    done: set[str] = set()
    for start in following:
        way: dict[str, None] = {}
        at = start
        while at in following and at not in way and at not in done:
            way[at] = None
            at = following[at]
        if at in way:
            yield _ring(library, list(way)[list(way).index(at) :])
        done |= way.keys()


def replaced_but_not_retired(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """An asset names its replacement, and reps are still offered both."""
    for asset in library.of(Asset):
        if asset.is_live and library.get("asset", asset.replaced_by):
            yield finding(
                asset,
                "PB311",
                ("replaced_by",),
                why=f'"{asset.replaced_by}" takes its place, and reps are still offered both.',
                remedy="Write status: retired, or take replaced_by out.",
            )


def _found(edge: Edge, code: str, **details: object) -> Problem:
    """Return a problem where a reference stands."""
    return problem(code, edge.file, edge.field, entry=_source(edge), part=edge.id, **details)


def _dangling(edge: Edge, known: Words, times: int) -> Problem:
    code = "PB221" if _is_clock(edge.field) else "PB203"
    folder = KINDS[edge.kind].folder
    plural = KINDS[edge.kind].plural.capitalize()
    new = _new_file(folder, edge.id)
    near = known.nearest(edge.id)
    if near and near != edge.id and plain_id(near) == edge.id:
        return _badly_called(code, edge, near)
    here = f"{plural} here: {some(known.known)} ({folder}/)." if known.known else f"There are no {KINDS[edge.kind].plural} yet."
    return _found(
        edge,
        code,
        why=f'"{edge.id}" is not {with_article(edge.kind)}{f", and {times} places name it" if times > 1 else ""}.',
        suggestion=near,
        remedy=f"{here} Name one of them, take it out here, or add {new}.{'' if near else _renamed(edge)}"
        if known.known
        else f"{here} Take it out here, or add {new}.",
    )


def _badly_called(code: str, edge: Edge, id_: str) -> Problem:
    """An id is named as it should be, and the file has capitals or spaces in its name: the file is to be called otherwise."""
    folder = KINDS[edge.kind].folder
    return _found(
        edge,
        code,
        why=f'"{edge.id}" is not {with_article(edge.kind)}, but {folder}/ has a file called "{id_}".',
        remedy=f"Call that file {edge.id}.yaml.",
    )


def _renamed(edge: Edge) -> str:
    """Say what to do where somebody has given the file another name by hand."""
    if plain_id(edge.id) != edge.id:
        return ""
    return f" If its file was given another name by hand, give it back {edge.id}.yaml and run: playbook rename {edge.kind} {edge.id} NEW"


def _new_file(folder: str, id_: str) -> str:
    """Offer a file for an id that nobody has yet, and the id that it will have where it cannot be the one that is written."""
    plain = plain_id(id_)
    if plain == id_:
        return f"{folder}/{plain}.yaml"
    return f"{folder}/{plain}.yaml and write {plain} here" if plain else f"a file to {folder}/ and write its name here"


def _is_clock(field: FieldPath) -> bool:
    """A clock for a hand-off that no stage has is a gap in the agreement and breaks nothing."""
    return field[0] == "clocks" and field[-1] == "handoff"


def _is_over(target: Entry) -> bool:
    return target.status == "retired" or (isinstance(target, Asset) and bool(target.replaced_by))


def _is_met(library: Library, edge: Edge) -> bool:
    source = library.get(edge.source_kind, edge.source_id)
    return source is None or source.is_live


def _over(library: Library, edge: Edge, target: Entry) -> Problem:
    instead = target.replaced_by if isinstance(target, Asset) else ""
    follower = library.get("asset", instead) if instead else None
    certain = instead if follower is not None and not _is_over(follower) else ""
    state = "is retired" if target.status == "retired" else "has been replaced"
    return _found(
        edge,
        "PB310",
        why=f'"{edge.id}" {state}, and this still leads to it.',
        suggestion=certain,
        remedy=f'Name "{certain}" instead.' if certain else "Name another one, or take it out.",
    )


def _ring(library: Library, ring: list[str]) -> Problem:
    asset = library.entries["asset"][min(ring)]
    return finding(
        asset,
        "PB319",
        ("replaced_by",),
        why=f"Each of these is replaced by the next, and the last by the first: {some(ring)}.",
        remedy="Take replaced_by out of the one that is to be used.",
    )


def _source(edge: Edge) -> str:
    return "" if edge.source_kind == "settings" else f"{edge.source_kind}:{edge.source_id}"
