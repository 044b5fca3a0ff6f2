"""A problem has one shape, which people and editors learn to read."""

from __future__ import annotations

import pytest

from playbook.cli.shape import counted, lines, ordered, plural
from playbook.problems import Level, Place, Problem

SOURCE = "    stages: [awarness, consideration]"
UNKNOWN_STAGE = Problem(
    "PB203",
    Level.ERROR,
    "content_library/assets/salary-guide.yaml",
    what="unknown stage",
    why='"awarness" is not a stage.',
    remedy="Stages here: awareness, consideration, decision, onboarding (content_library/stages/).",
    suggestion="awareness",
    place=Place(14, 14, 14, 22),
)
GOLDEN = """\
content_library/assets/salary-guide.yaml:14:14  error PB203  unknown stage
   14 |     stages: [awarness, consideration]
      |              ^^^^^^^^
  "awarness" is not a stage. Did you mean "awareness"?
  Stages here: awareness, consideration, decision, onboarding (content_library/stages/)."""

NARROW = """\
content_library/assets/salary-guide.yaml:14:14  error PB203  unknown stage
   14 |     stages: [awarness, consider…
      |              ^^^^^^^^
  "awarness" is not a stage. Did you
  mean "awareness"?
  Stages here: awareness, consideration,
  decision, onboarding
  (content_library/stages/)."""


def shown(found: Problem, source: str = "", columns: int = 0) -> str:
    """Return a problem as plain text."""
    return "\n".join("".join(bit.text for bit in line) for line in lines(found, source, columns))


def test_the_shape_is_kept_to_the_letter() -> None:
    """Place, level, code and what; the line with marks under the part; why with what was meant; what to do."""
    assert shown(UNKNOWN_STAGE, SOURCE) == GOLDEN


def test_on_a_narrow_terminal_sentences_wrap_and_the_line_is_cut() -> None:
    """Forty columns hold sentences and the excerpt; the place stays whole, so that an editor can open it."""
    assert shown(UNKNOWN_STAGE, SOURCE, 40) == NARROW


def test_a_corrected_line_is_ready_to_be_pasted() -> None:
    """Where the reader of a file knows the whole line, it stands below the sentences with its own indentation, uncut and unquoted."""
    found = Problem(
        "PB120", Level.ERROR, "a.yaml", what="tab", why="No tabs.", remedy="Paste it.", suggestion="    name: x", place=Place(2, 1, 2, 2)
    )
    assert shown(found) == "a.yaml:2:1  error PB120  tab\n  No tabs.\n  Paste it.\n    + |     name: x"


def test_what_a_sentence_says_already_is_not_said_twice() -> None:
    """A suggestion that the remedy names is not asked for again."""
    found = Problem("PB202", Level.ERROR, "a.yaml", what="unknown field", why="No.", remedy="Write title.", suggestion="title")
    assert shown(found) == "a.yaml  error PB202  unknown field\n  No.\n  Write title."


def test_a_problem_without_a_file_or_a_line_keeps_its_shape() -> None:
    """What belongs to no file begins with its level; a line that is gone shows no excerpt."""
    assert shown(Problem("PB409", Level.WARNING, "", what="no PDFs")) == "warning PB409  no PDFs"
    gone = Problem("PB101", Level.ERROR, "gone.yaml", what="not readable", place=Place(3, 1, 3, 4))
    assert shown(gone) == "gone.yaml:3:1  error PB101  not readable"


def test_problems_are_sorted_by_file_and_line() -> None:
    """The tenth line comes after the ninth, and at one place the worse problem comes first."""
    at = [("b", 1, Level.NOTE), ("a", 10, Level.NOTE), ("a", 9, Level.NOTE), ("a", 9, Level.ERROR), ("a", 0, Level.NOTE)]
    found = [Problem("PB1", level, file, place=Place(line) if line else None) for file, line, level in at]
    assert [found.index(each) for each in ordered(found)] == [4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([], "no problems"),
        ([Level.NOTE], "1 problem: 1 note"),
        ([Level.WARNING, Level.ERROR, Level.WARNING], "3 problems: 1 error, 2 warnings"),
    ],
)
def test_problems_are_counted_by_level_the_worst_first(levels: list[Level], words: str) -> None:
    """One is singular, and a level that nothing has is not named."""
    assert counted(Problem("PB1", level, "a") for level in levels) == words


def test_counts_read_as_people_write_them() -> None:
    """Singular, plural, the plural of entry, and thousands with a comma."""
    assert [plural(1, "page"), plural(0, "page"), plural(1204, "entry"), plural(2, "play")] == [
        "1 page",
        "0 pages",
        "1,204 entries",
        "2 plays",
    ]
