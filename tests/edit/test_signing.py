"""A signature holds for the agreement as it is, however the file is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.edit import sign, write
from playbook.library import agreed_hash, signature_state
from playbook.model.kinds import AGREEMENT_FILE
from playbook.pipeline import check
from playbook.problems import PlaybookError, UsageError

DAY = date(2026, 11, 22)


def signed(root: Path, name: str, role: str = "") -> dict[str, tuple[str, str, str]]:
    """Sign, and return who has signed as what, when, and whether it still holds."""
    write(root, [sign(root, check(root, today=DAY).library, name, on=DAY, role=role)])
    agreement = check(root, today=DAY).library.agreement
    assert agreement is not None
    agreed = agreed_hash(agreement)
    return {each.name: (each.role, str(each.on), signature_state(each, agreed)) for each in agreement.signed}


def test_who_signed_an_older_text_signs_anew(sample: Path) -> None:
    """The day and the fingerprint change, the role and everybody else stay."""
    before = (sample / AGREEMENT_FILE).read_text("utf-8")
    now = signed(sample, "Matteo Brandis (invented)")
    assert now["Matteo Brandis (invented)"] == ("Marketing lead", "2026-11-22", "unchanged")
    assert len(now) == 3
    assert len(set(before.splitlines()) ^ set((sample / AGREEMENT_FILE).read_text("utf-8").splitlines())) <= 3


@pytest.mark.parametrize(
    "written",
    [
        "",
        "signed:\n  - name: Ann\n",
        "signed:\n- Ann\n- Bo # both\n",
        "signed:\n  - name: Zoe\n    on: 2026-01-01\n\nnotes: |\n  kept\n\n# end",
    ],
)
def test_however_signatures_are_written(sample: Path, written: str) -> None:
    """Without any, with bare names, at any depth, behind other fields: Ann has signed, and again, what is there now."""
    (sample / AGREEMENT_FILE).write_text(f"deal_size: 100 # euros\n{written}", "utf-8")
    for role in ("Lead", ""):
        assert signed(sample, "Ann", role)["Ann"] == ("Lead", "2026-11-22", "unchanged")
    assert "deal_size: 100 # euros\n" in (sample / AGREEMENT_FILE).read_text("utf-8")


@pytest.mark.parametrize("written", ["signed: Ann\n", "signed: [Ann]\n", "signed: {name: Ann}\n"])
def test_a_short_form_is_not_guessed_at(sample: Path, written: str) -> None:
    """Where there is no list with a line for each, nothing is written."""
    (sample / AGREEMENT_FILE).write_text(f"deal_size: 100\n{written}", "utf-8")
    with pytest.raises(PlaybookError, match="Write each of its fields on a line of its own"):
        signed(sample, "Bo")


def test_without_an_agreement_nobody_signs(sample: Path) -> None:
    """It is said where it would stand."""
    (sample / AGREEMENT_FILE).unlink()
    with pytest.raises(UsageError, match="There is no agreement"):
        signed(sample, "Ann")
