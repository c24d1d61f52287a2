"""Whatever a course can report has a definition that says what every answer means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tincan import Activity as TincanActivity

from builder.course.kind import AskingKind, Json
from builder.course.model import Course
from builder.course.response import Answer, Choices, Option, Order, Pairs, Range, Response, Scale, Texts, Truth
from builder.reports.key import key
from builder.site.data import wire_shape
from builder.statements.definitions import interaction, kind, pattern
from tests.activities.answers import find_answers
from tests.statements.placed import placed

Data = Mapping[str, dict[str, Json]]


def test_every_interaction_in_the_key_to_the_reports_is_an_activity(gallery: Course, sent: dict[str, Any]) -> None:
    reported = {line.asked.interaction for line in key(gallery)}
    assert reported
    assert reported <= set(sent["xapi"]["activities"])


def test_quizzes_scenarios_and_forms_are_activities_that_hold_theirs(gallery: Course, sent: dict[str, Any]) -> None:
    found = sent["xapi"]["activities"]
    for id, (activity, _) in placed(gallery).items():
        if activity.scored:
            assert found[id]["parent"] in {page["id"] for page in sent["xapi"]["pages"].values()}
        for inner in activity.inner:
            parents = {each["parent"] for name, each in found.items() if name.startswith(inner.id.value)}
            assert parents == {found[id]["id"]}


def test_pages_belong_to_their_modules_and_ids_never_meet(gallery: Course, sent: dict[str, Any]) -> None:
    xapi = sent["xapi"]
    assert {each["parent"].rpartition("/")[2] for each in xapi["pages"].values()} == {m.id for m in gallery.modules}
    objects = [xapi["course"], xapi["profile"], *xapi["pages"].values(), *xapi["activities"].values()]
    ids = [each["id"] for each in objects] + [*xapi["objectives"].values(), *xapi["extensions"].values()]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith(gallery.settings.iri) and " " not in id for id in ids)


def test_tincan_reads_every_activity_as_it_is_written(sent: dict[str, Any]) -> None:
    xapi = sent["xapi"]
    for each in (xapi["course"], *xapi["pages"].values(), *xapi["activities"].values()):
        about = {"id": each["id"], "definition": each["definition"]}
        assert TincanActivity(about).as_version() == {**about, "objectType": "Activity"}


def test_every_text_is_in_the_language_of_the_course(sent: dict[str, Any]) -> None:
    for each in sent["xapi"]["activities"].values():
        definition = each["definition"]
        components = [one for name in ("choices", "scale", "source", "target") for one in definition.get(name, ())]
        texts = [definition["name"], *(one["description"] for one in components)]
        texts += [definition["description"]] if "interactionType" in definition else []
        assert all([*text] == ["en-GB"] and text["en-GB"].strip() for text in texts), each


def test_whatever_is_answered_is_among_what_the_definition_lists(
    gallery: Course, data: Data, sent: dict[str, Any]
) -> None:
    for id, (activity, _) in placed(gallery).items():
        asking = gallery.kinds[activity.kind]
        if not isinstance(asking, AskingKind):
            continue
        shape: Any = wire_shape(activity.record(gallery.numbers, keeps_texts=True))
        answers = find_answers(asking, data[id], shape)
        for values in filter(None, (answers.right, answers.wrong, answers.partly)):
            for answer in asking.answers(data[id], values):
                name = f"{id}-{answer.part}" if answer.part else id
                agrees(answer, sent["xapi"]["activities"][name]["definition"])


def agrees(answer: Answer, definition: dict[str, Any]) -> None:
    """A number that could not be read is reported as text, and says nothing of its definition."""
    if definition["interactionType"] == "numeric" and isinstance(answer.response, Texts):
        return
    assert definition["interactionType"] == kind(answer.response)
    lists = {name: {each["id"] for each in definition[name]} for name in _LISTS if name in definition}
    match answer.response:
        case Choices(options) | Order(options):
            assert {option.id for option in options} <= lists["choices"]
        case Pairs(pairs):
            assert {item.id for item, _ in pairs} <= lists["source"]
            assert {target.id for _, target in pairs} <= lists["target"]
        case Scale(option):
            assert option.id in lists["scale"]
        case _:
            assert not lists


_LISTS = ("choices", "scale", "source", "target")


def test_right_answers_are_written_as_the_type_wants_them() -> None:
    a, b, x = Option(1, "tea", "Tea"), Option(2, "milk", "Milk"), Option(3, "first", "First")
    written: dict[str, Response] = {
        "tea[,]milk": Choices((a, b)),
        "milk[,]tea": Order((b, a)),
        "tea[.]first[,]milk[.]first": Pairs(((a, x), (b, x))),
        "tea": Scale(a),
        "true": Truth(True),
        "two cups[,]sugar": Texts(("two cups", "sugar")),
        "{case_matters=true}Earl Grey": Texts(("Earl Grey",), exact_case=True),
        "a,]b": Texts(("a[,]b",)),
        "28[:]32.5": Range(28, 32.5),
        "[:]0.0000001": Range(None, 0.0000001),
        "100[:]": Range(100, None),
    }
    assert {pattern(response): response for response in written.values()} == written


def test_a_definition_has_no_more_than_it_needs_and_a_long_question_a_short_name() -> None:
    options = (Option(1, "tea", "Tea"), Option(2, "milk", "Milk"))
    answer = Answer(Choices(()), (Choices(options[:1]),), options)
    asked = "What goes into the cup first, when a guest has asked for tea with milk and you have only the one cup left?"
    found = interaction(answer, asked, "en-GB")
    assert found == {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "name": {"en-GB": "What goes into the cup first, when a guest has asked for tea with milk and..."},
        "description": {"en-GB": asked},
        "interactionType": "choice",
        "correctResponsesPattern": ["tea"],
        "choices": [
            {"id": "tea", "description": {"en-GB": "Tea"}},
            {"id": "milk", "description": {"en-GB": "Milk"}},
        ],
    }
    assert "correctResponsesPattern" not in interaction(replace(answer, right=()), asked, "en-GB")
