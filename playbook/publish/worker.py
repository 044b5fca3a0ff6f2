"""What runs inside a worker process: tasks come in, outcomes go out, one for each, in order."""

from __future__ import annotations

import gc
import math
import signal
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from playbook.model.jobs import Bundle
from playbook.publish.work import TOO_MUCH_MEMORY, Limits, Outcome, Task, attempt, failed

READY = "ready"


def work(line: Connection, bundle: Bundle, limits: Limits) -> None:
    """Say READY, then answer batches of tasks until the other end closes the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(limits.memory)
    gc.freeze()
    with suppress(EOFError, OSError):
        line.send(READY)
        while True:
            batch: Sequence[Task] = line.recv()
            for task in batch:
                _set_alarm(math.ceil(limits.seconds) + 1)
                _answer(line, task, attempt(task, bundle))
            _set_alarm(0)


def _answer(line: Connection, task: Task, outcome: Outcome) -> None:
    """Send the outcome; one that cannot travel between processes is the job's fault."""
    try:
        line.send(outcome)
    except OSError:
        raise
    except MemoryError:
        line.send(failed(task.job, "PB503", TOO_MUCH_MEMORY))
    except Exception as error:  # noqa: BLE001  pickle raises what the object raises
        line.send(failed(task.job, "PB501", "What it gave cannot be sent between processes.", repr(error)))


def _set_alarm(seconds: int) -> None:
    """Let the system end this process then, where it can: whoever started it should have done so, unless it was killed itself."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _limit_memory(limit: int) -> None:
    """Limit the address space, in bytes, where the system knows such a limit; 0 is none."""
    if not limit:
        return
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
