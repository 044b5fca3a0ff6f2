"""What marketers type and YAML misreads, from the file to the page: each word comes out as written, or the line to paste is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from e2e_libraries import TODAY, html
from e2e_walk import SeenPage, pages, words

from playbook.pipeline import check
from playbook.problems import Level

AS_WRITTEN = (
    "{first_name}",
    "{first_name}, your seat",
    "[Name]",
    "[Name] and more",
    "[They ask, but can wait]",
    "Ask: who decides?",
    '"We can wait" they say',
    "'Wait' they say",
    "> 5 days",
    ">5",
    "< 5 days",
    "@anna",
    "ROI: the guide",
    "The guide:",
    "Yes",
    "no",
    "on",
    "12.10",
    "12:30",
    "1_000",
    "0123",
    "0x1F",
    "1e3",
    ".5",
    "+1 555 0100",
    "2026-11-21",
    "~",
    "null",
    "-5%",
    "? really",
    "&Co is here",
    "*Call",
    "!wow yes",
    "%x",
    "`backtick here",
    "|DATE| is set",
    ", then",
    "C:\\path\\new",
    "it's",
    "5 o'clock",
    "C#",
    "https://example.com/#frag?a=b",
    "100 € – naïve café 🚀 👩🏽‍🔧",
    "a && b || c",
    "Hi <name>, AT&T",
    "-- call",
    "1. x",
    "=1+1",
    "<<",
)
"""Written behind a colon or a dash, without quotes; on the page stands the same."""
MARKED = {"**Call** first": "Call first", "*Call* first": "Call first", "`code` first": "code first", "- call": "call"}
"""What marks words as important, as code or as a point, where a text may be longer than a line; the words stay."""
GAPS = ("-", "--", "...", "TODO", "TBD")
"""What only holds a place: not shown, and reported."""
CUT = ("Top #1 pick", "We are # 1", "#1 asks", "# 1 asks", "The key #")
"""What YAML takes for a remark: nobody can tell it from one, so the line to paste is printed."""
ENTRY = """\
title: {0}
when:
  - {0}
  - Next
not_when: Never
steps:
  - do: {0}
    send:
      subject: {0}
      body: {0}
say: {0}
done_when: {0}
"""
FOLDER = "content_library/plays"
PLAIN = {"title": ".//h1", "subject": ".//span[@class='subject-words']", "body": ".//div[@class='lines']"}
LONG = {
    "when": ".//div[@class='when']//li[1]",
    "do": ".//div[@class='now']/div[@class='prose']",
    "say": ".//div[@class='say']/div[@class='prose']",
    "done_when": ".//div[@class='done-when']/div[@class='prose']",
}


def _library(entries: Mapping[str, str], root: Path) -> Path:
    """Write a library of plays."""
    (root / FOLDER).mkdir(parents=True)
    (root / "enablement.yaml").write_text("name: Ours\n", encoding="utf-8")
    for name, text in entries.items():
        (root / FOLDER / name).write_text(text, encoding="utf-8")
    return root


def _wrong(texts: Sequence[str], site: Path) -> list[tuple[str, str, str]]:
    """Return each text that is not on its page as it is written: the text, the field, and what stands there."""
    found = pages(site)
    shown = (
        (text, name, _shown(found[f"plays/p{number}.html"], where))
        for number, text in enumerate(texts)
        for name, where in {**PLAIN, **LONG}.items()
    )
    return [(text, name, words) for text, name, words in shown if words != (text if name in PLAIN else MARKED.get(text, text))]


def _shown(page: SeenPage, where: str) -> str:
    """Return the words in one place of a page; none where the place itself is missing."""
    found = page.tree.find(where)
    return "" if found is None else words(found)


def test_each_text_is_on_its_page_as_it_is_written(tmp_path: Path) -> None:
    """In a title, a list, a step, a subject, a message and a text no word is changed, and no file is refused."""
    texts = [*AS_WRITTEN, *MARKED]
    root = _library({f"p{number}.yaml": ENTRY.format(text) for number, text in enumerate(texts)}, tmp_path / "library")
    built = html(root, tmp_path / "site")
    assert _wrong(texts, tmp_path / "site") == []
    assert [found for found in built.problems if found.level is Level.ERROR] == []


def test_a_text_that_is_cut_is_printed_as_it_should_be_written(tmp_path: Path) -> None:
    """Every line that a # cuts is printed corrected; with these lines pasted, all words are on the page."""
    root = _library({f"p{number}.yaml": ENTRY.format(text) for number, text in enumerate(CUT)}, tmp_path / "library")
    cuts = [found for found in check(root, today=TODAY).problems if found.code == "PB117"]
    assert len(cuts) == len(CUT) * ENTRY.count("{0}")
    for found in cuts:
        assert found.place is not None
        lines = (root / found.file).read_text(encoding="utf-8").split("\n")
        lines[found.place.line - 1] = found.suggestion
        (root / found.file).write_text("\n".join(lines), encoding="utf-8")
    html(root, tmp_path / "site")
    assert _wrong(CUT, tmp_path / "site") == []


def test_what_only_holds_a_place_is_not_shown_and_reported(tmp_path: Path) -> None:
    """A dash or three dots in the place of a text are gaps: no reader sees them, and each is reported with its line."""
    root = _library({f"p{number}.yaml": ENTRY.format(text) for number, text in enumerate(GAPS)}, tmp_path / "library")
    reported = {(found.file, found.place and found.place.line) for found in check(root, today=TODAY).problems if found.code == "PB304"}
    says = ENTRY.split("\n").index("say: {0}") + 1
    assert {(f"{FOLDER}/p{number}.yaml", says) for number in range(len(GAPS))} <= reported
