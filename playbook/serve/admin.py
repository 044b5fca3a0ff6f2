"""The form editor at /admin/: its page, its configuration, and the address that it reads and writes by. Own pages only may write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from playbook.formats import API, EDITOR, configuration, editor_page, editor_policy, editor_script
from playbook.pipeline import check
from playbook.problems import PlaybookError
from playbook.serve.form_api import Forms

HERE = Path(__file__).parent
LARGEST = 64 * 1024 * 1024
_OWN = editor_policy()
_HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": f"{_OWN}; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff"}
"""The browser itself keeps the editor from asking any other host."""
_SCRIPT = "forms.js"


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
        kind = {**_HEADERS, "Cache-Control": "max-age=3600", **({"Content-Encoding": "gzip"} if packed else {})}
        return Response(EDITOR.read_bytes() if packed else editor_script(), media_type="text/javascript", headers=kind)
    if name == _SCRIPT:
        return Response((HERE / name).read_bytes(), media_type="text/javascript", headers=_HEADERS)
    if name:
        return PlainTextResponse("There is no such file.\n", 404)
    return Response(editor_page(_OWN, _SCRIPT), media_type="text/html", headers=_HEADERS)


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
