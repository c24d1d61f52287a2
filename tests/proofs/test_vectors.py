"""The browser's engine plays as the prover does: over every edge of the state space of real and random scenarios."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from builder.activities.scenario.scenario import Scenario
from builder.build import check_course
from builder.course.kind import Json
from builder.course.table import Table
from builder.proofs.explore import explore
from builder.proofs.space import Space
from builder.proofs.vectors import vectors
from tests.activities.scenario.scene import compiled
from tests.course.scenes import tables
from tests.player.typescript import TESTS, bundle, node

FLAGSHIP = Path(__file__).parents[2] / "course_src"
EXAMPLE = Path(__file__).parents[1] / "activities" / "scenario" / "irate-candidate.scene.md"


def space_vectors(table: Table) -> Json:
    space = explore(table)
    assert isinstance(space, Space)
    return vectors(table, space)


def compare(tmp_path: Path, cases: list[Json]) -> str:
    """Plays the vectors with the player's engine; what it says."""
    data = tmp_path / "vectors.json"
    data.write_text(json.dumps(cases), "utf-8")
    script = bundle(TESTS / "engine_vectors.ts", tmp_path)
    run = subprocess.run([node(), script, data], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_every_edge_of_the_example_and_the_flagship_is_the_same_in_python_and_in_the_browser(tmp_path: Path) -> None:
    course = check_course(FLAGSHIP).course
    assert course is not None
    scenarios = [compiled(EXAMPLE.read_text("utf-8"))]
    scenarios += [activity for activity in course.activities if isinstance(activity, Scenario)]
    spaces = [scenario.proof.untimed for scenario in scenarios]
    assert all(space.count_edges() > 20 for space in spaces)
    told = compare(tmp_path, [vectors(space.table, space) for space in spaces])
    assert told == f"{sum(space.count_edges() for space in spaces)} edges of {len(spaces)} scenarios\n"


def test_every_edge_of_random_scenarios_is_the_same_in_python_and_in_the_browser(tmp_path: Path) -> None:
    cases: list[Json] = []

    @given(tables())
    @settings(
        max_examples=120,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def gather(table: Table) -> None:
        cases.append(space_vectors(table))

    gather()
    assert compare(tmp_path, cases).endswith(f"edges of {len(cases)} scenarios\n")
