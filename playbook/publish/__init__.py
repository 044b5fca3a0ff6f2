"""Jobs → disk: make what changed, put the whole site in place in one step, and keep a record that never lies.

`publish` is the door; `Published` is what it returns; a `Progress` hears how far it is; `copy` is the job for files of the bundle;
`exchanges` tells whether a folder's disk can do it in one step.
"""

from playbook.publish.copying import copy
from playbook.publish.exchange import exchanges
from playbook.publish.published import Progress, Published
from playbook.publish.publishing import publish

__all__ = ["Progress", "Published", "copy", "exchanges", "publish"]
