"""What cmi5 asks of an AU, in what the plays recorded: each test has the numbers of its requirements in its name.

docs/cmi5.md says what each asks; tests/cmi5/test_lms.py proves that the LMS notices where it is broken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from tincan import Statement as TincanStatement

from builder.statements.conformance import disorder, violations
from tests.cmi5.play import Plays
from tests.cmi5.request_rules import FETCH_RULES, REQUEST_RULES
from tests.cmi5.session import LAUNCH_DATA, MASTERY, PREFERENCES, VERBS, Session
from tests.cmi5.statement_rules import STATEMENT_RULES

RULED = sorted(
    {number for rule in STATEMENT_RULES for number in rule.numbers}
    | {number for rule in REQUEST_RULES for number in rule.numbers}
    | {number for rule in FETCH_RULES for number in rule.numbers}
)


def begun(plays: Plays) -> list[Session]:
    """The sessions that the LMS let in."""
    return [session for session in plays.sessions if not session.fetch_error]


def closed(plays: Plays) -> list[Session]:
    """Those that the learner left with everything sent."""
    return [session for session in begun(plays) if session.ended == "terminated"]


def test_every_play_comes_to_its_end(plays: Plays) -> None:
    assert [play.failure for play in plays.named.values() if play.failure] == []


@pytest.mark.parametrize("number", RULED)
def test_no_play_breaks_it(plays: Plays, number: str) -> None:
    assert plays.breached(number) == []
    assert plays.applied[number], "no play was about it"


def test_4_1_0_0_1_every_statement_is_one_of_xapi_and_of_our_profile(plays: Plays, profile: Mapping[str, Any]) -> None:
    statements = [statement for session in plays.sessions for statement in session.statements]
    assert len(statements) > 60
    for statement in statements:
        assert str(TincanStatement.from_json(json.dumps(statement)).id) == statement["id"]
        assert violations(statement, profile) == []


def test_4_1_0_0_1_every_session_follows_our_profile_s_pattern(plays: Plays, profile: Mapping[str, Any]) -> None:
    assert [disorder(session.statements, profile) for session in closed(plays)] == [[] for _ in closed(plays)]


@pytest.mark.parametrize(
    ("number", "clauses"),
    [
        ("7.0.0.0-1", ("8.",)),
        ("7.0.0.0-2", ("4.", "9.1.", "9.7.")),
        ("7.0.0.0-3", ("10.",)),
        ("7.0.0.0-4", ("11.",)),
        ("7.0.0.0-5", ("7.1.", "9.")),
    ],
)
def test_what_a_whole_section_asks_is_met(plays: Plays, number: str, clauses: tuple[str, ...]) -> None:
    asked = [each for each in RULED if each.startswith(clauses)]
    assert asked
    assert [breach for each in asked for breach in plays.breached(each)] == [], number


def test_7_1_1_0_1_and_9_3_2_0_1_each_session_begins_as_soon_as_the_page_is_ready(plays: Plays) -> None:
    for session in begun(plays):
        assert session.said()[0] == "initialized"
    for play in plays.named.values():
        if not play.sessions[0].fetch_error:
            names = [request.name for request in play.sessions[0].requests]
            assert names[:3] == ["GET activities/state", "GET agents/profile", "GET activities/state"]
            assert "POST statements" in names[3:5], "three documents are read, and then it is said"


def test_7_1_2_0_1_and_9_3_8_0_1_each_session_that_a_learner_leaves_is_terminated_last(plays: Plays) -> None:
    left = [session for name in plays.named if name != "refused" for session in plays[name].sessions[-1:]]
    assert len(left) >= 10
    for session in left:
        assert session.said()[-1] == "terminated"
        assert session.requests[-1].name == "POST statements", "and nothing is asked after it"


def test_8_1_0_0_7_the_parameters_come_in_any_order(plays: Plays) -> None:
    (session,) = plays["passed"].sessions
    assert session.said()[-1] == "terminated"


def test_8_1_1_0_2_and_8_1_1_0_3_all_requests_go_to_the_endpoint_of_the_launch(plays: Plays) -> None:
    assert [request.name for request in plays.strays] == []
    assert all(session.requests for session in begun(plays))


def test_9_3_3_0_1_and_10_2_2_0_1_a_learner_who_has_done_it_all_has_completed_it(plays: Plays) -> None:
    for name in ("passed", "failed", "resumed", "closed_at_once", "offline", "abandoned", "lowered", "hostile"):
        assert plays[name].sessions[0].enrolment.has("completed"), name


def test_9_3_4_0_1_and_9_3_5_0_1_the_verdict_is_said_as_soon_as_there_is_one(plays: Plays) -> None:
    for name, verdict in (("passed", "passed"), ("failed", "failed"), ("resumed", "passed"), ("offline", "passed")):
        enrolment = plays[name].sessions[0].enrolment
        assert [each for each in ("passed", "failed") if enrolment.has(each)] == [verdict], name


def test_9_3_0_0_6_and_9_3_0_0_7_what_was_said_in_one_session_is_not_said_in_the_next(plays: Plays) -> None:
    assert [session.said() for session in plays["resumed"].sessions] == [
        ["initialized", "terminated"],
        ["initialized", "completed", "passed", "terminated"],
        ["initialized", "terminated"],
    ]
    assert [session.said() for session in plays["failed"].sessions] == [
        ["initialized", "completed", "failed", "terminated"],
        ["initialized", "terminated"],
    ]


def test_10_2_1_0_4_and_11_0_0_0_3_launch_data_and_preferences_are_read_before_all(plays: Plays) -> None:
    for session in begun(plays):
        first = [dict(request.parameters) for request in session.requests[:2]]
        assert first[0].get("stateId") == LAUNCH_DATA
        assert first[1].get("profileId") == PREFERENCES


@pytest.mark.parametrize(
    ("name", "numbers"), [("browsed", "10.2.2.0-8 10.2.2.0-9"), ("reviewed", "10.2.2.0-10 10.2.2.0-11")]
)
def test_where_nothing_counts_only_the_session_itself_is_told(plays: Plays, name: str, numbers: str) -> None:
    (session,) = plays[name].sessions
    assert [VERBS[each["verb"]["id"]] for each in session.statements] == ["initialized", "terminated"], numbers
    assert [each.name for each in session.requests if each.method == "PUT"] == []
    assert plays[name].seen["status"] == "Nothing is recorded in this view"


def test_10_2_2_0_5_and_10_2_2_0_6_and_10_2_2_0_7_where_it_counts_everything_is_told(plays: Plays) -> None:
    (session,) = plays["passed"].sessions
    assert session.said() == ["initialized", "completed", "passed", "terminated"]


def test_10_2_4_0_2_the_mark_of_the_lms_decides_and_not_that_of_the_course(plays: Plays) -> None:
    """Half of it is right in both, and the course itself asks for 80 per cent."""
    (lowered,) = plays["lowered"].sessions
    (raised,) = plays["hostile"].sessions
    passed, failed = lowered.find("passed"), raised.find("failed")
    assert (passed["result"]["score"], failed["result"]["score"]) == ({"scaled": 0.5}, {"scaled": 0.5})
    assert (passed["context"]["extensions"][MASTERY], failed["context"]["extensions"][MASTERY]) == (0.5, 0.5001)


def test_10_2_6_0_1_the_learner_goes_where_the_lms_says_when_the_session_has_ended(plays: Plays) -> None:
    assert plays["lowered"].seen["ended"] == "terminated"


def test_11_0_0_0_2_and_11_0_0_0_5_preferences_are_never_written_and_may_be_forbidden(plays: Plays) -> None:
    assert not any(
        each.resource == "agents/profile" and each.method != "GET" for s in begun(plays) for each in s.requests
    )
    (session,) = plays["lowered"].sessions
    assert session.asked("GET agents/profile"), "which was answered with 403"
    assert session.said() == ["initialized", "completed", "passed", "terminated"]


def test_11_2_0_0_1_sound_is_off_where_the_learner_wants_it_off(plays: Plays) -> None:
    assert plays["hostile"].seen["muted"] is True
