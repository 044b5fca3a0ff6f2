"""What programs read: the library as JSON with its schema, the catalogue for a spreadsheet, the index for the search in a browser."""

from __future__ import annotations

from playbook.formats.data_files import data_files
from playbook.formats.editor_schemas import editor_schemas, schema_patterns
from playbook.formats.read_back import published_at, read_published
from playbook.formats.search_index import SEARCH_FILE, search_index

__all__ = ["SEARCH_FILE", "data_files", "editor_schemas", "published_at", "read_published", "schema_patterns", "search_index"]
