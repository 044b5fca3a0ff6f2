"""What the search knows of a site: short documents, and the page that looks through them. Plain frozen data."""

from __future__ import annotations

from msgspec import Struct

from playbook.model.parts import Link


class FoundUse(Struct, frozen=True):
    """One use of an asset as the search knows it; no personas or no stages means any."""

    href: str
    when: str = ""
    personas: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


class Findable(Struct, frozen=True):
    """One thing that the search finds, in plain words, and where it stands.

    `kind` is a kind of entry, or "said", "question" or "page". `when` is its situation, `line` the one line that answers, `words` are other
    words that it is found by. `personas` and `stages` are ids: empty means any, and None that it is not a thing for somebody or for a
    stage. `use_instead` is the title of what has taken the place of something retired.
    """

    kind: str
    title: str
    href: str
    when: str = ""
    line: str = ""
    words: tuple[str, ...] = ()
    personas: tuple[str, ...] | None = None
    stages: tuple[str, ...] | None = None
    type: str = ""
    audience: str = ""
    uses: tuple[FoundUse, ...] = ()
    use_instead: str = ""


class SearchBody(Struct, frozen=True):
    """The page that searches: what can be chosen there, the pages to look things up by hand, and where to ask for what is missing.

    `types` are the sorts of content with their labels, `audiences` words of ours. `overviews` are the pages whose titles are words of ours,
    which are found by what they are called in the reader's language.
    """

    kinds: tuple[str, ...]
    personas: tuple[Link, ...] = ()
    stages: tuple[Link, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    audiences: tuple[str, ...] = ()
    by_hand: tuple[Link, ...] = ()
    requests: Link | None = None
    overviews: tuple[Link, ...] = ()
