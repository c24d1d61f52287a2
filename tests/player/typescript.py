"""Bundles the player's tests with esbuild and runs them under Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from player.build import MODULES, PLAYER, NodeMissing, find_node

TESTS = PLAYER / "tests"

# Wherever a file lies that is bundled: it may import the player as kinds do.
_CONFIG = f"--tsconfig={PLAYER / 'tsconfig.json'}"


def node() -> Path:
    """The Node program; skips the test where there is none, or where the player's packages have not been fetched."""
    try:
        found = find_node()
    except NodeMissing as missing:
        pytest.skip(str(missing))
    if not (MODULES / "esbuild").is_dir():
        pytest.skip("the player's packages are not there: run `make player`")
    return found


def bundle(source: Path, folder: Path) -> Path:
    """One script for Node of a TypeScript file and all that it imports, written into the folder."""
    script = folder / f"{source.stem}.cjs"
    esbuild = MODULES / "esbuild" / "bin" / "esbuild"
    options = ("--bundle", "--platform=node", "--format=cjs", "--log-level=warning", f"--outfile={script}", _CONFIG)
    done = subprocess.run([node(), esbuild, source, *options], cwd=PLAYER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return script
