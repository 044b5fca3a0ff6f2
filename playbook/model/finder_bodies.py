"""What the finder shows: everything that can have happened, who it can be, and the answers, all decided beforehand."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.bodies import UseBody
from playbook.model.entries import ObjectionLine
from playbook.model.parts import Link, Offer, Situation
from playbook.model.plays import Play


class FinderOption(Struct, frozen=True):
    """One thing that can have happened, and what is to be done before anything is sent.

    A signal has its `situation`, something buyers say its `line`, a competitor neither; `link` is where the site tells of it,
    `who` whom the answer to a line is written for; nobody is anybody.
    `first` is the key of the answer that goes before all others, `best` the best one where nothing else is known, and `enough_with` are the
    signals that make this one enough for a call.
    """

    key: str
    title: str
    link: Link
    situation: Situation | None = None
    line: ObjectionLine | None = None
    first: str = ""
    best: Link | None = None
    enough_with: tuple[Link, ...] = ()
    who: tuple[Link, ...] = ()


class FinderGroup(Struct, frozen=True):
    """What can have happened, of one sort: "did", "said", "silent", "meeting", "after-sale", or "" for anything else."""

    kind: str
    options: tuple[FinderOption, ...]


class FinderAnswer(Struct, frozen=True):
    """One play or one use of an asset, with what it names; `happened` are the keys of the options it answers.

    The answers stand in the one order, so that a browser has nothing to decide: it leaves out and keeps the order. One that is shown only
    when all are asked for has neither `play` nor `use`: what the offer says of it is enough, and its page has the rest.
    """

    key: str
    offer: Offer
    personas: tuple[str, ...]
    stages: tuple[str, ...]
    industries: tuple[str, ...]
    happened: tuple[str, ...]
    play: Play | None = None
    use: UseBody | None = None


class FinderBody(Struct, frozen=True):
    """The finder. It shows so many answers `at_first`; `alone` is the file of the one that works by itself."""

    groups: tuple[FinderGroup, ...]
    personas: tuple[Link, ...]
    stages: tuple[Link, ...]
    industries: tuple[Link, ...]
    answers: tuple[FinderAnswer, ...]
    at_first: int
    alone: str = ""
