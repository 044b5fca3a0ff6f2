"""The model describes every field once, and the description agrees with what authors are told."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.model.content import Asset, Links
from playbook.model.entries import WebLink
from playbook.model.gaps import is_gap
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Audience, Free, Group, Many, Scalar, Shape, Table, shape_of

NEVER_EXTERNAL = {"when", "not_when", "how", "say", "ask", "objections"}


def groups(shape: Shape) -> list[Group]:
    """All groups inside a shape, itself included."""
    match shape:
        case Group():
            return [shape, *(inner for known in shape.fields.values() for inner in groups(known.shape))]
        case Many() | Table():
            return groups(shape.item)
        case Scalar() | Free():
            return []


EVERY_GROUP = [group for of in [*(kind.of for kind in [*KINDS.values(), AGREEMENT]), Settings] for group in groups(shape_of(of))]


def test_when_how_say_ask_and_objections_are_always_internal() -> None:
    """What tells a rep how to sell may never reach a buyer or a partner, in whatever group it stands."""
    told = [
        (group.of.__name__, name, known.audience) for group in EVERY_GROUP for name, known in group.fields.items() if name in NEVER_EXTERNAL
    ]
    assert len(told) > 20
    assert [each for each in told if each[2] < Audience.INTERNAL] == []


OPEN, OURS = (WebLink("https://a.example"),), (WebLink("https://intranet.example.com/a"),)


@pytest.mark.parametrize(
    ("fields", "is_sent"),
    [
        ({"links": Links(public=OPEN)}, True),
        ({"links": Links(gated=OPEN), "audience": "external"}, True),
        ({"links": Links(embed=OPEN), "audience": "external"}, True),
        ({"file_": "a.pdf", "audience": "external"}, True),
        ({"body": "Dear you", "audience": "external"}, True),
        ({"links": Links(internal_=OPEN), "audience": "external"}, False),
        ({"links": Links(public=OURS), "audience": "external"}, False),
        ({"links": Links(public=OURS)}, False),
        ({"audience": "external"}, False),
        ({"links": Links(public=OPEN), "audience": "partner"}, False),
        ({"links": Links(public=OPEN), "audience": "internal"}, False),
        ({"file_": "a.pdf"}, False),
    ],
)
def test_what_buyers_cannot_open_is_not_one_to_send(fields: dict[str, Any], is_sent: bool) -> None:
    """Whatever it says of who may see it, an address of our own gives a buyer nothing; unmarked it needs one that they can open."""
    assert Asset(id="a", title="A", **fields).may_be_sent is is_sent


def test_notes_are_never_published() -> None:
    """Notes are for authors, wherever they stand."""
    notes = [group.fields["notes"].audience for group in EVERY_GROUP if "notes" in group.fields]
    assert notes
    assert set(notes) == {Audience.AUTHORS}


def test_a_bare_text_stands_for_a_field_that_exists() -> None:
    """The main field of a group is one of its fields."""
    assert [group.of.__name__ for group in EVERY_GROUP if group.main and group.main not in group.fields] == []


def test_references_name_kinds_and_vocabularies_name_lists_of_the_settings() -> None:
    """A shape never points to a kind or a list that does not exist."""
    scalars = [
        known.shape.item if isinstance(known.shape, Many) else known.shape for group in EVERY_GROUP for known in group.fields.values()
    ]
    wrong = [
        scalar
        for scalar in scalars
        if isinstance(scalar, Scalar)
        and (
            (scalar.sort == "reference" and scalar.of not in KINDS)
            or (scalar.sort == "vocabulary" and scalar.of not in shape_of(Settings).fields)
        )
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "to do",
        "To-do",
        "tbd",
        "TBD.",
        "N/A",
        "n/a",
        "NA",
        "n.a.",
        "...",
        "…",
        "xxx",
        "[TBD]",
        "- TODO -",
        "to be confirmed",
        "???",
        "to be decided",
        "Placeholder",
        "Coming soon!",
        "__TBD__",
        ".",
        "-",
        "–",
        "—",
        "Lorem ipsum dolor " * 30,
    ],
)
def test_a_whole_value_that_promises_a_later_text_is_a_gap(text: str) -> None:
    """Such a value says nothing to a rep."""
    assert is_gap(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBD on more details as the program comes to maturity.",
        "Leave a TODO in the code",
        "Nat",
        "A",
        "5-10",
        "No",
        "A placeholder for the logo",
        "💡",
    ],
)
def test_a_sentence_or_a_short_word_is_no_gap(text: str) -> None:
    """Inside a sentence these words are content; an empty text is left out, not a gap."""
    assert not is_gap(text)
