"""Hosts of addresses: whether somebody outside can open what lies there."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

_FIRST = {"intranet", "intern", "internal", "localhost"}
"""How the names of hosts begin that companies give to what only their own people open."""
_LAST = {"corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private"}
"""How names end that no public directory of names has: RFC 6762 and what the directory's keepers leave to private networks."""


def is_inside(address: str) -> bool:
    """Whether an address of the web leads to a host that only a company's own network reaches, as far as its name tells."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets or a port that make no address
        return False
    if parts.scheme not in {"http", "https"} or not host:
        return False
    try:
        return not ip_address(host).is_global
    except ValueError:  # a name and no number
        labels = host.split(".")
        return len(labels) == 1 or labels[0] in _FIRST or labels[-1] in _LAST
