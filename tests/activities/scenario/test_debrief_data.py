"""The map of a debrief: every arrow of the scenario is drawn, and each ends at the box that it leads to."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.activities.scenario.debrief_data import debrief_data, map_data
from builder.course.table import Choice, Go, Node, Table
from tests.activities.scenario.scene import compiled, numbers

SCENE = (Path(__file__).parent / "irate-candidate.scene.md").read_text("utf-8")
END = re.compile(r"L(\d+) (\d+)l")


def test_every_choice_and_divert_is_on_the_map_once() -> None:
    scenario = compiled(SCENE)
    count = numbers(scenario)
    numbered = [
        [count[scenario.id.value, node.id, choice.id] for choice in node.choices] for node in scenario.table.nodes
    ]
    routes: Any = map_data(scenario.table, numbered)["routes"]
    assert sorted(n for *_, taken, _ in routes for n in taken) == sorted(n for node in numbered for n in node)
    for source, target, _, taken, _ in routes:
        targets = {
            numbered[source][at]: choice.target for at, choice in enumerate(scenario.table.nodes[source].choices)
        }
        assert {targets[n] for n in taken} <= {target}
    diverts = {(source, target) for source, target, *_, divert in routes if divert}
    steps = [(at, step) for at, node in enumerate(scenario.table.nodes) for step in node.steps]
    assert diverts == {(at, step.target) for at, step in steps if isinstance(step, Go)}


def test_an_arrow_ends_at_its_box_whether_it_leads_on_back_or_round() -> None:
    table = Table(
        (
            Node("first", choices=(Choice("again", 0, again=2), Choice("on", 1))),
            Node("second", choices=(Choice("back", 0, again=2), Choice("end", 2))),
            Node("third", rating="good"),
        )
    )
    data: Any = map_data(table, [[1, 2], [3, 4], []])
    wide, high = data["box"]
    assert len(data["routes"]) == 4
    for _, target, path, *_ in data["routes"]:
        (end,) = END.findall(path)
        x, y = map(int, end)
        left, top = data["boxes"][target]
        assert left <= x <= left + wide and top <= y <= top + high


def test_a_technique_that_was_not_carried_off_is_coached_by_name() -> None:
    scenario = compiled(SCENE)
    first = scenario.nodes[0]
    feedback = first.choices[0].feedback
    choice = replace(first.choices[0], weak=(1,), coach=feedback, point_of_no_return=True)
    node = replace(first, choices=(choice, *first.choices[1:]))
    coached = replace(scenario, nodes=(node, *scenario.nodes[1:]))
    data = debrief_data(coached, numbers(scenario), lambda text: f"<p>{text.value}</p>")
    number = numbers(scenario)[scenario.id.value, first.id.value, choice.id.value]
    assert data["coach"] == {str(number): {"weak": [scenario.techniques[1]], "html": f"<p>{feedback.value}</p>"}}
    assert data["final"] == [number]
