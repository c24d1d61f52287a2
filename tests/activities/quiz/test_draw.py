"""Banks and draws: what may stand in a bank, and that a draw never promises more than its bank holds."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.activities.quiz.draw import Draw, Pool, drawn_at_most
from builder.course.capacity import record_length, worst_case
from builder.course.kind import Json
from builder.source.diagnostic import Severity
from builder.source.span import Span
from tests.activities.reading import read as read_blocks
from tests.course.small import Read, page, question, read

MISCONCEPTIONS = "misconceptions: {MC1: Reacting is responding, MC2: Notes can wait}\n"
REFUTED = "".join(
    f"::: misconception {{ref={id}}}\nclaim: So.\nwhy: It tempts.\ninstead: Not so.\n:::\n\n" for id in ("MC1", "MC2")
)
ITEMS = (
    question("b-1", "mc=MC1"),
    question("b-2", "mc=MC1,MC2 tags=hard"),
    question("b-3", "mc=MC2 tags=hard"),
    question("b-4"),
)
BANK = "banks/calls.md"
FINAL = "content/01-start/check.md"


def files(draw: str, bank: str = "".join(ITEMS), **more: str) -> dict[str, str | bytes]:
    """A course with a quiz on its second page; the draw's line is line 8 of that page."""
    quiz = f":::: quiz {{#final}}\n{question('own')}::: draw {{{draw}}}\n:::\n::::\n"
    written = {"content/01-start/first.md": page("First", REFUTED), FINAL: page("Final", quiz)}
    return {"course.yaml": MISCONCEPTIONS, BANK: bank, **written, **more}


def found(course: Read) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.span.file, one.span.line, one.span.column) for one in course.diagnostics]


def quiz_data(course: Read) -> Mapping[str, Json]:
    made = course.course
    quiz = made.activity("final")
    assert quiz is not None
    return quiz.data(made.numbers, lambda text: text.value)


def test_what_a_quiz_may_draw_is_its_own_with_numbers_records_and_the_page() -> None:
    course = read(files("bank=calls count=2")).course
    numbers = course.numbers
    assert [activity.id.value for activity in course.activities] == ["final", "own", "b-1", "b-2", "b-3", "b-4"]
    assert all(numbers[f"b-{n}"] for n in range(1, 5))
    quiz = course.activity("final")
    assert quiz is not None and quiz.data(numbers, lambda text: text.value)["slots"] == 2 * [
        [1, [numbers[f"b-{n}"] for n in range(1, 5)]]
    ]
    lengths = {one.id: one.length for one in worst_case(course, keeps_texts=True).contributors}
    most = numbers.most_things
    assert lengths["b-4"] > 10
    # Two drawn numbers of a digit each with their count, and two sets of bits, beside what every quiz keeps.
    bare = read(files("bank=calls count=2", bank="".join(ITEMS))).course
    assert lengths["final"] == record_length(numbers["final"], quiz.record(bare.numbers, True))
    assert most < 32


def test_each_names_so_many_of_a_tag_and_an_item_counts_for_the_first_that_it_has() -> None:
    course = read(files("bank=calls each=MC2:1,MC1:1 count=3"))
    n = course.course.numbers
    assert quiz_data(course)["slots"] == [
        [1, [n["b-2"], n["b-3"]]],
        [1, [n["b-1"]]],
        [1, [n["b-1"], n["b-2"], n["b-3"], n["b-4"]]],
    ]


def test_without_a_count_a_draw_takes_what_each_says() -> None:
    course = read(files("bank=calls each=MC1:1,MC2:1"))
    n = course.course.numbers
    assert quiz_data(course)["slots"] == [[1, [n["b-1"], n["b-2"]]], [1, [n["b-3"]]]]
    # What no pool holds is never asked, and so is no activity of the course.
    assert course.course.activity("b-4") is None


def test_a_tag_narrows_the_draw() -> None:
    for word in ("tag=hard", "tags=hard,none"):
        course = read(files(f"bank=calls count=2 {word}"))
        n = course.course.numbers
        assert quiz_data(course)["slots"] == 2 * [[1, [n["b-2"], n["b-3"]]]]


