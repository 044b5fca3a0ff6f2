"""PDFs: accessible, the same bytes each time, made of nothing but the bundle, and honest about what went wrong."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from msgspec.structs import replace
from sample_pages import BODIES, FRAME, PLAY, page

from playbook.model.bodies import PlayBody
from playbook.model.jobs import Bundle, Made
from playbook.model.parts import Link
from playbook.model.settings import Fonts
from playbook.problems import MachineError
from playbook.render import engine, page_pdf, pdf

Paper = Callable[[str], Made]  # the fixture `paper` of conftest.py
ON_PAPER = [template for template in BODIES if template.startswith("pdf/")]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def opened(made: Made) -> pikepdf.Pdf:
    """Return a PDF to look into."""
    assert made.content
    return pikepdf.open(io.BytesIO(made.content))


@pytest.mark.parametrize("template", ON_PAPER)
def test_it_keeps_the_rules_of_accessible_pdfs(template: str, paper: Paper) -> None:
    """page-validation finds nothing against PDF/UA-1."""
    report = page_validation.validate_pdf_bytes(paper(template).content or b"", profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_the_validator_would_find_a_broken_rule(bundle: Bundle) -> None:
    """The guard is no blank sheet: a template that skips heading levels does not pass."""
    source = b'{% extends "pdf/base.html" %}{% block main %}<h1>A</h1><h4>B</h4>{% endblock %}'
    broken = replace(bundle, files={**bundle.files, "team/pdf/play.html": source}, digest="skips a level")
    content = page_pdf(page("pdf/play.html"), broken, "").content or b""
    assert not page_validation.validate_pdf_bytes(content, profile="ua1").is_compliant


@pytest.mark.parametrize("template", ON_PAPER)
def test_it_says_what_it_is(template: str, paper: Paper) -> None:
    """Title, language, author, bookmarks and the PDF/UA mark are there, and no date that would change tomorrow."""
    with opened(paper(template)) as found, found.open_metadata() as meta:
        assert str(found.docinfo["/Title"]) == page(template).title
        assert str(found.docinfo["/Author"]) == FRAME.company
        assert "/CreationDate" not in found.docinfo
        assert str(found.Root.Lang) == "en"
        assert meta["pdfuaid:part"] == "1"
        with found.open_outline() as outline:
            assert outline.root


@pytest.mark.parametrize("template", ON_PAPER)
def test_its_fonts_are_its_own(template: str, paper: Paper) -> None:
    """Every font is embedded, and is one that the theme brings along."""
    with opened(paper(template)) as found:
        fonts = [font for font in found.objects if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        names = {str(font["/FontName"]).partition("+")[2] for font in fonts}
    assert all(name.startswith(("Inter", "Playbook-Serif", "DejaVu")) for name in names), names


@pytest.mark.parametrize("template", ON_PAPER)
def test_no_warning_is_given(template: str, paper: Paper) -> None:
    """The shipped theme makes WeasyPrint complain of nothing: no unknown style, no dead anchor, no missing sign."""
    assert paper(template).problems == ()


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("template", ON_PAPER)
def test_its_structure_is_sound(template: str, paper: Paper, tmp_path: Path) -> None:
    """Qpdf finds no fault in the file."""
    path = tmp_path / "made.pdf"
    path.write_bytes(paper(template).content or b"")
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_equal_input_gives_equal_bytes(paper: Paper, bundle: Bundle) -> None:
    """Made again, after others were made, a PDF has the same key and the same bytes."""
    again = page_pdf(page("pdf/play.html"), bundle, "")
    assert again.key == paper("pdf/play.html").key
    assert again.content == paper("pdf/play.html").content


def test_a_key_that_still_holds_saves_the_work(paper: Paper, bundle: Bundle) -> None:
    """With the last key the PDF at hand stays; a template edit that does not move its HTML leaves the key alone."""
    key = paper("pdf/play.html").key
    assert page_pdf(page("pdf/play.html"), bundle, key) == Made(None, key)
    other = replace(bundle, files={**bundle.files, "theme/home.html": b"changed"}, digest="other")
    assert page_pdf(page("pdf/play.html"), other, key).content is None


@pytest.mark.parametrize("name", ["theme/css/print.css", "theme/fonts/Inter-Regular.ttf"])
def test_styles_and_fonts_are_part_of_the_key(name: str, paper: Paper, bundle: Bundle) -> None:
    """Another print style sheet or another font is another key."""
    changed = replace(bundle, files={**bundle.files, name: bundle.files[name] + b" "}, digest=f"changed {name}")
    html = pdf.rendered(page("pdf/play.html"), changed, paper=True)
    assert pdf._key(page("pdf/play.html"), html, changed) != paper("pdf/play.html").key


@pytest.mark.parametrize("name", ["theme/seal.svg", "team/logo.png", "team/pictures/Cover.JPG", "team/fonts/own.woff2"])
def test_whatever_a_template_may_show_is_part_of_the_key(name: str, bundle: Bundle) -> None:
    """Any file of the theme's or the team's counts but templates, which count by what they print."""
    keys = {pdf._key(page("pdf/play.html"), "", replace(bundle, files={**bundle.files, name: content})) for content in (b"1", b"2")}
    assert len(keys) == 2


def test_a_picture_is_part_of_the_key(bundle: Bundle) -> None:
    """A picture that the page shows counts; one that it does not show does not."""
    shown = page("pdf/play.html", links=(Link("file", "a.png", "1"),))
    keys = [pdf._key(shown, "", replace(bundle, files={**bundle.files, name: PIXEL})) for name in ("files/a.png", "files/b.png")]
    assert keys[0] != pdf._key(shown, "", bundle)
    assert keys[1] == pdf._key(shown, "", bundle)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.com/a.png",
        "https://example.com/a.png",
        "data:image/svg+xml,<svg/>",
        "data:text/plain,hello",
        "http://bundle.invalid/../../etc/passwd",
        "http://bundle.invalid/files/nothing.png",
        "ftp://example.com/a",
    ],
)
def test_the_fetcher_answers_from_the_bundle_alone(address: str, bundle: Bundle) -> None:
    """Nothing comes from the disk, the network or an address that carries its own data."""
    with pytest.raises(ValueError, match="not among the files of this library"):
        pdf._fetcher(bundle).fetch(address)


def test_what_the_bundle_holds_is_answered(bundle: Bundle) -> None:
    """A file of the bundle comes back with its type, whatever signs its name holds."""
    ours = replace(bundle, files={**bundle.files, "files/a b.png": PIXEL})
    answer = pdf._fetcher(ours).fetch("http://bundle.invalid/files/a%20b.png")
    assert answer.read() == PIXEL
    assert answer.content_type == "image/png"


def test_a_template_cannot_reach_out(bundle: Bundle) -> None:
    """A team's template that asks for a file of the machine gets none of it, and the PDF is made with a warning."""
    source = b'{% extends "pdf/base.html" %}{% block main %}<h1>A</h1><img src="file:///etc/passwd" alt="x"><p>end</p>{% endblock %}'
    reaching = replace(bundle, files={**bundle.files, "team/pdf/play.html": source}, digest="reaching")
    made = page_pdf(page("pdf/play.html"), reaching, "")
    assert [found.code for found in made.problems] == ["PB402"]
    assert "/etc/passwd" in made.problems[0].why
    assert made.content is not None
    assert b"root:" not in made.content


