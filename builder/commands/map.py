"""`coursewright map`: a scenario's nodes and arrows as a picture, as text, or for other programs to draw."""

from __future__ import annotations

from pathlib import Path

from builder.activities.scenario.tools.chart import chart
from builder.activities.scenario.tools.chart_svg import as_svg
from builder.activities.scenario.tools.chart_text import as_dot, as_list, as_mermaid
from builder.commands.put_out import put_out
from builder.commands.scenario import find_scenario
from builder.console.show import complain

WRITERS = {"list": as_list, "svg": as_svg, "mermaid": as_mermaid, "dot": as_dot}
_ENDINGS = {
    ".svg": "svg",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".txt": "list",
}


def draw_map(named: str, format: str | None, out: Path | None) -> int:
    """Writes the map to `out`, or prints it; the exit status. Without a format, the ending of `out` says which."""
    format = format or (_ENDINGS.get(out.suffix.lower()) if out else "list")
    if format is None:
        complain(f"which format is {out} to have? Say --format, or end it in {', '.join(_ENDINGS)}")
        return 2
    found = find_scenario(named)
    if found is None:
        return 1
    states = [space.stands for space in found.scenario.proof.spaces]
    drawn = chart(found.scenario, found.page.title, found.course.settings.language, states)
    return put_out(WRITERS[format](drawn), out)
