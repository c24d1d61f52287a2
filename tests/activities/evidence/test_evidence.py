"""What was shown, by marking point: which points, from where, and that nothing is kept of it."""

from __future__ import annotations

from builder.course.coverage import coverage
from builder.course.outcomes import points
from builder.course.record import RecordShape
from tests.activities.reading import SETTINGS, html, read
from tests.course import small
from tests.course.small import page

TWO = SETTINGS.model_copy(
    update={"marking_points": {"MP1": SETTINGS.marking_points["MP1"], "MP2": SETTINGS.marking_points["MP1"]}}
)
POINTS = """\
marking-points:
  MP1: {text: Listens, needs: [scenario]}
  MP2: {text: Agrees, needs: [scenario]}
  MP3: {text: Hands over, needs: [scenario]}
scoring: {parts: {call: 100}}
checks: {coverage: "off"}
"""
CALL = """\
---
type: scenario
title: A call
start: ring
assesses: [MP1]
facts: {next-step: MP2, handed-over: MP3}
---

## ring

* Say hello. -> end {#hello}
  score: 1
  feedback: It shows that somebody is there.
* Say nothing. -> silence {#nothing}
  feedback: It shows nothing.

## end

ending: good
outcome: They talk.
facts: next-step

## silence

ending: poor
outcome: They hang up.
"""


def test_it_gathers_every_marking_point_or_those_that_it_names_in_their_order() -> None:
    for attributes, expected in (("", ["MP1", "MP2"]), (" points=MP2", ["MP2"]), (" points=MP2,MP1", ["MP2", "MP1"])):
        found = read(f"::: evidence {{#e{attributes}}}\n:::\n", TWO)
        assert found.codes == []
        data = found.activities[0].data(found.numbers, html)
        assert data == {"points": [[id, TWO.marking_points[id].text] for id in expected]}


def test_nothing_is_kept_scored_or_asked_of_it() -> None:
    found = read("::: evidence\n:::\n")
    (activity,) = found.activities
    assert activity.id.value == "evidence-page"
    assert activity.record(found.numbers, keeps_texts=True) == RecordShape(())
    assert not (activity.scored or activity.asks or activity.inner)


def test_an_ending_s_fact_is_evidence_for_its_marking_point_and_a_fact_of_no_ending_is_not() -> None:
    course = small.read({"course.yaml": POINTS, "content/01-calls/call.scene.md": CALL}).compiled.course
    assert course is not None
    scenario = course.activity("call")
    assert scenario is not None and points(scenario) == {"MP1", "MP2"}
    found = {row.id: {kind for place in row.places for kind in place.kinds} for row in coverage(course)}
    assert all("scenario" in found[id] for id in ("MP1", "MP2")) and not found["MP3"]
    assert scenario.data(course.numbers, html)["facts"] == [[], [["MP2", "Next step"]], []]


def test_a_reflection_takes_up_notes_of_scenarios_by_their_numbers() -> None:
    account = page("Account", "::: reflection {#account from=call,call}\n- Why? {#why}\n:::\n")
    course = small.read(
        {"course.yaml": POINTS, "content/01-calls/your-account.md": account, "content/01-calls/call.scene.md": CALL}
    ).compiled.course
    assert course is not None
    form = course.activity("account")
    assert form is not None
    assert form.data(course.numbers, html)["from"] == [course.numbers["call"]]
    assert course.kinds["reflection"].later(form) == ("form", "notes")
    plain = read("::: reflection {#account}\n- Why?\n:::\n")
    assert "from" not in plain.activities[0].data(plain.numbers, html)
    assert course.kinds["reflection"].later(plain.activities[0]) == ("form",)
