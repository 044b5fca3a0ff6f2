"""The page that stands in for one that could not be made."""

from __future__ import annotations

import html


def notice(label: str) -> bytes:
    """Return a small HTML page that says in words that the page is missing for now."""
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>This page is missing for now</title>
<main>
<h1>This page is missing for now</h1>
<p>“{html.escape(label)}” could not be made when the playbook was last built. The rest of the playbook is complete.</p>
<p>Please tell the people who keep this playbook, and look again later.</p>
</main>
</html>
""".encode()
