"""What other programs read: the library as JSON with its schema, and the catalogue of content for a spreadsheet."""

from __future__ import annotations

from playbook.formats.data_files import data_files
from playbook.formats.read_back import read_published

__all__ = ["data_files", "read_published"]
