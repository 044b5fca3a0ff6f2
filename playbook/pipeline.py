"""The only place where stages meet: folders → documents → entries → library → pages → jobs → site and PDFs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from playbook import __version__
from playbook.library import assemble
from playbook.load import at_revision, locate, read, remembered
from playbook.model.documents import Loaded
from playbook.model.kinds import FILES_FOLDER, SETTINGS_FILE
from playbook.problems import MachineError, PlaybookError, Problem, UsageError, problem
from playbook.validate import bind, inspect, leveled, without_twins

if TYPE_CHECKING:
    from playbook.library import Library
    from playbook.model.jobs import Job
    from playbook.model.pages import Page
    from playbook.publish import Progress, Published
    from playbook.select import Earlier

Edition = Literal["rep", "partner", "buyer"]
STATE_FOLDER = ".playbook"
TEMPLATES_FOLDER = "templates"
ABOUT_FILE = "build.json"


class Checked(Struct, frozen=True):
    """A library as it was read, and all that is wrong with it, each problem with its place."""

    library: Library
    problems: tuple[Problem, ...]


class Built(Struct, frozen=True):
    """What a build gave: the library, every problem of content and of pages, and what happened on disk."""

    library: Library
    problems: tuple[Problem, ...]
    published: Published


class BuildOptions(Struct, frozen=True):
    """How to build.

    `pdf` left at None means: PDFs where the engine is there, else a warning and no page offers one. `workers` 0 is one a core.
    `revision` is the commit that the library stands at, where one is known. `since` is a site (its folder or its library.json), or a
    revision of the library's repository: then the pages tell what changed since. `admin` adds the forms, for the team's own site only.
    """

    edition: Edition = "rep"
    pdf: bool | None = None
    workers: int = 0
    keep_going: bool = False
    revision: str = ""
    since: str = ""
    admin: bool = False


def check(root: Path, *, today: date) -> Checked:
    """Read and check the library in `root`; raises UsageError where there is none."""
    state = root / STATE_FOLDER
    loaded = read(root, state)
    bound = assembled(loaded)

    def found() -> list[Problem]:
        return locate(root, without_twins(inspected(bound, today)))

    return Checked(bound.library, remembered(loaded, today, state, found))


def assembled(loaded: Loaded) -> Checked:
    """Return the library of what was read, and what is wrong with its files and fields; no rule was asked, and no place looked up."""
    bound = bind(loaded.documents)
    library = assemble(bound.settings, bound.entries, bound.agreement, loaded.files, bound.reviews)
    return Checked(library, (*loaded.problems, *bound.problems))


def inspected(bound: Checked, today: date) -> list[Problem]:
    """Return all that is wrong with a library as it was assembled, the rules asked, too."""
    return [*bound.problems, *inspect(bound.library, today)]


def spreadsheet(root: Path, kinds: Sequence[str]) -> bytes:
    """Return a workbook with the entries of these kinds, as they are written in their files.

    Raises UsageError where there is no library, ImportError where openpyxl is not installed.
    """
    from playbook.formats import filled, workbook
    from playbook.library import offered

    documents = sorted(read(root, root / STATE_FOLDER).documents, key=lambda document: document.id)
    bound = bind(documents)
    library = assemble(bound.settings, bound.entries)
    sheets = [
        sheet for kind in kinds for sheet in filled(kind, {each.id: each.data for each in documents if each.kind == kind and each.data})
    ]
    return workbook(sheets, lambda value: offered(value, library))


def build(root: Path, out: Path, *, today: date, options: BuildOptions | None = None, progress: Progress | None = None) -> Built:
    """Check the library in `root` and bring the site in `out` to it, in one step.

    Raises UsageError where there is no library, `out` is somebody else's folder, `since` names nothing or the forms cannot be published,
    MachineError where a demanded PDF engine is missing, PlaybookError where a buyer edition would say what is meant for the team.
    """
    from playbook.formats import SEARCH_FILE, data_files, search_index
    from playbook.publish import publish
    from playbook.render import jobs, offline_jobs, read_bundle
    from playbook.select import catalogue, findable, leaks, pages
    from playbook.shipped import theme_dir

    options = options or BuildOptions()
    pdf, missing = _engine(options.pdf)
    checked = check(root, today=today)
    earlier = _earlier(root, options)
    planned = pages(checked.library, edition=options.edition, today=today, pdf=pdf, earlier=earlier)
    listed = catalogue(checked.library, planned, edition=options.edition, today=today)
    forms = _forms(checked.library, options)
    if options.edition == "buyer":
        _refuse(leaks(planned, checked.library.settings.internal_words, listed.library))
    bundle = read_bundle(theme_dir(), root / TEMPLATES_FOLDER, root / FILES_FOLDER)
    beside = {**forms, **data_files(listed), SEARCH_FILE: search_index(findable(planned)), ABOUT_FILE: _about(planned, options)}
    made = [*jobs(planned, bundle, pdf=pdf), *(_job_of(name, content) for name, content in beside.items())]
    published = publish(
        [*made, *offline_jobs(made, planned, bundle)],
        out,
        replace(bundle, files={**bundle.files, **beside}),
        workers=options.workers,
        keep_going=options.keep_going,
        state=root / STATE_FOLDER,
        progress=progress,
    )
    told = leveled([*missing, *published.problems], checked.library.settings)
    return Built(checked.library, (*checked.problems, *told), published)


def _earlier(root: Path, options: BuildOptions) -> Earlier | None:
    """Return the earlier state that `since` names, if any."""
    from playbook.formats import published_at
    from playbook.select import Earlier

    if not options.since:
        return None
    if site := published_at(Path(options.since)):
        if site.edition not in {options.edition, "rep"}:
            what = f"{options.since} is the {site.edition} edition, and this is the {options.edition} edition."
            raise UsageError(what, "Name a site of the same edition, or of the rep edition.")
        return Earlier(site.library, site.day)
    with at_revision(root, options.since) as state:
        bound = bind(read(state.root).documents)
        return Earlier(assemble(bound.settings, bound.entries, bound.agreement), state.name)


def _forms(library: Library, options: BuildOptions) -> Mapping[str, bytes]:
    """Return the files of the form editor, where they are asked for."""
    from playbook.formats import hosted_forms

    if not options.admin:
        return {}
    if options.edition != "rep":
        raise UsageError("The forms show everything that the files say, so no edition for others can have them.", "Leave out --admin.")
    return hosted_forms(library)


def _refuse(leaking: Mapping[str, str]) -> None:
    """Stop before a buyer could read what is meant for the team."""
    for path, word in leaking.items():
        raise PlaybookError(
            f'The buyer edition is not made: {path} says "{word}".',
            f"Take the words out of what is marked external, or write audience: internal. {len(leaking)} of its pages say such words.",
        )


def _engine(wanted: bool | None) -> tuple[bool, tuple[Problem, ...]]:
    """Return whether PDFs are made; an engine that is missing and was not demanded is a warning."""
    from playbook.render import engine

    if wanted is False:
        return False, ()
    try:
        engine()
    except MachineError as missing:
        if wanted:
            raise
        return False, (problem("PB409", SETTINGS_FILE, why=missing.what, remedy=missing.remedy),)
    return True, ()


def _about(planned: Sequence[Page], options: BuildOptions) -> bytes:
    """Return what `build.json` says of the site; nothing else in it may name the commit or count pages."""
    pdfs = sum(page.path.endswith(".pdf") for page in planned)
    counts = {"pages": len(planned) - pdfs, "pdfs": pdfs}
    return json.dumps(
        {"playbook": __version__, "revision": options.revision if options.edition == "rep" else "", "edition": options.edition, **counts},
        indent=1,
    ).encode()


def _job_of(name: str, content: bytes) -> Job:
    """Return the job that puts a file into the site that was made here, whole."""
    from playbook.model.jobs import Job

    return Job(name, "playbook.publish:copy", name, sha256(content).hexdigest(), name)
