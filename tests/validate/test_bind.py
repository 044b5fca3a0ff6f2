"""Documents → entries: short forms, gaps, keys, and that nothing whatever stops it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.library import assemble
from playbook.model.agreement import Agreement
from playbook.model.content import Asset, Links
from playbook.model.documents import Data, Document
from playbook.model.entries import WebLink
from playbook.model.journey import Stage
from playbook.model.kinds import KINDS
from playbook.model.people import BuyingRole, Persona
from playbook.model.plays import Branch, Play, Reps
from playbook.model.settings import Settings
from playbook.model.shapes import shape_of
from playbook.pipeline import check
from playbook.problems import Level, problem
from playbook.validate import Bound, bind, inspect, leveled

Binder = Callable[[Mapping[str, str]], Bound]
NAMES = sorted(
    {name for kind in KINDS.values() for name in shape_of(kind.of).fields} | shape_of(Settings).fields.keys() | {"do", "title", "uses"}
)
WORDS = st.sampled_from(
    ["", " ", "10%", "5 minutes", "2026-11", "draft", "first", "https://example.com", "[x](y)", "{link}", "TODO"]
) | st.text(max_size=9)


def data(leaves: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """Return every form that a file may have, with the model's own field names in it."""
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=6),
        max_leaves=20,
    )


@given(st.lists(st.tuples(st.sampled_from([*KINDS, "settings", "agreement", "reviews"]), data(st.none() | WORDS)), max_size=6))
def test_nothing_that_can_be_written_stops_it(written: list[tuple[str, Data]]) -> None:
    """Whatever a file holds, an entry is built for it, and the rules can be asked about it."""
    bound = bind([Document(f"{number}.yaml", kind, f"e{number}", each, "") for number, (kind, each) in enumerate(written)])
    assert len(bound.entries) == sum(kind in KINDS for kind, _ in written)
    inspect(assemble(bound.settings, bound.entries, bound.agreement), date(2026, 11, 22))


def one(bound: Binder, file: str, text: str) -> object:
    """Return the one entry of a file, which must have no problem."""
    said = bound({file: text})
    assert said.problems == ()
    return said.entries[0]


def test_one_value_is_a_list_of_one_and_a_text_stands_for_the_main_field(bound: Binder) -> None:
    """The short forms of the documentation mean the same as the long ones."""
    asset = one(
        bound,
        "content_library/assets/a.yaml",
        "{title: A, type: b, links: https://example.com, uses: {personas: x, send: Hello, follow_up: Call}}",
    )
    assert isinstance(asset, Asset)
    assert asset.links == Links(public=(WebLink("https://example.com"),))
    [use] = asset.uses
    assert use.personas == ("x",)
    assert use.send[0].body == "Hello"
    assert use.follow_up is not None
    assert use.follow_up.do == "Call"


@pytest.mark.parametrize(
    "links",
    [
        "{url: https://example.com, label: Here}",
        "[{url: https://example.com, label: Here}]",
        "{public: {url: https://example.com, label: Here}}",
    ],
)
def test_links_may_be_an_address_with_a_label_or_a_list_of_them(bound: Binder, links: str) -> None:
    """All forms of links are links for the public."""
    asset = one(bound, "content_library/assets/a.yaml", f"{{title: A, type: b, links: {links}}}")
    assert isinstance(asset, Asset)
    assert asset.links == Links(public=(WebLink("https://example.com", "Here"),))


def test_other_short_forms(bound: Binder) -> None:
    """Roles, reps and what happens on silence may be bare texts."""
    persona = one(bound, "personas/p.yaml", "{name: P, buying_roles: champion}")
    play = one(bound, "content_library/plays/p.yaml", "{title: P, reps: [AE, SDR], next: {if_silent: Wait}}")
    assert isinstance(persona, Persona)
    assert persona.buying_roles == (BuyingRole("champion"),)
    assert isinstance(play, Play)
    assert play.reps == Reps(("AE", "SDR"))
    assert play.next is not None
    assert play.next.if_silent == Branch(do="Wait")


def test_uses_and_steps_are_addressed_by_id_or_number_from_one(bound: Binder) -> None:
    """Without an id the number is the key, also in a variant."""
    play = one(
        bound, "content_library/plays/p.yaml", "{title: P, steps: [Call, {id: mail, do: Write}, Wait], variants: {label: V, steps: Visit}}"
    )
    assert isinstance(play, Play)
    assert [step.key for step in play.steps] == ["1", "mail", "3"]
    assert play.variants[0].steps[0].key == "1"


def test_names_with_another_attribute_are_read_too(bound: Binder) -> None:
    """Fields called from, not, with, file and internal are words of Python or taken; the YAML has them all the same."""
    step = one(bound, "content_library/plays/p.yaml", "{title: P, steps: {do: Call, from: the fair, with: [CE], day: -3}}")
    asset = one(bound, "content_library/assets/a.yaml", "{title: A, type: b, file: a.pdf, links: {internal: https://example.com}}")
    assert isinstance(step, Play)
    assert (step.steps[0].from_, step.steps[0].with_) == ("the fair", ("CE",))
    assert isinstance(asset, Asset)
    assert asset.file_ == "a.pdf"
    assert asset.file == "content_library/assets/a.yaml"
    assert asset.links is not None
    assert asset.links.internal_ == (WebLink("https://example.com"),)


