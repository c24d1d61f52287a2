"""Questions that count: what a quiz holds, and what the state keeps of it."""

from __future__ import annotations

from builder.course.record import Group, RecordShape, Rows, Uint
from tests.activities.reading import html, read

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
    assert quiz.data(numbers, html) == {"attempts": 4, "counts": "last", "shuffle": True, "questions": questions}


def test_the_state_keeps_where_the_learner_is_and_every_attempt() -> None:
    found = read(GOOD)
    assert found.activities[0].record(found.numbers, keeps_texts=True) == RecordShape(
        (
            Group("latest", (Uint("attempt", 4), Uint("phase", 2))),
            Group("union", (Rows("attempts", 4, (4, 10000)),)),
        )
    )


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
