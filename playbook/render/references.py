"""What a template may look up for its page: links, labels, pictures and the page's own texts, made safe."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from markupsafe import Markup, escape

from playbook import text as texts
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.theme_words import ThemeWords
from playbook.render.first_uses import LIST, marked
from playbook.text import SAFE_ADDRESS

HEADING = re.compile(r"<(/?)h[1-6]>")
NOT_OF_THE_SITE = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*:|//)|[\x00-\x20\x7f\\]")  # another scheme or host, or what browsers read as such


class References:
    """The lookups of one page. `paper` is true in a PDF: links are plain words, pictures come from the bundle."""

    def __init__(self, page: Page, word: Callable[[str], str], *, paper: bool) -> None:
        """Keep the page's links at hand by kind and id, and how our own words are said in its language."""
        self._page = page
        self._word = word
        self._paper = paper
        self._links = {(link.kind, link.id): link for link in page.links}

    def names(self) -> dict[str, object]:
        """Return what templates may call, by the name they call it."""
        return {
            "text": self.text,
            "lines": self.lines,
            "spoken": self.spoken,
            "plain": texts.plain,
            "brief": texts.first_sentence,
            "rel": self.rel,
            "link": self.link,
            "ref": self.ref,
            "web": self.web,
            "label": self.label,
            "find": self.find,
            "file": self.file,
            "terms_used": LIST if self._page.terms else "",
        }

    def find(self, kind: str, id_: str) -> Link:
        """Return the page's link to an entry; one that select did not fill is words, marked as missing."""
        return self._links.get((kind, id_)) or Link(kind, id_, id_, state="missing")

    def label(self, vocabulary: str, word: str) -> str:
        """Return what a vocabulary calls an id; the id as written where it is not declared."""
        found = self._links.get((vocabulary, word))
        return found.title if found else word

    def rel(self, href: str) -> str:
        """Return an address as this page must write it: relative inside the site, as it is outside, empty where unsafe."""
        if not href or href.startswith("#") or SAFE_ADDRESS.match(href):
            return href
        if self._paper or NOT_OF_THE_SITE.search(href):
            return ""
        path, sign, fragment = href.partition("#")
        here = quote(self._page.path)
        if path == here:
            return f"#{fragment}" if sign else posixpath.basename(path)
        return posixpath.relpath(path, posixpath.dirname(here) or ".") + sign + fragment

    def link(self, link: Link) -> Markup:
        """Return a link, or its title as words where it leads nowhere; a draft, retired or missing entry says so."""
        href = self.rel(link.href)
        title = self._word(link.title)
        shown = Markup('<a href="{}">{}</a>').format(href, title) if href else escape(title)
        if link.state not in STATES:
            return shown
        state = self._word(STATES[link.state])
        return Markup('<span class="is-{}">{} <small class="state">({})</small></span>').format(link.state, shown, state)

    def ref(self, kind: str, id_: str) -> Markup:
        """Return the link to an entry by its kind and id."""
        return self.link(self.find(kind, id_))

    def web(self, url: str, label: str = "") -> Markup:
        """Return the link to an address outside; what cannot be opened from here is only words."""
        return self.link(Link("web", url, label or url, self._address(url)))

    def file(self, name: str) -> str:
        """Return the address of a team's picture or font, by its name or its place in the site; empty where the page may not show it."""
        known = self._links.get(("file", unquote(name).removeprefix("files/")))
        if not name or known is None or not known.href:
            return ""
        return f"http://bundle.invalid/files/{quote(known.id)}" if self._paper else self.rel(known.href)

    def text(self, value: object, level: int = 0) -> Markup:
        """Return a text of the library as a safe fragment with its links resolved through the page.

        Its headings start at `level`; left out, they are lines that stand out, so that no heading of ours is followed by a gap.
        """
        made = texts.html(str(value), resolve=self._resolve, level=level or 6, plain_links=self._paper)
        if not level:
            made = HEADING.sub(_subhead, made)
        return Markup(marked(made) if self._page.terms else made)  # noqa: S704 - the text room made it safe

    def spoken(self, value: object) -> Markup:
        """Return a text that is said aloud: what a rep must put in stands out in it, as it does in a message."""
        return Markup(texts.with_fields(str(self.text(value))))  # noqa: S704 - made safe before

    def lines(self, value: object) -> Markup:
        """Return a text whose line breaks matter."""
        return Markup(texts.lines(str(value)))  # noqa: S704 - escaped there

    def _resolve(self, target: str) -> texts.Target | None:
        href = self.rel(self._address(target))
        return texts.Target(href=href, title="") if href else None

    def _address(self, target: str) -> str:
        """Return where a link of an author leads: an address outside, an entry as `kind:id`, or what the library resolved."""
        kind, _, id_ = target.partition(":")
        for key in ((kind, id_), ("page", target), ("web", target), ("file", target)):
            if key in self._links:
                return self._links[key].href
        return target if SAFE_ADDRESS.match(target) else ""


STATES = {"draft": ThemeWords("draft"), "retired": ThemeWords("retired"), "missing": ThemeWords("not in the library")}


def _subhead(tag: re.Match[str]) -> str:
    return "</p>" if tag[1] else '<p class="subhead">'
