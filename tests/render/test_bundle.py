"""The bundle holds what renders and nothing else, and its hash tells when any of it changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import playbook
from playbook.model.kinds import FILE_TYPES
from playbook.problems import PlaybookError
from playbook.render import read_bundle
from playbook.render.bundle import source_digest
from playbook.validate.words import file_name


def written(folder: Path, **files: str) -> Path:
    """Write files named `part__name_ext` as `part/name.ext` and return their folder."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def test_names_say_whose_a_file_is(tmp_path: Path) -> None:
    """The theme's, the team's and the library's files stand side by side under their own names."""
    theme = written(tmp_path / "theme", play_html="a", css__screen_css="b")
    team = written(tmp_path / "team", play_html="c")
    files = written(tmp_path / "files", rates_pdf="d")
    bundle = read_bundle(theme, team, files)
    assert sorted(bundle.files) == ["files/rates.pdf", "team/play.html", "theme/css/screen.css", "theme/play.html"]
    assert bundle.files["team/play.html"] == b"c"


def test_other_types_and_hidden_files_stay_outside(tmp_path: Path) -> None:
    """Scripts, notes and hidden files are no part of a theme, and programs no part of a library's files."""
    theme = written(tmp_path / "theme", play_html="a", notes_md="b", run_py="c", _git__config_html="d")
    files = written(tmp_path / "files", run_exe="e", page_html="f", script_js="g")
    assert sorted(read_bundle(theme, None, files).files) == ["theme/play.html"]


def test_the_digest_covers_what_renders_and_not_the_files(tmp_path: Path) -> None:
    """A changed template, and a file of the same bytes under another name, change the digest; a changed picture does not."""
    theme, files = written(tmp_path / "theme", play_html="a"), written(tmp_path / "files", logo_png="1")
    before = read_bundle(theme, None, files).digest
    written(files, logo_png="2")
    assert read_bundle(theme, None, files).digest == before
    written(theme, play_html="b")
    changed = read_bundle(theme, None, files).digest
    (theme / "play.html").rename(theme / "other.html")
    assert len({before, changed, read_bundle(theme, None, files).digest}) == 3


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    """A symbolic link may not bring in what lies outside its folder."""
    written(tmp_path, secret_html="secret")
    theme = written(tmp_path / "theme", play_html="a")
    (theme / "leak.html").symlink_to(tmp_path / "secret.html")
    with pytest.raises(PlaybookError, match=r"leak\.html leads out of its folder theme/"):
        read_bundle(theme)


def test_a_folder_that_leads_outside_brings_in_nothing(tmp_path: Path) -> None:
    """A link in the place of the folder itself is no way in: files stay out, and templates are refused."""
    theme = written(tmp_path / "theme", play_html="a")
    written(tmp_path / "elsewhere", home_html="b", passwd_txt="c")
    library = tmp_path / "library"
    library.mkdir()
    (library / "files").symlink_to(tmp_path / "elsewhere")
    (library / "templates").symlink_to(tmp_path / "elsewhere")
    assert set(read_bundle(theme, None, library / "files").files) == {"theme/play.html"}
    with pytest.raises(PlaybookError, match="leads out of its folder"):
        read_bundle(theme, library / "templates")


def test_every_file_that_a_field_may_name_can_be_published(tmp_path: Path) -> None:
    """What the check lets pass is read, and what is read the check lets pass: there is one list of types."""
    names = {f"a{suffix}" for suffix in (*FILE_TYPES, ".exe", ".html", ".js", ".css")}
    theme, files = (
        written(tmp_path / "theme", play_html="a"),
        written(tmp_path / "files", **{name.replace(".", "_"): "1" for name in names}),
    )
    found = {name.removeprefix("files/") for name in read_bundle(theme, None, files).files if name.startswith("files/")}
    assert found == {name for name in names if file_name(name) == name}
    assert {"a.dotx", "a.pdf", "a.svg", "a.mp4"} < found


def of_size(path: Path, size: int) -> None:
    """Make a file of a size without writing that much."""
    with path.open("wb") as file:
        file.truncate(size)


def test_a_file_of_the_library_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    """More than 20 MB among a library's files stops no build: nobody may show it, and the check tells where somebody does."""
    theme, files = written(tmp_path / "theme", play_html="a"), written(tmp_path / "files", rates_pdf="d")
    of_size(files / "film.mp4", 20 * 1024 * 1024 + 1)
    assert sorted(read_bundle(theme, None, files).files) == ["files/rates.pdf", "theme/play.html"]
    of_size(files / "film.mp4", 20 * 1024 * 1024)
    assert "files/film.mp4" in read_bundle(theme, None, files).files


def test_a_template_that_is_too_large_is_refused_by_name(tmp_path: Path) -> None:
    """More than 10 MB among templates stop with the name and the limit: a page that needs it would look wrong without a word."""
    theme = written(tmp_path / "theme", play_html="a")
    of_size(theme / "cover.png", 10 * 1024 * 1024 + 1)
    with pytest.raises(PlaybookError, match=r"theme/cover\.png is larger than 10 MB"):
        read_bundle(theme)


def test_the_theme_is_not_its_own_override(tmp_path: Path) -> None:
    """Where the team's templates are the shipped theme itself (in its own checkout), they count once."""
    theme = written(tmp_path / "theme", play_html="a")
    assert sorted(read_bundle(theme, theme).files) == ["theme/play.html"]


def test_the_source_has_one_digest() -> None:
    """The hash of our own source is the same in every call and no empty one."""
    assert source_digest() == source_digest()
    assert len(source_digest()) == 64


@pytest.mark.parametrize("name", ["problems.py", "codes.py", "render/pdf.py", "text/__init__.py", "model/pages.py"])
def test_the_source_s_digest_covers_what_pages_and_their_problems_come_from(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change to the rooms that render, or to the wording of problems that the record keeps, changes the hash."""
    copied = tmp_path / "playbook"
    shutil.copytree(Path(playbook.__file__).parent, copied, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(playbook, "__file__", str(copied / "__init__.py"))
    before = source_digest.__wrapped__()
    with (copied / name).open("a", encoding="utf-8") as source:
        source.write("# changed")
    assert source_digest.__wrapped__() != before
