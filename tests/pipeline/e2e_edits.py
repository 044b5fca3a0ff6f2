"""Edits as teams make them, drawn by chance from a seed: words, new fields, names, copies, deletions, templates, looks, slips."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import yaml

PLAIN = re.compile(r"^(\s*(?:- )?[a-z_]+: )([A-Za-z][\w ,.]{8,})$", re.MULTILINE)
OVERRIDDEN = ("play", "asset", "persona", "list", "collection", "entry", "home", "said", "coverage")


class Editor:
    """Changes a library step by step; the same seed gives the same steps."""

    def __init__(self, root: Path, seed: int) -> None:
        """Begin with a library; every edit lands in its files."""
        self.root = root
        self.chance = random.Random(seed)
        self.step = 0
        self.edits: list[Callable[[], str]] = [
            self.words, self.words, self.words, self.field, self.rename, self.copy, self.delete,
            self.template, self.styles, self.looks, self.slip, self.touch,
        ]  # fmt: skip

    def edit(self) -> str:
        """Make the next edit and say what it was."""
        self.step += 1
        return f"{self.step}: {self.chance.choice(self.edits)()}"

    def entry(self) -> Path:
        """Draw an entry."""
        files = [path for folder in ("personas", "content_library") for path in (self.root / folder).rglob("*.yaml")]
        return self.chance.choice(sorted(path for path in files if path.parent.name != "content_library"))

    def words(self) -> str:
        """Add a word to one of the texts of an entry."""
        file = self.entry()
        text = file.read_text(encoding="utf-8")
        found = list(PLAIN.finditer(text))
        if found:
            end = self.chance.choice(found).end()
            file.write_text(f"{text[:end]} edited{self.step}{text[end:]}", encoding="utf-8")
        return f"words in {file.name}"

    def field(self) -> str:
        """Give an entry a field of the team's own."""
        file = self.entry()
        text = file.read_text(encoding="utf-8")
        if "\nextra:" not in text:
            file.write_text(f"{text.rstrip()}\nextra:\n  remark: Added in step {self.step}\n", encoding="utf-8")
        return f"a field in {file.name}"

    def rename(self) -> str:
        """Give an entry another id; what named it dangles."""
        file = self.entry()
        file.rename(file.with_name(f"{file.stem}-{self.step}.yaml"))
        return f"{file.name} renamed"

    def copy(self) -> str:
        """Begin an entry as a copy of another."""
        file = self.entry()
        file.with_name(f"copy-{self.step}.yaml").write_bytes(file.read_bytes())
        return f"{file.name} copied"

    def delete(self) -> str:
        """Delete an entry."""
        file = self.entry()
        file.unlink()
        return f"{file.name} deleted"

    def template(self) -> str:
        """Lay a template over one of the theme's, or take it away again."""
        name = self.chance.choice(OVERRIDDEN)
        file = self.root / "templates" / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        if file.exists():
            file.unlink()
            return f"{name}.html taken away"
        meta = f'<meta name="step" content="{self.step}">'
        file.write_text(f'{{% extends "theme/{name}.html" %}}\n{{% block head %}}{meta}{{% endblock %}}\n')
        return f"{name}.html laid over"

    def styles(self) -> str:
        """Change the team's own styles, for the screen or for paper."""
        name = self.chance.choice(["team.css", "print.css"])
        file = self.root / "templates/css" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"h1 {{ margin-top: {self.step}px }}\n")
        return name

    def looks(self) -> str:
        """Change the colour in the project file."""
        file = self.root / "enablement.yaml"
        settings = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        settings["brand"] = {**settings.get("brand", {}), "accent": f"#0b5c{self.step + 16:02x}"}
        file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return "another colour"

    def slip(self) -> str:
        """Make a file unreadable with a slip of the finger."""
        file = self.entry()
        file.write_text(file.read_text(encoding="utf-8") + f"step{self.step}: [open\n\tdone: {{\n", encoding="utf-8")
        return f"a slip in {file.name}"

    def touch(self) -> str:
        """Save a file again as it is, with an older date."""
        file = self.entry()
        os.utime(file, (self.step, self.step))
        return f"{file.name} touched"
