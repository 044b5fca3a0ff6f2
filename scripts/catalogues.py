"""Keep the catalogues of the theme's words in step with the templates and the program.

`python scripts/catalogues.py --write` collects every message into templates/languages/theme.pot and brings each .po there up to it:
what is new is empty, what is gone is dropped, what was reworded is marked fuzzy until somebody has looked at it. `--check` says what is
out of date, missing, fuzzy or does not fit its message, and fails if anything is. For a new language copy theme.pot to xx.po first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from playbook.model.entries import Entry
from playbook.model.kinds import AGREEMENT, KINDS
from playbook.model.shapes import Audience, Group, Many, Scalar, Shape, Table, shape_of
from playbook.render.language import SPANS

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [("templates/**.html", "jinja2"), ("playbook/**.py", "python")]
OPTIONS = {"templates/**.html": {"newstyle_gettext": "true", "trimmed": "true", "extensions": "jinja2.ext.do", "silent": "false"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "ThemeWords": None}
CHANGING = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Report-Msgid-Bugs-To", "Generated-By")


def messages(root: Path) -> Catalog:
    """Return every message: of the templates, of the program, and the labels and choices that the model's fields have."""
    found = Catalog(project="playbook", charset="utf-8", fuzzy=False, header_comment=HEAD)
    for folder in ("templates", "playbook"):
        for file, _, id_, comments, context in extract_from_dir(
            root / folder,
            [(pattern.removeprefix(f"{folder}/"), how) for pattern, how in SOURCES if pattern.startswith(folder)],
            {pattern.removeprefix(f"{folder}/"): options for pattern, options in OPTIONS.items()},
            KEYWORDS,
        ):
            found.add(id_, None, [(f"{folder}/{file}", 0)], auto_comments=comments, context=context)
    for one, many in SPANS.values():
        found.add((one, many), None, [("playbook/render/language.py", 0)], auto_comments=["A length of time; %(num)s may be 3–4."])
    for label, about in labels():
        found.add(label, None, [("playbook/model", 0)], auto_comments=[about])
    return found


HEAD = "# Words of the theme. Collected by scripts/catalogues.py; translations are written after msgstr."


def labels() -> Iterator[tuple[str, str]]:
    """Yield what pages call the model's fields and what can be chosen in them, each with a word on what it is."""
    seen: set[Group] = set()
    for of in (Entry, AGREEMENT.of, *(kind.of for kind in KINDS.values())):
        yield from _of(shape_of(of), seen)


def _of(shape: Shape, seen: set[Group]) -> Iterator[tuple[str, str]]:
    match shape:
        case Many() | Table():
            yield from _of(shape.item, seen)
        case Group() if shape not in seen:
            seen.add(shape)
            for known in shape.fields.values():
                if known.audience is Audience.AUTHORS:
                    continue
                yield known.label, f"The label of a field. {known.about}"
                inner = shape_of_one(known.shape)
                if isinstance(inner, Scalar) and inner.sort == "choice":
                    yield from ((word, f"What can be chosen in the field {known.label}.") for word in inner.of.split())
                yield from _of(known.shape, seen)


def shape_of_one(shape: Shape) -> Shape:
    """Return the shape of what a list holds, and any other shape as it is."""
    return shape_of_one(shape.item) if isinstance(shape, Many | Table) else shape


def written(catalogue: Catalog) -> str:
    """Return a catalogue as text, without what changes with every call: lines, dates and names of programs."""
    into = BytesIO()
    write_po(into, catalogue, width=140, include_lineno=False, ignore_obsolete=True)
    lines = into.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in CHANGING))).rstrip() + "\n"


def brought_up(path: Path, found: Catalog) -> str:
    """Return a language's catalogue with the messages of today."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem.replace("-", "_"))
    catalogue.update(found)
    catalogue.header_comment = HEAD
    return written(catalogue)


def amiss(path: Path) -> Iterator[str]:
    """Yield what is missing, unsure or wrong in a language's catalogue."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem.replace("-", "_"))
    for message in catalogue:
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and message.fuzzy:
            yield f"fuzzy: {message.id!r}"
        elif message.id and not all(told):
            yield f"missing: {message.id!r}"
    yield from (f"{'; '.join(map(str, wrong))}: {message.id!r}" for message, wrong in catalogue.check() if all(message.string or ("",)))


def stale(root: Path) -> dict[Path, str]:
    """Return the catalogues that are out of date, each with the text it should have."""
    folder = root / "templates" / "languages"
    found = messages(root)
    wanted = {folder / "theme.pot": written(found)} | {path: brought_up(path, found) for path in sorted(folder.glob("*.po"))}
    return {path: text for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text}


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    if arguments not in (["--write"], ["--check"]):
        sys.stderr.write("usage: scripts/catalogues.py --write | --check\n")
        return 2
    old = stale(ROOT)
    told = "brought up to date" if arguments == ["--write"] else "out of date: call scripts/catalogues.py --write"
    for path, text in old.items():
        print(f"{path.relative_to(ROOT)}: {told}")
        if arguments == ["--write"]:
            path.write_text(text, encoding="utf-8")
    wrong = [f"{path.name}: {each}" for path in sorted((ROOT / "templates/languages").glob("*.po")) for each in amiss(path)]
    print("\n".join(wrong) if arguments == ["--check"] else f"{len(wrong)} messages to write or to look at")
    return 1 if arguments == ["--check"] and (old or wrong) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
