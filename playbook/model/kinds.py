"""The kinds of entry: what each is called, where its files lie, and how marketers meet it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from playbook.model.agreement import Agreement
from playbook.model.content import Asset
from playbook.model.entries import Entry
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Campaign, Claim, Competitor, Objection, Request, Term
from playbook.model.people import Persona
from playbook.model.plays import Play


class Kind(Struct, frozen=True):
    """A kind of entry: its name in the YAML and on the command line, its class, folder and plural."""

    name: str
    of: type[Entry]
    folder: str
    plural: str
    group: Literal["start", "sharpen", "agree"]


_ALL = (
    Kind("persona", Persona, "personas", "personas", "start"),
    Kind("stage", Stage, "content_library/stages", "stages", "start"),
    Kind("asset", Asset, "content_library/assets", "assets", "start"),
    Kind("play", Play, "content_library/plays", "plays", "start"),
    Kind("signal", Signal, "content_library/signals", "signals", "sharpen"),
    Kind("objection", Objection, "content_library/objections", "objections", "sharpen"),
    Kind("claim", Claim, "content_library/claims", "claims", "sharpen"),
    Kind("competitor", Competitor, "content_library/competitors", "competitors", "sharpen"),
    Kind("campaign", Campaign, "content_library/campaigns", "campaigns", "agree"),
    Kind("term", Term, "content_library/terms", "terms", "agree"),
    Kind("request", Request, "content_library/requests", "requests", "agree"),
)

KINDS = {kind.name: kind for kind in _ALL}
SETTINGS_FILE = "enablement.yaml"
AGREEMENT_FILE = "content_library/agreement.yaml"
REVIEWS_FILE = "content_library/reviews.yaml"
FILES_FOLDER = "content_library/files"
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"})
FONTS = frozenset({".ttf", ".otf", ".woff2"})
FILE_TYPES = (
    PICTURES
    | FONTS
    | frozenset(
        ".pdf .doc .docx .dotx .xls .xlsx .xltx .ppt .pptx .potx .odt .ods .odp .csv .txt .md .ics .zip .mp3 .mp4 .webm .epub".split()
    )
)
"""The types of files that are published from the files folder."""
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes that such a file may have."""
AGREEMENT = Kind("agreement", Agreement, "content_library", "agreement", "agree")


def kind_of(entry: Entry) -> Kind:
    """Return the kind of an entry."""
    return AGREEMENT if isinstance(entry, Agreement) else next(kind for kind in _ALL if kind.of is type(entry))
