"""A play of the flagship's scenarios may break off after any choice: what is kept of it brings all of it back, and
takes no more room than the builder has proved."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from builder.activities.scenario.scenario import Scenario
from builder.build import check_course
from builder.course.capacity import record_length
from builder.course.kind import Json
from builder.course.model import Course
from builder.site.data import wire_shape
from tests.player.typescript import TESTS, bundle, node

FLAGSHIP = Path(__file__).parents[2] / "course_src"


def scenarios_of(course: Course) -> list[Scenario]:
    return [activity for activity in course.activities if isinstance(activity, Scenario)]


def data_of(course: Course) -> Json:
    """As much of the course's data as its scenarios and their records."""
    numbers = course.numbers
    found = [(numbers[scenario.id.value], scenario) for scenario in scenarios_of(course)]
    return {
        "activities": [
            {"kind": "scenario", "n": n, "id": scenario.id.value, **scenario.data(numbers, lambda text: "")}
            for n, scenario in found
        ],
        "longest": {str(n): record_length(n, scenario.record(numbers, keeps_texts=False)) for n, scenario in found},
        "state": {str(n): wire_shape(scenario.record(numbers, keeps_texts=False)) for n, scenario in found},
    }


def test_each_edge_of_each_scenario_is_resumed_as_it_was_left(tmp_path: Path) -> None:
    course = check_course(FLAGSHIP).course
    assert course is not None
    data = tmp_path / "course.json"
    data.write_text(json.dumps(data_of(course)), "utf-8")
    script = bundle(TESTS / "suspended_plays.ts", tmp_path)
    done = subprocess.run([node(), script, data], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert int(done.stdout) >= sum(scenario.proof.untimed.count_edges() for scenario in scenarios_of(course)) > 200
