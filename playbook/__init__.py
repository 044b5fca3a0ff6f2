"""A sales-enablement content playbook generator: YAML in, a site and PDFs for sales reps out.

`playbook.check(root, today=…)` and `playbook.build(root, out, today=…)` do in Python what the commands do.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own would cost `playbook --version` half its time
if TYPE_CHECKING:
    from playbook.pipeline import BuildOptions, build, check

__version__ = "0.1.0"
__all__ = ["BuildOptions", "__version__", "build", "check"]


def __getattr__(name: str) -> object:
    """Open a door of the pipeline where it is first used: to ask for the version must cost nothing else."""
    if name not in __all__:
        raise AttributeError(f"module 'playbook' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module("playbook.pipeline"), name)
    return found
