"""What a form changes is in the file and nothing else; nothing outside the library, no other origin, no form that is out of date."""

from __future__ import annotations

import asyncio
import base64
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.edit import long_form, start
from playbook.formats.form_editor import configuration
from playbook.load import read, shape_for
from playbook.model.first_fields import FIRST
from playbook.model.kinds import KINDS
from playbook.pipeline import check
from playbook.problems import PlaybookError
from playbook.serve.admin import admin_routes
from playbook.serve.form_api import Forms
from playbook.serve.form_data import from_form, to_form

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
ASSET = "content_library/assets/cost-of-waiting.yaml"
HOST = "127.0.0.1:8000"


@pytest.fixture
def forms(tmp_path: Path) -> Forms:
    """Return the store of a small library."""
    start(tmp_path / "library", small=True)
    return Forms(tmp_path / "library", lambda: TODAY)


def shown(forms: Forms, path: str = ASSET) -> dict[str, Any]:
    """Return what a form shows of an entry."""
    found: dict[str, Any] = json.loads(forms.answer("getEntry", {"path": path})["data"])
    return found


def saved(forms: Forms, form: dict[str, Any], path: str = ASSET, **more: Any) -> Any:
    """Save a form."""
    return forms.answer("persistEntry", {"dataFiles": [{"path": path, "slug": "x", "raw": json.dumps(form), **more}], "assets": []})


def test_a_form_changes_what_it_changed(forms: Forms) -> None:
    """One line is another one; the remarks and all other lines are as they were, and the library has no problem."""
    file = forms.root / ASSET
    file.write_text("# ours\n" + file.read_text("utf-8"), "utf-8")
    before = file.read_text("utf-8").splitlines()
    saved(forms, {**shown(forms), "title": "What waiting costs you"})
    after = file.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["title: What waiting costs you"]
    assert len(after) == len(before)
    assert check(forms.root, today=TODAY).problems == ()


def test_a_form_that_is_older_than_the_file_is_refused(forms: Forms) -> None:
    """Somebody saved in a text editor: nothing is overwritten. The same tab may save again and again, another one may not."""
    form = shown(forms)
    mine = {**form, "seen": {"tab": "a", "state": form["seen"]}}
    saved(forms, {**mine, "title": "One"})
    saved(forms, {**mine, "title": "Two"})
    with pytest.raises(PlaybookError, match="meanwhile"):
        saved(forms, {**form, "seen": {"tab": "b", "state": form["seen"]}, "title": "Three"})
    (forms.root / ASSET).write_text((forms.root / ASSET).read_text("utf-8").replace("Two", "Four"), "utf-8")
    with pytest.raises(PlaybookError, match="meanwhile"):
        saved(forms, {**mine, "title": "Five"})
    assert "title: Four" in (forms.root / ASSET).read_text("utf-8")


def test_a_new_entry_gets_its_file_and_goes_again(forms: Forms) -> None:
    """What a blank form says is a file that can be read; deleted, it is gone; one that others name is not deleted."""
    path = "personas/site-manager.yaml"
    saved(forms, {"name": "Site manager", "pains": ["Nobody: turns up"], "more": {"status": "draft"}}, path)
    assert (forms.root / path).read_text("utf-8") == 'name: Site manager\npains:\n  - "Nobody: turns up"\nstatus: draft\n'
    forms.answer("deleteFiles", {"paths": [path]})
    assert not (forms.root / path).exists()
    with pytest.raises(PlaybookError, match=r"named by .+, They went quiet .+ \(content_library/plays/.+yaml\)\. Set Status to retired"):
        forms.answer("deleteFiles", {"paths": ["personas/operations-director.yaml"]})


def test_an_error_is_not_written(forms: Forms) -> None:
    """A form may leave gaps, but what breaks the library is refused with the reason."""
    before = (forms.root / ASSET).read_bytes()
    form = shown(forms)
    with pytest.raises(PlaybookError, match="Nothing was written"):
        saved(forms, {**form, "more": {**form["more"], "reviewed": "soon"}})
    assert (forms.root / ASSET).read_bytes() == before


@pytest.mark.parametrize(
    "path",
    [
        "../a.yaml",
        "/etc/a.yaml",
        "content_library/assets/../../../a.yaml",
        "content_library/a.yaml",
        "templates/a.html",
        "personas/A b.yaml",
    ],
)
def test_nothing_is_written_outside(forms: Forms, path: str) -> None:
    """Only a good id in a folder of a kind becomes a file, and only files of the library are read or deleted."""
    there = sorted(forms.root.parent.rglob("*"))
    with pytest.raises(PlaybookError):
        saved(forms, {"name": "A", "title": "A"}, path)
    with pytest.raises(PlaybookError):
        forms.answer("deleteFiles", {"paths": [path]})
    with pytest.raises(PlaybookError):
        forms.answer("persistMedia", {"asset": {"path": path, "content": "", "encoding": "base64"}})
    assert forms.answer("getEntry", {"path": path})["data"] is None
    assert [each for each in sorted(forms.root.parent.rglob("*")) if ".playbook" not in each.parts] == [
        each for each in there if ".playbook" not in each.parts
    ]


