"""What a build has to do: which jobs must run, and which files in the site still hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from playbook.model.jobs import Job
from playbook.problems import UsageError
from playbook.publish.digests import intact, recall, remember
from playbook.publish.paths import check_paths, parents
from playbook.publish.record import Entry
from playbook.publish.site import Site
from playbook.publish.work import Task

_NOTHING = Entry("")


class Plan(Struct, frozen=True):
    """What is wanted, what lies there, the entries whose file still holds, and the tasks that must run."""

    jobs: Sequence[Job]
    stamp: str
    site: Site
    at_hand: Mapping[str, Entry]
    tasks: Sequence[Task]

    def nothing_to_do(self) -> bool:
        """Tell whether the site on disk is the site that is wanted."""
        same = self.stamp == self.site.record.stamp and len(self.jobs) == len(self.site.record.files)
        return same and not self.tasks and self.site.exists


def plan(jobs: Sequence[Job], stamp: str, site: Site, notes: Path | None) -> Plan:
    """Return the Plan; `notes` is where hashes are remembered.

    Raises PlaybookError for paths that one site cannot have, and UsageError where a stranger's file is in the way.
    """
    _check(jobs, site)
    holding, some_read = intact(site, recall(notes) if notes else {})
    at_hand = {path: site.record.files[path] for path in holding}
    if notes and some_read:
        remember(notes, site, at_hand)
    return Plan(jobs, stamp, site, at_hand, _tasks(jobs, at_hand, everything=stamp != site.record.stamp))


def _tasks(jobs: Sequence[Job], at_hand: Mapping[str, Entry], *, everything: bool) -> list[Task]:
    """Return what must run: the jobs whose fingerprint is another, or whose file does not hold."""
    lying = ((job, at_hand.get(job.path, _NOTHING)) for job in jobs)
    return [Task(job, entry.key) for job, entry in lying if everything or not entry.fingerprint or entry.fingerprint != job.fingerprint]


def _check(jobs: Sequence[Job], site: Site) -> None:
    """Check all paths, those to prune too, unless they are the recorded ones: the build that recorded them has checked them."""
    wanted = {job.path for job in jobs}
    if len(wanted) < len(jobs) or wanted != site.record.files.keys():
        check_paths(job.path for job in jobs)
        check_paths(site.record.files.keys() - wanted)
    _make_sure_of_room(jobs, site)


def _make_sure_of_room(jobs: Sequence[Job], site: Site) -> None:
    """Raise UsageError where a stranger's file stands where a folder must go, or lies in a folder where a file must go."""
    strangers = site.strangers()
    if not strangers:
        return
    files = {job.path for job in jobs}
    folders = {parent for path in files for parent in parents(path)}
    for path in strangers:
        if path in folders or any(parent in files for parent in parents(path)):
            raise UsageError(f"{path} in {site.folder} is in the way of the site's own pages.", "Move it away, and build again.")
