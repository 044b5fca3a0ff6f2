"""What the search of a site finds. It is read off the finished pages, so that it holds nothing that an edition does not show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import quote

from playbook.model.bodies import AssetBody, PersonaBody, PlayBody, SaidBody
from playbook.model.entries import Entry
from playbook.model.handouts import BattlecardBody, CampaignBody
from playbook.model.journey_bodies import StagePageBody
from playbook.model.kinds import SETTINGS_FILE
from playbook.model.pages import Page
from playbook.model.parts import Leaf, Link, Rows
from playbook.model.search import Findable, FoundUse, SearchBody
from playbook.model.word_bodies import ClaimsBody, GlossaryBody, QuestionsBody, RequestsBody, SaidPageBody, SignalsBody
from playbook.text import plain, shortened

TITLE, LINE, ANSWER, WORDS = 140, 180, 400, 90
"""How many letters of a text the search keeps: what is found there is read on its page."""
INTERNAL = "internal"
T = TypeVar("T")


def findable(pages: Iterable[Page]) -> tuple[Findable, ...]:
    """Return all that can be found on these pages, in their order; what is retired leads to what took its place, or is left out."""
    made = [page for page in pages if page.path.endswith(".html") and not isinstance(page.body, SearchBody)]
    stages = {page.body.play.id: page.body.play.stages for page in made if isinstance(page.body, PlayBody)}
    found = [each for page in made for each in _on(page, stages)]
    return tuple(each for each in found if each.title)


def _on(page: Page, stages_of_plays: Mapping[str, tuple[str, ...]]) -> Iterator[Findable]:
    if page.state == "retired":
        yield from _replaced(page)
    elif isinstance(page.body, SaidPageBody):
        yield from (_said(each, page, stages_of_plays) for topic in page.body.topics for each in topic.said)
        yield Findable("page", page.title, quote(page.path))
    elif type(page.body) in LISTED:
        yield from LISTED[type(page.body)](page, page.body)
        yield Findable("page", page.title, quote(page.path))
    else:
        yield OWN[type(page.body)](page, page.body) if type(page.body) in OWN else Findable("page", page.title, quote(page.path))


def _replaced(page: Page) -> Iterator[Findable]:
    """A retired asset that names what to use now is found under its old name."""
    if isinstance(page.body, AssetBody) and (now := page.body.replaced_by) and now.href and not now.state:
        yield Findable("asset", _short(page.title, TITLE), now.href, audience=_audience(page.body.asset), use_instead=now.title)


def _play(page: Page, body: PlayBody) -> Findable:
    play = body.play
    return _of(
        "play", page, play, when=play.when[:3], line=play.promise or play.objective,
        words=(*play.titles, play.ask, *(variant.label for variant in play.variants), *(each.title for each in body.situations)),
        personas=play.personas, stages=play.stages,
    )  # fmt: skip


def _asset(page: Page, body: AssetBody) -> Findable:
    asset = body.asset
    uses = tuple(
        FoundUse(f"{quote(page.path)}#use-{quote(use.key)}", _joined(use.when[:2]), use.personas, use.stages)
        for use in (each.use for each in body.uses)
    )
    personas = _all(use.personas for use in uses)
    stages = _all(use.stages for use in uses)
    return _of(
        "asset", page, asset, when=(asset.buyer_question,), line=asset.summary,
        words=asset.topics, personas=personas, stages=stages, type=asset.type, uses=uses,
    )  # fmt: skip


def _persona(page: Page, body: PersonaBody) -> Findable:
    persona = body.persona
    words = (*persona.titles, *(saying.says for saying in persona.vocabulary), *persona.pains[:6])
    return _of("persona", page, persona, line=persona.summary, words=words, personas=(persona.id,))


def _stage(page: Page, body: StagePageBody) -> Findable:
    stage = body.at.stage
    return _of("stage", page, stage, when=(stage.buyer_question,), line=stage.definition, words=stage.lost_reasons, stages=(stage.id,))


def _competitor(page: Page, body: BattlecardBody) -> Findable:
    it = body.competitor
    return _of("competitor", page, it, line=it.summary, words=(it.relation, *it.they_say, *(trap.trap for trap in it.traps)))


def _campaign(page: Page, body: CampaignBody) -> Findable:
    campaign = body.campaign
    return _of("campaign", page, campaign, line=campaign.message, words=campaign.industries, personas=campaign.personas)


def _of(
    kind: str, page: Page, entry: Entry, *, when: Iterable[str] = (), line: str = "", words: Iterable[str] = (), **more: Any
) -> Findable:
    """Return an entry that has a page of its own."""
    return Findable(
        kind,
        _short(page.title, TITLE),
        quote(page.path),
        when=_joined(when),
        line=_short(line, LINE),
        words=_words((*words, *entry.tags, *_named(entry, page.title))),
        audience=_audience(entry),
        **more,
    )


def _named(entry: Entry, title: str) -> Iterator[str]:
    """Yield the words of an id that the title has not: who gave it had its subject in mind, and reps see it in addresses."""
    had = title.casefold()
    words = " ".join(word for word in entry.id.split("-") if word.casefold() not in had)
    if words:
        yield words


def _said(each: SaidBody, page: Page, stages_of_plays: Mapping[str, tuple[str, ...]]) -> Findable:
    """What a buyer says, with the answer; it comes up at the stages of the plays that know it, too."""
    of_plays = (stages_of_plays.get(link.id, ()) for link in each.comes_up if link.kind == "play")
    stages = (*(link.id for link in _links(each.rows) if link.kind == "stage"), *(id_ for ids in of_plays for id_ in ids))
    return Findable(
        "said",
        _short(each.line.they_say, TITLE),
        _at(page, each.anchor),
        line=_short(each.line.you_say, ANSWER),
        personas=_ids(each.who),
        stages=tuple(dict.fromkeys(stages)),
        audience=INTERNAL,
    )


def _links(rows: Rows) -> Iterator[Link]:
    for value in (value for row in rows.rows for value in row.values):
        if isinstance(value, Leaf) and value.link:
            yield value.link


def _questions(page: Page, body: QuestionsBody) -> Iterator[Findable]:
    for code, groups in body.parts:
        for group in groups:
            who = (group.source.id,) if code == "persona" else _ids(group.who)
            for asked in group.questions:
                line = _short(asked.listen_for or asked.why, LINE)
                stages, words = _ids(group.stages), (group.source.title,)
                yield Findable(
                    "question", _short(asked.ask, TITLE), _at(page, group.anchor), "", line, words, who, stages, audience=INTERNAL
                )  # fmt: skip


def _signals(page: Page, body: SignalsBody) -> Iterator[Findable]:
    for each in _grouped(body.groups):
        it = each.situation
        words = (it.answer.title,) if it.answer else ()
        line = _short(it.do or (it.answer.title if it.answer else ""), LINE)
        yield Findable(
            "signal", _short(it.title, TITLE), _at(page, each.anchor), _short(it.means, LINE), line, words,
            _ids(each.who), _ids(each.stages), audience=INTERNAL,
        )  # fmt: skip


def _terms(page: Page, body: GlossaryBody) -> Iterator[Findable]:
    for each in _grouped(body.groups):
        term = each.term
        yield _entry("term", _at(page, each.anchor), term, term.term, " ".join(term.means), (*term.also, *term.not_))


def _claims(page: Page, body: ClaimsBody) -> Iterator[Findable]:
    for each in _grouped(body.groups):
        yield _entry("claim", _at(page, each.anchor), each.claim, each.claim.text, each.claim.source, (each.claim.value,))


def _requests(page: Page, body: RequestsBody) -> Iterator[Findable]:
    for each in _grouped(body.groups):
        yield _entry("request", _at(page, each.anchor), each.request, each.request.wanted, each.request.why)


def _entry(kind: str, href: str, entry: Entry, title: str, line: str, words: tuple[str, ...] = ()) -> Findable:
    """Return an entry that has a place on the page of its kind."""
    return Findable(
        kind,
        _short(title, TITLE),
        href,
        line=_short(line, LINE),
        words=_words((*words, *entry.tags)),
        audience=_audience(entry),
    )


OWN: Mapping[type, Callable[[Page, Any], Findable]] = {
    PlayBody: _play,
    AssetBody: _asset,
    PersonaBody: _persona,
    StagePageBody: _stage,
    BattlecardBody: _competitor,
    CampaignBody: _campaign,
}
"""Bodies that tell of one entry."""
LISTED: Mapping[type, Callable[[Page, Any], Iterator[Findable]]] = {
    QuestionsBody: _questions,
    SignalsBody: _signals,
    GlossaryBody: _terms,
    ClaimsBody: _claims,
    RequestsBody: _requests,
}
"""Bodies that tell of many."""


def _grouped(groups: tuple[tuple[str, tuple[T, ...]], ...]) -> Iterator[T]:
    return (each for _, group in groups for each in group)


def _at(page: Page, anchor: str) -> str:
    return f"{quote(page.path)}#{quote(anchor)}"


def _audience(entry: Entry) -> str:
    """Return who may see an entry; a stage that is only a name in the project file is for everybody, and says nothing of it."""
    return "" if entry.file == SETTINGS_FILE else entry.seen_by.name.lower()


def _ids(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(link.id for link in links)


def _all(named: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return every id that is named; none where one of them is for any."""
    each = list(named)
    return tuple(dict.fromkeys(id_ for ids in each for id_ in ids)) if all(each) else ()


def _short(text: str, longest: int) -> str:
    return shortened(plain(text), longest)


def _joined(texts: Iterable[str]) -> str:
    return _short(" · ".join(filter(None, map(plain, texts))), LINE)


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_short(text, WORDS) for text in texts if text))
