"""The form editor as part of a published site: its page, its configuration for the service that keeps the files, and the editor itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from playbook.formats.editor_page import editor_page, editor_policy, editor_script
from playbook.formats.form_editor import hosted_configuration
from playbook.library import Library
from playbook.model.settings import Repository
from playbook.problems import UsageError

FOLDER = "admin"
HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "bitbucket.org": "bitbucket", "codeberg.org": "gitea"}
REVIEWED = {"github", "gitlab", "bitbucket"}
"""Services at which the editor hands in each change to be looked at, so that checks run before it counts."""
APIS = {"github": "https://api.github.com", "bitbucket": "https://api.bitbucket.org"}
_REMEDY = "Write it in enablement.yaml under repository; docs/editors.md says which service needs what."


def hosted_forms(library: Library) -> dict[str, bytes]:
    """Return the files of the form editor by their paths in a site.

    Raises UsageError where the library does not say where its files are kept or how authors sign in there.
    """
    backend = _backend(library.settings.repository or Repository())
    mode = "editorial_workflow" if backend["name"] in REVIEWED else "simple"
    return {
        f"{FOLDER}/index.html": editor_page(editor_policy(_service(backend))),
        f"{FOLDER}/config.yml": json.dumps(hosted_configuration(library, backend, mode), ensure_ascii=False).encode(),  # JSON is YAML, too
        f"{FOLDER}/decap-cms.js": editor_script(),
    }


def _backend(kept: Repository) -> dict[str, Any]:
    """Return how the editor reaches the files.

    Settings of the backends: https://decapcms.org/docs/backends-overview/
    """
    if not kept.url:
        raise UsageError("The forms cannot be published: nothing says where the files are kept.", f"Write url. {_REMEDY}")
    address = urlsplit(kept.url)
    service = kept.service or HOSTS.get(address.hostname or "", "")
    origin, name = f"{address.scheme}://{address.netloc}", address.path.strip("/").removesuffix(".git")
    if not service:
        raise UsageError(f"The forms cannot be published: {kept.url} does not tell which service it is.", f"Write service. {_REMEDY}")
    common = {"name": service, "repo": name, "branch": kept.branch}
    if service in {"github", "bitbucket"}:
        _needed(kept.sign_in, "sign_in", service)
        own = {"api_root": f"{origin}/api/v3"} if service == "github" and address.hostname != "github.com" else {}
        return {**common, "base_url": kept.sign_in.rstrip("/"), **own}
    _needed(kept.app_id, "app_id", service)
    api = {"gitlab": "/api/v4", "gitea": "/api/v1"}[service]
    return {**common, "app_id": kept.app_id, "base_url": origin, "api_root": origin + api, "auth_type": "pkce"}


def _needed(value: str, field: str, service: str) -> None:
    if not value:
        raise UsageError(f"The forms cannot be published: to sign in at {service} they need {field}.", f"Write {field}. {_REMEDY}")


def _service(backend: Mapping[str, Any]) -> str:
    """Return the address of the service that keeps the files."""
    asked = urlsplit(str(backend.get("api_root") or APIS[backend["name"]]))
    return f"{asked.scheme}://{asked.netloc}"
