"""How a learner with a keyboard picks out pieces of a text."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Ticks the pieces whose numbers are in `chosen`, and no other."""
    for option in data["options"]:
        box = section.locator(f'[data-place="{option["n"]}"] input')
        if box.is_checked() != (option["n"] in values["chosen"]):
            box.press("Space")
