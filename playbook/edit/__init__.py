"""Writes authors' files. `start` begins a library; the others return changes, which `diffs` shows and `write` writes, all or none."""

from playbook.edit.changes import Change, diffs, write
from playbook.edit.creating import asked, choices, create, in_use
from playbook.edit.editor_settings import bound, pasted
from playbook.edit.entry_file import EntryFile
from playbook.edit.fixing import fixes
from playbook.edit.foreseen import new_problems
from playbook.edit.formatting import formatted
from playbook.edit.importing import Imported, Overview, import_own, import_tracker, tracker_columns
from playbook.edit.long_form import long_form
from playbook.edit.named import must_be_free
from playbook.edit.renaming import rename
from playbook.edit.reviewing import review
from playbook.edit.rewriting import applied, written_anew
from playbook.edit.schemas import schemas
from playbook.edit.signing import sign
from playbook.edit.starting import start

__all__ = [
    "Change",
    "EntryFile",
    "Imported",
    "Overview",
    "applied",
    "asked",
    "bound",
    "choices",
    "create",
    "diffs",
    "fixes",
    "formatted",
    "import_own",
    "import_tracker",
    "in_use",
    "long_form",
    "must_be_free",
    "new_problems",
    "pasted",
    "rename",
    "review",
    "schemas",
    "sign",
    "start",
    "tracker_columns",
    "write",
    "written_anew",
]
