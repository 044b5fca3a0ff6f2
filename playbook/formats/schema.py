"""JSON Schema (draft 2020-12) from the model's own description of its fields, for what is written and for what is published.

As written, a list may be one value and a group may be a text for its main field; YAML reads figures and yes or no where we read text,
and a group or a list where somebody wrote a sentence with a colon, or {first_name}. With a library, its ids and words are offered.
As published, every list is a list, every group is a group, and durations and days are taken apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import getdoc
from typing import Any, Literal

from msgspec import Struct, field

from playbook.formats.alike import alike
from playbook.library import Library, offered
from playbook.model.shapes import Audience, Field, Free, Group, Many, Scalar, Shape, Table, shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
Form = Literal["written", "published"]

_STRING = {"type": "string"}
_DAY = {"type": ["string", "null"], "format": "date"}
_PUBLISHED: dict[str, Schema] = {
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "yes-no": {"type": "boolean"},
    "duration": {
        "type": "object",
        "description": "A length of time: the words it was written in, its shorter and longer end, and the unit.",
        "properties": {
            "text": _STRING,
            "low": {"type": "number"},
            "high": {"type": "number"},
            "unit": {"enum": ["minute", "hour", "day", "week", "month", "year"]},
            "business": {"type": "boolean", "description": "Whether only business days or hours count."},
        },
        "required": ["text", "low", "high", "unit", "business"],
        "additionalProperties": False,
    },
    "day": {
        "type": "object",
        "description": "A day, a month, or evergreen: the words it was written in, and the first and last day, null where it never ends.",
        "properties": {"text": _STRING, "first": _DAY, "last": _DAY},
        "required": ["text", "first", "last"],
        "additionalProperties": False,
    },
    "step-day": {
        "type": "object",
        "description": "The day of a step, counted from the play's start or from an anchor.",
        "properties": {"text": _STRING, "number": {"type": "integer"}, "calendar": {"type": "boolean"}},
        "required": ["text", "number", "calendar"],
        "additionalProperties": False,
    },
}
_WORDS = ["string", "number", "boolean", "null"]  # a title such as 2027 is a number to YAML, and a text to us
_WORD: Schema = {"type": _WORDS}
_BARE: Schema = {"type": [*_WORDS, "array"], "maxItems": 1, "items": _WORD}  # and [Name] is a list of one
_AS_TYPED: Schema = {
    **_BARE,
    "type": [*_WORDS, "array", "object"],
    "maxProperties": 1,
    "additionalProperties": _WORD,
}  # {first_name} a group
_WRITTEN: dict[str, Schema] = {
    "number": {"type": ["number", "string", "null"]},
    "whole": {"type": ["integer", "string", "null"]},
    "share": {"type": ["number", "string", "null"], "minimum": 0, "maximum": 1, "examples": ["10%", 0.1]},
    "duration": {"type": ["string", "null"], "examples": ["4 business hours", "2 business days", "3-4 weeks"]},
    "day": {"type": ["string", "null"], "examples": ["2026-11-21", "2026-11", "evergreen"]},
    "step-day": {"type": ["integer", "string", "null"], "examples": [3, "10 calendar"]},
    "yes-no": {"type": ["boolean", "string", "null"]},
}
_SEEN_BY = {
    Audience.EXTERNAL: "buyers, partners and reps, where the entry is external",
    Audience.PARTNER: "partners and reps",
    Audience.INTERNAL: "our own reps",
    Audience.AUTHORS: "authors only",
}


class Describer(Struct, frozen=True):
    """Describes shapes in one form, up to one audience; what has a class of its own is described once, in `definitions`."""

    form: Form
    limit: Audience = Audience.AUTHORS
    library: Library | None = None
    definitions: dict[str, Schema] = field(default_factory=dict)

    def of_class(self, of: type) -> Schema:
        """Return the schema of an entry or group of the model: a reference to its definition."""
        return self._group(shape_of(of))

    def of(self, shape: Shape) -> Schema:
        """Return the schema of a shape."""
        match shape:
            case Scalar():
                return self._scalar(shape)
            case Many():
                item = self.of(shape.item)
                many: Schema = {"type": "array", "items": item}
                return many if self.form == "published" else {"anyOf": [many, item]}
            case Table():
                return {"type": self._or_nothing("object"), "additionalProperties": self.of(shape.item)}
            case Free():
                return {"type": "object"} if self.form == "published" else {}
            case Group():
                return self._group(shape)

    def _or_nothing(self, type_: str) -> Any:
        """In a file a name may stand there with nothing behind it."""
        return type_ if self.form == "published" else [type_, "null"]

    def _scalar(self, scalar: Scalar) -> Schema:
        if scalar.sort == "choice":
            return {"enum": [*scalar.of.split(), *([] if self.form == "published" else [None])]}
        if self.form == "published":
            return self._taken_apart(scalar.sort)
        if scalar.of and self.library:
            return self._offered(scalar, offered(scalar, self.library))
        return _WRITTEN.get(scalar.sort, _AS_TYPED)

    def _offered(self, scalar: Scalar, known: Mapping[str, str]) -> Schema:
        """A reference, or a word of a list: the ids that there are, each with what readers see. A list that a team has not is no limit."""
        if scalar.sort == "vocabulary" and not known:
            return _AS_TYPED
        name = f"{scalar.sort}-{scalar.of}"
        if name not in self.definitions:
            every = [(each, title) for id_, title in known.items() for each in alike(id_)]
            told = [*(title for _, title in every), "Nothing yet."]
            self.definitions[name] = {
                "enum": [*(id_ for id_, _ in every), None],
                "enumDescriptions": told,
                "markdownEnumDescriptions": told,
            }
        return {"$ref": f"#/$defs/{name}"}

    def _taken_apart(self, sort: str) -> Schema:
        """A published value; what is made of several is described once."""
        told = _PUBLISHED.get(sort, _STRING)
        if told["type"] != "object":
            return told
        self.definitions[sort] = told
        return {"$ref": f"#/$defs/{sort}"}

    def _group(self, group: Group) -> Schema:
        name = group.of.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._described(group))
        whole = {"$ref": f"#/$defs/{name}"}
        if self.form == "published":
            return whole
        main = group.fields[group.main].shape if group.main else None
        if isinstance(main, Scalar) and self.of(main) == _AS_TYPED:
            return {"anyOf": [whole, _BARE, _sentence(group)]}
        return {"anyOf": [whole, self.of(main) if main else {"type": "null"}]}

    def _described(self, group: Group) -> Schema:
        shown = [known for known in group.fields.values() if known.audience <= self.limit]
        properties = {known.name: self._field(known) for known in shown}
        if self.form == "published" and "key" in group.of.__struct_fields__:
            properties = {"key": {"type": "string", "description": "What it is addressed by: its id, or its number from 1."}, **properties}
        told: Schema = {"type": "object", "description": getdoc(group.of) or "", "properties": properties, "additionalProperties": False}
        required = [known.name for known in shown if known.required]
        return {**told, "required": required} if required and self.form == "written" else told

    def _field(self, known: Field) -> Schema:
        """A field with its label. Published, what is required may be missing all the same: a gap is shown and not hidden."""
        told = f"{known.about} Seen by {_SEEN_BY[known.audience]}.".strip()
        shown = {"markdownDescription": f"**{known.label}**\n\n{told}"} if self.form == "written" else {}
        return {"title": known.label, "description": told, **shown, **self.of(known.shape)}


def _sentence(group: Group) -> Schema:
    """What YAML takes for a group and we for the group's main text: `- Who decides: you or she?`, `{first_name}`."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": [each for name in group.fields for each in (name, name.capitalize())]}},
        "anyOf": [{"propertyNames": {"pattern": "[^a-z0-9_-]"}}, {"additionalProperties": {"type": "null"}}],
    }
