"""A team's own table of content: which of its rows holds the names of columns, and which field each column most likely is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from msgspec import Struct

from playbook.formats.columns import Column, sheet_of
from playbook.formats.grids import Grid, letters
from playbook.model.shapes import Many, Scalar

EXTRA, LEFT_OUT = "extra", "-"
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_MOST_LINES_ABOVE = 15
_AND = re.compile(r"[&/,;+]|\b(?:and|und)\b")
_ENOUGH = 0.6
"""The share of a column's values that must be of one sort to tell what it is."""

# What people call the fields in tables of their own; the first word that a heading is, or holds, counts.
_CALLED = {
    "title": "title, name, asset, asset name, content, content name, content title, content piece, piece, headline, resource, document",
    "type": "type, format, content type, asset type, category, kind",
    "links.public": "url, link, links, public link, web link, web address, address, location, landing page",
    "links.internal": "internal link, internal url, drive link, sharepoint, google drive, folder",
    "links.source": "source file, source link, source, edit link, editable file",
    "links.gated": "gated link, gated url, form link",
    "summary": "summary, description, abstract, about, short description",
    "owner": "owner, author, content owner, responsible, contact, created by, assigned to",
    "status": "status, state",
    "published": "published, publish date, date published, publication date, release date, date, created, launch date",
    "updated": "updated, last updated, last modified, modified, last update, date updated",
    "expires": "expires, expiry, expiry date, expiration date, valid until",
    "reviewed": "reviewed, last reviewed, review date, last review",
    "audience": "visibility, confidentiality, shareable, who may see it, internal or external",
    "uses.personas": "persona, personas, buyer persona, target persona, target audience, target, audience, role, buyer, for whom, for who",
    "uses.stages": "stage, stages, funnel stage, buyer stage, journey stage, buying stage, sales stage, funnel",
    "uses.when": "when to use, use case, usage, when",
    "uses.how": "how to use, how, instructions",
    "industries": "industry, industries, vertical, sector",
    "products": "product, products, product line, solution",
    "regions": "region, regions, country, market, geography, geo",
    "segments": "segment, segments, company size",
    "topics": "topic, topics, keyword, keywords, theme, themes, subject",
    "tags": "tag, tags, label, labels",
    "language": "language, lang, locale",
    "competitors": "competitor, competitors",
    "notes": "notes, note, comments, comment, remarks",
    "version": "version",
    "file": "file, file name, filename",
}  # fmt: skip

_MEANT = {
    "external": "external, public, customer, customers, prospect, prospects, buyer, buyers, client, clients, everybody, everyone, "
    "extern, kunde, kunden, interessenten, öffentlich, externe, tout le monde, externo, cliente, clientes, público",
    "partner": "partner, partners, channel partners, reseller, resellers, dealer, dealers, distributor, distributors, "
    "händler, vertriebspartner, partenaire, partenaires, revendeurs, socio, socios, distribuidores",
    "internal": "internal, intern, own team, our team, own people, employees, staff, all staff, reps, sales, sales only, sales team, "
    "sales reps, team, company, confidential, private, "
    "nur intern, vertrieb, mitarbeiter, vertraulich, interne, équipe, confidentiel, interno, equipo, confidencial",
}  # fmt: skip
"""What people call those who may see a piece of content, in English, German, French and Spanish: what is internal must be told by all."""


class Guess(Struct, frozen=True):
    """A column of somebody's table, counted from 0, with its heading, the field it goes to, and what tells so."""

    column: int
    heading: str
    field: str
    because: str


Knows = Callable[[Scalar, str], bool]


def fields_for(kind: str) -> dict[str, Column]:
    """Return the fields that a column can go to, by the way to them: "title", "links.public", "uses.personas"."""
    sheet = sheet_of(kind)
    found = {".".join(column.path): column for column in sheet.columns}
    for child in sheet.children:
        found |= {".".join((*child.path, *column.path)): column for column in child.columns}
    return found


def heading_row(grid: Grid) -> int:
    """Return the row, counted from 0, that names the columns: the first that is as full as the table."""
    rows = grid.rows[:_MOST_LINES_ABOVE]
    full = [sum(1 for text in row if text.strip()) for row in rows]
    return next((number for number, count in enumerate(full) if count * 2 > max(full)), 0)


def names_nothing(grid: Grid) -> bool:
    """Whether the row that should name the columns holds addresses or days, as only rows of content do."""
    row = grid.rows[heading_row(grid)] if grid.rows else ()
    return any(_URL.fullmatch(text.strip()) or _DAY.fullmatch(text.strip()) for text in row)


