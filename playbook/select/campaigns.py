"""Campaigns: a guide to each content package, and the calendar of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from playbook.library import version
from playbook.model.bodies import AssetBody, CampaignNote
from playbook.model.content import Asset, Use
from playbook.model.handouts import CalendarBody, CampaignBody, GuideAsset, PlannedStep
from playbook.model.knowledge import Campaign
from playbook.model.pages import Page
from playbook.model.parts import Card, Section
from playbook.model.plays import Play
from playbook.select.addresses import anchor, link, page_path
from playbook.select.bodies import asset_body
from playbook.select.calendar import tables
from playbook.select.cards import HEADINGS, card, related
from playbook.select.closed import paper_page, screen_page, with_pdf
from playbook.select.rows import rows
from playbook.select.selection import Selection, index_path
from playbook.select.weeks import planned_steps, weeks

SHOWN = frozenset("name starts ends personas industries message assets plays sales_does expected".split())
STATES = ("running", "planned", "", "ended")


def campaign_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the calendar and a guide for each campaign."""
    found = chosen.library.of(Campaign)
    if not found:
        return
    yield screen_page(chosen, index_path("campaign"), "calendar.html", HEADINGS["campaign"], calendar(chosen), "campaign")
    for each in found:
        path = page_path("campaign", each.id)
        page = screen_page(chosen, path, "campaign.html", each.title_text, campaign_body(chosen, each), "campaign")
        yield with_pdf(chosen, page, _pdf(each)) if each.is_live else page


def campaign_papers(chosen: Selection) -> Iterator[Page]:
    """Yield the guide to each campaign as a PDF."""
    for each in chosen.library.of(Campaign):
        if each.is_live:
            body = campaign_body(chosen, each)
            inside = frozenset(("asset", one.link.id) for one in body.assets if one.asset)
            yield paper_page(chosen, _pdf(each), "pdf/campaign.html", each.title_text, body, inside)


def state_of(campaign: Campaign, today: date) -> str:
    """Return "planned", "running" or "ended" as of a day; "" where it has no first day. What names no end runs on."""
    if campaign.starts is None:
        return ""
    if campaign.starts.first and campaign.starts.first > today:
        return "planned"
    ends = campaign.ends.last if campaign.ends else None
    return "ended" if ends and ends < today else "running"


def campaign_body(chosen: Selection, campaign: Campaign) -> CampaignBody:
    """Return a campaign with its content in order of use, and its plays on its calendar."""
    library = chosen.library
    agreed = library.agreement.currency if library.agreement else ""
    plays = [play for id_ in campaign.plays if isinstance(play := library.get("play", id_), Play) and play.is_live]
    start, steps = _steps(chosen, campaign, plays)
    return CampaignBody(
        campaign=campaign,
        version=version(library, campaign),
        anchor=anchor("campaign", campaign.id),
        state=state_of(campaign, chosen.today),
        currency=library.settings.currency or agreed,
        assets=tuple(_guide_asset(chosen, campaign, id_) for id_ in campaign.assets),
        plays=tuple(card(chosen, play, f"plays/{play.id}.pdf") for play in plays),
        weeks=weeks(steps, start) if start else (),
        waiting=tuple(each for each in steps if not each.day),
        related=related(library, campaign),
        rows=rows(library, campaign, skip=SHOWN),
    )


def campaigns_for(chosen: Selection, persona: str) -> tuple[CampaignNote, ...]:
    """Return the campaigns that run or are planned for a persona, those that run first."""
    found = [each for each in chosen.library.of(Campaign) if each.is_live and persona in each.personas]
    notes = [CampaignNote(each, link(chosen.library, "campaign", each.id), state_of(each, chosen.today)) for each in found]
    told = [note for note in notes if note.state in {"running", "planned"}]
    return tuple(sorted(told, key=lambda note: (STATES.index(note.state), _first_day(note.campaign))))


def calendar(chosen: Selection) -> CalendarBody:
    """Return every live campaign month by month, and as cards by state."""
    live = [each for each in chosen.library.of(Campaign) if each.is_live]
    by_state = {state: [each for each in live if state_of(each, chosen.today) == state] for state in STATES}
    sections = tuple(
        Section(state or "undated", tuple(_card(chosen, each) for each in sorted(found, key=_first_day)))
        for state, found in by_state.items()
        if found
    )
    return CalendarBody(tables(chosen.library, live, chosen.today), sections)


def _card(chosen: Selection, campaign: Campaign) -> Card:
    """A campaign's dates and people are what it is chosen by."""
    days = tuple(day for day in (campaign.starts, campaign.ends) if day)
    people = (link(chosen.library, "persona", id_).title for id_ in campaign.personas)
    return replace(card(chosen, campaign, _pdf(campaign)), badges=tuple(filter(None, people)), days=days)


def _pdf(campaign: Campaign) -> str:
    return f"campaigns/{campaign.id}.pdf"


def _first_day(campaign: Campaign) -> date:
    return campaign.starts.first if campaign.starts and campaign.starts.first else date.min


def _steps(chosen: Selection, campaign: Campaign, plays: list[Play]) -> tuple[date | None, tuple[PlannedStep, ...]]:
    """Return the first day of a campaign and the steps of its plays as they fall when started on that day."""
    start = campaign.starts.first if campaign.starts else None
    if start is None:
        return None, ()
    return start, tuple(planned_steps(chosen.library, plays, start, campaign.ends.last if campaign.ends else None))


def _guide_asset(chosen: Selection, campaign: Campaign, id_: str) -> GuideAsset:
    asset = chosen.library.get("asset", id_)
    return GuideAsset(link(chosen.library, "asset", id_), _with_uses(chosen, campaign, asset) if isinstance(asset, Asset) else None)


def _with_uses(chosen: Selection, campaign: Campaign, asset: Asset) -> AssetBody:
    """An asset with the uses for the campaign's people and industries."""
    return asset_body(chosen, asset, [use for use in asset.uses if _fits(use, campaign)])


def _fits(use: Use, campaign: Campaign) -> bool:
    """What names nobody is for everybody."""
    pairs = ((use.personas, campaign.personas), (use.industries, campaign.industries))
    return all(not given or not wanted or not set(given).isdisjoint(wanted) for given, wanted in pairs)
