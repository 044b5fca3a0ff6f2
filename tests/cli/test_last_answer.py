"""The last answer of `playbook check` is given again to the letter, and only while nothing it depends on has changed."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from playbook.cli import last_answer
from playbook.cli.answer import answer
from playbook.cli.last_answer import NAME, READERS

Run = Callable[..., Any]  # the fixture `run` of conftest.py
PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"
DATA = Path(__file__).parents[1] / "data/mistakes"
FAULTLESS: dict[str, str] = yaml.safe_load((DATA / "faultless.yaml").read_text(encoding="utf-8"))
MISTAKES: list[dict[str, Any]] = yaml.safe_load((DATA / "mistakes.yaml").read_text(encoding="utf-8"))
DRAFT = "title: A draft\ntype: guide\nstatus: draft\nowner: Ana Lindt\n"
DAY = ("--date", "2026-11-22")
WAYS = (
    (),
    ("--first",),
    ("--format", "json"),
    ("--format", "github"),
    ("--format", "gitlab"),
    ("--format", "sarif"),
    ("--owner", "ana lindt"),
    ("--owner", "nobody of that name"),
    ("content_library", "--fail-on", "warning"),
)


def laid(root: Path, mistake: dict[str, Any]) -> Path:
    """Write the faultless library with a draft, and one mistake of the library of mistakes."""
    for file, text in {
        **FAULTLESS,
        "content_library/assets/a-draft.yaml": DRAFT,
        **mistake.get("also", {}),
        mistake["file"]: mistake["text"],
    }.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root


def told_anew(run: Run, root: Path, way: tuple[str, ...]) -> Any:
    """Return what is told where nothing at all is kept."""
    shutil.rmtree(root / ".playbook", ignore_errors=True)
    return run("check", *DAY, *way, at=root)


def is_asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with every time the library is really read."""
    asked: list[int] = []

    def counted(*arguments: Any) -> Any:
        asked.append(1)
        return answer(*arguments)

    monkeypatch.setattr(last_answer, "answer", counted)
    return asked


def same_in_every_form(run: Run, root: Path, asked: list[int]) -> None:
    """Compare what is kept with what is found anew, in every form and for every choice."""
    fresh = [told_anew(run, root, way) for way in WAYS]
    asked.clear()
    assert [run("check", *DAY, *way, at=root) for way in WAYS] == fresh
    assert asked == []


@pytest.mark.parametrize("mistake", MISTAKES[::30], ids=lambda mistake: mistake["name"])
def test_a_kept_answer_is_the_one_found_anew(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: dict[str, Any]) -> None:
    """In every form, for every owner and choice, to the letter, with the exit code; and nothing was read for it."""
    same_in_every_form(run, laid(tmp_path, mistake), is_asked(monkeypatch))


