"""What every kind of entry has in common, and the small groups that several kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from playbook.model.channels import CHANNELS
from playbook.model.shapes import (
    Audience,
    Declared,
    Extra,
    Group,
    Lines,
    Name,
    Scalar,
    Text,
    authors,
    external,
    internal,
    partner,
    shape_of,
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
Reasons = Mapping[str, Text]
AudienceWord = Annotated[str, Scalar("choice", "internal partner external")]


class Entry(Declared, kw_only=True):
    """One file of the library. `id` is its file's name, `file` its path from the library's root."""

    id: str = ""
    file: str = ""
    owner: Name = internal("", "Who keeps it true and answers questions about it: Anna Berg.")
    status: Status = external("", "draft keeps it off the reps' pages, retired offers it no longer; approved, or nothing, shows it.")
    reviewed: Day | None = internal(None, "The day somebody last read it through and found it true: 2026-11-21.")
    review_every: Duration | None = internal(None, "How long a review holds before it should be read again: 6 months.")
    approved_by: Name = internal("", "Who released it for use: Head of marketing.")
    audience: AudienceWord = external("", "Who may see it: internal (also when left out), partner, or external, which means buyers too.")
    tags: tuple[Name, ...] = internal((), "Other words that a rep may look for it with: discount, went dark.")
    notes: Text = authors("", "What only authors should know; never published.")
    silence: Reasons = authors({}, "Checks this entry is excused from, each code with the reason. PB303: It never hurts.")
    extra: Extra = internal({}, "Fields of your own, under any names you like; they are published with the entry.")

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
    def may_be_sent(self) -> bool:
        """Whether buyers may be given it."""
        return self.seen_by is Audience.EXTERNAL

    @property
    def is_live(self) -> bool:
        """Whether reps may be offered it: neither a draft nor retired."""
        return self.status not in {"draft", "retired"}


def own_first(group: Group) -> list[str]:
    """Return the names of a group's fields in the order of our files: of an entry its kind's own, then those that every kind has."""
    common = shape_of(Entry).fields if issubclass(group.of, Entry) else {}
    return sorted(group.fields, key=lambda name: name in common)


class Question(Declared):
    """A question for the rep to ask, why it is asked, and what to listen for."""

    MAIN: ClassVar[str] = "ask"
    ask: Text = internal("", "The question, as the rep would say it: How many people were missing last Monday?", required=True)
    why: Text = internal("", "What the answer tells you, or why it is worth asking now.")
    listen_for: Text = internal("", "The answer that shows you are on the right track: They name a number at once.")


class ObjectionLine(Declared):
    """What a buyer says and what the rep answers; an answer left empty is a gap."""

    MAIN: ClassVar[str] = "they_say"
    they_say: Text = internal("", "The objection in the buyer's own words: Your rates are too high.", required=True)
    you_say: Text = internal("", "The answer a rep can say out loud; left empty, it shows as a gap.")
    claims: tuple[ClaimId, ...] = internal((), "The claims that back the answer up.")


LINK = "{link}"
"""What stands in a message for the address of the asset that goes with it."""


class Send(Declared):
    """A ready message: its line breaks, merge fields and `{link}` are kept."""

    MAIN: ClassVar[str] = "body"
    channel: Name = partner(
        "", "How this message goes out: email (also when left out), LinkedIn, text message, voicemail, or a word of yours."
    )
    subject: Name = partner("", "The subject line of the email: The {role} seat, in euros a day.")
    body: Lines = partner(
        "", "The message to copy, line by line; {link} becomes the asset's public address, {first_name} stays.", required=True
    )

    @property
    def way(self) -> str:
        """The known channel it goes out by: "email", "linkedin", "text" or "voicemail"; "" for any other."""
        return CHANNELS.get(self.channel.strip().casefold(), "")


class FollowUp(Declared):
    """What to do next, and after how long."""

    MAIN: ClassVar[str] = "do"
    after: Duration | None = internal(None, "How long to wait for an answer: 2 business days.")
    do: Text = internal("", "What to do then, in one sentence: Call about the number.", required=True)
    asset: AssetId = internal("", "The asset to use then, if there is a better one than this.")
    play: PlayId = internal("", "The play to go on with.")


class Channel(Declared):
    """A way to reach somebody, and what to know about it."""

    MAIN: ClassVar[str] = "channel"
    channel: Name = partner("", "Where you reach them: phone, email, trade fairs.", required=True)
    note: Text = internal("", "What to know about it: Before seven, never during a shift change.")


class WebLink(Declared):
    """An address, with a label where there are several."""

    MAIN: ClassVar[str] = "url"
    url: Annotated[str, Scalar("address")] = external(
        "", "The address, as copied from the browser: https://example.com/guide.", required=True
    )
    label: Name = external("", "What the link says where there are several: German version.")
