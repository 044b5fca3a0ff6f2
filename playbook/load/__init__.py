"""Files → Documents, and the place of a problem in its file."""

from playbook.load.library import read
from playbook.load.places import locate, source_line
from playbook.load.remembering import remembered

__all__ = ["locate", "read", "remembered", "source_line"]
