"""The finder in a browser: the same answers as in Python and on paper, in three taps, and an address that can be sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

import pytest
from e2e_libraries import ROOT, TODAY, Seen
from e2e_screens import EVERYWHERE, HEIGHTS, at
from msgspec.structs import asdict
from playwright.sync_api import Browser, Page

from playbook.library import Library, assemble, visible
from playbook.model.bodies import PlaybookBody
from playbook.model.content import Asset, Use
from playbook.model.finder_bodies import FinderBody
from playbook.model.journey import Signal, Stage
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.settings import Settings
from playbook.pipeline import check
from playbook.render import page_html, read_bundle
from playbook.select import Known, find, pages
from playbook.select.finder import key_of
from playbook.select.finding import in_order
from playbook.select.happening import named_by, play_key, without_signal
from playbook.select.ranking import candidates

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.filterwarnings("ignore::ResourceWarning")]
EVERY = "chosen => chosen.map(each => window.playbookFinder.ordered(each))"
OPEN, WORDS = ("0", "1", "2"), ("food & drink", "100% steel", "ports")  # what a vocabulary calls its words is up to the team
COPIED = """() => new Promise(done => document.addEventListener("paste", event => done(
    [...event.clipboardData.types].map(type => [type, event.clipboardData.getData(type)]))))"""
CLIPBOARD = """async () => Promise.all((await navigator.clipboard.read()).flatMap(item => item.types.map(
    async type => [type, await (await item.getType(type)).text()])))"""
# Where the first thing to do begins on the screen, in pixels from its top, for everything that can have happened: to wait or to stop
# selling, what is to be done first, the best answer's first step, or that nothing is written.
FIRST_ACTIONS = """async () => {
    const found = {}, persona = document.querySelector("[data-step=persona] [data-choose]").dataset.choose
    for (const each of document.querySelectorAll("[data-step=happened] [data-choose]")) {
        await new Promise(done => {
            addEventListener("hashchange", done, {once: true})
            location.hash = `happened=${encodeURIComponent(each.dataset.choose)}&persona=${persona}&again=${Math.random()}`
        })
        const first = [...document.querySelectorAll("[data-result] :is(.hold, .before .now, [data-best] .now, [data-nothing])")]
            .find(one => one.offsetParent)
        found[each.dataset.choose] = first ? first.getBoundingClientRect().top + scrollY : -1
    }
    return found
}"""


@pytest.fixture(scope="module")
def library(sample: Seen) -> Library:
    """The sample as it was read."""
    return check(sample.root, today=TODAY).library


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page as wide as a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def combinations(library: Library) -> list[Known]:
    """Everything that can have happened, with everybody and every stage, and with each of them left open."""
    made = pages(library, edition="rep", today=TODAY, pdf=False)
    body = next(page.body for page in made if page.path == "find.html")
    assert isinstance(body, FinderBody)
    happened = [option.key for group in body.groups for option in group.options]
    who, where = (("", *(link.id for link in links)) for links in (body.personas, body.stages))
    return [Known(*each) for each in product(happened, who, where)]


class Decided:
    """What Python decides for the sample, as the page names its answers; made ready once, for thousands of questions."""

    def __init__(self, library: Library) -> None:
        shown = visible(library, "rep")
        self._ranked = candidates(shown, TODAY)
        self._named = named_by(shown, self._ranked)

    def for_(self, known: Known) -> list[str]:
        """The keys of all that fits, best first."""
        return [key_of(each) for each in in_order(self._ranked, known, self._named)]


@pytest.mark.parametrize("file", ["find.html", "find-anywhere.html"])
def test_the_page_decides_as_python_does(phone: Page, sample: Seen, library: Library, file: str) -> None:
    """For everything that can have happened, everybody and every stage, a page's order is that of `playbook find`, to the last answer."""
    every, decided = combinations(library), Decided(library)
    phone.goto((sample.site / file).as_uri())
    asked = [{"happened": each.happened, "persona": each.persona, "stage": each.stage} for each in every]
    shown = phone.evaluate(EVERY, asked)
    assert len(every) > 2000
    assert [(known, answers) for known, answers in zip(every, shown, strict=True) if answers != decided.for_(known)][:3] == []


