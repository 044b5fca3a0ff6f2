"""What lies beside a library and follows it: the schemas that its authors' editors read know each new id at once."""

from __future__ import annotations

from pathlib import Path

from playbook.cli import console, options
from playbook.cli.shape import plural

SCHEMAS = "schema"
"""The folder in a library that `playbook schema` writes."""


def schemas_follow(root: Path) -> None:
    """Write anew the schemas that a library has and that lag behind it; those it has not are nobody's wish."""
    folder = root / SCHEMAS
    if not folder.is_dir():
        return
    from playbook.edit import schemas, write
    from playbook.pipeline import check

    behind = [each for each in schemas(check(root, today=options.today(None)).library, folder) if each.before not in {None, each.after}]
    write(folder, behind)
    if behind:
        console.tell(f"{plural(len(behind), 'schema')} in {SCHEMAS}/ brought up to date.")
