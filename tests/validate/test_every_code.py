"""Every code has a mistake that it reports, exactly there and nowhere else, and an answer that it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest

from playbook.codes import CODES
from playbook.library import Library
from playbook.model.walk import values
from playbook.problems import FieldPath, Level, Problem
from playbook.validate.rules import RULES, VALUE_RULES

ASSET = "content_library/assets/guide.yaml"
PLAY = "content_library/plays/call.yaml"
STAGE = "content_library/stages/second.yaml"
SIGNAL = "content_library/signals/visit.yaml"
CLAIM = "content_library/claims/cost.yaml"
TERM = "content_library/terms/lead.yaml"
REQUEST = "content_library/requests/sheet.yaml"
AGREEMENT = "content_library/agreement.yaml"
PROJECT = "enablement.yaml"
REVIEWS = "content_library/reviews.yaml"

FOUND = "title: Guide\ntype: guide\n"
LINKED = FOUND + "links: https://example.com\n"
USED = LINKED + "uses: [{when: They ask, how: Send it, not_when: Never}]\n"
PLAYED = "title: They ask\nwhen: They ask\nnot_when: Never\n"
WHOLE = PLAYED + "steps: Call\n"
ANSWERED = PLAYED + "steps: [{{do: Send it, assets: guide}}]\nnext: {{if_yes: Send the offer, if_no: Close it, if_silent: {silent}}}\n"
ELSEWHERE = USED.replace("example.com", "example.com/more")
STAGED = "name: Second\norder: 1\noutcome: won\n"


@dataclass(frozen=True)
class Case:
    """A mistake in a file, the field it is reported at, and the same file put right."""

    code: str
    file: str
    field: FieldPath
    wrong: str
    right: str
    also: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""


CASES = [
    Case("PB201", ASSET, ("title",), USED.replace("title: Guide\n", ""), USED),
    Case("PB201", ASSET, ("uses", 0, "send", "body"), USED.replace("Never}", "Never, send: {subject: Hi}}"), USED),
    Case("PB201", TERM, ("means",), "term: Lead", "term: Lead\nmeans: Somebody who asked"),
    Case("PB202", ASSET, ("titel",), USED.replace("title", "titel"), USED, suggestion="title"),
    Case("PB202", ASSET, ("colour",), USED + "colour: red", USED + "extra: {colour: red}"),
    Case(
        "PB202",
        ASSET,
        ("uses", 0, "follow-up"),
        USED.replace("}]", ", follow-up: Call}]"),
        USED.replace("}]", ", follow_up: Call}]"),
        suggestion="follow_up",
    ),
    Case("PB202", ASSET, ("how",), USED + "how: Send it", USED),
    Case("PB202", ASSET, ("name",), USED.replace("title", "name"), USED, suggestion="title"),
    Case("PB202", PLAY, ("not_wen",), WHOLE.replace("not_when", "not_wen"), WHOLE, suggestion="not_when"),
    Case("PB203", PLAY, ("stages", 0), WHOLE + "stages: [frist]", WHOLE + "stages: first", suggestion="first"),
    Case("PB203", PLAY, ("personas", 0), WHOLE + "personas: [somebody]", WHOLE + "personas: [buyer]"),
    Case(
        "PB203",
        PROJECT,
        ("playbooks", 0, "plays", 0),
        "name: A\nplaybooks: [{id: a, plays: [cal]}]",
        "name: A\nplaybooks: [{id: a, plays: call}]",
    ),
    Case(
        "PB204",
        ASSET,
        ("industries", 0),
        USED + "industries: [fod]",
        USED + "industries: [food]",
        also={PROJECT: "name: A\nindustries: {food: Food production}"},
    ),
    Case(
        "PB204",
        ASSET,
        ("industries", 0),
        USED + "industries: [Food production]",
        USED + "industries: [food]",
        also={PROJECT: "name: A\nindustries: {food: Food production}"},
        suggestion="food",
    ),
    Case("PB205", ASSET, ("status",), USED + "status: aproved", USED + "status: approved", suggestion="approved"),
    Case("PB205", PROJECT, ("crm",), "name: A\ncrm: pipedrive", "name: A\ncrm: hubspot"),
    Case("PB206", ASSET, ("summary",), USED + "summary: {Ask: who decides}", USED + "summary: 'Ask: who decides'"),
    Case("PB206", ASSET, ("summary",), USED + "summary: [one, two]", USED + "summary: one, two"),
    Case("PB206", PROJECT, ("industries",), "name: A\nindustries: [food]", "name: A\nindustries: {food: Food}"),
    Case("PB207", STAGE, ("probability",), STAGED + "probability: 10", STAGED + "probability: 10%"),
    Case("PB207", STAGE, ("probability",), STAGED + "probability: 110%", STAGED + "probability: 0.1"),
    Case(
        "PB208",
        SIGNAL,
        ("respond_within",),
        "{name: Visit, means: Interest, respond_within: 5}",
        "{name: Visit, means: Interest, respond_within: 5 minutes}",
    ),
    Case(
        "PB208",
        SIGNAL,
        ("respond_within",),
        "{name: Visit, means: Interest, respond_within: two business days}",
        "{name: Visit, means: Interest, respond_within: 2 business days}",
        suggestion="2 business days",
    ),
    Case("PB209", ASSET, ("updated",), USED + "updated: 21.11.2026", USED + "updated: 2026-11-21", suggestion="2026-11-21"),
    Case("PB209", ASSET, ("updated",), USED + "updated: 11/21/2026", USED + "updated: 2026-11", suggestion="2026-11-21"),
    Case("PB209", ASSET, ("updated",), USED + "updated: 05/06/2026", USED + "updated: evergreen"),
    Case("PB209", ASSET, ("updated",), USED + "updated: 2026-02-30", USED + "updated: 2028-02-29"),
    Case("PB210", PLAY, ("minutes",), WHOLE + "minutes: ten", WHOLE + "minutes: 10"),
    Case("PB210", AGREEMENT, ("revenue_target",), "revenue_target: €25,000", "revenue_target: 25,000", suggestion="25000"),
    Case("PB210", AGREEMENT, ("revenue_target",), "revenue_target: 1.5m", "revenue_target: 1_500_000", suggestion="1500000"),
    Case("PB210", AGREEMENT, ("revenue_target",), "revenue_target: 25.000", "revenue_target: 25000"),
    Case(
        "PB211",
        PLAY,
        ("steps", 0, "day"),
        PLAYED + "steps: [{do: Call, day: Day 3}]",
        PLAYED + "steps: [{do: Call, day: 3}]",
        suggestion="3",
    ),
    Case(
        "PB211", PLAY, ("steps", 0, "day"), PLAYED + "steps: [{do: Call, day: soon}]", PLAYED + "steps: [{do: Call, day: 30 calendar days}]"
    ),
    Case("PB212", TERM, ("link",), "{term: Lead, means: Somebody, link: never}", "{term: Lead, means: Somebody, link: no}"),
    Case("PB213", ASSET, ("links",), USED.replace("https", "javascript"), USED),
    Case("PB213", ASSET, ("links", "public", 0, "url"), FOUND + "links: {public: [{url: https://}]}\n" + USED[len(LINKED) :], USED),
    Case("PB214", ASSET, ("links", "public", 0, "url"), USED.replace("https://", "../"), USED),
    Case("PB214", ASSET, ("links", "public", 0, "url"), USED.replace("https://", "www."), USED, suggestion="https://www.example.com"),
    Case("PB214", ASSET, ("links", "public", 0, "url"), USED.replace("https://", "../"), USED.replace("https://", "mailto:ana@")),
    Case(
        "PB215",
        PROJECT,
        ("brand", "accent"),
        "{name: A, brand: {accent: 0B5C7A}}",
        '{name: A, brand: {accent: "#0B5C7A"}}',
        suggestion="#0B5C7A",
    ),
    Case("PB216", ASSET, ("file",), USED + "file: shet.pdf", USED + "file: sheet.pdf", suggestion="sheet.pdf"),
    Case("PB216", ASSET, ("file",), USED + "file: content_library/files/sheet.pdf", USED + "file: sheet.pdf", suggestion="sheet.pdf"),
    Case("PB216", ASSET, ("file",), USED + "file: ../secret.pdf", USED + "file: sheet.pdf"),
    Case("PB217", ASSET, ("file",), USED + "file: sheet.exe", USED + "file: sheet.pdf"),
    Case("PB217", ASSET, ("file",), USED + "file: huge.pdf", USED + "file: sheet.pdf"),
    Case("PB217", "enablement.yaml", ("brand", "fonts", "text"), "{name: A, brand: {fonts: {text: ana.png}}}", "{name: A}"),
    Case("PB217", "personas/ana.yaml", ("portrait",), "{name: Ana, portrait: sheet.pdf}", "{name: Ana, portrait: ana.png}"),
    Case(
        "PB218",
        PLAY,
        ("steps", 0, "id"),
        PLAYED + "steps: [{id: '2', do: Call}, {do: Write}]",
        PLAYED + "steps: [{id: call, do: Call}, {do: Write}]",
    ),
    Case("PB219", PROJECT, ("rules", "PB999"), "name: A\nrules: {PB999: off}", "name: A\nrules: {PB303: off}"),
    Case(
        "PB220",
        PLAY,
        ("steps", 1, "same_as"),
        PLAYED + "steps: [{id: write, do: Write, send: Hello}, {do: Again, same_as: wirte}]",
        PLAYED + "steps: [{id: write, do: Write, send: Hello}, {do: Again, same_as: write}]",
        suggestion="write",
    ),
    Case(
        "PB221",
        AGREEMENT,
        ("clocks", 0, "handoff"),
        "clocks: [{handoff: New Lead, target: 5 minutes}]",
        "clocks: [{handoff: first, target: 5 minutes}]",
    ),
    Case("PB222", AGREEMENT, ("clocks", 0), "clocks: [{target: 5 minutes}]", "clocks: [{handoff: first, target: 5 minutes}]"),
    Case("PB223", REVIEWS, ("asset/guide",), "asset/guide: yes", "asset/another: {asset/another: 00000000}"),
    Case("PB219", ASSET, ("silence", "PB999"), USED + "silence: {PB999: No harm}", USED),
    Case("PB328", ASSET, ("silence", "PB202"), USED + "silence: {PB202: We like it}", USED),
    Case(
        "PB329",
        PLAY,
        ("silence", "PB303"),
        WHOLE + "silence: {PB303: It never hurts}",
        WHOLE.replace("not_when: Never\n", "") + "silence: {PB303: It never hurts}",
    ),
    Case("PB301", ASSET, ("uses",), LINKED + "uses: [{when: They ask}, {how: Send it}]", USED),
    Case("PB301", ASSET, (), LINKED, LINKED + "status: draft"),
    Case("PB301", ASSET, ("uses",), LINKED + "status: approved\nuses: [{id: a, when: They ask}]", LINKED + "status: retired"),
    Case("PB302", PLAY, (), "title: They ask", "title: They ask\nstatus: draft"),
    Case("PB303", ASSET, ("uses", 0), USED.replace(", not_when: Never", ""), USED),
    Case("PB303", PLAY, (), WHOLE.replace("not_when: Never\n", ""), WHOLE),
    Case("PB304", ASSET, ("summary",), USED + "summary: TBD", USED + "summary: A tbd-proof summary"),
    Case("PB304", CLAIM, ("source",), "{text: It costs, source: to be confirmed}", "{text: It costs, source: A survey}"),
    Case("PB304", ASSET, ("summary",), USED + "summary: .", USED + "summary: Placeholder texts for every page"),
    Case("PB304", ASSET, ("extra", "price"), USED + "extra: {price: '...'}", USED + "extra: {price: 5}"),
    Case("PB305", ASSET, ("summary",), USED + "summary: 'More soon, TODO ask Ana'", USED + "notes: TODO ask Ana"),
    Case("PB305", ASSET, ("summary",), USED + "summary: Finds every TODO", USED, also={TERM: "{term: Lead, means: Somebody}"}),
    Case(
        "PB305",
        ASSET,
        ("summary",),
        USED + "summary: Finds every TODO and TBD",
        USED + "summary: Finds every TODO",
        also={"content_library/terms/todo.yaml": "{term: TODO, means: [A note in code, '[To do](term:todo)']}"},
    ),
    Case("PB306", PLAY, ("objections",), WHOLE + "objections: [Too dear, {they_say: Not now, you_say: In spring}]", WHOLE),
    Case("PB306", "content_library/objections/dear.yaml", (), "they_say: Too dear", "{they_say: Too dear, you_say: Compared with what}"),
    Case("PB307", ASSET, ("summary",), USED + "summary: '[Here](other.md)'", USED + "summary: '[Here](https://example.com)'"),
    Case("PB307", ASSET, ("summary",), USED + "summary: '[Here](#below)'", USED + "summary: '[Here](stage:first)'"),
    Case(
        "PB307", ASSET, ("summary",), USED + "summary: '[Here](stage:frist)'", USED + "summary: '![Ana](ana.png)'", suggestion="stage:first"
    ),
    Case("PB307", ASSET, ("summary",), USED + "summary: '[Here](javascript:run)'", USED + "summary: 'Here (below)'"),
    Case(
        "PB308",
        ASSET,
        ("reviewed",),
        USED + "reviewed: 2026-05-21\nreview_every: 6 months",
        USED + "reviewed: 2026-05-22\nreview_every: 6 months",
    ),
    Case(
        "PB327",
        ASSET,
        ("reviewed",),
        USED + "reviewed: 2026-11-01",
        USED + "reviewed: 2026-11-01\nstatus: retired",
        {REVIEWS: "asset/guide: {asset/guide: 00000000}"},
    ),
    Case("PB309", ASSET, ("expires",), USED + "expires: 2026-11-21", USED + "expires: 2026-11-22"),
    Case(
        "PB309",
        CLAIM,
        ("expires",),
        "{text: It costs, source: Survey, expires: 2026-10}",
        "{text: It costs, source: Survey, expires: 2026-11}",
    ),
    Case(
        "PB310",
        PLAY,
        ("steps", 0, "assets", 0, "asset"),
        PLAYED + "steps: [{do: Call, assets: [old]}]",
        PLAYED + "steps: [{do: Call, assets: guide}]",
        also={"content_library/assets/old.yaml": FOUND + "status: retired\nreplaced_by: guide"},
        suggestion="guide",
    ),
    Case(
        "PB311",
        "content_library/assets/old.yaml",
        ("replaced_by",),
        USED + "replaced_by: guide",
        USED + "replaced_by: guide\nstatus: retired",
    ),
    Case(
        "PB312",
        ASSET,
        ("uses", 0, "send", 0, "body"),
        USED.replace("Never}", "Never, send: 'See {link}'}") + "audience: internal",
        USED.replace("Never}", "Never, send: 'See {link}'}"),
    ),
    Case(
        "PB312",
        PLAY,
        ("steps", 0, "assets", 0, "asset"),
        PLAYED + "steps: [{do: Write, send: 'See {link}', assets: [inside]}]",
        PLAYED + "steps: [{do: Write, send: 'See {link}', assets: [guide]}, {do: Read, assets: [inside]}]",
        also={"content_library/assets/inside.yaml": USED + "audience: partner"},
    ),
    Case("PB313", ASSET, (), USED + "audience: external", USED + "audience: external\nbuyer_question: What is it?"),
    Case("PB314", ASSET, (), USED, USED + "owner: Ana", also={"content_library/assets/other.yaml": ELSEWHERE + "owner: Ana"}),
    Case("PB315", STAGE, (), STAGED.replace("won", "open"), STAGED),
    Case(
        "PB316",
        "content_library/stages/third.yaml",
        (),
        "{name: Third, order: 2, outcome: lost}",
        "{name: Third, order: 2, outcome: lost, journey: other}",
    ),
    Case(
        "PB317",
        "content_library/stages/third.yaml",
        ("order",),
        "{name: Third, order: 1, goes_to: second, outcome: won}",
        "{name: Third, order: 2, goes_to: second, outcome: won}",
        also={"content_library/stages/first.yaml": "{name: First, order: 0, goes_to: [second, third]}"},
    ),
    Case(
        "PB317",
        "content_library/stages/third.yaml",
        ("order",),
        "{name: Third, order: 0, goes_to: second}",
        "{name: Third, order: 0, goes_to: second, journey: other}",
    ),
    Case("PB318", STAGE, ("handoff",), STAGED + "handoff: Sales", STAGED + "handoff: Sales\nrecycle_to: first"),
    Case("PB318", STAGE, ("handoff",), STAGED + "handoff: Sales", STAGED + "handoff: Sales\ngoes_to: first"),
    Case(
        "PB319",
        ASSET,
        ("replaced_by",),
        USED + "replaced_by: old\nstatus: retired",
        USED,
        also={"content_library/assets/old.yaml": USED + "replaced_by: guide\nstatus: retired"},
    ),
    Case(
        "PB320",
        PLAY,
        ("steps", 1, "day"),
        PLAYED + "steps: [{do: Call, day: 3}, {do: Write, day: 4 calendar}]",
        PLAYED + "steps: [{do: Call, day: 3}, {do: Write, day: -4, from: the fair}]",
    ),
    Case("PB321", PLAY, ("promise",), WHOLE + "promise: " + "word " * 15, WHOLE + "promise: " + "word " * 14),
    Case(
        "PB321",
        PLAY,
        ("steps", 0, "say"),
        PLAYED + f"steps: [{{do: Call, say: {'word ' * 76}}}]",
        PLAYED + f"steps: [{{do: Call, say: {'word ' * 75}}}]",
    ),
    Case(
        "PB321",
        PLAY,
        ("steps", 0, "send", 0, "body"),
        PLAYED + f"steps: [{{do: Call, send: {'word ' * 121}}}]",
        PLAYED + f"steps: [{{do: Call, send: {'word ' * 120}}}]",
    ),
    Case("PB322", PLAY, ("steps",), PLAYED + f"steps: [{', '.join(['Call'] * 8)}]", PLAYED + f"steps: [{', '.join(['Call'] * 7)}]"),
    Case(
        "PB323",
        ASSET,
        ("summary",),
        USED + "audience: external\nbuyer_question: Why?\nsummary: This is CONFIDENTIAL",
        USED + "summary: This is confidential",
    ),
    Case("PB324", ASSET, (), USED.replace("Guide", "New asset"), USED.replace("Guide", "New assets for spring")),
    Case("PB324", REQUEST, (), "wanted: Test", "wanted: A test drive"),
    Case(
        "PB325",
        ASSET,
        ("summary",),
        USED + "summary: '<div>Read <span>this</span></div>'",
        USED + "summary: Read <b>this</b>, <Name>, `<div>`",
    ),
    Case(
        "PB326",
        PLAY,
        ("steps", 1),
        PLAYED + "steps: [{id: a, do: Call}, Write, {id: b, do: Again}]",
        PLAYED + "steps: [{id: a, do: Call}, Write]",
    ),
    Case(
        "PB326",
        ASSET,
        ("uses", 0),
        LINKED + "uses: [{when: A, how: B, not_when: C}, {id: a, when: A, how: B, not_when: C}, {id: b, when: A, how: B, not_when: C}]",
        LINKED + "uses: [{id: mail, when: They ask, how: Send it, not_when: Never}, {id: fair, when: Now, how: So, not_when: Never}]",
    ),
    Case("PB325", ASSET, ("summary",), USED + "summary: '<script>run()</script> Read'", USED + "notes: <script>run()</script>"),
    Case(
        "PB330",
        "personas/buyer.yaml",
        (),
        "name: Buyer",
        "name: Buyer\nsummary: Met only at the end",
        also={
            "content_library/stages/second.yaml": "{name: Second, order: 1, goes_to: third}",
            "content_library/stages/third.yaml": "{name: Third, order: 2, outcome: won}",
            "content_library/assets/late.yaml": USED.replace("{when", "{personas: seller, stages: third, when"),
            "content_library/plays/late.yaml": WHOLE + "personas: buyer\nstages: third",
            "personas/seller.yaml": "{name: Seller}",
        },
    ),
    Case(
        "PB331",
        ASSET,
        ("uses", 0, "personas"),
        USED.replace("{when", "{personas: new, when"),
        USED.replace("{when", "{personas: [new, buyer], when"),
        also={"personas/new.yaml": "{name: New, status: draft}"},
    ),
    Case(
        "PB331",
        PLAY,
        ("stages",),
        WHOLE + "stages: trial",
        WHOLE + "stages: [trial, first]",
        also={"content_library/stages/trial.yaml": "{name: Trial, order: 2, goes_to: first, journey: other, status: draft}"},
    ),
    Case(
        "PB331",
        ASSET,
        ("uses", 0, "personas"),
        USED.replace("{when", "{personas: miller, industries: health, when"),
        USED.replace("{when", "{personas: miller, industries: [health, food], when"),
        also={"personas/miller.yaml": "{name: Miller, industries: food}"},
    ),
    Case(
        "PB332",
        PLAY,
        ("next", "if_silent", "play"),
        ANSWERED.format(silent="{play: later}"),
        ANSWERED.format(silent="{stage: second}"),
        also={"content_library/plays/later.yaml": ANSWERED.format(silent="{play: call}")},
    ),
    Case(
        "PB332",
        ASSET,
        ("uses", 0, "follow_up", "asset"),
        USED.replace("}]", ", follow_up: {do: Send the next, asset: next}}]"),
        USED.replace("}]", ", stages: first, follow_up: {do: Send the next, asset: next}}]"),
        also={"content_library/assets/next.yaml": ELSEWHERE.replace("}]", ", stages: second, follow_up: {do: Send, asset: guide}}]")},
    ),
    Case(
        "PB333",
        "content_library/plays/other.yaml",
        ("signals", 0),
        WHOLE + "signals: visit",
        WHOLE + "signals: visit\npersonas: buyer",
        also={SIGNAL: "{name: Visit, means: Interest}", PLAY: WHOLE + "signals: visit"},
    ),
    Case(
        "PB333",
        "content_library/plays/other.yaml",
        ("signals", 0),
        WHOLE + "signals: visit\nstages: first",
        WHOLE + "signals: visit\nstages: second",
        also={SIGNAL: "{name: Visit, means: Interest}", PLAY: WHOLE + "signals: visit\nstages: first"},
    ),
    Case(
        "PB334",
        TERM,
        ("also", 0),
        "{term: Lead, means: Somebody, also: prospect}",
        "{term: Lead, means: Somebody, also: contact}",
        also={"content_library/terms/a-prospect.yaml": "{term: Prospect, means: Somebody who may buy}"},
    ),
    Case(
        "PB334",
        TERM,
        ("not", 0),
        "{term: Lead, means: Somebody, not: prospect}",
        "{term: Lead, means: Somebody, not: PROSPECT}",
        also={"content_library/terms/a-prospect.yaml": "{term: Prospect, means: Somebody who may buy}"},
    ),
    Case(
        "PB335",
        ASSET,
        ("summary",),
        USED + "summary: Read by each hot lead",
        USED + "summary: Read by each lead\nbuyer_question: Am I a hot lead?",
        also={TERM: "{term: Lead, means: Somebody, not: hot lead}"},
    ),
    Case(
        "PB336",
        SIGNAL,
        ("respond_within",),
        "{name: Visit, means: Interest, respond_within: 5 minutes}",
        "{name: Visit, means: Interest, respond_within: 60 minutes}",
        also={AGREEMENT: "clocks: [{signal: visit, target: 1 hour}]"},
    ),
    Case(
        "PB336",
        PLAY,
        ("steps", 0, "do"),
        PLAYED + "signals: visit\nsteps: Call them within five minutes",
        PLAYED + "signals: visit\nsteps: Call within one working day. Ask whether they answer within 5 minutes",
        also={SIGNAL: "{name: Visit, means: Interest}", AGREEMENT: "clocks: [{signal: visit, target: 1 hour, limit: 8 hours}]"},
    ),
    Case(
        "PB336",
        STAGE,
        ("handoff", "accept_within"),
        STAGED + "recycle_to: first\nhandoff: {to: Sales, accept_within: 2 days}",
        STAGED + "recycle_to: first\nhandoff: {to: Sales, accept_within: 24 hours}",
        also={AGREEMENT: "clocks: [{handoff: second, target: 1 day}]"},
    ),
    Case(
        "PB336",
        TERM,
        ("means", 0),
        "{term: Lead, means: Somebody with 50 points}",
        "{term: Lead, means: 'Somebody with 60 points, 15 points of them for size'}",
        also={AGREEMENT: "scoring: {threshold: 60, fit: [{when: Large, points: 15}]}"},
    ),
    Case(
        "PB337",
        ASSET,
        ("tags", 0),
        USED + "tags: over-time",
        USED + "tags: overtime",
        also={PLAY: WHOLE + "tags: overtime", "personas/buyer.yaml": "{name: Buyer, tags: overtime}"},
        suggestion="overtime",
    ),
    Case("PB338", "content_library/assets/more.yaml", ("links", "public", 0, "url"), USED + "tags: a", ELSEWHERE, also={ASSET: USED}),
    Case(
        "PB338",
        "content_library/assets/more.yaml",
        ("file",),
        ELSEWHERE + "file: sheet.pdf",
        ELSEWHERE + "file: sheet.pdf\nstatus: retired",
        also={ASSET: USED + "file: sheet.pdf"},
    ),
    Case("PB339", ASSET, ("summary",), USED + "summary: '![](ana.png)'", USED + "summary: '![Ana](ana.png)'"),
    Case("PB340", PROJECT, ("brand", "accent"), '{name: A, brand: {accent: "#f90"}}', '{name: A, brand: {accent: "#0B5C7A"}}'),
    Case(
        "PB341",
        "content_library/campaigns/fair.yaml",
        ("ends",),
        "{name: Fair, starts: 2026-10-01, ends: 2026-11-21}",
        "{name: Fair, starts: 2026-10-01, ends: 2026-11}",
    ),
    Case("PB342", PLAY, ("next",), WHOLE + "next: {if_yes: Send the offer}", ANSWERED.format(silent="Wait")),
    Case(
        "PB343",
        REQUEST,
        ("asset",),
        "{wanted: A sheet, state: shipped, asset: sheet}",
        "{wanted: A sheet, state: building, asset: sheet}",
        also={"content_library/assets/sheet.yaml": FOUND + "links: https://example.com/sheet\nstatus: draft"},
    ),
    Case(
        "PB344",
        "personas/buyer.yaml",
        ("summary",),
        "{name: Buyer, summary: Signs the MSA}",
        "{name: Buyer, summary: 'Uses a CRM, {MSA}'}",
        also={
            PLAY: WHOLE + "promise: The MSA is signed",
            ASSET: USED + "summary: The MSA explained",
            TERM: "{term: Lead, means: Somebody}",
        },
    ),
]

BANNED = re.compile(
    r"\b(?:None|(?i:mapping|scalar|node|NoneType|validator|pydantic|dict|tuple|str|int|float|bool|null|schema|parse[rd]?))\b"
)


def named(case: Case) -> str:
    """Return the name of a case in the report."""
    return f"{case.code}-{'.'.join(map(str, case.field))}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_mistake_is_reported_once_where_it_stands(case: Case, problems: Callable[..., list[Problem]]) -> None:
    """One mistake in a faultless library is one problem, with its code, its file, its field and the certain correction."""
    found = problems({case.file: case.wrong, **case.also})
    expected = [(case.code, case.file, case.field, case.suggestion)]
    if case.code == "PB317":  # both stages are told that they share a number
        found = [each for each in found if each.file == case.file]
    assert [(each.code, each.file, each.field, each.suggestion) for each in found if not _aside(each, case)] == expected


def _aside(found: Problem, case: Case) -> bool:
    """Whether a problem comes from the second file that a case needs: the old asset beside its replacement."""
    return found.code != case.code and found.file != case.file and found.file in case.also


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_answer_is_left_alone(case: Case, problems: Callable[..., list[Problem]]) -> None:
    """The same library with the mistake put right has no problem at all."""
    found = problems({case.file: case.right, **(case.also if case.code not in {"PB319", "PB330"} else {})})
    assert [(each.code, each.field, each.why) for each in found] == []


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_problem_says_why_and_what_to_do_in_plain_words(case: Case, problems: Callable[..., list[Problem]]) -> None:
    """A problem has a reason, a remedy and the address of its entry, and no word that only programmers use."""
    for found in problems({case.file: case.wrong, **case.also}):
        assert found.what
        assert found.why[-1] in ".?!"
        assert not found.why[0].islower()
        assert found.remedy
        assert bool(found.entry) is (found.file != PROJECT)
        assert forbidden(f"{found.what} {found.why} {found.remedy}") == []


def forbidden(text: str) -> list[str]:
    """Return the words in a message that a marketer must never meet."""
    return BANNED.findall(text)


def untested(codes: Iterable[str]) -> set[str]:
    """Return the codes of this room that no case has."""
    return {code for code in codes if code.startswith(("PB2", "PB3"))} - {case.code for case in CASES}


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    """No code of fields, references and rules goes without a mistake and an answer."""
    assert untested(CODES) == set()
    assert {case.code for case in CASES} <= CODES.keys()


def test_the_guards_of_codes_and_words_catch_an_offender() -> None:
    """A code without a case and a programmer's word are found; everyday words with the same letters are not."""
    assert untested([*CODES, "PB399"]) == {"PB399"}
    assert forbidden("This scalar is a NoneType, not a Mapping") == ["scalar", "NoneType", "Mapping"]
    assert forbidden("A strong point: the internal note is printed") == []


