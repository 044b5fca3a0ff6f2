"""Problems as SARIF 2.1.0, the OASIS standard that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from playbook import __version__
from playbook.cli.as_github import message, path_of
from playbook.cli.as_gitlab import fingerprints
from playbook.cli.shape import ordered
from playbook.codes import CODES
from playbook.problems import Place, Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Iterable[Problem], folder: str = "") -> str:
    """Return the problems as one run, by file and line, with the codes they have; `folder` is the library's, from the repository's root."""
    found = ordered(problems)
    codes = sorted({each.code for each in found})
    results = [
        {
            "ruleId": each.code,
            "ruleIndex": codes.index(each.code),
            "level": str(each.level),
            "message": {"text": f"{each.what}: {message(each)}"},
            "partialFingerprints": {"playbook/v1": fingerprint},
            **_locations(each, folder),
        }
        for each, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    driver = {"name": "playbook", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, object]:
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": known.what},
        "fullDescription": {"text": known.explanation},
        "defaultConfiguration": {"level": known.level},
    }


def _locations(found: Problem, folder: str) -> dict[str, object]:
    """Return where a problem is; one that is in no file has no place to name."""
    if not found.file:
        return {}
    where: dict[str, object] = {"artifactLocation": {"uri": quote(path_of(found, folder))}}
    if found.place:
        where["region"] = _region(found.place)
    return {"locations": [{"physicalLocation": where}]}


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return region
