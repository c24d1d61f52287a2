"""Puts the built player, the official schemas and the themes into the wheel, so that an author needs no Node."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlayerHook(BuildHookInterface[Any]):
    """Runs before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the player; a wheel that is not editable gets it and the themes."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        runpy.run_path(str(root / "player" / "build.py"))["build"]()
        if version == "editable":
            return
        for name in ("player", "schemas"):
            build_data["force_include"][str(root / "builder" / "_data" / name)] = f"builder/_data/{name}"
        build_data["force_include"][str(root / "themes")] = "builder/_data/themes"
