"""What counts as which kind of evidence (docs/format.md, What counts as evidence)."""

from __future__ import annotations

import pytest

from builder.course.coverage import coverage
from tests.course.small import example_files, read

SETTINGS = """\
topics:
  T1: {text: Greeting, needs: [taught]}
  T2: {text: Parting, needs: [taught]}
marking-points:
  P1: {text: Listens, needs: [scenario]}
misconceptions: {M1: Loud is angry}
outcomes:
  - {id: O1, text: Greets, assessed-by: [q, account]}
scoring: {parts: {check: 100}}
checks: {coverage: off}
"""
HEAD = "---\ntitle: Hello\ncovers: [T1, P1]\n---\n"
TRUE = "if-true: Yes, it is so.\nif-false: It is so.\n:::\n"
ACCOUNT = "::: reflection {#account assesses=P1}\n- Why? {#why}\n:::\n"
QUIZ = f":::: quiz {{#check}}\n::: truefalse {{#in-quiz answer=true covers=T2}}\nIt is so.\n{TRUE}::::\n"


def kinds(page: str, settings: str = SETTINGS) -> dict[str, set[tuple[str, str]]]:
    """For each promise, the places with a kind of evidence each."""
    course = read(example_files({"course.yaml": settings, "content/01-a/a.md": page})).compiled.course
    assert course is not None
    return {row.id: {(kind, place.what) for place in row.places for kind in place.kinds} for row in coverage(course)}


def test_a_page_teaches_what_it_covers_where_it_has_something_to_read() -> None:
    assert kinds(HEAD + "Say hello.\n")["T1"] == {("taught", "page a")}
    assert kinds(HEAD + ACCOUNT)["T1"] == {("evidence", "reflection account"), ("reflection", "reflection account")}


def test_a_tip_teaches_its_topic_and_a_refutation_its_misconception() -> None:
    assert kinds("---\ntitle: Hello\n---\n::: tip {ref=T2}\nGo.\n:::\n")["T2"] == {("taught", "tip")}
    refutation = "::: misconception {#mis ref=M1}\nclaim: It is.\nwhy: Loud.\ninstead: Ask.\n:::\n"
    assert kinds("---\ntitle: Hello\n---\n" + refutation)["M1"] == {("taught", "refutation mis")}


@pytest.mark.parametrize(
    ("attributes", "practised"),
    [("", {"T1", "P1"}), ("covers=T2", {"T2"}), ("mc=M1", {"T1", "P1", "M1"}), ("mc=M1 covers=T2", {"T2", "M1"})],
)
def test_a_question_practises_what_it_names_or_else_what_its_page_covers(attributes: str, practised: set[str]) -> None:
    found = kinds(f"{HEAD}::: truefalse {{#q answer=true {attributes}}}\nIt is so.\n{TRUE}")
    assert {id for id, places in found.items() if ("practised", "question q") in places} == practised | {"O1"}


def test_a_scale_that_has_no_right_answer_is_no_practice() -> None:
    scale = '::: likert {#l scale="Never, Often"}\nHow often?\n- I listen.\n:::\n'
    assert ("practised", "question l") not in kinds(HEAD + scale)["T1"]


def test_a_quiz_assesses_what_its_page_covers_and_what_its_questions_name() -> None:
    found = kinds(HEAD + QUIZ)
    assert ("assessed", "quiz check") in found["T1"]
    assert found["T2"] == {("assessed", "question in-quiz")}


def test_a_form_is_evidence_for_what_it_assesses_and_for_the_topics_of_its_page() -> None:
    found = kinds(HEAD + ACCOUNT)
    form = {("evidence", "reflection account"), ("reflection", "reflection account")}
    assert found["T1"] == found["P1"] == found["O1"] == form
    # A marking point is assessed by name: that the page covers it only teaches it.
    assert found["P1"] - form == set()
    assert kinds(HEAD + ACCOUNT.replace(" assesses=P1", ""))["P1"] == set()


SCENE = """\
---
title: A call
start: one
assesses: [P1]
covers: [T1]
---
## one
* Say hello to her. -> end {#hello}
  feedback: It is how a call begins.
* Say nothing at all. -> end {#nothing}
  feedback: She waits, and hangs up.
## end
ending: good
outcome: It is over.
debrief: Why?
"""


@pytest.mark.parametrize(("parts", "assessed"), [("call: 100", {"T1", "P1"}), ("check: 100", {"P1"})])
def test_a_scenario_assesses_what_it_says_and_as_a_part_of_the_score_what_it_covers(
    parts: str, assessed: set[str]
) -> None:
    files = {
        "course.yaml": SETTINGS.replace("check: 100", parts),
        "content/01-a/call.scene.md": SCENE,
        "content/01-a/a.md": HEAD + QUIZ,
    }
    course = read(example_files(files)).compiled.course
    assert course is not None
    rows = {row.id: row for row in coverage(course)}
    found = {
        id: {kind for place in row.places if place.what == "scenario call" for kind in place.kinds}
        for id, row in rows.items()
    }
    assert {id for id in rows if "assessed" in found[id]} == assessed
    assert found["T1"] >= {"practised", "scenario"} <= found["P1"]
