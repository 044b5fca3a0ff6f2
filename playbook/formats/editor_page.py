"""The page of the form editor, the same beside the preview and in a published site, and what the browser lets it load and ask."""

from __future__ import annotations

import gzip
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
EDITOR = HERE / "vendor/decap-cms.js.gz"
"""The editor as its makers built it, packed."""


def editor_page(policy: str, script: str = "") -> bytes:
    """Return the page; `script` is one of ours that it loads from beside itself, after the editor."""
    more = f'\n<script src="{script}"></script>' if script else ""
    return Template((HERE / "admin.html").read_text("utf-8")).substitute(policy=policy, more=more).encode()


def editor_script() -> bytes:
    """Return the editor itself."""
    return gzip.decompress(EDITOR.read_bytes())


def editor_policy(service: str = "") -> str:
    """Return what the page may load and ask: its own site, and the service that keeps the files, where there is one."""
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' 'unsafe-eval'",  # the editor compiles the checks of its configuration
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' blob: {service}".rstrip(),
        ]
    )
