"""Documents → entries, and library → problems: what the files say, and what is wrong with it."""

from playbook.validate.bind import Bound, bind
from playbook.validate.inspect import inspect
from playbook.validate.levels import leveled
from playbook.validate.mistake import Mistake
from playbook.validate.near import nearest
from playbook.validate.scalars import scalar
from playbook.validate.twins import without_twins

__all__ = ["Bound", "Mistake", "bind", "inspect", "leveled", "nearest", "scalar", "without_twins"]
