"""Workers give what one process gives, and one bad job costs one page."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from publish_jobs import EMPTY, Poison, build, job, texts, tree

from playbook.model.jobs import Bundle, Job
from playbook.problems import PlaybookError
from playbook.publish import publish, workers
from playbook.publish.work import Limits, Task
from playbook.publish.workers import run_in_workers

HEAVY = 1000
GENEROUS = Limits(60.0, 4 << 30)


def pages(count: int, weight: int = HEAVY) -> list[Job]:
    """Return jobs that a pool is started for."""
    return [job(f"plays/{number}.html", f"page {number} " * 50, "worried", weight=weight) for number in range(count)]


@pytest.fixture
def together(out: Path) -> Iterator[Path]:
    """Return where a site may go, and check that the test leaves no process behind."""
    yield out
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_one_worker_two_and_none_give_equal_bytes(tmp_path: Path) -> None:
    """The same jobs give the same tree, record and problems in this process, in two others and in five."""
    done = [publish(pages(40), tmp_path / str(count), EMPTY, workers=count) for count in (1, 2, 5)]
    assert done[0] == done[1] == done[2]
    assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "5")


def test_a_worker_that_is_dead_when_work_comes_costs_no_page(together: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who dies between two batches breaks the line; that is no fault of a disk, and the batch is made by another."""
    employ = workers._employ
    killed: list[int | None] = []

    def late(crew: workers._Crew, worker: workers._Worker) -> None:
        if not killed:
            killed.append(worker.process.pid)
            worker.process.kill()
            worker.process.join()
        employ(crew, worker)

    monkeypatch.setattr(workers, "_employ", late)
    done = publish(pages(40, weight=50), together, EMPTY, workers=2)
    assert killed
    assert (done.failed, done.swapped) == ((), True)


def test_each_worker_has_the_bundle(out: Path) -> None:
    """Jobs in workers read the bundle, and heavy jobs run in other processes than this one."""
    bundle = Bundle({"head": b"HEAD ", "with-process": b""})
    publish([job(f"{number}.html", number, "bundled", weight=HEAVY) for number in range(8)], out, bundle, workers=2)
    heads, numbers, processes = zip(*((out / f"{number}.html").read_text().split() for number in range(8)), strict=True)
    assert set(heads) == {"HEAD"}
    assert numbers == tuple("01234567")
    assert str(os.getpid()) not in processes


def test_what_workers_leave_in_temporary_folders_goes_with_them(out: Path) -> None:
    """A worker is killed and cannot tidy up; a machine that builds all day must not fill up all the same."""
    publish([job(f"{number}.html", "", "leaves_a_folder", weight=HEAVY) for number in range(4)], out, EMPTY, workers=2)
    left = [Path((out / f"{number}.html").read_text()) for number in range(4)]
    assert len(set(left)) == 4
    assert [folder for folder in left if folder.exists() or folder.parent.exists()] == []


@pytest.mark.parametrize(("weight", "elsewhere"), [(1, False), (60, True)])
def test_few_light_jobs_start_no_worker(out: Path, weight: int, elsewhere: bool) -> None:
    """Light pages are made here, where that is faster; a single heavy one runs where it can be stopped."""
    publish([job("a.html", "", "bundled", weight=weight)], out, Bundle({"head": b"", "with-process": b""}))
    assert (out.joinpath("a.html").read_text().strip() != str(os.getpid())) == elsewhere


