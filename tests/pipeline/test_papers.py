"""Every PDF can be read by everybody and by every program, and has nothing to warn of."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from e2e_libraries import ROOT, TODAY, Seen, copied, copied_sample, whole
from e2e_papers import offences
from playwright.sync_api import Browser

from playbook.model.plays import Play
from playbook.pipeline import check
from playbook.problems import Problem
from playbook.publish import publish
from playbook.render import jobs, read_bundle
from playbook.select import pages

PLAY = "pdf/play.html"
Wanted = tuple[list[Path], tuple[Problem, ...]]


def papers_of(root: Path, folder: Path, most: int, *, only: str = "pdf/", but: str = "") -> Wanted:
    """Make PDFs of a library: up to so many of each template, the first by name, and never the playbook of everything.

    Of the templates those whose names begin as `only` says, `but` one.
    """
    planned = pages(check(root, today=TODAY).library, edition="rep", today=TODAY, pdf=True)
    found = sorted((page for page in planned if page.path.endswith(".pdf") and page.path != "playbook.pdf"), key=lambda page: page.path)
    templates = {page.template for page in found if page.template.startswith(only)} - {but}
    some = [page for template in templates for page in [each for each in found if each.template == template][:most]]
    bundle = read_bundle(ROOT / "templates", root / "templates", root / "content_library/files")
    made = publish(jobs(some, bundle, pdf=True), folder / "site", bundle, workers=2)
    assert made.failed == (), made.problems
    assert len(some) == len(list((folder / "site").rglob("*.pdf")))
    return sorted((folder / "site").rglob("*.pdf")), made.problems


def wrong_with(files: list[Path]) -> dict[str, list[str]]:
    """Return what is wrong with each PDF that something is wrong with."""
    return {file.name: found for file in files if (found := offences(file))}


def test_some_pdfs_of_the_sample_are_for_everybody(tmp_path: Path) -> None:
    """A PDF of each sort passes PDF/UA-1 and qpdf, holds its fonts, has nothing to warn of, and each link in it arrives.

    The playbooks of people, of some fifty pages each, are a long proof.
    """
    files, problems = papers_of(copied_sample(tmp_path / "library"), tmp_path, 1, but="pdf/playbook.html")
    assert wrong_with(files) == {}
    assert list(problems) == []
    assert len(files) >= 2


@pytest.mark.prove
def test_the_sample_s_pdfs_are_for_everybody(papers: Seen) -> None:
    """Each PDF of the sample passes PDF/UA-1 and qpdf, holds its fonts, and each link in it arrives."""
    files = sorted(papers.site.rglob("*.pdf"))
    assert wrong_with(files) == {}
    assert {file.parent.name for file in files} == {"site", "plays", "personas", "competitors", "campaigns"}
    assert len(files) > 15


@pytest.mark.prove
def test_the_sample_s_pdfs_have_nothing_to_warn_of(papers: Seen) -> None:
    """The engine finds every sign, picture and style: no problem comes from a PDF."""
    assert [found for found in papers.problems if found.code.startswith("PB4")] == []
    assert papers.published.failed == ()


@pytest.mark.prove
def test_a_pdf_tells_nothing_of_this_machine(papers: Seen) -> None:
    """No PDF holds a folder of this machine, in its text, its links or what it says about itself."""
    for file in papers.site.rglob("*.pdf"):
        with pikepdf.open(file) as pdf:
            held = b"".join(thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and not _is_font(thing))
            told = str(dict(pdf.docinfo)).encode() + held
        assert [word for word in (str(papers.root), str(ROOT), "file://") if word.encode() in told] == []


def _is_font(stream: pikepdf.Stream) -> bool:
    return "/Length1" in stream or stream.get("/Subtype") in {"/CIDFontType0C", "/OpenType", "/Image"}


@pytest.mark.prove
def test_every_pdf_of_the_case(tmp_path: Path, cases: Path) -> None:
    """The same of all PDFs of the real case, the playbook of everything included."""
    root = copied(cases / "sourcegraph", tmp_path / "library")
    built = whole(root, tmp_path / "site")
    files = sorted((tmp_path / "site").rglob("*.pdf"))
    assert wrong_with(files) == {}
    assert [found for found in built.problems if found.code.startswith("PB4")] == []
    assert built.published.failed == ()
    assert len(files) >= 15


def test_planted_offenders_are_found(tmp_path: Path, twelve: Path) -> None:
    """A PDF without its language, tags or title, one with a font taken out, one with a link to nowhere, and half a PDF are all noticed."""
    [good] = papers_of(twelve, tmp_path, 1, only=PLAY)[0]
    assert offences(good) == []
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(good) as pdf:
        del pdf.Root["/StructTreeRoot"], pdf.Root["/Lang"], pdf.docinfo["/Title"]
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor":
                del font["/FontFile2"]
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], Dest=pikepdf.String("nowhere"))
        away = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("javascript:x"))
        other = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=away)
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link), pdf.make_indirect(other)])
        pdf.save(bad)
    found = " ".join(offences(bad))
    for sign in ("PDF/UA-1", "is not in it", "no title", "no language", "a link to no place, nowhere", "a link to javascript:x"):
        assert sign in found
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(good.read_bytes()[:-2000])
    assert "cannot be read" in " ".join(offences(torn))


def test_the_steps_of_a_play_can_be_ticked(tmp_path: Path, twelve: Path) -> None:
    """Each step on the first page has a box that is a field of a form, named after it; ticked, it is seen as a tick by poppler too."""
    [paper] = papers_of(twelve, tmp_path, 1, only=PLAY)[0]
    steps = next(play.steps for play in check(twelve, today=TODAY).library.of(Play) if play.id == paper.stem)
    assert offences(paper) == []
    plain = drawn(paper)
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        assert [(str(field.T), str(field.TU)) for field in pdf.Root.AcroForm.Fields] == [
            (f"step-{number}", f"Step {number} is done") for number, _ in enumerate(steps, start=1)
        ]
        for field in pdf.Root.AcroForm.Fields:
            field.V = field.AS = pikepdf.Name("/on")
        pdf.save()
    assert drawn(paper) != plain


def test_steps_behind_the_first_page_can_be_ticked_too(tmp_path: Path, twelve: Path) -> None:
    """Of eleven steps each has one box: nine on the first page, two where they stand in full; the PDF is for everybody."""
    steps = "\n".join(f"  - {{do: Call person number {number} and ask for the date}}" for number in range(1, 12))
    (twelve / "content_library/plays/long.yaml").write_text(f"title: A long one\nstatus: approved\nsteps:\n{steps}\n", encoding="utf-8")
    [paper] = [found for found in papers_of(twelve, tmp_path, 9, only=PLAY)[0] if found.name == "long.pdf"]
    assert offences(paper) == []
    with pikepdf.open(paper) as pdf:
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == [f"step-{number}" for number in range(1, 12)]


def drawn(paper: Path) -> bytes:
    """Return the first page of a PDF as poppler draws it."""
    done = subprocess.run(["pdftoppm", "-r", "60", "-l", "1", str(paper)], capture_output=True, check=True)
    return done.stdout


def test_a_sign_that_no_font_has_is_a_problem(tmp_path: Path, twelve: Path) -> None:
    """A play with a sign of a dead language gives a problem that names the sign's absence, and its PDF nevertheless."""
    file = twelve / "content_library/plays/seal.yaml"
    file.write_text(file.read_text().replace("They doubt the seal", "They doubt the \U00012031 seal"))
    planned = pages(check(twelve, today=TODAY).library, edition="rep", today=TODAY, pdf=True)
    (play,) = (page for page in planned if page.path == "plays/seal.pdf")
    bundle = read_bundle(ROOT / "templates", tmp_path / "none", tmp_path / "none")
    made = publish(jobs([play], bundle, pdf=True), tmp_path / "site", bundle, workers=1)
    assert made.failed == ()
    assert {found.code for found in made.problems} == {"PB401"}


