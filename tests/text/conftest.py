"""How a browser's parser sees a fragment, and whether it is what we let out."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

TAGS = set("p br hr ul ol li table thead tbody tr td th blockquote pre h1 h2 h3 h4 h5 h6 a b strong i em u s sub sup code span".split())
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "span": {"class"}}
SAFE = ("http:", "https:", "mailto:", "tel:")


class Fragment(HTMLParser):
    """A strict reader: every tag must be closed in its turn, and none but ours may come."""

    def __init__(self) -> None:
        """Start with nothing open and nothing wrong."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check a tag and its attributes, and remember that it is open."""
        self.tags.append(tag)
        if tag not in TAGS or not {name for name, _ in attrs} <= ATTRIBUTES.get(tag, set()):
            self.wrong.append(f"{tag} {attrs}")
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag not in {"br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the tag which closes is the one that opened last."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Take no comments."""
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        """Take no declarations."""
        self.wrong.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        """Take no processing instructions."""
        self.wrong.append(f"instruction {data}")


def read(fragment: str) -> Fragment:
    """Return a fragment as read to its end."""
    reader = Fragment()
    reader.feed(fragment)
    reader.close()
    reader.wrong += [f"<{tag}> is never closed" for tag in reader.open]
    reader.wrong += [f"href {address}" for address in reader.addresses if not address.startswith(SAFE)]
    return reader


@pytest.fixture(scope="session")
def reading() -> Callable[[str], Fragment]:
    """Return the strict reader: `.wrong` is what must not have come, `.words`, `.tags` and `.addresses` what came."""
    return read
