"""The rows of a team's own table → what they say of entries. What fits no field is kept in the entry's notes, and named by its cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from playbook.edit.cell_values import Table, one_of, parts, report, says_nothing, value_of
from playbook.edit.new_words import Words, plain, words_of
from playbook.formats import EXTRA, LEFT_OUT, Guess, Said, Spreadsheet, fields_for
from playbook.formats.grids import Grid
from playbook.library import Library
from playbook.model.documents import Data
from playbook.model.hosts import is_inside
from playbook.model.kinds import KINDS
from playbook.model.settled import OddError
from playbook.model.shapes import Many, Scalar, shape_of
from playbook.problems import Problem

_RETIRED = re.compile(r"archiv|retire|deprecat|obsolete|outdated|expired|withdrawn", re.IGNORECASE)
_OURS = {"draft", "retired"}
GAP = "TODO"
"""What stands for a required value that a row does not give."""
SAID = "Tracker said: "
"""How the line of the notes begins that keeps a row's word for a status."""


class Row(Struct, frozen=True):
    """What a row says of an entry; `state` is its word for a status that we have another one for.

    `cells` holds the cell of each field that the row gives a value, `read` the headings of the columns whose day could be read,
    and `placed`, by the line that would stand in the notes if the library lacked it, the field and the id that a word stands for.
    `noted` is what the column of notes itself says. `inside` says that an open address became one that nobody sends.
    """

    said: Said
    state: str = ""
    placed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    read: Set[str] = frozenset()
    noted: str = ""
    inside: bool = False


class Tracked(Struct, frozen=True):
    """What a table says of new entries, and of those that are there already, with what could not be read.

    `rows` is how many there are, `known` of them by the id of their entry; `lacking` are the kinds and names of entries that the library
    lacks, `words` the words of vocabularies that it gets.
    """

    rows: int
    new: tuple[Row, ...]
    known: tuple[Row, ...]
    problems: tuple[Problem, ...]
    lacking: tuple[tuple[str, str], ...]
    words: Mapping[str, Words]


def tracked(file: Spreadsheet, grid: Grid, kind: str, columns: tuple[Guess, ...], head: int, library: Library) -> Tracked:
    """Return what the rows below `head` say of entries of a kind."""
    table = Table(file, grid, kind, library, _words(grid, kind, columns, head, library))
    there = {key: entry.id for entry in library.entries[kind].values() for key in _sames(entry.title_text, _addresses(entry))}
    rows = [number for number in range(head + 1, len(grid.rows)) if any(text.strip() for text in grid.rows[number])]
    found, again = _once(table, rows, columns)
    new: list[Row] = []
    known: dict[str, Row] = {}
    for row, same in found:
        if id_ := next((there[key] for key in same if key in there), ""):
            known.setdefault(id_, replace(row, said=replace(row.said, id=id_)))
        else:
            new.append(replace(row, said=replace(row.said, fields={**_missing(kind), **row.said.fields})))
    lacking = dict.fromkeys((odd.of.of, text) for (_, text), odd in table.odd.items() if odd.of.sort == "reference")
    return Tracked(len(rows), tuple(new), tuple(known.values()), (*again, *report(table)), tuple(lacking), table.words)


def _once(table: Table, rows: list[int], columns: tuple[Guess, ...]) -> tuple[list[tuple[Row, list[str]]], list[Problem]]:
    """Return what each row says with that by which its entry is known, and a problem for each that says the same again."""
    found: list[tuple[Row, list[str]]] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number in rows:
        row = _row(table, number, columns)
        title = str(row.said.fields.get(shape_of(KINDS[table.kind].of).required()[0]) or "")
        same = [*_sames(title, [str(link["url"]) for link in _links(row.said.fields)])]
        if again := next((seen[key] for key in same if key in seen), None):
            cell = row.said.cell
            why = f"{cell}: the row has the title or the address of row {again}, so it was not read."
            problems.append(table.file.report("PB609", cell, why=why, remedy=f"If it is another way to use it, add it to row {again}."))
            continue
        seen |= dict.fromkeys(same, number + 1)
        found.append((row, same))
    return found, problems


def _words(grid: Grid, kind: str, columns: tuple[Guess, ...], head: int, library: Library) -> dict[str, Words]:
    """Return the words of each vocabulary that a table names and the library has no labels for."""
    texts: dict[str, list[str]] = {}
    for guess in columns:
        shape = known.shape if (known := fields_for(kind).get(guess.field)) else None
        of = one_of(shape)
        if of and of.sort == "vocabulary" and not getattr(library.settings, of.of):
            cells = (row[guess.column].strip() for row in grid.rows[head + 1 :] if guess.column < len(row))
            texts.setdefault(of.of, []).extend(
                part for text in cells if text for part in (parts(of, text) if isinstance(shape, Many) else [text])
            )
    return {name: words_of(library, name, found) for name, found in texts.items()}


def states(rows: tuple[Row, ...]) -> tuple[tuple[str, int], ...]:
    """Return what rows say of their status in words that are not ours, each as it stands first, with how many say so."""
    first: dict[str, str] = {}
    counted = Counter(first.setdefault(row.state.casefold(), row.state) for row in rows if row.state)
    return tuple(counted.most_common())