def test_what_is_empty_counts_as_left_out(bound: Binder) -> None:
    """An empty value is no value: the default holds, and a required field is missing."""
    said = bound({"content_library/stages/s.yaml": "{name: ' ', order: 0, outcome: , goes_to: [], journey: ''}"})
    [stage] = said.entries
    assert isinstance(stage, Stage)
    assert (stage.order, stage.outcome, stage.goes_to, stage.journey) == (0, "open", (), "buying")
    assert [(each.code, each.field) for each in said.problems] == [("PB201", ("name",))]


def test_an_entry_with_mistakes_is_built_with_its_gaps(bound: Binder) -> None:
    """A mistake costs its own field and no other."""
    said = bound(
        {"content_library/stages/s.yaml": "{name: S, order: first, probability: 10, definition: It starts, goes_to: [{a: b}, next]}"}
    )
    [stage] = said.entries
    assert isinstance(stage, Stage)
    assert (stage.order, stage.probability, stage.definition, stage.goes_to) == (None, None, "It starts", ("next",))
    assert [each.field for each in said.problems] == [("order",), ("goes_to", 0), ("probability",)]


def test_a_misspelt_name_and_the_field_that_is_then_missing_are_one_problem(bound: Binder) -> None:
    """The problem marks the name, names the right one, and its value is not taken on a guess."""
    said = bound({"content_library/assets/a.yaml": "{titel: Guide, type: b}"})
    [found] = said.problems
    assert (found.code, found.field, found.suggestion, found.on_key) == ("PB202", ("titel",), "title", True)
    assert '"title" is missing' in found.why
    assert said.entries[0].title_text == "a"


def test_a_misplaced_field_is_sent_home(bound: Binder) -> None:
    """A field that belongs into a use says so."""
    [found] = bound({"content_library/assets/a.yaml": "{title: A, type: b, not_when: Never}"}).problems
    assert 'belongs into "uses"' in found.remedy


def test_texts_to_send_keep_their_lines_and_others_lose_only_what_surrounds_them(bound: Binder) -> None:
    """No word and no line break inside a text changes."""
    play = one(
        bound,
        "content_library/plays/p.yaml",
        'title: " P "\nsteps:\n  - do: |\n      One\n\n      Two\n    send: |\n      Hi,\n        there\n\n',
    )
    assert isinstance(play, Play)
    assert play.title == "P"
    assert play.steps[0].do == "One\n\nTwo"
    assert play.steps[0].send[0].body == "Hi,\n  there\n"


def test_the_teams_own_fields_keep_their_form(bound: Binder) -> None:
    """`extra` holds texts, lists and groups as they are, without what is empty."""
    asset = one(bound, "content_library/assets/a.yaml", "{title: A, type: b, extra: {a: no, b: [1_000, ''], c: {d: 12:30}, e: }}")
    assert isinstance(asset, Asset)
    assert asset.extra == {"a": "no", "b": ("1_000",), "c": {"d": "12:30"}}


def test_a_file_that_could_not_be_read_is_no_second_problem() -> None:
    """Reading has said what is wrong; the entry is there, empty, and the rules add nothing to it."""
    bound = bind(
        [Document("content_library/assets/a.yaml", "asset", "a", None, ""), Document("content_library/plays/p.yaml", "play", "p", None, "")]
    )
    assert bound.problems == ()
    assert [entry.id for entry in bound.entries] == ["a", "p"]
    assert inspect(assemble(bound.settings, bound.entries), date(2026, 11, 22)) == ()


def test_settings_have_their_defaults_and_reviews_are_kept(bound: Binder) -> None:
    """A library without a project file is a library; what reviews.yaml holds is handed on."""
    said = bound(
        {"content_library/reviews.yaml": "{asset:a: {on: 2026-11-01, entry: abc}}", "content_library/agreement.yaml": "currency: EUR"}
    )
    assert said.settings == Settings()
    assert said.reviews == {"asset:a": {"on": "2026-11-01", "entry": "abc"}}
    assert isinstance(said.agreement, Agreement)
    assert said.agreement.currency == "EUR"
    assert said.entries == ()


def test_a_label_left_out_is_the_id(bound: Binder) -> None:
    """A vocabulary's word without a label is shown as its id, and is declared."""
    said = bound({"enablement.yaml": "{name: A, industries: {food: , toys: Toys}}"})
    assert said.problems == ()
    assert said.settings.industries == {"food": "food", "toys": "Toys"}


def test_a_team_sets_its_own_levels(bound: Binder) -> None:
    """`rules` makes a problem a warning or silences it, in fields as in rules."""
    wrong = {"content_library/assets/a.yaml": "{title: A, type: b, status: done, colour: red}"}
    said = bound({"enablement.yaml": "{name: A, rules: {PB205: warning, PB202: off}}", **wrong})
    assert [(each.code, each.level) for each in said.problems] == [("PB205", Level.WARNING)]


