"""A Page on paper. The only module that knows WeasyPrint."""

from __future__ import annotations

import atexit
import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from playbook.model.entries import Entry
from playbook.model.jobs import Bundle, Made
from playbook.model.kinds import kind_of
from playbook.model.pages import Page
from playbook.model.walk import values
from playbook.problems import MachineError, Problem, problem
from playbook.render.html import rendered
from playbook.render.measuring import too_long

INSTALL = "pip install 'weasyprint==70.*', and on Debian or Ubuntu: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
SCHEME = "http://bundle.invalid/"  # a scheme that relative addresses work with; nothing ever goes there
STYLES = ("theme/css/print.css", "team/css/print.css")
TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "svg": "image/svg+xml",
    "ttf": "font/ttf", "otf": "font/otf", "css": "text/css",
}  # fmt: skip
# What WeasyPrint says, and the Problem it stands for
SIGNS = {"notdef glyph": "PB401", "load image": "PB402", "render SVG image": "PB402", "load stylesheet": "PB402", "Font-face": "PB402"}
FIELD = '<input type="checkbox"'
CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")


def make(data: object, bundle: Bundle, last_key: str) -> Made:
    """Make the PDF of a Page, or None where the one with `last_key` still holds; what WeasyPrint warns of becomes Problems."""
    if not isinstance(data, Page):
        raise TypeError(f"a Page is needed, not {type(data).__name__}")
    html = rendered(data, bundle, paper=True)
    key = _key(data, html, bundle)
    if key == last_key:
        return Made(None, key)
    styles = _styles(bundle)
    with _warnings() as found:
        document, content = _written(html, bundle, styles, key)
    told = [_problem(data, message) for message in dict.fromkeys((*styles.heard, *found))]
    return Made(content, key, (*told, *too_long(data, document.pages)))


def engine() -> str:
    """Return the PDF engine with its version and those of the libraries it draws with.

    Raises MachineError with the line to install where WeasyPrint or Pango cannot be loaded.
    """
    weasyprint = _weasyprint()
    from weasyprint.text import ffi

    version = ffi.pango.pango_version()
    pango = f"{version // 10000}.{version // 100 % 100}.{version % 100}"
    return f"WeasyPrint {weasyprint.__version__}, Pango {pango}, {_harfbuzz(ffi)}"


def _weasyprint() -> ModuleType:
    """Load WeasyPrint where it is first needed: that takes half a second, and it may not be there."""
    try:
        import weasyprint
        from weasyprint.svg import Node
    except (ImportError, OSError) as missing:
        raise MachineError("PDFs cannot be made here: WeasyPrint or Pango does not load.", f"Install them: {INSTALL}.") from missing
    if not isinstance(Node.text, _WholeText):
        Node.text = _WholeText(Node.text.fget)
    return weasyprint  # type: ignore[no-any-return]


class _Whole(str):
    """A text that is drawn in one piece."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """Yield the whole text as its only letter."""
        yield str(self)


class _WholeText(property):
    """The text of a node of a picture. WeasyPrint draws it letter by letter, which tears apart scripts that join or run from the right."""

    def __get__(self, node: Any, of: Any = None) -> Any:
        """Return it in one piece where it holds such a script."""
        text = super().__get__(node, of)
        return _Whole(text) if isinstance(text, str) and any(map(_is_joined, text)) else text


def _is_joined(sign: str) -> bool:
    return unicodedata.bidirectional(sign) in {"R", "AL"} or unicodedata.category(sign).startswith("M")


@cache
def _harfbuzz(ffi: Any) -> str:
    """Return HarfBuzz's version, and whether its subsetter is there: both change the bytes of a PDF."""
    ffi.ffi.cdef("const char *hb_version_string(void);", override=True)
    return f"HarfBuzz {ffi.ffi.string(ffi.harfbuzz.hb_version_string()).decode()}{'' if ffi.harfbuzz_subset else ' without subset'}"


def _key(page: Page, html: str, bundle: Bundle) -> str:
    """Return the hash of all that a PDF is made of: its HTML, the engine, the files it shows, and the theme but for its words."""
    shown = {f"files/{link.id}" for link in page.links if link.kind == "file"}
    whole = sha256(f"{engine()}\n{html}".encode())
    for name in sorted(bundle.files):
        if name in shown or (name.startswith(("theme/", "team/")) and not name.lower().endswith((".html", ".po"))):
            whole.update(f"\n{name}\n".encode() + sha256(bundle.files[name]).digest())
    return whole.hexdigest()


