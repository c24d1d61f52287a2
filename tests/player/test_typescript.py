"""The player's own tests, one a file of player/tests, under Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.player.typescript import TESTS, bundle, node

FILES = sorted(TESTS.glob("*.test.ts"))


@pytest.mark.parametrize("source", FILES, ids=lambda source: source.name.removesuffix(".test.ts"))
def test_the_player_keeps_its_promises(source: Path, tmp_path: Path) -> None:
    program = node()
    script = bundle(source, tmp_path)
    done = subprocess.run([program, "--test", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
