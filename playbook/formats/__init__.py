"""What other programs read: the library as JSON with its schema, and the catalogue of content for a spreadsheet."""

from __future__ import annotations

from playbook.formats.data_files import data_files
from playbook.formats.read_back import published_at, read_published

__all__ = ["data_files", "published_at", "read_published"]
