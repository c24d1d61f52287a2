"""ids.lock: what a line may be, what a merge can do to it, and that numbers stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.course.kind import Part
from builder.course.lock import Entry, read_lock, write_lock
from builder.course.numbering import Numbered, number_things
from builder.source.span import Span
from builder.source.syntax import Word

LOCK = """\
irate-candidate 14 scenario
irate-candidate/opening 1 node
irate-candidate/opening/sum-up 2 choice
q-log 9 multiple
q-log/date-time-and-channel 1 option
q-log/gone 2 option retired
"""


def thing(id: str, kind: str, *parts: Part, derived: bool = False) -> Part:
    return Part(Word(id, Span("content/a.md", 3, 5)), kind, parts, derived)


def numbered(lock: str, *things: Part) -> Numbered:
    return number_things(read_lock(lock).entries, things)


def codes(lock: str) -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in read_lock(lock).diagnostics]


def test_a_lock_is_read_and_written_back_unchanged() -> None:
    read = read_lock(LOCK)
    assert read.diagnostics == ()
    assert read.entries[5] == Entry(("q-log", "gone"), 2, "option", retired=True, line=6)
    assert write_lock(read.entries) == LOCK


def test_children_stand_right_below_their_parent_whatever_its_neighbours_are_called() -> None:
    entries = [Entry(("a", "x"), 1, "option"), Entry(("a-b",), 2, "single"), Entry(("a",), 1, "single")]
    assert write_lock(entries) == "a 1 single\na/x 1 option\na-b 2 single\n"


def test_a_line_that_is_no_entry_is_named_and_the_others_are_kept() -> None:
    for line in ("a single 1", "a 1", "a 0 single", "a//b 1 option", "a  1 page", "a ٣ page", "# x"):
        read = read_lock(f"first 1 page\n{line}\nlast 2 page\n")
        assert [(found.code, found.span.line) for found in read.diagnostics] == [("CW501", 2)]
        assert [entry.path for entry in read.entries] == [("first",), ("last",)]


def test_an_unfinished_merge_is_said_once_and_its_lines_are_read() -> None:
    text = "a 1 page\n<<<<<<< HEAD\nb 2 page\n=======\nc 3 page\n>>>>>>> topic/x\n"
    assert codes(text) == [("CW502", 2)]
    assert len(read_lock(text).entries) == 3


def test_two_things_with_one_number_say_which_line_to_change_to_what() -> None:
    text = "a 1 page\nb 2 page\nc 2 single\nd 2 page retired\n"
    found = read_lock(text).diagnostics
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("CW503", 3, 3), ("CW503", 4, 3)]
    assert "Change the 2 in this line to 3." in found[0].message
    assert "Change the 2 in this line to 4." in found[1].message
    assert read_lock("a 1 page\nb 2 page\nc 3 single\nd 4 page retired\n").diagnostics == ()


def test_options_of_different_questions_and_other_kinds_of_part_may_have_the_same_number() -> None:
    assert codes("a 1 scenario\na/n 1 node\na/n/c 1 choice\nb 2 single\nb/x 1 option\n") == []


def test_choices_of_different_nodes_of_one_scenario_may_not_have_the_same_number() -> None:
    assert codes("a 1 scenario\na/m/c 1 choice\na/n/c 1 choice\n") == [("CW503", 3)]


def test_one_thing_on_two_lines_is_an_error_by_itself() -> None:
    assert codes("a 1 page\na 2 page\n") == [("CW504", 2)]
    assert codes("a 1 page\na 1 page\n") == [("CW504", 2)]
    assert codes("a 1 single retired\na 2 multiple\n") == []


def test_a_new_course_is_numbered_in_reading_order_from_one() -> None:
    made = numbered("", thing("p", "page"), thing("q", "single", thing("y", "option"), thing("x", "option")))
    assert write_lock(made.entries) == "p 1 page\nq 2 single\nq/x 2 option\nq/y 1 option\n"
    assert made.numbers["p"] == 1 and made.numbers["q", "x"] == 2
    assert made.numbers.most("page") == 1 and made.numbers.most("option", "q") == 2 and made.numbers.most("form") == 0


def test_choices_are_numbered_through_a_whole_scenario() -> None:
    made = numbered(
        "", thing("s", "scenario", thing("m", "node", thing("c", "choice")), thing("n", "node", thing("c", "choice")))
    )
    assert [made.numbers[path] for path in (("s", "m"), ("s", "n"), ("s", "m", "c"), ("s", "n", "c"))] == [1, 2, 1, 2]


def test_what_is_gone_stays_as_retired_and_its_number_is_not_given_again() -> None:
    made = numbered("a 1 page\nb 2 page\n", thing("a", "page"))
    assert write_lock(made.entries) == "a 1 page\nb 2 page retired\n"
    again = number_things(made.entries, [thing("a", "page"), thing("c", "page")])
    assert write_lock(again.entries) == "a 1 page\nb 2 page retired\nc 3 page\n"


def test_what_comes_back_is_the_same_thing_again() -> None:
    lock = "a 1 single retired\na/x 4 option retired\n"
    assert (
        write_lock(numbered(lock, thing("a", "single", thing("x", "option"))).entries) == "a 1 single\na/x 4 option\n"
    )


def test_one_gone_and_one_new_is_a_rename_and_the_children_move_along() -> None:
    made = numbered(
        LOCK,
        thing("q-note", "multiple", thing("date-time-and-channel", "option"), thing("new", "option")),
        thing("irate-candidate", "scenario", thing("start", "node", thing("sum-up", "choice"))),
    )
    assert made.diagnostics == ()
    assert write_lock(made.entries) == (
        "irate-candidate 14 scenario\nirate-candidate/start 1 node\nirate-candidate/start/sum-up 2 choice\n"
        "q-note 9 multiple\nq-note/date-time-and-channel 1 option\nq-note/gone 2 option retired\nq-note/new 3 option\n"
    )


def test_a_question_that_replaces_another_is_not_taken_for_a_rename() -> None:
    lock = "old 1 single\nold/a 1 option\nold/b 2 option\n"
    made = numbered(
        lock, thing("new", "single", thing("c", "option", derived=True), thing("d", "option", derived=True))
    )
    assert made.diagnostics == ()
    assert write_lock(made.entries) == (
        "new 2 single\nnew/c 1 option\nnew/d 2 option\n"
        "old 1 single retired\nold/a 1 option retired\nold/b 2 option retired\n"
    )


def test_an_unclear_rename_asks_for_an_id_where_the_id_came_from_the_text() -> None:
    lock = "q 1 single\nq/a 1 option\nq/b 2 option\nq/c 3 option\n"
    made = numbered(
        lock, thing("q", "single", thing("a", "option"), thing("d", "option", derived=True), thing("e", "option"))
    )
    assert [(found.code, found.span.line, found.span.column) for found in made.diagnostics] == [("CW505", 3, 5)]
    assert "'b' and 'c' are gone" in made.diagnostics[0].message
    assert made.numbers["q", "e"] == 5
    settled = numbered(lock, thing("q", "single", thing("a", "option"), thing("b", "option"), thing("e", "option")))
    assert settled.diagnostics == () and settled.numbers["q", "b"] == 2


def test_new_text_where_nothing_is_gone_is_just_new() -> None:
    made = numbered(
        "q 1 single\nq/a 1 option\n", thing("q", "single", thing("a", "option"), thing("b", "option", derived=True))
    )
    assert made.diagnostics == () and made.numbers["q", "b"] == 2


def test_another_kind_under_the_same_id_is_another_thing() -> None:
    made = numbered("q 1 single\nq/a 1 option\n", thing("q", "multiple", thing("a", "option")))
    assert write_lock(made.entries) == "q 2 multiple\nq 1 single retired\nq/a 1 option\n"
    assert read_lock(write_lock(made.entries)).diagnostics == ()


IDS = st.sampled_from("abcdef")
OPTIONS = st.lists(IDS, max_size=4, unique=True)
Draft = dict[str, tuple[list[str], bool]]
COURSES = st.dictionaries(IDS, st.tuples(OPTIONS, st.booleans()), max_size=5)


def course_of(draft: Draft) -> list[Part]:
    return [
        thing(
            id,
            "single" if id < "d" else "multiple",
            *(thing(option, "option", derived=derived) for option in options),
            derived=derived,
        )
        for id, (options, derived) in draft.items()
    ]


@given(st.lists(COURSES, max_size=8))
def test_no_edit_history_gives_a_number_to_another_thing(history: list[Draft]) -> None:
    lock, before = "", set[tuple[str, ...]]()
    owners: dict[tuple[object, ...], tuple[str, ...]] = {}
    for draft in history:
        things = course_of(draft)
        made = numbered(lock, *things)
        now = set(made.numbers.by_path)
        assert now == {(one.id.value,) for one in things} | {
            (one.id.value, part.id.value) for one in things for part in one.parts
        }
        taken: dict[tuple[object, ...], tuple[str, ...]] = {}
        for path, number in made.numbers.by_path.items():
            parent = made.numbers[path[0]] if path[1:] else 0
            key = (parent, "option" if path[1:] else "", number)
            assert key not in taken
            taken[key] = path
            owner = owners.get(key)
            if owner is not None and owner[-1] != path[-1]:
                assert owner in before and path not in before, "only a rename hands a number on"
        owners.update(taken)
        lock = write_lock(made.entries)
        assert read_lock(lock).diagnostics == ()
        before = now


@given(COURSES, COURSES)
def test_what_did_not_change_keeps_its_number(first: Draft, second: Draft) -> None:
    one = numbered("", *course_of(first))
    two = number_things(one.entries, course_of(second))
    for id, (options, _) in second.items():
        if id in first:
            assert two.numbers[id] == one.numbers[id]
            for option in set(options) & set(first[id][0]):
                assert two.numbers[id, option] == one.numbers[id, option]


@given(COURSES)
def test_numbering_twice_changes_nothing(draft: Draft) -> None:
    once = numbered("", *course_of(draft))
    lock = write_lock(once.entries)
    assert write_lock(numbered(lock, *course_of(draft)).entries) == lock
