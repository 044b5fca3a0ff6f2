"""How complete the library is: figures that need no CRM, each with its count, and the page that lists what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.library import cells, live_assets, mismatch, untold
from playbook.model.completeness_page import CompletenessBody, UntoldUse, Unverified
from playbook.model.content import Asset
from playbook.model.figures import Answer, Mismatch
from playbook.model.pages import Page
from playbook.model.parts import Figure, Link
from playbook.model.reviews import due_on
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link
from playbook.select.closed import screen_page
from playbook.select.ranking import STALE, VERIFIED, freshness
from playbook.select.selection import Selection

PATH = "completeness.html"
TITLE = ThemeWords("How complete is this?")


def completeness_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page that lists what is missing; it is for our own people only."""
    if chosen.for_reps:
        live, plan = live_assets(chosen.library, chosen.today), mismatch(chosen.library, chosen.today)
        body = CompletenessBody(
            figures=tuple(figures(chosen)),
            untold=tuple(_untold(chosen, live)),
            unverified=tuple(_unverified(chosen, live)),
            mismatch=plan,
            industries=industry_links(chosen, plan),
        )
        yield screen_page(chosen, PATH, "completeness.html", TITLE, body)


def figures(chosen: Selection) -> Iterator[Figure]:
    """Yield the figures, each with its count and a link to what it counts; those of which there is nothing to count are left out."""
    live, found = live_assets(chosen.library, chosen.today), cells(chosen.library, chosen.today)
    if live:
        told = sum(not tuple(untold(asset)) for asset in live)
        label = ThemeWords("Assets whose every use says when, when not, how, what to say and what follows")
        yield Figure(label, told, len(live), _list("uses", told < len(live)))
    if found:
        covered = sum(cell.is_covered for cell in found)
        where = _list("", covered < len(found), "coverage.html")
        yield Figure(ThemeWords("Places (person, stage, industry) with content and a play"), covered, len(found), where)
    if live:
        verified = sum(freshness(chosen.library, asset, chosen.today) == VERIFIED for asset in live)
        yield Figure(ThemeWords("Assets verified"), verified, len(live), _list("freshness", verified < len(live)))
    yield from _of_the_plan(chosen)


def industry_links(chosen: Selection, plan: Answer[Mismatch] | None) -> tuple[Link, ...]:
    """Return what the industries of a plan are called."""
    named = [each.industry for each in plan.value.industries] if plan and plan.value else []
    return tuple(Link("industries", id_, chosen.library.settings.label("industries", id_)) for id_ in named)


def _of_the_plan(chosen: Selection) -> Iterator[Figure]:
    answer = mismatch(chosen.library, chosen.today)
    if answer is None:
        return
    label = ThemeWords("Content that would have to move to another industry to follow the revenue plan")
    if answer.value is None:
        yield Figure(label, 0, 0, _list("plan", True), needs=answer.needs, why=answer.why)
    else:
        yield Figure(label, 0, answer.value.assets, _list("plan", True), text=f"{answer.value.share:.0%}")


def _list(anchor: str, gaps: bool, path: str = PATH) -> Link:
    """The place that lists what a figure counts."""
    href = f"{path}#{anchor}" if anchor else path
    return Link("page", href, ThemeWords("What is missing") if gaps else ThemeWords("What is counted"), href)


def _untold(chosen: Selection, live: tuple[Asset, ...]) -> Iterator[UntoldUse]:
    for asset in live:
        several = len(asset.uses) > 1
        yield from (UntoldUse(link(chosen.library, "asset", asset.id), each.use if several else "", each.fields) for each in untold(asset))


def _unverified(chosen: Selection, live: tuple[Asset, ...]) -> Iterator[Unverified]:
    for asset in live:
        fresh = freshness(chosen.library, asset, chosen.today)
        if fresh != VERIFIED:
            due = due_on(asset) if fresh == STALE else None
            yield Unverified(link(chosen.library, "asset", asset.id), asset.owner, fresh, due)
