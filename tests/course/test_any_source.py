"""Whatever an author writes, the answer is a course or diagnostics, the same ones each time, and never an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.checks import run_checks
from builder.source.diagnostic import Severity
from tests.course.small import SETTINGS, read

LINES = [
    "",
    "Words.",
    "---",
    "title: A",
    "covers: [T1]",
    "# Heading",
    "### Deep",
    "::: note",
    "::: tip {#x ref=T1}",
    "::: misconception {#m ref=M1}",
    "claim: A",
    "why: B",
    "instead: C",
    "::: single {#q mc=M1}",
    "::: multiple {#q}",
    "::: truefalse {#x answer=true}",
    "::: reflection {#q}",
    ":::: quiz {#final}",
    ":::: quiz {#final confidence review}",
    "::: draw {bank=b count=2 each=M1:1}",
    "::: draw {bank=b tag=M1 each=M1}",
    "::: recall {from=a,start}",
    "- (x) Yes {#one}",
    "- [ ] Yes",
    "- What?",
    "  feedback: So.",
    "  excuse: CW305 no",
    "if-true: Yes.",
    "if-false: No.",
    "explain: So.",
    "excuse: CW444",
    ":::",
    "::::",
    "[here](#q) ![](a.png) {{org}}",
]
YAML = [
    "scoring: {pass: 80, parts: {final: 100}}",
    "scoring: {pass: 0}",
    "completion: {pages: [a, z], required: [q, final]}",
    "topics: {T1: {text: T}}",
    "misconceptions: {M1: M}",
    "marking-points: {P1: {text: P}}",
    "outcomes: [{id: O1, text: O, assessed-by: [q]}]",
    "checks: {coverage: off, CW444: error, none: off}",
    "free-text: {resume: device}",
    "variables: {org: Example}",
]
LOCK = [
    "a 1 page",
    "q 2 single",
    "q 2 reflection",
    "q/one 1 option",
    "q/gone 2 option retired",
    "<<<<<<< x",
    "final 3 quiz",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.sampled_from(LINES), max_size=25),
    st.lists(st.sampled_from(LINES), max_size=12),
    st.lists(st.sampled_from(LINES), max_size=12),
    st.lists(st.sampled_from(YAML), max_size=4, unique=True),
    st.lists(st.sampled_from(LOCK), max_size=4),
)
def test_nothing_that_is_written_raises(
    first: list[str], second: list[str], bank: list[str], yaml: list[str], lock: list[str]
) -> None:
    files = {
        "course.yaml": "".join(line + "\n" for line in yaml),
        "ids.lock": "".join(line + "\n" for line in lock),
        "content/01-one/a.md": "\n".join(["---", "title: A", "---", *first, ""]),
        "content/01-one/b.md": "\n".join([*second, ""]),
        "banks/b.md": "".join(line + "\n" for line in bank),
    }
    result = read(files)
    found = result.diagnostics
    course = result.compiled.course
    if course is not None:
        found = (
            *found,
            *run_checks(course, {"scorm12": (4096, False), "scorm2004": (64_000, True)}),
        )
    lengths = {
        path: len(text.splitlines()) for path, text in {**files, "course.yaml": SETTINGS + files["course.yaml"]}.items()
    }
    for one in found:
        assert 1 <= one.span.line <= max(1, lengths[one.span.file]), one
    if any(one.severity is Severity.ERROR for one in result.diagnostics):
        assert result.compiled.lock == files["ids.lock"]
    assert read(files).diagnostics == result.diagnostics
