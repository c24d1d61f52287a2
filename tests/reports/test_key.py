"""The key to the reports: what each letter and id in them stands for."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from builder.build import check_course
from builder.reports.key import COLUMNS, Line, as_csv, as_html, key
from tests.courses.gallery import make

SETTINGS = """
outcomes:
  - {id: LO1, text: Respond to what a person needs, assessed-by: [MC1]}
"""


def lines(folder: Path, settings: str = SETTINGS) -> tuple[Line, ...]:
    source = make.write(folder)
    (source / "course.yaml").write_text((source / "course.yaml").read_text("utf-8") + settings, "utf-8")
    checked = check_course(source)
    assert checked.course is not None and not checked.failed
    return key(checked.course)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> tuple[Line, ...]:
    return lines(tmp_path_factory.mktemp("key"))


def told(gallery: tuple[Line, ...], interaction: str) -> list[tuple[str, ...]]:
    """The codes, the words and what is right, of one interaction."""
    return [
        (line.code12, line.code2004, line.words, line.right)
        for line in gallery
        if line.asked.interaction == interaction
    ]


def test_choices_have_a_letter_an_identifier_and_their_words(gallery: tuple[Line, ...]) -> None:
    found = told(gallery, "q-respond")
    assert [each[0] for each in found] == ["a", "b", "c"][: len(found)]
    assert [each[3] for each in found].count("yes") == 1
    assert all(each[1] and " " in each[2] for each in found)


def test_truth_is_t_or_f(gallery: tuple[Line, ...]) -> None:
    assert told(gallery, "q-angry") == [("t", "true", "true", "no"), ("f", "false", "false", "yes")]


def test_items_of_pairs_say_what_they_belong_to(gallery: tuple[Line, ...]) -> None:
    found = told(gallery, "q-needs")
    assert found[0][0] == "a.?"
    assert found[0][3] == "Certainty about what happens next"
    assert found[-1][0] == "?.c" and found[-1][3] == ""


def test_items_of_an_order_say_their_place(gallery: tuple[Line, ...]) -> None:
    assert [each[3] for each in told(gallery, "q-complaint")] == ["1", "2", "3", "4"]


def test_a_number_says_its_range(gallery: tuple[Line, ...]) -> None:
    (found,) = told(gallery, "q-ack")
    assert found == ("30", "30[:]30", "30", "yes")


def test_each_statement_of_a_scale_is_an_interaction(gallery: tuple[Line, ...]) -> None:
    assert [each[2] for each in told(gallery, "self-before-note")] == ["Not yet", "Sometimes", "Usually", "Always"]


def test_choices_of_a_scene_are_named_by_their_ids(gallery: tuple[Line, ...]) -> None:
    found = [line for line in gallery if line.asked.interaction == "example-opening"]
    assert {line.asked.type12 for line in found} == {"performance"}
    assert [line.code12 for line in found] == [line.code2004 for line in found]


def test_objectives_begin_with_the_outcomes_and_points_are_those_of_quizzes(gallery: tuple[Line, ...]) -> None:
    practice = next(line for line in gallery if line.asked.interaction == "q-respond")
    assert (practice.objectives, practice.points) == ("LO1, MC1", "0")
    assert any(line.points not in ("", "0") for line in gallery)


def test_how_sure_somebody_was_is_explained(gallery: tuple[Line, ...]) -> None:
    found = [line for line in gallery if line.asked.interaction.endswith("-confidence")]
    assert {(line.code12, line.code2004) for line in found} == {("a", "guess"), ("b", "think-so"), ("c", "sure")}


def test_with_answers_in_words_the_words_are_the_answer_in_scorm_12(tmp_path: Path) -> None:
    found = lines(tmp_path, "outputs: {scorm12: {answers: words}}\n")
    options = [line for line in found if line.asked.interaction == "q-respond"]
    assert [line.code12 for line in options] == [line.words for line in options]
    assert {line.asked.type12 for line in options} == {"performance"}


def test_the_table_is_one_for_spreadsheets_and_no_text_in_it_is_a_formula(gallery: tuple[Line, ...]) -> None:
    text = as_csv(gallery)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(gallery) + 1
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not any(cell[:1] in ("=", "+", "@") for row in rows for cell in row)


def test_the_page_shows_text_as_text(gallery: tuple[Line, ...]) -> None:
    page = as_html(gallery, "Tea & <milk>", "en-GB")
    assert "<h1>Tea &amp; &lt;milk&gt;</h1>" in page
    assert page.count("<tr>") == len(gallery) + 1
