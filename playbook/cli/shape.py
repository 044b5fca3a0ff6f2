"""The one shape in which problems are shown: place, level, code and what; the line with its marks; why; what to do."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from playbook.cli.console import Bit, Line
from playbook.cli.excerpt import excerpt
from playbook.problems import Level, Place, Problem

_GUTTER = 5


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, then by line, the worse first where two stand at one place."""
    return sorted(problems, key=_order)


def _order(found: Problem) -> tuple[str, Place, int, str, str]:
    return found.file, found.place or Place(0), -found.level, found.code, found.what


def lines(found: Problem, source: str, columns: int = 0) -> Iterator[Line]:
    """Yield the lines of one problem; `source` is the line it points to, `columns` how wide a line may be (0: does not matter)."""
    yield _header(found)
    if found.place is not None:
        yield from _excerpt(found.place, source, columns)
    for paragraph in _sentences(found):
        yield from _wrapped(paragraph, columns)
    yield from _corrected(found)


def _header(found: Problem) -> Line:
    place = f":{found.place.line}:{found.place.column}" if found.place else ""
    where = f"{found.file}{place}  " if found.file else ""
    return (Bit(where, "strong"), Bit(str(found.level), str(found.level)), Bit(f" {found.code}", "strong"), Bit(f"  {found.what}"))


def _excerpt(place: Place, source: str, columns: int) -> Iterator[Line]:
    if not source.strip():
        return
    gutter = f"{place.line:>{_GUTTER}} | "
    shown, marks = excerpt(source, place, columns and columns - len(gutter))
    yield (Bit(gutter, "quiet"), Bit(shown))
    yield (Bit(f"{'':>{_GUTTER}} | ", "quiet"), Bit(marks, "error"))


def _sentences(found: Problem) -> Iterator[str]:
    """Yield why it is wrong, what was probably meant unless a sentence says so already, and what to do."""
    unsaid = found.suggestion and not _is_line(found) and not _is_said(found)
    meant = f'Did you mean "{found.suggestion}"?' if unsaid else ""
    yield from f"{found.why} {meant}".strip().splitlines()
    yield from found.remedy.splitlines()


def _is_line(found: Problem) -> bool:
    """Tell whether the suggestion is the whole line as it should be: the readers of files correct lines, not words."""
    return found.place is not None and found.code.startswith("PB1")


def _is_said(found: Problem) -> bool:
    """Tell whether a sentence names the suggestion as the thing to write; to stand in a list of possible words is not enough."""
    word = re.escape(found.suggestion)
    return re.search(rf'"{word}"|(Write|to) (\w+: )?{word}(\.| in |$)', f"{found.why} {found.remedy}") is not None


def _corrected(found: Problem) -> Iterator[Line]:
    """Yield the corrected line below the sentences, right under the one that is wrong."""
    for line in found.suggestion.splitlines() if _is_line(found) else ():
        yield (Bit(f"{'+':>{_GUTTER}} | ", "quiet"), Bit(line, "good"))


def _wrapped(text: str, columns: int) -> Iterator[Line]:
    """Yield a paragraph, indented; broken into lines only where a narrow terminal would break it anyhow."""
    fitting = textwrap.wrap(text, columns - 2, break_on_hyphens=False) if columns else [text]
    for line in fitting:
        yield (Bit(f"  {line}"),)


def counted(problems: Iterable[Problem]) -> str:
    """Return how many problems there are, and how many of each level: "3 problems: 1 error, 2 warnings"."""
    levels = Counter(found.level for found in problems)
    each = [plural(levels[level], str(level)) for level in sorted(Level, reverse=True) if levels[level]]
    return f"{plural(levels.total(), 'problem')}: {', '.join(each)}" if each else "no problems"


def plural(count: int, word: str) -> str:
    """Return the count with its word: "1 page", "2 pages", "1,204 entries"."""
    many = f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"
    return f"{count:,} {word if count == 1 else many}"