def _missing(kind: str) -> dict[str, Data | OddError]:
    """Return what cannot be left out, as gaps: a draft may have them."""
    group = shape_of(KINDS[kind].of)
    texts = {"text", "name", "lines", "vocabulary"}
    return {name: GAP for name in group.required()[1:] if isinstance(each := group.fields[name].shape, Scalar) and each.sort in texts}


def _row(table: Table, number: int, columns: tuple[Guess, ...]) -> Row:
    """Return what a row says."""
    found: dict[str, Data | OddError] = {}
    notes: list[str] = []
    placed: dict[str, tuple[str, str]] = {}
    cells: dict[str, str] = {}
    clear: set[str] = set()
    written = table.grid.rows[number]
    for guess in columns:
        text = written[guess.column].strip() if guess.column < len(written) else ""
        if says_nothing(text) or guess.field == LEFT_OUT:
            continue
        if guess.field == EXTRA:
            _put(found, [EXTRA, guess.heading], text)
            continue
        cell = table.grid.cell(number, guess.column)
        read = value_of(table, fields_for(table.kind)[guess.field].shape, text, (guess, cell))
        notes += [f"{guess.heading}: {word}" for word in read.left]
        cells |= {guess.field: cell} if read.value is not None else {}
        clear |= {guess.heading} if isinstance(read.value, str) and _is_day(table.kind, guess.field) else set()
        placed |= {f"{guess.heading}: {word}": (guess.field, id_) for word, id_ in read.ids.items()}
        _put(found, guess.field.split("."), "internal" if guess.field == "audience" and read.value is None else read.value)
        if (address := table.grid.links.get((number, guess.column))) and guess.field == "title" and table.kind == "asset":
            _put(found, ["links", "public"], [{"url": address}])
    if any(guess.field == "audience" for guess in columns):
        found.setdefault("audience", "internal")  # who says nothing of it gives nothing away
    noted = str(found.get("notes", ""))
    state = _settle_status(found)
    if state:
        notes.append(SAID + state)
    if notes:
        _put(found, ["notes"], "\n".join([*([str(found["notes"])] if "notes" in found else []), *notes]))
    state = state if found.get("status") == "draft" else ""
    inside = hidden(found)
    return Row(Said(table.kind, "", found, table.grid.cell(number, 0)), state, placed, cells, clear, noted, inside)


def _is_day(kind: str, name: str) -> bool:
    """Whether a field holds a day: of all lines that a cell leaves in the notes, those of days are the ones that nobody writes by hand."""
    of = one_of(fields_for(kind)[name].shape)
    return of is not None and of.sort == "day"


def _settle_status(found: dict[str, Data | OddError]) -> str:
    """Make the status one of ours, and return what the table said unless that is the same."""
    said = str(found.get("status", ""))
    if said:
        found["status"] = "retired" if _RETIRED.search(said) else "draft"
    return "" if said.lower() in _OURS else said


def hidden(found: dict[str, Data | OddError]) -> bool:
    """Take for addresses that nobody sends the open ones of what is internal, and those that only the own network opens.

    Return whether there were any.
    """
    links = found.get("links")
    public = links.get("public") if isinstance(links, dict) else None
    if not isinstance(links, dict) or not isinstance(public, list):
        return False
    inside = [
        link for link in public if found.get("audience") == "internal" or (isinstance(link, dict) and is_inside(str(link.get("url"))))
    ]
    outside = [link for link in public if link not in inside]
    own = links.get("internal")
    if inside:
        kept = {"public": outside or None, "internal": [*(own if isinstance(own, list) else []), *inside]}
        found["links"] = {name: value for name, value in {**links, **kept}.items() if value is not None}
    return bool(inside)


def _put(found: dict[str, Data | OddError], path: list[str], value: Data) -> None:
    """Set a field, or add to its list; a list of groups on the way has one item."""
    if value is None:
        return
    name, *rest = path
    if not rest:
        before = found.get(name)
        found[name] = [*before, *(v for v in value if v not in before)] if isinstance(before, list) and isinstance(value, list) else value
    elif name == "uses":
        items = found.setdefault(name, [{}])
        _put(items[0], rest, value)  # type: ignore[index, arg-type]
    else:
        _put(found.setdefault(name, {}), rest, value)  # type: ignore[arg-type]


def _links(fields: Mapping[str, Data | OddError]) -> Iterator[dict[str, Data]]:
    links = fields.get("links")
    for each in links.values() if isinstance(links, dict) else ():
        yield from (link for link in each if isinstance(link, dict)) if isinstance(each, list) else ()


def _addresses(entry: object) -> list[str]:
    links = getattr(entry, "links", None)
    return [link.url for sort in ("public", "internal_", "gated", "source") for link in getattr(links, sort, ())]


def _sames(title: str, addresses: list[str]) -> Iterator[str]:
    """Yield what two rows have in common that are the same piece of content."""
    if title:
        yield f"title {plain(title)}"
    for address in addresses:
        parted = urlsplit(address.strip())
        query = "&".join(part for part in parted.query.split("&") if not part.startswith("utm_"))
        yield f"link {parted.netloc.lower().removeprefix('www.')}{parted.path.rstrip('/')}?{query}"
