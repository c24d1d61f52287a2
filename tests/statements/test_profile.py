"""The profile is one by the specification of xAPI Profiles, and the same for the same course."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from builder.course.model import Course
from builder.statements.locations import found
from builder.statements.profile import profile, profile_file
from builder.statements.verbs import VERBS

_PATTERNS = ("alternates", "optional", "oneOrMore", "sequence", "zeroOrMore")


def _values(value: Any) -> Iterator[Any]:
    yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _values(below)


def test_nothing_in_it_is_empty(published: dict[str, Any]) -> None:
    assert [value for value in _values(published) if value in ("", None, [], {})] == []


def test_all_that_it_holds_has_an_id_of_its_own_and_belongs_to_its_version(published: dict[str, Any]) -> None:
    held = [*published["concepts"], *published["templates"], *published["patterns"]]
    ids = [published["id"], *(version["id"] for version in published["versions"]), *(each["id"] for each in held)]
    assert len(set(ids)) == len(ids)
    assert {each["inScheme"] for each in held} == {published["versions"][-1]["id"]}


def test_every_statement_has_at_most_one_template_by_its_verb_and_the_type_of_its_object(
    published: dict[str, Any],
) -> None:
    told = [(each["verb"], each["objectActivityType"]) for each in published["templates"]]
    assert len(set(told)) == len(told)
    known = {each["id"] for each in published["concepts"]}
    assert {name for pair in told for name in pair} <= known
    assert {verb for verb, _ in told} == {*VERBS.values()}


def test_every_rule_can_be_read(published: dict[str, Any]) -> None:
    for template in published["templates"]:
        for rule in template["rules"]:
            assert found(rule["location"], {}) == []
            assert {*rule} & {"presence", "any", "all", "none"}


def test_patterns_are_made_of_what_is_there_and_none_holds_itself(published: dict[str, Any]) -> None:
    known = {each["id"] for each in published["templates"]}
    for pattern in published["patterns"]:
        (how,) = {*pattern} & {*_PATTERNS}
        parts = [pattern[how]] if isinstance(pattern[how], str) else pattern[how]
        assert {*parts} <= known
        assert how not in ("alternates", "sequence") or len(parts) > 1
        known.add(pattern["id"])
    assert [each["id"].rpartition("/")[2] for each in published["patterns"] if each.get("primary")] == ["registration"]


def test_the_file_is_the_same_for_the_same_course(gallery: Course) -> None:
    (file,) = profile_file(gallery).values()
    assert json.loads(file) == profile(gallery)
    assert profile_file(gallery) == profile_file(gallery)
