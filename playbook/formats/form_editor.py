"""The configuration of the form editor, made from the model: a form for each kind, its fields in the order in which marketers meet them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from playbook.library import Library, offered
from playbook.model.entries import own_first
from playbook.model.first_fields import FIRST, FIRST_IN
from playbook.model.kinds import AGREEMENT, AGREEMENT_FILE, FILES_FOLDER, KINDS, SETTINGS_FILE, Kind
from playbook.model.settings import Settings
from playbook.model.shapes import Field, Group, Many, Scalar, Shape, Table, shape_of
from playbook.model.walk import values

API = "/api/v1"
MORE, SEEN = "more", "seen"
"""The group of all fields that are not among the first, and the field that says which state of the file a form shows."""
Widget = dict[str, Any]
_LIST = {"widget": "list", "collapsed": True}


def configuration(library: Library) -> dict[str, Any]:
    """Return what the editor needs to know to show forms for a library, where the preview keeps its files."""
    return {"backend": {"name": "proxy", "proxy_url": API}, **_shown(_Forms(library, _used(library)))}


def hosted_configuration(library: Library, backend: Mapping[str, Any], mode: str) -> dict[str, Any]:
    """Return the same where the editor itself reads and writes the files, in a repository that others keep.

    The editor writes a file's fields in the order of its form: so they stand in the order of `playbook fmt`, not in a marketer's. It writes
    back what a form does not show.
    """
    return {"backend": backend, "publish_mode": mode, **_shown(_Forms(library, _used(library), hosted=True))}


def _shown(forms: _Forms) -> dict[str, Any]:
    single = [
        forms.file("enablement", "The project", SETTINGS_FILE, Settings),
        forms.file("agreement", "Agreement", AGREEMENT_FILE, AGREEMENT.of),
    ]
    return {
        "media_folder": FILES_FOLDER,
        "public_folder": "/",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [*map(forms.folder, KINDS.values()), {"name": "single", "label": "Project and agreement", "files": single}],
    }


def first_fields(name: str, group: Group | None = None) -> tuple[str, ...]:
    """Return the fields of a kind, or of another file by its name, that a form shows at once: whether it is a draft is the second."""
    first = FIRST.get(name) or tuple(group.fields if group else ())[:8]
    has_status = name in KINDS and "status" in shape_of(KINDS[name].of).fields
    return (first[0], "status", *(each for each in first[1:] if each != "status")) if has_status else first


def _used(library: Library) -> Mapping[tuple[str, str], set[str]]:
    """Return what is written where something is chosen: an id that nothing has must be seen in a form, too, or it would be lost."""
    found: dict[tuple[str, str], set[str]] = {}
    for thing in (*library.all(), library.settings, *([library.agreement] if library.agreement else [])):
        for value in values(thing):
            if value.scalar.of:
                found.setdefault((value.scalar.sort, value.scalar.of), set()).add(str(value.value))
    return found


class _Forms(Struct, frozen=True):
    """Makes forms for one library."""

    library: Library
    used: Mapping[tuple[str, str], set[str]]
    hosted: bool = False

    def folder(self, kind: Kind) -> dict[str, Any]:
        """Return the form of a kind whose entries lie in a folder."""
        label = kind.plural.capitalize()
        return {
            "name": kind.plural,
            "label": f"{kind.group.capitalize()}: {label}",
            "label_singular": kind.name.capitalize(),
            "folder": kind.folder,
            "extension": "yaml",
            "format": "yaml" if self.hosted else "json",
            "create": True,
            "identifier_field": FIRST[kind.name][0],
            "fields": self.fields(shape_of(kind.of), first_fields(kind.name)),
        }

    def file(self, name: str, label: str, file: str, of: type) -> dict[str, Any]:
        """Return the form of a file of which there is one."""
        group = shape_of(of)
        return {"name": name, "label": label, "file": file, "fields": self.fields(group, first_fields(name, group))}

    def fields(self, group: Group, first: Iterable[str]) -> list[Widget]:
        """Return the first fields, and all others in a group that is closed at first: of that only the preview knows."""
        if self.hosted:
            return self._each(group, own_first(group), top=True)
        rest = [name for name in group.fields if name not in {*first}]
        more = {"name": MORE, "label": "More", "widget": "object", "required": False, "collapsed": True}
        shown = [*self._each(group, first, top=True), {**more, "fields": self._each(group, rest)}]
        return [*shown, {"name": SEEN, "label": "Seen", "widget": "hidden", "required": False}]

    def _each(self, group: Group, names: Iterable[str], *, top: bool = False) -> list[Widget]:
        found = [(group.fields[name], self.widget(group.fields[name].shape)) for name in names]
        return [{**_named(known, top=top), **widget} for known, widget in found if widget]

    def widget(self, shape: Shape) -> Widget:
        """Return how a value is filled in; nothing for what a form shows nowhere and keeps as it is.

        That is what is free and, where no preview translates it, a table of names that a team gives.
        """
        match shape:
            case Scalar():
                return self._scalar(shape)
            case Many(item=Scalar() as item):
                one = self._scalar(item)
                items = {"widget": "list", "collapsed": False, "field": {"name": "item", "label": "Item", **one}}
                return {**one, "multiple": True} if one["widget"] == "select" else items
            case Many(item=Group() as item):
                return {**_LIST, "summary": _summary(item), "fields": self._inside(item)}
            case Table() if not self.hosted:
                says = {"name": "value", "label": "Says", "required": False, **self.widget(shape.item)}
                return {**_LIST, "summary": "{{name}}", "fields": [{"name": "name", "label": "Name", "widget": "string"}, says]}
            case Group():
                return {"widget": "object", "collapsed": True, "fields": self._inside(shape)}
            case _:
                return {}

    def _inside(self, group: Group) -> list[Widget]:
        first = () if self.hosted else FIRST_IN.get(group.of.__name__, ())
        return self._each(group, [*first, *(name for name in group.fields if name not in first)])

    def _scalar(self, scalar: Scalar) -> Widget:
        if scalar.sort == "yes-no":
            return {"widget": "select", "options": ["yes", "no"]}
        known = dict(offered(scalar, self.library)) if scalar.of else {}
        if known:
            unknown = self.used.get((scalar.sort, scalar.of), set()) - known.keys()
            options = [{"value": id_, "label": f"{title} ({id_})" if title else id_} for id_, title in known.items()]
            return {
                "widget": "select",
                "options": [*options, *({"value": each, "label": f"{each}: is not there"} for each in sorted(unknown))],
            }
        return {"widget": "text" if scalar.sort in {"text", "lines"} else "string"}


def _named(known: Field, *, top: bool) -> Widget:
    """A field in a form. Only at the top is it demanded: the editor would demand it of a group that is left out, too."""
    told = {"name": known.name, "label": str(known.label), "hint": known.about, "required": known.required and top}
    return {**told, "default": "draft"} if known.name == "status" else told


def _summary(group: Group) -> str:
    """Return the pattern of the line that stands for an item that is closed."""
    names = [name for name, known in group.fields.items() if isinstance(known.shape, Scalar)]
    required = [name for name in group.required() if name in names]
    return " ".join(f"{{{{{name}}}}}" for name in (required or names)[:1])
