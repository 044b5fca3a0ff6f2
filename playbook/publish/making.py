"""From tasks to files on the stage: run them here or in workers, and lay out what is new."""

from __future__ import annotations

import os
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct, field

from playbook.model.jobs import Bundle, Job, Made
from playbook.publish.digests import sha256
from playbook.publish.notice import notice
from playbook.publish.published import Progress
from playbook.publish.record import Entry
from playbook.publish.stage import lay
from playbook.publish.work import Limits, Outcome, Task, attempt

_POOL_WEIGHT = 500
"""Total weight from which workers pay for their start; a weight of 1 is about a millisecond of work."""
_HEAVY = 50
"""Weight from which even a single job runs where it can be stopped, and where its libraries stay out of this process."""


class Force(Struct, frozen=True):
    """What the jobs run with: the bundle, how many processes (0 = one a core), and what one job may use."""

    bundle: Bundle
    workers: int
    limits: Limits

    def run(self, tasks: Sequence[Task]) -> Generator[tuple[Task, Outcome], None, None]:
        """Give each task with its outcome, in the order in which they end."""
        if self.workers == 1 or not _deserve_workers(tasks):
            yield from ((task, attempt(task, self.bundle)) for task in tasks)
            return
        from playbook.publish.workers import run_in_workers

        yield from run_in_workers(tasks, self.bundle, self.limits, self.workers or _cores())


class Given(Struct):
    """What the tasks gave: an entry for each file, the paths that were laid on the stage, and the failures."""

    stage: Path
    at_hand: Mapping[str, Entry]
    entries: dict[str, Entry] = field(default_factory=dict)
    written: dict[str, None] = field(default_factory=dict)
    failures: dict[str, Outcome] = field(default_factory=dict)


def make(tasks: Sequence[Task], force: Force, stage: Path, at_hand: Mapping[str, Entry], progress: Progress) -> Given:
    """Run the tasks and lay new bytes on the stage; `at_hand` are the entries whose file in the site still holds."""
    given = Given(stage, at_hand)
    progress.start(len(tasks))
    try:
        with closing(force.run(tasks)) as outcomes:
            for task, outcome in outcomes:
                _take(given, task.job, outcome)
                progress.advance(task.job.label or task.job.path)
    finally:
        progress.stop()
    return given


def put_notices(given: Given, jobs: Collection[Job]) -> None:
    """Lay a notice in the place of each page that failed; failed files of other types are left out."""
    for job in jobs:
        outcome = given.failures.get(job.path)
        if outcome and outcome.failure and job.path.endswith(".html"):
            entry = _lay(given, job.path, notice(job.label or job.path))
            given.entries[job.path] = entry._replace(problems=(outcome.failure,))


def _take(given: Given, job: Job, outcome: Outcome) -> None:
    if outcome.made is None:
        given.failures[job.path] = outcome
        return
    given.entries[job.path] = _entry(given, job.path, outcome.made)._replace(fingerprint=job.fingerprint)


def _entry(given: Given, path: str, made: Made) -> Entry:
    """Return the entry of what was made; where the file at hand still holds, so do the problems that it was made with."""
    if made.content is None:
        return given.at_hand[path]
    return _lay(given, path, made.content)._replace(key=made.key, problems=tuple(made.problems))


def _lay(given: Given, path: str, content: bytes) -> Entry:
    """Write the bytes to the stage, unless the site's file holds the same: then its inode stays, and so do readers' caches."""
    digest = sha256(content)
    old = given.at_hand.get(path)
    if old is None or old.sha256 != digest:
        lay(given.stage, path, content)
        given.written[path] = None
    return Entry("", digest, len(content))


def _deserve_workers(tasks: Sequence[Task]) -> bool:
    weights = [task.job.weight for task in tasks]
    return sum(weights) >= _POOL_WEIGHT or max(weights, default=0) >= _HEAVY


def _cores() -> int:
    """Return how many cores this process may use, which in a container can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
