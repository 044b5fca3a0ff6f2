"""What to ask: the questions of personas, then those of plays, then those that a competitor's buyers should think about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.library import Library
from playbook.model.entries import Question
from playbook.model.knowledge import Competitor
from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.plays import Play
from playbook.model.word_bodies import QuestionGroup, QuestionsBody
from playbook.select.addresses import link
from playbook.select.selection import Selection


def questions(chosen: Selection) -> QuestionsBody:
    """Return all questions by whom they are for and when they are asked; plays in the one order."""
    parts = (("persona", _of_personas(chosen)), ("play", _of_plays(chosen)), ("competitor", _of_competitors(chosen)))
    told = ((code, tuple(group for group in groups if group.questions)) for code, groups in parts)
    return QuestionsBody(tuple((code, groups) for code, groups in told if groups))


def _of_personas(chosen: Selection) -> Iterator[QuestionGroup]:
    for persona in chosen.library.of(Persona):
        if persona.is_live:
            yield _group(link(chosen.library, "persona", persona.id), persona.questions)


def _of_plays(chosen: Selection) -> Iterator[QuestionGroup]:
    plays = (each.entry for each in chosen.ranked if isinstance(each.entry, Play))
    for play in plays:
        asked = (*play.questions, *(question for variant in play.variants for question in variant.questions))
        who, stages = _links(chosen.library, "persona", play.personas), _links(chosen.library, "stage", play.stages)
        yield _group(link(chosen.library, "play", play.id), asked, who, stages)


def _of_competitors(chosen: Selection) -> Iterator[QuestionGroup]:
    for competitor in chosen.library.of(Competitor):
        if competitor.is_live:
            asked = tuple(Question(ask=landmine) for landmine in competitor.landmines)
            yield _group(link(chosen.library, "competitor", competitor.id), asked)


def _group(source: Link, asked: Iterable[Question], who: tuple[Link, ...] = (), stages: tuple[Link, ...] = ()) -> QuestionGroup:
    return QuestionGroup(source, f"ask-{source.kind}-{source.id}", tuple(dict.fromkeys(asked)), who, stages)


def _links(library: Library, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link(library, kind, id_) for id_ in ids)
