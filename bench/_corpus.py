"""A library of any size, made from a seed: the same size and seed give the same files."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

WORDS = (
    "shift plant buyer rate offer cover agency contract night ward line order week site figure call sheet proof review price "
    "team start trial renew ask send show wait when they hear find count open close plan share"
).split()
STAGES = ("awareness", "consideration", "decision", "onboarding", "growth")
PERSONAS = ("hr-director", "plant-manager", "finance-director", "nurse-manager", "procurement")


def write_corpus(root: Path, assets: int, seed: int = 1) -> None:
    """Write a library with this many assets and a tenth as many plays into an empty folder.

    About half of all words stand in Markdown, as in real libraries: lists, bold words and links.
    """
    chance = random.Random(seed)
    _write(root / "enablement.yaml", {"name": f"Corpus of {assets}"})
    for order, stage in enumerate(STAGES, start=1):
        goes_to = [STAGES[order % len(STAGES)]]
        _write(root / f"content_library/stages/{stage}.yaml", {"name": stage.title(), "order": order, "goes_to": goes_to})
    for persona in PERSONAS:
        _write(root / f"personas/{persona}.yaml", {"name": persona.title(), "pains": [_text(chance, 12) for _ in range(4)]})
    for number in range(assets):
        _write(root / f"content_library/assets/asset-{number:06}.yaml", _asset(chance, number))
    for number in range(assets // 10):
        _write(root / f"content_library/plays/play-{number:06}.yaml", _play(chance, number, assets))


def _asset(chance: random.Random, number: int) -> dict[str, object]:
    return {
        "title": f"Asset {number} {_text(chance, 3)}",
        "type": chance.choice(["deck", "guide", "case-study", "calculator"]),
        "links": f"https://example.com/{number}",
        "summary": _markdown(chance, 60),
        "audience": chance.choice(["external", "internal"]),
        "uses": [_use(chance) for _ in range(chance.randint(1, 3))],
    }


def _use(chance: random.Random) -> dict[str, object]:
    return {
        "personas": chance.sample(PERSONAS, 2),
        "stages": [chance.choice(STAGES)],
        "when": _text(chance, 12),
        "not_when": _text(chance, 10),
        "how": [_markdown(chance, 14) for _ in range(3)],
        "say": _text(chance, 25),
        "send": {"subject": _text(chance, 5), "body": f"Hi {{first_name}},\n\n{_text(chance, 40)}: {{link}}\n"},
    }


def _play(chance: random.Random, number: int, assets: int) -> dict[str, object]:
    steps = [
        {"day": day, "do": _markdown(chance, 20), "assets": [f"asset-{chance.randrange(assets):06}"]} for day in (0, 2, 5, 9)
    ]  # fmt: skip
    return {
        "title": f"Play {number} {_text(chance, 3)}",
        "promise": _text(chance, 9),
        "personas": chance.sample(PERSONAS, 2),
        "stages": [chance.choice(STAGES)],
        "when": _text(chance, 12),
        "steps": steps,
        "done_when": _text(chance, 8),
        "why": _markdown(chance, 60),
    }


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def _markdown(chance: random.Random, words: int) -> str:
    """A sentence with a bold word and a link; the longer ones end in a list."""
    text = f"{_text(chance, words // 2)} **{_text(chance, 2)}** and [{_text(chance, 2)}](https://example.com)."
    return text if words < 40 else text + "\n\n" + "".join(f"- {_text(chance, words // 6)}\n" for _ in range(3))


def _write(path: Path, data: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
