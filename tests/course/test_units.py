"""A course cut into its modules: what stays, what goes, and that it says what is lost."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.activities.recall.model import Recall
from builder.activities.reflection.model import Reflection
from builder.activities.scenario.scenario import Scenario
from builder.checks import run_checks
from builder.course.capacity import shapes, worst_case
from builder.course.table_rules import Rules
from builder.course.units import Unit, by_module, rescaled
from builder.source.diagnostic import Severity
from tests.course import divided

CAPACITIES = {"cmi5": (None, True)}


@pytest.fixture(scope="module")
def units() -> Mapping[str, Unit]:
    """The units by their module's id."""
    return {unit.module.id: unit for unit in by_module(divided.course())}


def test_every_module_is_a_course_of_its_own_with_the_numbers_of_the_whole(units: Mapping[str, Unit]) -> None:
    whole = divided.course()
    assert list(units) == ["write", "call", "last", "read"]
    for unit in units.values():
        assert [module.id for module in unit.course.modules] == [unit.module.id]
        assert unit.course.numbers == whole.numbers
        assert unit.course.settings.iri == whole.settings.iri
    assert [page.id for unit in units.values() for page in unit.course.pages] == [page.id for page in whole.pages]


def test_work_on_one_device_is_kept_apart_by_module_and_from_other_courses(units: Mapping[str, Unit]) -> None:
    ids = [unit.course.settings.id for unit in units.values()]
    assert ids == ["calls--write", "calls--call", "calls--last", "calls--read"]
    assert units["call"].course.settings.title == "Calls & notes: Call"


def test_a_module_with_scored_parts_is_passed_by_its_own_and_any_other_is_completed(units: Mapping[str, Unit]) -> None:
    scoring = {
        id: (unit.course.settings.scoring.pass_mark, unit.course.settings.scoring.parts) for id, unit in units.items()
    }
    assert scoring == {
        "write": (None, {}),
        "call": (80, {"first-call": 100}),
        "last": (80, {"last-call": 43, "final": 57}),
        "read": (None, {}),
    }


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 100)))
def test_weights_keep_their_proportions_and_are_a_hundred_in_all(parts: dict[str, int]) -> None:
    found = rescaled(parts)
    total = sum(parts.values())
    if not total:
        assert found == {}
        return
    assert sum(found.values()) == 100
    assert all(abs(weight - parts[id] * 100 / total) < 1 for id, weight in found.items())


def test_a_module_waits_for_what_the_course_asks_of_it(units: Mapping[str, Unit]) -> None:
    completion = {id: unit.course.settings.completion for id, unit in units.items()}
    assert completion["write"].pages == ("notes",)
    assert completion["call"].required == ("first-call",)
    assert completion["last"].required == ("final", "account")


def test_a_module_of_which_nothing_is_asked_is_done_when_it_is_read_and_never_at_once(
    units: Mapping[str, Unit],
) -> None:
    assert [id for id, unit in units.items() if not unit.is_asked_for] == ["read"]
    assert units["read"].course.settings.completion.pages == "all"


def test_a_module_reports_on_the_outcomes_that_it_shows(units: Mapping[str, Unit]) -> None:
    found = {id: [outcome.id for outcome in unit.course.settings.outcomes] for id, unit in units.items()}
    assert found == {"write": ["LO1"], "call": ["LO2"], "last": ["LO1", "LO2"], "read": []}


def test_recall_looks_back_on_what_is_there_or_goes(units: Mapping[str, Unit]) -> None:
    recalls = [activity for activity in units["call"].course.activities if isinstance(activity, Recall)]
    assert [(recall.id.value, recall.pages, recall.count) for recall in recalls] == [("more", ("drill",), 1)]


def test_a_reflection_takes_up_the_notes_that_are_there(units: Mapping[str, Unit]) -> None:
    (account,) = [activity for activity in units["last"].course.activities if isinstance(activity, Reflection)]
    assert account.notes == ("last-call",)


def test_evidence_is_gathered_for_what_something_there_is_evidence_for(units: Mapping[str, Unit]) -> None:
    kinds = {id: [activity.kind for activity in unit.course.activities] for id, unit in units.items()}
    assert "evidence" in kinds["last"]
    assert kinds["read"] == []


def test_a_play_that_nothing_is_brought_to_begins_with_its_own_start(units: Mapping[str, Unit]) -> None:
    (scenario,) = [activity for activity in units["last"].course.activities if isinstance(activity, Scenario)]
    data = scenario.data(units["last"].course.numbers, lambda text: "")
    table = data["table"]
    assert isinstance(table, dict)
    assert data["carried"] == []
    assert "carried" not in table
    assert Rules(scenario.table).start().state.values == (2,)


def test_what_is_lost_is_said_where_it_stands(units: Mapping[str, Unit]) -> None:
    lost = [(one.sort, one.span.file.rpartition("/")[2], one.span.line) for unit in units.values() for one in unit.lost]
    assert sorted(lost) == [
        ("link", "02-calls.md", 4),
        ("link", "02-calls.md", 4),
        ("thread", "02-calls.md", 6),
        ("thread", "02-calls.md", 9),
        ("thread", "evidence.md", 4),
        ("thread", "last-call.scene.md", 5),
        ("thread", "reading.md", 4),
        ("thread", "your-account.md", 4),
    ]


def test_the_state_of_a_module_is_that_of_its_own_activities(units: Mapping[str, Unit]) -> None:
    whole = divided.course()
    assert max(worst_case(unit.course, True).total for unit in units.values()) < worst_case(whole, True).total
    for unit in units.values():
        expected = {0, *(whole.numbers[activity.id.value] for activity in unit.course.activities)}
        assert set(shapes(unit.course, True)) == expected


def test_the_checks_say_it_only_where_modules_are_launched_by_themselves() -> None:
    found = run_checks(divided.course(), CAPACITIES)
    assert {one.code: one.severity for one in found if one.code.startswith("CW49")} == {
        "CW490": Severity.INFORMATION,
        "CW491": Severity.WARNING,
        "CW492": Severity.INFORMATION,
    }
    for course, capacities in ((divided.course("course"), CAPACITIES), (divided.course(), {"html": (None, True)})):
        assert not [one for one in run_checks(course, capacities) if one.code.startswith("CW49")]
