"""What is wrong and can be put right safely: a slip in a name, quotes, tabs, a date in another form. No fix makes a new problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from playbook.edit.changes import Change
from playbook.edit.foreseen import new_problems, problems_of, with_changes
from playbook.edit.lines import Lines, lines_of
from playbook.load import document_of, locate, read
from playbook.pipeline import STATE_FOLDER
from playbook.problems import Place, Problem
from playbook.validate import nearest

_LINES = frozenset({"PB113", "PB119", "PB120", "PB129"})
"""The suggestion is the line as it should be; what it says stays the same to the letter."""
_NAMES = frozenset({"PB202", "PB203", "PB204", "PB205", "PB221", "PB307", "PB351"})
"""The suggestion is a name that is one slip of the finger away."""
_DATES = frozenset({"PB209"})
_ADDRESSES = frozenset({"PB214", "PB307"})
"""The suggestion may be the same address with its beginning, such as https://."""
_WHOLE_VALUES = frozenset({"PB352"})
"""The suggestion is the value as it should be, with the quotes that it needs."""
_MOST_ROUNDS = 5
_REMARK = re.compile(r"\s+#(?:\s.*)?$")


class Fix(Struct, frozen=True):
    """A piece of a file, counted in lines from 0 and columns, and what comes in its place; whole lines have no columns."""

    file: str
    line: int
    new: tuple[str, ...]
    start: int = -1
    end: int = -1

    def apply(self, lines: Lines) -> Lines:
        """Return the lines with the fix."""
        if self.start < 0:
            return lines.with_lines(self.line, self.line + len(self.new), self.new)
        return lines.with_part(self.line, self.start, self.end, self.new[0])


def fixes(root: Path, among: Callable[[str], bool], *, today: date) -> tuple[Change, ...]:
    """Return the changes that put right what can be put right safely in the files `among` those meant; none makes a new problem."""
    found = tuple(_rounds(root, among, today, _NAMES | _DATES).values())
    if not _harm(root, found, today):
        return found
    return tuple(_rounds(root, among, today, frozenset()).values())


def _harm(root: Path, changes: Sequence[Change], today: date) -> list[Problem]:
    """Return the problems that changes would make. What a rule finds in another file was only hidden: the entry can be read now."""
    changed = {change.file for change in changes}
    return [found for found in new_problems(root, changes, today=today) if found.file in changed or not found.code.startswith("PB3")]


def _rounds(root: Path, among: Callable[[str], bool], today: date, passing: Set[str]) -> dict[str, Change]:
    """Fix again and again, as long as a fix shows something else to be fixed; `passing` problems may come with one, to go with the next."""
    found: dict[str, Change] = {}
    for _ in range(_MOST_ROUNDS):
        more = _round(_Library(root, found, today, passing), among)
        if not more:
            break
        found.update(more)
    return found


class _Library(Struct, frozen=True):
    """A library with the changes that are wanted so far, and which problems a fix may bring for the next one to take away."""

    root: Path
    done: Mapping[str, Change]
    today: date
    passing: Set[str]

    def is_harmed_by(self, changes: Mapping[str, Change]) -> bool:
        """Whether more changes would make a problem that nothing takes away."""
        found = _harm(self.root, [*{**self.done, **changes}.values()], self.today)
        return any(not (each.suggestion and each.code in self.passing) for each in found)

    def now(self, file: str) -> bytes:
        """Return a file as it would be."""
        return (self.done[file].after or b"") if file in self.done else (self.root / file).read_bytes()

    def lines(self, file: str) -> Lines:
        """Return the lines of a file as it would be; none where it is no text."""
        try:
            return lines_of(self.now(file))
        except (OSError, UnicodeDecodeError):
            return Lines((), ())


def _round(library: _Library, among: Callable[[str], bool]) -> dict[str, Change]:
    """Return the changes that one look at the library gives: what is fixed on one line may show what is wrong behind it."""
    by_file: dict[str, list[Fix]] = {}
    for found in _located(library):
        if among(found.file) and (fix := _fix(found, library.lines(found.file))):
            by_file.setdefault(found.file, []).append(fix)
    whole = {file: _change(library, file, each) for file, each in by_file.items()}
    if library.is_harmed_by(whole):
        whole = {}
        for file, each in by_file.items():
            whole[file] = _one_by_one(library, whole, file, each)
    return {file: change for file, change in whole.items() if change.after != library.now(file)}


def _one_by_one(library: _Library, others: Mapping[str, Change], file: str, each: list[Fix]) -> Change:
    """Return the change of a file with those fixes that do no harm."""
    good: list[Fix] = []
    for fix in each:
        if not library.is_harmed_by({**others, file: _change(library, file, [*good, fix])}):
            good.append(fix)
    return _change(library, file, good)


def _change(library: _Library, file: str, found: list[Fix]) -> Change:
    """Return the change of a file by several fixes, the last lines first, one a line; what would say something else is left out."""
    before = library.done[file].before if file in library.done else library.now(file)
    lines = library.lines(file)
    for fix in sorted({fix.line: fix for fix in found}.values(), key=lambda fix: -fix.line):
        fixed = fix.apply(lines)
        said = _says(file, lines)
        if fix.start >= 0 or (said is not None and _says(file, fixed) == said):  # None: the file stays beyond reading
            lines = fixed
    return Change(file, before, lines.to_bytes())


def _says(file: str, lines: Lines) -> object:
    return document_of(file, lines.to_bytes())[0].data


def _fix(found: Problem, lines: Lines) -> Fix | None:
    """Return the fix of a problem; None where it has none that is safe."""
    place = found.place
    if not found.suggestion or place is None or place.line > len(lines.texts):
        return None
    number, written = place.line - 1, lines.texts[place.line - 1]
    if found.code in _LINES:
        corrected = found.suggestion.split("\n")
        remark = _REMARK.search(written)
        if len(corrected) == 1 and remark and not corrected[0].endswith(remark[0].strip()):
            corrected = [corrected[0] + remark[0]]
        return Fix(found.file, number, tuple(corrected))
    piece = written[place.column - 1 : place.end_column - 1]
    is_slip = found.code in _NAMES and nearest(found.part, [found.suggestion]) == found.suggestion
    is_address = found.code in _ADDRESSES and found.suggestion.endswith((f"://{found.part}", f"mailto:{found.part}"))
    is_whole = found.code in _WHOLE_VALUES and _is_all_of_the_value(written, place)
    if place.line != place.end_line or piece != found.part or not (is_slip or is_address or is_whole or found.code in _DATES):
        return None
    return Fix(found.file, number, (found.suggestion,), place.column - 1, place.end_column - 1)


def _is_all_of_the_value(written: str, place: Place) -> bool:
    """Whether a piece of a line is all that stands there beside the name of the field: no quotes of YAML, no brackets around it."""
    rest = written[place.end_column - 1 :]
    return written[: place.column - 1].endswith(": ") and not _REMARK.sub("", rest).strip()


def _located(library: _Library) -> Iterator[Problem]:
    """Yield all problems of the library as it would be, with their places."""
    now = read(library.root, library.root / STATE_FOLDER)
    found = problems_of(with_changes(now, library.done.values()), library.today)
    yield from locate(library.root, (each for each in found if each.file not in library.done))
    with TemporaryDirectory() as folder:
        for file, change in library.done.items():
            (Path(folder) / file).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / file).write_bytes(change.after or b"")
        yield from locate(Path(folder), (each for each in found if each.file in library.done))
