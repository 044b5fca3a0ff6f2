"""A real handbook's texts: what it must show verbatim, and what must not reach a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbook.text import html, lines, links, plain, unsafe_tags

Reading = Callable[[str], Any]

VERBATIM = {
    "personas/dev.yaml summary": (
        "This persona self-selects and the pain criteria is hard to gauge, so we cannot rely on a-priori criteria of company size alone."
    ),
    "personas/head-of-engineering.yaml summary": (
        "Usually, the engagemenet takes place via EBC, intros, and other executive-level interactions."
    ),
    "content_library/stages/prospect.yaml definition": "a late-stage new business prospect that is 45- days out from closing.",
    "content_library/plays/sdr-to-ae-handoff.yaml steps 3 say": (
        "I've caught (AE/CE) up to speed on our conversation, I'll go ahead and pass the mic to AE to introduce themselves."
    ),
    "content_library/plays/gtm-launch-activities.yaml steps 4 only_if": (
        "Launch videos don’t always get high views by themselves - they need to be promoted appropriately, so these "
        "make most sense in launches where they’ll"
    ),
    "content_library/plays/common-customer-questions.yaml objections 33 they_say": (
        "Why is Sourcegraph more expensive than GitHub Enterprise / Stack Overflow / Slack / Asana / JIRA licenses?"
    ),
    "content_library/agreement.yaml extra service_level_as_written": (
        "NOTE: we target <5 mins from new Lead Creation to First Touch during working hours, with a firm SLA of 24 "
        "hours for updating the Lead Status of any New Lead"
    ),
    "content_library/competitors/livegrep.yaml we_win 2": (
        "Although it’s used heavily by a small number of companies, it’s maintained part-time by a single developer, so"
        " future trajectory is limited"
    ),
    "content_library/terms/todo.yaml means": "A note left in the code as a comment indicating something we should do",
    "content_library/claims/maintaining-takes-5-percent-of-one-person.yaml text": (
        "As a specific data point, one of our large customers reported that maintaining Sourcegraph for 1,000+ daily "
        "users takes ~5% of a single person's time."
    ),
    "content_library/agreement.yaml extra members": "{{generator:reporting_structure.vp_sales}}",
    "content_library/claims/trusted-by-faang-and-banks.yaml text": "⅘ FAANG, 4/10 top US banks",
    "content_library/plays/common-customer-questions.yaml objections 5 you_say": "[trial/under-10-users free tier usage]",
    "content_library/terms/markdown.yaml means": "_ italics _ or ~~ strikethrough ~~",
}


@pytest.fixture(scope="module")
def case(cases: Path) -> Path:
    """Return the folder of the handbook."""
    return cases / "sourcegraph"


def value_at(case: Path, place: str) -> Any:
    """Return the value at a place like "personas/dev.yaml summary": a file, then names and numbers."""
    file, *steps = place.split()
    value = yaml.safe_load((case / file).read_text(encoding="utf-8"))
    for step in steps:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def texts(value: Any) -> Iterator[str]:
    """Yield every text of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


@pytest.fixture(scope="module")
def all_texts(case: Path) -> dict[str, str]:
    """Return every text of the case with the file it stands in."""
    return {text: path.name for path in sorted(case.rglob("*.yaml")) for text in texts(yaml.safe_load(path.read_text(encoding="utf-8")))}


@pytest.mark.parametrize("place", VERBATIM)
def test_a_sentence_comes_out_verbatim(case: Path, reading: Reading, place: str) -> None:
    """Hyphens, typing errors, quotes, placeholders, `<`, `~` and `_` come out as the source has them; only white space is joined."""
    text = value_at(case, place)
    assert VERBATIM[place] in " ".join("".join(reading(html(text)).words).split())
    assert VERBATIM[place] in plain(text)


def test_no_tag_is_shown_as_text(all_texts: dict[str, str], reading: Reading) -> None:
    """The source mixes HTML into its texts; no reader sees a tag as text, nothing comes out unbalanced, and no tag had to be removed."""
    assert len(all_texts) > 1_000
    for text, file in all_texts.items():
        read = reading(html(text))
        assert read.wrong == [], file
        assert not re.search(r"</?(?:p|br|td|tr|table|strong|em|a)\b[^>]*>", "".join(read.words)), file
        assert unsafe_tags(text) == (), file
        assert reading(lines(text)).wrong == [], file


def test_the_words_between_tags_stay(case: Path) -> None:
    """The big table of a summary keeps its twelve rows of four cells and every word."""
    shown = html(value_at(case, "content_library/assets/marketing-launch-tiers.yaml summary"))
    rows = shown.partition("<table>")[2].split("<tr>")[1:]
    assert [row.count("<td>") for row in rows] == [4] * 12
    assert "Community promotion" in shown
    assert "<em>Read below for more detail.</em>" in shown


def test_every_link_that_leads_nowhere_is_found(all_texts: dict[str, str], case: Path) -> None:
    """The targets that EXPECTED.md lists as leading nowhere are the ones that `links` finds, and none of them is linked."""
    table = (case / "EXPECTED.md").read_text(encoding="utf-8").partition("## Links in texts")[2].partition("##")[0]
    expected = sorted(re.findall(r"\| `([^`]+)` \|$", table, re.MULTILINE))
    fields = (text for text in all_texts if not text.startswith("Source: "))
    found = [link.target for text in fields for link in links(text) if not link.target.startswith(("http", "mailto:"))]
    assert sorted(set(found)) == sorted(set(expected))
    assert all(f'href="{target}' not in html(text) for text in all_texts for target in expected)


def test_a_remote_picture_is_its_words_linked(case: Path) -> None:
    """The handbook's one picture is shown by its alternative text, which leads to it."""
    shown = html(value_at(case, "content_library/stages/adopting.yaml activities 0"))
    assert re.search(r'<a href="https://user-images[^"]+\.jpg">enablement program</a>', shown)
