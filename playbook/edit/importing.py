"""What a spreadsheet says of entries → changes of their files: only what differs is written, and new entries get files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from playbook.edit.cell_values import knows
from playbook.edit.changes import Change
from playbook.edit.entry_file import EntryFile, opened
from playbook.edit.foreseen import library_of
from playbook.edit.named import folder_of, plain_id
from playbook.edit.new_words import declared
from playbook.edit.rewriting import with_value
from playbook.edit.tracked import Tracked, states, tracked
from playbook.edit.updating import told, updated
from playbook.edit.wording import file_lines
from playbook.formats import Grid, Guess, Said, Spreadsheet, fields_of, filled, guesses, heading_row, merged, own_sheets, said
from playbook.formats.columns import Sheet
from playbook.load import document_of, read
from playbook.model.documents import Document
from playbook.model.filenames import fault_of_id
from playbook.model.kinds import KINDS
from playbook.model.settled import OddError
from playbook.model.shapes import shape_of
from playbook.pipeline import STATE_FOLDER
from playbook.problems import FieldPath, PlaybookError, Problem
from playbook.validate import bind


class Imported(Struct, frozen=True):
    """The changes that an import makes, how many entries are new and how many change, and what could not be read.

    `known` are the ids of entries that are there already, and that rows name which were not brought in. Of a team's own table `overview`
    tells the sum. `cells` holds, by the file that changes, the cell at which its row begins.
    """

    changes: tuple[Change, ...]
    new: int
    changed: int
    problems: tuple[Problem, ...]
    known: tuple[str, ...] = ()
    overview: Overview | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


class Overview(Struct, frozen=True):
    """What becomes of a team's own table: how many rows there are, and how many are of entries that are there already.

    New entries go to `folder`, `internal` of them with an address that nobody sends; `inside` are others whose address only the own network
    opens. `states` are words for a status that became drafts,
    with how many rows say so; `joined` the spellings that are one word, the one that stays first; `lacking` the kind, an id and the name of
    each entry that rows name and the library lacks.
    """

    rows: int
    known: int
    folder: str
    internal: int = 0
    inside: int = 0
    states: tuple[tuple[str, int], ...] = ()
    joined: tuple[tuple[str, ...], ...] = ()
    lacking: tuple[tuple[str, str, str], ...] = ()


def import_own(root: Path, file: Spreadsheet, kind: str = "") -> Imported | None:
    """Return the changes that a spreadsheet of our own making asks for; None where it is none of ours.

    Raises UsageError where there is no library.
    """
    sheets = own_sheets(file, kind)
    if not sheets:
        return None
    documents = {(each.kind, each.id): each for each in read(root, root / STATE_FOLDER).documents if each.kind in KINDS}
    entries: dict[str, dict[str, Mapping[str, object]]] = {}
    for (name, id_), document in documents.items():
        if document.data is not None:
            entries.setdefault(name, {})[id_] = fields_of(name, document.data)
    data = {name: {id_: each.data for (of, id_), each in documents.items() if of == name and each.data} for name in KINDS}
    library = [each for name in {sheet.kind: None for sheet in sheets} for each in filled(name, data[name])]
    merged_, both = merged(file, sheets, library)
    found, problems = said(file, merged_, entries)  # type: ignore[arg-type]
    made = changes_of(root, file, found, documents)
    odd = _odd_cells(file, merged_, made)
    return replace(made, problems=(*file.problems, *both, *problems, *made.problems, *odd))


def changes_of(root: Path, file: Spreadsheet, found: Sequence[Said], documents: Mapping[tuple[str, str], Document]) -> Imported:
    """Return the changes that bring the files of a library to what is said; new entries are drafts unless they say otherwise."""
    changes: list[Change] = []
    problems: list[Problem] = []
    taken = {*documents}
    cells: dict[str, str] = {}
    new = 0
    for each in found:
        known = documents.get((each.kind, each.id))
        try:
            if known:
                changes += _changed(root, known, each)
                cells[known.file] = each.cell
                continue
            made = _new(each, {id_ for kind, id_ in taken if kind == each.kind})
        except PlaybookError as refused:
            problems.append(file.report("PB607", each.cell, why=f"{each.cell}: {refused.what}", remedy=refused.remedy))
            continue
        taken.add((each.kind, Path(made.file).stem))
        changes.append(made)
        cells[made.file] = each.cell
        new += 1
    return Imported(tuple(changes), new, len(changes) - new, tuple(problems), cells=cells)


def _odd_cells(file: Spreadsheet, sheets: Mapping[Sheet, Grid], made: Imported) -> Iterator[Problem]:
    """Yield a problem for each value that is none for its field, at the cell it comes from: it is written as it stands, and named."""
    for change in made.changes:
        before, after = (bind([document_of(change.file, raw)[0]]).problems if raw else () for raw in (change.before, change.after))
        known = {(each.code, each.why) for each in before}
        for found in after:
            if found.code != "PB201" and (found.code, found.why) not in known:  # what is missing is a matter of the entry, not of a cell
                cell = _cell_of(sheets, made.cells[change.file], found.field)
                yield file.report("PB605", cell, why=f"{cell}: {found.why} It is written as it stands.", remedy=found.remedy)


def _cell_of(sheets: Mapping[Sheet, Grid], start: str, path: FieldPath) -> str:
    """Return the cell of a field in the row that begins at a cell; the start, where the field lies on another sheet."""
    name, _, at = start.partition("!")
    row = int(re.sub(r"\D", "", at) or 1) - 1
    grid = next((grid for grid in sheets.values() if grid.name == name), None)
    words = [str(part) for part in path if isinstance(part, str)]
    headers = [text.strip() for text in grid.rows[0]] if grid else []
    fitting = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    header = next((each for each in fitting if each in headers), "")
    return grid.cell(row, headers.index(header)) if grid and header else start


def _changed(root: Path, document: Document, said_: Said) -> list[Change]:
    """Return the change of an entry's file, if what is said of it differs; raises PlaybookError where it cannot be written so."""
    old, shape = fields_of(said_.kind, document.data), shape_of(KINDS[said_.kind].of)
    before = after = None
    for name in shape.fields:
        one, other = old.get(name), said_.fields.get(name)
        if isinstance(one, OddError) or isinstance(other, OddError) or one == other:
            continue
        before = before or opened(root, document.file, document.kind, document.id)
        after = with_value(after or before, shape, name, one, other)
    return [before.change_to(after)] if before and after else []


