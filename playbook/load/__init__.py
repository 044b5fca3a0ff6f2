"""Files → Documents, and the place of a problem in its file."""

from playbook.load.history import at_revision
from playbook.load.library import document_of, read
from playbook.load.places import locate, source_line
from playbook.load.reading import outline, read_data
from playbook.load.remembering import remembered
from playbook.load.tree import Node

__all__ = ["Node", "at_revision", "document_of", "locate", "outline", "read", "read_data", "remembered", "source_line"]
