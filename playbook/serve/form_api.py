"""What the form editor asks, answered from the library's files. It is written so that an author's file changes only where a form did."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any

from msgspec import Struct, field

from playbook.edit import Change, EntryFile, applied, long_form, must_be_free, new_problems, write, written_anew
from playbook.formats import SEEN, first_fields
from playbook.load import read, shape_for
from playbook.model.documents import Document
from playbook.model.kinds import FILE_TYPES, FILES_FOLDER, KINDS, LARGEST_FILE
from playbook.model.shapes import Group
from playbook.pipeline import STATE_FOLDER, check
from playbook.problems import Level, PlaybookError
from playbook.serve.form_data import from_form, to_form

Params = Mapping[str, Any]


class Forms(Struct):
    """A library as the form editor sees it: a store of entries and of files, addressed by their paths."""

    root: Path
    today: Callable[[], date]
    _written: dict[tuple[str, str], str] = field(default_factory=dict)
    _one: Lock = field(default_factory=Lock)

    def answer(self, action: str, params: Params) -> Any:
        """Return the answer to a question; raises PlaybookError for what is refused, KeyError for what is no question."""
        answers: dict[str, Callable[[Params], Any]] = {
            "info": lambda _: {"repo": self.root.name, "publish_modes": ["simple"], "type": "local_fs"},
            "entriesByFolder": lambda asked: [
                self._entry(each) for each in self._documents() if each.file.startswith(f"{asked['folder']}/")
            ],
            "entriesByFiles": lambda asked: [self._at(each["path"]) for each in asked["files"]],
            "getEntry": lambda asked: self._at(asked["path"]),
            "persistEntry": self._persist,
            "deleteFiles": lambda asked: self._delete(asked["paths"]),
            "deleteFile": lambda asked: self._delete([asked["path"]]),
            "getMedia": lambda _: [_media(self.root, file) for file in self._files()],
            "getMediaFile": lambda asked: _media(self.root, self._file(asked["path"])),
            "persistMedia": lambda asked: self._keep(asked["asset"]),
            "unpublishedEntries": lambda _: [],
            "getDeployPreview": lambda _: None,
        }
        with self._one:
            return answers[action](params)

    def _documents(self) -> list[Document]:
        """Return the entries that a form can show: those that can be read, in files that end as new ones do."""
        found = read(self.root, self.root / STATE_FOLDER).documents
        return [each for each in found if each.data is not None and each.kind != "reviews" and each.file.endswith(".yaml")]

    def _document(self, path: str) -> Document | None:
        return next((each for each in self._documents() if each.file == path), None)

    def _at(self, path: str) -> dict[str, Any]:
        found = self._document(path)
        return self._entry(found) if found else {"data": None, "file": {"path": path, "id": None}}

    def _entry(self, document: Document) -> dict[str, Any]:
        seen = sha256((self.root / document.file).read_bytes()).hexdigest()
        shape = shape_for(document.kind)
        first = first_fields(document.kind, shape if isinstance(shape, Group) else None)
        form = {**to_form(shape, long_form(shape, document.data), first), SEEN: seen}
        return {"data": json.dumps(form, ensure_ascii=False), "file": {"path": document.file, "id": seen}}

    def _persist(self, params: Params) -> dict[str, str]:
        files = params.get("dataFiles") or [params["entry"]]
        changes = [self._change(each) for each in files]
        self._write([*changes, *(_uploaded(self.root, each) for each in params.get("assets", ()))])
        for each, change in zip(files, changes, strict=True):
            seen = json.loads(each["raw"]).get(SEEN)
            if isinstance(seen, dict):
                self._written[seen["tab"], seen["state"]] = sha256(change.after or b"").hexdigest()
        return {"message": "saved"}

    def _change(self, sent: Params) -> Change:
        """Return the change of one file by what a form sent."""
        path, form = sent["path"], json.loads(sent["raw"])
        if sent.get("newPath") not in (None, path):
            raise PlaybookError("A form cannot rename an entry.", "Run `playbook rename`, which changes every place that names it.")
        document = self._document(path)
        if document is None:
            return self._new(path, form)
        raw = (self.root / path).read_bytes()
        if self._latest(form.get(SEEN)) != sha256(raw).hexdigest():
            raise PlaybookError(f"{path} has been changed by somebody else meanwhile.", "Nothing was written. Load the page again.")
        file = EntryFile(path, document.kind, document.id, raw)
        file.must_be_readable()
        return file.change_to(applied(file, from_form(shape_for(document.kind), form)))

    def _latest(self, seen: Any) -> str:
        """Return the state that a form shows: the one that it read, or what it has written itself since."""
        if not isinstance(seen, dict):
            return str(seen)
        state = str(seen["state"])
        while (after := self._written.get((seen["tab"], state))) and after != state:
            state = after
        return state

    def _new(self, path: str, form: dict[str, Any]) -> Change:
        folder, _, name = path.rpartition("/")
        kind = next((kind for kind in KINDS.values() if kind.folder == folder and name.endswith(".yaml")), None)
        if kind is None or (self.root / path).exists():
            raise PlaybookError(f"{path} cannot be written by a form.", "Nothing was written. Open it in a text editor.")
        must_be_free(self.root, check(self.root, today=self.today()).library, kind.name, name.removesuffix(".yaml"))
        shape = shape_for(kind.name)
        return Change(path, None, written_anew(long_form(shape, from_form(shape, form))))

    def _delete(self, paths: list[str]) -> dict[str, str]:
        known = {each.file for each in self._documents()} | {*self._files()}
        if strange := [path for path in paths if path not in known]:
            raise PlaybookError(f"{strange[0]} is no file of this library.", "Nothing was deleted.")
        for path in paths:
            self._must_be_nobodys(path, paths)
        self._write([Change(path, (self.root / path).read_bytes(), None) for path in paths])
        return {"message": "deleted"}

    def _must_be_nobodys(self, path: str, going: list[str]) -> None:
        """Refuse to delete an entry that others name, and say which: what has been used is retired."""
        document = self._document(path)
        library = check(self.root, today=self.today()).library
        edges = library.used_by(document.kind, document.id) if document else ()
        naming = {edge.file: library.get(edge.source_kind, edge.source_id) for edge in edges if edge.file not in {path, *going}}
        if naming:
            told = [f"{entry.title_text if entry else file} ({file})" for file, entry in naming.items()]
            more = f" and {len(told) - 3} more" if len(told) > 3 else ""
            raise PlaybookError(
                f"It is named by {', '.join(told[:3])}{more}.", "Set Status to retired instead, or take it out there first."
            )

    def _write(self, changes: list[Change]) -> None:
        """Write all, or nothing where the library would have an error that it has not now."""
        entries = [change for change in changes if not change.file.startswith(f"{FILES_FOLDER}/")]
        worse = [found for found in new_problems(self.root, entries, today=self.today()) if found.level is Level.ERROR]
        if worse:
            raise PlaybookError(f"Nothing was written. {worse[0].why}", worse[0].remedy)
        write(self.root, changes)

    def _files(self) -> list[str]:
        return [file.relative_to(self.root).as_posix() for file in sorted((self.root / FILES_FOLDER).rglob("*")) if file.is_file()]

    def _file(self, path: str) -> str:
        if path not in self._files():
            raise PlaybookError(f"{path} is no file of this library.")
        return path

    def _keep(self, asset: Params) -> dict[str, Any]:
        write(self.root, [_uploaded(self.root, asset)])
        return _media(self.root, asset["path"])


def _media(root: Path, file: str) -> dict[str, Any]:
    content = (root / file).read_bytes()
    told = {"path": file, "name": PurePosixPath(file).name, "id": sha256(content).hexdigest()}
    return {**told, "content": base64.b64encode(content).decode(), "encoding": "base64"}


def _uploaded(root: Path, asset: Params) -> Change:
    """Return the change that puts a file into the folder of files; raises PlaybookError for any other place or sort of file."""
    path = PurePosixPath(asset["path"])
    if path.parent.as_posix() != FILES_FOLDER or path.name.startswith(".") or path.suffix.lower() not in FILE_TYPES or "\\" in path.name:
        raise PlaybookError(f"{path} cannot be kept.", f"Files that are published lie in {FILES_FOLDER}/ and are of a known sort.")
    try:
        content = base64.b64decode(asset["content"], validate=True)
    except binascii.Error as wrong:
        raise PlaybookError(f"{path} did not arrive whole.", "Try again.") from wrong
    if len(content) > LARGEST_FILE:
        raise PlaybookError(f"{path} is larger than {LARGEST_FILE // 1024 // 1024} MB.", "Put a link to it instead.")
    there = root / path
    return Change(path.as_posix(), there.read_bytes() if there.exists() else None, content)