@pytest.mark.parametrize(
    ("make", "code", "why"),
    [
        ("breaks", "PB501", "bad luck with data (ValueError)."),
        ("explains", "PB501", "The picture is missing."),
        ("refuses", "PB501", "outside the bundle (Refusal)."),
        ("leaves", "PB501", "3 (SystemExit)."),
        ("gives_none", "PB501", "It gave nothing that could be written."),
        ("missing", "PB501", "module 'publish_jobs' has no attribute 'missing' (AttributeError)."),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_whatever_a_job_throws_is_a_problem(together: Path, make: str, code: str, why: str, count: int) -> None:
    """Here and in workers, a bug, a refusal, an exit and nonsense become one Problem that names the page, without a traceback."""
    bad = Job("plays/bad.html", f"publish_jobs:{make}", "data", "f", label="Play “Bad”", weight=HEAVY)
    done = publish([*pages(3), bad], together, EMPTY, workers=count)
    (found,) = (problem for problem in done.problems if problem.file == "")
    assert (found.code, found.what, found.why) == (code, "Play “Bad” could not be made", why)
    assert done.failed == ("plays/bad.html",)
    assert not together.exists()


def test_what_is_meant_for_people_reaches_them_and_the_traceback_is_kept_apart(out: Path) -> None:
    """A PlaybookError's remedy is the problem's remedy; the traceback is there for a bug report only."""
    done = build([job("a.html", "", "explains")], out)
    assert done.problems[0].remedy == "Add it."
    assert "Traceback" in dict(done.details)["a.html"]
    assert "Traceback" not in str(done.problems)


@pytest.mark.parametrize(
    ("make", "code", "limits"),
    [
        ("dies", "PB503", {}),
        ("swells", "PB503", {"memory_limit": 1 << 30}),
        ("hangs", "PB502", {"time_limit": 1.0}),
        ("cannot_travel", "PB501", {}),
    ],
)
@pytest.mark.parametrize("weight", [1, HEAVY])
def test_a_bad_job_costs_one_page(together: Path, make: str, code: str, limits: dict, weight: int) -> None:
    """A job that is killed, needs too much memory or time, or gives what cannot travel fails alone, and its batch goes on without it."""
    good = pages(700, weight=1)
    jobs = [*good[:350], job("bad.html", "", make, weight), *good[350:]]
    done = publish(jobs, together, EMPTY, workers=2, keep_going=True, **limits)
    assert done.failed == ("bad.html",)
    assert [found.code for found in done.problems if not found.file] == [code]
    assert sum(path.name != "bad.html" for path in together.rglob("*.html")) == 700


def test_many_killed_workers_are_replaced(together: Path) -> None:
    """Each job that kills its worker is one failure; the build still ends, with everything else made."""
    jobs = [job(f"bad{number}.html", "", "dies", HEAVY) for number in range(6)] + pages(6)
    done = publish(jobs, together, EMPTY, workers=2, keep_going=True)
    assert len(done.failed) == 6
    assert len(list(together.glob("plays/*.html"))) == 6


def test_the_memory_limit_leaves_room_for_ordinary_work(out: Path) -> None:
    """What fails under a limit of one GiB passes under three: the limit, and nothing else, stopped it."""
    assert not publish([job("big.html", "", "swells", HEAVY)], out, EMPTY, memory_limit=3 << 30).failed


def test_the_time_limit_is_each_jobs_own() -> None:
    """Jobs that travel in one batch share no clock: five of a third of a second pass a limit of one second."""
    naps = [Task(job(str(number), 0.3, "naps")) for number in range(5)]
    assert len(workers._batches([*naps, *naps, *naps, *naps], 1)[0]) == 5
    outcomes = run_in_workers([*naps, *naps, *naps, *naps], EMPTY, Limits(1.0, 0), 2)
    assert [outcome.failure for _, outcome in outcomes] == [None] * 20


def test_the_heaviest_come_first() -> None:
    """Heavy jobs start first, alone; light ones follow in batches of about equal weight."""
    weights = [1, 500, 1, 300, 1, 1]
    batches = workers._batches([Task(job(str(place), weight=weight)) for place, weight in enumerate(weights)], 2)
    assert [[task.job.weight for task in batch] for batch in batches] == [[500], [300], [1, 1, 1, 1]]


def test_workers_that_cannot_start_are_said() -> None:
    """Where every worker ends before its first job the build stops with a sentence, rather than trying for ever."""
    tasks = [Task(job("a", "", "text"))]
    with pytest.raises(PlaybookError, match=r"could not be started.*--jobs 1"):
        list(run_in_workers(tasks, Bundle({"poison": Poison()}), GENEROUS, 1))


def test_giving_up_early_ends_the_workers(together: Path) -> None:
    """Whoever stops listening, by Ctrl-C or a full disk, leaves no worker running."""
    outcomes = run_in_workers([Task(found) for found in pages(20)], EMPTY, GENEROUS, 2)
    next(outcomes)
    outcomes.close()


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """A build that is killed leaves no worker that goes on for an hour: each ends when its job's time is over."""
    script = f"""
import sys; sys.path[:0] = {sys.path!r}
from publish_jobs import EMPTY, job
from playbook.publish import publish
if __name__ == "__main__":
    jobs = [job(str(n), "{tmp_path}", "notes_its_process", 1000) for n in range(2)]
    publish(jobs, "{tmp_path}/site", EMPTY, workers=2, time_limit=1)
"""
    (tmp_path / "build.py").write_text(script)
    build_ = subprocess.Popen([sys.executable, tmp_path / "build.py"])
    processes = _until(lambda: [int(path.suffix[1:]) for path in tmp_path.glob("process.*")], 2)
    build_.kill()
    build_.wait()
    _until(lambda: [number for number in processes if not _runs(number)], 2)


def _until(look, count: int) -> list[int]:
    """Wait until there are as many, for at most half a minute."""
    for _ in range(600):
        if len(found := look()) == count:
            return found
        time.sleep(0.05)
    pytest.fail(f"{found} after 30 seconds")


def _runs(process: int) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_light_pages_arrive_in_order_of_the_jobs(out: Path) -> None:
    """Whatever order the jobs end in, what is told follows the order in which they were given."""
    done = publish(pages(30, weight=30), out, EMPTY, workers=3)
    assert done.made == tuple(f"plays/{number}.html" for number in range(30))
    assert [found.why.split()[2] for found in done.problems] == [str(number) for number in range(30)]


def test_copies_come_from_the_bundle(out: Path) -> None:
    """Fonts and styles are jobs as well: the bytes of the bundle under their name."""
    font = Job("fonts/inter.ttf", "playbook.publish:copy", "inter", "f")
    publish([font, *texts(index="hello")], out, Bundle({"inter": b"\0font"}))
    assert (out / "fonts/inter.ttf").read_bytes() == b"\0font"
