"""Write the parts of the documentation that follow from the program: the fields of each kind, the blocks of each template, the codes.

`python scripts/docs_tables.py --write` puts them into the pages; `--check` only says which pages are out of date, and fails if any is.
A table stands between `<!-- fields: Persona -->`, `<!-- blocks -->` or `<!-- codes: PB1 -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from playbook.cli.examples import example_of
from playbook.codes import CODES
from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.settings import Settings
from playbook.model.shapes import Audience, Field, Free, Group, Many, Scalar, Shape, Table, shape_of

ROOT = Path(__file__).resolve().parent.parent
PLACE = re.compile(r"(<!-- (fields|blocks|codes)(?:: (\w+))? -->\n).*?(<!-- end -->)", re.S)
BLOCK = re.compile(r"{%-? block (\w+)")
ABOVE = re.compile(r'{% extends "([^"]+)" %}')
CLASSES = {of.__name__: of for of in [Entry, Settings, *(kind.of for kind in [*KINDS.values(), AGREEMENT])]}

SEEN_BY = {Audience.EXTERNAL: "buyers", Audience.PARTNER: "partners, reps", Audience.INTERNAL: "reps", Audience.AUTHORS: "authors"}
WORDS = {
    "text": "text",
    "lines": "text to copy",
    "name": "words",
    "number": "amount",
    "whole": "whole number",
    "share": "share",
    "duration": "length of time",
    "day": "date",
    "step-day": "day of the play",
    "yes-no": "yes or no",
    "address": "web address",
    "file": "file",
    "colour": "colour",
}


def value(shape: Shape, name: str) -> str:
    """Return what kind of value a field takes, in words; `name` is the field's, for which a group has a table of its own."""
    match shape:
        case Scalar():
            return single(shape)
        case Many(item=Group()):
            return f"list of groups: `{name}`"
        case Many():
            return f"list: {value(shape.item, name)}"
        case Table():
            return f"names of yours, each with {value(shape.item, name)}"
        case Free():
            return "whatever you like"
        case Group():
            return f"group: `{name}`"


def single(scalar: Scalar) -> str:
    """Return what kind of single value it is, in words."""
    match scalar.sort:
        case "choice":
            *most, last = scalar.of.split()
            return f"{', '.join(most)} or {last}"
        case "reference":
            return f"{'an' if scalar.of[0] in 'aeiou' else 'a'} {scalar.of}"
        case "vocabulary":
            return f"one of your `{scalar.of}`"
        case sort:
            return WORDS[sort]


def row(known: Field, main: str) -> str:
    """Return a field's row."""
    name = f"**`{known.name}`**" if known.name == main else f"`{known.name}`"
    about = known.about.replace("|", "\\|")
    return f"| {name} | {about} | {value(known.shape, known.name)} | {'yes' if known.required else ''} | {SEEN_BY[known.audience]} |"


def table(group: Group, left_out: frozenset[str] = frozenset()) -> list[str]:
    """Return the lines of the table of a group's fields."""
    rows = [row(known, group.main) for known in group.fields.values() if known.name not in left_out]
    return ["| field | what to write | value | required | seen by |", "|---|---|---|---|---|", *rows, ""]


def inner(group: Group, left_out: frozenset[str], outer: str = "") -> Iterator[tuple[Group, str, str]]:
    """Yield each group inside a group with the field that takes it and, further in, the field around that one; in the model's order."""
    for known in group.fields.values():
        shape = known.shape.item if isinstance(known.shape, Many) else known.shape
        if isinstance(shape, Group) and known.name not in left_out:
            yield shape, known.name, outer
            yield from inner(shape, left_out, known.name)


def fields_of(name: str) -> list[str]:
    """Return the tables of a class: its own fields, then those of each group in it. What every kind takes is told on a page of its own."""
    group = shape_of(CLASSES[name])
    common = frozenset(shape_of(Entry).fields) if group.of is not Entry and issubclass(group.of, Entry) else frozenset()
    lines = table(group, common)
    found = list(inner(group, common))
    for each in dict.fromkeys(group for group, _, _ in found):
        names = dict.fromkeys(f"`{taken_by}`" for other, taken_by, _ in found if other is each)
        outer = next(around for other, _, around in found if other is each)
        lines += [f"### {', '.join(names)}{f' in `{outer}`' if outer else ''}", *table(each)]
        lines += [f"One text alone stands for **`{each.main}`**.", ""] if each.main else []
    return lines


def blocks() -> list[str]:
    """Return the table of the pages' templates with the blocks that each one fills or adds, and the template it builds on."""
    lines = ["| template | builds on | blocks |", "|---|---|---|"]
    for path in [*sorted((ROOT / "templates").glob("*.html")), *sorted((ROOT / "templates/pdf").glob("*.html"))]:
        text = path.read_text(encoding="utf-8")
        names = ", ".join(f"`{name}`" for name in dict.fromkeys(BLOCK.findall(text)))
        above = ABOVE.search(text)
        lines.append(f"| `{path.relative_to(ROOT / 'templates').as_posix()}` | {f'`{above[1]}`' if above else ''} | {names} |")
    return [*lines, ""]


def codes_of(room: str) -> list[str]:
    """Return what each code that begins so means, under a heading of its own, which links can name."""
    lines = []
    for known in CODES.values():
        if known.code.startswith(room):
            lines += [f"({known.code.lower()})=", f"### {known.code}: {known.what}", f"*{known.level}* — {known.explanation}", ""]
            if example := example_of(known.code):
                lines += ["```text", *example.split("\n"), "```", ""]
    return lines


def renewed(page: str) -> str:
    """Return a page's text with its tables as they should be."""

    def tables(found: re.Match[str]) -> str:
        match found[2]:
            case "blocks":
                lines = blocks()
            case "codes":
                lines = codes_of(found[3])
            case _:
                lines = fields_of(found[3])
        return f"{found[1]}{chr(10).join(lines).rstrip()}\n{found[4]}"

    return PLACE.sub(tables, page)


def stale(folder: Path) -> dict[Path, str]:
    """Return the pages below a folder whose tables are out of date, each with the text it should have."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))}
    return {path: new for path, text in texts.items() if (new := renewed(text)) != text}


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    if arguments not in (["--write"], ["--check"]):
        sys.stderr.write("usage: scripts/docs_tables.py --write | --check\n")
        return 2
    found = stale(ROOT / "docs")
    for path, text in found.items():
        if arguments == ["--write"]:
            path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    return 1 if found and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