def test_files_are_kept_where_files_are(forms: Forms) -> None:
    """A picture comes, is listed and goes; a script does not come."""
    path = "content_library/files/a.png"
    kept = forms.answer("persistMedia", {"asset": {"path": path, "content": base64.b64encode(b"x").decode(), "encoding": "base64"}})
    assert kept["path"] == path
    assert path in [each["path"] for each in forms.answer("getMedia", {"mediaFolder": "content_library/files"})]
    forms.answer("deleteFiles", {"paths": [path]})
    with pytest.raises(PlaybookError):
        forms.answer("persistMedia", {"asset": {"path": "content_library/files/a.js", "content": "", "encoding": "base64"}})


def test_renaming_is_left_to_its_command(forms: Forms) -> None:
    """A new name for an entry would leave the old one standing in other files."""
    with pytest.raises(PlaybookError, match="rename"):
        saved(forms, shown(forms), newPath="content_library/assets/b.yaml")


def test_every_file_of_the_sample_goes_through_a_form_unchanged() -> None:
    """Opened and saved, it says what it said: tables, free fields and unknown ones too."""
    for document in read(ROOT).documents:
        if document.kind != "reviews":
            shape = shape_for(document.kind)
            whole = long_form(shape, document.data)
            form = json.loads(json.dumps({**to_form(shape, whole, FIRST.get(document.kind, ())), "seen": "x"}))
            assert long_form(shape, from_form(shape, form)) == whole


def test_forms_are_made_from_the_model() -> None:
    """Each kind has a form that begins with its status and its first eight fields; ids are chosen by title; what nothing has is seen."""
    library = check(ROOT, today=TODAY).library
    found = {each["name"]: each for each in configuration(library)["collections"]}
    for kind in KINDS.values():
        names = [field["name"] for field in found[kind.plural]["fields"]]
        called, *others = FIRST[kind.name]
        assert names == [called, "status", *others, "more", "seen"]
    personas = next(field for field in found["plays"]["fields"] if field["name"] == "personas")
    assert (personas["widget"], personas["multiple"]) == ("select", True)
    assert {"value": "plant-manager", "label": "Plant manager (plant-manager)"} in personas["options"]


def ask(forms: Forms, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return what the routes answer: status, headers and body."""
    from starlette.applications import Starlette

    sent: list[dict[str, Any]] = []
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"content_length": str(len(body)), **headers}.items()]
    scope = {
        "type": "http",
        "method": "POST" if body else "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": named,
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Starlette(routes=admin_routes(forms, [HOST]))(scope, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(each.get("body", b"") for each in sent[1:])


@pytest.mark.parametrize("origin", ["", "http://evil.example", "null", f"https://{HOST}"])
def test_other_origins_are_refused(forms: Forms, origin: str) -> None:
    """A page of somebody else's can neither read nor write by the forms' address."""
    headers = {"origin": origin} if origin else {}
    assert ask(forms, "/api/v1", b'{"action": "info"}', **headers)[0] == 403
    assert ask(forms, "/api/v1", b'{"action": "info"}', origin=f"http://{HOST}")[0] == 200


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"action": "format-disk"}', b'{"action": "getEntry"}', b'{"action": "persistEntry", "params": {}}']
)
def test_nonsense_is_told_and_breaks_nothing(forms: Forms, body: bytes) -> None:
    """Whatever arrives, the answer is a sentence."""
    status, _, told = ask(forms, "/api/v1", body, origin=f"http://{HOST}")
    assert status == 422
    assert json.loads(told)["error"]


def test_what_is_refused_is_told(forms: Forms) -> None:
    """A refusal carries its reason; too much is refused before it is read."""
    body = json.dumps({"action": "deleteFiles", "params": {"paths": ["x"]}}).encode()
    assert ask(forms, "/api/v1", body, origin=f"http://{HOST}")[0] == 409
    assert ask(forms, "/api/v1", body, origin=f"http://{HOST}", content_length=str(10**9))[0] == 413


@pytest.mark.parametrize("path", ["/admin/", "/admin/config.yml", "/admin/decap-cms.js", "/admin/forms.js"])
def test_the_editor_is_handed_out_and_may_ask_nobody_else(forms: Forms, path: str) -> None:
    """Each of its files is there, packed or not, and the browser is told to ask this host only."""
    status, headers, body = ask(forms, path)
    assert (status, headers["content-security-policy"].startswith("default-src 'self'")) == (200, True)
    assert body
    assert ask(forms, "/admin/admin.py")[0] == 404
    assert ask(forms, "/admin")[0] == 307
    if path.endswith("cms.js"):
        assert len(ask(forms, path, accept_encoding="gzip")[2]) < len(body) / 2
