"""Files → Documents, and the place of a problem in its file."""

from playbook.load.history import at_revision
from playbook.load.library import document_of, read
from playbook.load.places import locate, node_at, source_line
from playbook.load.reading import outline, read_data, shape_for
from playbook.load.remembering import remembered
from playbook.load.tree import Node

__all__ = [
    "Node",
    "at_revision",
    "document_of",
    "locate",
    "node_at",
    "outline",
    "read",
    "read_data",
    "remembered",
    "shape_for",
    "source_line",
]
