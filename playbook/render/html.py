"""A Page through its template, and what to say when a template is broken."""

from __future__ import annotations

import traceback
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from markupsafe import Markup
from msgspec.structs import replace

from playbook.model.jobs import Bundle, Made
from playbook.model.pages import Page
from playbook.problems import PlaybookError
from playbook.render.environment import environment
from playbook.render.first_uses import LIST, linked
from playbook.render.references import References

ROOTS = ("templates/", "theme/")
OF_A_TEMPLATE = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def make(data: object, bundle: Bundle, last_key: str) -> Made:  # noqa: ARG001 - every job's function takes the last key
    """Make the HTML of a Page; raises PlaybookError where a template is broken."""
    if not isinstance(data, Page):
        raise TypeError(f"a Page is needed, not {type(data).__name__}")
    return Made(rendered(data, bundle, paper=False).encode())


def rendered(page: Page, bundle: Bundle, *, paper: bool) -> str:
    """Return the HTML of a page, for the screen or for paper; raises PlaybookError where a template is broken."""
    try:
        env = environment(bundle, page.frame.language)
        look_up = References(page, env.filters["word"], paper=paper)
        html = env.get_template(page.template).render(page=page, frame=page.frame, body=page.body, paper=paper, **look_up.names())
        return _with_terms(html, page, env, look_up, paper=paper) if page.terms else html
    except OF_A_TEMPLATE as wrong:
        raise broken(wrong, page.template) from wrong


def _with_terms(html: str, page: Page, env: Environment, look_up: References, *, paper: bool) -> str:
    """Link the first use of each term, and list the linked ones where the page has a place for that."""
    words: Any = env.get_template("parts/terms.html").module
    from_here = [replace(term, href=look_up.rel(term.href)) for term in page.terms]
    forms = {form: term for term in from_here for form in term.forms}
    html, met = linked(html, forms, lambda term, found: words.term(term, Markup(found), paper))  # noqa: S704 - it comes from the page
    return html.replace(LIST, words.used(met) if met else "")


def broken(wrong: Exception, template: str) -> PlaybookError:
    """Return what is wrong with a template in plain words, with the template and the line."""
    name, line = _place(wrong, template)
    at = f"The template {name}" + (f", line {line}," if line else "")
    match wrong:
        case TemplateNotFound():
            return PlaybookError(f"{at} asks for the template {wrong.name}, which is not there.", "Check how its name is spelled.")
        case TemplateSyntaxError():
            return PlaybookError(f"{at} cannot be read: {wrong.message}.", "Compare the line with the shipped template.")
        case UndefinedError():
            return PlaybookError(f"{at} asks for something that this page does not have: {wrong.message}.", "Check how it is spelled.")
        case RecursionError():
            return PlaybookError(
                f"{at} leads back to itself.", f'Write {{% extends "theme/{template}" %}} to build on the shipped template.'
            )
    return PlaybookError(f"{at} does something that cannot be done: {wrong}.", "Compare the line with the shipped template.")


def _place(wrong: Exception, template: str) -> tuple[str, int]:
    """Return the template and line where it went wrong; line 0 where nothing tells."""
    if isinstance(wrong, TemplateSyntaxError):
        return wrong.filename or wrong.name or template, wrong.lineno
    frames = [frame for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename.startswith(ROOTS)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (template, 0)
