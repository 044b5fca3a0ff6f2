"""With the schemas, an editor's language server offers the library's own ids and says what they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.edit import start

SERVER = "yaml-language-server@1.25.0"
ASSET = "content_library/assets/new.yaml"
pytestmark = pytest.mark.prove
Run = Callable[..., Any]  # the fixture `run` of conftest.py


class Server:
    """The language server of editors, fetched by npm and spoken to as an editor does, with the settings of a library."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said: dict[str, list[dict[str, Any]]] = {}
        self._settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
        self._number = 0
        npm = shutil.which("npm")
        assert npm, "npm is needed to fetch the language server"
        command = [npm, "exec", "--yes", f"--package={SERVER}", "--", "yaml-language-server", "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        able = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        folders = [{"uri": root.as_uri(), "name": "library"}]
        self.ask("initialize", processId=os.getpid(), rootUri=root.as_uri(), workspaceFolders=folders, capabilities=able)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": self._yaml()})

    def _yaml(self) -> dict[str, Any]:
        return {"schemas": self._settings, "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}

    def tell(self, method: str, **params: Any) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a question and return its answer; meanwhile the server's own questions are answered."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]
            self._take(message)

    def problems(self, uri: str) -> list[str]:
        """Return what the server marks in a file that has a slip; before that it may not have read its settings."""
        while not self.said.get(uri):
            self._take(self._read())
        return [each["message"] for each in self.said[uri]]

    def open(self, text: str) -> tuple[str, dict[str, int]]:
        """Open an asset with a | where the cursor stands, and return its address and the cursor's place."""
        before = text.partition("|")[0]
        uri = (self.root / ASSET).as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text.replace("|", "")})
        return uri, {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("method") == "workspace/configuration":
            items = message["params"]["items"]
            self._send({"id": message["id"], "result": [self._yaml() if each.get("section") == "yaml" else {} for each in items]})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else length
        assert length, "the language server went away"
        found: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return found


@pytest.fixture
def server(run: Run, tmp_path: Path) -> Iterator[Server]:
    """Return a language server in the sample, whose schemas are written and bound."""
    start(tmp_path / "sample", small=False)
    run("schema", "--yes", at=tmp_path / "sample")
    found = Server(tmp_path / "sample")
    yield found
    found.process.terminate()
    found.process.communicate(timeout=30)


def test_ids_are_offered_with_what_they_are(server: Server) -> None:
    """At a use's personas all personas of the sample are offered, each with its title, which hovering shows as well."""
    uri, place = server.open("title: A\ntype: deck\nsumary: B\nuses:\n  - when: They ask\n    personas:\n      - pl|ant-manager\n")
    server.problems(uri)
    offered = server.ask("textDocument/completion", textDocument={"uri": uri}, position=place)["items"]
    told = {each["label"]: str(each.get("documentation")) for each in offered}
    assert told.keys() >= {path.stem for path in (server.root / "personas").glob("*.yaml")}
    assert "Plant manager" in told["plant-manager"]
    shown = server.ask("textDocument/hover", textDocument={"uri": uri}, position=place)["contents"]["value"]
    assert "`plant-manager`: Plant manager" in shown


def test_slips_are_marked(server: Server) -> None:
    """A misspelt field and an unknown id are marked, each with what would be right."""
    uri, _ = server.open("title: A\ntype: deck\nsumary: B\nreplaced_by: nothing\n")
    said = " ".join(server.problems(uri))
    assert "sumary" in said
    assert '"pay-guide-2027"' in said
