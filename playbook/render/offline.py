"""What lets a device install a served site and keep it: icons, the web app manifest, and which build of which files is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from urllib.parse import unquote

from msgspec import Struct, json

from playbook.model.colours import palette
from playbook.model.jobs import Bundle, Job
from playbook.model.kept_body import KeptBody
from playbook.model.pages import Frame, Page
from playbook.render.language import Language
from playbook.render.planning import renderer
from playbook.render.translation import translation

WORKER_FILE = "service-worker.js"
MANIFEST_FILE = "site.webmanifest"
SEARCH_FILE = "search-index.js"
KEEPER = "_theme/js/keeping.js"
ICONS = {192: "_theme/icon-192.png", 512: "_theme/icon-512.png"}  # the sizes that browsers ask for before they install anything
ICON_FONT = "theme/fonts/Inter-Bold.ttf"
NO_SIGN = "\uffff"  # what a font has no sign for is drawn as this is
STEPS = ((0.28, 0.3), (0.36, 0.45), (0.44, 0.6))  # from the left and the top, in parts of the side
GROUND = "#f6f5f2"  # --ground in css/screen.css


class AppIcon(Struct, frozen=True):
    """What an icon shows: a letter, its colour and its ground, and how long its side is in pixels."""

    letter: str
    ground: str
    ink: str
    side: int


def offline_jobs(made: Iterable[Job], pages: Iterable[Page], bundle: Bundle) -> tuple[Job, ...]:
    """Return what is to be made beside the files of a site: its icons and, where its readers' devices keep it, what that takes.

    A team's own icons stay. The build is stamped with a hash over all that its files are made from.
    """
    site, listed = {job.path: job for job in made}, {page.path: page for page in pages}
    frame = listed["index.html"].frame
    icons = {job.path: job for job in _icon_jobs(frame, bundle) if job.path not in site}
    if frame.kept not in listed:
        return tuple(icons.values())
    manifest = _file_job(MANIFEST_FILE, _manifest(frame, bundle))
    whole = site | icons | {manifest.path: manifest}
    shell = sorted(whole.keys() & _shell(whole, listed[frame.kept]))
    return (*icons.values(), manifest, _file_job(WORKER_FILE, _worker(_stamp(whole.values()), shell)))


def _icon_jobs(frame: Frame, bundle: Bundle) -> Iterator[Job]:
    drawn_by = renderer(bundle, ("pillow",))
    colours = palette(frame.accent)
    for size, path in ICONS.items():
        data = AppIcon(_initial(frame.company or frame.name), colours.accent, colours.on_accent, size)
        fingerprint = sha256(drawn_by + b"\0" + json.encode(data)).hexdigest()
        yield Job(path, "playbook.render:app_icon", data, fingerprint, path)


def _initial(name: str) -> str:
    return next((sign.upper() for sign in name if sign.isalnum()), "")


def icon(data: AppIcon, bundle: Bundle) -> bytes:
    """Return a PNG: the initial of the team on its accent, or three steps where our font has no such letter.

    The sign lies well within the circle that telephones cut icons to.
    """
    from PIL import Image, ImageDraw, ImageFont

    side = data.side
    picture = Image.new("RGB", (side, side), data.ground)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(BytesIO(bundle.files[ICON_FONT]), side * 0.52, layout_engine=ImageFont.Layout.BASIC)
    if data.letter and bytes(font.getmask(data.letter)) != bytes(font.getmask(NO_SIGN)):
        pen.text((side / 2, side / 2), data.letter, fill=data.ink, font=font, anchor="mm")
    else:
        for left, top in STEPS:
            pen.rectangle((left * side, top * side, (left + 0.28) * side, (top + 0.1) * side), fill=data.ink)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _manifest(frame: Frame, bundle: Bundle) -> bytes:
    """Return the web app manifest (W3C), with addresses relative to itself, so that a site may lie in any folder."""
    language = Language(frame.language, translation(bundle, frame.language))
    icons = [{"src": path, "sizes": f"{size}x{size}", "type": "image/png"} for size, path in ICONS.items()]
    told = {
        "id": "./",
        "name": frame.name,
        "lang": language.tag,
        "dir": language.direction,
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": GROUND,
        "theme_color": palette(frame.accent).accent,
        "icons": [{**each, "purpose": kind} for each in icons for kind in ("any", "maskable")],
    }
    return json.format(json.encode(told))


def _shell(site: Iterable[str], kept: Page) -> set[str]:
    """Return what a device keeps before anybody opened it: what finds everything else, and what pages look like."""
    frame, always = kept.frame, kept.body.always if isinstance(kept.body, KeptBody) else ()
    team = {f"files/{name}" for name in (frame.fonts.text, frame.fonts.bold, frame.fonts.headings)}
    theme = {path for path in site if path.startswith("_theme/")} - {KEEPER}  # the browser keeps a service worker's own scripts
    return {kept.path, *(link.href for link in always), SEARCH_FILE, MANIFEST_FILE, unquote(frame.logo), *team, *theme}


def _stamp(site: Iterable[Job]) -> str:
    told = sorted(f"{job.path}\0{job.fingerprint}" for job in site)
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def _worker(stamp: str, shell: list[str]) -> bytes:
    """Return the service worker: which build it is, what it always keeps, and the theme's script that does the work."""
    return b"self.playbookBuild=" + json.encode({"stamp": stamp, "shell": shell}) + f';\nimportScripts("{KEEPER}");\n'.encode()


def _file_job(path: str, content: bytes) -> Job:
    return Job(path, "playbook.render:site_file", content, sha256(content).hexdigest(), path)
