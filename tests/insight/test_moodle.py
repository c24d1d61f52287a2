"""Moodle's report of SCORM interactions, laid out as mod/scorm/report/interactions writes its download."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.insight.catalogue import Catalogue
from builder.insight.counting import count
from builder.insight.figures import Figures
from builder.insight.moodle import read_moodle
from builder.insight.record import Trouble, Unreadable
from builder.insight.store import store

Asked = tuple[str, str, str]
"""An interaction: its id, the response, the result."""

BEFORE = ["Full name", "Email address", "Attempt", "Started on", "Last accessed on", "Score", "Talk"]
ALL = ("Question", "Response", "Right answer", "Result")


def _row(
    name: str, attempt: str, asked: Sequence[Asked], score: str = "80/100", ticked: Sequence[str] = ALL
) -> list[str]:
    cells = [name, f"{name}@example.org", attempt, "Monday, 2 March 2026, 9:00 AM", "-", "80", score]
    for id, response, result in asked:
        named = {"Question": id, "Response": response, "Right answer": "a", "Result": result}
        cells += [escape(named[word], quote=True) for word in ticked]
    return cells


def _write(path: Path, rows: Sequence[Sequence[str]], between: str = "\t", words: Sequence[str] = ALL) -> Path:
    most = max((len(row) - len(BEFORE)) // len(words) for row in rows)
    heads = BEFORE + [f"{word} {n}" for n in range(most) for word in words]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=between)
        writer.writerow(heads)
        writer.writerows([*row, *[""] * (len(heads) - len(row))] for row in rows)
    return path


def _figures(path: Path, things: Catalogue) -> Figures:
    with store() as kept:
        kept.take(read_moodle(path, things))
        return count(kept, things)


def _index(things: Catalogue, id: str) -> int:
    return things.by_interaction[id].index


@pytest.mark.parametrize("between", ["\t", ",", ";"])
def test_each_answer_is_its_learners_and_attempts(tmp_path: Path, things: Catalogue, between: str) -> None:
    rows = [
        _row("ann", "2", [("q-ring", "a", "correct"), ("q-ring-confidence", "c", "neutral")], "95/100"),
        _row("ann", "1", [("q-ring", "b", "wrong"), ("q-ring-confidence", "a", "neutral")], "10/100"),
        _row(
            "bob",
            "1",
            [("q-loud", "t", "wrong"), ("q-loud", "f", "correct"), ("c-note", "{a,b}", "correct")],
            "Incomplete",
        ),
        ["cid", "cid@example.org", "-", "-", "-", "-", "Not attempted"],
    ]
    figures = _figures(_write(tmp_path / "r.txt", rows, between), things)
    assert (figures.course.learners, figures.course.attempts) == (2, 3)
    ring, loud, note = (figures.items[_index(things, id)] for id in ("q-ring", "q-loud", "c-note"))
    assert (ring.first.part, ring.latest.part, ring.first.whole) == (0, 1, 1)
    assert (loud.first.part, loud.latest.part, loud.first.whole) == (0, 1, 1)
    assert {it.option: (it.first, it.latest) for it in ring.options} == {0: (0, 1), 1: (1, 0)}
    assert {it.option: it.first for it in note.options} == {0: 1, 1: 1}
    assert {level: (it.part, it.whole) for level, it in ring.sure.items()} == {1: (0, 1)}
    assert (figures.course.score.n, figures.course.score.middle) == (1, 0.95)
    assert not figures.course.says_completion


@pytest.mark.parametrize(
    ("id", "response", "chosen"),
    [
        ("q-ring", "b", [1]),
        ("q-ring", "she-is-angry", [1]),
        ("q-ring", "She is <angry>", [1]),
        ("c-note", "{a,c}", [0, 2]),
        ("c-note", "the-time[,]your-opinion", [0, 2]),
        ("c-note", "The time; Your opinion", [0, 2]),
        ("c-note", "1; 3", [0, 2]),
        ("q-loud", "t", [0]),
        ("q-loud", "false", [1]),
        ("q-ring", "something of last year", [-1]),
    ],
)
def test_options_are_known_by_letter_id_number_and_words(
    tmp_path: Path, things: Catalogue, id: str, response: str, chosen: list[int]
) -> None:
    path = _write(tmp_path / "r.txt", [_row("ann", "1", [(id, response, "wrong")])])
    item = _figures(path, things).items[_index(things, id)]
    assert [it.option for it in item.options] == chosen


@pytest.mark.parametrize(
    ("result", "right"), [("correct", 1), ("wrong", 0), ("incorrect", 0), ("0.6667", 0), ("1", 1), ("neutral", None)]
)
def test_results_of_both_standards(tmp_path: Path, things: Catalogue, result: str, right: int | None) -> None:
    path = _write(tmp_path / "r.txt", [_row("ann", "1", [("q-ring", "a", result)])])
    item = _figures(path, things).items.get(_index(things, "q-ring"))
    assert (item.first.part if item else None) == right


def test_plays_are_followed_by_ids_and_words_and_end_where_they_say(tmp_path: Path, things: Catalogue) -> None:
    by_id = [("call-opening", "ask", "correct"), ("call-talk", "promise", "correct")]
    by_words = [("call-opening", "Say nothing.", "wrong")]
    end, other = 'A good ending; The part comes "by noon".', "A poor ending; Ann hangs up."
    rows = [
        _row("ann", "1", [*by_id, ("call--ending", end, "1")]),
        _row("bob", "1", [*by_words, ("call--ending", other, "0.1")]),
    ]
    figures = _figures(_write(tmp_path / "r.txt", rows), things)
    assert figures.turns[_index(things, "call-opening")].taken == {0: 1, 2: 1}
    assert figures.turns[_index(things, "call-talk")].taken == {0: 1}
    assert figures.ends[_index(things, "call--ending")].first == {0: 1, 1: 1}


def test_of_other_languages_four_columns_are_known_by_their_order(tmp_path: Path, things: Catalogue) -> None:
    words = ("Pregunta", "Respuesta", "Respuesta correcta", "Resultado")
    path = _write(tmp_path / "r.txt", [_row("ann", "1", [("q-ring", "a", "correct")])], words=words)
    assert _figures(path, things).items[_index(things, "q-ring")].first.part == 1


def test_a_right_answer_need_not_be_ticked(tmp_path: Path, things: Catalogue) -> None:
    ticked = ("Question", "Response", "Result")
    path = _write(tmp_path / "r.txt", [_row("ann", "1", [("q-ring", "a", "correct")], ticked=ticked)], words=ticked)
    assert _figures(path, things).items[_index(things, "q-ring")].first.part == 1


@pytest.mark.parametrize("words", [("Response",), ("Response", "Result"), ("Antwort", "Ergebnis")])
def test_a_report_without_the_questions_ids_says_what_to_tick(
    tmp_path: Path, things: Catalogue, words: tuple[str, ...]
) -> None:
    path = _write(tmp_path / "r.txt", [["ann", "", "1", "", "", "", "", *["a"] * len(words)]], words=words)
    with pytest.raises(Unreadable, match="tick 'Summary of question'"):
        list(read_moodle(path, things))


def test_a_row_twice_counts_once_and_a_namesake_is_somebody_else_and_named(tmp_path: Path, things: Catalogue) -> None:
    row = _row("ann", "1", [("q-ring", "a", "correct")])
    other = _row("ann", "1", [("q-ring", "b", "wrong")])
    found = list(read_moodle(_write(tmp_path / "r.txt", [row, row, other]), things))
    troubles = [str(it) for it in found if isinstance(it, Trouble)]
    assert len(troubles) == 1
    assert troubles[0].startswith(f"{tmp_path}/r.txt:4: an earlier row has the same name")
    assert _figures(tmp_path / "r.txt", things).course.learners == 2


def test_rows_that_are_none_are_named_by_line_and_without_what_stands_in_them(
    tmp_path: Path, things: Catalogue
) -> None:
    row = _row("ann", "1", [("q-ring", "a", "correct")])
    path = _write(tmp_path / "r.txt", [row, ["Bob Smith", "", "Secret", *row[3:]]])
    with path.open("a", encoding="utf-8") as file:
        file.write("half of a\n" + "\t" * 40 + "x\n")
    troubles = [str(it).removeprefix(f"{path}") for it in read_moodle(path, things) if isinstance(it, Trouble)]
    assert [it.split(": ")[0] for it in troubles] == [":3", ":4", ":5"]
    assert not any("Secret" in it or "Smith" in it or "half" in it for it in troubles)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_at_all_bring_it_down(tmp_path: Path, things: Catalogue, data: bytes, with_head: bool) -> None:
    path = tmp_path / "r.txt"
    head = "\t".join([*BEFORE, "Question 0", "Response 0", "Result 0"]).encode() + b"\n" if with_head else b""
    path.write_bytes(head + data)
    try:
        _figures(path, things)
    except Unreadable:
        assert not with_head
