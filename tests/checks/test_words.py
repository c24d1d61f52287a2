"""The checks of words: what they name, where, and whose words they leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.british import british
from builder.checks.readability import count_syllables, measure
from builder.checks.wording import own_words
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.span import Span
from builder.source.syntax import Line, Text
from tests.checks.test_examples import found


def text(written: str) -> Text:
    return Text(tuple(Line(line, Span("a.md", at)) for at, line in enumerate(written.split("\n"), 1)))


def of(code: str, body: str, settings: str = "") -> list[Diagnostic]:
    page = f"---\ntitle: Calls\n---\n{body}"
    return [one for one in found({"course.yaml": settings, "content/01-start/a.md": page}) if one.code == code]


@pytest.mark.parametrize(
    ("american", "spelt"),
    [
        *(("organize", "organise"), ("Realized", "realised"), ("analyzing", "analysing"), ("apologizes", "apologises")),
        *(("color", "colour"), ("favorite", "favourite"), ("behavioral", "behavioural"), ("neighbors", "neighbours")),
        *(("honorable", "honourable"), ("dishonored", "dishonoured"), ("center", "centre"), ("centered", "centred")),
        *(("traveling", "travelling"), ("labeled", "labelled"), ("counselor", "counsellor"), ("defense", "defence")),
        *(("fulfill", "fulfil"), ("skeptical", "sceptical"), ("gray", "grey"), ("organizations", "organisations")),
    ],
)
def test_an_american_spelling_has_its_british_one(american: str, spelt: str) -> None:
    assert british(american) == spelt
    assert british(spelt) is None


BRITISH = """\
size sized resize oversized prize prizes prized seize seized capsize maize assizes baize citizen horizon wizard
quizzes bulldozer breeze frieze trapeze gauze gaze blaze amaze amazed dozen frozen humorous honorary laborious
vigorous rigor coloration author doctor error mirror minor major motor tutor actor sensor vector meter parameter
perimeter diameter program licence license practice practise check dialog disc whether chapter number enter counter
letter travel label cancel control controlled skill fill full will install call defensive offensive offence expense
sense licensee advise exercise promise rise surprise televise revise devise compromise laboratory collaborate
elaborate evaporate decorate favour flavoursome armoury centrally theatrical fibrous parallel paralleled installed
rebelled
"""


@pytest.mark.parametrize("word", BRITISH.split())
def test_a_word_that_is_british_too_is_left_alone(word: str) -> None:
    assert british(word) is None


def test_american_spelling_is_named_at_its_word() -> None:
    body = "Take a breath.\n\nWe *apologize* first,\nand change the color.\n"
    assert [(one.span.line, one.span.column, one.span.length) for one in of("CW473", body)] == [(6, 5, 9), (7, 16, 5)]


@pytest.mark.parametrize(
    "body",
    [
        'The form says "Preferred color",\nand the sign says “Center”.\n',
        "> We apologize for the delay.\n",
        "Write `color: red` there.\n",
        "```\nbackground-color: gray\n```\n",
        "See [the rules](https://example.org/color/center.html) at <https://example.org/gray>.\n",
        "She works at the Kennedy Center for people from Pearl Harbor.\n",
        "Mail color@example.org, or {{org.color}}.\n",
    ],
)
def test_what_others_wrote_keeps_its_spelling(body: str) -> None:
    assert of("CW473", body, "variables: {org: {color: red}}\n") == []


@pytest.mark.parametrize("language", ["en-US", "en-GB-oxendict", "en", "de"])
def test_spelling_goes_by_the_language_of_the_course(language: str) -> None:
    settings = f"id: a\ntitle: A\nlanguage: {language}\nversion: 1.0.0\niri: https://example.org/a\n"
    assert of("CW473", "We apologize.\n", settings) == []


@given(st.text(alphabet="ab`\"“”‘’'>~\n<([{#}] -", max_size=60))
def test_own_words_keep_their_places(written: str) -> None:
    kept = own_words(text(written))
    assert len(kept) == len(written)
    for left, was in zip(kept, written, strict=True):
        assert left in (was, " ") and (left == "\n") == (was == "\n")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("the", 1), ("caller", 2), ("table", 2), ("people", 2), ("asked", 1), ("wanted", 2), ("changes", 2)),
        *(("communication", 5), ("organisation", 5), ("idea", 3), ("reaction", 3), ("safely", 2), ("behaviour", 3)),
        *(("responsible", 4), ("certainty", 3), ("useless", 2), ("theatre", 2), ("I", 1), ("rhythm", 1), ("señor", 2)),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_the_reading_age_is_the_grade_and_five_years() -> None:
    reading = measure([text("The cat sat on the mat. It was fat.")], {})
    assert (reading.words, reading.sentences, reading.syllables) == (9, 2, 9)
    assert reading.age == pytest.approx(max(0, 0.39 * 4.5 + 11.8 - 15.59 + 5))


def test_headings_tables_and_code_are_no_sentences() -> None:
    prose = "We ring back. We do it today."
    other = "## Organisational communication\n\n| Multidisciplinary | considerations |\n|---|---|\n\n```\nx()\n```\n\n"
    assert measure([text(other + prose)], {}) == measure([text(prose)], {})


def test_items_end_their_sentences() -> None:
    assert measure([text("We need:\n\n- a name\n- a date\n- a place")], {}).sentences == 4


def test_a_page_that_is_hard_to_read_is_told_and_not_faulted() -> None:
    hard = "Comprehensive organisational communication necessitates individual consideration of circumstances. " * 15
    (one,) = of("CW471", hard + "\n")
    assert one.severity is Severity.INFORMATION
    assert "Aim for 12 to 14" in one.message
    assert of("CW471", "Comprehensive organisational communication necessitates consideration.\n") == []
    assert of("CW471", "Ring back by noon, as you said you would. " * 30 + "\n") == []


def said(feedback: str) -> str:
    return f"::: truefalse {{#q answer=true}}\nIs it?\nif-true: {feedback}\nif-false: It is so, as you saw.\n:::\n"


@pytest.mark.parametrize(
    "feedback",
    [
        "You failed to listen to her.",
        "It is obviously the second one.",
        "You should have known it by now.",
        "That was a stupid mistake to make.",
        "It simply takes a second of silence.",
        "This was your own fault, and hers.",
    ],
)
def test_a_feedback_that_blames_is_named(feedback: str) -> None:
    (one,) = of("CW474", said(feedback))
    assert one.span.line == 6


@pytest.mark.parametrize(
    "feedback",
    [
        'She hears "you failed", which shuts the door.',
        "It failed because nobody rang her back.",
        "Simple words help, and so does a plain offer.",
        "A mistake that most people make, and mend.",
    ],
)
def test_a_feedback_that_speaks_of_the_answer_is_left_alone(feedback: str) -> None:
    assert of("CW474", said(feedback)) == []


def test_only_feedback_is_looked_at_for_blame() -> None:
    assert of("CW474", "You failed, and it was obviously a stupid mistake.\n") == []


def test_feedback_is_counted_in_words_and_explanations_too() -> None:
    (short,) = of("CW461", said("It is so.") + "\n")
    assert short.message.startswith("In 3 words")
    explained = said("It is so, as you saw there.").removesuffix(":::\n") + "explain: Yes.\n:::\n"
    assert [one.span.line for one in of("CW461", explained)] == [8]


def test_the_same_feedback_is_named_once_for_each_repeat() -> None:
    body = "::: multiple {#q}\nWhich?\n" + "".join(
        f"- [{box}] {word}\n  feedback: {said}\n"
        for box, word, said in (
            ("x", "A nod", "It shows that you are there."),
            (" ", "A sigh", "It **shows** that you are there."),
            (" ", "A joke", "It makes light of her wait."),
        )
    )
    (one,) = of("CW460", body + ":::\n")
    assert (one.span.line, "line 7" in one.message) == (9, True)


def test_choices_of_a_scenario_are_counted_too() -> None:
    long = " ".join(["word"] * 26)
    scene = (
        f"---\ntitle: A call\nstart: a\n---\n## a\n* {long} -> b\n  feedback: Too long to be said at once.\n"
        "## b\nending: good\noutcome: Done.\n"
    )
    findings = [one for one in found({"content/01-start/a.scene.md": scene}) if one.code == "CW472"]
    assert [one.span.line for one in findings] == [6]
