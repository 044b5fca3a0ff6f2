"""The preview: what is saved is seen, whatever it is, and by nobody but this machine."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from playbook.edit import start

PLAY = "content_library/plays/gone-quiet-after-proposal.yaml"
PATIENCE = 60


@dataclass
class Running:
    """A preview that runs in a process of its own, and the library it shows."""

    root: Path
    port: int
    process: subprocess.Popen[str]

    def get(self, path: str, host: str = "") -> tuple[int, str]:
        """Return the status and the body of an answer."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asked.request("GET", path, headers={"Host": host} if host else {})
        answer = asked.getresponse()
        body = answer.read().decode("utf-8", "replace")
        asked.close()
        return answer.status, body

    def state(self, after: int = 0) -> dict[str, Any]:
        """Return the first outcome of a build with a greater number than `after`."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asked.request("GET", "/_preview/events")
        answer = asked.getresponse()
        try:
            while True:
                line = answer.readline().decode()
                if line.startswith("data: ") and (found := json.loads(line[6:]))["number"] > after:
                    return found
        finally:
            asked.close()

    def save(self, file: str, content: bytes | None) -> dict[str, Any]:
        """Write a file of the library, or delete it, and return the outcome of the build that follows."""
        before = self.state()["number"]
        if content is None:
            (self.root / file).unlink()
        else:
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            (self.root / file).write_bytes(content)
        return self.state(before)


def started(root: Path, port: int) -> Running:
    """Start a preview and wait for its address."""
    command = [sys.executable, "-m", "playbook", "serve", "--port", str(port), "--date", "2026-11-22", "--library", str(root)]
    log = root.parent / "log.txt"
    with log.open("w") as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, text=True)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", log.read_text()):
            return Running(root, int(found[1]), process)
        time.sleep(0.1)
    process.kill()
    process.wait()
    raise AssertionError(f"the preview has no address: {log.read_text()}")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a preview of a small library; at the end it stops like any program that is interrupted, while a page listens."""
    root = tmp_path_factory.mktemp("preview") / "library"
    start(root, small=True)
    found = started(root, 18400)
    listening = http.client.HTTPConnection("127.0.0.1", found.port, timeout=PATIENCE)
    listening.request("GET", "/_preview/events")
    listening.getresponse().readline()
    yield found
    found.process.send_signal(signal.SIGINT)
    assert found.process.wait(PATIENCE) == 0
    listening.close()


def test_a_page_carries_the_overlay_and_a_missing_one_too(running: Running) -> None:
    """Every page loads the overlay, from the preview itself; what is not there is said on a page that has it as well."""
    status, page = running.get("/index.html")
    assert (status, page.count("/_preview/overlay.js")) == (200, 1)
    assert "_preview" not in (running.root / ".playbook/preview/index.html").read_text(encoding="utf-8")
    status, page = running.get("/plays/nothing.html")
    assert (status, page.count("/_preview/overlay.js")) == (404, 1)
    assert running.get("/_preview/overlay.js")[0] == running.get("/_preview/overlay.css")[0] == 200


@pytest.mark.parametrize(
    "path", ["/../../enablement.yaml", "/%2e%2e/%2e%2e/enablement.yaml", "/..%2f..%2fenablement.yaml", "/_preview/app.py"]
)
def test_nothing_but_the_site_is_handed_out(running: Running, path: str) -> None:
    """No way leads out of the folder of the pages."""
    status, body = running.get(path)
    assert status == 404
    assert "company" not in body


@pytest.mark.parametrize("host", ["playbook.example.com", "127.0.0.1", "127.0.0.1:1", "localhost.example.com:18400"])
def test_another_host_is_refused(running: Running, host: str) -> None:
    """A name that somebody else pointed at this machine gets nothing, on no path."""
    assert running.get("/index.html", host)[0] == 403
    assert running.get("/_preview/events", host)[0] == 403


