"""Writes authors' files. `start` begins a library."""

from playbook.edit.starting import start

__all__ = ["start"]