CROSSING = """() => {
  const boxes = [...document.querySelectorAll('h1, .pdf-link')].map(each => each.getBoundingClientRect());
  return boxes.some((one, at) => boxes.slice(at + 1).some(other =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
}"""
APART = """() => [...document.querySelectorAll('.card-title')].map(each => [...each.querySelectorAll('.pdf')])
  .filter(chips => chips.length > 1).map(([one, other]) => other.getBoundingClientRect().left - one.getBoundingClientRect().right)"""
OFFENDER = """.page-head > .pdf-link { position: absolute; inset-block-start: 0; inset-inline-end: 0; margin: 0 }
.page-head { position: relative } .card-title { justify-content: space-between } .card-title > a:first-child { flex: none }"""


@pytest.mark.prove
def test_links_to_pdfs_lie_over_nothing(papers: Seen, browser: Browser) -> None:
    """On a telephone the home page's link to its PDF is beside its title, and the links of a card stand together; an offender is seen."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((papers.site / "index.html").as_uri())
    assert page.locator(".pdf-link").count() == 1
    assert not page.evaluate(CROSSING)
    assert {*page.evaluate(APART)} == {8}
    page.add_style_tag(content=OFFENDER)
    assert page.evaluate(CROSSING)
    assert max(page.evaluate(APART)) > 8
    page.close()