@pytest.mark.parametrize(
    ("draw", "code", "column", "says"),
    [
        ("bank=call count=1", "CW362", 16, "(did you mean 'calls'?)"),
        ("bank=mine count=1", "CW362", 16, "banks/mine.md"),
        ("bank=calls.md count=1", "CW362", 16, "Write bank=calls."),
        ("bank=banks/mine.md count=1", "CW362", 16, "Write it as banks/mine.md."),
        ("bank=calls count=1 tags=hardd", "CW364", 28, "'hardd' (did you mean 'hard'?)"),
        ("bank=calls each=MC11:1", "CW364", 27, "'MC11' (did you mean 'MC1'?)"),
        ("count=1", "CW363", 5, "bank=calls"),
        ("bank=calls", "CW363", 5, "count=6"),
        ("bank=calls count=1 each=MC1:1,MC2:1", "CW363", 28, "names 2 questions, and `count` says 1"),
        ("bank=calls count=5", "CW364", 28, "has 4 questions, and this draw takes 5"),
        ("bank=calls count=3 tag=hard", "CW364", 28, "has 2 questions with the tag 'hard'"),
        ("bank=calls each=MC1:2,MC2:2", "CW364", 33, "has 1 question for 'MC2'"),
        ("bank=calls each=MC9:1", "CW364", 27, "has no questions for 'MC9'"),
        ("bank=calls each=MC1:two", "CW301", 27, "MC1:two"),
        ("bank=calls each=MC1:1,MC1:1", "CW301", 33, "already"),
        ("bank=calls count=none", "CW301", 28, "'count'"),
    ],
)
def test_a_mistake_in_a_draw_is_named_at_its_place(draw: str, code: str, column: int, says: str) -> None:
    course = read(files(draw))
    (one,) = [one for one in course.diagnostics if one.code not in ("CW421",)]
    assert (one.code, one.span.file, one.span.line, one.span.column) == (code, FINAL, 12, column)
    assert says in one.message


def test_draws_that_together_take_more_than_there_is_are_refused() -> None:
    draw = "bank=calls count=3}\n:::\n::: draw {bank=calls count=2 tag=hard"
    (one,) = read(files(draw)).diagnostics
    assert (one.code, one.span.line) == ("CW365", 14)
    assert "take 5 different questions together, and the banks have 4" in one.message
    assert read(files(draw.replace("count=3", "count=2"))).diagnostics == ()


def test_two_quizzes_that_may_draw_one_question_are_refused_with_the_way_out() -> None:
    other = ":::: quiz {#early}\n::: draw {bank=calls count=1 tag=hard}\n:::\n::::\n"
    course = read(files("bank=calls count=2", **{"content/01-start/before.md": page("Before", other)}))
    (one,) = course.diagnostics
    assert (one.code, one.span.file, one.span.line) == ("CW366", FINAL, 4)
    assert "'final' and 'early' may both draw 'b-2' and 1 more" in one.message


def test_a_draw_outside_a_quiz_says_where_it_belongs() -> None:
    stray = page("Stray", "::: draw {bank=calls count=1}\n:::\n")
    (one,) = read(files("bank=calls count=2", **{"content/01-start/stray.md": stray})).diagnostics
    assert (one.code, one.span.file, one.span.line, one.span.column) == ("CW105", "content/01-start/stray.md", 4, 5)
    assert "inside a `quiz`" in one.message


def test_what_is_no_question_in_a_bank_is_named_and_words_are_a_warning() -> None:
    bank = f"Words of mine.\n\n{''.join(ITEMS)}::: note\nAn aside.\n:::\n::: quiz {{#inner}}\n:::\n"
    course = read(files("bank=calls count=2", bank))
    assert found(course) == [("CW360", BANK, 1, 1), ("CW361", BANK, 31, 5), ("CW361", BANK, 34, 5)]
    assert course.diagnostics[0].severity is Severity.WARNING


