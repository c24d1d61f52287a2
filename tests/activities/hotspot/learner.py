"""How a learner with a keyboard answers a hotspot: by the list below the picture."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Chooses exactly the places of `values`."""
    for option in data["options"]:
        control = section.locator(f'[data-option][data-n="{option["n"]}"] input')
        wanted = option["n"] in values["chosen"]
        if control.is_checked() != wanted and (wanted or control.get_attribute("type") == "checkbox"):
            control.press("Space")
