"""What to say, in our own words, about a line that YAML cannot read and that nothing repairs."""

from __future__ import annotations

from msgspec import Struct

from playbook.load.source import Source, place_on
from playbook.load.tree import Tree
from playbook.problems import Place


class _Reason(Struct, frozen=True):
    """Words that libyaml says, and what they mean for an author; `at_opening` points to where the thing began."""

    says: str
    why: str
    remedy: str
    code: str = "PB114"
    at_opening: bool = False


_INDENT = "Let the lines of one list or group begin in the same column, with spaces."
_REASONS = (
    _Reason("quoted scalar", "A quote opens here and is never closed.", "Write the closing quote.", "PB115", at_opening=True),
    _Reason("flow sequence", "A bracket opens here and is not closed as it should be.", "Write the closing ].", "PB115", at_opening=True),
    _Reason(
        "flow mapping",
        "A brace opens here and is not closed as it should be.",
        "Write the closing }, and put texts inside the braces in quotes.",
        "PB115",
        at_opening=True,
    ),
    _Reason("flow node", "A bracket or brace is open here and the file ends, or a comma stands too many.", "Close it.", "PB115"),
    _Reason(
        "mapping values are not allowed",
        "There is a second colon in this text, or the line is indented as if it went on with the line above.",
        "Put the text in quotes, or begin the line in the column of the other fields.",
    ),
    _Reason("block sequence entries are not allowed", "A dash stands here where a text has begun.", "Put each item on a line of its own."),
    _Reason("expected '-' indicator", "This line belongs to a list, but does not begin with a dash in the list's column.", _INDENT),
    _Reason("did not find expected key", "This line does not fit the lines above: it is indented differently.", _INDENT),
    _Reason(
        "could not find expected ':'",
        "This line has no colon after the name of its field, or a space is missing after the colon.",
        "Write the name, a colon, a space and the value.",
        at_opening=True,
    ),
    _Reason("escape", "In double quotes a backslash has a meaning of its own, and this one has none.", "Use single quotes, or none."),
    _Reason("block scalar", "After | or > nothing may follow on the line.", "Put the text on the lines below, indented, or in quotes."),
    _Reason("directive", "A line that begins with % means something else in YAML.", "Put the text in quotes after the name of its field."),
    _Reason("tag", "A word that begins with ! means something else in YAML.", "Put the text in quotes."),
    _Reason("cannot start any token", "A text cannot begin with this sign.", "Put the text in quotes."),
)
_TAB = _Reason(
    "",
    "This line is indented with a tab, and YAML takes only spaces.",
    "Let it begin with as many spaces as the lines above or below that belong to the same group, and let your editor write spaces.",
    "PB120",
)
_OTHER = _Reason(
    "",
    "This line cannot be read.",
    "Look for a missing quote, bracket or colon, and at where the line begins; quotes around the text often help.",
)


def refuse(text: str, tree: Tree, source: Source) -> None:
    """Report why YAML gave up on a text."""
    lines = text.split("\n")
    error = tree.error
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return source.report("PB114", Place(1), why=_OTHER.why, remedy=_OTHER.remedy)
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    is_tab = lines[min(mark.line, len(lines) - 1)][mark.column : mark.column + 1] == "\t"
    reason = _TAB if is_tab else next((reason for reason in _REASONS if reason.says in said), _OTHER)
    opening = getattr(error, "context_mark", None) if reason.at_opening else None
    return source.report(reason.code, _place(opening or mark, lines), why=reason.why, remedy=reason.remedy)


def _place(mark: object, lines: list[str]) -> Place:
    """Return the place of a mark; at the end of the file, the last line that says something."""
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, len(lines[line - 1])
    if not lines[line][column:].strip():
        return place_on(line, lines[line])
    return Place(line + 1, column + 1, line + 1, column + 2)
