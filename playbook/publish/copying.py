"""The job that puts a file of the bundle into the site as it is: fonts, styles, pictures."""

from __future__ import annotations

from playbook.model.jobs import Bundle, Made


def copy(data: object, bundle: Bundle, last_key: str) -> Made:
    """Return the bytes that the bundle holds under the name `data`; raises KeyError where it holds none."""
    return Made(bundle.files[str(data)])
