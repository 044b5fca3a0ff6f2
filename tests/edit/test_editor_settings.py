"""The bindings of schemas stand in the editor's settings, and nothing that stood there is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playbook.edit import bound, write
from playbook.edit.editor_settings import KEY, SETTINGS

WANTED = {"./schema/asset.schema.json": ["content_library/assets/**/*.yaml"]}


def after(root: Path, before: str | None) -> str | None:
    """Return the settings after the bindings went in; None where they are left as they are."""
    if before is not None:
        (root / SETTINGS).parent.mkdir(exist_ok=True)
        (root / SETTINGS).write_text(before, encoding="utf-8")
    change = bound(root, WANTED)
    if change is None:
        return None
    write(root, [change])
    return (root / SETTINGS).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "before", [None, "{}", "{\n}\n", '{ "editor.rulers": [140] }', '{\n  "yaml.schemas": {"./x.json": ["x.yaml"]}\n}\n']
)
def test_bindings_go_in_beside_what_is_there(tmp_path: Path, before: str | None) -> None:
    """New, empty, with other settings, with other bindings: afterwards all of it is there, and a second time changes nothing."""
    found = after(tmp_path, before)
    assert found
    there = json.loads(before or "{}")
    assert json.loads(found) == {**there, KEY: {**there.get(KEY, {}), **WANTED}}
    assert after(tmp_path, None) == found


def test_remarks_stay(tmp_path: Path) -> None:
    """Settings with remarks and a comma at the end keep them; the new lines stand above."""
    before = '{\n  // ours\n  "files.eol": "\\n", /* "yaml.schemas" later */\n  "a": "http://x, }",\n}\n'
    found = after(tmp_path, before)
    assert found
    assert found.endswith(before[1:])
    assert after(tmp_path, None) == found


@pytest.mark.parametrize(
    "before",
    ["", "[]", "{ broken", '{ "yaml.schemas": [] }', '// {\n{ "a": 1 }', '{\n  // ours\n  "yaml.schemas": {"./x.json": ["x.yaml"]}\n}\n'],
)
def test_what_cannot_be_changed_safely_is_left(tmp_path: Path, before: str) -> None:
    """Broken settings, and bindings among remarks, are for their author to change."""
    assert after(tmp_path, before) is None
    assert (tmp_path / SETTINGS).read_text(encoding="utf-8") == before
