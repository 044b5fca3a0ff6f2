"""From a library to a running preview: build, serve, watch, build again, until somebody stops it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import uvicorn
from msgspec import Struct

from playbook.problems import MachineError
from playbook.serve.admin import admin_routes
from playbook.serve.app import application
from playbook.serve.board import Board
from playbook.serve.form_api import Forms
from playbook.serve.state import Shown, rebuilt
from playbook.serve.watching import bursts

LOOPBACK = "127.0.0.1"
TRIES = 50
"""How many ports, from the one that is wanted on, are tried before the preview gives up."""


class Plan(Struct, frozen=True):
    """What to preview: the library in `root`, its pages made in `site`, with addresses that open a file in an `editor`.

    `today` gives the day of each build. `ready` is told the address once somebody answers there, `seen` the outcome of every build.
    """

    root: Path
    site: Path
    editor: str
    today: Callable[[], date]
    ready: Callable[[str], None]
    seen: Callable[[Shown], None]


def preview(plan: Plan, port: int) -> None:
    """Show a library on this machine until it is interrupted; raises MachineError where neither the port nor one after it is free."""
    with _free(port) as listening, suppress(KeyboardInterrupt):
        asyncio.run(_run(plan, listening))


def _free(port: int) -> socket.socket:
    """Return a socket on the wanted port of this machine, or on the next one that is free."""
    for number in range(port, min(port + TRIES, 65536)):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((LOOPBACK, number))
            found.listen()  # so that whoever has read the address waits instead of being sent away
        except OSError:
            found.close()
        else:
            return found
    raise MachineError(f"No port from {port} on is free on this machine.", "Name another one: playbook serve --port 9000.")


async def _run(plan: Plan, listening: socket.socket) -> None:
    number = listening.getsockname()[1]
    hosts = [f"{name}:{number}" for name in (LOOPBACK, "localhost")]
    board, closing = Board(plan.root, plan.editor), asyncio.Event()
    await _build(plan, board)
    routes = admin_routes(Forms(plan.root, plan.today), hosts)
    server = _Server(uvicorn.Config(application(board, plan.site, hosts, closing, routes), log_level="error", lifespan="off"), closing)
    watching = asyncio.create_task(_watch(plan, board))
    plan.ready(f"http://{hosts[0]}/")
    try:
        await server.serve(sockets=[listening])
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _build(plan: Plan, board: Board) -> None:
    board.put(await asyncio.to_thread(rebuilt, plan.root, plan.site, board.shown, plan.today))
    plan.seen(board.shown)


async def _watch(plan: Plan, board: Board) -> None:
    async for _ in bursts(plan.root, plan.site):
        await _build(plan, board)


class _Server(uvicorn.Server):
    """Ends the streams that browsers listen to as soon as it is stopped; it would wait for them for ever otherwise."""

    def __init__(self, config: uvicorn.Config, closing: asyncio.Event) -> None:
        super().__init__(config)
        self._closing = closing

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._closing.set()
        await super().shutdown(sockets)
