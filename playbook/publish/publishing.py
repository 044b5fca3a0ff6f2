"""Publishing told in order: look at what lies there, make what changed, put the site in place, or leave all as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec.structs import replace

from playbook.model.jobs import Bundle, Job
from playbook.problems import Problem, UsageError
from playbook.publish.digests import remember, sha256
from playbook.publish.exchange import can_exchange
from playbook.publish.in_place import replace_files
from playbook.publish.lock import locked
from playbook.publish.making import Force, Given, make, put_notices
from playbook.publish.plan import Plan, plan
from playbook.publish.published import Progress, Published, Silence
from playbook.publish.record import Entry, Record
from playbook.publish.refusal import explained
from playbook.publish.site import Site, look
from playbook.publish.stage import INNER, beside, staged, sweep
from playbook.publish.swap import bring, swap
from playbook.publish.work import Limits

TIME_LIMIT = 300.0
"""Seconds that one job may take in a worker."""
MEMORY_LIMIT = 4 << 30
"""Bytes of address space that one worker may take: 4 GiB."""


def publish(  # noqa: PLR0913  one door with its switches; each has a default
    jobs: Sequence[Job],
    out: Path,
    bundle: Bundle,
    *,
    workers: int = 0,
    keep_going: bool = False,
    stamp: str = "",
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    state: Path | None = None,
    in_place: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Bring the folder `out` to what the jobs say, in one step, running only the jobs whose file or fingerprint is another.

    `workers` is 0 for one process a core and 1 for this process alone; few light jobs run here anyway. If a job fails nothing is put in
    place, unless `keep_going`, which puts a notice where a page is missing. A `stamp` other than the record's makes every job run.
    `time_limit` (seconds) and `memory_limit` (bytes of address space) hold for jobs in workers. `state` is a folder for what
    spares hashing the site again, and for the lock where none may lie beside `out`. `in_place` writes file by file instead of exchanging
    folders.

    Raises UsageError where `out` is somebody else's or another build runs, MachineError where the disk refuses, PlaybookError where the
    paths of the jobs cannot all be files of one site, or no worker starts.
    """
    folder = Path(os.path.abspath(out))
    notes = state and state / f"site-{sha256(os.fsencode(folder))[:16]}.json"
    with explained(folder), _alone(folder, notes):
        todo = plan(jobs, stamp, look(folder), notes)
        if todo.nothing_to_do():
            return _told(todo, todo.at_hand)
        inside = todo.site.exists and (in_place or not can_exchange(folder))
        with staged(folder / INNER if inside else beside(folder)) as stage:
            force = Force(bundle, workers, Limits(time_limit, memory_limit))
            given = make(todo.tasks, force, stage, todo.at_hand, progress or Silence())
            done = _finish(todo, given, keep_going=keep_going, inside=inside)
        if done.swapped and notes:
            _remember(notes, folder)
        return done


@contextmanager
def _alone(folder: Path, notes: Path | None) -> Iterator[None]:
    """Hold the lock, and start from a place without leftovers."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(_lock(folder, notes), folder):
        sweep(folder)
        yield


def _lock(folder: Path, notes: Path | None) -> Path:
    """Return the lock: beside the site, where every checkout that writes it meets it; with the notes where nothing may lie there."""
    if notes and not os.access(folder.parent, os.W_OK):
        notes.parent.mkdir(parents=True, exist_ok=True)
        return notes.with_suffix(".lock")
    return folder.with_name(f".{folder.name}.lock")


def _finish(todo: Plan, given: Given, *, keep_going: bool, inside: bool) -> Published:
    """Put what the jobs gave in place, where it may be put there and differs from what lies there."""
    entries = {**todo.at_hand, **given.entries}
    if given.failures and not keep_going:
        return _told(todo, entries, given)
    put_notices(given, todo.jobs)
    entries.update(given.entries)
    missing = given.failures.keys() - given.entries.keys()
    record = Record(todo.stamp, {job.path: entries[job.path] for job in todo.jobs if job.path not in missing})
    told = _told(todo, entries, given)
    if not given.written and record == todo.site.record and todo.site.exists:
        return told
    _install(todo.site, given, record, inside=inside)
    return replace(told, swapped=True, removed=tuple(sorted(todo.site.record.files.keys() - record.files.keys())))


def _install(site: Site, given: Given, record: Record, *, inside: bool) -> None:
    if inside:
        replace_files(site, given.stage, record, given.written)
        return
    ours = [path for path in record.files if path not in given.written]
    theirs = [path for path in site.strangers() if path not in record.files]
    if not swap(site, given.stage, record, ours + theirs):
        with staged(site.folder / INNER) as inner:
            bring(given.stage, inner, given.written)
            replace_files(site, inner, record, given.written)


def _remember(notes: Path, folder: Path) -> None:
    """Spare the next build some hashing; the new site is in place by now, so nothing that goes wrong here may say otherwise."""
    with suppress(OSError, UsageError):
        site = look(folder)
        remember(notes, site, site.record.files)


def _told(todo: Plan, entries: Mapping[str, Entry], given: Given | None = None) -> Published:
    failures = given.failures if given else {}
    ran = {task.job.path for task in todo.tasks}
    paths = [job.path for job in todo.jobs]
    failed = tuple(path for path in paths if path in failures)
    return Published(
        made=tuple(path for path in paths if path in ran),
        kept=len(paths) - len(ran),
        problems=tuple(found for path in paths for found in _problems(path, entries, given)),
        failed=failed,
        details=tuple((path, failures[path].detail) for path in failed),
    )


def _problems(path: str, entries: Mapping[str, Entry], given: Given | None) -> tuple[Problem, ...]:
    """Return why the path failed, or what its job had to say, now or when it last ran."""
    failure = given and path in given.failures and given.failures[path].failure
    return (failure,) if failure else entries[path].problems