def guesses(grid: Grid, kind: str, knows: Knows) -> tuple[Guess, ...]:
    """Return where each column of a table most likely goes; `knows` tells whether the library has an entry or word that is meant by a text.

    Each field gets one column, but a list may get several. What is not known goes to `extra`, a column without any value nowhere.
    """
    head = heading_row(grid)
    fields = fields_for(kind)
    found: list[Guess] = []
    taken: set[str] = set()
    for column, heading in _columns(grid, head):
        values = [row[column].strip() for row in grid.rows[head + 1 :] if column < len(row) and row[column].strip()]
        if not values:
            continue
        fitting = (each for each in _candidates(heading, values, fields, knows) if each[0] not in taken or _is_list(fields[each[0]]))
        field, because = next(fitting, (EXTRA, "no field of that name"))
        taken.add(field)
        found.append(Guess(column, heading, field, because))
    return tuple(found)


def _columns(grid: Grid, head: int) -> Iterator[tuple[int, str]]:
    """Yield the columns, those whose headings say most first, so that "Title" is the title and not "Job title"."""
    width = max((len(row) for row in grid.rows[head:]), default=0)
    row = grid.rows[head] if grid.rows else ()
    named = [(number, " ".join(row[number].split()) if number < len(row) else "") for number in range(width)]
    yield from sorted(
        ((number, name or f"column {letters(number)}") for number, name in named), key=lambda each: (_plain(each[1]) not in _NAMES, each[0])
    )


def _is_list(column: Column) -> bool:
    return isinstance(column.shape, Many)


def _candidates(heading: str, values: Sequence[str], fields: Mapping[str, Column], knows: Knows) -> Iterator[tuple[str, str]]:
    """Yield the fields that a column may be, the likeliest first, each with the reason."""
    plain = _plain(heading)
    dotted = plain.replace(" ", "_")
    if (exact := next((name for name in fields if dotted in {name, name.replace(".", "_")}), "")) and _can_hold(fields[exact], values):
        yield exact, "its name"
    if "audience" in plain.split() and any(map(audience_of, values)):
        yield "audience", "who may see it"
    if plain in _NAMES and _NAMES[plain] in fields:
        yield _NAMES[plain], "its name"
    yield from _by_values(values, fields, knows)
    words = [name for name in _NAMES if re.search(rf"\b{re.escape(name)}\b", plain)]
    for name in sorted(words, key=len, reverse=True):
        if _NAMES[name] in fields:
            yield _NAMES[name], f'"{name}" in its name'
    for name in get_close_matches(plain, _NAMES, n=2, cutoff=0.85):
        if _NAMES[name] in fields:
            yield _NAMES[name], f'a name like "{name}"'


def _by_values(values: Sequence[str], fields: Mapping[str, Column], knows: Knows) -> Iterator[tuple[str, str]]:
    """Yield the fields that a column's values fit: addresses, and names of what the library has."""
    if _share(values, lambda text: bool(_URL.fullmatch(text))) and "links.public" in fields:
        yield "links.public", "addresses in it"
    if _share(values, audience_of):
        yield "audience", "who may see it"
    for name, column in fields.items():
        item = column.shape.item if isinstance(column.shape, Many) else column.shape
        if isinstance(item, Scalar) and item.sort in {"reference", "vocabulary"} and _share(values, partial(knows, item)):
            yield name, f"names of your {item.of.replace('_', ' ')}{'s' if item.sort == 'reference' else ''} in it"


def audience_of(text: str) -> str:
    """Return who may see what a table calls so: "Customers" are external, "Internal only" is internal; nothing where that is not clear."""
    plain = _plain(text)
    if plain.startswith(("internal ", "for internal ")):
        return "internal"
    both = {_AUDIENCES.get(_plain(part), "") for part in _AND.split(text.lower())}
    together = "external" if both == {"external", "partner"} else both.pop() if len(both) == 1 else ""
    return _AUDIENCES.get(plain, together)


def _share(values: Sequence[str], fits: Callable[[str], object]) -> bool:
    return sum(1 for text in values if fits(text)) >= _ENOUGH * len(values)


def _can_hold(column: Column, values: Sequence[str]) -> bool:
    """Whether a column that is called like a field may be that field: "Audience" with names of personas in it is not."""
    shape = column.shape
    if not isinstance(shape, Scalar) or shape.sort != "choice" or column.path == ("status",):
        return True
    if column.path == ("audience",):
        return any(map(audience_of, values))
    return _share(values, lambda text: text.lower() in shape.of.split())


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", heading.lower()))


_NAMES = {name.strip(): field for field, names in _CALLED.items() for name in names.split(",")}
_AUDIENCES = {name.strip(): audience for audience, names in _MEANT.items() for name in names.split(",")}
