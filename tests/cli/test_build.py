"""`playbook build` makes the site, and says what it made and where it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.cli.build import _bugs
from playbook.problems import ExitCode, PlaybookError
from playbook.publish import Published

Run = Callable[..., Any]  # the fixture `run` of conftest.py
MADE = re.compile(r"Made ([\d,]+) pages?, ([\d,]+) PDFs? and ([\d,]+) other files?; kept ([\d,]+), removed ([\d,]+)\.")
ASSET = "content_library/assets/cost-of-waiting.yaml"


def figures(out: str) -> list[int]:
    """Return pages, PDFs, other files, kept and removed, as the closing line says them."""
    found = MADE.search(out)
    assert found is not None, out
    return [int(each.replace(",", "")) for each in found.groups()]


def files(folder: Path, ending: str) -> list[Path]:
    """Return the files of a kind below a folder."""
    return sorted(folder.rglob(f"*{ending}"))


def test_a_build_says_what_it_made_and_where_it_is(run: Run, library: Path) -> None:
    """The closing lines count pages and PDFs as they lie on disk, and name the page to open; --no-pdf takes the PDFs away again."""
    told = run("build", at=library)
    pages, pdfs, others, kept, removed = figures(told.out)
    site = library / "site"
    assert told.code == ExitCode.FINE
    assert (pages, pdfs) == (len(files(site, ".html")), len(files(site, ".pdf")))
    assert 0 not in (pages, pdfs, others)
    assert (kept, removed) == (0, 0)
    assert "\nThe site: site/index.html\n" in told.out
    assert told.out.splitlines()[-1] == "No problems."
    assert told.err.startswith("Making ")
    of_the_prints = 1  # the page that says whether a print is current
    assert figures(run("build", "--no-pdf", at=library).out)[4] == pdfs + of_the_prints
    assert files(site, ".pdf") == []


def test_a_second_build_keeps_everything(run: Run, library: Path) -> None:
    """Where nothing changed, nothing is made, and no progress is shown."""
    made = sum(figures(run("build", "--no-pdf", at=library).out)[:3])
    told = run("build", "--no-pdf", at=library)
    assert figures(told.out) == [0, 0, 0, made, 0]
    assert told.err == ""


def test_what_is_gone_from_the_library_is_removed(run: Run, library: Path) -> None:
    """A play that is taken out loses its page, and that is counted."""
    run("build", "--no-pdf", at=library)
    play = library / "content_library/plays/gone-quiet-after-proposal.yaml"
    play.unlink()
    asset = library / ASSET
    asset.write_text(asset.read_text(encoding="utf-8").replace("      play: gone-quiet-after-proposal\n", ""), encoding="utf-8")
    assert figures(run("build", "--no-pdf", at=library).out)[4] == 1
    assert not (library / "site/plays/gone-quiet-after-proposal.html").exists()


def test_quiet_says_nothing(run: Run, library: Path) -> None:
    """With --quiet a build that goes well says nothing at all."""
    told = run("build", "--no-pdf", "--quiet", at=library)
    assert (told.code, told.out, told.err) == (ExitCode.FINE, "", "")
    assert (library / "site/index.html").is_file()


def test_quiet_shows_what_made_it_fail(run: Run, misspelt: Path) -> None:
    """With --quiet a failing build shows the problems that made it fail, and no closing lines."""
    told = run("build", "--no-pdf", "--quiet", at=misspelt)
    assert told.code == ExitCode.CONTENT
    assert told.out.count(" error PB203 ") == 1
    assert "Made" not in told.out
    assert told.err == ""


def test_a_problem_in_the_content_is_shown_and_the_site_is_made(run: Run, misspelt: Path) -> None:
    """The exit code is 1, unless --fail-on never; the site is there in both cases."""
    told = run("build", "--no-pdf", at=misspelt)
    assert told.code == ExitCode.CONTENT
    assert " error PB203 " in told.out
    assert told.out.splitlines()[-1] == "1 problem: 1 error."
    assert (misspelt / "site/index.html").is_file()
    assert run("build", "--no-pdf", "--fail-on", "never", at=misspelt).code == ExitCode.FINE


def test_a_page_that_cannot_be_made_leaves_the_old_site(run: Run, library: Path) -> None:
    """A broken template of the team's fails the build whatever --fail-on says, names template and line, and publishes nothing."""
    run("build", "--no-pdf", at=library)
    before = (library / "site/index.html").read_bytes()
    (library / "templates/home.html").write_text(
        "{% extends 'theme/home.html' %}\n{{ nobody_knows_this }}\n{% block main %}{{ nor.this }}{% endblock %}", "utf-8"
    )
    told = run("build", "--no-pdf", "--fail-on", "never", at=library)
    assert told.code == ExitCode.CONTENT
    assert "templates/home.html, line 3" in told.out
    assert "\nNothing was published: 1 file could not be made.\nThe site, as it was before: site/index.html\n" in told.out
    assert (library / "site/index.html").read_bytes() == before