def _written(html: str, bundle: Bundle, styles: _Styles, key: str) -> tuple[Any, bytes]:
    """Lay the page out, and write it as PDF/UA-1. The document's identifier is its key, so that equal input gives equal bytes."""
    weasyprint = _weasyprint()
    options = {
        "stylesheets": styles.sheets,
        "pdf_variant": "pdf/ua-1",
        "pdf_identifier": key[:32].encode(),
        "pdf_forms": FIELD in html,
    }
    document = weasyprint.HTML(string=html, base_url=SCHEME, url_fetcher=_fetcher(bundle)).render(styles.fonts, **options)
    return document, document.write_pdf(finisher=_finished, **options)


def _finished(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint's signature
    """Mend what WeasyPrint leaves open before the file is written.

    The boxes of a form bring their looks along: readers that draw them anew show no tick. A glyph that adds to the one before it, as
    where Arabic letters join, has no text of its own, which PDF/UA forbids: it stands for a joiner, which nobody sees.
    """
    if form := pdf.catalog.get("AcroForm"):
        form["NeedAppearances"] = "false"
    for each in pdf.objects:
        lines = getattr(each, "stream", None)
        if isinstance(lines, list) and b"begincmap" in lines:
            lines[:] = [line[:-1] + b"200d>" if line.endswith(b" <>") else line for line in lines]


class _Styles(Struct, frozen=True):
    """The print style sheets with their fonts, and what WeasyPrint said of them."""

    fonts: Any
    sheets: tuple[Any, ...]
    heard: tuple[str, ...]


_READ: dict[str, _Styles] = {}
atexit.register(_READ.clear)  # while Python can still remove the fonts that WeasyPrint has unpacked


def _styles(bundle: Bundle) -> _Styles:
    """Return the print style sheets of a bundle: read once, for that is a third of the time that a short PDF takes."""
    key = bundle.digest or str(id(bundle))
    if key not in _READ:
        _READ.clear()
        _READ[key] = _read_styles(bundle)
    return _READ[key]


def _read_styles(bundle: Bundle) -> _Styles:
    """Read the print style sheets: the theme's, then the team's own."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    fonts, fetcher = FontConfiguration(), _fetcher(bundle)
    sheets = {name: bundle.files[name].decode() for name in STYLES if name in bundle.files}
    with _warnings() as heard:
        read = tuple(
            weasyprint.CSS(string=css, base_url=f"{SCHEME}{name}", url_fetcher=fetcher, font_config=fonts, media_type="print")
            for name, css in sheets.items()
        )
    return _Styles(fonts, read, tuple(heard))


def _fetcher(bundle: Bundle) -> Any:
    """Return WeasyPrint's fetcher that knows the bundle and nothing else: no network, no disk, no data addresses."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class FromBundle(URLFetcher):  # type: ignore[misc]
        """Answers with bytes that were read beforehand."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ARG002 - WeasyPrint's signature
            """Return what the bundle holds; raises ValueError, which WeasyPrint turns into a warning, for anything else."""
            name = unquote(url.removeprefix(SCHEME))
            if not url.startswith(SCHEME) or name not in bundle.files:
                raise ValueError(f"{url} is not among the files of this library")
            kind = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
            return URLFetcherResponse(url, bundle.files[name], {"Content-Type": kind})

    return FromBundle()


class _Listener(logging.Handler):
    """Keeps what WeasyPrint says instead of letting it go to the terminal."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self._heard.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint and the font library warn of while a PDF is made."""
    heard: list[str] = []
    listener = _Listener(heard)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        yield heard
    finally:
        for logger in loggers:
            logger.removeHandler(listener)


def _problem(page: Page, message: str) -> Problem:
    """Return the Problem that stands for a warning: a missing sign names the entry that holds it, all else the page."""
    code = next((code for sign, code in SIGNS.items() if sign in message), "PB403")
    found = CODE_POINT.search(message)
    holder = _holder(page.body, chr(int(found[1], 16))) if code == "PB401" and found else None
    entry = f"{kind_of(holder).name}:{holder.id}" if holder else ""
    return problem(code, holder.file if holder else page.path, why=message, entry=entry)


def _holder(part: Any, sign: str) -> Entry | None:
    """Return the first entry in a page's body that holds a sign."""
    if isinstance(part, Entry):
        return part if any(sign in str(value.value) for value in values(part)) else None
    if isinstance(part, tuple):
        return next(filter(None, (_holder(item, sign) for item in part)), None)
    if isinstance(part, Struct):
        return next(filter(None, (_holder(getattr(part, each), sign) for each in part.__struct_fields__)), None)
    return None
