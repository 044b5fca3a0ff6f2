"""`catalogue.csv`: one row for each use of an asset, for a spreadsheet. No cell can run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from msgspec import Struct

from playbook.library import Catalogue
from playbook.model.content import Asset, Use
from playbook.model.reviews import due_on
from playbook.model.shapes import EDITIONS, Audience
from playbook.text import plain

CATALOGUE_FILE = "catalogue.csv"
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else
STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠"  # full-width signs too: spreadsheets in East Asian languages take them for the narrow ones


class _Row(Struct, frozen=True):
    catalogue: Catalogue
    asset: Asset
    use: Use

    def titles(self, kind: str, ids: Iterable[str]) -> str:
        """Return the titles of entries, in one cell."""
        links = self.catalogue.links
        return "; ".join(links[kind, id_].title if (kind, id_) in links else id_ for id_ in ids)

    def labels(self, vocabulary: str, words: Iterable[str]) -> str:
        """Return the labels of a vocabulary's words, in one cell."""
        return "; ".join(self.catalogue.library.settings.label(vocabulary, word) for word in words)

    @property
    def link(self) -> str:
        """Where the asset lies: what may be sent before what may not."""
        links = self.asset.links
        inside = (each.url for each in (*links.public, *links.gated, *links.embed, *links.internal_, *links.source)) if links else ()
        return next(iter((*self.asset.public_addresses, *inside)), self.asset.file_)

    @property
    def page(self) -> str:
        """The asset's page: a whole address where that of the site is known."""
        site = self.catalogue.library.settings.site_url.rstrip("/")
        href = self.catalogue.links["asset", self.asset.id].href
        return f"{site}/{href}" if site else href


_COLUMNS: tuple[tuple[str, Audience, Callable[[_Row], str]], ...] = (
    ("asset", Audience.EXTERNAL, lambda row: row.asset.title_text),
    ("type", Audience.EXTERNAL, lambda row: row.labels("asset_types", filter(None, [row.asset.type]))),
    ("persona", Audience.PARTNER, lambda row: row.titles("persona", row.use.personas)),
    ("stage", Audience.PARTNER, lambda row: row.titles("stage", row.use.stages)),
    ("industry", Audience.PARTNER, lambda row: row.labels("industries", row.use.industries or row.asset.industries)),
    ("signal", Audience.INTERNAL, lambda row: row.titles("signal", row.use.signals)),
    ("when", Audience.INTERNAL, lambda row: _texts(row.use.when)),
    ("not when", Audience.INTERNAL, lambda row: _texts(row.use.not_when)),
    ("how", Audience.INTERNAL, lambda row: _texts(row.use.how)),
    ("benefit", Audience.EXTERNAL, lambda row: plain(row.use.benefit)),
    ("say", Audience.INTERNAL, lambda row: plain(row.use.say)),
    ("ask", Audience.INTERNAL, lambda row: plain(row.use.ask)),
    ("follow up", Audience.INTERNAL, lambda row: plain(row.use.follow_up.do) if row.use.follow_up else ""),
    ("follow up after", Audience.INTERNAL, lambda row: str((row.use.follow_up and row.use.follow_up.after) or "")),
    ("link", Audience.EXTERNAL, lambda row: row.link),
    ("audience", Audience.EXTERNAL, lambda row: row.asset.audience or "internal"),
    ("owner", Audience.INTERNAL, lambda row: row.asset.owner),
    ("reviewed", Audience.INTERNAL, lambda row: str(row.asset.reviewed or "")),
    ("review due", Audience.INTERNAL, lambda row: str(due_on(row.asset) or "")),
    ("expires", Audience.PARTNER, lambda row: str(row.asset.expires or "")),
    ("page", Audience.EXTERNAL, lambda row: row.page),
    ("id", Audience.EXTERNAL, lambda row: row.asset.id),
    ("use", Audience.EXTERNAL, lambda row: row.use.key),
)


def catalogue_csv(catalogue: Catalogue) -> bytes:
    """Return the catalogue as CSV in UTF-8; an asset that nobody has written a use for has one row all the same."""
    columns = [(name, cell) for name, audience, cell in _COLUMNS if audience <= EDITIONS[catalogue.edition]]
    out = StringIO()
    table = csv.writer(out)
    table.writerow([name for name, _ in columns])
    table.writerows([safe_cell(cell(row)) for _, cell in columns] for row in _rows(catalogue))
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet shows and never runs: one that would begin a formula begins with an apostrophe."""
    return f"'{text}" if text.startswith(tuple(STARTS_A_FORMULA)) else text


def _rows(catalogue: Catalogue) -> Iterator[_Row]:
    for asset in catalogue.library.of(Asset):
        if asset.is_live:
            yield from (_Row(catalogue, asset, use) for use in asset.uses or (Use(),))


def _texts(texts: Iterable[str]) -> str:
    """Several texts in one cell, each on a line."""
    return "\n".join(map(plain, texts))