def test_a_mistake_in_a_team_s_style_is_told_with_every_pdf(bundle: Bundle) -> None:
    """Style sheets are read once, and yet each PDF repeats what is wrong with them."""
    odd = replace(bundle, files={**bundle.files, "team/css/print.css": b"p { colour: red }"}, digest="odd style")
    for _ in range(2):
        made = page_pdf(page("pdf/handoffs.html"), odd, "")
        assert [found.code for found in made.problems] == ["PB403"]
        assert "colour" in made.problems[0].why


def test_a_sign_that_no_font_has_is_a_warning_with_its_entry(bundle: Bundle) -> None:
    """The problem names the sign, and the entry that holds it with its kind and file."""
    play = replace(PLAY, why="Unassigned \U0010fffd sign", file="content_library/plays/odd.yaml")
    made = page_pdf(page("pdf/play.html", body=PlayBody(play, "v")), bundle, "")
    told = {(found.code, found.file, found.entry) for found in made.problems}
    assert told == {("PB401", "content_library/plays/odd.yaml", f"play:{play.id}")}
    assert "U+10FFFD" in made.problems[0].why


def test_a_picture_of_the_team_is_shown(bundle: Bundle) -> None:
    """A logo in the library's files is on the cover, described by the company's name."""
    shown = page("pdf/playbook.html", frame=replace(FRAME, logo="files/logo.png"), links=(Link("file", "logo.png", "1", "files/logo.png"),))
    html = pdf.rendered(shown, bundle, paper=True)
    assert '<img src="http://bundle.invalid/files/logo.png" alt="Quillhaven Staffing">' in html


def test_the_teams_fonts_stand_in_the_pdf(bundle: Bundle) -> None:
    """A team's fonts are embedded and come before the theme's in text and headings; a file that is no font is a warning, not a stop."""
    own, names = bundle.files["theme/fonts/DejaVuSansMono.ttf"], ("own.ttf", "torn.ttf")
    shown = page("pdf/play.html", links=tuple(Link("file", name, name, f"files/{name}") for name in names))
    frame = replace(shown.frame, fonts=Fonts(text="own.ttf", headings="torn.ttf"))
    files = {**bundle.files, "files/own.ttf": own, "files/torn.ttf": own[:99]}
    made = page_pdf(replace(shown, frame=frame), replace(bundle, files=files), "")
    with opened(made) as found:
        fonts = {str(font.get("/BaseFont", "")).partition("+")[2] for page in found.pages for font in page.Resources.Font.values()}
    assert any(name.startswith("team-text") for name in fonts), fonts
    assert any(name.startswith("Playbook-Serif") for name in fonts), fonts
    assert {each.code for each in made.problems} == {"PB402"}


def test_the_engine_names_its_versions() -> None:
    """WeasyPrint, Pango and HarfBuzz are told with their versions."""
    assert engine().startswith("WeasyPrint 70.")
    assert "Pango 1." in engine()
    assert "HarfBuzz " in engine()


def test_a_missing_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where WeasyPrint does not load, one sentence says so and gives the line to install; the exit code is the machine's."""
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(MachineError, match=r"apt-get install libpangoft2-1\.0-0") as told:
        engine()
    assert told.value.exit_code == 3
    assert told.value.__cause__ is not None
