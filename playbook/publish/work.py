"""One job, tried once: the edge where whatever a job throws becomes a Problem."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from playbook.model.jobs import Bundle, Job, Made
from playbook.problems import PlaybookError, Problem, problem

TOO_MUCH_MEMORY = "It needed more memory than one page may have."


class Task(Struct, frozen=True):
    """A job that must run, and the key of its file at hand: empty where there is none that holds."""

    job: Job
    last_key: str = ""


class Limits(Struct, frozen=True):
    """What one job may use: seconds of time and bytes of address space."""

    seconds: float
    memory: int


class Outcome(Struct, frozen=True):
    """What a job gave, or why it gave nothing, with the traceback where there is one."""

    made: Made | None = None
    failure: Problem | None = None
    detail: str = ""


def attempt(task: Task, bundle: Bundle) -> Outcome:
    """Run the job; only KeyboardInterrupt passes through."""
    try:
        made = _function(task.job.make)(task.job.data, bundle, task.last_key)
        if isinstance(made, Made) and _is_usable(made, task):
            return Outcome(made)
        return failed(task.job, "PB501", "It gave nothing that could be written.")
    except KeyboardInterrupt:
        raise
    except MemoryError:
        return failed(task.job, "PB503", TOO_MUCH_MEMORY, _traceback())
    except PlaybookError as error:
        return failed(task.job, "PB501", error.what, _traceback(), error.remedy)
    except BaseException as error:  # noqa: BLE001  a strict refusal is no Exception on purpose, so that no library on its way swallows it
        return failed(task.job, "PB501", _in_a_line(error), _traceback())


def failed(job: Job, code: str, why: str, detail: str = "", remedy: str = "") -> Outcome:
    """Return the Outcome of a job that gave nothing: a Problem that names the page and says why in a sentence."""
    found = problem(code, "", what=f"{job.label or job.path} could not be made", why=why, remedy=remedy)
    return Outcome(failure=found, detail=detail)


@cache
def _function(name: str) -> Callable[[object, Bundle, str], object]:
    module, _, attribute = name.partition(":")
    function: Callable[[object, Bundle, str], object] = getattr(importlib.import_module(module), attribute)
    return function


def _is_usable(made: Made, task: Task) -> bool:
    """Tell whether there are bytes, or a file at hand that still holds."""
    return bool(task.last_key) if made.content is None else isinstance(made.content, bytes)


def _in_a_line(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{text} ({type(error).__name__})." if text else f"{type(error).__name__}."


def _traceback() -> str:
    import traceback

    return traceback.format_exc()
