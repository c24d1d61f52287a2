"""How a learner with a keyboard places statements: by arrow keys on a slider, or by the buttons of two columns."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Places the statements on their lines, or ranks them anew."""
    for option in data["options"] if "near" in data else ():
        point = values["placed"][option["n"] - 1]
        slider = section.locator(f'[data-item][data-n="{option["n"]}"] input')
        if point:
            # To an end and back, so that the middle is placed too.
            slider.press("Home")
            for _ in range(point - 1):
                slider.press("ArrowRight")
    if "near" not in data:
        for _ in range(section.locator("[data-ranking] > [data-item]").count()):
            section.locator("[data-ranking] > [data-item]").first.get_by_role("button", name="Take back").press("Enter")
        for n in values["placed"]:
            section.locator(f'[data-item][data-n="{n}"]').get_by_role("button", name="Add").press("Enter")