def test_explanations_are_plain_paragraphs() -> None:
    """The long text of each code of this room is more than a sentence, and free of programmers' words."""
    for code in CODES.values():
        if code.code.startswith(("PB2", "PB3")):
            assert len(code.explanation) > 60
            assert forbidden(code.explanation) == []


def test_the_faultless_library_has_no_problem(problems: Callable[..., list[Problem]]) -> None:
    """What all cases start from is without a fault."""
    assert problems({}) == []


def test_removed_tags_are_named(problems: Callable[..., list[Problem]]) -> None:
    """The warning names each tag that no page keeps, once, and says what becomes of the words."""
    [found] = problems({ASSET: USED + "summary: '<div>Read <span>this</span> <span>now</span></div>'"})
    assert found.why == "No page keeps <div>, <span>. Their words stay."


def test_an_id_is_offered_once_an_entry(problems: Callable[..., list[Problem]]) -> None:
    """One note for all steps without an id, variants included, with an id that the play does not have yet."""
    steps = "[Write to them again, Again, {id: write-to-them, do: A}, {id: b, do: B}, {id: c, do: C}, {id: d, do: D}]"
    [found] = (each for each in problems({PLAY: PLAYED + f"steps: {steps}\nvariants: [{{steps: Call}}]"}) if each.code == "PB326")
    assert found.level is Level.NOTE
    assert found.why.startswith("3 of the steps")
    assert found.remedy.endswith("id: write-to-them-1")


