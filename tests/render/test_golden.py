"""Every template's page, and the look of pages on paper, are as they were when somebody last looked at them and agreed.

`pytest tests/render/test_golden.py --accept` takes what is made now as what is wanted; look at the difference before you commit it.
"""

from __future__ import annotations

import difflib
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat
from sample_pages import BODIES, page

from playbook.library import assemble
from playbook.model.agreement import Agreement, FunnelStep, Shares, Signature
from playbook.model.content import Asset, Use
from playbook.model.jobs import Bundle, Made
from playbook.model.journey import Stage
from playbook.model.pages import Page
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.render import page_pdf
from playbook.render.html import rendered
from playbook.select import Earlier, pages

Paper = Callable[[str], Made]  # the fixture `paper` of conftest.py
GOLDEN = Path(__file__).parents[1] / "golden"
DOTS_PER_INCH = 40
MOST = 1.5
"""How far the mean of a page's signs may lie apart, of 255: what another font engine does at the edges of letters stays below it."""


def without_what_changes(html: str) -> str:
    """Leave out the hashes in the names of style sheets, and the style sheets and scripts that stand within a page: they are no page."""
    named = re.sub(r"\.[0-9a-f]{8,}\.(css|woff2)", r".HASH.\1", html)
    return re.sub(r"<(style|script)((?: data-[^>]*)?)>.*?</\1>", r"<\1\2></\1>", named, flags=re.DOTALL)


def agreed(name: str, made: str, request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """Compare a text with the agreed one and return the difference; what was made is kept in a file to look at."""
    file = GOLDEN / name
    if request.config.getoption("--accept"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="utf-8")
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    kept = tmp_path / file.name
    kept.write_text(made, encoding="utf-8")
    return list(difflib.unified_diff(before.splitlines(), made.splitlines(), name, str(kept), n=1, lineterm=""))


def _selected() -> dict[str, Page]:
    """Pages that are told by what the whole library says, chosen from a small one as a build chooses them."""
    steps = (("Inquiry", "MQL", 0.15), ("MQL", "SQL", 0.5), ("SQL", "Won", 0.25))
    agreement = Agreement(
        id="agreement",
        currency="EUR",
        revenue_target=1_000_000,
        deal_size=25_000,
        shares=Shares(0.6, 0.4),
        funnel=tuple(FunnelStep(*step) for step in steps),
        acceptance=("A request counts at once",),
        disputes="Both heads decide",
        signed=(Signature("Ada", "Head of sales"),),
    )
    persona, stage = Persona(id="hr", name="HR director", owner="Ben"), Stage(id="early", name="Early", order=1)
    asset = Asset(
        id="deck", title="Deck", type="deck", owner="Ana", uses=(Use(key="1", personas=("hr",), stages=("early",), how=("Open it",)),)
    )
    waiting = Play(id="trial", title="Trial", status="draft", owner="Ana")
    library = assemble(Settings(name="Golden"), [persona, stage, asset, waiting], agreement)
    before = assemble(Settings(name="Golden"), [persona, stage, replace(asset, title="Old deck")], agreement)
    found = pages(library, edition="rep", today=date(2026, 11, 22), pdf=True, earlier=Earlier(before, "2026-11-01"))
    wanted = {"agreement.html", "completeness.html", "authors.html", "changes.html", "pdf/agreement.html"}
    return {each.template: each for each in found if each.template in wanted}


PAGES = {template: page(template) for template in BODIES} | _selected()


@pytest.mark.parametrize("template", PAGES)
def test_a_page_is_as_agreed(template: str, bundle: Bundle, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """The HTML of each template's page, on the screen or for paper, is the agreed one, sign by sign."""
    on_paper = template.startswith("pdf/")
    html = rendered(PAGES[template], bundle, paper=on_paper)
    assert agreed(f"html/{template.replace('/', '-')}", without_what_changes(html) + "\n", request, tmp_path) == []


def test_every_template_has_a_page() -> None:
    """No template of the theme is left out."""
    templates = Path(__file__).parents[2] / "templates"
    found = {path.relative_to(templates).as_posix() for folder in (templates, templates / "pdf") for path in folder.glob("*.html")}
    assert found - {"base.html", "pdf/base.html"} == set(PAGES)


def pictures(pdf: bytes, folder: Path, most: int) -> list[Image.Image]:
    """Return the first pages of a PDF as small grey pictures."""
    (folder / "made.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-png", "-r", str(DOTS_PER_INCH), "-l", str(most), str(folder / "made.pdf"), str(folder / "page")]
    subprocess.run(command, check=True)
    return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(folder.glob("page-*.png"))]


def apart(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures lie apart, as the mean over their signs; pictures of another size are as far as can be."""
    if one.size != other.size:
        return 255
    return float(ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0])


ON_PAPER = [template for template in PAGES if template.startswith("pdf/")]


@pytest.mark.parametrize("template", ON_PAPER)
def test_a_page_on_paper_looks_as_agreed(
    template: str, bundle: Bundle, paper: Paper, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The first pages of each sort of PDF look as agreed, but for the edges of letters."""
    pdf = paper(template) if template in BODIES else page_pdf(PAGES[template], bundle, "")
    made = pictures(pdf.content or b"", tmp_path, 3)
    assert made
    for number, picture in enumerate(made, start=1):
        file = GOLDEN / f"paper/{Path(template).stem}-{number}.png"
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            picture.quantize(16).save(file, optimize=True)
        assert apart(picture, Image.open(file)) < MOST, f"{file.name} looks otherwise: see {tmp_path}"


def test_a_page_that_looks_otherwise_is_noticed(bundle: Bundle, paper: Paper, tmp_path: Path) -> None:
    """A heading less, or a line lower, lies further apart than the edges of letters do."""
    source = page("pdf/handoffs.html")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    [one] = pictures(paper("pdf/handoffs.html").content or b"", tmp_path / "one", 1)
    css = {**bundle.files, "team/css/print.css": b"h1 { font-size: 30pt !important }"}
    [two] = pictures(page_pdf(source, replace(bundle, files=css, digest="other"), "").content or b"", tmp_path / "two", 1)
    assert apart(one, two) > MOST
