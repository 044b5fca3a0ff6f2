"""What a rep has in hand along the journey: a persona for whom there is nothing on the way, and content that fits nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from playbook.library import Gap, Library, Supply, Wideners, dry, live_uses, supplies, wideners, wider
from playbook.model.content import Asset, Use
from playbook.model.entries import Entry
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.problems import FieldPath, Problem
from playbook.validate.rules.finding import finding, some


def running_dry(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked alike
    """Between two stages with content for a persona lies one without: one problem for each persona, however many stages."""
    gaps_of: dict[str, list[tuple[Supply, tuple[str, ...]]]] = {}
    for (_, whose), supply in supplies(library).items():
        stages = tuple(each.stage for each in supply)
        gaps_of.setdefault(whose, []).extend((each, stages) for each in dry(supply))
    known = wideners(live_uses(library)) if any(gaps_of.values()) else Wideners()
    for id_, gaps in gaps_of.items():
        persona = library.get("persona", id_)
        if gaps and isinstance(persona, Persona):
            yield _dry(library, persona, gaps, known)


def unreachable(library: Library, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """A use or a play is only for personas or stages that nobody meets any more, or not yet: one problem for each cause."""
    by_cause: dict[tuple[str, str, str], list[Problem]] = {}
    entries: list[Asset | Play] = [*library.of(Asset), *library.of(Play)]
    for entry in entries:
        excused = entry.file if "PB331" in entry.silence else ""  # an excuse holds for its own entry alone
        for found in _unreachable_of(library, entry) if entry.is_live else ():
            by_cause.setdefault((found.why, found.remedy, excused), []).append(found)
    for first, *others in by_cause.values():
        yield _with_others(first, others)


def _unreachable_of(library: Library, entry: Asset | Play) -> Iterator[Problem]:
    if isinstance(entry, Play):
        yield from _unreachable(library, entry, entry, ())
    for number, use in enumerate(entry.uses if isinstance(entry, Asset) else ()):
        yield from _unreachable(library, entry, use, ("uses", number))


def _with_others(first: Problem, others: Sequence[Problem]) -> Problem:
    """Name in a problem the other entries that have it for the same cause."""
    names = dict.fromkeys(each.entry for each in others if each.entry != first.entry)
    return replace(first, why=f"{first.why} The same holds for {some(names)}.") if names else first


def _dry(library: Library, persona: Persona, gaps: list[tuple[Supply, tuple[str, ...]]], known: Wideners) -> Problem:
    names = some(f'"{stage.title_text}"' for each, _ in gaps if (stage := library.get("stage", each.stage)))
    first, stages = gaps[0]
    near = wider(known, Gap(persona.id, first.stage, stages), "asset")
    asset = library.get("asset", near[0].offered.id) if near else None
    which = f'Widen "{asset.title_text}" (asset:{asset.id}), which is nearest, or write a use' if asset else "Write a use"
    return finding(
        persona,
        "PB330",
        why=f"A rep has content for {persona.title_text} along the way, and nothing to show or send at {names}.",
        remedy=f"{which} that names {persona.id} and {first.stage}.",
    )


def _unreachable(library: Library, entry: Entry, named: Use | Play, path: FieldPath) -> Iterator[Problem]:
    for kind, ids in (("persona", named.personas), ("stage", named.stages)):
        found = [each for id_ in ids if (each := library.get(kind, id_))]
        waiting = [each for each in found if each.status == "draft"]
        # What is not here, or is retired, has a problem of its own for each reference.
        if waiting and len(found) == len(ids) and not any(each.is_live for each in found):
            yield finding(
                entry,
                "PB331",
                (*path, f"{kind}s"),
                why=f"It names only what no rep meets: {_why_not_met(found)}.",
                remedy=f"Approve {waiting[0].file}, name a {kind} that reps are offered, or make what names it a draft, too.",
            )
    industries = set(named.industries or getattr(entry, "industries", ()))
    people = [each for id_ in named.personas if isinstance(each := library.get("persona", id_), Persona)]
    if industries and people and all(each.industries and industries.isdisjoint(each.industries) for each in people):
        where = some(library.settings.label("industries", id_) for id_ in sorted(industries))
        yield finding(
            entry,
            "PB331",
            (*path, "personas"),
            why=f"It is for {where}, and none of the personas it names is met there: {some(each.title_text for each in people)}.",
            remedy="Name a persona of these industries, or add the industry to the persona.",
        )


def _why_not_met(found: Sequence[Entry]) -> str:
    """Say of each of some entries whether it is a draft or retired."""
    drafts = [each.id for each in found if each.status == "draft"]
    retired = [each.id for each in found if each.status != "draft"]
    said = [f"{some(drafts)} {'is a draft' if len(drafts) == 1 else 'are drafts'}"] if drafts else []
    said += [f"{some(retired)} {'is' if len(retired) == 1 else 'are'} retired"] if retired else []
    return ", and ".join(said)