@pytest.mark.parametrize(
    ("written", "offered"),
    [("spare", "/spare.yaml."), ("New Lead", "/new-lead.yaml and write new-lead here."), ("???", "a file to content_library/stages/ and")],
)
def test_a_new_file_is_offered_under_a_plain_name(problems: Callable[..., list[Problem]], written: str, offered: str) -> None:
    """A name with capital letters and spaces is no id: the file that is proposed has small letters and dashes."""
    [found] = problems({PLAY: WHOLE + f"stages: ['{written}']"})
    assert offered in found.remedy


def test_every_rule_finds_something(library: Callable[[Mapping[str, str]], Library], today: date) -> None:
    """No rule is there for nothing: each finds the mistake of at least one case."""
    silent = set(RULES) | {rule for rules in VALUE_RULES.values() for rule in rules}
    for case in CASES:
        made = library({case.file: case.wrong, **case.also})
        silent -= {rule for rule in silent & set(RULES) if any(True for _ in rule(made, today))}  # type: ignore[arg-type]
        silent -= _finding_in_values(made)
    assert silent == set()


def _finding_in_values(library: Library) -> set[object]:
    """Return the rules about single values that find something in a library."""
    things = [library.settings, *library.all()]
    return {
        rule
        for thing in things
        for value in values(thing)
        for rule in VALUE_RULES.get(value.scalar.sort, ())
        if any(True for _ in rule(library, thing, value))
    }


