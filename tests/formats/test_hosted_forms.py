"""The form editor as a part of the site: for each service what it needs, and a refusal that says what is missing."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from playbook.edit import start
from playbook.formats import hosted_forms
from playbook.library import Library
from playbook.pipeline import check
from playbook.problems import UsageError

TODAY = date(2026, 11, 22)
GITHUB = {"url": "https://github.com/quillhaven/playbook.git", "sign_in": "https://login.example.com/"}


def library(root: Path, **repository: str) -> Library:
    """Return four short files that are kept in this repository."""
    start(root, small=True)
    with (root / "enablement.yaml").open("a", encoding="utf-8") as file:
        file.write("repository:\n" + "".join(f"  {name}: {value}\n" for name, value in repository.items()))
    return check(root, today=TODAY).library


@pytest.mark.parametrize(
    ("repository", "backend", "asked"),
    [
        (GITHUB, {"name": "github", "repo": "quillhaven/playbook", "base_url": "https://login.example.com"}, "https://api.github.com"),
        (
            {"url": "https://git.example.com/sales/playbook", "service": "gitlab", "app_id": "a1", "branch": "live"},
            {"name": "gitlab", "repo": "sales/playbook", "branch": "live", "app_id": "a1", "api_root": "https://git.example.com/api/v4"},
            "https://git.example.com",
        ),
        (
            {"url": "https://codeberg.org/sales/playbook", "app_id": "a1"},
            {"name": "gitea", "repo": "sales/playbook", "api_root": "https://codeberg.org/api/v1"},
            "https://codeberg.org",
        ),
        (
            {"url": "https://bitbucket.org/sales/playbook", "sign_in": "https://login.example.com"},
            {"name": "bitbucket", "branch": "main"},
            "https://api.bitbucket.org",
        ),
    ],
    ids=lambda given: given.get("service", "") if isinstance(given, dict) else None,
)
def test_each_service_is_asked_in_its_way_and_nobody_else(
    tmp_path: Path, repository: dict[str, str], backend: dict[str, str], asked: str
) -> None:
    """The configuration names the service and the project; the page may ask its own site and that service, and no other host."""
    files = hosted_forms(library(tmp_path, **repository))
    assert set(files) == {"admin/index.html", "admin/config.yml", "admin/decap-cms.js"}
    configuration = json.loads(files["admin/config.yml"])
    assert configuration["backend"].items() >= backend.items()
    assert all(each.get("format", "yaml") == "yaml" for each in configuration["collections"])
    page = files["admin/index.html"].decode()
    assert f"connect-src 'self' blob: {asked}\"" in page
    assert re.findall("https?://[^ \"';]+", page) == [asked]


@pytest.mark.parametrize(
    ("repository", "what"),
    [
        ({"branch": "main"}, "where the files are kept"),
        ({"url": "https://git.example.com/a/b"}, "which service"),
        ({"url": "https://github.com/a/b"}, "sign_in"),
        ({"url": "https://gitlab.com/a/b"}, "app_id"),
    ],
)
def test_what_is_missing_is_told(tmp_path: Path, repository: dict[str, str], what: str) -> None:
    """Without a place to write to or a way to sign in no forms are published, and the message names the field."""
    with pytest.raises(UsageError, match=what):
        hosted_forms(library(tmp_path, **repository))


def test_fields_stand_in_the_order_of_our_files(tmp_path: Path) -> None:
    """The editor writes fields in the order of its form, so that is the one of `fmt`; what it could not read back is left out."""
    configuration = json.loads(hosted_forms(library(tmp_path, **GITHUB))["admin/config.yml"])
    plays = next(each for each in configuration["collections"] if each["name"] == "plays")
    names = [field["name"] for field in plays["fields"]]
    assert names[:3] == ["title", "promise", "objective"]
    assert names.index("steps") < names.index("owner")
    assert not {"more", "seen", "extra", "silence"} & {*names}
