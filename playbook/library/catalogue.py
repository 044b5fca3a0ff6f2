"""What a site tells machines: an edition of a library, and where its entries stand in the site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from playbook.library.library import Library

if TYPE_CHECKING:
    from playbook.model.parts import Link

Key = tuple[str, str]
"""The kind and the id of an entry."""


class Catalogue(Struct, frozen=True):
    """An edition of a library as it was on one day. `links` leads to each entry's page, `pdfs` names the files of those that have one."""

    edition: str
    day: date
    library: Library
    links: Mapping[Key, Link]
    pdfs: Mapping[Key, str]
