"""A cell of a team's own table → the value it is in the library. Words that are none are gathered, each once with all its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct, field

from playbook.edit.new_words import Words, plain
from playbook.formats import Guess, Spreadsheet, audience_of
from playbook.formats.grids import Grid
from playbook.library import Library, offered
from playbook.model.documents import Data
from playbook.model.kinds import SETTINGS_FILE
from playbook.model.shapes import Group, Many, Scalar
from playbook.problems import Problem
from playbook.validate import Mistake, nearest, scalar

_BREAKS = re.compile(r"[;\n|,]")
_LINES = re.compile(r"[;\n]")
_ADDRESSES = re.compile(r"[;\n|]|,\s")
_ADDRESS = re.compile(r"://|\.\w|^mailto:|^tel:", re.IGNORECASE)
"""What every address has, and no word such as "SharePoint"."""
_BOTH = re.compile(r"\s*(?:/|&|\+|\band\b)\s*")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")
_ANYBODY = {"all", "any", "anyone", "anybody", "everyone", "everybody"}
"""What an empty list of personas or stages means."""
_FIRST_DAY = date(1899, 12, 30)
"""The day that spreadsheets count from."""


class Odd(Struct):
    """A word that is no value of its field, with the cells that hold it; `mistake` says why, if it is not just unknown."""

    of: Scalar
    mistake: Mistake | None = None
    cells: list[str] = field(default_factory=list)


class Table(Struct):
    """A table while it is read: `words` are those that its library gets with it, `odd` what is no value, by field and word."""

    file: Spreadsheet
    grid: Grid
    kind: str
    library: Library
    words: Mapping[str, Words] = field(default_factory=dict)
    odd: dict[tuple[str, str], Odd] = field(default_factory=dict)

    def ids(self, of: Scalar) -> Mapping[str, str]:
        """Return the plain names by which each id of what a value is one of may be called."""
        return self.library.once(f"called {of.of}", of, lambda: dict(_called(of, self.library)))

    def keep(self, where: tuple[Guess, str], text: str, of: Scalar, mistake: Mistake | None = None) -> None:
        """Note a word that is no value of its field."""
        guess, cell = where
        self.odd.setdefault((guess.field, text), Odd(of, mistake)).cells.append(cell)


class Value(Struct, frozen=True):
    """What a cell says: its value, the words in it that are none, and the entries' ids that others of its words stand for."""

    value: Data
    left: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)


def knows(library: Library, of: Scalar, text: str) -> bool:
    """Whether a text names what the library has, or several of them."""
    table = Table(Spreadsheet("", ()), Grid("", ()), "", library)
    found = parts(of, text)
    return bool(found) and all(_match(table, of, part) for part in found)


def value_of(table: Table, shape: object, text: str, where: tuple[Guess, str]) -> Value:
    """Return the value that a cell's text is, and the words in it that are none."""
    of = one_of(shape)
    if of is None:
        return Value(None, (text,))
    if not isinstance(shape, Many):
        found = _one(table, of, text, where)
        return Value(found, () if found is not None else (text,))
    read = {each: _one(table, of, each, where) for part in parts(of, text) for each in _each(table, of, part)}
    values = [*dict.fromkeys(found for found in read.values() if found is not None)]
    ids = {each: found for each, found in read.items() if found is not None and of.sort == "reference"}
    group = shape.item if isinstance(shape.item, Group) else None
    said: list[Data] = [{group.main: each} for each in values] if group else [*values]
    return Value(said or None, tuple(each for each, found in read.items() if found is None), ids)


def one_of(shape: object) -> Scalar | None:
    """Return how a single value of a field is read: itself, an item of its list, or the main field of one; None for what is no value."""
    item = shape.item if isinstance(shape, Many) else shape
    if isinstance(item, Group) and isinstance(shape, Many):
        item = item.fields[item.main].shape
    return item if isinstance(item, Scalar) else None


def says_nothing(text: str) -> bool:
    """Whether a cell is as good as empty: a dash, "n/a"."""
    return not plain(text) or text.lower() == "n/a"