def test_the_page_decides_as_python_does_whatever_is_named(phone: Page, tmp_path: Path) -> None:
    """The same for a made-up library in which anything may be named or left open, so that every part of the rule has its turn."""
    made_up = any_library(Random(22))
    alone = next(page for page in pages(made_up, edition="rep", today=TODAY, pdf=False) if page.path == "find-anywhere.html")
    file = tmp_path / "find.html"
    file.write_bytes(page_html(alone, read_bundle(ROOT / "templates"), "").content or b"")
    decided = Decided(made_up)
    titles = [play_key(play.id) for play in without_signal(made_up)]
    every = [Known(*each) for each in product([*(f"signal:{number}" for number in range(3)), *titles], *[("", *OPEN)] * 2, ("", *WORDS))]
    assert len(titles) > 3
    phone.goto(file.as_uri())
    shown = phone.evaluate(EVERY, [asdict(each) for each in every])
    assert [(known, answers) for known, answers in zip(every, shown, strict=True) if answers != decided.for_(known)][:3] == []


def any_library(chance: Random) -> Library:
    """A library of sixty plays and assets that name people, stages, industries and signals by chance."""

    def some(of: tuple[str, ...] = OPEN) -> tuple[str, ...]:
        return tuple(id_ for id_ in of if chance.random() < 0.3)

    plays = (Play(id=f"p{n}", title=f"P{n}", personas=some(), stages=some(), industries=some(WORDS), signals=some()) for n in range(30))
    uses = (Use(key="1", when=("w",), personas=some(), stages=some(), industries=some(WORDS), signals=some()) for _ in range(30))
    assets = (Asset(id=f"a{number}", title=f"A{number}", type="deck", uses=(use,)) for number, use in enumerate(uses))
    people = (Persona(id=id_, name=id_) for id_ in OPEN)
    stages = (Stage(id=id_, name=id_, order=int(id_)) for id_ in OPEN)
    signals = (Signal(id=id_, name=id_, means="m", kind="did", play="p7" if id_ == "1" else "") for id_ in OPEN)
    return assemble(Settings(name="Any", industries={id_: id_ for id_ in WORDS}), (*people, *stages, *signals, *plays, *assets))


def test_a_play_without_a_signal_is_offered_by_its_title() -> None:
    """The title of a play is the situation in a rep's words: where no signal leads to it, the finder offers that."""
    made_up = any_library(Random(22))
    alone = next(page for page in pages(made_up, edition="rep", today=TODAY, pdf=False) if page.path == "find.html")
    assert isinstance(alone.body, FinderBody)
    options = {option.key: option for group in alone.body.groups for option in group.options if group.kind == ""}
    assert set(options) == {play_key(play.id) for play in made_up.of(Play) if not play.signals and play.id != "p7"}
    assert all(option.best and f"play:{option.best.id}" == key and option.title == option.best.title for key, option in options.items())


def test_paper_answers_as_the_finder_does(library: Library) -> None:
    """What a persona's playbook says to run after a signal is the finder's best answer for that signal and persona."""
    told, decided = 0, Decided(library)
    for page in pages(library, edition="rep", today=TODAY, pdf=True):
        if isinstance(page.body, PlaybookBody) and page.body.persona:
            persona = page.body.persona.persona
            assert isinstance(persona, Persona)
            for each in (one for group in page.body.situations for one in group.situations if one.answer):
                best = decided.for_(Known(f"signal:{each.anchor.removeprefix('start-')}", persona.id))[0]
                assert each.answer
                assert best.startswith(f"{each.answer.kind}:{each.answer.id}"), (persona.id, each.title)
                told += 1
    assert told > 30
    offers = find(library, Known("signal:said-not-now", "plant-manager"), today=TODAY).offers
    keys = [f"asset:{each.link.id}:{each.use}" if each.use else f"play:{each.link.id}" for each in offers]
    assert keys == decided.for_(Known("signal:said-not-now", "plant-manager"))


