"""What happens to a session, and to the learner's work, when not all goes as it should."""

from __future__ import annotations

from tests.cmi5.play import Plays
from tests.cmi5.plays import HOSTILE
from tests.cmi5.session import SESSION_ID, Session

EXPERIENCED = "http://adlnet.gov/expapi/verbs/experienced"


def verbs(session: Session) -> list[str]:
    return [each["verb"]["id"].rpartition("/")[2] for each in session.statements]


def test_a_page_that_loads_itself_again_goes_on_with_its_session(plays: Plays) -> None:
    (session,) = plays["reloaded"].sessions
    assert plays["reloaded"].seen["ended"] == ""
    assert session.fetched == 1
    assert session.said() == ["initialized", "terminated"]


def test_a_page_that_the_browser_loads_again_says_that_its_session_has_ended_and_asks_for_nothing(plays: Plays) -> None:
    play = plays["reloaded_by_button"]
    assert "This session has ended" in play.seen["notice"]
    assert play.seen["asked"] == 0
    assert play.sessions[0].fetched == 1


def test_a_learner_goes_on_where_they_were_on_another_device_too(plays: Plays) -> None:
    play = plays["resumed"]
    assert play.seen["page"] == "call"
    assert ["resumed" in verbs(session) for session in play.sessions] == [False, True, True]
    assert ["suspended" in verbs(session) for session in play.sessions] == [True, False, False]


def test_what_was_said_with_the_last_breath_is_neither_lost_nor_said_twice(plays: Plays) -> None:
    first, second = plays["closed_at_once"].sessions
    assert [*first.said(), *second.said()].count("completed") == 1
    assert [*first.said(), *second.said()].count("passed") == 1
    assert second.said()[-1] == "terminated"


def test_what_was_done_without_a_connection_counts_at_the_next_launch(plays: Plays) -> None:
    play = plays["offline"]
    first, second = play.sessions
    assert (first.said(), second.said()) == (["initialized"], ["initialized", "completed", "passed", "terminated"])
    asked_again = {each["id"] for each in play.late}
    assert asked_again, "what the abandoned session could not send went first, and the LMS refused it"
    assert not asked_again & {each["id"] for each in second.statements if each["verb"]["id"] == EXPERIENCED}


def test_a_session_that_was_abandoned_sends_no_more_and_the_other_one_has_it_all(plays: Plays) -> None:
    first, second = plays["abandoned"].sessions
    assert (first.ended, second.ended) == ("abandoned", "terminated")
    assert second.said() == ["initialized", "completed", "passed", "terminated"]
    assert plays["abandoned"].late == []
    assert "Open the course again from where you started it" in plays["abandoned"].seen["told"]


def test_a_template_that_holds_all_a_context_can_is_kept_as_it_is(plays: Plays) -> None:
    (session,) = plays["hostile"].sessions
    for statement in session.statements:
        context = statement["context"]
        assert [context[name] for name in ("platform", "language", "revision", "instructor")] == [
            HOSTILE[name] for name in ("platform", "language", "revision", "instructor")
        ]
        assert context["extensions"][SESSION_ID] == session.id
        assert context["extensions"]["https://lms.example.org/x"] == {
            "__proto__": {"polluted": True},
            "constructor": None,
            "n": 1e21,
        }
        parents = context["contextActivities"]["parent"]
        assert parents[0]["id"] == "https://lms.example.org/classes/7"


def test_without_a_token_the_course_works_says_so_and_asks_for_nothing(plays: Plays) -> None:
    for session in plays["refused"].sessions:
        assert plays["refused"].seen[session.fetch_error].startswith("The learning platform gives no access")
        assert (session.fetched, session.requests) == (1, [])


def test_what_an_lms_forbids_is_kept_to_be_downloaded_and_all_else_goes_on(plays: Plays) -> None:
    (session,) = plays["picky"].sessions
    assert plays["picky"].seen["kept"] == [("403", "experienced")] * 3
    assert "experienced" not in verbs(session)
    assert session.said() == ["initialized", "completed", "passed", "terminated"]
