"""Broken inputs, one a row: what is laid into a library without a fault, and the code that must be reported for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ASSETS, PLAYS, STAGES, TERMS = (f"content_library/{folder}" for folder in ("assets", "plays", "stages", "terms"))
NEW, PLAY, TERM, STAGE, PROJECT = f"{ASSETS}/new.yaml", f"{PLAYS}/new.yaml", f"{TERMS}/new.yaml", f"{STAGES}/new.yaml", "enablement.yaml"
FOUND = "title: New one\ntype: page\nlinks: https://example.com/new\n"
TOLD = FOUND + "uses: [{when: They ask, how: Send it, not_when: Never}]\n"
PLAYED = "title: New play\nwhen: They ask\nnot_when: Never\n"
NAMED = "name: Twelve entries\n"
BOMB = "".join(f"  {chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))

Lay = Callable[[Path], None]


@dataclass(frozen=True)
class Broken:
    """Something broken: what it is, the code it must give, the file, what to write there, and the line where one is known."""

    name: str
    code: str
    file: str
    content: str | bytes | Lay
    line: int = 0
    has_line: bool = True

    def lay(self, root: Path) -> None:
        """Put it into a library."""
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(self.content):
            self.content(path)
        else:
            path.write_bytes(self.content.encode() if isinstance(self.content, str) else self.content)


def _links_to(target: str) -> Lay:
    return lambda path: path.symlink_to(target)


def _in_circle(path: Path) -> None:
    path.symlink_to(path.parent, target_is_directory=True)


def _without_text_for_name(path: Path) -> None:
    with open(os.fsencode(path.parent) + b"/\xff\xfe.yaml", "wb") as file:
        file.write(TOLD.encode())


def _gone(path: Path) -> None:
    path.unlink()


def _ring(path: Path) -> None:
    path.write_text(TOLD + "status: retired\nreplaced_by: other\n")
    path.with_name("other.yaml").write_text(TOLD.replace("New one", "Other") + "status: retired\nreplaced_by: new\n")


READING = (
    Broken("a field twice", "PB116", NEW, TOLD + "title: Again\n", 5),
    Broken("a field twice in a step", "PB116", PLAY, PLAYED + "steps:\n  - do: Call\n    who: Ann\n    do: Write\n", 7),
    Broken("a remark that cuts a text", "PB117", NEW, TOLD.replace("New one", "Top #1 pick"), 1),
    Broken("a colour without quotes", "PB117", PROJECT, NAMED + "brand:\n  accent: #0B5FFF\n", 3),
    Broken("a swallowed dash", "PB118", PLAY, PLAYED + "pause_if:\n  - One thing\n    - Another thing\n", 6),
    Broken("a special space after a colon", "PB119", NEW, TOLD + "summary:\xa0Words\n", 5),
    Broken("a sign that nobody sees", "PB119", NEW, TOLD + "summary: Wo\x07rds\n", 5),
    Broken("a mark of byte order inside", "PB119", NEW, TOLD + "summary: Wo\ufeffrds\n", 5),
    Broken("a tab before a field", "PB120", NEW, FOUND + "uses:\n\t- when: They ask\n", 5),
    Broken("a quote that never closes", "PB115", NEW, 'title: "New one\ntype: page\nlinks: https://example.com\n', 1),
    Broken("a quote that closes three fields on", "PB115", NEW, 'title: "New one\ntype: page\nsummary: a "word"\n', 1),
    Broken("a bracket that never closes", "PB115", NEW, TOLD + "topics: [one, two\n", 5),
    Broken("a brace that never closes", "PB115", NEW, TOLD + "extra: {one: two\n", 5),
    Broken("a repeated value", "PB121", NEW, TOLD + "summary: &words Some words\nbuyer_question: *words\n", 0),
    Broken("nine times nine times nine repeated values", "PB121", NEW, TOLD + f"extra:\n  a: &a [lol]\n{BOMB}", 0),
    Broken("a value that repeats itself", "PB121", NEW, TOLD + "extra: &self\n  inside: *self\n", 0),
    Broken("a repeated value that nobody named", "PB113", NEW, TOLD + "summary: *nobody\n", 5),
    Broken("two MB", "PB107", NEW, TOLD + "summary: " + "word " * 400_000, has_line=False),
    Broken("ten MB", "PB107", NEW, b"a" * 10_000_000, has_line=False),
    Broken("60,000 values", "PB107", NEW, TOLD + "topics: [" + "a, " * 60_000 + "b]\n", 5),
    Broken("200,000 brackets", "PB107", NEW, TOLD + "extra: " + "[" * 200_000, 5),
    Broken("fifty levels of brackets", "PB107", NEW, TOLD + "extra: {a: " + "[" * 50 + "]" * 50 + "}\n", 5),
    Broken("fifty levels of groups", "PB107", NEW, TOLD + "extra:\n" + "".join(" " * n + "a:\n" for n in range(1, 50)), 0),
    Broken("a picture", "PB108", NEW, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 0),
    Broken("an old encoding", "PB108", NEW, TOLD.replace("New one", "Größe").encode("latin-1"), 1),
    Broken("zero bytes", "PB108", NEW, TOLD.encode() + b"summary: a\0b\n", 5),
    Broken("UTF-16", "PB109", NEW, TOLD.encode("utf-16"), 1),
    Broken("UTF-16 the other way round", "PB109", NEW, b"\xfe\xff" + TOLD.encode("utf-16-be"), 1),
    Broken("UTF-16 that does not say so", "PB108", NEW, TOLD.encode("utf-16-le"), 0),
    Broken("UTF-16 cut in the middle of a sign", "PB108", NEW, TOLD.encode("utf-16")[:-1], 0),
    Broken("an empty file", "PB110", NEW, b"", 0, has_line=False),
    Broken("remarks only", "PB110", NEW, "# title: New one\n\n# to be written\n", 0, has_line=False),
    Broken("blanks only", "PB110", NEW, " \n\n   \n", 0, has_line=False),
    Broken("a list", "PB111", NEW, "- title: New one\n- type: page\n", 1),
    Broken("a text", "PB111", NEW, "New one\n", 1),
    Broken("two entries", "PB112", NEW, TOLD + "---\n" + TOLD, 6),
    Broken("a text that a sign changes", "PB113", NEW, TOLD + "summary: @anna knows\n", 5),
    Broken("a percent sign", "PB113", NEW, TOLD + "summary: %5 more\n", 5),
    Broken("a second colon", "PB113", NEW, TOLD.replace("New one", "ROI: the guide"), 1),
    Broken("words after a quote", "PB113", NEW, TOLD + 'summary: "We can wait" they say\n', 5),
    Broken("stars at the start", "PB113", PLAY, PLAYED + "pause_if:\n  - **Call** first\n", 5),
    Broken("a line without a colon", "PB114", NEW, TOLD + "summary\nbuyer_question: Why?\n", 0),
    Broken("a field in the wrong column", "PB114", NEW, FOUND + "uses:\n    - when: They ask\n   how: Send it\n", 0),
    Broken("a type sign that runs code", "PB122", NEW, TOLD + 'summary: !!python/object/apply:os.system ["true"]\n', 5),
    Broken("a list for a name", "PB123", NEW, TOLD + "? [a, b]\n: c\n", 5),
    Broken("another group's fields", "PB123", NEW, TOLD + "extra:\n  <<: {a: b}\n", 6),
    Broken("a comma that splits a sentence", "PB124", PLAY, PLAYED + "pause_if: [They are away, and nobody answers]\n", 4),
    Broken("fields in the place of a text", "PB125", NEW, TOLD + "summary:\n  one: two words\n  three: four words\n", 0),
    Broken("a backslash in double quotes", "PB126", NEW, TOLD + 'summary: "C:\\new\\table"\n', 5),
)
FINDING = (
    Broken("no project file", "PB101", PROJECT, _gone, has_line=False),
    Broken("an unknown folder", "PB102", "content_library/asets", Path.mkdir, has_line=False),
    Broken("a second ending", "PB103", f"{ASSETS}/new.yaml.txt", TOLD, has_line=False),
    Broken("a file beside the folders", "PB103", "content_library/new.yaml", TOLD, has_line=False),
    Broken("an id in capitals", "PB104", f"{ASSETS}/zone/SHEET.yaml", TOLD, has_line=False),
    Broken("an id in a subfolder", "PB104", f"{ASSETS}/zone/sheet.yaml", TOLD, has_line=False),
    Broken("an id with both endings", "PB104", f"{ASSETS}/sheet.yml", TOLD, has_line=False),
    Broken("a link out", "PB105", NEW, _links_to("/etc/hostname"), has_line=False),
    Broken("a link up", "PB105", NEW, _links_to("../../../outside.yaml"), has_line=False),
    Broken("a link to nothing", "PB105", NEW, _links_to("gone.yaml"), has_line=False),
    Broken("a link in a circle", "PB105", f"{ASSETS}/circle", _in_circle, has_line=False),
    Broken("a name that is no text", "PB106", f"{ASSETS}/??.yaml", _without_text_for_name, has_line=False),
)
FIELDS = (
    Broken("no title", "PB201", NEW, TOLD.replace("title: New one\n", ""), 1),
    Broken("an empty title", "PB201", NEW, TOLD.replace("New one", ""), 0),
    Broken("a misspelt field", "PB202", NEW, TOLD + "sumary: Words\n", 5),
    Broken("an unknown field", "PB202", PLAY, PLAYED + "steps: [{do: Call, colour: red}]\n", 4),
    Broken("an unknown entry", "PB203", NEW, TOLD + "claims: [downtme]\n", 5),
    Broken("a stage that goes nowhere", "PB203", STAGE, "name: New\norder: 9\ngoes_to: nowhere\n", 3),
    Broken("a word off its list", "PB204", NEW, TOLD + "industries: [fod]\n", 5),
    Broken("a status that is none", "PB205", NEW, TOLD + "status: aproved\n", 5),
    Broken("a text for groups of fields", "PB206", NEW, FOUND + "uses: Send it\n", 4),
    Broken("a text for a group of fields", "PB206", PROJECT, NAMED + "industries: food\n", 2),
    Broken("a bare share", "PB207", STAGE, "name: New\norder: 9\noutcome: lost\nprobability: 10\n", 4),
    Broken("a share beyond all numbers", "PB207", STAGE, "name: New\norder: 9\noutcome: lost\nprobability: 1e999%\n", 4),
    Broken("a length of time", "PB208", STAGE, "name: New\norder: 9\noutcome: lost\ntime_limit: soon\n", 4),
    Broken("a date", "PB209", NEW, TOLD + "expires: 31.12.2026\n", 5),
    Broken("a day that no month has", "PB209", NEW, TOLD + "expires: 2026-02-31\n", 5),
    Broken("a number", "PB210", STAGE, "name: New\norder: third\noutcome: lost\n", 2),
    Broken("a number that is none", "PB210", STAGE, "name: New\norder: .nan\noutcome: lost\n", 2),
    Broken("a day", "PB211", PLAY, PLAYED + "steps: [{do: Call, day: later}]\n", 4),
    Broken("yes or no", "PB212", TERM, "term: New\nmeans: Something\nlink: perhaps\n", 3),
    Broken("an address that runs", "PB213", NEW, TOLD.replace("https://example.com/new", "javascript:alert(1)"), 3),
    Broken("a path for an address", "PB214", NEW, TOLD.replace("https://example.com/new", "docs/new.md"), 3),
    Broken("a colour", "PB215", PROJECT, NAMED + "brand: {accent: blue}\n", 2),
    Broken("a file that is not there", "PB216", NEW, TOLD + "file: ../../../etc/passwd\n", 5),
    Broken("two uses with one id", "PB218", NEW, FOUND + "uses:\n" + "  - {id: a, when: w, how: h, not_when: n}\n" * 2, 6),
    Broken("a rule that there is not", "PB219", PROJECT, NAMED + "rules: {PB999: off}\n", 2),
    Broken("the same as no step", "PB220", PLAY, PLAYED + "steps: [{do: Call, same_as: mail}]\n", 4),
    Broken("a ring of replacements", "PB319", NEW, _ring, 6),
    Broken("an asset that replaces itself", "PB319", NEW, TOLD + "status: retired\nreplaced_by: new\n", 6),
    Broken("two stages with one order", "PB317", STAGE, "name: New\norder: 1\noutcome: lost\n", 2),
    Broken("a stage that leads only to itself", "PB316", STAGE, "name: New\norder: 9\ngoes_to: new\n", 0),
    Broken("a value that is only TODO", "PB304", NEW, TOLD + "summary: TODO\n", 5),
)
ALL = (*READING, *FINDING, *FIELDS)
