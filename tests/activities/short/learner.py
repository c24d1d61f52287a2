"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Writes the text and, where there is something to tick, has it shown and ticks what is `met`."""
    field = section.locator("[data-written] textarea")
    if field.is_editable():
        field.fill(values["text"])
        if values["compared"]:
            section.locator("[data-check]").press("Enter")
    if values["compared"]:
        expect(section.locator("[data-compare]")).to_be_visible()
    for line in data["rubric"]:
        box = section.locator(f"[data-compare] input[value='{line['n']}']")
        if box.count() and box.is_checked() != (line["n"] in values["met"]):
            box.press("Space")
