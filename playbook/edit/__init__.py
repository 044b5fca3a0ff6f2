"""Writes authors' files. `start` begins a library; the others return changes, which `diffs` shows and `write` writes, all or none."""

from playbook.edit.changes import Change, diffs, write
from playbook.edit.creating import asked, choices, create
from playbook.edit.editor_settings import bound, pasted
from playbook.edit.fixing import fixes
from playbook.edit.formatting import formatted
from playbook.edit.importing import Imported, import_own
from playbook.edit.named import must_be_free
from playbook.edit.renaming import rename
from playbook.edit.reviewing import review
from playbook.edit.schemas import schemas
from playbook.edit.signing import sign
from playbook.edit.starting import start

__all__ = [
    "Change",
    "Imported",
    "asked",
    "bound",
    "choices",
    "create",
    "diffs",
    "fixes",
    "formatted",
    "import_own",
    "must_be_free",
    "pasted",
    "rename",
    "review",
    "schemas",
    "sign",
    "start",
    "write",
]
