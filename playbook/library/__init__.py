"""The shared value that every later stage reads: entries, references both ways, journeys and coverage."""

from playbook.library.assembling import assemble
from playbook.library.coverage import Cell, cells
from playbook.library.library import Edge, Library

__all__ = ["Cell", "Edge", "Library", "assemble", "cells"]