def test_too_long_is_told_with_how_much(problems: Callable[..., list[Problem]]) -> None:
    """A text that is too long is told with the words to take away, and a play with too many steps with how many go over."""
    steps = f"steps: [{', '.join(['Call'] * 9)}]"
    long = problems({PLAY: WHOLE + "promise: " + "word " * 17})
    many = problems({PLAY: PLAYED + steps})
    assert [each.remedy for each in long if each.code == "PB321"] == [
        "Shorten it by 3 or more words, and move what explains it to another field."
    ]
    assert [each.why for each in many if each.code == "PB322"] == ["It has 9 steps, 2 more than fit the first page."]


def test_a_word_that_stands_in_capitals_for_stress_is_no_abbreviation(problems: Callable[..., list[Problem]]) -> None:
    """Who writes FIRST means first: it is an abbreviation only where nobody writes it in small letters."""
    files = {
        "personas/buyer.yaml": "{name: Buyer, summary: Asks FIRST}",
        ASSET: USED + "summary: Read it FIRST",
        PLAY: WHOLE + "promise: You are FIRST",
        TERM: "{term: Lead, means: Somebody}",
    }
    assert [each.code for each in problems(files)] == ["PB344"]
    assert problems({**files, TERM: "{term: Lead, means: Somebody at first}"}) == []


