"""What a device needs to keep a site: icons of the team's, a manifest, and a worker that knows its build and what is always kept."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image
from sample_pages import FRAME, page

from playbook.model.jobs import Bundle, Job
from playbook.model.kept_body import KeptBody
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.render import app_icon, offline_jobs, site_file
from playbook.render.offline import AppIcon

HOME = replace(page("home.html"), path="index.html")
ALWAYS = KeptBody((Link("page", "index.html", "Home", "index.html"),))
KEPT = Page("kept.html", "kept.html", "Kept", replace(FRAME, kept="kept.html"), ALWAYS)
PATHS = ("index.html", "kept.html", "plays/a.html", "_theme/css/screen.css", "search-index.js")
MADE = [Job(path, "a:b", None, path) for path in PATHS]


def made_of(bundle: Bundle, made: list[Job], home: Page = HOME) -> dict[str, Job]:
    """The jobs beside a site, where its devices keep it."""
    kept = replace(home, frame=replace(home.frame, kept="kept.html"))
    return {job.path: job for job in offline_jobs(made, [kept, KEPT], bundle)}


def test_the_worker_keeps_what_finds_the_rest(bundle: Bundle) -> None:
    """Before anything was opened the home page, the search index and the looks are kept, and no play."""
    worker = bytes(made_of(bundle, MADE)["service-worker.js"].data)  # type: ignore[call-overload]
    told = json.loads(worker.partition(b"=")[2].partition(b";\n")[0])
    assert {"index.html", "kept.html", "_theme/css/screen.css", "search-index.js", "site.webmanifest"} <= set(told["shell"])
    assert "plays/a.html" not in told["shell"]


def test_the_stamp_moves_with_any_file(bundle: Bundle) -> None:
    """The worker is another as soon as any file of the site is made from something else, and the same otherwise, in whatever order."""
    before = made_of(bundle, MADE)["service-worker.js"]
    assert made_of(bundle, MADE[::-1])["service-worker.js"] == before
    edited = [replace(job, fingerprint="new") if job.path == "plays/a.html" else job for job in MADE]
    assert made_of(bundle, edited)["service-worker.js"].fingerprint != before.fingerprint


def test_where_nothing_is_kept_there_is_only_an_icon(bundle: Bundle) -> None:
    """Without a page of what is kept there is neither a manifest nor a worker."""
    assert {job.path for job in offline_jobs(MADE, [HOME], bundle)} == {"_theme/icon-192.png", "_theme/icon-512.png"}


def test_a_team_s_own_icon_stays(bundle: Bundle) -> None:
    """An icon that the team's templates hold is not drawn over."""
    own = Job("_theme/icon-192.png", "playbook.publish:copy", "team/icon-192.png", "own")
    made = made_of(bundle, [*MADE, own])
    assert "_theme/icon-192.png" not in made
    assert "_theme/icon-512.png" in made


@pytest.mark.parametrize("letter", ["Q", "é", "", "営", "ش"])
def test_an_icon_shows_a_letter_or_steps(bundle: Bundle, letter: str) -> None:
    """An icon has the wanted side and two colours at least, its sign within the circle that telephones cut; the same each time."""
    data = AppIcon(letter, "#0b5c7a", "#ffffff", 192)
    content = app_icon(data, bundle, "").content
    assert content == app_icon(data, bundle, "").content
    picture = Image.open(BytesIO(content or b""))
    assert picture.size == (192, 192)
    signs = [(x, y) for x in range(192) for y in range(192) if picture.getpixel((x, y)) == (255, 255, 255)]
    assert signs
    assert all((x - 96) ** 2 + (y - 96) ** 2 <= (0.4 * 192) ** 2 for x, y in signs)
    assert (content == app_icon(replace(data, letter=""), bundle, "").content) == (letter in {"", "営", "ش"})


def test_only_what_was_planned_is_made(bundle: Bundle) -> None:
    """A job of another sort is refused."""
    for make in (app_icon, site_file):
        with pytest.raises(TypeError, match="needed"):
            make(HOME, bundle, "")
    assert site_file(b"x", bundle, "").content == b"x"