def test_it_listens_on_this_machine_alone(running: Running) -> None:
    """From the machine's own address in the network there is no way in."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(("192.0.2.1", 9))
        outside = asked.getsockname()[0]
    assert not outside.startswith("127.")
    with socket.socket() as knocking:
        knocking.settimeout(5)
        assert knocking.connect_ex((outside, running.port)) != 0


def test_a_save_is_seen_and_only_what_changed_is_made(running: Running) -> None:
    """A new title stands on the play's page after one build, which leaves the pages alone that do not show it."""
    text = (running.root / PLAY).read_text(encoding="utf-8")
    told = running.save(PLAY, re.sub("^title: .*", "title: They say nothing more", text, flags=re.MULTILINE).encode())
    assert "They say nothing more" in running.get("/plays/gone-quiet-after-proposal.html")[1]
    assert "plays/gone-quiet-after-proposal.html" in told["made"]
    assert "glossary.html" not in told["made"]
    assert (told["problems"], told["stopped"]) == ([], "")
    running.save(PLAY, text.encode())


def test_a_mistake_is_told_with_the_way_to_its_line(running: Running) -> None:
    """The overlay gets the problem, whose page it is, and an address that opens the line in the editor."""
    text = (running.root / PLAY).read_text(encoding="utf-8")
    [problem] = running.save(PLAY, text.replace("- operations-director", "- operations-directer").encode())["problems"]
    assert (problem["code"], problem["where"], problem["page"]) == ("PB203", f"{PLAY}:5", "plays/gone-quiet-after-proposal.html")
    assert problem["open"] == f"vscode://file{running.root}/{PLAY}:5:5"
    assert running.save(PLAY, text.encode())["problems"] == []


def test_a_file_in_the_middle_of_being_written_leaves_the_page_as_it_was(running: Running) -> None:
    """What cannot be read is told, and the page keeps what it said before."""
    text = (running.root / PLAY).read_bytes()
    before = running.get("/plays/gone-quiet-after-proposal.html")[1]
    told = running.save(PLAY, text + b"say: 'half a sen")
    line = text.count(b"\n") + 1
    [first, *_] = told["problems"]
    assert told["stopped"] == f"{PLAY}:{line} cannot be read as it is now. {first['why']} {first['remedy']}\n{first['suggestion']}"
    assert first["suggestion"]
    assert {problem["where"].partition(":")[0] for problem in told["problems"]} == {PLAY}
    after = running.get("/plays/gone-quiet-after-proposal.html")[1]
    assert re.sub('data-number="[0-9]+"', "", after) == re.sub('data-number="[0-9]+"', "", before)
    running.save(PLAY, text)


BAD = {
    "half a file": (PLAY, b"title: [They\n  say: {"),
    "no text": (PLAY, bytes(range(256))),
    "nothing": (PLAY, b""),
    "no file": (PLAY, None),
    "no project file": ("enablement.yaml", None),
    "a project file that is a list": ("enablement.yaml", b"- a\n- b\n"),
    "a template that cannot be read": ("templates/play.html", b"{% extends 'theme/play.html' %}{% block main %}{{ page."),
    "a template that asks for what is not there": ("templates/play.html", b"{% extends 'theme/play.html' %}{% block main %}{{ page.no }}"),
}


@pytest.mark.parametrize("bad", BAD)
def test_it_survives_any_save_and_keeps_the_last_good_page(running: Running, bad: str) -> None:
    """After a bad save there is a page as before and something that says what is wrong; after a good one all is well again."""
    file, content = BAD[bad]
    before = (running.root / file).read_bytes() if (running.root / file).exists() else None
    told = running.save(file, content)
    assert told["stopped"] or told["problems"] or content is None
    assert running.get("/index.html")[0] == 200
    mended = running.save(file, before)
    assert (mended["stopped"], mended["problems"]) == ("", [])
    assert running.get("/plays/gone-quiet-after-proposal.html")[0] == 200


def test_a_port_that_is_taken_leads_to_the_next(tmp_path: Path) -> None:
    """A second preview finds a port of its own; stopped at once, it ends at once."""
    start(tmp_path / "library", small=True)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        second = started(tmp_path / "library", port)
    assert second.port > port
    began = time.monotonic()
    second.process.send_signal(signal.SIGINT)
    assert second.process.wait(PATIENCE) == 0
    assert time.monotonic() - began < PATIENCE / 2
