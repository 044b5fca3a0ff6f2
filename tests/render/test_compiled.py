"""Templates are compiled once for all processes; whatever happened to what was kept, a page is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FunctionLoader

from playbook.render import compiled
from playbook.render.compiled import Compiled, kept_at

SOURCE = "<p>{{ word }}</p>"


@pytest.fixture(autouse=True)
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where the theme lies here, and what it keeps."""
    monkeypatch.setattr(compiled, "theme_dir", lambda: tmp_path / "theme")
    return tmp_path / "theme"


def page(source: str = SOURCE, *, shown: str = "theme/play.html") -> tuple[str, int]:
    """Make a page as a process does that has compiled nothing yet; return it, and how many templates it had to compile."""
    env = Environment(loader=FunctionLoader(lambda _: (source, shown, None)), bytecode_cache=Compiled(), autoescape=True)
    count = 0
    generate = env._generate

    def counting(*arguments: object, **named: object) -> str:
        nonlocal count
        count += 1
        return generate(*arguments, **named)  # type: ignore[arg-type]

    env._generate = counting  # type: ignore[method-assign]
    return env.get_template("play.html").render(word="<"), count


def kept(theme: Path) -> list[Path]:
    """Return the files that are kept beside the theme."""
    return sorted(path for path in theme.rglob("*") if path.is_file())


def test_the_next_process_compiles_nothing(theme: Path) -> None:
    """The first process compiles and keeps one file, the second finds it; both make the same page."""
    assert page() == ("<p>&lt;</p>", 1)
    assert kept(theme) == [kept_at("play.html|theme/play.html")]
    assert page() == ("<p>&lt;</p>", 0)


def test_one_process_compiles_a_source_once(theme: Path) -> None:
    """Two environments with one memory share what was compiled, though nothing can be kept on the disk."""
    theme.write_text("a file where the folder would be")
    memory = Compiled()
    for word in "ab":
        env = Environment(loader=DictLoader({"x": SOURCE}), bytecode_cache=memory, autoescape=True)
        assert env.get_template("x").render(word=word) == f"<p>{word}</p>"
    assert len(memory._codes) == 1


def test_another_source_is_compiled_anew(theme: Path) -> None:
    """After a template was edited its old code is never used, and the new takes its place."""
    page()
    assert page("<b>{{ word }}</b>") == ("<b>&lt;</b>", 1)
    assert page("<b>{{ word }}</b>") == ("<b>&lt;</b>", 0)
    assert len(kept(theme)) == 1


def test_whatever_is_damaged_is_compiled_anew(theme: Path) -> None:
    """Cut short at any place, or with any byte changed, a kept file is not believed, and is whole again afterwards."""
    page()
    [file] = kept(theme)
    whole = file.read_bytes()
    spoilt = [whole[:length] for length in range(0, len(whole), 40)]
    spoilt += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 40)]
    for content in (*spoilt, b"\n", b"somebody else's"):
        file.write_bytes(content)
        assert page() == ("<p>&lt;</p>", 1)
        assert file.read_bytes() == whole


def test_other_versions_keep_apart(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another Jinja compiled, or another version of ours, is compiled anew."""
    page()
    for other in (("version", lambda _: "99"), ("source_digest", lambda: "another")):
        monkeypatch.setattr(compiled, *other)
        assert page() == ("<p>&lt;</p>", 1)
    monkeypatch.undo()


def test_nothing_of_a_team_is_kept(theme: Path) -> None:
    """A team's template leaves nothing on the disk, and a code that lies there under its name is not run."""
    assert page(shown="templates/play.html") == ("<p>&lt;</p>", 1)
    assert page(shown="templates/play.html") == ("<p>&lt;</p>", 1)
    assert kept(theme) == []


def test_a_folder_that_cannot_be_written_stops_nothing(theme: Path) -> None:
    """Where nothing can be kept, every process compiles, and nothing half-written stays."""
    place = kept_at("play.html|theme/play.html")
    assert place
    place.mkdir(parents=True)
    assert page() == page() == ("<p>&lt;</p>", 1)
    assert kept(theme) == []
