"""Documents → entries, and library → problems: what the files say, and what is wrong with it."""

from playbook.validate.bind import Bound, bind
from playbook.validate.inspect import inspect
from playbook.validate.levels import leveled
from playbook.validate.near import nearest
from playbook.validate.twins import without_twins

__all__ = ["Bound", "bind", "inspect", "leveled", "nearest", "without_twins"]
