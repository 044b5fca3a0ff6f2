"""Messages ready to send: `{link}` becomes the public address of the asset, and never an internal one.

The address says which asset it leads to, from which use or step, and in which version, so that use is counted where the page is opened
and nobody has to write it down. On a voicemail nobody can open an address: there `{link}` becomes the title of the asset.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit, urlunsplit

from msgspec import Struct
from msgspec.structs import replace

from playbook.library import Library, version
from playbook.model.channels import VOICEMAIL
from playbook.model.content import Asset
from playbook.model.entries import LINK, Send
from playbook.model.plays import Play, Step


class _Sent(Struct, frozen=True):
    """An asset that a message leads to: what it is called, and its counted address."""

    title: str
    address: str


def asset_ready(library: Library, asset: Asset) -> Asset:
    """Return the asset with its own public address in every message of its uses."""
    uses = (replace(use, send=_filled(use.send, _sent(library, asset, use.key))) for use in asset.uses)
    return replace(asset, uses=tuple(uses))


def play_ready(library: Library, play: Play) -> Play:
    """Return the play with addresses in its messages; a step that is the same as another has that step's message."""
    variants = (replace(each, steps=_steps_ready(library, play, (*play.steps, *each.steps), each.steps)) for each in play.variants)
    return replace(play, steps=_steps_ready(library, play, play.steps, play.steps), variants=tuple(variants))


def _steps_ready(library: Library, play: Play, known: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    by_key = {step.key: step for step in known}
    return tuple(_step_ready(library, play, step, by_key.get(step.same_as, step)) for step in steps)


def _step_ready(library: Library, play: Play, step: Step, like: Step) -> Step:
    shown = [library.get("asset", each.asset) for each in (step.assets or like.assets)]
    live = [asset for asset in shown if isinstance(asset, Asset) and asset.is_live]
    sent = [each for asset in live for each in _sent(library, asset, f"{play.id}/{step.key}")]
    return replace(step, send=_filled(step.send or like.send, sent))


def _sent(library: Library, asset: Asset, use: str) -> list[_Sent]:
    """The asset with the first address that a buyer can open, where it may be sent at all."""
    found = asset.public_addresses[:1] if asset.may_be_sent else ()
    return [_Sent(asset.title_text, counted(address, asset.id, use, version(library, asset))) for address in found]


def counted(address: str, asset: str, use: str, version: str) -> str:
    """Return a web address with asset, use and version as parameters, before its fragment; any other address as it is."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return address
    added = urlencode({"pb_asset": asset, "pb_use": use, "pb_version": version}, safe="/")
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))


def _filled(sends: Iterable[Send], sent: list[_Sent]) -> tuple[Send, ...]:
    """Put the first address where `{link}` stands; a message without one gets the addresses as its last lines."""
    if not sent:
        return tuple(sends)
    return tuple(replace(send, body=_spoken(send.body, sent) if send.way == VOICEMAIL else _body(send.body, sent)) for send in sends)


def _spoken(body: str, sent: list[_Sent]) -> str:
    return body.replace(LINK, sent[0].title)


def _body(body: str, sent: list[_Sent]) -> str:
    addresses = [each.address for each in sent]
    if LINK in body:
        return body.replace(LINK, addresses[0])
    missing = [address for address in addresses if address.partition("?")[0] not in body]
    return body.rstrip("\n") + "\n\n" + "\n".join(missing) if len(missing) == len(addresses) else body
