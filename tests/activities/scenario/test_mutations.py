"""Scenarios with random slips in them: whatever is wrong, the answer is diagnostics in the files, soon, and no package.

Over a hundred in a normal run; `COURSEWRIGHT_MUTATIONS=10000` says how many there are to be (docs/scenarios.md).
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.activities.scenario.model import KIND
from builder.build import build_course
from builder.source.diagnostic import Diagnostic, Severity
from tests.course.small import SETTINGS

MANY = int(os.environ.get("COURSEWRIGHT_MUTATIONS", "120"))
MOST_SECONDS = 10.0
"""Of the processor's time, for one course: a scenario is given up after 200,000 states."""

COURSE = Path(__file__).parents[3] / "course_src"
KEPT = ("techniques", "topics", "misconceptions", "marking-points")
FOLDER = "content/01-start"


def _course_settings() -> str:
    parts = re.split(r"^(?=[a-z])", (COURSE / "course.yaml").read_text("utf-8"), flags=re.M)
    own = f"{SETTINGS}outputs: {{html: {{}}}}\nchecks: {{coverage: off}}\n"
    return own + "".join(part for part in parts if part.startswith(KEPT))


def _scenes() -> dict[str, dict[str, str]]:
    """The files of a scenario by its name: itself first, then those that it needs."""
    scenes = {path.name: path.read_text("utf-8") for path in sorted(COURSE.glob("content/*/*.scene.md"))}
    nodes = {path.name: path.read_text("utf-8") for path in sorted(COURSE.glob("content/*/*.nodes.md"))}
    examples = re.findall(
        r"^```coursewright\n(.*?)^```$", (KIND.folder / "examples.md").read_text("utf-8"), re.M | re.S
    )
    scenes["late-parcel.scene.md"] = examples[0]
    found = {}
    for name, text in scenes.items():
        head = text.split("\n---\n")[0]
        named = {other for other in scenes if other != name and re.sub(r"^\d+-|\.scene\.md$", "", other) in head}
        included = {other for other in nodes if other in head}
        found[name] = {name: text, **{other: {**scenes, **nodes}[other] for other in sorted(named | included)}}
    return found


SCENES = _scenes()
SETTINGS_TEXT = _course_settings()
PIECES = (
    *(
        "->",
        "-> ",
        "[if ",
        "[again max=2] ",
        "[after 5s] ",
        "]",
        "[",
        "(",
        ")",
        "{#a}",
        "{#",
        "}",
        "*",
        "* ",
        "- ",
        "##",
    ),
    *("## x\n", "\n", "\n\n", "  ", "\t", ":", ": ", "=", "==", ">=", "<", "not ", "and ", "or ", "visited(", "shown("),
    *(
        "set: ",
        "effects: ",
        "trust +1",
        "score: ",
        "ending: good\n",
        "media: a.mp3\n",
        "say: ",
        "---\n",
        ":::",
        "0",
        "9",
    ),
    *(
        "999999",
        "-1",
        ",",
        "#",
        "'",
        '"',
        "\\",
        "\ufeff",
        "\u2028",
        "\x00",
        "é",
        "min: 0, max: 1000",
        "true",
        "&x ",
        "*x",
    ),
    *("include: x.nodes.md\n", "carry: {trust: x}\n", "states: 5000\n", "{", "- a\n", "|", ">"),
)

Slip = tuple[str, float, float, str]
slips = st.tuples(
    st.sampled_from(
        ["cut", "put", "instead", "drop line", "double line", "swap lines", "move line", "indent", "number"]
    ),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(PIECES),
)


def mutated(text: str, slip: Slip) -> str:
    """The text with one slip; the two numbers say where, as a share of what there is."""
    what, here, there, piece = slip
    lines = text.split("\n")
    at, to, line, other = (int(share * len(all)) for all in (text, lines) for share in (here, there))
    match what:
        case "cut":
            return text[:at] + text[at + 1 + to % 12 :]
        case "put":
            return text[:at] + piece + text[at:]
        case "instead":
            return text[:at] + piece + text[at + len(piece) :]
        case "drop line":
            del lines[line]
        case "double line":
            lines.insert(other, lines[line])
        case "swap lines":
            lines[line], lines[other] = lines[other], lines[line]
        case "move line":
            lines.insert(other, lines.pop(line))
        case "indent":
            lines[line] = "  " + lines[line] if to % 2 else lines[line].strip()
        case "number":
            found = list(re.finditer(r"\d+", text))
            digits = found[int(here * len(found))] if found else None
            return text[: digits.start()] + str(to) + text[digits.end() :] if digits else text
    return "\n".join(lines)


def places_lie_in(files: Mapping[str, str], faults: tuple[Diagnostic, ...]) -> None:
    for fault in faults:
        text = files.get(fault.span.file.rpartition("/")[2])
        if text is not None:
            lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert 1 <= fault.span.line <= len(lines), fault
            assert 1 <= fault.span.column <= len(lines[fault.span.line - 1]) + 1, fault


def test_a_scenario_with_slips_gives_diagnostics_only(tmp_path: Path) -> None:
    folder, out = tmp_path / "source", tmp_path / "dist"
    pages = folder / FOLDER
    pages.mkdir(parents=True)
    (folder / "course.yaml").write_text(SETTINGS_TEXT, "utf-8")
    (pages / "index.md").write_text("# Start\n\nHello.\n", "utf-8")

    @settings(
        max_examples=MANY,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize="COURSEWRIGHT_MUTATIONS" not in os.environ,
        database=None,
    )
    @given(st.sampled_from(sorted(SCENES)), st.lists(slips, min_size=1, max_size=4))
    def slipped(name: str, found: list[Slip]) -> None:
        text = SCENES[name][name]
        for slip in found:
            text = mutated(text, slip)
        for path in pages.glob("*.*.md"):
            path.unlink()
        files = {**SCENES[name], name: text}
        for other, content in files.items():
            (pages / other).write_bytes(content.encode())
        began = time.process_time()
        built = build_course(folder, out)
        seconds = time.process_time() - began
        for path in (folder / "ids.lock", *out.glob("*/*.html")):
            path.unlink(missing_ok=True)
        assert seconds < MOST_SECONDS, (seconds, text)
        failed = any(one.severity is Severity.ERROR for one in built.diagnostics)
        assert failed is not bool(built.written)
        places_lie_in(files, built.diagnostics)
        if report is not None:
            with report.open("a") as file:
                codes = sorted({one.code for one in built.diagnostics if one.severity is Severity.ERROR})
                print(f"{seconds:.2f}", name, *codes, file=file)

    report = (
        Path(os.environ["COURSEWRIGHT_MUTATIONS_REPORT"]) if "COURSEWRIGHT_MUTATIONS_REPORT" in os.environ else None
    )
    slipped()
