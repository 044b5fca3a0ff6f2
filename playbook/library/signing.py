"""What the people who sign an agreement sign: its hash, and whether a signature still holds for it."""

from __future__ import annotations

import hashlib
from typing import Literal

from playbook.model.agreement import Agreement, Signature
from playbook.model.gaps import is_gap
from playbook.model.walk import values

UNSIGNED = frozenset({"signed", "owner", "status", "reviewed", "review_every", "approved_by", "tags", "notes"})
"""Fields that nobody signs: the signatures themselves, how the file is kept, and what is for authors only."""
State = Literal["unchanged", "changed", "untracked"]


def agreed_hash(agreement: Agreement) -> str:
    """Return the hash of what is agreed: the first 16 characters of the SHA-256 of every field but those in UNSIGNED.

    Each value counts as it was understood, with the way to it: comments, quotation marks, the order of the fields and `60%` or `0.6`
    change nothing; any other word, number or time does. `seen` of a signature keeps this hash of what its person signed.
    """
    told = (f"{value.path}={value.value}" for value in values(agreement) if value.path[0] not in UNSIGNED)
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:16]


def signature_state(signature: Signature, agreed: str) -> State:
    """Return whether a signature is for the agreement with this hash, for another text, or from before it was kept what was signed."""
    if not signature.seen or is_gap(signature.seen):
        return "untracked"
    return "unchanged" if signature.seen == agreed else "changed"
