"""A new library is whole, and nobody's files are ever written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from playbook import __version__
from playbook.edit import formatted, start
from playbook.pipeline import check
from playbook.problems import MachineError, UsageError
from playbook.shipped import sample_dir

AROUND = {".gitignore", "templates/README.md", ".github/workflows/publish.yml"}
SMALL = {
    "enablement.yaml",
    "personas/operations-director.yaml",
    "content_library/assets/cost-of-waiting.yaml",
    "content_library/plays/gone-quiet-after-proposal.yaml",
}


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_small_writes_four_short_files(tmp_path: Path) -> None:
    """Day one is four entries, and what goes around a library; what is returned is what lies there."""
    written = start(tmp_path / "new", small=True)
    assert files(tmp_path / "new").keys() == SMALL | AROUND
    assert {path.as_posix() for path in written} == SMALL | AROUND


def test_the_sample_is_copied_with_all_it_says(tmp_path: Path) -> None:
    """Without `small`, the library is the shipped sample: every entry says the same, and what is no entry is copied byte for byte."""
    start(tmp_path, small=False)
    copied = {name: content for name, content in files(tmp_path).items() if name not in AROUND}
    shipped = {
        f"{part}/{name}": content for part in ("personas", "content_library") for name, content in files(sample_dir() / part).items()
    }
    shipped["enablement.yaml"] = (sample_dir() / "enablement.yaml").read_bytes()
    assert copied.keys() == shipped.keys()
    assert [name for name in copied if not name.endswith(".yaml") and copied[name] != shipped[name]] == []
    for name, content in shipped.items():
        (tmp_path / "shipped" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "shipped" / name).write_bytes(content)
    now, before = (check(folder, today=date(2026, 11, 22)).library for folder in (tmp_path, tmp_path / "shipped"))
    assert (now.settings, now.agreement, now.entries) == (before.settings, before.agreement, before.entries)


@pytest.mark.parametrize("small", [True, False])
def test_what_is_written_is_in_the_one_form(tmp_path: Path, small: bool) -> None:
    """`playbook fmt` has nothing to change in a new library, and leaves no file aside."""
    start(tmp_path, small=small, company="Müller")
    found = formatted(tmp_path, lambda _: True)
    assert [change.file for change in found.changes if change.before != change.after] == []
    assert len(found.changes) > 3
    assert found.left == {}


@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("there", [".gitignore", "enablement.yaml", "templates/README.md"])
def test_what_is_there_stays_and_nothing_is_written(tmp_path: Path, there: str, small: bool) -> None:
    """One file in the way stops it all, and is named."""
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=f"Nothing was written.*{there}"):
        start(tmp_path, small=small)
    assert files(tmp_path) == {there: b"mine"}


def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path) -> None:
    """A dangling link is somebody's, and is not written through."""
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="Nothing was written"):
        start(tmp_path, small=True)
    assert not (tmp_path / "elsewhere").exists()


def test_other_files_are_no_hindrance(tmp_path: Path) -> None:
    """A folder with a README and a repository takes a library in beside them."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    start(tmp_path, small=True)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "enablement.yaml").is_file()


def test_when_writing_fails_nothing_is_left_behind(tmp_path: Path) -> None:
    """A file where a folder has to be stops it half-way: what was written goes away again, what was there stays."""
    (tmp_path / "personas").write_text("mine", encoding="utf-8")
    with pytest.raises(MachineError, match="could not be written"):
        start(tmp_path, small=True)
    assert files(tmp_path) == {"personas": b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["personas"]


@pytest.mark.parametrize("company", ["Brightfield", 'Müller: "Söhne" # 1', "Ōtsuka \\ 大塚", "no"])
def test_the_company_is_named_whatever_signs_are_in_its_name(tmp_path: Path, company: str) -> None:
    """YAML reads back the name that was typed."""
    start(tmp_path, small=True, company=company)
    settings = yaml.safe_load((tmp_path / "enablement.yaml").read_text(encoding="utf-8"))
    assert settings["company"] == company
    assert settings["name"] == "Sales playbook"


def test_the_small_files_say_what_day_one_needs(tmp_path: Path) -> None:
    """A name and four stages; pains, a question, an objection; a use with how, when and when not; two steps, done when, if silent."""
    start(tmp_path, small=True)
    read = {name.split("/")[-2:][0]: yaml.safe_load((tmp_path / name).read_text(encoding="utf-8")) for name in SMALL}
    settings, persona, asset, play = (read[part] for part in ("enablement.yaml", "personas", "assets", "plays"))
    assert len(settings["stages"]) == 4
    assert persona["pains"]
    assert persona["questions"]
    assert persona["objections"][0]["you_say"]
    assert {"when", "not_when", "how", "say", "ask", "send", "follow_up"} <= asset["uses"][0].keys()
    assert len(play["steps"]) == 2
    assert play["done_when"]
    assert play["next"]["if_silent"]


def test_the_workflow_is_one_that_github_reads(tmp_path: Path) -> None:
    """It checks and builds on every change, installs this version, and publishes only from main once an edition was chosen."""
    start(tmp_path, small=True)
    workflow = yaml.load((tmp_path / ".github/workflows/publish.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert workflow["on"].keys() >= {"push", "pull_request"}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    runs = [step.get("run", "") for step in build["steps"]]
    assert f'pip install "content-playbook=={__version__}"' in runs
    assert "playbook check" in runs
    assert any(line.startswith("playbook build --pdf") for line in runs)
    packages = "libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-color-emoji"
    assert any(packages in line for line in runs)
    assert workflow["permissions"] == {"contents": "read"}
    for condition in ("github.event_name != 'pull_request'", "refs/heads/main", "vars.PUBLISH_EDITION != ''"):
        assert condition in publish["if"]
