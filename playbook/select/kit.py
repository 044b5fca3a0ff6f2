"""The deal kit: content that may be sent, to be ticked for one deal, printed and passed on as an address."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.content import Asset
from playbook.model.kit_body import KitBody, KitItem
from playbook.model.pages import Page
from playbook.model.theme_words import ThemeWords
from playbook.select.addresses import link, web_link
from playbook.select.closed import screen_page
from playbook.select.selection import Selection

PATH = "kit.html"


def kit_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page of the deal kit, where the menu has it."""
    if any(item.href == PATH for item in chosen.frame.menu):
        yield screen_page(chosen, PATH, "kit.html", ThemeWords("Deal kit"), kit_body(chosen))


def kit_body(chosen: Selection) -> KitBody:
    """Return what may be sent, by what it is, each with the address that a buyer opens."""
    groups: dict[str, list[KitItem]] = {}
    for asset in chosen.library.of(Asset):
        if asset.is_live and asset.may_be_sent and asset.public_addresses:
            label = chosen.library.settings.label("asset_types", asset.type)
            item = KitItem(
                link(chosen.library, "asset", asset.id), web_link(asset.public_addresses[0]), asset.summary, asset.buyer_question
            )
            groups.setdefault(label, []).append(item)
    return KitBody(tuple((label, tuple(groups[label])) for label in sorted(groups, key=str.casefold)))
