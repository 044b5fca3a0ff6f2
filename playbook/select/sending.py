"""Messages ready to send: `{link}` becomes the public address of the asset, and never an internal one.

The address says which asset it leads to, from which use or step, and in which version, so that use is counted where the page is opened
and nobody has to write it down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode, urlsplit, urlunsplit

from playbook.library import Library, version
from playbook.model.content import Asset
from playbook.model.entries import LINK, Send
from playbook.model.plays import Play, Step


def asset_ready(library: Library, asset: Asset) -> Asset:
    """Return the asset with its own public address in every message of its uses."""
    uses = (replace(use, send=_filled(use.send, _address(library, asset, use.key))) for use in asset.uses)
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
    addresses = [address for asset in live for address in _address(library, asset, f"{play.id}/{step.key}")]
    return replace(step, send=_filled(step.send or like.send, addresses))


def _address(library: Library, asset: Asset, use: str) -> list[str]:
    """The first address that a buyer can open, where the asset may be sent at all."""
    found = asset.public_addresses[:1] if asset.may_be_sent else ()
    return [counted(address, asset.id, use, version(library, asset)) for address in found]


def counted(address: str, asset: str, use: str, version: str) -> str:
    """Return a web address with asset, use and version as parameters, before its fragment; any other address as it is."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return address
    added = urlencode({"pb_asset": asset, "pb_use": use, "pb_version": version}, safe="/")
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))


def _filled(sends: Iterable[Send], addresses: list[str]) -> tuple[Send, ...]:
    """Put the first address where `{link}` stands; a message without one gets the addresses as its last lines."""
    if not addresses:
        return tuple(sends)
    return tuple(replace(send, body=_body(send.body, addresses)) for send in sends)


def _body(body: str, addresses: list[str]) -> str:
    if LINK in body:
        return body.replace(LINK, addresses[0])
    missing = [address for address in addresses if address.partition("?")[0] not in body]
    return body.rstrip("\n") + "\n\n" + "\n".join(missing) if len(missing) == len(addresses) else body