@pytest.mark.prove
def test_so_it_is_for_every_mistake(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole library of mistakes."""
    asked = is_asked(monkeypatch)
    for number, mistake in enumerate(MISTAKES):
        same_in_every_form(run, laid(tmp_path / str(number), mistake), asked)


def rewritten(root: Path) -> None:
    """Write another text of the same length, and put the date back."""
    play = root / PLAY
    stat = play.stat()
    play.write_text(play.read_text(encoding="utf-8").replace("- operations-directer", "- operations-directes"), encoding="utf-8")
    os.utime(play, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def linked(root: Path) -> None:
    """Put a link to an entry beside it."""
    (root / PLAY).with_name("linked.yaml").symlink_to(Path(PLAY).name)


def with_bad_name(root: Path) -> None:
    """Put in a file whose name is no text."""
    (root / os.fsdecode(b"personas/\xff.yaml")).write_bytes(b"name: A\n")


def with_a_drawing(root: Path) -> None:
    """Put in a file for reps that runs."""
    (root / "content_library/files").mkdir()
    (root / "content_library/files/active.svg").write_text("<svg><script/></svg>", encoding="utf-8")


def made_a_folder(root: Path) -> None:
    """Put a folder in the place of a file."""
    (root / PLAY).unlink()
    (root / PLAY).mkdir()


EDITS: dict[str, Callable[[Path], object]] = {
    "rewritten": rewritten,
    "linked": linked,
    "no text for a name": with_bad_name,
    "renamed": lambda root: (root / PLAY).rename((root / PLAY).with_name("gone-quiet.yaml")),
    "deleted": lambda root: shutil.rmtree(root / "personas"),
    "a copy": lambda root: shutil.copy2(root / PLAY, (root / PLAY).with_name("a-copy.yaml")),
    "another ending": lambda root: (root / PLAY).with_suffix(".yaml.txt").write_text("title: A\n", encoding="utf-8"),
    "an unknown folder": lambda root: shutil.copytree(root / "personas", root / "content_library/plaies"),
    "a file for reps": with_a_drawing,
    "a second project file": lambda root: (root / "enablement.yml").write_text("name: B\n", encoding="utf-8"),
    "a folder for a file": made_a_folder,
    "a level": lambda root: (root / "enablement.yaml").write_text(
        (root / "enablement.yaml").read_text(encoding="utf-8") + "rules:\n  PB203: warning\n"
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_whatever_is_edited_the_answer_is_that_of_today(run: Run, misspelt: Path, tmp_path: Path, name: str) -> None:
    """After an edit of any sort the answer is the one for a copy of the library of which nothing is kept."""
    run("check", at=misspelt)
    EDITS[name](misspelt)
    shutil.copytree(misspelt, tmp_path / "copy/library", symlinks=True)
    assert run("check", at=misspelt) == told_anew(run, tmp_path / "copy/library", ())


@pytest.mark.prove
def test_any_sequence_of_edits_gives_the_answers_of_today(run: Run, library: Path, tmp_path: Path) -> None:
    """Two hundred edits of lines and files by chance, each followed by the answer, which a library without memory gives too."""
    chance = Random(20261122)
    for _ in range(200):
        file = chance.choice(sorted(library.rglob("*.yaml")))
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        chance.shuffle(lines)
        goes = file.name != "enablement.yaml" and chance.random() < 0.1
        file.rename(file.with_name(f"x{file.name}")) if goes else file.write_text("".join(lines), encoding="utf-8")
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        shutil.copytree(library, tmp_path / "copy", ignore=shutil.ignore_patterns(".playbook"))
        assert run("check", *DAY, at=library) == run("check", *DAY, at=tmp_path / "copy")


def test_of_a_library_with_links_nothing_is_kept(run: Run, library: Path) -> None:
    """What a link leads to is not looked after, so each answer is found anew."""
    run("check", at=library)
    assert (library / NAME).exists()
    linked(library)
    (library / NAME).unlink()
    run("check", at=library)
    assert not (library / NAME).exists()


def test_dates_alone_are_no_change_and_a_day_is(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with new dates and the same bytes is the same; tomorrow everything is looked at again; so it is where the memory is harmed."""
    run("check", *DAY, at=library)
    asked = is_asked(monkeypatch)
    os.utime(library / PLAY, ns=(1, 1))
    run("check", *DAY, at=library)
    assert asked == []
    run("check", "--date", "2026-11-23", at=library)
    assert asked == [1]
    (library / NAME).write_bytes((library / NAME).read_bytes().replace(b"plays/", b"prays/"))
    run("check", "--date", "2026-11-23", at=library)
    assert asked == [1, 1]


def test_our_own_code_counts_among_what_an_answer_depends_on(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed rule, or another version of a reader, and nothing old is believed."""
    run("check", at=library)
    asked = is_asked(monkeypatch)
    changed = ("playbook/validate/bind.py", "mdit_py_plugins")
    hashed, stated = last_answer._hash, last_answer._row

    def moved(stat: os.stat_result | None, path: str, old: list[Any] | None, now: int) -> list[Any]:
        return stated(stat, path, None if path.endswith(known) or f"{known}/" in path else old, now)

    for known in changed:
        monkeypatch.setattr(last_answer, "_row", moved)
        monkeypatch.setattr(last_answer, "_hash", lambda path, known=known: "another" if known in path else hashed(path))
        run("check", at=library)
    assert asked == [1, 1]


def test_every_reader_that_is_not_ours_is_known() -> None:
    """What the stages up to the check import from others is among READERS, or works on what was read already."""
    rooms = "load model library text validate select problems.py codes.py pipeline.py".split()
    places = [Path(__file__).parents[2] / "playbook" / room for room in rooms]
    files = [file for place in places for file in (place, *place.rglob("*.py")) if file.is_file()]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    named = {node.module or "" for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named |= {name.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    others = {name.partition(".")[0] for name in named} - set(sys.stdlib_module_names) - {"playbook", "msgspec", "nh3"}
    assert others <= set(READERS)


def test_a_kept_answer_costs_no_reader(library: Path) -> None:
    """Where nothing changed, neither a stage nor what it reads with is imported; where something did, they are."""
    script = "import sys\nfrom playbook.cli import main\nsys.argv[1:] = ['check']\nmain()\nprint(*sys.modules)"
    rooms = {"playbook.pipeline", "playbook.load", "playbook.model", "playbook.validate", "playbook.select", "yaml", "jinja2", "rich"}
    loaded = [
        set(subprocess.run([sys.executable, "-c", script], cwd=library, capture_output=True, text=True, check=True).stdout.split())
        for _ in range(2)
    ]
    assert loaded[0] & rooms >= {"playbook.pipeline", "yaml"}
    assert not loaded[1] & rooms
