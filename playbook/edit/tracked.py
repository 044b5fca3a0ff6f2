"""The rows of a team's own table → what they say of entries. What fits no field is kept in the entry's notes, and named by its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlsplit

from playbook.formats import EXTRA, LEFT_OUT, Guess, Said, Spreadsheet, fields_for
from playbook.formats.grids import Grid
from playbook.library import Library, offered
from playbook.model.documents import Data
from playbook.model.kinds import KINDS
from playbook.model.settled import OddError
from playbook.model.shapes import Group, Many, Scalar, shape_of
from playbook.problems import Problem
from playbook.validate import Mistake, nearest, scalar

_BREAKS = re.compile(r"[;\n|,]")
_LINES = re.compile(r"[;\n]")
_BOTH = re.compile(r"\s*(?:/|&|\+|\band\b)\s*")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")
_RETIRED = re.compile(r"archiv|retire|deprecat|obsolete|outdated|expired|withdrawn", re.IGNORECASE)
_FIRST_DAY = date(1899, 12, 30)
"""The day that spreadsheets count from."""


@dataclass(frozen=True)
class Tracked:
    """What a table says of new entries, and of those that are there already, with what could not be read."""

    new: tuple[Said, ...]
    known: tuple[Said, ...]
    problems: tuple[Problem, ...]


@dataclass
class _Table:
    """A table while it is read: the words that matched nothing with their cells, and the titles and addresses that were seen."""

    file: Spreadsheet
    grid: Grid
    kind: str
    library: Library
    unmatched: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def ids(self, of: Scalar) -> Mapping[str, str]:
        """Return the plain names by which each id of what a value is one of may be called."""
        return self.library.once(f"called {of.of}", of, lambda: dict(_called(of, self.library)))


def tracked(file: Spreadsheet, grid: Grid, kind: str, columns: tuple[Guess, ...], head: int, library: Library) -> Tracked:
    """Return what the rows below `head` say of entries of a kind."""
    table = _Table(file, grid, kind, library)
    there = {key: entry.id for entry in library.entries[kind].values() for key in _sames(entry.title_text, _addresses(entry))}
    new: list[Said] = []
    known: dict[str, Said] = {}
    seen: dict[str, int] = {}
    for row in range(head + 1, len(grid.rows)):
        if not any(text.strip() for text in grid.rows[row]):
            continue
        fields = _fields(table, row, columns)
        title = str(fields.get(shape_of(KINDS[kind].of).required()[0]) or "")
        same = [*_sames(title, [str(link["url"]) for link in _links(fields)])]
        cell = grid.cell(row, 0)
        if again := next((seen[key] for key in same if key in seen), None):
            why = f"{cell}: the row has the title or the address of row {again}, so it was not read."
            table.problems.append(file.report("PB609", cell, why=why, remedy=f"If it is another way to use it, add it to row {again}."))
            continue
        seen |= dict.fromkeys(same, row + 1)
        id_ = next((there[key] for key in same if key in there), "")
        if id_:
            known.setdefault(id_, Said(kind, id_, fields, cell))
        else:
            new.append(Said(kind, "", {**_missing(kind), **fields}, cell))
    return Tracked(tuple(new), tuple(known.values()), (*table.problems, *_report(table)))


def _missing(kind: str) -> dict[str, Data | OddError]:
    """Return what cannot be left out, as gaps: a draft may have them."""
    group = shape_of(KINDS[kind].of)
    texts = {"text", "name", "lines", "vocabulary"}
    return {name: "TODO" for name in group.required()[1:] if isinstance(each := group.fields[name].shape, Scalar) and each.sort in texts}


def updated(said: Said, old: Mapping[str, Data | OddError]) -> Said:
    """Return what a row says of an entry that is there: what the entry lacks, and newer plain values; never its title, status or uses."""
    kept = {name: value for name, value in old.items() if not _is_replaced(name, value)}
    return Said(said.kind, said.id, {**said.fields, **old, **{k: v for k, v in said.fields.items() if k not in kept}}, said.cell)


def _is_replaced(name: str, value: Data | OddError) -> bool:
    return isinstance(value, str) and name not in {"title", "status", "notes", "type", "summary"}


def knows(library: Library, of: Scalar, text: str) -> bool:
    """Whether a text names what the library has, or several of them."""
    table = _Table(Spreadsheet("", ()), Grid("", ()), "", library)
    return all(_match(table, of, part) for part in _parts(text, _BREAKS))


def _called(of: Scalar, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each plain name with the id that it stands for; ids and labels before the titles that a persona may have."""
    for id_, entry in library.entries.get(of.of, {}).items() if of.sort == "reference" else ():
        for title in getattr(entry, "titles", ()):
            yield _plain(title), id_
    for id_, label in offered(of, library).items():
        yield _plain(label), id_
        yield _plain(id_), id_


def _plain(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.lower())
    if words:
        words[-1] = re.sub(r"(?<=\w{3})s$", "", re.sub(r"ies$", "y", words[-1]))
    return "".join(words)


