"""Builds that tell what changed: since an earlier site, and since a revision; retired entries on the way."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from e2e_libraries import TODAY, Seen, copied_sample, differences, edited
from e2e_walk import offences, pages, words
from msgspec.structs import replace

from playbook.pipeline import BuildOptions, build
from playbook.problems import UsageError

PLAIN = BuildOptions(pdf=False, workers=1)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the sample in a repository, edited since the tag v1."""
    root = copied_sample(tmp_path / "library")
    who = ["-c", "user.name=Ida", "-c", "user.email=ida@example.com", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "a state"], ["tag", "v1"]):
        subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)
    return edited(root)


@pytest.mark.prove
def test_since_a_site_and_since_a_revision_tell_the_same(repository: Path, sample: Seen, tmp_path: Path) -> None:
    """Both give the same site but for the name of the earlier state, and the same bytes each time; every link arrives."""
    one, two, again = tmp_path / "one", tmp_path / "two", tmp_path / "again"
    build(repository, one, today=TODAY, options=replace(PLAIN, since=str(sample.site)))
    build(repository, two, today=TODAY, options=replace(PLAIN, since="v1"))
    shutil.rmtree(repository / ".playbook")
    build(repository, again, today=TODAY, options=replace(PLAIN, since="v1"))
    assert differences(two, again) == []
    assert offences(one) == offences(two) == []
    seen = {name: {path: page.text for path, page in pages(site).items()} for name, site in (("one", one), ("two", two))}
    calls = {name: words(pages(site)["changes.html"].tree.find(".//p[@class='lead']")) for name, site in (("one", one), ("two", two))}
    since = {name: call.removeprefix("What changed since ") for name, call in calls.items()}
    assert since["one"] == "2026-11-22"
    assert since["two"].endswith("(v1)")
    assert {path: text.replace(since["one"], "") for path, text in seen["one"].items()} == {
        path: text.replace(since["two"], "") for path, text in seen["two"].items()
    }
    assert "Minutes before 40 now 30" in seen["two"]["plays/gone-quiet.html"]


def test_retired_entries_are_offered_nowhere(repository: Path, tmp_path: Path) -> None:
    """On no page of the site does a list offer what is retired: each link to it says so, and its own page names what to use instead."""
    build(repository, tmp_path / "site", today=TODAY, options=replace(PLAIN, since="v1"))
    for id_, instead in (("contract-faq", "compliance-faq"), ("pay-guide-2026", "pay-guide-2027")):
        assert offers(tmp_path / "site", f"assets/{id_}.html") == []
        notice = pages(tmp_path / "site")[f"assets/{id_}.html"].tree.find(".//p[@class='notice']")
        assert [link.get("href") for link in notice.iter("a")] == [f"{instead}.html"]
        assert id_ not in (tmp_path / "site/catalogue.csv").read_text()


def offers(site: Path, path: str) -> list[str]:
    """Return the pages on which a link to a page stands in a list of offers, or without the word that it is retired."""
    found = []
    for page in pages(site).values():
        for link in page.tree.iter("a"):
            here = ((site / page.path).parent / (link.get("href") or "").partition("#")[0]).resolve()
            if here == (site / path).resolve() and page.path != path:
                names = {name for each in link.iterancestors() for name in (each.get("class") or "").split()}
                if names & {"card", "offer", "index"} or "is-retired" not in names:
                    found.append(page.path)
    return sorted(set(found))


def test_a_planted_offer_is_found(sample: Seen) -> None:
    """What is live is found in the lists that offer it: the look sees what it looks for."""
    assert {"assets/index.html", "personas/hr-director.html"} <= set(offers(sample.site, "assets/pay-guide-2027.html"))


def test_a_site_for_others_is_no_history_of_ours(tmp_path: Path, sample: Seen, partner: Seen) -> None:
    """A partner's site holds too little to tell our reps what changed; a rep's site holds enough for partners."""
    root = copied_sample(tmp_path / "library")
    with pytest.raises(UsageError, match="is the partner edition, and this is the rep edition"):
        build(root, tmp_path / "site", today=TODAY, options=replace(PLAIN, since=str(partner.site)))
    edited(root)
    build(root, tmp_path / "partner", today=TODAY, options=replace(PLAIN, edition="partner", since=str(sample.site / "library.json")))
    assert "Fourteen questions" in pages(tmp_path / "partner")["changes.html"].text


def test_what_is_neither_is_told(tmp_path: Path) -> None:
    """A name that is neither a site nor a revision stops the build before anything is made."""
    root = copied_sample(tmp_path / "library")
    with pytest.raises(UsageError, match="the library lies in no git repository"):
        build(root, tmp_path / "site", today=TODAY, options=replace(PLAIN, since="last-week"))
    assert not (tmp_path / "site").exists()
