"""What the company stands for, and what it says to whom at which stage."""

from __future__ import annotations

from playbook.model.parts import Link
from playbook.model.people import Persona
from playbook.model.word_bodies import MessagesBody
from playbook.select.addresses import link
from playbook.select.selection import Selection
from playbook.select.shelves import stages_of

ALWAYS = Link("stage", "", "")


def messages(chosen: Selection) -> MessagesBody:
    """Return the company's messages, and a row for each persona who has messages of their own."""
    library = chosen.library
    people = [persona for persona in library.of(Persona) if persona.is_live and persona.messages]
    named = {message.stage for persona in people for message in persona.messages}
    stages = [link(library, "stage", stage.id) for stage in stages_of(library) if stage.id in named]
    known = {stage.id for stage in stages}
    unknown = (Link("stage", id_, id_, state="missing") for id_ in sorted(named - known - {""}))
    columns = (*([ALWAYS] if "" in named else []), *stages, *unknown)
    rows = tuple((link(library, "persona", persona.id), tuple(_said(persona, column.id) for column in columns)) for persona in people)
    return MessagesBody(library.settings.messages, columns, rows)


def _said(persona: Persona, stage: str) -> tuple[str, ...]:
    return tuple(each.message for each in persona.messages if each.stage == stage)
