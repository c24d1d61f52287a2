"""What the player says about a course is as the course's published profile says, for every kind there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tincan import Statement as TincanStatement

from builder import resources
from builder.course.kind import AskingKind, Json
from builder.course.model import Course
from builder.site.data import wire_shape
from builder.statements.conformance import disorder, violations
from builder.statements.profile import profile
from builder.statements.verbs import PROGRESS, VERBS
from tests.activities.answers import find_answers
from tests.packages import made
from tests.player.test_scores import Asked, Scorer, scorer
from tests.statements import document
from tests.statements.events import sitting
from tests.statements.placed import placed
from tests.statements.scribe import Scribe, Statement

__all__ = ["scorer"]

Change = Callable[[Statement], object]


_NAMES = st.sampled_from(
    ("id", "definition", "type", "contextActivities", "parent", "response", "extensions", "interactionType", "choices")
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(statement=st.dictionaries(st.sampled_from(("verb", "object", "context", "result", "timestamp")), _JSON))
def test_whatever_calls_itself_a_statement_is_judged(statement: Statement) -> None:
    course = profile(made.course())
    assert violations(statement, course) != []
    assert disorder([statement], course) == ["a statement has no template"]


@pytest.fixture(scope="module")
def session(gallery: Course, sent: dict[str, Any], scribe: Scribe) -> list[Statement]:
    """A statement of every kind, in the order of a session."""
    return scribe(sent, sitting(gallery))


def test_what_the_documentation_says_that_learners_are_told_is_what_they_are_told() -> None:
    told = [sentence for name in ("xapi", "cmi5") for sentence in resources.sentences()[f"trackers/{name}"].values()]
    section = document.DOCUMENT.read_text("utf-8").partition("## What the learner is told")[2].partition("\n## ")[0]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in section.splitlines() if line.startswith("| ")]
    assert [row for row in rows[1:] if not any(each.startswith(row) for each in told)] == []


def test_the_examples_in_the_documentation_are_what_the_player_says(gallery: Course, session: list[Statement]) -> None:
    assert document.shown(document.DOCUMENT.read_text("utf-8")) == document.examples(gallery, session).strip("\n")


def test_every_answer_to_every_question_is_told_as_the_profile_says(
    gallery: Course,
    data: Mapping[str, dict[str, Json]],
    sent: dict[str, Any],
    published: dict[str, Any],
    scribe: Scribe,
    scorer: Scorer,
) -> None:
    events = []
    for id, (activity, _) in placed(gallery).items():
        kind = gallery.kinds[activity.kind]
        if isinstance(kind, AskingKind):
            record = activity.record(gallery.numbers, keeps_texts=True)
            asked = Asked(kind, {**data[id], "page": 1}, record)
            shape: Any = wire_shape(record)
            answers = find_answers(kind, asked.data, shape)
            for values in filter(None, (answers.right, answers.wrong, answers.partly)):
                events += scorer(asked, asked.fitted({**values, "sure": 2 * bool(data[id].get("confidence"))}))[
                    "reports"
                ]
    statements = scribe(sent, events)
    assert {each["type"] for each in events} == {"answered"}
    assert {each["id"] for each in events} <= set(sent["xapi"]["activities"])
    assert [problem for each in statements for problem in violations(each, published)] == []


def test_a_session_with_every_kind_of_statement_is_as_the_profile_says(
    session: list[Statement], published: dict[str, Any]
) -> None:
    assert {each["verb"]["id"] for each in session} == {*VERBS.values()}
    assert [problem for each in session for problem in violations(each, published)] == []
    for each in session:
        assert TincanStatement(each).as_version()["object"]["definition"] == each["object"]["definition"]


def test_a_session_begins_with_initialized_and_ends_with_terminated(
    session: list[Statement], published: dict[str, Any]
) -> None:
    assert disorder(session, published) == []
    assert disorder(session[:-2], published) == []
    assert disorder([*session, *session], published, "registration") == []
    for wrong in (session[1:], [*session[:2], session[-1], *session[2:]], [*session, *session]):
        assert disorder(wrong, published) != []
    assert disorder(session[1:], published, "registration") != []


def _at(session: list[Statement], verb: str) -> Statement:
    return deepcopy(next(each for each in session if each["verb"]["id"] == VERBS[verb]))


@pytest.mark.parametrize(
    ("verb", "change", "problem"),
    [
        ("answered", lambda s: s["result"].pop("response"), "answered: $.result.response is missing"),
        ("answered", lambda s: s["result"].update(response="coffee"), "none of its choices"),
        ("answered", lambda s: s["object"]["definition"].update(type="https://example.org/x"), "0 templates are for"),
        ("responded", lambda s: s["context"].pop("extensions"), "/node'] is missing"),
        (
            "responded",
            lambda s: s["context"]["extensions"].update(s["result"]["extensions"]),
            "no extension of context",
        ),
        ("completed", lambda s: s["result"].update(completion=False), "must be [True]"),
        ("progressed", lambda s: s["result"].update(completion=False), "$.result.completion must not be there"),
        ("progressed", lambda s: s["result"]["extensions"].pop(PROGRESS), "is missing"),
        ("passed", lambda s: s["result"].pop("score"), "$.result.score.scaled is missing"),
        ("passed", lambda s: s["result"].update(success=False), "must be [True]"),
        ("experienced", lambda s: s["context"]["contextActivities"].pop("parent"), "parent[*].id is missing"),
        ("experienced", lambda s: s["context"]["contextActivities"].pop("category"), "category[*].id is missing"),
        ("experienced", lambda s: s["context"]["contextActivities"].update(grouping=[{"id": "x:y"}]), "have one of"),
        ("exited", lambda s: s.update(verb={"id": "https://example.org/read"}), "0 templates are for"),
        ("initialized", lambda s: s.update(timestamp="yesterday"), "no statement"),
        ("terminated", lambda s: s["result"].pop("duration"), "$.result.duration is missing"),
    ],
)
def test_what_is_not_as_the_profile_says_is_said(
    session: list[Statement], published: dict[str, Any], verb: str, change: Change, problem: str
) -> None:
    statement = _at(session, verb)
    change(statement)
    assert any(problem in each for each in violations(statement, published))


def test_a_single_context_activity_counts_as_a_list_of_one(session: list[Statement], published: dict[str, Any]) -> None:
    statement = _at(session, "experienced")
    activities = statement["context"]["contextActivities"]
    activities["category"] = activities["category"][0]
    assert violations(statement, published) == []
