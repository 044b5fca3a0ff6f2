"""Jinja, set up once for each bundle: the team's template first, then the theme's; always escaped, nothing undefined."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from playbook.model.colours import palette
from playbook.model.jobs import Bundle
from playbook.model.parts import Rows
from playbook.problems import PlaybookError
from playbook.render.compiled import Compiled
from playbook.render.facts import as_table, without
from playbook.render.language import Language
from playbook.render.qr import qr_code
from playbook.render.translation import translation
from playbook.text import is_block, seconds_aloud

TEAM_FOLDER = "templates"
END_OF_ELEMENT = re.compile(r"</(script|style)", re.IGNORECASE)
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


_COMPILED = Compiled()


def environment(bundle: Bundle, language: str) -> Environment:
    """Return the environment of a bundle for a language, the same one for the same templates; those of one bundle are kept."""
    of = bundle.digest or str(id(bundle))
    if any(known != of for known, _ in _MADE):
        _MADE.clear()
    if (of, language) not in _MADE:
        _MADE[of, language] = _environment(bundle, language)
    return _MADE[of, language]


_MADE: dict[tuple[str, str], Environment] = {}


def _environment(bundle: Bundle, language: str) -> Environment:
    here = Language(language, translation(bundle, language))
    env = SandboxedEnvironment(  # a template comes with a library, and a library from anybody who may propose a change to it
        loader=FunctionLoader(lambda name: _source(bundle, name)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=here.shown,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED,
    )
    env.filters["word"] = here.shown  # for what is joined with other words before it is shown
    env.tests["block"] = is_block
    env.tests["group"] = lambda value: isinstance(value, Rows)
    env.globals |= {"palette": lru_cache(palette), "without": without, "as_table": as_table, "sheets": sheets(bundle)}
    env.globals |= here.names() | {"qr_code": qr_code, "seconds_aloud": seconds_aloud}
    env.globals |= {"inlined": lambda name: _inlined(bundle, name)}
    return env


def _source(bundle: Bundle, name: str) -> tuple[str, str, None]:
    """Return a template's source and the name that its mistakes are told under."""
    for root in ("",) if name.startswith("theme/") else ("team/", "theme/"):
        if (content := bundle.files.get(root + name)) is not None:
            return _decoded(content, name), shown_name(root + name), None
    raise TemplateNotFound(name)


def shown_name(bundle_name: str) -> str:
    """Return the name of a template as people know it: `templates/play.html` for a team's own, `theme/play.html` for ours."""
    return f"{TEAM_FOLDER}/{bundle_name[5:]}" if bundle_name.startswith("team/") else bundle_name


def sheets(bundle: Bundle) -> tuple[str, ...]:
    """Return the style sheets of every page: the theme's, and after it the team's own where there is one."""
    return tuple(name for name in ("css/screen.css", "css/team.css") if f"theme/{name}" in bundle.files or f"team/{name}" in bundle.files)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise PlaybookError(f"The template {name} is no UTF-8 text.", "Save it as UTF-8.") from wrong


def _inlined(bundle: Bundle, name: str) -> Markup:
    """Return a style sheet or script to stand within a page that must work alone: without fonts, which it could not fetch."""
    content, _, _ = _source(bundle, name)
    return Markup(END_OF_ELEMENT.sub(r"<\\/\1", FONT_FACE.sub("", content)))  # noqa: S704 - the theme's own or the team's, and it cannot end its element
