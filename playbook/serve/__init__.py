"""The live preview: a library's site on this machine alone, made again whenever a file is saved. `preview` opens it."""

from playbook.serve.preview import Plan, preview

__all__ = ["Plan", "preview"]
