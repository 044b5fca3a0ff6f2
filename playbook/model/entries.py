"""What every kind of entry has in common, and the small groups that several kinds share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from playbook.model.shapes import (
    EMPTY,
    Audience,
    Extra,
    Lines,
    Name,
    Scalar,
    Text,
    authors,
    external,
    internal,
    partner,
)
from playbook.model.values import Day, Duration

PersonaId = Annotated[str, Scalar("reference", "persona")]
StageId = Annotated[str, Scalar("reference", "stage")]
SignalId = Annotated[str, Scalar("reference", "signal")]
AssetId = Annotated[str, Scalar("reference", "asset")]
PlayId = Annotated[str, Scalar("reference", "play")]
ClaimId = Annotated[str, Scalar("reference", "claim")]
CompetitorId = Annotated[str, Scalar("reference", "competitor")]
CampaignId = Annotated[str, Scalar("reference", "campaign")]
Industry = Annotated[str, Scalar("vocabulary", "industries")]
Product = Annotated[str, Scalar("vocabulary", "products")]
Segment = Annotated[str, Scalar("vocabulary", "segments")]
Region = Annotated[str, Scalar("vocabulary", "regions")]
Status = Annotated[str, Scalar("choice", "draft approved retired")]
AudienceWord = Annotated[str, Scalar("choice", "internal partner external")]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One file of the library. `id` is its file's name, `file` its path from the library's root."""

    id: str = ""
    file: str = ""
    owner: Name = internal("")
    status: Status = external("")
    reviewed: Day | None = internal(None)
    review_every: Duration | None = internal(None)
    approved_by: Name = internal("")
    audience: AudienceWord = external("")
    tags: tuple[Name, ...] = internal(())
    notes: Text = authors("")
    extra: Extra = internal(EMPTY)

    @property
    def title_text(self) -> str:
        """The entry's name for readers; its id where the name is missing."""
        for attribute in ("title", "name", "term", "they_say", "text", "wanted"):
            value = getattr(self, attribute, "")
            if value and isinstance(value, str):
                return value
        return self.id

    @property
    def seen_by(self) -> Audience:
        """The lowest audience that may see the entry; internal where nothing is written."""
        return Audience[self.audience.upper()] if self.audience else Audience.INTERNAL

    @property
    def is_live(self) -> bool:
        """Whether reps may be offered it: neither a draft nor retired."""
        return self.status not in {"draft", "retired"}


@dataclass(frozen=True)
class Question:
    """A question for the rep to ask, why it is asked, and what to listen for."""

    MAIN: ClassVar[str] = "ask"
    ask: Text = internal("", required=True)
    why: Text = internal("")
    listen_for: Text = internal("")


@dataclass(frozen=True)
class ObjectionLine:
    """What a buyer says and what the rep answers; an answer left empty is a gap."""

    MAIN: ClassVar[str] = "they_say"
    they_say: Text = internal("", required=True)
    you_say: Text = internal("")
    claims: tuple[ClaimId, ...] = internal(())


LINK = "{link}"
"""What stands in a message for the address of the asset that goes with it."""


@dataclass(frozen=True)
class Send:
    """A ready message: its line breaks, merge fields and `{link}` are kept."""

    MAIN: ClassVar[str] = "body"
    channel: Name = partner("")
    subject: Name = partner("")
    body: Lines = partner("", required=True)


@dataclass(frozen=True)
class FollowUp:
    """What to do next, and after how long."""

    MAIN: ClassVar[str] = "do"
    after: Duration | None = internal(None)
    do: Text = internal("", required=True)
    asset: AssetId = internal("")
    play: PlayId = internal("")


@dataclass(frozen=True)
class Channel:
    """A way to reach somebody, and what to know about it."""

    MAIN: ClassVar[str] = "channel"
    channel: Name = partner("", required=True)
    note: Text = internal("")


@dataclass(frozen=True)
class WebLink:
    """An address, with a label where there are several."""

    MAIN: ClassVar[str] = "url"
    url: Annotated[str, Scalar("address")] = external("", required=True)
    label: Name = external("")
