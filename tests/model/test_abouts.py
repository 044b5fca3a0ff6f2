"""Every field tells an author in one sentence what to write there."""

from __future__ import annotations

import re
from collections import defaultdict
from types import new_class

import pytest

from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Declared, Field, Free, Group, Many, Name, Scalar, Shape, Table, external, shape_of

LONGEST = 160
OUR_OWN_WORDS = re.compile(
    r"\b(mapping|scalar|node|validators?|nonetype|null|boolean|string|integer|dict|array|schema|token|parse\w*|YAML|Markdown)\b", re.I
)


def groups(shape: Shape) -> set[Group]:
    """Return the groups in a shape, itself included, each once."""
    match shape:
        case Group():
            return {shape}.union(*(groups(known.shape) for known in shape.fields.values()))
        case Many() | Table():
            return groups(shape.item)
        case Scalar() | Free():
            return set()


def offences(*classes: type[Declared]) -> list[str]:
    """Return what is wrong with the sentences of these classes' fields, and of the groups in them."""
    found = set().union(*(groups(shape_of(of)) for of in classes))
    told = {(group.of.__qualname__.rpartition(".")[2], known.name): known for group in found for known in group.fields.values()}
    alone = [f"{of}.{name}: {reason}" for (of, name), known in told.items() if (reason := _reason(known))]
    return sorted([*alone, *_twice(told)])


def _reason(known: Field) -> str:
    """Return what is wrong with one sentence, if anything is."""
    if not known.about:
        return "says nothing"
    if len(known.about) > LONGEST:
        return f"is longer than {LONGEST}"
    if not re.match(r"[A-Z]|(draft) ", known.about) or known.about[-1] not in ".?":
        return "is no sentence"
    return "uses a word that authors need not know" if OUR_OWN_WORDS.search(known.about) else ""


def _twice(told: dict[tuple[str, str], Field]) -> list[str]:
    """Return the sentences that stand at more than one field; fields that every entry has are told by their entry class."""
    places = defaultdict(set)
    common = set(shape_of(Entry).fields)
    for (of, name), known in told.items():
        places[known.about].add(name if name in common else f"{of}.{name}")
    return [f"{', '.join(sorted(where))}: the same sentence" for about, where in places.items() if about and len(where) > 1]


def test_every_field_says_what_to_write_there() -> None:
    """Each field of each kind and of the project file has a sentence of its own, short and in plain words."""
    assert offences(*(kind.of for kind in [*KINDS.values(), AGREEMENT]), Settings) == []


PLANTED = {
    "silent": "",
    "long": "W" + "o" * LONGEST + "rds.",
    "half": "the words of it",
    "ours": "A mapping of names.",
    "first": "For whom it is.",
    "second": "For whom it is.",
}


def _planted(body: dict[str, object]) -> None:
    body |= {"__annotations__": dict.fromkeys(PLANTED, Name)}
    body |= {name: external("", about) for name, about in PLANTED.items()}


def test_a_planted_offender_is_found() -> None:
    """A silent, a long and a broken sentence are found, one in our words, and one that is said twice."""
    planted = new_class("Planted", (Declared,), exec_body=_planted)
    assert offences(planted) == [
        "Planted.first, Planted.second: the same sentence",
        "Planted.half: is no sentence",
        "Planted.long: is longer than 160",
        "Planted.ours: uses a word that authors need not know",
        "Planted.silent: says nothing",
    ]


def test_a_field_cannot_be_declared_without_a_sentence() -> None:
    """Whoever adds a field is asked for its sentence at once."""
    with pytest.raises(TypeError, match="about"):
        external("")