def test_ids_images_links_and_variables_of_a_bank_are_checked_from_its_own_folder() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    words = "![A desk](desk.svg)\n\n[Needs](../content/01-start/first.md) and {{org}}.\n\nWhich of these?"
    written = files("bank=calls count=1", question("b-1", "mc=MC1,MC2").replace("Which of these?", words))
    whole = {**written, "course.yaml": f"{MISCONCEPTIONS}variables: {{org: Acme}}\n"}
    course = read({**whole, "banks/desk.svg": svg})
    assert course.course.assets == {"banks/desk.svg": svg}
    assert [one.code for one in read({**whole, "content/01-start/desk.svg": svg}).diagnostics] == ["CW162"]
    twin = str(written[BANK]).replace("#b-1", "#own")
    assert found(read({**whole, BANK: twin, "banks/desk.svg": svg})) == [("CW155", BANK, 1, 13)]


def test_nothing_can_link_to_a_question_that_may_not_be_there() -> None:
    linked = page("Linked", "[See](#b-1)\n")
    course = read(files("bank=calls count=2", **{"content/01-start/linked.md": linked}))
    assert found(course) == [("CW160", "content/01-start/linked.md", 4, 7)]


def test_an_item_that_is_never_drawn_refutes_nothing() -> None:
    course = read(files("bank=calls count=2 tag=hard"))
    # It has its number all the same, so that a draw that takes it later finds what it was.
    assert course.course.activity("b-1") is None and course.course.numbers["b-1"]
    only = read(files("bank=calls count=1 tag=none", question("b-1", "mc=MC1,MC2") + question("b-2", "tags=none")))
    assert [one.code for one in only.diagnostics] == ["CW421", "CW421"]


def test_a_bank_with_a_faulty_item_says_only_that() -> None:
    broken = ITEMS[3].replace("(x)", "( )")
    course = read(files("bank=calls count=4", "".join((*ITEMS[:3], broken))))
    assert [one.code for one in course.diagnostics] == ["CW304"]


def test_an_excuse_in_a_bank_holds_there() -> None:
    plain = question("b-1", "mc=MC1,MC2").replace("Which of these?", "![](desk.svg)\n\nWhich of these?")
    svg = {"banks/desk.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>'}
    course = files("bank=calls count=1", plain)
    assert [one.code for one in read({**course, **svg}).diagnostics] == ["CW166"]
    excused = plain.removesuffix(":::\n") + "excuse: CW166 it repeats the sentence\n:::\n"
    assert read({**course, **svg, BANK: excused}).diagnostics == ()


def test_files_that_are_no_banks_are_told_so() -> None:
    more = {"banks/old/deep.md": ITEMS[0], "banks/b.markdown": ITEMS[1], "banks/01-calls.md": question("c-1")}
    course = read(files("bank=calls count=2", **more))
    assert [(code, file) for code, file, *_ in found(course) if code != "CW421"] == [
        ("CW367", "banks/b.markdown"),
        ("CW155", "banks/calls.md"),
        ("CW367", "banks/old/deep.md"),
    ]


def test_a_draw_in_the_blocks_of_one_page_alone_knows_no_bank() -> None:
    assert read_blocks(":::: quiz {#q}\n::: draw {bank=calls count=1}\n:::\n::::\n").codes == ["CW362"]


class Item:
    """As much of a question as a pool needs."""

    def __init__(self, id: int) -> None:
        self.id = self
        self.value = str(id)


@given(st.lists(st.tuples(st.integers(1, 3), st.sets(st.integers(0, 6))), max_size=4))
def test_draws_can_be_filled_just_where_no_pools_need_more_than_they_hold_together(
    shapes: list[tuple[int, set[int]]],
) -> None:
    """Hall's theorem is the proof: what comes up short is the worst of any pools taken together."""
    items = [Item(n) for n in range(7)]
    pools = tuple(Pool(take, tuple(items[n] for n in held)) for take, held in shapes)  # type: ignore[misc]
    needed = sum(take for take, _ in shapes)
    short = 0
    for chosen in range(1 << len(shapes)):
        some = [shape for at, shape in enumerate(shapes) if chosen >> at & 1]
        short = max(short, sum(take for take, _ in some) - len(set().union(*(held for _, held in some))))
    assert drawn_at_most([Draw(0, pools, Span("page.md"))]) == needed - short