def test_two_terms_without_a_name_have_no_word_in_common(problems: Callable[..., list[Problem]]) -> None:
    """Where the name of a term is missing, that is said, and nothing more."""
    found = problems({TERM: "{means: Somebody, not: ' '}", "content_library/terms/other.yaml": "means: Something"})
    assert {each.code for each in found} == {"PB201"}


def test_a_loop_is_told_once_with_all_that_is_sent_again(problems: Callable[..., list[Problem]]) -> None:
    """Three plays in a ring after silence are one problem; after a yes a ring is progress, and a long one is not noticed."""

    def ring(count: int, answers: str) -> dict[str, str]:
        following = [(number, (number + 1) % count) for number in range(count)]
        return {f"content_library/plays/p{a}.yaml": answers.replace("NEXT", f"{{play: p{b}}}") for a, b in following}

    silent = ANSWERED.format(silent="NEXT")
    [found] = problems(ring(3, silent))
    assert (found.code, found.entry) == ("PB332", "play:p0")
    assert "(p0, p1, p2, p0)" in found.why
    assert "Guide" in found.why
    assert problems(ring(3, silent.replace("Send the offer", "NEXT").replace("if_silent: NEXT", "if_silent: Wait"))) == []
    assert problems(ring(8, silent)) == []


def test_a_signal_that_names_its_play_leaves_no_doubt(problems: Callable[..., list[Problem]]) -> None:
    """Two plays share a signal, and the signal says which of them it starts; of three alike two are told."""
    plays = {f"content_library/plays/p{number}.yaml": WHOLE + "signals: visit" for number in range(3)}
    assert [each.entry for each in problems({**plays, SIGNAL: "{name: Visit, means: Interest}"})] == ["play:p1", "play:p2"]
    two = dict(list(plays.items())[:2])
    assert problems({**two, SIGNAL: "{name: Visit, means: Interest, play: p1}"}) == []


def test_a_shipped_request_is_used_where_a_play_hands_it_out(problems: Callable[..., list[Problem]]) -> None:
    """An asset without a use of its own counts as used while a live play sends it."""
    files = {
        "content_library/assets/sheet.yaml": FOUND + "links: https://example.com/sheet",
        REQUEST: "{wanted: A sheet, state: shipped, asset: sheet}",
    }
    assert {each.code for each in problems(files)} == {"PB301", "PB343"}
    assert {each.code for each in problems({**files, PLAY: PLAYED + "steps: [{do: Send, assets: sheet}]"})} == {"PB301"}


def test_what_ages_comes_from_time_alone(problems: Callable[..., list[Problem]]) -> None:
    """A campaign that is over is a matter of time, like a review that is due."""
    [found] = problems({"content_library/campaigns/fair.yaml": "{name: Fair, starts: 2026-10-01, ends: 2026-11-21}"})
    assert found.ageing
