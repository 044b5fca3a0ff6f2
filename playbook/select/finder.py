"""The finder's page, "what do I send now?": what the decision gives, laid out so that a browser only leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from playbook.library import Library
from playbook.model.finder_bodies import FinderAnswer, FinderBody, FinderGroup, FinderOption
from playbook.model.journey import Signal
from playbook.model.knowledge import Competitor
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.plays import Next, Play, Step
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link
from playbook.select.bodies import asset_body, play_body
from playbook.select.closed import paper_page, screen_page
from playbook.select.finding import Known, answering, foremost
from playbook.select.happening import Named, competitor_key, named_by, play_key, said_key, signal_key, without_signal
from playbook.select.ranking import Candidate
from playbook.select.said import said
from playbook.select.selection import Selection
from playbook.select.shelves import stages_of
from playbook.select.situations import ORDER, situation
from playbook.text import plain

PATH, ALONE = "find.html", "find-anywhere.html"
TITLE = ThemeWords("What do I send now?")
AT_FIRST = 7
"""So many answers are shown before a rep asks for all: only what can be one of them is told with all that is to be done."""


def finder_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the finder as a page of the site, and as one file that works by itself on a telephone."""
    if not has_finder(chosen):
        return
    body = finder_body(chosen)
    yield screen_page(chosen, PATH, "find.html", TITLE, body)
    yield paper_page(chosen, ALONE, "find-anywhere.html", TITLE, body)


def has_finder(chosen: Selection) -> bool:
    """Whether there is a finder: where the menu has it."""
    return any(item.href == PATH for item in chosen.frame.menu)


def finder_body(chosen: Selection) -> FinderBody:
    """Return everything that can have happened and everything that is offered, in the one order."""
    library, named = chosen.library, named_by(chosen.library, chosen.ranked)
    keys, ahead = _keys(named), foremost(chosen.ranked, named, AT_FIRST)
    answers = tuple(_answer(chosen, each, keys.get(id(each), ()), whole=id(each) in ahead) for each in chosen.ranked)
    return FinderBody(
        groups=tuple(_groups(chosen, named)),
        personas=tuple(link(library, "persona", each.id) for each in library.of(Persona) if each.is_live),
        stages=tuple(link(library, "stage", stage.id) for stage in stages_of(library)),
        industries=_industries(library, answers),
        answers=answers,
        at_first=AT_FIRST,
        alone=ALONE,
    )


def _keys(named: Named) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for happened, offered in named.offered.items():
        for each in offered:
            found.setdefault(id(each), []).append(happened)
    return found


def _answer(chosen: Selection, each: Candidate, happened: list[str] | tuple[()], *, whole: bool) -> FinderAnswer:
    told = FinderAnswer(key_of(each), each.offer, each.personas, each.stages, each.industries, tuple(happened))
    if not whole:
        return told
    if isinstance(each.entry, Play):
        return replace(told, play=_at_a_glance(play_body(chosen, each.entry).play))
    uses = asset_body(chosen, each.entry, [each.use]).uses if each.use else ()
    return replace(told, use=uses[0] if uses else None)


def _at_a_glance(play: Play) -> Play:
    """Return of a play what an answer shows: an edit of the rest leaves the finder as it is."""
    told = ("key", "who", "with_", "do", "assets", "say", "ask", "send")
    first = tuple(Step(**{name: getattr(step, name) for name in told}) for step in play.steps[:1])
    message = (
        next((Step(key=step.key, send=step.send) for step in play.steps[1:] if step.send), None) if first and not first[0].send else None
    )
    return Play(
        id=play.id,
        title=play.title,
        when=play.when,
        not_when=play.not_when,
        pause_if=play.pause_if,
        signals=play.signals,
        say=play.say,
        ask=play.ask,
        steps=(*first, *([message] if message else [])),
        next=Next(if_silent=play.next.if_silent) if play.next else None,
    )


def key_of(candidate: Candidate) -> str:
    """Return the key of an answer: "play:gone-quiet", "asset:rate-guide:1"."""
    kind, use = ("asset", f":{candidate.use.key}") if candidate.use else ("play", "")
    return f"{kind}:{candidate.entry.id}{use}"


def _groups(chosen: Selection, named: Named) -> Iterator[FinderGroup]:
    found: dict[str, list[FinderOption]] = {}
    for signal in chosen.library.of(Signal):
        if signal.is_live:
            found.setdefault(signal.kind, []).append(_of_signal(chosen.library, signal, named))
    found.setdefault("said", []).extend(chain(_of_the_said(chosen.library, named), _of_competitors(chosen.library, named)))
    found.setdefault("", []).extend(_of_titles(chosen.library, named))
    yield from (FinderGroup(kind, tuple(found[kind])) for kind in ORDER if found.get(kind))


def _of_signal(library: Library, signal: Signal, named: Named) -> FinderOption:
    key = signal_key(signal.id)
    return FinderOption(
        key=key,
        title=signal.title_text,
        link=link(library, "signal", signal.id),
        situation=situation(library, signal, named),
        first=f"play:{signal.play}" if key in named.first else "",
        best=_best(named, key),
        enough_with=tuple(link(library, "signal", id_) for id_ in signal.enough_with),
    )


def _of_titles(library: Library, named: Named) -> Iterator[FinderOption]:
    for play in without_signal(library):
        key = play_key(play.id)
        yield FinderOption(key, play.title_text, link(library, "play", play.id), first=key, best=_best(named, key))


def _of_the_said(library: Library, named: Named) -> Iterator[FinderOption]:
    for line in said(library):
        title = plain(line.line.they_say)
        place = Link("page", line.anchor, title, f"they-say.html#{line.anchor}")
        yield FinderOption(said_key(line), title, place, line=line.line, best=_best(named, said_key(line)), who=line.who)


def _of_competitors(library: Library, named: Named) -> Iterator[FinderOption]:
    for each in library.of(Competitor):
        if each.is_live:
            key = competitor_key(each.id)
            yield FinderOption(key, each.title_text, link(library, "competitor", each.id), best=_best(named, key))


def _best(named: Named, key: str) -> Link | None:
    return next((each.offer.link for each in answering(Known(key), named)), None)


def _industries(library: Library, answers: tuple[FinderAnswer, ...]) -> tuple[Link, ...]:
    """Return the industries that any answer is for: a question that changes nothing is not asked."""
    named = {id_ for each in answers for id_ in each.industries}
    known = [id_ for id_ in library.settings.industries if id_ in named]
    return tuple(Link("industries", id_, library.settings.label("industries", id_)) for id_ in (*known, *sorted(named.difference(known))))
