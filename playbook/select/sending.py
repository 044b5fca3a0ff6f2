"""Messages ready to send: `{link}` becomes the public address of the asset, and never an internal one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playbook.library import Library
from playbook.model.content import Asset
from playbook.model.entries import LINK, Send
from playbook.model.plays import Play, Step


def asset_ready(asset: Asset) -> Asset:
    """Return the asset with its own public address in every message of its uses."""
    address = _address(asset)
    return replace(asset, uses=tuple(replace(use, send=_filled(use.send, address)) for use in asset.uses))


def play_ready(library: Library, play: Play) -> Play:
    """Return the play with addresses in its messages; a step that is the same as another has that step's message."""
    variants = (replace(each, steps=_steps_ready(library, (*play.steps, *each.steps), each.steps)) for each in play.variants)
    return replace(play, steps=_steps_ready(library, play.steps, play.steps), variants=tuple(variants))


def _steps_ready(library: Library, known: tuple[Step, ...], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    by_key = {step.key: step for step in known}
    return tuple(_step_ready(library, step, by_key.get(step.same_as, step)) for step in steps)


def _step_ready(library: Library, step: Step, like: Step) -> Step:
    shown = [library.get("asset", each.asset) for each in (step.assets or like.assets)]
    addresses = [address for asset in shown if isinstance(asset, Asset) and asset.is_live for address in _address(asset)]
    return replace(step, send=_filled(step.send or like.send, addresses))


def _address(asset: Asset) -> list[str]:
    """The first address that a buyer can open, where the asset may be sent at all."""
    return list(asset.public_addresses[:1]) if asset.may_be_sent else []


def _filled(sends: Iterable[Send], addresses: list[str]) -> tuple[Send, ...]:
    """Put the first address where `{link}` stands; a message without one gets the addresses as its last lines."""
    if not addresses:
        return tuple(sends)
    return tuple(replace(send, body=_body(send.body, addresses)) for send in sends)


def _body(body: str, addresses: list[str]) -> str:
    if LINK in body:
        return body.replace(LINK, addresses[0])
    return body.rstrip("\n") + "\n\n" + "\n".join(addresses) if not any(address in body for address in addresses) else body
