"""Bodies of the pages made of words: an entry of each kind with every field filled, and one with hardly any."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from sample_parts import GAP, RELATED, ROWS, SAID, SITUATIONS, filled

from playbook.model.entries import Question
from playbook.model.knowledge import Claim, Request, Term
from playbook.model.pages import Body
from playbook.model.parts import Card, Link
from playbook.model.settings import Messages
from playbook.model.word_bodies import (
    ClaimBody,
    ClaimsBody,
    DrillCard,
    GlossaryBody,
    Jump,
    MessagesBody,
    NewRepBody,
    QuestionGroup,
    QuestionsBody,
    RequestBody,
    RequestsBody,
    SaidPageBody,
    SaidTopic,
    SignalBody,
    SignalsBody,
    SiteMapBody,
    TermBody,
)

PLANT = Link("persona", "plant", "Plant manager", "personas/plant.html")
STAGE = Link("stage", "awareness", "Awareness", "stages/awareness.html")
MEETING = Link("signal", "meeting", "A meeting is booked", "signals.html#signal-meeting")
CLAIM, REQUEST, TERM, MESSAGES = filled(Claim), filled(Request), filled(Term), filled(Messages)
SITUATION = SITUATIONS[0].situations[0]
SIGNAL = SignalBody(replace(SITUATION, enough_alone=False), "signal-one", (MEETING,), (PLANT,), (STAGE,), ROWS, RELATED)
QUESTIONS = (Question("Which shift was short?", "One number is a deal", "Line, day, number"), Question("And then?"))
SAID_PAGE = SaidPageBody(
    (
        SaidTopic(PLANT, "by-plant", (Jump("Agencies never turn up.", SAID.anchor), Jump("Why so expensive?", GAP.anchor)), (SAID,)),
        SaidTopic(Link("persona", "", "Anybody"), "by-anybody", (Jump("Why so expensive?", GAP.anchor),), (GAP,)),
    ),
    1,
)
NEW_REP = NewRepBody(
    (TermBody(TERM, "term-one"),),
    ((STAGE, "Do we have a problem?"),),
    (Card(PLANT, "Runs the lines"),),
    (Card(Link("play", "p", "A play", "plays/p.html"), pdf="plays/p.pdf"),),
    (DrillCard("Agencies never turn up.", "Some shifts will start with a gap."),),
    (DrillCard("MQL", "A lead that *counts*"),),
    (Link("page", "questions.html", "Questions", "questions.html"),),
)
WORD_BODIES: Mapping[str, Body] = {
    "said.html": SAID_PAGE,
    "questions.html": QuestionsBody(
        (
            ("persona", (QuestionGroup(PLANT, "ask-persona-plant", QUESTIONS),)),
            ("play", (QuestionGroup(Link("play", "p", "A play", "plays/p.html"), "ask-play-p", QUESTIONS[1:], (PLANT,), (STAGE,)),)),
        )
    ),
    "signals.html": SignalsBody((("did", (SIGNAL,)), ("", (SignalBody(replace(SITUATION, answer=None, do=""), "signal-two"),)))),
    "claims.html": ClaimsBody(
        (
            ("expired", (ClaimBody(CLAIM, "claim-one", "One", "expired", ROWS, RELATED),)),
            ("open", (ClaimBody(Claim(id="bare"), "claim-bare", "Bare", "open"),)),
        )
    ),
    "requests.html": RequestsBody(
        (("shipped", (RequestBody(REQUEST, "request-one", ROWS, RELATED),)), ("", (RequestBody(Request(id="bare"), "request-bare"),)))
    ),
    "glossary.html": GlossaryBody(
        (
            (TERM.category, (TermBody(TERM, "term-one", TERM.also, ROWS, RELATED),)),
            ("", (TermBody(Term(id="bare", term="Bare"), "term-bare"), TermBody(replace(TERM, agreed=None), "term-two"))),
        )
    ),
    "messages.html": MessagesBody(MESSAGES, (Link("stage", "", ""), STAGE), ((PLANT, (("Always this",), ("Early on", "and this"))),)),
    "new-rep.html": NEW_REP,
    "pdf/new-rep.html": NEW_REP,
    "sitemap.html": SiteMapBody((("Plays", (Card(PLANT, pdf="plays/p.pdf"), Card(STAGE))), ("More PDFs", (Card(MEETING),))), 3, 1),
}
