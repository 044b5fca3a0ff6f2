"""Numbers as marketers write them: counts, amounts and shares. Strict, because a guessed figure is worse than a question."""

from __future__ import annotations

import re

from playbook.validate.mistake import Mistake

_PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?|-?\.[0-9]{1,15}")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,_ \u00a0\u202f][0-9]{3}){1,5}(?:\.[0-9]{1,15})?")
_LOOSE = re.compile(r"-?[0-9]{1,15}(?:_[0-9]{1,15}){0,4}")
_DECORATED = re.compile(
    r"(?:[A-Z]{3}|[$€£¥])? ?(?P<figure>[0-9][0-9,._ ]{0,20}?) ?(?P<scale>k|m|million|thousand|bn)? ?(?:[A-Z]{3}|[$€£¥])?", re.IGNORECASE
)
_DECIMAL_COMMA = re.compile(r"-?[0-9]{1,15},[0-9]{1,2}")
_UNCLEAR = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_SCALES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}


def number(text: str) -> float | Mistake:
    """Read an amount: `25000`, `25,000`, `25_000` or `0.5`."""
    if _UNCLEAR.fullmatch(text):
        thousands = text.replace(".", "")
        return Mistake("PB210", f'"{text}" may mean {thousands} or {float(text):g}.', f"Which is it? Write {thousands} or {float(text):g}.")
    found = _figure(text)
    return found if found is not None else _not_a_number(text)


def whole(text: str) -> int | Mistake:
    """Read a count: `7` or `1,000`."""
    found = number(text)
    if isinstance(found, Mistake):
        return found
    if found != int(found):
        return Mistake("PB210", f'"{text}" is not a whole number.', "Write a number without a fraction, such as 7.")
    return int(found)


def share(text: str) -> float | Mistake:
    """Read a share as the part of one: `10%` and `0.1` are both 0.1."""
    percent = text.endswith("%")
    figure = text.removesuffix("%").rstrip()
    if not _PLAIN.fullmatch(figure):
        return _not_a_share(text)
    if not percent and "." not in figure and figure != "0":
        return Mistake(
            "PB207",
            f'"{text}" does not say what it is a share of.',
            f"Do you mean {figure}%? Write the percent sign, or a part of one such as 0.1.",
        )
    found = float(figure) / 100 if percent else float(figure)
    if not 0 <= found <= 1:
        return Mistake("PB207", f'"{text}" is not between nothing and the whole.', "Write a share from 0% to 100%.")
    return found


def _figure(text: str) -> float | None:
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text) or _LOOSE.fullmatch(text):
        return float(re.sub(r"[^0-9.-]", "", text))
    return None


def _not_a_number(text: str) -> Mistake:
    plain = _undecorated(text)
    if plain:
        return Mistake(
            "PB210", f'"{text}" is more than a number.', "Write the figure alone; the currency stands once in enablement.yaml.", plain
        )
    if _DECIMAL_COMMA.fullmatch(text):
        return Mistake("PB210", f'"{text}" has a comma where a number has a point.', "Write a decimal point.", text.replace(",", "."))
    return Mistake("PB210", f'"{text}" is not a number.', "Write digits only, such as 25000 or 25,000.")


def _undecorated(text: str) -> str:
    """Return the plain figure of "€25,000" or "25k"; nothing where the figure itself is unclear."""
    found = _DECORATED.fullmatch(text)
    figure = _figure(found["figure"].strip()) if found and not _UNCLEAR.fullmatch(found["figure"]) else None
    if found is None or figure is None:
        return ""
    return f"{figure * _SCALES[(found['scale'] or '').lower()]:.10f}".rstrip("0").rstrip(".")


def _not_a_share(text: str) -> Mistake:
    corrected = text.replace(",", ".")
    certain = corrected if _DECIMAL_COMMA.fullmatch(text.removesuffix("%").rstrip()) else ""
    return Mistake("PB207", f'"{text}" is not a share.', "Write a percentage such as 10%, or a part of one such as 0.1.", certain)