def parts(of: Scalar, text: str) -> list[str]:
    """Return the items of a list that somebody wrote into one cell."""
    breaks = {"text": _LINES, "address": _ADDRESSES}.get(of.sort, _BREAKS)
    found = [part for each in breaks.split(text) if (part := _BULLET.sub("", each).strip())]
    if of.sort == "address":
        found = [address for part in found for address in _addresses(part)]
    return [part for part in found if of.sort != "reference" or plain(part) not in _ANYBODY]


def _addresses(part: str) -> list[str]:
    """Return the addresses that stand side by side; what has words between them stays whole, for its author to look at."""
    found = part.split()
    return found if all(_ADDRESS.search(each) for each in found) else [part]


def _called(of: Scalar, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each plain name with the id that it stands for; ids and labels before the titles that a persona may have."""
    for id_, entry in library.entries.get(of.of, {}).items() if of.sort == "reference" else ():
        for title in getattr(entry, "titles", ()):
            yield plain(title), id_
    for id_, label in offered(of, library).items():
        yield plain(label), id_
        yield plain(id_), id_


def _each(table: Table, of: Scalar, part: str) -> list[str]:
    """Return a part, or the parts of it where only they are known: "CFO / HR"."""
    if of.sort not in {"reference", "vocabulary"} or _match(table, of, part):
        return [part]
    found = _BOTH.split(part)
    return found if len(found) > 1 and all(_match(table, of, each) for each in found) else [part]


def _match(table: Table, of: Scalar, text: str) -> str:
    called = table.ids(of)
    return called.get(plain(text)) or called.get(nearest(plain(text), called), "")


def _one(table: Table, of: Scalar, text: str, where: tuple[Guess, str]) -> str | None:
    """Return one value as a file has it; None, noted in the table, for what cannot be one."""
    name = where[0].field
    if name == "status":
        return text
    if of.sort in {"reference", "vocabulary"}:
        word = table.words.get(of.of, {}).get(plain(text))
        found = word.id if word else _match(table, of, text)
    elif name == "audience":
        found = audience_of(text)
    elif of.sort == "address" and (not _ADDRESS.search(text) or len(text.split()) > 1):
        found = ""
    else:
        return _read(table, of, text, where)
    if not found:
        table.keep(where, text, of)
    return found or None


def _read(table: Table, of: Scalar, text: str, where: tuple[Guess, str]) -> str | None:
    """Return a value that is one of no list, in the form that files have."""
    text_ = _day(text) if of.sort == "day" else text
    read = scalar(of, text.lower() if of.sort == "choice" else text_)
    if isinstance(read, Mistake) and not read.suggestion:
        table.keep(where, text, of, read)
        return None
    return read.suggestion if isinstance(read, Mistake) else text_


def _day(text: str) -> str:
    """Return a day without what only tables have: the number of a day, or a time behind it."""
    if re.fullmatch(r"[2-7]\d{4}", text):
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    return re.sub(r"(?<=\d{4}-\d\d-\d\d)[T ].*", "", text)


def report(table: Table) -> Iterator[Problem]:
    """Yield a problem for each word that is no value, at its first cell, however many rows have it."""
    for (name, text), odd in table.odd.items():
        cell = odd.cells[0]
        where = f"{cell} and {len(odd.cells) - 1} more" if len(odd.cells) > 1 else cell
        if odd.mistake:
            why, remedy = f"{where}: {odd.mistake.why}", f"{odd.mistake.remedy} It is kept in the notes."
            yield table.file.report("PB605", cell, why=why, remedy=remedy)
        elif name == "audience":
            why = f'{where}: "{text}" does not say whether buyers may see it.'
            yield table.file.report(
                "PB605", cell, why=why, remedy="It is internal until you write audience: external. The word is kept in the notes."
            )
        elif odd.of.sort == "address":
            why = f'{where}: "{text}" is no address.'
            yield table.file.report("PB605", cell, why=why, remedy="Write the address that opens it. The word is kept in the notes.")
        else:
            listed, is_entry = odd.of.of, odd.of.sort == "reference"
            missing = f'no {listed} here is called "{text}"' if is_entry else f'"{text}" is not listed below {listed}'
            way = "" if is_entry else f"Write it below {listed} in {SETTINGS_FILE}, or change the word. "
            remedy = f"{way}It is kept in the notes; once the library has it, --update brings it in."
            yield table.file.report("PB608", cell, why=f"{where}: {missing}.", remedy=remedy)
