"""JSON Schema (draft 2020-12) from the model's own description of its fields, for what is written and for what is published.

As written, a list may be one value and a group may be a text for its main field; YAML reads figures and yes or no where we read text.
As published, every list is a list, every group is a group, and durations and days are taken apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import getdoc
from typing import Any, Literal

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
_AS_TYPED = ["string", "number", "boolean", "null"]  # a title such as 2027 is a number to YAML, and a text to us
_WRITTEN: dict[str, Schema] = {
    "number": {"type": ["number", "string", "null"]},
    "whole": {"type": ["integer", "string", "null"]},
    "share": {"type": ["number", "string", "null"], "minimum": 0, "maximum": 1, "examples": ["10%", 0.1]},
    "duration": {"type": ["string", "null"], "examples": ["4 business hours", "2 business days", "3-4 weeks"]},
    "day": {"type": ["string", "integer", "null"], "examples": ["2026-11-21", "2026-11", "evergreen"]},
    "step-day": {"type": ["integer", "string", "null"], "examples": [3, "10 calendar"]},
    "yes-no": {"type": ["boolean", "string", "null"]},
}
_SEEN_BY = {
    Audience.EXTERNAL: "buyers, partners and reps, where the entry is external",
    Audience.PARTNER: "partners and reps",
    Audience.INTERNAL: "our own reps",
    Audience.AUTHORS: "authors only",
}


@dataclass(frozen=True)
class Describer:
    """Describes shapes in one form, up to one audience; what has a class of its own is described once, in `definitions`."""

    form: Form
    limit: Audience = Audience.AUTHORS
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
                return {"type": self._or_nothing("object")}
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
        return _WRITTEN.get(scalar.sort, {"type": _AS_TYPED})

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
        short = [self.of(group.fields[group.main].shape)] if group.main else [{"type": "null"}]
        return {"anyOf": [whole, *short]}

    def _described(self, group: Group) -> Schema:
        shown = [known for known in group.fields.values() if known.audience <= self.limit]
        properties = {known.name: self._field(known) for known in shown}
        if self.form == "published" and "key" in vars(group.of)["__dataclass_fields__"]:
            properties = {"key": {"type": "string", "description": "What it is addressed by: its id, or its number from 1."}, **properties}
        told: Schema = {"type": "object", "description": getdoc(group.of) or "", "properties": properties, "additionalProperties": False}
        required = [known.name for known in shown if known.required]
        return {**told, "required": required} if required and self.form == "written" else told

    def _field(self, known: Field) -> Schema:
        """A field with its label. Published, what is required may be missing all the same: a gap is shown and not hidden."""
        return {"title": known.label, "description": f"{known.about} Seen by {_SEEN_BY[known.audience]}.".strip(), **self.of(known.shape)}
