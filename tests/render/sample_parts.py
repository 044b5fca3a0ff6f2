"""Parts that sample pages are made of, and entries with every field filled, each with a word of its own, so that a lost field is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from playbook.model.bodies import SaidBody
from playbook.model.entries import ObjectionLine
from playbook.model.parts import Leaf, Link, Related, Row, Rows, Situation, SituationGroup
from playbook.model.shapes import Audience, Free, Group, Many, Scalar, Shape, Table, shape_of
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.model.walk import values


def filled(of: type, words: Iterator[int] | None = None) -> Any:
    """Return an entry or group with every field filled; each text holds a number of its own."""
    words = words or count(100)
    chosen = {known.attribute: _filled(known.shape, words, name) for name, known in shape_of(of).fields.items()}
    named = set(of.__struct_fields__)
    if "key" in named:
        chosen["key"] = f"key{next(words)}"
    return of(**chosen, **{name: f"{of.__name__.lower()}-{name}" for name in ("id", "file") if name in named - chosen.keys()})


def _filled(shape: Shape, words: Iterator[int], name: str) -> Any:
    match shape:
        case Scalar():
            return _scalar(shape, f"{name.replace('_', ' ')} {next(words)}")
        case Many():
            return (_filled(shape.item, words, name), _filled(shape.item, words, name))
        case Table():
            return {f"{name} one": _filled(shape.item, words, name)}
        case Group():
            return filled(shape.of, words)
        case Free():
            return {"own_field": f"own field {next(words)}", "own_list": [f"own item {next(words)}", {"deep": f"deep {next(words)}"}]}


def _scalar(scalar: Scalar, word: str) -> Any:
    """Return a value of a sort, made from a word with a number of its own."""
    number = int(word.rpartition(" ")[2])
    day = date(2026, 11, number % 28 + 1)
    made = {
        "number": number,
        "whole": number,
        "share": 0.25,
        "duration": Span(f"{number} business days", number, number, "day", business=True),
        "day": DayValue(day.isoformat(), day, day),
        "step-day": StepDayValue(str(number), number),
        "yes-no": True,
        "address": f"https://example.com/page-{number}",
        "file": f"file-{number}.pdf",
        "choice": scalar.of.split()[-1] if scalar.of else "",
        "reference": f"{scalar.of}-{number}",
        "vocabulary": f"{scalar.of}-{number}",
        "lines": f"Hi {{first_name}},\nline {number} of what is sent",
    }
    return made.get(scalar.sort, f"{word[0].upper()}{word[1:]}")


def links_for(*things: Any) -> tuple[Link, ...]:
    """Return a link for every reference and label of these entries, each titled after its id."""
    found = {}
    for thing in things:
        for value in values(thing):
            if value.scalar.sort in ("reference", "vocabulary"):
                kind = value.scalar.of
                href = f"{kind}s/{value.value}.html" if value.scalar.sort == "reference" else ""
                found[kind, value.value] = Link(kind, value.value, f"Title of {value.value}", href)
            if value.scalar.sort == "file":
                found["file", value.value] = Link("file", value.value, "0" * 64, f"files/{value.value}")
    return tuple(found.values())


def said_values(thing: Any) -> list[str]:
    """Return what a page about this entry must show: all but notes, and what is shown in other words."""
    shown = []
    for value in values(thing):
        if value.audience is not Audience.AUTHORS and value.scalar.sort not in ("choice", "share") and value.path[-1] != "id":
            shown += str(value.value).replace("{first_name}", "").splitlines() if value.scalar.sort == "lines" else [str(value.value)]
    return [word.strip(" ,") for word in shown]


SITUATIONS = (
    SituationGroup(
        "said",
        (
            Situation(
                "They said not now",
                "signal-not-now",
                "No budget or no pressure",
                "1 business day",
                True,
                False,
                "Ask what would change",
                Link("play", "not-now", "They want to wait", "plays/not-now.html"),
            ),
        ),
    ),
    SituationGroup("silent", (Situation("Quiet after the proposal", "signal-quiet", enough_alone=False),)),
)
RELATED = (
    Related(
        "Plays that use it",
        (Link("play", "not-now", "They want to wait", "plays/not-now.html"), Link("play", "gone", "Gone", state="missing")),
    ),
)
ROWS = Rows(
    (
        Row("Means", (Leaf("text", "A *qualified* lead"),)),
        Row("Also", (Leaf("name", "MQL"), Leaf("name", "Lead"))),
        Row(
            "Handoff",
            (Rows((Row("To", (Leaf("name", "Account executive"),)), Row("Requires", (Leaf("text", "A brief"), Leaf("text", "A date"))))),),
        ),
        Row("Page", (Leaf("address", "Glossary", Link("web", "https://example.com", "Glossary", "https://example.com")),)),
        Row("Longer", (Leaf("text", "First.\n\nSecond."), Leaf("text", "Third."))),
    )
)
SAID = SaidBody(
    ObjectionLine("Agencies never turn up.", "Some shifts will start with a gap with us too.", ("no-show",)),
    "objection-agencies",
    (Link("persona", "plant", "Plant manager", "personas/plant.html"),),
    (Link("play", "not-now", "They want to wait", "plays/not-now.html"),),
    (ObjectionLine("Agencies never turn up!", "Another answer"),),
    RELATED,
    ROWS,
)
GAP = SaidBody(ObjectionLine("Why so expensive?"), "objection-price")
