"""Pages → Jobs: one for each HTML page, each PDF, and each file that pages need beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Any

from msgspec.json import Encoder

from playbook.model.jobs import Bundle, Job
from playbook.model.kinds import PICTURES
from playbook.model.pages import Page
from playbook.render.bundle import source_digest

RENDERERS = ("jinja2", "babel", "markupsafe", "markdown-it-py", "mdit-py-plugins", "nh3")
PDF_RENDERERS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "pyphen", "pillow", "segno")
PDF_WEIGHT = 40  # a PDF of the same page takes about so many times as long as its HTML
ON_SCREEN = frozenset({".css", ".js", ".woff2"})


def jobs(pages: Iterable[Page], bundle: Bundle, *, pdf: bool) -> tuple[Job, ...]:
    """Return the work that makes these pages: HTML, PDFs if `pdf`, and copies of style sheets, fonts and shown files.

    Raises MachineError where there are PDFs to make and no engine.
    """
    wanted = [page for page in pages if pdf or not is_pdf(page)]
    html = renderer(bundle, RENDERERS)
    paper = _paper_renderer(bundle) if any(map(is_pdf, wanted)) else b""
    made = [_page_job(page, paper if is_pdf(page) else html) for page in wanted]
    return (*made, *_static(bundle), *_shown(wanted, bundle))


def is_pdf(page: Page) -> bool:
    """Tell whether a page is made as a PDF."""
    return page.template.startswith("pdf/")


def canonical(page: Page) -> bytes:
    """Return the bytes that stand for a Page: equal for equal pages, in every process."""
    return _ENCODER.encode(page)


def _plain(value: Any) -> Any:
    """Whatever else a team's own fields may hold."""
    return dict(value) if isinstance(value, Mapping) else repr(value)


_ENCODER = Encoder(enc_hook=_plain, order="deterministic")


def renderer(bundle: Bundle, packages: Iterable[str]) -> bytes:
    """One hash of everything that renders: templates, styles, fonts, our own source, and the libraries' versions."""
    versions = (f"{name}={version(name)}" for name in packages)
    return "\n".join((bundle.digest, source_digest(), *versions)).encode()


def _paper_renderer(bundle: Bundle) -> bytes:
    """The same for PDFs, with the libraries that are no Python packages; a build with PDFs has loaded the engine before."""
    from playbook.render import pdf

    return renderer(bundle, (*RENDERERS, *PDF_RENDERERS)) + f"\n{pdf.engine()}".encode()


def _page_job(page: Page, renderer: bytes) -> Job:
    data = canonical(page)
    fingerprint = sha256(renderer + b"\0" + data).hexdigest()
    name, weight = ("page_pdf", PDF_WEIGHT) if is_pdf(page) else ("page_html", 1)
    return Job(page.path, f"playbook.render:{name}", page, fingerprint, page.title, weight * (1 + len(data) // 1000))


def _copy(path: str, name: str, bundle: Bundle) -> Job:
    return Job(path, "playbook.publish:copy", name, sha256(bundle.files[name]).hexdigest(), path)


def _static(bundle: Bundle) -> Iterator[Job]:
    """What lies beside every page, without hashes in the names; a team's file takes the place of the theme's.

    The theme's own pictures stand in its styles; a team's may be shown by its templates.
    """
    names = {name.partition("/")[2]: name for root in ("theme/", "team/") for name in sorted(bundle.files) if name.startswith(root)}
    for path, name in sorted(names.items()):
        types = ON_SCREEN | PICTURES if name.startswith("team/") else ON_SCREEN
        if PurePosixPath(path).suffix.lower() in types and not path.startswith("css/print"):
            yield _copy(f"_theme/{path}", name, bundle)


def _shown(pages: Iterable[Page], bundle: Bundle) -> Iterator[Job]:
    """The team's files that these pages show or offer."""
    shown = {f"files/{link.id}" for page in pages for link in page.links if link.kind == "file"}
    yield from (_copy(name, name, bundle) for name in sorted(shown & bundle.files.keys()))