@pytest.mark.parametrize(("width", "place"), EVERYWHERE)
def test_three_taps_give_the_first_thing_to_do(browser: Browser, sample: Seen, width: int, place: str) -> None:
    """What happened, which, who: after three taps the first action is on the screen without scrolling."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHTS[width]}, has_touch=True, service_workers="block")
    with at(place, sample.site) as address:
        page = context.new_page()
        page.goto(address + "find.html")
        page.tap("summary:has-text('They said')")
        page.tap("[data-choose='signal:said-not-now']")
        best = page.locator("[data-best] .answer")
        assert best.get_attribute("open") is None  # its words might be for somebody else
        page.tap("[data-step='persona'] [data-choose='plant-manager']")
        assert best.get_attribute("data-answer") == "play:not-now"
        assert page.evaluate("scrollY") == 0
        assert (best.locator(".due").first.text_content() or "").startswith("by ")
        assert "Chosen because" in (best.locator(".chosen-because").text_content() or "")
        first = best.locator(".now .prose").bounding_box()
        assert first
        assert first["y"] + 40 < HEIGHTS[width]
    context.close()


@pytest.mark.prove
@pytest.mark.parametrize("planted", ["p {}", ".page-head { min-block-size: 900px }"])
def test_whatever_happened_the_first_thing_to_do_is_on_the_first_screen(phone: Page, sample: Seen, planted: str) -> None:
    """For everything that can have happened the first action begins on a telephone's first screen; where it did not it would be seen."""
    phone.goto((sample.site / "find.html").as_uri())
    phone.add_style_tag(content=planted)
    begins = phone.evaluate(FIRST_ACTIONS)
    assert len(begins) > 60
    assert [key for key, place in begins.items() if not 0 < place < HEIGHTS[390] - 40] == (list(begins) if "page-head" in planted else [])


def test_an_answer_can_be_sent_as_an_address(phone: Page, sample: Seen) -> None:
    """The address holds the state: opened elsewhere it shows the same answer; the way back leads to the question before."""
    phone.goto((sample.site / "find.html").as_uri())
    phone.tap("summary:has-text('Gone quiet')")
    phone.tap("[data-choose='signal:quiet-after-proposal']")
    phone.tap("[data-step='persona'] [data-choose='hr-director']")
    address, shown = phone.url, phone.inner_text("[data-best]")
    phone.go_back()
    assert phone.locator("[data-step='persona']").is_visible()
    phone.goto("about:blank")
    phone.goto(address)
    assert phone.inner_text("[data-best]") == shown
    phone.tap("[data-again]")
    assert phone.locator("[data-step='happened']").is_visible()


@pytest.mark.parametrize(
    ("happened", "words"),
    [
        ("signal:attended-webinar", "Do not call yet"),
        ("signal:shift-missed", "Pause all selling"),
        ("signal:meeting-booked", "In short"),
        ("said:objection-too-expensive", "You say"),
    ],
)
def test_what_comes_before_sending_is_an_answer(phone: Page, sample: Seen, happened: str, words: str) -> None:
    """To wait, to stop selling, to do something first and to say something are answers, and stand above what to send."""
    phone.goto((sample.site / "find.html").as_uri() + f"#happened={happened}")
    before = phone.locator(f"[data-before='{happened}']")
    assert words.casefold() in before.inner_text().casefold()
    assert before.bounding_box()["y"] < phone.locator("[data-best]").bounding_box()["y"]  # type: ignore[index]


def test_an_answer_for_somebody_else_says_so(phone: Page, sample: Seen) -> None:
    """What is written for a plant manager is not said to a nurse as if it were for her; to him it is."""
    words = phone.locator("[data-written-for]:visible")
    for persona, told in (("hospital-nurse-manager", 1), ("plant-manager", 0)):
        phone.goto("about:blank")
        phone.goto((sample.site / "find.html").as_uri() + f"#happened=said:objection-who-is-liable&persona={persona}")
        assert words.count() == told
    phone.goto((sample.site / "find.html").as_uri() + "#happened=said:objection-nurse-makes-a-mistake&persona=hospital-nurse-manager")
    assert "in writing from our" in phone.inner_text("[data-before]:visible")


