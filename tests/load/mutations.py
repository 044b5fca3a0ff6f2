"""Ways in which a file comes to harm: by a slip of the hand, by an editor, by a merge, on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

SIGNS = (
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "&x ",
    "*x",
    "!x ",
    "!!int ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "? ",
    ",",
    "\\",
    "~",
)
ODD = (
    "\t",
    "\xa0",
    "\u2028",
    "\ufeff",
    "\x00",
    "\x0b",
    "\x85",
    "\u202e",
    "\U0001f600",
    "\u0301",
    "\r",
    "---\n",
    "...\n",
    "<<: *x\n",
    "<<<<<<< ours\n",
)
Mutation = Callable[[Random, str], "str | bytes"]


def mutated(chance: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Return a file with one to three things wrong; `others` are files that a part may come from."""
    text = raw.decode()
    for _ in range(chance.choice((1, 1, 2, 3))):
        found = chance.choice(MUTATIONS)(chance, text)
        if isinstance(found, bytes):
            return found
        text = found
    if chance.random() < 0.05:
        start = chance.choice(others).decode().splitlines(keepends=True)
        text = "".join(start[: chance.randrange(len(start) + 1)]) + text
    return text.encode(errors="replace")


def _bytes_flipped(chance: Random, text: str) -> bytes:
    raw = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        if raw:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def _lines(change: Callable[[Random, list[str], int], None]) -> Mutation:
    """Return the mutation that changes a list of lines at a place in it."""

    def _changed(chance: Random, text: str) -> str:
        lines = text.split("\n")
        change(chance, lines, chance.randrange(len(lines)))
        return "\n".join(lines)

    return _changed


def _deleted(_chance: Random, lines: list[str], at: int) -> None:
    del lines[at]


def _twice(_chance: Random, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _swapped(chance: Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indented(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice((" ", "  ", "\t", "\xa0", "    ")) + lines[at]


def _outdented(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at][chance.randint(1, 4) :] if lines[at].startswith(" ") else lines[at].lstrip()


def _joined(_chance: Random, lines: list[str], at: int) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _renamed(chance: Random, lines: list[str], at: int) -> None:
    name, colon, rest = lines[at].partition(":")
    cut = chance.randrange(len(name) + 1)
    lines[at] = (
        chance.choice((name[:cut] + name[cut + 1 :], name.upper(), "", name + " x", "1", "extra", "id", "uses", "steps")) + colon + rest
    )


def _value_moved(chance: Random, lines: list[str], at: int) -> None:
    """Put the value of one field behind another's name."""
    other = chance.randrange(len(lines))
    lines[other] = lines[other].partition(":")[0] + ":" + lines[at].partition(":")[2]


def _value_changed(chance: Random, lines: list[str], at: int) -> None:
    value = chance.choice(
        ("", "[]", "{}", "~", "[[a], {b: c}]", "2026-99-99", "1e400", "0", "-1", "yes", "9" * 400, "x" * 5000, "|", ">-", "{a: [b]}")
    )
    lines[at] = lines[at].partition(":")[0] + ": " + value


def _inserted(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice((*SIGNS, *ODD)) + text[at:]


def _cut(chance: Random, text: str) -> str | bytes:
    raw = text.encode()
    return raw[: chance.randrange(len(raw) + 1)]


def _all_replaced(chance: Random, text: str) -> str:
    return text.replace(
        *chance.choice((("\n", "\r\n"), ("\n", "\r"), ("  ", "\t"), (": ", ":"), ('"', "”"), ("'", "’"), ("- ", "-"), ("\n", "\n\n")))
    )


def _recoded(chance: Random, text: str) -> bytes:
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7")), errors="replace")


LINE_CHANGES = (_deleted, _twice, _swapped, _indented, _outdented, _joined, _renamed, _value_moved, _value_changed)
MUTATIONS: tuple[Mutation, ...] = (*map(_lines, LINE_CHANGES), _inserted, _inserted, _bytes_flipped, _cut, _all_replaced, _recoded)
