"""What to say where a list, a group of fields or a single text stands in the place of another of the three."""

from __future__ import annotations

from playbook.model.documents import Data
from playbook.model.shapes import Free, Group, Many, Scalar, Shape, Table
from playbook.problems import FieldPath
from playbook.validate.reading import Reading


def is_empty(data: Data) -> bool:
    """Whether nothing was written: no text, or a list or group of nothing."""
    match data:
        case str():
            return not data.strip()
        case list():
            return all(is_empty(item) for item in data)
        case dict():
            return not data
        case _:
            return True


def as_typed(data: Data) -> str:
    """Return the line that was most likely meant where a sign of YAML's broke a text; nothing where that is not certain.

    `{first_name}`, `[Name]` and `Ask: who decides?` are a group, a list and a group to YAML, and a text to everybody else.
    """
    match data:
        case {**fields} if len(fields) == 1:
            ((name, value),) = fields.items()
            if value is None:
                return f"{{{name}}}"
            return f"{name}: {value}" if isinstance(value, str) and "\n" not in value else ""
        case [str() as only]:
            return f"[{only}]"
        case _:
            return ""


def wrong_form(shape: Shape, data: Data, path: FieldPath, reading: Reading) -> None:
    """Report that a value has another form than its field."""
    typed = as_typed(data) if isinstance(shape, Scalar) or _main_is_text(shape) else ""
    remedy = f"If it is meant as a text, put quotes around it: {_quoted(typed)}" if typed else _remedy(shape)
    wanted = f"{reading.where(path)} wants {_form(shape)}" if path else f"{reading.where(path)} is made of fields"
    reading.report("PB206", path, why=f"{wanted[0].upper()}{wanted[1:]}, and here is {_written(data)}.", remedy=remedy)


def _main_is_text(shape: Shape) -> bool:
    return isinstance(shape, Group) and bool(shape.main) and isinstance(shape.fields[shape.main].shape, Scalar)


def _form(shape: Shape) -> str:
    match shape:
        case Scalar():
            return "one text"
        case Many():
            return "a list"
        case Table():
            return "names, each with its label"
        case Free():
            return "names of your own, each with its text"
        case _:
            return "a group of fields"


def _written(data: Data) -> str:
    match data:
        case list():
            return "a list"
        case dict():
            return "a group of fields"
        case _:
            return "a single text"


def _remedy(shape: Shape) -> str:
    match shape:
        case Scalar():
            return "Write one text behind the colon."
        case Table():
            return "Write one line for each, such as short-name: The name that people read."
        case Free():
            return "Write one line for each, such as price: From 10 euros an hour."
        case Group(main=main, fields=fields) if fields:
            short = f", or a text alone for {main}" if main else ""
            return f"Write its fields on lines of their own below, indented ({', '.join(list(fields)[:6])} …){short}."
        case _:
            return "Write each item on a line of its own that begins with a hyphen and a space."


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', '\\"') + '"'
