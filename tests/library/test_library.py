"""The library: references both ways, journeys in order, coverage."""

from __future__ import annotations

from playbook.library import assemble, cells
from playbook.model.content import Asset, Use
from playbook.model.journey import Stage
from playbook.model.people import Persona
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import Settings


def test_references_are_known_in_both_directions() -> None:
    """A play that shows an asset in a step is found from the asset, with the way to the field."""
    play = Play(id="p", file="p.yaml", title="P", steps=(Step(do="Send it", assets=(StepAsset("a"),)),))
    library = assemble(Settings(name="L"), [Asset(id="a", title="A"), play])
    (edge,) = library.used_by("asset", "a")
    assert (edge.source_kind, edge.source_id, edge.field) == ("play", "p", ("steps", 0, "assets", 0, "asset"))


def test_a_reference_to_nothing_is_still_an_edge() -> None:
    """What leads nowhere stays known, so that it can be reported."""
    library = assemble(Settings(), [Asset(id="a", title="A", uses=(Use(personas=("ghost",)),))])
    assert [(edge.kind, edge.id) for edge in library.edges] == [("persona", "ghost")]
    assert library.get("persona", "ghost") is None


def test_journeys_keep_the_order_of_their_stages_and_buying_comes_first() -> None:
    """Stages stand by their order, those without one last, and the buying journey goes before any other."""
    stages = [
        Stage(id="z", name="Z", order=1),
        Stage(id="a", name="A", order=2),
        Stage(id="b", name="B"),
        Stage(id="x", name="X", order=0, journey="after"),
    ]
    journeys = assemble(Settings(), stages).journeys
    assert {name: [stage.id for stage in found] for name, found in journeys.items()} == {"buying": ["z", "a", "b"], "after": ["x"]}
    assert next(iter(journeys)) == "buying"


def test_stage_names_in_the_project_file_become_stages_that_lead_on() -> None:
    """A team without stage files has the stages it named, each leading to the next and the last being the goal."""
    stages = assemble(Settings(stages=("Awareness", "First Order")), []).journeys["buying"]
    assert [(stage.id, stage.goes_to, stage.outcome) for stage in stages] == [
        ("awareness", ("first-order",), "open"),
        ("first-order", (), "won"),
    ]


def test_stage_files_replace_the_names_in_the_project_file() -> None:
    """Where there are stage files, the short list is not used."""
    library = assemble(Settings(stages=("Awareness",)), [Stage(id="own", name="Own", order=1)])
    assert [stage.id for stage in library.of(Stage)] == ["own"]


def test_a_cell_is_covered_only_by_what_names_both_persona_and_stage() -> None:
    """A use that leaves the persona or the stage open counts as general and does not cover; drafts do not count at all."""
    persona, stage = Persona(id="p", name="P"), Stage(id="s", name="S", order=1)
    explicit = Use(personas=("p",), stages=("s",))
    assets = [
        Asset(id="a", title="A", uses=(explicit, explicit)),
        Asset(id="open", title="Open", uses=(Use(stages=("s",)),)),
        Asset(id="draft", title="Draft", status="draft", uses=(explicit,)),
    ]
    (cell,) = cells(assemble(Settings(), [persona, stage, *assets]))
    assert (cell.assets, cell.plays, cell.general, cell.is_covered) == (1, 0, 1, False)
    play = Play(id="play", title="Play", personas=("p",), stages=("s",))
    (cell,) = cells(assemble(Settings(), [persona, stage, *assets, play]))
    assert cell.is_covered


def test_stages_that_are_only_names_get_ids_of_their_own() -> None:
    """Names that would share an id, that hold no letter, or that would be the page of all stages are told apart by their number."""
    stages = assemble(Settings(name="L", stages=("Index", "Try", "Try!", "?", "Won")), []).journeys["buying"]
    assert [stage.id for stage in stages] == ["index-1", "try", "try-3", "4", "won"]
    assert [stage.goes_to for stage in stages] == [("try",), ("try-3",), ("4",), ("won",), ()]
