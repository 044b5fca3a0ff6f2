"""Job functions for the tests, importable by workers, and short ways to make jobs and to read trees."""

from __future__ import annotations

import os
import signal
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from playbook.model.jobs import Bundle, Job, Made
from playbook.problems import PlaybookError, problem
from playbook.publish import Published, publish

EMPTY = Bundle()


class Poison:
    """Something that ends the process which receives it."""

    def __reduce__(self) -> tuple[object, ...]:
        """Tell pickle how to make one: by leaving."""
        return os._exit, (3,)


class Refusal(BaseException):
    """Something so strict that no library may swallow it."""


def text(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give the data as bytes."""
    return Made(str(data).encode())


def leaves_a_folder(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give the temporary folder that it makes and forgets."""
    return Made(tempfile.mkdtemp().encode())


def keyed(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give the data as bytes, or nothing where the key says that the file at hand holds; data is (key, text)."""
    key, content = data  # type: ignore[misc]
    return Made(None if key == last_key else content.encode(), key)


def keyed_and_worried(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give a text with a problem, or neither where the key says that the file at hand holds; data is (key, text)."""
    made = keyed(data, bundle, last_key)
    return made if made.content is None else Made(made.content, made.key, (problem("PB403", "a.yaml", why=f"about {made.key}"),))


def worried(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give the data as bytes and a problem that quotes it."""
    return Made(str(data).encode(), problems=(problem("PB501", "plays/a.yaml", ("steps", 2, "do"), why=f"about {data}"),))


def bundled(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give the data, and the process that made it when the bundle asks for that."""
    process = f" {os.getpid()}".encode() if "with-process" in bundle.files else b""
    return Made(bundle.files["head"] + str(data).encode() + process)


def breaks(data: object, bundle: Bundle, last_key: str) -> Made:
    """Raise what a bug raises."""
    raise ValueError(f"bad\nluck with {data}")


def explains(data: object, bundle: Bundle, last_key: str) -> Made:
    """Raise what is meant for people."""
    raise PlaybookError("The picture is missing.", "Add it.")


def refuses(data: object, bundle: Bundle, last_key: str) -> Made:
    """Raise what no `except Exception` catches."""
    raise Refusal("outside the bundle")


def leaves(data: object, bundle: Bundle, last_key: str) -> Made:
    """End the program as libraries should not."""
    raise SystemExit(3)


def dies(data: object, bundle: Bundle, last_key: str) -> Made:
    """Be killed, as by a system that is out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def hangs(data: object, bundle: Bundle, last_key: str) -> Made:
    """Take longer than anybody waits."""
    time.sleep(600)
    raise AssertionError("still here")


def naps(data: object, bundle: Bundle, last_key: str) -> Made:
    """Sleep for as many seconds as the data says."""
    time.sleep(float(str(data)))
    return Made(b"")


def notes_its_process(data: object, bundle: Bundle, last_key: str) -> Made:
    """Leave a file in the folder that the data names, called after this process, and hang."""
    Path(str(data), f"process.{os.getpid()}").touch()
    return hangs(data, bundle, last_key)


def swells(data: object, bundle: Bundle, last_key: str) -> Made:
    """Ask for 2 GiB of memory, though for a moment."""
    return Made(str(len(bytes(2 << 30))).encode())


def cannot_travel(data: object, bundle: Bundle, last_key: str) -> Made:
    """Give something that no other process can receive."""
    return Made(b"", problems=(lambda: None,))  # type: ignore[arg-type]


def gives_none(data: object, bundle: Bundle, last_key: str) -> Made:
    """Say that the file at hand holds, whether there is one or not."""
    return Made(None)


def job(path: str, data: object = "", make: str = "text", weight: int = 1, fingerprint: str = "") -> Job:
    """Return a job whose fingerprint follows from its data, as it should."""
    return Job(path, f"publish_jobs:{make}", data, fingerprint or f"{make} {data!r}", weight=weight)


def texts(**pages: str) -> list[Job]:
    """Return a job for each page; `plays__a="x"` makes plays/a.html."""
    return [job(f"{name.replace('__', '/')}.html", data) for name, data in pages.items()]


def build(jobs: Sequence[Job], out: Path, **how: object) -> Published:
    """Publish in this process, as most tests want it."""
    return publish(jobs, out, EMPTY, **{"workers": 1, **how})  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return all that a folder holds: bytes of files, None for folders."""
    return {path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes() for path in sorted(folder.rglob("*"))}


def inodes(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return which file lies at each path, and when it and its folders were last changed."""
    stats = {path.relative_to(folder).as_posix(): path.lstat() for path in [folder, *sorted(folder.rglob("*"))]}
    return {path: (found.st_ino, found.st_mtime_ns, found.st_ctime_ns) for path, found in stats.items()}


def in_child(work: Callable[[], object]) -> int:
    """Do the work in a copy of this process that ends at once afterwards; return its exit code, negative for a signal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # some Pythons warn of threads; the copy uses none
        child = os.fork()
    if not child:
        try:
            work()
        except BaseException:  # noqa: BLE001  nothing may escape from the copy into the rest of the tests
            traceback.print_exc()
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
