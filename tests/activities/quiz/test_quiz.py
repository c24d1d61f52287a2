"""Questions that count: what a quiz holds, and what the state keeps of it."""

from __future__ import annotations

from textwrap import dedent

from builder.course.record import Bits, Group, RecordShape, Rows, Sequence, Uint
from builder.source.diagnostic import Severity
from builder.source.settings import Scoring
from tests.activities.reading import KINDS, SETTINGS, html, read

QUESTION = """
    ::: truefalse {#q-1 answer=false}
    Every challenging customer is angry.
    if-true: The common slip.
    if-false: Yes. Name the state.
    :::
"""
GOOD = f"""
    :::: quiz {{#final-check attempts=4 counts=last shuffle}}
    No clock.
    {QUESTION}
    {QUESTION.replace("q-1", "q-2").replace("answer", "points=3 answer")}
    ::::
"""


def test_a_quiz_is_scored_and_holds_its_questions_in_order() -> None:
    found = read(GOOD)
    assert found.codes == []
    (quiz,) = found.activities
    assert quiz.scored and not quiz.asks
    assert [inner.id.value for inner in quiz.inner] == ["q-1", "q-2"]
    numbers = found.numbers
    questions = [numbers["q-1"], numbers["q-2"]]
    assert quiz.data(numbers, html) == {
        "attempts": 4,
        "counts": "last",
        "shuffle": True,
        "questions": questions,
        "goals": {},
        "slots": [],
        "pass": 0,
        "features": ["confirm"],
    }


def test_the_state_keeps_where_the_learner_is_and_every_attempt() -> None:
    found = read(GOOD)
    assert found.activities[0].record(found.numbers, keeps_texts=True) == RecordShape(
        (
            Group("latest", (Uint("attempt", 4), Uint("phase", 2))),
            Group("union", (Rows("attempts", 4, (4, 10000)),)),
            # What this quiz does not use takes a character and nothing more.
            Group("latest", (Uint("left", 0), Sequence("drawn", 0, 0), Bits("marked", 0))),
            Group("either", (Bits("seen", 0),)),
            Group("union", (Rows("objectives", 0, (4, 0, 10000)),)),
        )
    )


def test_each_attempt_keeps_a_score_for_what_its_questions_are_about() -> None:
    found = read(GOOD.replace("answer=false", "answer=false mc=MC1", 1).replace("{#q-2", "{#q-2 covers=SY2,MC1"))
    (quiz,) = found.activities
    assert [(part.id.value, part.kind) for part in quiz.parts()] == [("MC1", "objective"), ("SY2", "objective")]
    assert quiz.data(found.numbers, html)["goals"] == {"1": "MC1", "2": "SY2"}
    assert Rows("objectives", 8, (4, 2, 10000)) in quiz.record(found.numbers, True).groups[-1].fields


def test_what_a_quiz_can_do_is_said_to_the_page_and_brings_its_script() -> None:
    words = "review confidence feedback=each again show=one minutes=20 pass=70"
    found = read(GOOD.replace("shuffle", words))
    (quiz,) = found.activities
    data = quiz.data(found.numbers, html)
    features = ["calibration", "each", "one", "review", "timer"]
    on = {"each": True, "again": True, "minutes": 20, "pass": 7000, "shuffle": False, "features": features}
    assert data.items() >= on.items()
    assert KINDS["quiz"].features(quiz) == tuple(features)
    assert KINDS["quiz"].features(read(GOOD).activities[0]) == ("confirm",)
    record = quiz.record(found.numbers, keeps_texts=True)
    assert Uint("left", 1201) in record.groups[2].fields
    assert Bits("marked", 4) in record.groups[2].fields
    assert all(question.about.confidence for question in quiz.inner)  # type: ignore[attr-defined]


def test_only_what_can_be_right_is_asked_how_sure() -> None:
    short = "::: short {#own}\nWhy?\nmodel: Because.\n:::\n"
    likert = '::: likert {#scale scale="No, Yes"}\nIs it so?\n- It is. {#is}\n:::\n'
    asked = dedent(QUESTION)
    (quiz,) = read(f":::: quiz {{#check confidence}}\n{short}{likert}{asked}\n::::\n").activities
    assert [question.about.confidence for question in quiz.inner] == [False, False, True]  # type: ignore[attr-defined]


def test_a_pass_mark_that_passes_nobody_is_a_warning() -> None:
    marked = GOOD.replace("shuffle", "pass=70")
    (found,) = read(marked).findings
    assert (found.code, found.severity, found.span.line, found.span.column) == ("CW368", Severity.WARNING, 1, 53)
    assert "no part of `scoring: parts:`" in found.message
    scoring = {"parts": {"final-check": 100}}
    settings = SETTINGS.model_copy(update={"scoring": Scoring.model_validate(scoring)})
    assert "no `scoring: pass:`" in read(marked, settings).findings[0].message
    settings = SETTINGS.model_copy(update={"scoring": Scoring.model_validate({**scoring, "pass": 60})})
    assert read(marked, settings).codes == []


def test_questions_come_back_only_where_each_is_checked_by_itself() -> None:
    assert read(GOOD.replace("shuffle", "again")).places == [("CW369", 1, 48)]
    assert read(GOOD.replace("shuffle", "again feedback=each")).codes == []


def test_without_a_word_there_are_three_attempts_and_the_best_counts() -> None:
    found = read(GOOD.replace(" attempts=4 counts=last shuffle", ""))
    data = found.activities[0].data(found.numbers, html)
    assert (data["attempts"], data["counts"], data["shuffle"]) == (3, "best", False)


def test_what_is_no_question_may_not_stand_in_a_quiz_and_does_not_vanish() -> None:
    note = GOOD.replace("No clock.", "::: note\n    An aside.\n    :::")
    assert read(note).codes == ["CW318"]
    form = GOOD.replace("No clock.", "::: reflection {#r}\n    - Why?\n    :::")
    assert read(form).codes == ["CW318"]


def test_a_faulty_question_is_its_own_error_and_not_the_quizs() -> None:
    found = read(GOOD.replace("answer=false", "answer=no"))
    assert found.codes == ["CW301", "CW301"]


def test_attributes_that_a_quiz_cannot_have_are_named_at_their_place() -> None:
    assert read(GOOD.replace("attempts=4", "attempts=0")).places == [("CW301", 1, 34)]
    assert read(GOOD.replace("counts=last", "counts=bets")).findings[0].message.endswith("(did you mean 'best'?).")
