"""Where a library begins, and the doors of the package."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import playbook
from playbook.cli import bug, places
from playbook.model import kinds


def test_the_project_file_is_the_models() -> None:
    """The command line looks for the file that the model names."""
    assert places.SETTINGS_FILE == kinds.SETTINGS_FILE


@pytest.mark.parametrize(
    ("file", "paths", "is_among"),
    [
        ("personas/a.yaml", ["personas"], True),
        ("personas/a.yaml", ["personas/a.yaml"], True),
        ("personas/a.yaml", ["."], True),
        ("personas/a.yaml", ["person"], False),
        ("personas/a.yaml", ["personas/a"], False),
        ("personas/a.yaml", ["content_library", "personas"], True),
    ],
)
def test_a_folder_holds_what_lies_below_it(file: str, paths: list[str], is_among: bool) -> None:
    """Only whole names count: `person` is not the folder of `personas/a.yaml`."""
    assert places.is_among(file, paths) is is_among


def test_a_path_is_shown_as_somebody_here_would_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below and beside the current folder relative, further away in full."""
    here = tmp_path / "a/b"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    assert places.shown(here / "site/index.html") == "site/index.html"
    assert places.shown(tmp_path / "a/site") == "../site"
    assert places.shown(tmp_path / "site") == str(tmp_path / "site")


def test_away_from_a_library_a_report_goes_where_temporary_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug outside a library leaves its report all the same; where nothing can be written, it is shown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    bug.report(ZeroDivisionError("planted"), ["check"])
    (report,) = tmp_path.glob("bug-*.txt")
    assert str(report) in capsys.readouterr().err
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there/at all"))
    bug.report(ZeroDivisionError("planted"), ["check"])
    assert "ZeroDivisionError: planted" in capsys.readouterr().err


def test_the_package_has_the_pipelines_doors(library: Path) -> None:
    """What the commands do can be done in Python, and a wrong name is told as any module tells it."""
    assert playbook.check(library, today=date(2026, 11, 22)).problems == ()
    built = playbook.build(library, library / "out", today=date(2026, 11, 22), options=playbook.BuildOptions(pdf=False))
    assert (library / "out/index.html").is_file()
    assert built.published.swapped
    with pytest.raises(AttributeError, match="has no attribute 'bild'"):
        playbook.bild  # noqa: B018 - reading the name is the test
