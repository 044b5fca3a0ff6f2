"""Entries as records: who owns them, whether they are more than a blank form, whether they are used, and the rules in the project file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from playbook.codes import CODES
from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.knowledge import Request, Term
from playbook.model.walk import is_written
from playbook.problems import Problem
from playbook.validate.near import nearest
from playbook.validate.rules.finding import finding, plain_id, to_write

_THING = r"(?:persona|stage|signal|asset|play|objection|claim|competitor|campaign|request|title|name|document|entry)"
_BLANK = re.compile(
    rf"(?:(?:untitled|unnamed|test|example|sample|dummy)(?:\s+{_THING})?|(?:a|my|new|your|copy of)\s+{_THING}(?:\s+here)?)(?:\s*\d+)?"
    r"|asdf+|qwerty|foo(?:\s*bar)?",
    re.IGNORECASE,
)


def missing_owners(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """Nobody owns an entry, where other entries of its kind have owners."""
    for kind, entries in library.entries.items():
        are_owned = any(entry.owner for entry in entries.values())
        for entry in entries.values() if are_owned else ():
            if entry.is_live and not entry.owner and is_written(entry):
                yield finding(
                    entry,
                    "PB314",
                    ("owner",),
                    why=f"Other entries of the kind {kind} have an owner, and this one has none.",
                    remedy=f"{to_write('owner: …')}, with the name of who keeps it true.",
                )


def blank_forms(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """An entry is called as only a blank form is called; a term may be called anything."""
    for entry in library.all():
        is_form = _BLANK.fullmatch(entry.title_text.strip()) and not isinstance(entry, Term)
        if is_form and entry.is_live and entry.file != library.settings.file:
            yield finding(
                entry,
                "PB324",
                why=f'"{entry.title_text}" is what a blank form is called.',
                remedy="Give it its real name, delete it, or write status: draft.",
            )


def awkward_ids(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """The name of a file, which is the id of its entry, has capitals or spaces."""
    for kind, entries in library.entries.items():
        for id_, entry in entries.items():
            plain = plain_id(id_)
            if entry.file != library.settings.file and (id_ != id_.lower() or re.search(r"\s", id_)):
                new = plain if plain and plain not in entries else "NEW"
                yield finding(
                    entry,
                    "PB350",
                    why=f'The file is called "{id_}", with capitals or spaces, and that is the id by which others name it.',
                    remedy=f'To give it a plain one everywhere: playbook rename {kind} "{id_}" {new}',
                )


def unknown_codes(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """The project file sets the level of a problem that there is not."""
    for code in library.settings.rules:
        if code not in CODES:
            yield finding(
                library.settings,
                "PB219",
                ("rules", code),
                on_key=True,
                part=code,
                why=f'There is no problem with the code "{code}".',
                suggestion=nearest(code, CODES),
                remedy="Write the code as check shows it, such as PB303.",
            )


def idle_clocks(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A clock in the agreement runs for nothing."""
    for number, clock in enumerate(library.agreement.clocks if library.agreement else ()):
        if library.agreement and not clock.signal and not clock.handoff:
            yield finding(
                library.agreement,
                "PB222",
                ("clocks", number),
                why="This clock says how fast, and not for what.",
                remedy=f'{to_write("signal: …")} with a signal, or "handoff: …" with a stage.',
            )


def unused_requests(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Reps asked for an asset, it is there, and nothing offers it to them."""
    for request in library.of(Request):
        asset = library.get("asset", request.asset)
        if (
            request.is_live
            and request.state == "shipped"
            and isinstance(asset, Asset)
            and not asset.replaced_by
            and not _is_offered(library, asset)
        ):
            state = (
                "offers it to nobody: no use, no play"
                if asset.is_live
                else f"has it as {'a draft' if asset.status == 'draft' else 'retired'}"
            )
            yield finding(
                request,
                "PB343",
                ("asset",),
                part=asset.id,
                why=f'Reps asked for "{asset.title_text}" and it was shipped, but the library {state}.',
                remedy=f"{to_write('uses:', '  - when: …', '    how: …')} into the asset, and show it to whoever asked.",
            )


def _is_offered(library: Library, asset: Asset) -> bool:
    """Whether reps meet an asset: it has uses, or something live leads to it that is no request."""
    leading = (edge for edge in library.used_by("asset", asset.id) if edge.source_kind not in {"request", "asset", "settings"})
    sources = (library.get(edge.source_kind, edge.source_id) for edge in leading)
    return asset.is_live and (bool(asset.uses) or any(source is not None and source.is_live for source in sources))
