"""One document while it is being read: where it stands, and what was found wrong with it so far."""

from __future__ import annotations

from msgspec import Struct, field

from playbook.model.documents import Document
from playbook.model.kinds import AGREEMENT, SETTINGS_FILE
from playbook.problems import FieldPath, Problem, problem
from playbook.validate.mistake import Mistake


class Reading(Struct, frozen=True):
    """A document, and the problems that its reading gathers."""

    document: Document
    problems: list[Problem] = field(default_factory=list)

    @property
    def entry(self) -> str:
        """The entry's address, such as "asset:cost-of-vacancy"; the project file has none."""
        return "" if self.document.kind == "settings" else f"{self.document.kind}:{self.document.id}"

    def report(self, code: str, path: FieldPath, **details: object) -> None:
        """Add a problem at a field of this document."""
        self.problems.append(problem(code, self.document.file, path, entry=self.entry, **details))

    def mistaken(self, mistake: Mistake, path: FieldPath, part: str) -> None:
        """Add the problem that a mistake in a written value is."""
        self.report(mistake.code, path, why=mistake.why, remedy=mistake.remedy, suggestion=mistake.suggestion, part=part.partition("\n")[0])

    def where(self, path: FieldPath) -> str:
        """Say in plain words what the fields at this path belong to."""
        names = [part for part in path if isinstance(part, str)]
        return f'"{names[-1]}"' if names else with_article(self.document.kind)


def with_article(kind: str) -> str:
    """Return a kind as a sentence needs it: "an asset", "the agreement", "enablement.yaml"."""
    if kind == "settings":
        return SETTINGS_FILE
    if kind == AGREEMENT.name:
        return "the agreement"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
