"""The problems worth doing first: what is broken before what is weak, and what most plays suffer from before the rest."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from playbook.cli.first_things import worth_doing
from playbook.library import assemble, resting
from playbook.model.content import Asset, Use
from playbook.model.journey import Stage
from playbook.model.plays import Play, Step, StepAsset
from playbook.model.settings import Settings
from playbook.problems import Level, Place, Problem, problem


def file_of(entry: str) -> str:
    """Return the file of an asset."""
    return f"content_library/assets/{entry}.yaml"


def rests() -> dict[str, tuple[int, int, int]]:
    """Return what rests on each file where two live plays use the asset "much", one and a draft use "little", and none uses "alone"."""
    stage = Stage(id="first", file="content_library/stages/first.yaml", name="First", order=0)
    assets = [Asset(id=name, file=file_of(name), title=name) for name in ("alone", "little", "much")]
    staged = Asset(id="staged", file=file_of("staged"), title="staged", uses=(Use(key="1", stages=("first",)),))
    uses = [("a", "much", ""), ("b", "much", ""), ("c", "little", ""), ("d", "little", "draft")]
    plays = [
        Play(id=name, file=f"p/{name}.yaml", title=name, status=status, steps=(Step(key="1", do="Send", assets=(StepAsset(asset),)),))
        for name, asset, status in uses
    ]
    return resting(assemble(Settings(name="Acme"), [stage, *assets, staged, *plays]))


def weak(asset: str, line: int = 1) -> Problem:
    """Return a warning in the file of an asset."""
    return problem("PB301", file_of(asset), place=Place(line))


def test_what_most_plays_rest_on_comes_first() -> None:
    """By live plays, then by stages; drafts do not count."""
    found = worth_doing([weak("alone"), weak("staged"), weak("little"), weak("much")], rests())
    ranked = [(worth.problem.file, worth.plays, worth.stages) for worth in found]
    assert ranked == [(file_of("much"), 2, 0), (file_of("little"), 1, 0), (file_of("staged"), 0, 1), (file_of("alone"), 0, 0)]


def test_an_error_comes_before_any_warning_and_a_note_after_all() -> None:
    """What is broken where nobody looks comes before what is weak where everybody does."""
    error, note = problem("PB203", file_of("alone")), problem("PB303", file_of("much"))
    found = worth_doing([note, weak("much"), error], rests())
    assert [worth.problem.code for worth in found] == ["PB203", "PB301", "PB303"]


def test_what_cannot_be_read_or_found_comes_before_what_is_weak() -> None:
    """A file that is not read, a second one of the same id and a missing entry come before a missing "how", be it an error, too."""
    lost = [problem(code, file_of("alone")) for code in ("PB104", "PB120", "PB203")]
    found = worth_doing([replace(weak("much"), level=Level.ERROR), *lost], rests())
    assert [worth.problem.code for worth in found] == ["PB104", "PB120", "PB203", "PB301"]


def test_one_of_a_sort_for_each_file_and_ten_in_all() -> None:
    """The same mistake twenty times in one file is one thing to do: the first of them; the list ends at ten."""
    [only] = worth_doing([weak("much", line) for line in range(20, 0, -1)], rests())
    assert only.problem.place == Place(1)
    assert len(worth_doing([problem("PB301", f"{number}.yaml") for number in range(30)], rests())) == 10


def test_one_mistake_made_everywhere_leaves_room_for_others() -> None:
    """Of one code three come first, the last of them with how many there are more; the others stand in the order they always have."""
    gone = [problem("PB203", f"{number}.yaml") for number in range(15)]
    found = worth_doing([*gone, weak("much"), problem("PB303", file_of("alone"))], rests())
    assert [worth.problem.code for worth in found] == ["PB203"] * 8 + ["PB301", "PB303"]
    assert [worth.alike for worth in found] == [0] * 7 + [7, 0, 0]
    many = [problem(code, f"{number}.yaml") for code in ("PB203", "PB202", "PB201", "PB120") for number in range(5)]
    few = worth_doing(many, rests())
    assert Counter(worth.problem.code for worth in few) == {"PB120": 3, "PB201": 3, "PB202": 2, "PB203": 2}
    assert sum(worth.alike for worth in few) == 10


def test_the_order_does_not_depend_on_the_order_of_finding() -> None:
    """The same problems in another order are ranked alike."""
    found = [weak("much"), weak("little"), weak("alone"), problem("PB203", "gone.yaml")]
    assert worth_doing(found, rests()) == worth_doing(found[::-1], rests())
