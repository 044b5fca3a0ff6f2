"""The preview's web application: the files of the last good site, each page with the overlay, to this machine alone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from playbook.serve.board import Board

HERE = Path(__file__).parent
_STATIC = {"overlay.js": "text/javascript", "overlay.css": "text/css"}
_UNCACHED = {"Cache-Control": "no-store"}
_ICON = "favicon.ico"  # browsers ask for it by themselves
_LEFT_OUT = {"service-worker.js"}
"""What keeps pages on a phone would show old ones here."""


class OwnHost:
    """Lets in only requests that name this machine: a page of somebody else's must not read the preview through a name of its own."""

    def __init__(self, app: ASGIApp, allowed: frozenset[str]) -> None:
        """`allowed` are the hosts with the port, as a browser names them."""
        self._app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse every request for another host."""
        if scope["type"] == "http":
            host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
            if host not in self._allowed:
                await PlainTextResponse("This preview answers only on this machine.\n", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def application(
    board: Board, site: Path, hosts: Iterable[str], closing: asyncio.Event | None = None, beside: Iterable[BaseRoute] = ()
) -> Starlette:
    """Return the application for a site; `closing` ends the streams that browsers listen to, `beside` are routes that come first."""
    closing = closing or asyncio.Event()

    async def file(request: Request) -> Response:
        return _page(board, site, request.path_params["path"])

    async def events(_: Request) -> Response:
        return StreamingResponse(_told(board, closing), media_type="text/event-stream", headers=_UNCACHED)

    async def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _STATIC:
            return PlainTextResponse("There is no such file.\n", 404)
        return Response((HERE / name).read_bytes(), media_type=_STATIC[name], headers=_UNCACHED)

    routes: list[BaseRoute] = [*beside, Route("/_preview/events", events), Route("/_preview/{name}", static), Route("/{path:path}", file)]
    return Starlette(routes=routes, middleware=[Middleware(OwnHost, allowed=frozenset(hosts))])


async def _told(board: Board, closing: asyncio.Event) -> AsyncIterator[str]:
    """Yield the state as it is, and again whenever there is a new one."""
    number = -1
    while not closing.is_set():
        if board.shown.number != number:
            number = board.shown.number
            yield f"data: {json.dumps(board.data())}\n\n"
        await _first(board.changed.wait, closing.wait)


async def _first(*events: Callable[[], Awaitable[object]]) -> None:
    tasks = [asyncio.ensure_future(event()) for event in events]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


def _page(board: Board, site: Path, path: str) -> Response:
    """Return a file of the site; a page carries the overlay, and so does the one that says that there is none."""
    if path == _ICON:
        return Response(status_code=204)
    found = (site / (path or "index.html")).resolve()
    if found.is_dir():
        found = found / "index.html"
    if not found.is_relative_to(site.resolve()) or not found.is_file() or found.name in _LEFT_OUT:
        return HTMLResponse(_with_overlay(_nothing(board), board), 404, headers=_UNCACHED)
    if found.suffix != ".html":
        return FileResponse(found, headers=_UNCACHED)
    return HTMLResponse(_with_overlay(found.read_text(encoding="utf-8"), board), headers=_UNCACHED)


def _with_overlay(html: str, board: Board) -> str:
    script = f'<script src="/_preview/overlay.js" data-number="{board.shown.number}"></script>'
    head, mark, rest = html.rpartition("</body>")
    return f"{head}{script}{mark}{rest}" if mark else html + script


def _nothing(board: Board) -> str:
    why = "The site could not be made yet." if board.shown.stopped else "There is no page here, or not any more."
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>No page here</title><body style="font: 18px/1.5 system-ui; margin: 3rem"><h1>No page here</h1><p>{why}</p>'
        '<p><a href="/index.html">To the start</a></p></body></html>'
    )
