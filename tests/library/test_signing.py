"""What a signature is for: the hash of what is agreed, and what changes it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from playbook.library import agreed_hash, signature_state
from playbook.library.signing import UNSIGNED
from playbook.model.agreement import Agreement, FunnelStep, Route, Shares, Signature
from playbook.model.kinds import KINDS
from playbook.model.shapes import shape_of

AGREEMENT = Agreement(
    id="agreement", revenue_target=5, shares=Shares(0.6, 0.4), funnel=(FunnelStep("A", "B", 0.5),), extra={"promise": "words"}
)


@pytest.mark.parametrize(
    "changes",
    [
        {"signed": (Signature("Ada", seen="x"),)},
        {"owner": "Ada", "status": "approved", "approved_by": "Ada", "tags": ("a",), "notes": "b"},
        {"file": "elsewhere.yaml"},
    ],
)
def test_what_nobody_signs_changes_nothing(changes: dict[str, Any]) -> None:
    """Signatures, how the file is kept, and notes for authors are no part of what is agreed."""
    assert agreed_hash(replace(AGREEMENT, **changes)) == agreed_hash(AGREEMENT)


@pytest.mark.parametrize(
    "changes",
    [
        {"revenue_target": 6},
        {"shares": Shares(0.4, 0.6)},
        {"funnel": (FunnelStep("B", "A", 0.5),)},
        {"routing": (Route("Always", "Ada"),)},
        {"extra": {"promise": "other words"}},
        {"disputes": "Ada decides"},
    ],
)
def test_every_word_and_number_that_is_agreed_counts(changes: dict[str, Any]) -> None:
    """One other value is another agreement."""
    assert agreed_hash(replace(AGREEMENT, **changes)) != agreed_hash(AGREEMENT)


def test_a_value_in_another_place_is_another_agreement() -> None:
    """The same text as the rule for disputes and as the way a lead goes are two things."""
    assert agreed_hash(Agreement(disputes="Ada")) != agreed_hash(Agreement(currency="Ada"))


def test_only_the_fields_that_are_named_are_left_out() -> None:
    """Whatever the agreement has beyond what every entry has is signed, but for the signatures."""
    own = shape_of(Agreement).fields.keys() - shape_of(KINDS["term"].of).fields.keys()
    assert own & UNSIGNED == {"signed"}


@pytest.mark.parametrize(("seen", "state"), [("abc", "unchanged"), ("abd", "changed"), ("", "untracked"), ("TODO", "untracked")])
def test_a_signature_holds_for_what_was_seen(seen: str, state: str) -> None:
    """The same hash is the same text; another one was changed since; none is from before it was kept."""
    assert signature_state(Signature("Ada", seen=seen), "abc") == state