def test_planned_playbooks_of_which_no_pdf_can_be_made_are_left_out(bound: Callable[[Mapping[str, str]], Bound]) -> None:
    """A plan without an id, with another's id, or with one that cannot be a file, is a problem, and the build goes on without it."""
    plans = "{id: a}, {title: B}, {title: C}, {id: A}, {id: 'x\\y'}, {id: ../z}, {id: con}, {id: b}"
    said = bound({"enablement.yaml": f"{{name: A, playbooks: [{plans}]}}"})
    assert [plan.id for plan in said.settings.playbooks] == ["a", "b"]
    assert [(each.code, each.field[1]) for each in sorted(said.problems, key=lambda each: each.field)] == [
        ("PB201", 1),
        ("PB201", 2),
        ("PB218", 3),
        ("PB127", 4),
        ("PB127", 5),
        ("PB127", 6),
    ]
    assert all(each.remedy for each in said.problems)


def test_a_teams_levels_hold_for_problems_from_anywhere() -> None:
    """What pages and PDFs report is raised, silenced or left as it is by the same rules in the project file."""
    found = [problem(code, "a.yaml") for code in ("PB401", "PB402", "PB403")]
    told = leveled(found, Settings(rules={"PB401": "error", "PB402": "off"}))
    assert [(each.code, each.level) for each in told] == [("PB401", Level.ERROR), ("PB403", Level.WARNING)]


def test_what_cannot_be_read_is_kept_from_reps() -> None:
    """An asset without data is a draft, so no page of it is nearly empty; of a stage or a persona, which others hang on, the name stays."""
    kinds = ("asset", "play", "stage", "persona")
    said = bind([Document(f"{kind}.yaml", kind, "broken", None, "") for kind in kinds])
    assert [each.status for each in said.entries] == ["draft", "draft", "", ""]
    assert [each.id for each in said.entries] == ["broken"] * 4


@pytest.mark.parametrize("line", ["status: darft", "Status: draft", "staus: draft", "status: approved\nstatus: draft"])
def test_a_slip_in_the_status_publishes_nothing(tmp_path: Path, line: str) -> None:
    """Whatever stands there is an error, and the entry is a draft until it is put right."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    (tmp_path / "content_library/assets/kit.yaml").write_text(f"title: Kit\ntype: page\naudience: external\n{line}\n", "utf-8")
    checked = check(tmp_path, today=date(2026, 11, 22))
    assert [asset.status for asset in checked.library.of(Asset)] == ["draft"]
    assert [found.level for found in checked.problems if "tatus" in str(found.field) or "staus" in str(found.field)] == [Level.ERROR]


@pytest.mark.parametrize("line", ["audience: internl", "Audience: internal", "audiance: internal"])
def test_a_slip_in_the_audience_sends_nothing(tmp_path: Path, line: str) -> None:
    """What somebody meant to keep inside is internal, though it has an address that everybody opens."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    (tmp_path / "content_library/assets/kit.yaml").write_text(f"title: Kit\ntype: page\nlinks: https://a.example\n{line}\n", "utf-8")
    assert [asset.may_be_sent for asset in check(tmp_path, today=date(2026, 11, 22)).library.of(Asset)] == [False]


def test_two_audiences_are_the_smaller(tmp_path: Path) -> None:
    """An entry that says twice who may see it is internal until one line is gone."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    (tmp_path / "content_library/assets/kit.yaml").write_text("title: Kit\ntype: page\naudience: external\naudience: internal\n", "utf-8")
    assert [asset.audience for asset in check(tmp_path, today=date(2026, 11, 22)).library.of(Asset)] == ["internal"]


def test_an_entry_pasted_twice_keeps_its_status(tmp_path: Path) -> None:
    """Two lines that say the same leave nothing in doubt: the entry is what both say."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    (tmp_path / "content_library/assets").mkdir(parents=True)
    entry = "title: Kit\ntype: page\naudience: external\nstatus: approved\n"
    (tmp_path / "content_library/assets/kit.yaml").write_text(entry * 2, "utf-8")
    (asset,) = check(tmp_path, today=date(2026, 11, 22)).library.of(Asset)
    assert (asset.status, asset.audience) == ("approved", "external")


def test_a_file_that_cannot_be_read_is_no_draft_to_approve(tmp_path: Path) -> None:
    """A play that names such an asset is not told to wait until somebody approves it: the file is told, and that is all."""
    (tmp_path / "enablement.yaml").write_text("name: A\n", "utf-8")
    for folder in ("assets", "plays"):
        (tmp_path / "content_library" / folder).mkdir(parents=True)
    (tmp_path / "content_library/assets/kit.yaml").write_text("title: Kit\nsumary\n", "utf-8")
    play = "title: Call\nwhen: Now\nnot_when: Never\nsteps: {do: Call, assets: kit}\n"
    (tmp_path / "content_library/plays/call.yaml").write_text(play, "utf-8")
    assert [found.code for found in check(tmp_path, today=date(2026, 11, 22)).problems] == ["PB114"]