def test_keep_going_puts_a_notice_in_its_place(run: Run, library: Path) -> None:
    """With --keep-going the rest is published, and the exit code follows --fail-on."""
    (library / "templates/home.html").write_text("{% extends 'theme/home.html' %}\n{% block main %}{{ nobody }}{% endblock %}", "utf-8")
    told = run("build", "--no-pdf", "--keep-going", at=library)
    assert told.code == ExitCode.CONTENT
    assert "\nThe site: site/index.html\n" in told.out
    assert (library / "site/plays/gone-quiet-after-proposal.html").is_file()
    assert run("build", "--no-pdf", "--keep-going", "--fail-on", "never", at=library).code == ExitCode.FINE


def test_the_site_goes_where_out_says(run: Run, library: Path, tmp_path: Path) -> None:
    """--out is meant from the current folder, and is told as somebody there would write it."""
    told = run("build", "--no-pdf", "--out", "../elsewhere", at=library)
    assert "The site: ../elsewhere/index.html" in told.out
    assert (tmp_path / "elsewhere/index.html").is_file()
    assert not (library / "site").exists()


def test_a_buyers_edition_holds_no_word_for_reps(run: Run, library: Path) -> None:
    """Nothing of a library that marks nothing external reaches a buyer."""
    told = run("build", "--no-pdf", "--edition", "buyer", at=library)
    assert told.code == ExitCode.FINE
    pages = " ".join(page.read_text(encoding="utf-8") for page in files(library / "site", ".html"))
    assert "Their numbers are believed" not in pages


def without_engine(*arguments: str, at: Path, fakes: Path) -> subprocess.CompletedProcess[str]:
    """Run a build where the PDF engine finds no Pango, as on a machine that lacks it."""
    (fakes / "weasyprint").mkdir(parents=True)
    (fakes / "weasyprint/__init__.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "build", *arguments]
    return subprocess.run(command, cwd=at, env={**os.environ, "PYTHONPATH": str(fakes)}, capture_output=True, text=True, check=False)


def test_pdfs_that_are_demanded_and_cannot_be_made_are_exit_3(library: Path, tmp_path: Path) -> None:
    """The line to install is told, and nothing is published."""
    told = without_engine("--pdf", at=library, fakes=tmp_path / "fakes")
    assert (told.returncode, told.stdout) == (ExitCode.MACHINE, "")
    assert "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (library / "site").exists()


def test_pdfs_that_nobody_demanded_are_left_out_with_a_warning(library: Path, tmp_path: Path) -> None:
    """Without an engine the site is made, no page offers a PDF, and one warning says what to install."""
    told = without_engine(at=library, fakes=tmp_path / "fakes")
    assert told.returncode == ExitCode.FINE
    assert told.stdout.count("warning PB") == 1
    assert "apt-get install libpangoft2-1.0-0" in told.stdout
    assert not any('.pdf"' in page.read_text(encoding="utf-8") for page in files(library / "site", ".html"))


def _detail(error: Exception) -> str:
    try:
        raise error
    except type(error):
        return traceback.format_exc()


def test_a_file_that_fails_for_no_foreseen_reason_is_our_own_bug() -> None:
    """A broken template or too little memory has sentences of its own; anything else leaves a report."""
    foreseen = [("a.html", _detail(PlaybookError("One.", "Two."))), ("b.pdf", _detail(MemoryError())), ("c.pdf", "exit code -9")]
    assert _bugs(Published(details=(*foreseen, ("d.html", _detail(KeyError("x")))))) == [f"d.html\n{_detail(KeyError('x'))}"]


@pytest.mark.parametrize("name", ["a site", "größe"])
def test_names_with_spaces_and_accents_are_fine(run: Run, library: Path, name: str) -> None:
    """A folder may be called what people call folders."""
    assert run("build", "--no-pdf", "--out", name, at=library).code == ExitCode.FINE
    assert (library / name / "index.html").is_file()
