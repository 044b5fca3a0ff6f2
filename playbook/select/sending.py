"""Messages ready to send: `{link}` becomes the public address of the asset, and never an internal one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import Send
from playbook.model.plays import Play, Step

LINK = "{link}"


def asset_ready(asset: Asset) -> Asset:
    """Return the asset with its own public address in every message of its uses."""
    addresses = public_addresses(asset)
    return replace(asset, uses=tuple(replace(use, send=_filled(use.send, addresses)) for use in asset.uses))


def play_ready(library: Library, play: Play) -> Play:
    """Return the play with addresses in its messages; a step that is the same as another has that step's message."""
    by_key = {step.key: step for step in play.steps}
    return replace(play, steps=tuple(_step_ready(library, step, by_key.get(step.same_as, step)) for step in play.steps))


def public_addresses(asset: Asset) -> list[str]:
    """Return where a buyer can open the asset, open addresses before those behind a form."""
    return [link.url for link in (*asset.links.public, *asset.links.gated)] if asset.links else []


def _step_ready(library: Library, step: Step, like: Step) -> Step:
    shown = [library.get("asset", each.asset) for each in (step.assets or like.assets)]
    addresses = [address for asset in shown if isinstance(asset, Asset) for address in public_addresses(asset)[:1]]
    return replace(step, send=_filled(step.send or like.send, addresses))


def _filled(sends: Iterable[Send], addresses: list[str]) -> tuple[Send, ...]:
    """Put the first address where `{link}` stands; a message without one gets the addresses as its last lines."""
    if not addresses:
        return tuple(sends)
    return tuple(replace(send, body=_body(send.body, addresses)) for send in sends)


def _body(body: str, addresses: list[str]) -> str:
    if LINK in body:
        return body.replace(LINK, addresses[0])
    return body.rstrip("\n") + "\n\n" + "\n".join(addresses) if not any(address in body for address in addresses) else body
