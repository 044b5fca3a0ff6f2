"""Jobs run in several processes: heaviest first, each within its time, and the death of one process is the failure of one job.

The loop below holds one line to each worker and waits on all lines at once. It has no threads, no shared locks that a killed process could
take along, and no polling, which is why it stands here in place of a pool from elsewhere.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory

from msgspec import Struct, field

from playbook.model.jobs import Bundle
from playbook.problems import PlaybookError
from playbook.publish.work import Limits, Outcome, Task, failed
from playbook.publish.worker import READY, work

START_LIMIT = 120.0
"""Seconds in which a worker must have loaded its libraries."""
_FULL_BATCH = 100
"""Weight up to which light jobs travel together, so that a page costs less to send than to make."""
_ALARM = getattr(signal, "SIGALRM", 0)


class _Worker(Struct):
    """A process, our end of its line, the tasks it has not answered yet, and when its patience ends."""

    process: BaseProcess
    line: Connection
    deadline: float
    ready: bool = False
    tasks: deque[Task] = field(default_factory=deque)


class _Crew(Struct):
    """All workers, what they are hired with, and the batches nobody has taken yet."""

    batches: deque[list[Task]]
    bundle: Bundle
    limits: Limits
    context: BaseContext
    scratch: str
    workers: list[_Worker] = field(default_factory=list)


def run_in_workers(tasks: Sequence[Task], bundle: Bundle, limits: Limits, count: int) -> Iterator[tuple[Task, Outcome]]:
    """Give each task with its outcome, in the order in which they end; raises PlaybookError where no worker can start."""
    with TemporaryDirectory(prefix="playbook-", ignore_cleanup_errors=True) as scratch:
        yield from _run(_Crew(_batches(tasks, count), bundle, limits, _context(tasks), scratch), count)


def _run(crew: _Crew, count: int) -> Iterator[tuple[Task, Outcome]]:
    """Keep workers busy until no batch is left; they are gone before their scratch folder is."""
    try:
        for _ in range(min(count, len(crew.batches))):
            _hire(crew)
        while crew.workers:
            yield from _round(crew)
    finally:
        for worker in list(crew.workers):
            _dismiss(crew, worker)


def _round(crew: _Crew) -> Iterator[tuple[Task, Outcome]]:
    """Wait until somebody speaks or is late; whoever did both has spoken."""
    patience = min(worker.deadline for worker in crew.workers) - time.monotonic()
    heard = set(wait([worker.line for worker in crew.workers], max(0.0, patience)))
    for worker in list(crew.workers):
        if worker.line in heard:
            yield from _listen(crew, worker)
        elif worker.deadline < time.monotonic():
            yield from _lost(crew, worker, late=True)


def _listen(crew: _Crew, worker: _Worker) -> Iterator[tuple[Task, Outcome]]:
    try:
        message = worker.line.recv()
    except (EOFError, OSError):
        yield from _lost(crew, worker, late=False)
        return
    worker.deadline = time.monotonic() + crew.limits.seconds
    if message == READY:
        worker.ready = True
        _employ(crew, worker)
        return
    done = [worker.tasks.popleft() for _ in message]
    if not worker.tasks:
        _employ(crew, worker)
    for task, packed in zip(done, message, strict=True):
        yield task, pickle.loads(packed)  # noqa: S301  our own worker sent it


def _employ(crew: _Crew, worker: _Worker) -> None:
    """Give an idle worker its next batch, or let it go; one that has died is found by the end of its line."""
    if not crew.batches:
        _dismiss(crew, worker)
        return
    batch = crew.batches.popleft()
    worker.tasks.extend(batch)
    with suppress(BrokenPipeError, ConnectionResetError):
        worker.line.send(batch)
    worker.deadline = time.monotonic() + crew.limits.seconds


def _lost(crew: _Crew, worker: _Worker, *, late: bool) -> Iterator[tuple[Task, Outcome]]:
    """Give up a dead or late worker: its only task has failed; of several nobody knows which it was, so each runs again alone."""
    _dismiss(crew, worker)
    if not worker.ready or not worker.tasks:
        raise PlaybookError(
            "The processes that make the pages could not be started.",
            "Try --jobs 1, which needs none.",
        )
    suspects = list(worker.tasks)
    if len(suspects) > 1:
        crew.batches.extendleft([task] for task in reversed(suspects))
    if crew.batches:
        _hire(crew)
    if len(suspects) == 1:
        alarmed = _ALARM > 0 and worker.process.exitcode == -_ALARM
        yield suspects[0], _late(suspects[0], crew.limits) if late or alarmed else _ended(suspects[0], worker)


def _late(task: Task, limits: Limits) -> Outcome:
    return failed(task.job, "PB502", f"It took longer than the {limits.seconds:g} seconds that one page may take.")


def _ended(task: Task, worker: _Worker) -> Outcome:
    why = "The process that was making it ended all at once; most often it needed more memory than there is."
    return failed(task.job, "PB503", why, f"exit code {worker.process.exitcode}")


def _hire(crew: _Crew) -> None:
    ours, theirs = crew.context.Pipe()
    process = crew.context.Process(target=work, args=(theirs, crew.bundle, crew.limits, crew.scratch), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    crew.workers.append(_Worker(process, ours, time.monotonic() + START_LIMIT))


def _dismiss(crew: _Crew, worker: _Worker) -> None:
    """End a worker, whatever it is doing, and keep its exit code if it had ended by itself."""
    crew.workers.remove(worker)
    worker.line.close()
    worker.process.kill()
    worker.process.join()


def _batches(tasks: Sequence[Task], count: int) -> deque[list[Task]]:
    """Cut the tasks, heaviest first, into batches of about equal weight: enough of them that all workers end together."""
    share = min(_FULL_BATCH, sum(task.job.weight for task in tasks) / (4 * count))
    batches: deque[list[Task]] = deque()
    room = 0.0
    for task in sorted(tasks, key=lambda task: -task.job.weight):
        if room <= 0:
            batches.append([])
            room = share
        batches[-1].append(task)
        room -= max(1, task.job.weight)
    return batches


def _context(tasks: Sequence[Task]) -> BaseContext:
    """Return how processes start here: copies of one that has loaded the jobs' modules, or else fresh ones."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, *sorted({task.job.make.partition(":")[0] for task in tasks})])
    return context
