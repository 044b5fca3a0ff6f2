"""The settings of a text editor that bind each schema to the files it describes, put beside whatever else a team has set there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playbook.edit.changes import Change

SETTINGS = ".vscode/settings.json"
KEY = "yaml.schemas"
_TOKENS = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/|,(?=(?:\s|//[^\n]*|/\*.*?\*/)*[}\]])', re.DOTALL)
"""Texts, which stay; remarks and commas at the end, which JSON does not know and these settings may have."""


def pasted(wanted: Mapping[str, Any]) -> str:
    """Return the lines that somebody can paste into the settings by hand."""
    return "\n".join(f"  {line}" for line in f'"{KEY}": {json.dumps(wanted, indent=2)},'.splitlines())


def bound(root: Path, wanted: Mapping[str, Any]) -> Change | None:
    """Return the change that adds to the settings in `root` which files each schema describes; None where that cannot be done safely.

    What is there stays as it is written, remarks included: new lines go in at the top; bindings that are there already are changed only
    where the settings have no remarks.
    """
    file = root / SETTINGS
    if not file.exists():
        return Change(SETTINGS, None, f"{{\n{pasted(wanted).rstrip(',')}\n}}\n".encode())
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8")
        there = json.loads(_TOKENS.sub(lambda found: found[1] or "", text))
    except ValueError:
        return None
    after = _merged(text, there, wanted) if isinstance(there, dict) else None
    return None if after is None else Change(SETTINGS, raw, after.encode())


def _merged(text: str, there: dict[str, Any], wanted: Mapping[str, Any]) -> str | None:
    known = there.get(KEY, {})
    if KEY not in there:
        head, brace, rest = text.partition("{")
        lines = pasted(wanted) if there else pasted(wanted).rstrip(",")
        return None if "//" in head or "/*" in head else f"{head}{brace}\n{lines}{'' if rest.startswith(chr(10)) else chr(10)}{rest}"
    if not isinstance(known, dict):
        return None
    if all(known.get(name) == files for name, files in wanted.items()):
        return text
    if any(not found[1] for found in _TOKENS.finditer(text)):
        return None
    return json.dumps({**there, KEY: {**known, **wanted}}, indent=2, ensure_ascii=False) + "\n"
