"""What reps print or open in a call: battlecards, campaign guides, pocket cards and hand-off cards."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.pages import Page
from playbook.select.battlecards import battlecard_pages, battlecard_papers
from playbook.select.campaigns import campaign_pages, campaign_papers
from playbook.select.handoffs import handoff_pages, handoff_papers
from playbook.select.pocket_cards import pocket_papers
from playbook.select.selection import Selection


def handout_pages(chosen: Selection) -> Iterator[Page]:
    """Yield their pages in the site."""
    yield from battlecard_pages(chosen)
    yield from campaign_pages(chosen)
    yield from handoff_pages(chosen)


def handout_papers(chosen: Selection) -> Iterator[Page]:
    """Yield their PDFs."""
    yield from battlecard_papers(chosen)
    yield from campaign_papers(chosen)
    yield from handoff_papers(chosen)
    yield from pocket_papers(chosen)
