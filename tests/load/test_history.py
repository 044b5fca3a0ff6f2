"""The library as it was at a revision of its repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from playbook.load import at_revision, read
from playbook.problems import UsageError


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody with a name."""
    who = ["-c", "user.name=Ida", "-c", "user.email=ida@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def commit(repository: Path) -> str:
    """Commit all there is, and return the commit."""
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "a state")
    return git(repository, "rev-parse", "HEAD")


@pytest.fixture(params=[".", "team/library"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a library with one term, at the top of a repository or below it; the first state has the tag v1."""
    root = tmp_path / "repository" / request.param
    (root / "content_library/terms").mkdir(parents=True)
    (root / "content_library/files").mkdir()
    (root / "content_library/files/big.pdf").write_bytes(b"%PDF")
    git(tmp_path / "repository", "init", "-q")
    (root / "enablement.yaml").write_text("name: Test\n")
    (root / "content_library/terms/lead.yaml").write_text("term: Lead\nmeans: Somebody\n")
    commit(tmp_path / "repository")
    git(tmp_path / "repository", "tag", "v1")
    (root / "content_library/terms/lead.yaml").write_text("term: Lead\nmeans: Somebody else\n")
    commit(tmp_path / "repository")
    return root


def test_the_library_is_read_as_it_was(library: Path) -> None:
    """At a tag, a branch or a commit the files are those of then; what was laid out is gone afterwards."""
    for revision, means in (("v1", "Somebody"), ("HEAD~1", "Somebody"), ("main", "Somebody else")):
        with at_revision(library, revision) as state:
            (term,) = (document for document in read(state.root).documents if document.kind == "term")
            assert term.data["means"] == means
            assert not (state.root / "content_library/files").exists()
        assert not state.root.exists()


def test_a_state_is_called_by_its_day_and_its_name(library: Path) -> None:
    """A tag keeps its name, a whole commit is told by its first signs; the day is that of the commit."""
    day, whole = git(library, "show", "-s", "--format=%cs", "v1"), git(library, "rev-parse", "v1")
    for revision, name in (("v1", "v1"), (whole, whole[:8])):
        with at_revision(library, revision) as state:
            assert state.name == f"{day} ({name})"


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "v1:enablement.yaml", "", "HEAD~99"])
def test_an_unknown_revision_is_told(library: Path, revision: str) -> None:
    """What is no commit stops with both sentences, and is never taken for an option."""
    with pytest.raises(UsageError, match="neither a folder with a library") as stop, at_revision(library, revision):
        pass
    assert "fetch the whole history" in stop.value.remedy


def test_no_repository_is_told(tmp_path: Path) -> None:
    """A library that lies in no repository has no revisions."""
    with pytest.raises(UsageError, match="lies in no git repository"), at_revision(tmp_path, "v1"):
        pass


def test_no_library_at_a_revision_is_told(library: Path) -> None:
    """A revision at which the library was not there yet is named."""
    repository = Path(git(library, "rev-parse", "--show-toplevel"))
    git(repository, "checkout", "-q", "--orphan", "before")
    git(repository, "rm", "-rfq", ".")
    (repository / "README").write_text("Nothing yet\n")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    with pytest.raises(UsageError, match=r"At before there was no enablement\.yaml here"), at_revision(library, "before"):
        pass


def test_a_link_in_a_revision_leads_nowhere(library: Path) -> None:
    """A link that was committed comes out as a file of words, not as a way out of the folder."""
    (library / "content_library/terms/out.yaml").symlink_to("/etc/passwd")
    commit(Path(git(library, "rev-parse", "--show-toplevel")))
    with at_revision(library, "HEAD") as state:
        assert (state.root / "content_library/terms/out.yaml").read_text() == "/etc/passwd"
