"""Walks a built site as a reader may: every page, every link on it, and what a page must have to be read by anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
OUTSIDE = {"http", "https", "mailto", "tel"}
LOADS = {"script", "img", "iframe", "source", "video", "audio", "track", "embed", "object", "input", "link"}
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "cite", "background", "srcset")
Arrived = Callable[[str, str], tuple[str, str]]
"""The file of the site that a path leads to, seen from a folder of the site, and what is wrong with it, if anything."""
STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""")


@dataclass(frozen=True)
class SeenPage:
    """One HTML page of a site: its path from the site's root and what it holds."""

    path: str
    source: str

    @cached_property
    def tree(self) -> HtmlElement:
        """The page as elements."""
        return lxml.html.document_fromstring(self.source)

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id, and each name of an old anchor, is given."""
        return Counter(element.get("id") for element in self.tree.iter() if element.get("id") is not None)

    @cached_property
    def states(self) -> set[str]:
        """What an address may say behind its sign of the finder: each thing that can have happened."""
        return {f"happened={element.get('data-choose')}" for element in self.tree.iterfind(".//*[@data-choose]")}

    @cached_property
    def text(self) -> str:
        """What a reader reads in the body: tags removed, references decoded, white space joined; a new block begins a new word."""
        return words(self.tree.find("body"))

    @cached_property
    def addresses(self) -> list[tuple[HtmlElement, str]]:
        """Every address on the page with its element."""
        elements = [element for element in self.tree.iter() if isinstance(element.tag, str) and element.attrib]
        return [(element, element.get(name)) for element in elements for name in ADDRESSES if element.get(name) is not None]


INLINE = set("a abbr b cite code del em i ins kbd mark q s small span strong sub sup u wbr".split())


def words(element: HtmlElement) -> str:
    """Return the text of an element with its white space joined."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    if element.tag in {"script", "style", "template"} or not isinstance(element.tag, str):
        return
    gap = "" if element.tag in INLINE else " "
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap


def pages(site: Path) -> dict[str, SeenPage]:
    """Return every HTML page of a site by its path."""
    found = sorted(path for path in site.rglob("*.html") if path.is_file())
    names = {path: path.relative_to(site).as_posix() for path in found}
    return {name: SeenPage(name, path.read_text(encoding="utf-8")) for path, name in names.items()}


def offences(site: Path, *, private: tuple[str, ...] = ()) -> list[str]:
    """Return all that would stop a reader on a site: broken links, a page without a name; `private` are words no file may hold."""
    seen = pages(site)
    arrived = cache(partial(_arrived, site))  # a site has thousands of links to a few dozen pages
    found = [f"{page.path}: {what}" for page in seen.values() for what in (*_form(page), *_links(page, seen, arrived))]
    found += [f"{path}: {what}" for path, what in _styles(site)]
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        found += [f"{file.relative_to(site).as_posix()}: holds {word!r}" for word in private if word.encode() in file.read_bytes()]
    return found + [f"{path}: no page leads here" for path in sorted(seen.keys() - _reached(seen))]


def _form(page: SeenPage) -> Iterator[str]:
    """Yield what a page lacks, or has twice."""
    if not page.source.lstrip().lower().startswith("<!doctype html>"):
        yield "no doctype"
    if not (page.tree.get("lang") or "").strip():
        yield "no lang"
    if not (page.tree.findtext(".//title") or "").strip():
        yield "no title"
    if len(page.tree.findall(".//h1")) != 1:
        yield f"{len(page.tree.findall('.//h1'))} h1"
    yield from (f"id {id_!r} given {count} times" for id_, count in page.ids.items() if count > 1 or not id_ or re.search(r"\s", id_))
    levels = [int(element.tag[1]) for element in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    yield from (f"h{two} follows h{one}" for one, two in zip([0, *levels], levels, strict=False) if two > one + 1)
    yield from (f"an empty heading {element.tag}" for element in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6") if not words(element))
    for element in page.tree.iter():
        if isinstance(element.tag, str):
            yield from (f"{name} runs a script" for name in element.attrib if name.startswith("on"))
    yield from (
        "a link without words" for link in page.tree.iter("a") if not (words(link) or link.get("aria-label") or link.findall(".//img"))
    )
    yield from ("a picture without alt" for picture in page.tree.iter("img") if picture.get("alt") is None)


def hollow(page: SeenPage) -> Iterator[str]:
    """Yield the boxes on a page that hold nothing, and the headings that nothing stands below.

    The columns of a page may stay empty, and so may a place that a link leads to; a step may be no more than its name.
    """
    body = page.tree.find("body")
    for box in body.iter("div", "section", "article", "nav", "p", "ul", "ol", "dl", "table", "tbody"):
        if not words(box) and not box.xpath(".//img | .//svg") and box.get("id") is None and box.get("class") not in {"depth", "side"}:
            yield f"an empty {box.tag} {box.get('class') or ''}".rstrip()
    for heading in body.iter(*HEADINGS):
        below, box = heading.getnext(), heading.getparent()
        ends = box.tag == "section" if below is None else below.tag in HEADINGS and below.tag <= heading.tag
        if ends:
            yield f"nothing below {words(heading)!r}"


def _links(page: SeenPage, seen: dict[str, SeenPage], arrived: Arrived) -> Iterator[str]:
    for element, address in page.addresses:
        wrong = _wrong(element.tag in LOADS, address, page, seen, arrived)
        if wrong:
            yield f"{address!r} {wrong}"


def _wrong(loads: bool, address: str, page: SeenPage, seen: dict[str, SeenPage], arrived: Arrived) -> str:
    """Say what is wrong with one address, or nothing."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        allowed = not loads and parts.scheme in OUTSIDE and (parts.netloc or parts.scheme in {"mailto", "tel"})
        return "" if allowed else "is loaded from elsewhere" if loads else "is no address for a reader"
    if address != address.strip() or not address or parts.path.startswith(("/", "\\")):
        return "leads nowhere"
    folder, _, file = page.path.rpartition("/")
    name, wrong = arrived(folder, unquote(parts.path) or file)
    if wrong:
        return wrong
    at = unquote(parts.fragment)
    if "#" in address and (name not in seen or not (at in seen[name].ids or at in seen[name].states)):
        return "leads to no anchor"
    return ""


def _arrived(site: Path, folder: str, path: str) -> tuple[str, str]:
    target = site / folder / path
    if not target.resolve().is_relative_to(site.resolve()):
        return "", "leads out of the site"
    if not target.is_file():
        return "", "leads to no file"
    return target.resolve().relative_to(site.resolve()).as_posix(), ""


def _styles(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what a style sheet asks for and does not get from the site."""
    for sheet in sorted(site.rglob("*.css")):
        for address in STYLE_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
            if urlsplit(address).scheme or address.startswith("/") or not (sheet.parent / unquote(address.partition("#")[0])).is_file():
                yield sheet.relative_to(site).as_posix(), f"{address!r} is no file of the site"


def _reached(seen: dict[str, SeenPage]) -> set[str]:
    """Return the pages that a reader reaches from the first one."""
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in seen:
            continue
        reached.add(path)
        here = Path("/") / path
        for _, address in seen[path].addresses:
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                ahead.append(str(_normal(here.parent / unquote(parts.path)))[1:])
    return reached


def _normal(path: Path) -> Path:
    kept: list[str] = []
    for part in path.parts[1:]:
        if part == "..":
            kept[-1:] = []
        else:
            kept.append(part)
    return Path("/", *kept)
