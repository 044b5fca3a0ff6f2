"""The agreement as a page and as a PDF: what both teams agree on, what each promises, and whether the numbers work out."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.library import (
    agreed_hash,
    days_of,
    gains,
    marketing_load,
    mismatch,
    sales_load,
    signature_state,
    waterfall,
)
from playbook.model.agreement import Agreement, Clock
from playbook.model.agreement_page import (
    AgreedTerm,
    AgreementBody,
    ClockGroup,
    ClockLine,
    HandOver,
    SignatureLine,
    WayBack,
)
from playbook.model.entries import Entry
from playbook.model.figures import Answer
from playbook.model.journey import Signal, Stage
from playbook.model.knowledge import Term
from playbook.model.pages import Page
from playbook.model.parts import Link
from playbook.model.plays import Play
from playbook.model.shapes import shape_of
from playbook.model.theme_words import ThemeWords
from playbook.model.walk import present
from playbook.select.addresses import link
from playbook.select.closed import paper_page, screen_page, with_pdf
from playbook.select.completeness_page import industry_links
from playbook.select.happening import Named, named_by
from playbook.select.rows import extra_rows
from playbook.select.selection import Selection
from playbook.select.shelves import stages_of
from playbook.select.situations import ORDER, answer

TITLE = ThemeWords("Agreement between marketing and sales")
PDF = "agreement.pdf"
HAND_OFF = "hand-off"


def agreement_pages(chosen: Selection) -> Iterator[Page]:
    """Yield the page of the agreement, where there is one; it is for our own people only."""
    if chosen.for_reps and chosen.library.agreement:
        body = agreement_body(chosen, chosen.library.agreement)
        yield with_pdf(chosen, screen_page(chosen, "agreement.html", "agreement.html", TITLE, body), PDF)


def agreement_papers(chosen: Selection) -> Iterator[Page]:
    """Yield the agreement as a PDF to be signed."""
    if chosen.for_reps and chosen.library.agreement:
        yield paper_page(chosen, PDF, "pdf/agreement.html", TITLE, agreement_body(chosen, chosen.library.agreement))


def agreement_body(chosen: Selection, agreement: Agreement) -> AgreementBody:
    """Return the agreement with the terms, hand-offs and figures that belong to it."""
    library = chosen.library
    found, plan = waterfall(agreement), mismatch(library, chosen.today)
    return AgreementBody(
        agreement=agreement,
        version=chosen.agreed or agreed_hash(agreement),
        currency=agreement.currency or library.settings.currency,
        terms=tuple(_terms(chosen, agreement)),
        clocks=tuple(_clocks(chosen, agreement)),
        hand_overs=tuple(_hand_overs(chosen, agreement)),
        ways_back=tuple(WayBack(way, _stage(chosen, way.from_), _stage(chosen, way.to)) for way in agreement.recycle),
        signatures=tuple(SignatureLine(each, signature_state(each, chosen.agreed)) for each in agreement.signed),
        waterfall=found,
        gains=gains(found),
        sales=sales_load(agreement, found),
        marketing=marketing_load(agreement),
        mismatch=plan or Answer(),
        industries=industry_links(chosen, plan),
        extra=extra_rows(agreement),
        open_=tuple(_open(agreement)),
    )


def _terms(chosen: Selection, agreement: Agreement) -> Iterator[AgreedTerm]:
    """The states of the funnel in their order, then every other term that both teams have agreed on, by its name."""
    terms = [term for term in chosen.library.of(Term) if term.is_live]
    states = list(dict.fromkeys(name.casefold() for step in agreement.funnel for name in (step.from_, step.to)))
    place = {term.id: min((states.index(name) for name in _names(term) if name in states), default=len(states)) for term in terms}
    for term in sorted(terms, key=lambda term: (place[term.id], term.title_text.casefold())):
        if term.agreed or place[term.id] < len(states):
            yield AgreedTerm(link(chosen.library, "term", term.id), term)


def _names(term: Term) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (term.term, *term.also))


def _clocks(chosen: Selection, agreement: Agreement) -> Iterator[ClockGroup]:
    """The clocks in groups, those of hand-offs last; within a group the most urgent stands first. One that nothing starts is left out."""
    found: dict[str, list[ClockLine]] = {}
    named = named_by(chosen.library, chosen.ranked)
    for clock in agreement.clocks:
        if clock.signal:
            kind, line = _of_signal(chosen, clock, named)
            found.setdefault(kind, []).append(line)
        if clock.handoff:
            found.setdefault(HAND_OFF, []).append(_of_hand_off(chosen, clock))
    for kind in (*ORDER, HAND_OFF):
        if kind in found:
            yield ClockGroup(kind, tuple(sorted(found[kind], key=_urgency)))


def _urgency(line: ClockLine) -> tuple[float, str]:
    target = line.clock.target
    return days_of(target) if target else float("inf"), line.starts.title.casefold()


def _of_signal(chosen: Selection, clock: Clock, named: Named) -> tuple[str, ClockLine]:
    signal = chosen.library.get("signal", clock.signal)
    found = answer(chosen.library, signal, named) if isinstance(signal, Signal) else None
    play = found if found and found.kind == "play" else None
    kind = signal.kind if isinstance(signal, Signal) else ""
    return kind, ClockLine(clock, link(chosen.library, "signal", clock.signal), _who(chosen, signal, play), play)


def _who(chosen: Selection, signal: Entry | None, named: Link | None) -> tuple[str, ...]:
    """Those who run the play that answers a signal; without one, those who answer for the stages that the signal belongs to."""
    play = chosen.library.get("play", named.id) if named else None
    if isinstance(play, Play) and play.reps and play.reps.primary:
        return play.reps.primary
    stages = (chosen.library.get("stage", id_) for id_ in signal.stages) if isinstance(signal, Signal) else ()
    return tuple(dict.fromkeys(stage.accountable for stage in stages if isinstance(stage, Stage) and stage.accountable))


def _of_hand_off(chosen: Selection, clock: Clock) -> ClockLine:
    stage = chosen.library.get("stage", clock.handoff)
    who = (stage.handoff.to,) if isinstance(stage, Stage) and stage.handoff and stage.handoff.to else ()
    return ClockLine(clock, link(chosen.library, "stage", clock.handoff), who)


def _hand_overs(chosen: Selection, agreement: Agreement) -> Iterator[HandOver]:
    """The hand-offs of all stages. The clock of the agreement goes before what a stage says of itself."""
    targets = {clock.handoff: clock.target for clock in agreement.clocks if clock.handoff}
    for stage in stages_of(chosen.library):
        if stage.handoff and stage.is_live:
            within = targets.get(stage.id) or stage.handoff.accept_within
            yield HandOver(link(chosen.library, "stage", stage.id), stage.handoff, stage.definition, within)


def _stage(chosen: Selection, name: str) -> Link:
    """A stage by its id, or the team's own word for where a lead is."""
    return link(chosen.library, "stage", name) if chosen.library.get("stage", name) else Link("word", name, name)


def _open(agreement: Agreement) -> Iterator[str]:
    """Name the fields of the agreement that nobody has filled yet."""
    filled = {known.name for known, _ in present(agreement)}
    common = shape_of(Entry).fields
    yield from (name for name in shape_of(Agreement).fields if name not in filled and name not in common)
