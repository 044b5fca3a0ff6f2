"""The form editor at /admin/: its page, its configuration, and the address that it reads and writes by. Own pages only may write."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from playbook.formats import API, EDITOR, configuration
from playbook.pipeline import check
from playbook.problems import PlaybookError
from playbook.serve.form_api import Forms

HERE = Path(__file__).parent
LARGEST = 64 * 1024 * 1024
_OWN = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-eval'",  # the editor compiles the checks of its configuration
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob:",
        "frame-ancestors 'none'",
    ]
)
_HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": _OWN, "X-Content-Type-Options": "nosniff"}
"""The browser itself keeps the editor from asking any other host."""
_STATIC = {"": ("admin.html", "text/html"), "forms.js": ("forms.js", "text/javascript")}


def admin_routes(forms: Forms, hosts: Iterable[str]) -> list[BaseRoute]:
    """Return the routes of the form editor of a library; only pages from these hosts may ask."""
    origins = {f"http://{host}" for host in hosts}

    async def static(request: Request) -> Response:
        return await run_in_threadpool(
            _static, forms, request.path_params.get("name", ""), "gzip" in request.headers.get("accept-encoding", "")
        )

    async def api(request: Request) -> Response:
        if request.headers.get("origin") not in origins:
            return JSONResponse({"error": "Only the editor's own page may write."}, 403)
        if int(request.headers.get("content-length") or LARGEST + 1) > LARGEST:
            return JSONResponse({"error": "This is too large to be sent by a form."}, 413)
        return await run_in_threadpool(_answer, forms, await request.body())

    async def home(_: Request) -> Response:
        return RedirectResponse("/admin/")

    return [Route("/admin", home), Route("/admin/{name}", static), Route("/admin/", static), Route(API, api, methods=["POST"])]


def _static(forms: Forms, name: str, packed: bool) -> Response:
    if name == "config.yml":
        known = configuration(check(forms.root, today=forms.today()).library)
        return Response(json.dumps(known), media_type="text/yaml", headers=_HEADERS)  # JSON is YAML, too
    if name == "decap-cms.js":
        content = EDITOR.read_bytes()
        kind = {**_HEADERS, "Cache-Control": "max-age=3600", **({"Content-Encoding": "gzip"} if packed else {})}
        return Response(content if packed else gzip.decompress(content), media_type="text/javascript", headers=kind)
    if name not in _STATIC:
        return PlainTextResponse("There is no such file.\n", 404)
    file, media_type = _STATIC[name]
    return Response((HERE / file).read_bytes(), media_type=media_type, headers=_HEADERS)


def _answer(forms: Forms, body: bytes) -> Response:
    try:
        asked: dict[str, Any] = json.loads(body)
        return JSONResponse(forms.answer(asked["action"], asked.get("params") or {}))
    except PlaybookError as refused:
        return JSONResponse({"error": str(refused)}, 409)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        return JSONResponse({"error": f"This was not understood: {wrong!r}."}, 422)
    except OSError as wrong:
        return JSONResponse({"error": f"A file could not be read or written: {wrong}."}, 500)
