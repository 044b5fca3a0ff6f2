"""Writes authors' files. `start` begins a library; the others return changes, which `diff` shows and `write` writes, all or none."""

from playbook.edit.changes import Change, diff, write
from playbook.edit.reviewing import review
from playbook.edit.signing import sign
from playbook.edit.starting import start

__all__ = ["Change", "diff", "review", "sign", "start", "write"]
