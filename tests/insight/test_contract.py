"""What is read here is what the builder declares and the player sends, over a course with every kind there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from builder.build import check_course
from builder.course.activity_data import activity_data
from builder.course.units import by_module
from builder.insight.catalogue import Catalogue, End, Item, Leaf, Sureness, Turn, catalogue
from builder.insight.record import Record, Sort
from builder.insight.statement import StatementReader
from builder.statements.data import xapi_data
from builder.statements.names import Names
from tests.courses.gallery import make
from tests.statements import document
from tests.statements.events import sitting
from tests.statements.scribe import Scribe, opened

LAUNCHED = "https://lms.example.org/course/7"
"""What a launch calls the course, or a module."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    checked = check_course(make.write(tmp_path_factory.mktemp("gallery")))
    assert checked.course is not None, checked.diagnostics
    return catalogue(checked.course)


@pytest.fixture(scope="module")
def declared(gallery: Catalogue) -> dict[str, Any]:
    """The definitions of everything that the player can name, by IRI."""
    course = gallery.course
    placed = [
        (activity, outer)
        for page in course.pages
        for around in page.activities
        for activity, outer in ((around, None), *((inner, around) for inner in around.inner))
    ]
    data: dict[str, Any] = xapi_data(course, [activity_data(course, *each, str) for each in placed], "1.0.3", None)
    return {each["id"]: each["definition"] for sort in ("pages", "activities") for each in data[sort].values()}


def test_everything_that_is_declared_is_known_here(gallery: Catalogue, declared: dict[str, Any]) -> None:
    assert set(declared) - set(gallery.by_iri) == set()


def test_everything_that_is_counted_here_is_declared(gallery: Catalogue, declared: dict[str, Any]) -> None:
    counted = {iri for iri, it in gallery.by_iri.items() if isinstance(it, Leaf | Item | Sureness | Turn | End)}
    assert counted - set(declared) == set()


def test_every_option_has_the_id_and_the_key_that_its_definition_says(
    gallery: Catalogue, declared: dict[str, Any]
) -> None:
    iris = {thing.index: iri for iri, thing in gallery.by_iri.items()}
    with_options = [it for it in gallery.things if isinstance(it, Item | Turn) and it.options]
    assert len(with_options) > 5
    for thing in with_options:
        definition = declared[iris[thing.index]]
        if definition["interactionType"] == "true-false":
            assert [it.right for it in thing.options] == [
                str(definition["correctResponsesPattern"][0]) == it.id for it in thing.options
            ]
            continue
        assert [it["id"] for it in definition["choices"]] == [it.id for it in thing.options]
        if isinstance(thing, Item):
            right = definition["correctResponsesPattern"][0].split("[,]")
            assert [it.id for it in thing.options if it.right] == right


@pytest.fixture(scope="module")
def scribe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scribe]:
    with opened(tmp_path_factory.mktemp("scribe")) as scribe:
        yield scribe


def test_what_the_player_says_is_read_as_it_was_meant(gallery: Catalogue, scribe: Scribe) -> None:
    statements = scribe(document.sent(gallery.course), sitting(gallery.course), LAUNCHED)
    reader = StatementReader(gallery)
    records = [reader.read(it, "s:1") for it in statements]
    told = [it for it in records if isinstance(it, Record)]
    assert len(told) == len(statements)
    by_sort = {it.sort: it for it in told}
    assert Sort.GONE not in by_sort
    assert {
        Sort.SEEN,
        Sort.LEFT,
        Sort.ANSWER,
        Sort.TURN,
        Sort.END,
        Sort.COMPLETED,
        Sort.PASSED,
        Sort.FAILED,
        Sort.OTHER,
    } == set(by_sort)
    assert by_sort[Sort.LEFT].seconds == 95
    assert by_sort[Sort.ANSWER].right == 1
    respond = gallery.by_iri[Names(gallery.course.settings.iri).activity("q-respond")]
    assert isinstance(respond, Item)
    assert respond.options[int(by_sort[Sort.ANSWER].chosen)].right
    turn = gallery.things[by_sort[Sort.TURN].thing]
    assert isinstance(turn, Turn)
    assert turn.options[int(by_sort[Sort.TURN].chosen)].id == "look-up"
    end = gallery.things[by_sort[Sort.END].thing]
    assert isinstance(end, End)
    assert end.endings[int(by_sort[Sort.END].chosen)].id == "settled"
    assert (by_sort[Sort.PASSED].score, by_sort[Sort.PASSED].chosen) == (0.8, gallery.course.settings.iri)


def test_a_module_that_is_launched_by_itself_is_known_by_its_iri_and_is_of_this_course(
    gallery: Catalogue, scribe: Scribe
) -> None:
    (unit, *_) = by_module(gallery.course)
    names = Names(gallery.course.settings.iri)
    (statement,) = scribe(document.sent(unit.course), [["completed", {"completion": True}]], LAUNCHED)
    groups = [each["id"] for each in statement["context"]["contextActivities"]["grouping"]]
    assert groups == [LAUNCHED, names.module(unit.module.id), names.iri]
    found = StatementReader(gallery).read(statement, "s:1")
    assert isinstance(found, Record)
    assert (found.sort, found.chosen) == (Sort.COMPLETED, names.module(unit.module.id))
