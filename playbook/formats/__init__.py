"""What programs read: the library as JSON with its schema, the catalogue as CSV, the index for the search; and workbooks, both ways."""

from __future__ import annotations

from playbook.formats.data_files import data_files
from playbook.formats.editor_page import EDITOR, editor_page, editor_policy, editor_script
from playbook.formats.editor_schemas import editor_schemas, schema_patterns
from playbook.formats.exported import merged
from playbook.formats.form_editor import API, MORE, SEEN, configuration, first_fields
from playbook.formats.grids import Grid, Spreadsheet
from playbook.formats.hosted_forms import hosted_forms
from playbook.formats.own import Said, own_sheets, said
from playbook.formats.read_back import published_at, read_published
from playbook.formats.rows import fields_of, filled
from playbook.formats.search_index import SEARCH_FILE, search_index
from playbook.formats.spreadsheet import read_spreadsheet
from playbook.formats.tracker import EXTRA, LEFT_OUT, Guess, audience_of, fields_for, guesses, heading_row, names_nothing
from playbook.formats.workbook import workbook

__all__ = [
    "API",
    "EDITOR",
    "EXTRA",
    "LEFT_OUT",
    "MORE",
    "SEARCH_FILE",
    "SEEN",
    "Grid",
    "Guess",
    "Said",
    "Spreadsheet",
    "audience_of",
    "configuration",
    "data_files",
    "editor_page",
    "editor_policy",
    "editor_schemas",
    "editor_script",
    "fields_for",
    "fields_of",
    "filled",
    "first_fields",
    "guesses",
    "heading_row",
    "hosted_forms",
    "merged",
    "names_nothing",
    "own_sheets",
    "published_at",
    "read_published",
    "read_spreadsheet",
    "said",
    "schema_patterns",
    "search_index",
    "workbook",
]