def _new(said_: Said, taken: Collection[str]) -> Change:
    """Return the file of a new entry; raises PlaybookError where its id is none, or nothing could make one."""
    shape = shape_of(KINDS[said_.kind].of)
    data = {name: value for name, value in said_.fields.items() if not isinstance(value, OddError)}
    title = str(data.get(shape.required()[0]) or "")
    id_ = said_.id or free_id(said_.kind, title, taken)
    if not id_:
        raise PlaybookError("the row has neither an id nor words to make one of.", f"Write its {shape.required()[0]}.")
    if fault := _fault(said_.kind, id_):
        raise PlaybookError(f'"{id_}" makes no id. {fault}', f"Try {plain_id(id_)}.")
    lines = [*file_lines({"status": "draft", **data}, shape)]
    fresh = EntryFile(f"{folder_of(said_.kind)}/{id_}.yaml", said_.kind, id_, ("\n".join(lines) + "\n").encode())
    if fields_of(said_.kind, fresh.data) != {"status": "draft", **data}:
        raise PlaybookError("this row holds signs that no file of ours can hold.", "Take signs out that cannot be seen.")
    return Change(fresh.file, None, fresh.raw)


def _fault(kind: str, id_: str) -> str:
    if not id_ or id_ != id_.lower() or not re.fullmatch(r"[^\W_]+(?:[-_.]+[^\W_]+)*", id_):
        return "An id is lower case, with hyphens between its words."
    return fault_of_id(kind, id_)


def free_id(kind: str, title: str, taken: Collection[str]) -> str:
    """Return the id that a title makes, with a number where another entry has it; nothing without words."""
    plain, number = plain_id(title), 1
    found = plain
    while plain and (found in taken or fault_of_id(kind, found)):
        number += 1
        found = f"{plain}-{number}"
    return found


def tracker_columns(root: Path, grid: Grid, kind: str) -> tuple[Guess, ...]:
    """Return where each column of a team's own table most likely goes."""
    library = library_of(read(root, root / STATE_FOLDER))
    return guesses(grid, kind, lambda of, text: knows(library, of, text))


def import_tracker(root: Path, file: Spreadsheet, grid: Grid, kind: str, columns: tuple[Guess, ...], *, update: bool) -> Imported:
    """Return the changes that a team's own table asks for: a draft for each row; with `update` entries that are there change."""
    loaded = read(root, root / STATE_FOLDER)
    documents = {(each.kind, each.id): each for each in loaded.documents if each.kind in KINDS}
    found = tracked(file, grid, kind, columns, heading_row(grid), library_of(loaded))
    late = [updated(row, fields_of(kind, documents[kind, row.said.id].data)) for row in found.known if update]
    made = changes_of(root, file, [*(row.said for row in found.new), *(each.said for each in late)], documents)
    problems = [*file.problems, *found.problems, *made.problems, *told(file, late)]
    changes = made.changes
    try:
        settings = next((each.file for each in loaded.documents if each.kind == "settings"), "")
        changes = (*(declared(root, settings, found.words) if made.new and settings else ()), *changes)
    except PlaybookError as refused:
        problems.append(file.report("PB607", why=refused.what, remedy=refused.remedy))
    left = () if update else tuple(row.said.id for row in found.known)
    return replace(made, changes=changes, known=left, problems=tuple(problems), overview=_overview(found, kind))


def _overview(found: Tracked, kind: str) -> Overview:
    words = [word for each in found.words.values() for word in each.values()]
    internal = sum(1 for row in found.new if row.said.fields.get("audience") == "internal" and "links" in row.said.fields)
    inside = sum(1 for row in found.new if row.inside and row.said.fields.get("audience") != "internal")
    lacking = tuple((of, plain_id(name), name) for of, name in sorted(found.lacking, key=lambda each: each[0]))
    joined = tuple(word.spellings for word in words if len({text.casefold() for text in word.spellings}) > 1)
    return Overview(found.rows, len(found.known), folder_of(kind), internal, inside, states(found.new), joined, lacking)
