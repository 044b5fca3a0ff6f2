"""Which files belong to a library, and what is said of those that lie elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from playbook.load import read, remembered
from playbook.model.filenames import LISTED
from playbook.problems import UsageError
from playbook.select.addresses import FOLDERS

Write = Callable[[Mapping[str, "str | bytes"]], Path]
ASSETS = "content_library/assets"


def codes(root: Path) -> list[tuple[str, str]]:
    """Return the codes and files of all problems."""
    return [(found.code, found.file) for found in read(root).problems]


def test_kind_and_id_come_from_the_folder_and_the_files_name(write: Write) -> None:
    """Subfolders are free, both endings count, names may have spaces, accents and dots."""
    root = write(
        {
            "personas/Anna Müller.yaml": "name: x\n",
            f"{ASSETS}/2026/q1/guide.v2.yml": "title: x\n",
            "content_library/agreement.yaml": "currency: EUR\n",
            "content_library/reviews.yaml": "a: {b: c}\n",
        }
    )
    loaded = read(root)
    assert [(document.kind, document.id) for document in loaded.documents] == [
        ("settings", "enablement"),
        ("agreement", "agreement"),
        ("reviews", "reviews"),
        ("persona", "Anna Müller"),
        ("asset", "guide.v2"),
    ]
    assert loaded.problems == ()


def test_readme_hidden_and_other_files_are_passed_over(write: Write) -> None:
    """Only entries are read; a term called readme is one, a README is none."""
    root = write(
        {
            f"{ASSETS}/README.md": "x",
            f"{ASSETS}/README.yaml": "x",
            f"{ASSETS}/.draft.yaml": "x",
            f"{ASSETS}/.git/x.yaml": "x",
            f"{ASSETS}/notes.txt": "x",
            "content_library/README.md": "x",
            "content_library/terms/readme.yaml": "term: README\n",
        }
    )
    loaded = read(root)
    assert [document.id for document in loaded.documents] == ["enablement", "readme"]
    assert loaded.problems == ()


def test_files_are_listed_with_size_and_hash(write: Write) -> None:
    """What lies in content_library/files is listed by its path from there, whatever it is."""
    files = read(write({"content_library/files/a/b.png": b"12345", "content_library/files/c.yaml": "x"})).files
    assert [(file.name, file.size) for file in files] == [("a/b.png", 5), ("c.yaml", 1)]
    assert len({file.digest for file in files}) == 2


@pytest.mark.parametrize(
    ("file", "code", "suggestion"),
    [
        ("content_library/asets/a.yaml", "PB102", ASSETS),
        ("content_library/personas/a.yaml", "PB102", "personas"),
        ("content_library/whatever/a.yaml", "PB102", ""),
        ("content_library/guide.yaml", "PB103", ""),
        ("content_library/agreemnt.yaml", "PB103", "content_library/agreement.yaml"),
        (f"{ASSETS}/guide.yaml.txt", "PB103", f"{ASSETS}/guide.yaml"),
    ],
)
def test_what_nobody_reads_is_said(write: Write, file: str, code: str, suggestion: str) -> None:
    """A misspelt folder, a file where no kind lives and a doubled ending are problems, with the likely name."""
    problems = read(write({file: "title: x\n"})).problems
    assert [(found.code, found.suggestion) for found in problems] == [(code, suggestion)]
    assert problems[0].remedy.startswith("Move it to personas.") is (suggestion == "personas")


@pytest.mark.parametrize("other", [f"{ASSETS}/b/Guide.yaml", f"{ASSETS}/guide.yml", f"{ASSETS}/sub/guide.yaml"])
def test_ids_that_cannot_be_told_apart_are_a_problem(write: Write, other: str) -> None:
    """The same id in two folders, with two endings, or in capital letters."""
    root = write({f"{ASSETS}/guide.yaml": "title: x\n", other: "title: y\n"})
    assert len(codes(root)) == 1
    assert codes(root)[0][0] == "PB104"
    assert len({document.id for document in read(root).documents}) == len(read(root).documents)


def test_one_id_in_two_kinds_is_fine(write: Write) -> None:
    """Ids are unique within a kind only."""
    assert codes(write({"personas/a.yaml": "name: x\n", f"{ASSETS}/a.yaml": "title: x\n"})) == []


def test_a_folder_without_a_library_stops_the_command(tmp_path: Path) -> None:
    """Where nothing of a library is there, the sentence says how to begin."""
    with pytest.raises(UsageError, match="playbook init"):
        read(tmp_path)


def test_a_missing_project_file_is_one_problem(write: Write) -> None:
    """The rest is read, and the problem says how to make the file."""
    root = write({"personas/a.yaml": "name: x\n"})
    (root / "enablement.yaml").unlink()
    loaded = read(root)
    assert [found.code for found in loaded.problems] == ["PB101"]
    assert "playbook init" in loaded.problems[0].remedy
    assert [document.id for document in loaded.documents] == ["a"]


def test_links_stay_inside(write: Write, tmp_path: Path) -> None:
    """A link out of the library, to nothing or in a circle is a problem; one to a file inside is read."""
    root = write({f"{ASSETS}/a.yaml": "title: x\n", "personas/p.yaml": "name: x\n"})
    (tmp_path / "outside.yaml").write_text("title: secret\n", encoding="utf-8")
    (root / ASSETS / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / ASSETS / "up").symlink_to(tmp_path)
    (root / ASSETS / "gone.yaml").symlink_to("nowhere.yaml")
    (root / ASSETS / "circle").symlink_to(root / ASSETS)
    (root / ASSETS / "inside.yaml").symlink_to("a.yaml")
    assert sorted(codes(root)) == [("PB105", f"{ASSETS}/{name}") for name in ("circle", "gone.yaml", "out.yaml", "up")]
    assert [document.id for document in read(root).documents if document.kind == "asset"] == ["a", "inside"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_passed_over(write: Write) -> None:
    """Reading never waits for something that is no file."""
    root = write({f"{ASSETS}/a.yaml": "title: x\n"})
    os.mkfifo(root / ASSETS / "pipe.yaml")
    assert [document.id for document in read(root).documents] == ["enablement", "a"]


def test_a_name_that_is_no_text_is_a_problem(write: Write) -> None:
    """A file whose name is no UTF-8 is reported with a name that can be printed."""
    root = write({f"{ASSETS}/a.yaml": "title: x\n"})
    try:
        with open(os.fsencode(root / ASSETS) + b"/caf\xe9.yaml", "wb") as file:
            file.write(b"title: x\n")
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    assert [code for code, _ in codes(root)] == ["PB106"]
    assert read(root).problems[0].file.encode()


NAMES = ["index", "INDEX", "a\\b", "a:b", "what?", "a*", 'a"b', "a<b", "a>b", "a|b", "a\tb", "a ", "a.", "con", "NUL", "com1.v2"]


@pytest.mark.skipif(os.name == "nt", reason="no such file can be there")
@pytest.mark.parametrize("name", NAMES)
def test_an_id_that_no_page_can_have_is_a_problem_and_left_out(write: Write, name: str) -> None:
    """An entry called as the list page, or as no file on other systems may be, is told with its remedy; the rest is read."""
    root = write({f"{ASSETS}/{name}.yaml": "title: x\n", f"{ASSETS}/guide.yaml": "title: y\n"})
    [found] = read(root).problems
    assert (found.code, found.file, found.level.name) == ("PB127", f"{ASSETS}/{name}.yaml", "ERROR")
    assert found.remedy
    assert [each.id for each in read(root).documents] == ["enablement", "guide"]


@pytest.mark.parametrize("name", ["console", "index-2", "null", "a.b", "Café 2", "com10", "what's (new), & why!"])
def test_unusual_names_that_are_files_everywhere_are_read(write: Write, name: str) -> None:
    """Only what some system refuses is refused."""
    assert codes(write({f"{ASSETS}/{name}.yaml": "title: x\n"})) == []


def test_a_term_may_be_called_index(write: Write) -> None:
    """Where entries stand on one page together, none of them is in the way of the list."""
    assert codes(write({"content_library/terms/index.yaml": "term: Index\n"})) == []


def test_kinds_with_pages_of_their_own_are_those_of_the_site() -> None:
    """The kinds in which an entry called index is refused are the kinds whose list page is called so."""
    assert FOLDERS.keys() == LISTED


@pytest.mark.skipif(os.name == "nt", reason="no such file can be there")
def test_published_files_need_names_that_every_disk_can_have(write: Write) -> None:
    """A picture with a backslash, in a folder that ends in a dot, or that differs only in capital letters, is reported and left out."""
    files = ("a\\b.png", "c./d.png", "Pictures/e.png", "pictures/f.png")
    root = write({f"content_library/files/{name}": "x" for name in files})
    assert codes(root) == [("PB127", f"content_library/files/{name}") for name in ("a\\b.png", "c./d.png", "pictures/f.png")]
    assert [file.name for file in read(root).files] == ["Pictures/e.png"]


@pytest.mark.parametrize(
    "place", [b"content_library/caf\xe9", b"content_library/assets/caf\xe9", b"content_library/files/caf\xe9", b"caf\xe9"]
)
def test_a_folder_whose_name_is_no_text_is_a_problem_that_can_be_kept(write: Write, tmp_path: Path, place: bytes) -> None:
    """Wherever such a folder lies in the library, it is told once under a name that can be printed and remembered, and not looked into."""
    root = write({f"{ASSETS}/a.yaml": "title: x\n", "content_library/files/a.txt": "x"})
    try:
        folder = os.fsencode(root) + b"/" + place
        os.mkdir(folder)
        os.symlink("nowhere", folder + b"/caf\xe9.yaml")
        os.symlink("nowhere", folder + b".yaml")
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    loaded = read(root)
    expected = [] if place == b"caf\xe9" else [place.decode("utf-8", "replace").replace("\ufffd", "?") + end for end in ("", ".yaml")]
    assert sorted((found.code, found.file) for found in loaded.problems) == [("PB106", file) for file in expected]
    assert remembered(loaded, date(2026, 11, 22), tmp_path / "cache", lambda: loaded.problems) == loaded.problems
    assert remembered(loaded, date(2026, 11, 22), tmp_path / "cache", tuple) == loaded.problems


@pytest.mark.parametrize("folder", ["personas", "content_library", ASSETS, "content_library/files"])
def test_the_folders_of_the_library_itself_are_no_links_out_of_it(write: Write, tmp_path: Path, folder: str) -> None:
    """What lies outside is not read through the folder of a kind either: one problem says so, and the rest is read."""
    root = write({"personas/p.yaml": "name: x\n", "content_library/stages/s.yaml": "name: x\n"})
    outside = tmp_path / "outside"
    (outside / "assets").mkdir(parents=True)
    for name in ("secret.yaml", "assets/secret.yaml"):
        (outside / name).write_text("title: secret\n", encoding="utf-8")
    if (root / folder).exists():
        (root / folder).rename(tmp_path / "away")
    (root / folder).symlink_to(outside)
    loaded = read(root)
    assert codes(root) == [("PB105", folder)]
    assert "secret" not in [each.id for each in loaded.documents]
    assert loaded.files == ()


def test_the_folder_of_a_kind_may_be_a_link_within_the_library(write: Write) -> None:
    """Only what leads out is refused."""
    root = write({"content_library/old/a.yaml": "title: x\n"})
    (root / "content_library/old").rename(root / "archive")
    (root / ASSETS).symlink_to(root / "archive")
    assert [each.id for each in read(root).documents] == ["enablement", "a"]