def test_what_does_not_name_what_happened_waits(phone: Page, sample: Seen) -> None:
    """Where nothing is written for what happened, plays for other moments stand behind the button that shows all."""
    phone.goto((sample.site / "find.html").as_uri() + "#happened=said:objection-who-is-liable&persona=hospital-nurse-manager")
    assert phone.locator("[data-rest] .answer").count() == 0
    phone.tap("[data-all-button]")
    assert phone.locator("[data-rest] .answer").count() > 5


def test_home_asks_who_it_is_where_that_decides(phone: Page, sample: Seen) -> None:
    """A line of the home page leads to the right use: where an asset is used otherwise for others, by way of the question who it is."""
    phone.goto((sample.site / "index.html").as_uri())
    phone.tap(".situation:has-text('They asked for a reference') .to-play a")
    phone.tap("[data-step='persona'] [data-choose='plant-manager']")
    assert "Ask the client first" in phone.inner_text("[data-best] .now")
    phone.goto((sample.site / "index.html").as_uri())
    phone.tap(".situation:has-text('The champion has left') .to-play a")
    phone.wait_for_url("**/plays/champion-gone.html")


def test_nothing_written_offers_a_request(phone: Page, sample: Seen, tmp_path: Path) -> None:
    """Where nothing names what happened and nothing says what to do, a request to marketing is ready, with what happened in it."""
    source = (sample.site / "find-anywhere.html").read_text(encoding="utf-8")
    key = "said:persona-finance-director-says-1"
    assert f'data-choose="{key}"' in source
    bare = tmp_path / "bare.html"
    bare.write_text(
        source.replace(f'data-before="{key}"', 'data-before="gone"').replace(key, f"{key}").replace('data-happened="', 'data-was="')
    )
    phone.goto(bare.as_uri() + f"#happened={key}")
    assert phone.locator("[data-nothing]").is_visible()
    assert "This%20happened" in (phone.get_attribute("[data-request]", "href") or "")


@pytest.mark.parametrize(("width", "place"), EVERYWHERE)
def test_a_message_is_copied_rich_and_plain(browser: Browser, sample: Seen, width: int, place: str) -> None:
    """A ready message goes to the clipboard as formatted text with links and as plain lines."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHTS[width]}, service_workers="block")
    with at(place, sample.site) as address:
        page = context.new_page()
        page.goto(address + "find.html#happened=signal:said-not-now&persona=plant-manager")
        page.click("[data-best] .ready summary")  # it is not for the first step, and says so before it opens
        wanted = page.inner_text("[data-best] .send .lines >> nth=0").strip()
        page.click("[data-best] .send-actions button >> nth=0")
        assert page.inner_text("[data-best] .send-actions button >> nth=0") == "Copied"
        copied = read_back(page) if place == "server" else pasted(page)
    context.close()
    assert copied["text/plain"].strip() == wanted
    assert "<p>" in copied["text/html"]


def read_back(page: Page) -> dict[str, str]:
    """Return what the clipboard holds, by type. Only what comes from a server may be allowed to ask for it."""
    page.context.grant_permissions(["clipboard-read"])
    return dict(page.evaluate(CLIPBOARD))


def pasted(page: Page) -> dict[str, str]:
    """Return what a page is given when somebody pastes into it, by type."""
    page.evaluate(f"() => {{ window.pasted = ({COPIED})() }}")
    page.keyboard.press("Control+v")
    return dict(page.evaluate("window.pasted"))


def test_without_scripts_there_is_the_table(browser: Browser, sample: Seen) -> None:
    """Without JavaScript every option stands in one table, each beside its best answer."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample.site / "find.html").as_uri())
    assert not page.locator("[data-finder]").is_visible()
    assert page.locator("main table.happened tbody tr:not(.group)").count() > 60
    assert "Pause all selling" in page.inner_text("main")
    context.close()
