"""Jobs: one for each file of the site, and fingerprints that move exactly when what they stand for moves."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from sample_pages import BODIES, FRAME, PLAY, page

from playbook.model.bodies import PlayBody
from playbook.model.jobs import Bundle, Job
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.render import jobs, planning
from playbook.render import pdf as pdf_room


def job_of(made: Page, bundle: Bundle, *, pdf: bool = True) -> Job:
    """Return the job that makes one page."""
    return next(job for job in jobs([made], bundle, pdf=pdf) if job.path == made.path)


def test_every_page_becomes_one_job(bundle: Bundle) -> None:
    """HTML and PDFs each have a job under their path, made by a function that can be imported."""
    made = {job.path: job for job in jobs([page(template) for template in BODIES], bundle, pdf=True)}
    for template in BODIES:
        module, _, function = made[page(template).path].make.partition(":")
        assert callable(getattr(import_module(module), function))
    assert made["pdf/playbook.pdf"].make == "playbook.render:page_pdf"
    assert made["pdf/playbook.pdf"].weight > made["plays/full.html"].weight


def test_without_pdfs_there_are_no_pdf_jobs(bundle: Bundle) -> None:
    """`pdf=False` leaves every PDF out and keeps the rest."""
    made = {job.path for job in jobs([page(template) for template in BODIES], bundle, pdf=False)}
    assert not [path for path in made if path.endswith(".pdf")]
    assert "plays/full.html" in made


def test_static_files_have_plain_names(bundle: Bundle) -> None:
    """Style sheets and web fonts are copied under _theme/ without hashes; print fonts and the print style sheet are not."""
    made = {job.path: job for job in jobs([page("home.html")], bundle, pdf=False)}
    assert made["_theme/css/screen.css"].data == "theme/css/screen.css"
    assert "_theme/fonts/Inter-Regular.woff2" in made
    assert not [path for path in made if path.endswith((".ttf", "print.css"))]


def test_a_team_s_style_sheet_takes_the_place_of_the_theme_s(bundle: Bundle) -> None:
    """A static file of the team's is copied instead of the theme's of the same name, and once."""
    ours = replace(bundle, files={**bundle.files, "team/css/screen.css": b"body{}"})
    made = [job for job in jobs([page("home.html")], ours, pdf=False) if job.path == "_theme/css/screen.css"]
    assert [job.data for job in made] == ["team/css/screen.css"]


def test_a_team_s_pictures_and_web_fonts_are_there_for_the_screen(bundle: Bundle) -> None:
    """What a team's template or style sheet may show lies under _theme/; fonts for print and the templates themselves do not."""
    names = ["css/team.css", "pictures/cover.JPG", "seal.svg", "logo.png", "a.webp", "fonts/own.woff2", "fonts/own.ttf", "play.html"]
    ours = replace(bundle, files={**bundle.files, **{f"team/{name}": b"1" for name in names}})
    made = {job.path: job.data for job in jobs([page("home.html")], ours, pdf=False)}
    assert [name for name in names if made.get(f"_theme/{name}") == f"team/{name}"] == names[:6]


def test_only_files_that_pages_show_are_copied(bundle: Bundle) -> None:
    """A file of the library goes into the site where a page has a link to it, and stays out where none does."""
    ours = replace(bundle, files={**bundle.files, "files/rates.pdf": b"1", "files/secret.pdf": b"2"})
    shown = page("home.html", links=(Link("file", "rates.pdf", "f" * 64, "files/rates.pdf"),))
    paths = {job.path for job in jobs([shown], ours, pdf=False)}
    assert "files/rates.pdf" in paths
    assert "files/secret.pdf" not in paths


def test_equal_pages_have_equal_fingerprints(bundle: Bundle) -> None:
    """The same page gives the same fingerprint, whatever order its groups were written in and whatever mapping holds them."""
    one = replace(PLAY, extra={"b": 1, "a": ["x"]})
    other = replace(PLAY, extra=MappingProxyType({"a": ["x"], "b": 1}))
    pages = [page("play.html", body=PlayBody(play, "v")) for play in (one, other)]
    assert job_of(pages[0], bundle).fingerprint == job_of(pages[1], bundle).fingerprint


@pytest.mark.parametrize("change", [{"title": "Other"}, {"links": ()}, {"frame": replace(FRAME, accent="#aa0000")}, {"pdf": ""}])
def test_a_changed_page_has_another_fingerprint(bundle: Bundle, change: dict[str, object]) -> None:
    """Anything a page holds counts: title, links, looks, the offered PDF."""
    assert job_of(page("play.html"), bundle).fingerprint != job_of(page("play.html", **change), bundle).fingerprint


def test_what_renders_is_part_of_the_fingerprint(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another theme, other source of ours and another version of a library each change the fingerprint."""
    before = job_of(page("play.html"), bundle).fingerprint
    found = {before, job_of(page("play.html"), replace(bundle, digest="other")).fingerprint}
    monkeypatch.setattr(planning, "source_digest", lambda: "other source")
    found.add(job_of(page("play.html"), bundle).fingerprint)
    monkeypatch.setattr(planning, "version", lambda name: "99")
    found.add(job_of(page("play.html"), bundle).fingerprint)
    assert len(found) == 4


def test_a_pdf_s_fingerprint_knows_the_engine_s_version(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another WeasyPrint changes PDFs and leaves HTML pages alone."""
    real = planning.version
    before = [job_of(page(name), bundle).fingerprint for name in ("play.html", "pdf/play.html")]
    monkeypatch.setattr(planning, "version", lambda name: "99" if name == "weasyprint" else real(name))
    after = [job_of(page(name), bundle).fingerprint for name in ("play.html", "pdf/play.html")]
    assert before[0] == after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize("changed", ["Pango 1.99.0", "HarfBuzz 99"])
def test_a_pdf_s_fingerprint_knows_the_libraries_it_is_drawn_with(bundle: Bundle, monkeypatch: pytest.MonkeyPatch, changed: str) -> None:
    """After an upgrade of Pango or HarfBuzz, which no Python package tells of, PDFs are looked at again and HTML pages are not."""
    before = [job_of(page(name), bundle).fingerprint for name in ("play.html", "pdf/play.html")]
    monkeypatch.setattr(pdf_room, "engine", lambda: f"WeasyPrint 70.0, {changed}")
    after = [job_of(page(name), bundle).fingerprint for name in ("play.html", "pdf/play.html")]
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_without_pdfs_no_engine_is_loaded(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without PDFs is planned where there is no engine, and does not pay for loading one."""
    monkeypatch.setattr(pdf_room, "engine", lambda: pytest.fail("it was loaded"))
    assert jobs([page("play.html"), page("pdf/play.html")], bundle, pdf=False)
    assert jobs([page("play.html")], bundle, pdf=True)
