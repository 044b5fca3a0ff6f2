"""The files of a site that are made for other programs."""

from __future__ import annotations

from playbook.formats.catalogue_csv import CATALOGUE_FILE, catalogue_csv
from playbook.formats.library_json import LIBRARY_FILE, SCHEMA_FILE, library_json, library_schema
from playbook.library import Catalogue


def data_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Return these files by their name: the library as JSON, the schema of that, and the catalogue of content as CSV."""
    return {
        LIBRARY_FILE: library_json(catalogue),
        SCHEMA_FILE: library_schema(catalogue.edition),
        CATALOGUE_FILE: catalogue_csv(catalogue),
    }
