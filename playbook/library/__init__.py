"""The shared value that every later stage reads: entries, references both ways, journeys and coverage; and the figures that follow."""

from playbook.library.assembling import assemble
from playbook.library.catalogue import Catalogue
from playbook.library.completeness import live_assets, mismatch, untold
from playbook.library.coverage import Cell, cells, industries_of
from playbook.library.difference import Change, difference
from playbook.library.drafts import drafts
from playbook.library.editions import visible
from playbook.library.fields_changed import FieldChange
from playbook.library.funnel import gains, waterfall
from playbook.library.library import Edge, Library
from playbook.library.moves import Move, moves
from playbook.library.offering import offered
from playbook.library.period import days_of
from playbook.library.resting import resting
from playbook.library.reviewed import review_of
from playbook.library.signing import agreed_hash, signature_state
from playbook.library.supply import Supply, dry, supplies, way
from playbook.library.versions import own_version, version, version_of_all, version_of_words
from playbook.library.widening import Gap, Offered, Proposal, Wideners, live_uses, wideners, wider
from playbook.library.workload import marketing_load, sales_load

__all__ = [
    "Catalogue",
    "Cell",
    "Change",
    "Edge",
    "FieldChange",
    "Gap",
    "Library",
    "Move",
    "Offered",
    "Proposal",
    "Supply",
    "Wideners",
    "agreed_hash",
    "assemble",
    "cells",
    "days_of",
    "difference",
    "drafts",
    "dry",
    "gains",
    "industries_of",
    "live_assets",
    "live_uses",
    "marketing_load",
    "mismatch",
    "moves",
    "offered",
    "own_version",
    "resting",
    "review_of",
    "sales_load",
    "signature_state",
    "supplies",
    "untold",
    "version",
    "version_of_all",
    "version_of_words",
    "visible",
    "waterfall",
    "way",
    "wideners",
    "wider",
]
