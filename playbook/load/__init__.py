"""Files → Documents, and the place of a problem in its file."""

from playbook.load.history import at_revision
from playbook.load.library import read
from playbook.load.places import locate, source_line
from playbook.load.remembering import remembered

__all__ = ["at_revision", "locate", "read", "remembered", "source_line"]
