"""Statements from anywhere: what is missing, of a wrong type or hostile is named, and the reading goes on."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.insight.catalogue import Catalogue
from builder.insight.record import Elsewhere, Record, Sort, Trouble
from builder.insight.statement import StatementReader, duration, learner
from builder.insight.store import store
from tests.insight.learners import Crowd, Statement

IRI = "https://example.org/talk"

odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
PATHS = [
    ("id",),
    ("actor",),
    ("actor", "account"),
    ("actor", "account", "name"),
    ("verb",),
    ("verb", "id"),
    ("object",),
    ("object", "id"),
    ("timestamp",),
    ("result",),
    ("result", "response"),
    ("result", "success"),
    ("result", "score"),
    ("result", "duration"),
    ("result", "extensions"),
    ("context",),
    ("context", "registration"),
    ("context", "revision"),
    ("context", "contextActivities"),
    ("context", "contextActivities", "grouping"),
]


@pytest.fixture(scope="module")
def statements(things: Catalogue) -> list[Statement]:
    return list(Crowd(things, Random(11)).statements(3))


@given(st.data())
def test_any_value_in_any_place_is_read_or_named(things: Catalogue, statements: list[Statement], data: Any) -> None:
    statement = copy.deepcopy(data.draw(st.sampled_from(statements)))
    for *way, last in data.draw(st.lists(st.sampled_from(PATHS), max_size=3)):
        at: Any = statement
        for key in way:
            at = at.get(key) if isinstance(at, dict) else None
        if isinstance(at, dict):
            at[last] = data.draw(odd)
    found = StatementReader(things).read(statement, "s:1")
    assert found is not None
    with store() as kept:
        kept.take([found])


@given(odd)
def test_what_is_no_statement_is_named(things: Catalogue, value: object) -> None:
    found = StatementReader(things).read(value, "s:7")
    assert isinstance(found, Trouble)
    assert str(found).startswith("s:7: ")


def test_a_statement_of_another_course_is_left_out_though_its_iri_begins_alike(
    things: Catalogue, statements: list[Statement]
) -> None:
    other = {**statements[0], "object": {"id": "https://example.org/talking"}, "context": {}}
    assert isinstance(StatementReader(things).read(other, "s:1"), Elsewhere)


@pytest.mark.parametrize(
    ("about", "activities", "root"),
    [
        ("https://lms.example.org/7", {"grouping": [{"id": "https://lms.example.org/7"}, {"id": IRI}]}, IRI),
        ("https://lms.example.org/7", {"grouping": {"id": IRI}}, IRI),
        ("https://lms.example.org/7", {"grouping": [{"id": f"{IRI}/au"}, {"id": IRI}]}, IRI),
        ("https://lms.example.org/7", {"category": [{"id": f"{IRI}/xapi/v1"}]}, IRI),
        ("https://lms.example.org/7", {"grouping": [{"id": IRI}, {"id": f"{IRI}/modules/m"}]}, f"{IRI}/modules/m"),
        (f"{IRI}/modules/m", {}, f"{IRI}/modules/m"),
        (f"{IRI}/au", {}, IRI),
        (IRI, {}, IRI),
    ],
)
def test_whatever_a_launch_calls_the_course_it_is_known_by_its_group_or_its_profile(
    things: Catalogue, statements: list[Statement], about: str, activities: dict[str, object], root: str
) -> None:
    completed = next(it for it in statements if it["verb"]["id"].endswith("completed"))
    told = {**completed, "object": {"id": about}, "context": {"contextActivities": activities}}
    found = StatementReader(things).read(told, "s:1")
    assert isinstance(found, Record)
    assert (found.sort, found.chosen) == (Sort.COMPLETED, root)


def test_an_mbox_and_its_sha1_are_the_same_learner() -> None:
    digest = "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"
    assert learner({"mbox": "mailto:xapi@adlnet.gov"}) != ""
    by_mbox = learner({"mbox": "mailto:bob@example.com"})
    assert learner({"mbox_sha1sum": by_mbox.removeprefix("mbox ").upper()}) == by_mbox
    assert learner({"mbox_sha1sum": digest}) != by_mbox


@pytest.mark.parametrize("actor", [None, {}, "bob", {"name": "Bob"}, {"mbox": ["mailto:a@b.c"]}, {"account": {}}])
def test_nobody_in_particular_is_named_as_a_trouble(
    things: Catalogue, statements: list[Statement], actor: object
) -> None:
    found = StatementReader(things).read({**statements[0], "actor": actor}, "s:3")
    assert str(found).startswith("s:3: its actor has no")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("PT1H2M3.5S", 3723.5), ("P1DT1S", 86401.0), ("PT0S", 0.0), ("PT", None), ("1:02", None), ("PT9999999999S", None)],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert duration(text) == seconds
