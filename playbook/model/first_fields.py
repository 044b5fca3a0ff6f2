"""Which fields marketers meet first: a form or a blank file shows these, and the others under "More"."""

from __future__ import annotations

from collections.abc import Mapping

FIRST: Mapping[str, tuple[str, ...]] = {
    "persona": ("name", "titles", "buying_roles", "summary", "goals", "pains", "questions", "objections"),
    "stage": ("name", "order", "definition", "buyer_question", "enter_when", "leave_when", "goes_to", "accountable"),
    "asset": ("title", "type", "links", "summary", "buyer_question", "claims", "owner", "uses"),
    "play": ("title", "promise", "personas", "stages", "when", "not_when", "say", "steps"),
    "signal": ("name", "source", "means", "kind", "respond_within", "enough_alone", "do", "play"),
    "objection": ("they_say", "you_say", "why", "personas", "stages", "competitors", "claims", "assets"),
    "claim": ("text", "source", "checked", "expires", "value", "owner", "review_every", "audience"),
    "competitor": ("name", "relation", "summary", "strengths", "weaknesses", "we_win", "they_say", "landmines"),
    "campaign": ("name", "starts", "ends", "personas", "message", "assets", "plays", "sales_does"),
    "term": ("term", "means", "also", "not", "category", "link", "agreed", "owner"),
    "request": ("wanted", "asked_by", "asked_on", "why", "state", "shipped_on", "asset", "owner"),
    "agreement": ("period", "revenue_target", "deal_size", "shares", "funnel", "clocks", "acceptance", "signed"),
}
"""The first eight fields of each kind, in the order in which they are written."""
FIRST_IN: Mapping[str, tuple[str, ...]] = {
    "Use": ("id", "personas", "stages", "when", "not_when", "how", "say", "ask"),
    "Step": ("id", "day", "who", "channel", "do", "assets", "say", "ask"),
}
"""The same of the groups that are the heart of an asset and of a play."""
