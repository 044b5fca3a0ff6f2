"""What runs inside a worker process: tasks come in, outcomes go out, one for each, in order."""

from __future__ import annotations

import gc
import math
import pickle
import signal
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from playbook.model.jobs import Bundle
from playbook.publish.work import TOO_MUCH_MEMORY, Limits, Outcome, Task, attempt, failed

READY = "ready"
_SILENCE = 0.02
"""Seconds of work after which outcomes are sent though the batch goes on."""


def work(line: Connection, bundle: Bundle, limits: Limits, scratch: str) -> None:
    """Say READY, then answer batches of tasks until the other end closes the line.

    A worker is killed when nobody needs it and tidies nothing up: its temporary files lie in `scratch`, which whoever hired it removes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = scratch
    _limit_memory(limits.memory)
    gc.freeze()
    with suppress(EOFError, OSError):
        line.send(READY)
        while True:
            _answer(line, line.recv(), bundle, limits)


def _answer(line: Connection, batch: Sequence[Task], bundle: Bundle, limits: Limits) -> None:
    """Send the outcomes of a batch, those of quick tasks together: a message costs about as much as a tenth of a page."""
    packed: list[bytes] = []
    sent = time.monotonic()
    for task in batch:
        _set_alarm(math.ceil(limits.seconds) + 1)
        packed.append(_pack(task, attempt(task, bundle)))
        if time.monotonic() - sent > _SILENCE:
            line.send(packed)
            packed, sent = [], time.monotonic()
    _set_alarm(0)
    if packed:
        line.send(packed)


def _pack(task: Task, outcome: Outcome) -> bytes:
    """Return the outcome as bytes; one that cannot travel between processes is the job's fault."""
    try:
        return pickle.dumps(outcome)
    except MemoryError:
        return pickle.dumps(failed(task.job, "PB503", TOO_MUCH_MEMORY))
    except Exception as error:  # noqa: BLE001  pickle raises what the object raises
        return pickle.dumps(failed(task.job, "PB501", "What it gave cannot be sent between processes.", repr(error)))


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