def _fields(table: _Table, row: int, columns: tuple[Guess, ...]) -> dict[str, Data | OddError]:
    """Return the fields that a row says."""
    found: dict[str, Data | OddError] = {}
    notes: list[str] = []
    known = fields_for(table.kind)
    for guess in columns:
        cells = table.grid.rows[row]
        text = cells[guess.column].strip() if guess.column < len(cells) else ""
        if not text or guess.field == LEFT_OUT:
            continue
        if guess.field == EXTRA:
            _put(found, [EXTRA, guess.heading], text)
        else:
            value, left = _value(table, known[guess.field].shape, text, (guess, table.grid.cell(row, guess.column)))
            notes += [f"{guess.heading}: {word}" for word in left]
            _put(found, guess.field.split("."), value)
        if (address := table.grid.links.get((row, guess.column))) and guess.field == "title" and "links.public" in known:
            _put(found, ["links", "public"], [{"url": address}])
    if notes:
        _put(found, ["notes"], "\n".join([*([str(found["notes"])] if "notes" in found else []), *notes]))
    if "status" in found:
        found["status"] = "retired" if _RETIRED.search(str(found["status"])) else "draft"
    return found


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


def _value(table: _Table, shape: object, text: str, where: tuple[Guess, str]) -> tuple[Data, list[str]]:
    """Return the value that a cell's text is, and the words in it that are none."""
    if isinstance(shape, Scalar):
        found = _one(table, shape, text, where)
        return found, [] if found is not None else [text]
    if not isinstance(shape, Many):
        return None, [text]
    item = shape.item
    group = item if isinstance(item, Group) else None
    of = group.fields[group.main].shape if group else item
    if not isinstance(of, Scalar):
        return None, [text]
    values, left = [], []
    for part in _parts(text, _LINES if of.sort == "text" else re.compile(r"[;\n|,]\s|\s+") if of.sort == "address" else _BREAKS):
        for each in _each(table, of, part):
            found = _one(table, of, each, where)
            if found is None:
                left.append(each)
            elif found not in values:
                values.append(found)
    return ([{group.main: each} for each in values] if group else [*values]) or None, left


def _parts(text: str, breaks: re.Pattern[str]) -> list[str]:
    return [part for each in breaks.split(text) if (part := _BULLET.sub("", each).strip())]


def _each(table: _Table, of: Scalar, part: str) -> list[str]:
    """Return a part, or the parts of it where only they are known: "CFO / HR"."""
    if of.sort not in {"reference", "vocabulary"} or _match(table, of, part):
        return [part]
    parts = _BOTH.split(part)
    return parts if len(parts) > 1 and all(_match(table, of, each) for each in parts) else [part]


def _match(table: _Table, of: Scalar, text: str) -> str:
    called = table.ids(of)
    return called.get(_plain(text)) or called.get(nearest(_plain(text), called), "")


def _one(table: _Table, of: Scalar, text: str, where: tuple[Guess, str]) -> str | None:
    """Return one value as a file has it; None, with a problem, for what cannot be one."""
    guess, cell = where
    if of.sort in {"reference", "vocabulary"}:
        found = _match(table, of, text)
        if not found and (of.sort == "reference" or table.ids(of)):
            table.unmatched.setdefault((guess.field, text), []).append(cell)
        return found or (None if of.sort == "reference" or table.ids(of) else "-".join(re.findall(r"[^\W_]+", text.lower())) or None)
    if guess.field == "status":
        return text
    read = scalar(of, _day(text) if of.sort == "day" else text.lower() if of.sort == "choice" else text)
    if isinstance(read, Mistake) and not read.suggestion:
        table.problems.append(table.file.report("PB605", cell, why=f"{cell}: {read.why}", remedy=f"{read.remedy} It is kept in the notes."))
        return None
    return read.suggestion if isinstance(read, Mistake) else (_day(text) if of.sort == "day" else text)


def _day(text: str) -> str:
    """Return a day without what only tables have: the number of a day, or a time behind it."""
    if re.fullmatch(r"[2-7]\d{4}", text):
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    return re.sub(r"(?<=\d{4}-\d\d-\d\d)[T ].*", "", text)


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
        yield f"title {_plain(title)}"
    for address in addresses:
        parts = urlsplit(address.strip())
        query = "&".join(part for part in parts.query.split("&") if not part.startswith("utm_"))
        yield f"link {parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _report(table: _Table) -> Iterator[Problem]:
    """Yield a problem for each word that names nothing, at its first cell, however many rows have it."""
    for (name, text), cells in table.unmatched.items():
        more = f" and {len(cells) - 1} more" if len(cells) > 1 else ""
        why = f'{cells[0]}{more}: "{text}" names nothing that {name} could be.'
        yield table.file.report("PB608", cells[0], why=why, remedy="Add it to the library, or change the word. It is kept in the notes.")
