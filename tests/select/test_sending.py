"""Addresses that can be counted: asset, use and version as parameters, and nothing else of the address changed."""

from __future__ import annotations

import pytest

from playbook.select.sending import counted


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/x", "https://a.example/x?pb_asset=b&pb_use=p/1&pb_version=v"),
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1&pb_asset=b&pb_use=p/1&pb_version=v#z"),
        ("mailto:a@example.com", "mailto:a@example.com"),
    ],
)
def test_parameters_go_before_the_fragment(address: str, wanted: str) -> None:
    """What the address asks for already stays; an address that is no web page stays as it is."""
    assert counted(address, "b", "p/1", "v") == wanted
