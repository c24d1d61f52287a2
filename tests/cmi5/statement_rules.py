"""What cmi5 asks of an AU's statements."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.cmi5.rule import Rule, always
from tests.cmi5.session import (
    LAUNCH_DATA,
    MASTERY,
    MOVE_ON,
    PREFERENCES,
    SESSION_ID,
    VERBS,
    Document,
    Session,
    Statement,
    categories,
    defined,
)

JUDGED = ("passed", "failed")
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement on its way in: nothing of it is in the session yet."""

    session: Session
    statement: Statement

    @property
    def defined(self) -> str:
        return defined(self.statement)

    @property
    def context(self) -> Document:
        return dict(self.statement.get("context", {}))

    @property
    def extensions(self) -> Document:
        return dict(self.context.get("extensions", {}))

    @property
    def result(self) -> Document:
        return dict(self.statement.get("result", {}))

    @property
    def score(self) -> Document:
        return dict(self.result.get("score", {}))

    @property
    def about_au(self) -> bool:
        return bool(self.statement.get("object", {}).get("id") == self.session.enrolment.activity_id)

    @property
    def time(self) -> datetime | None:
        try:
            return datetime.fromisoformat(str(self.statement.get("timestamp")).replace("Z", "+00:00"))
        except ValueError:
            return None


Test = Callable[[Said], bool]


def is_defined(said: Said) -> bool:
    return bool(said.defined)


def of_cmi5(said: Said) -> bool:
    """A verb of cmi5 said of the AU itself."""
    return said.about_au and said.statement["verb"]["id"] in VERBS


def verb(*names: str) -> Test:
    return lambda said: said.defined in names


def both(*tests: Test) -> Test:
    return lambda said: all(test(said) for test in tests)


def mode(*names: str) -> Test:
    return lambda said: said.session.mode in names


def first_of(*names: str) -> Test:
    """None of these was said in the session."""
    return lambda said: not set(names) & set(said.session.said())


def new(name: str) -> Test:
    """It was not said in the registration."""
    return lambda said: not said.session.enrolment.has(name)


def has_mastery(said: Said) -> bool:
    return said.session.mastery is not None


def lasting(said: Said) -> bool:
    return bool(DURATION.fullmatch(str(said.result.get("duration", ""))))


def consistent(said: Said) -> bool:
    mastery, scaled = said.session.mastery, said.score.get("scaled")
    return mastery is None or scaled is None or (scaled >= mastery) == (said.defined == "passed")


def in_order(said: Said) -> bool:
    """By its time, which is what decides on order (9.3), it comes after all that was said."""
    times = [time for each in said.session.statements if (time := Said(said.session, each).time)]
    return said.time is not None and all(time <= said.time for time in times)


def begun(said: Said) -> bool:
    return said.defined == "initialized" or (
        "initialized" in said.session.said() and in_order(Said(said.session, said.statement))
    )


def open_still(said: Said) -> bool:
    return said.session.ended != "terminated"


def keeps(given: Any, found: Any) -> bool:
    """Whether `found` has all that `given` has, unchanged; lists begin with what the other holds."""
    if isinstance(given, dict):
        return isinstance(found, dict) and all(name in found and keeps(given[name], found[name]) for name in given)
    if isinstance(given, list):
        return isinstance(found, list) and found[: len(given)] == given
    return bool(type(given) is type(found) and given == found)


def keeps_activities(said: Said) -> bool:
    return keeps(said.session.template.get("contextActivities", {}), said.context.get("contextActivities"))


def is_uuid(text: object) -> bool:
    try:
        return str(uuid.UUID(str(text))) == str(text).lower()
    except ValueError:
        return False


def in_utc(said: Said) -> bool:
    return said.time is not None and said.time.utcoffset() == timedelta(0)


def iris(value: object, name: str = "") -> Iterator[str]:
    """Every value of a statement that must be an IRI; `name` is the property that holds the value."""
    if isinstance(value, list):
        for each in value:
            yield from iris(each, name)
    elif isinstance(value, dict):
        if name in ("verb", "object", *("parent", "grouping", "category", "other")) and "id" in value:
            yield str(value["id"])
        if name == "definition":
            yield from (str(value[each]) for each in ("type", "moreInfo") if each in value)
        for inner, each in value.items():
            if name == "extensions":
                yield inner
            else:
                yield from iris(each, inner)


def qualified(said: Said) -> bool:
    return all(IRI.fullmatch(each) for each in iris(said.statement))


STATEMENT_RULES: tuple[Rule[Said], ...] = (
    Rule(("3.0.0.0-1",), "IRIs are whole", always, qualified),
    Rule(("9.1.0.0-1",), "an id that is a UUID", always, lambda said: is_uuid(said.statement.get("id"))),
    Rule(
        ("8.1.3.0-2", "8.1.3.0-3"),
        "the actor as it was launched",
        always,
        lambda said: said.statement.get("actor") == said.session.enrolment.actor,
    ),
    Rule(
        ("9.2.0.0-2",),
        "an actor that is an Agent",
        is_defined,
        lambda said: said.statement["actor"].get("objectType") == "Agent",
    ),
    Rule(("9.2.0.0-3",), "an actor by account", is_defined, lambda said: "account" in said.statement["actor"]),
    Rule(
        ("8.1.4.0-2", "8.1.4.0-3", "9.6.1.0-1"),
        "the registration as it was launched",
        always,
        lambda said: said.context.get("registration") == said.session.enrolment.registration,
    ),
    Rule(("9.6.0.0-1",), "a context", of_cmi5, lambda said: bool(said.context)),
    Rule(("9.6.3.1-4",), "the session's id", always, lambda said: said.extensions.get(SESSION_ID) == said.session.id),
    Rule(
        ("10.2.1.0-6", "10.2.1.0-7"),
        "a context that keeps the template's",
        always,
        lambda said: keeps(said.session.template, said.context),
    ),
    Rule(("9.6.2.0-1",), "the template's activities", is_defined, keeps_activities),
    Rule(("9.7.0.0-1",), "a timestamp", always, lambda said: said.time is not None),
    Rule(("9.7.0.0-2",), "a timestamp in UTC", always, in_utc),
    Rule(
        ("10.2.1.0-4",),
        "the launch data read before all",
        verb("initialized"),
        lambda said: bool(said.session.asked("GET activities/state", stateId=LAUNCH_DATA)),
    ),
    Rule(
        ("11.0.0.0-3",),
        "the learner's preferences read before all",
        verb("initialized"),
        lambda said: bool(said.session.asked("GET agents/profile", profileId=PREFERENCES)),
    ),
    Rule(("9.3.0.0-4", "9.3.2.0-2", "7.1.3.0-1"), "initialized first, in time too", always, begun),
    Rule(
        ("9.3.0.0-5", "9.3.8.0-2", "7.1.2.0-1", "7.1.3.0-1"),
        "nothing after terminated, in time too",
        always,
        lambda said: open_still(said) and (said.defined != "terminated" or in_order(said)),
    ),
    Rule(
        ("9.3.0.0-1",),
        "a verb of cmi5 in what is cmi5 defined",
        is_defined,
        lambda said: said.defined in VERBS.values(),
    ),
    Rule(
        ("9.6.2.1-1",),
        "the category of cmi5 where a verb of cmi5 is said of the AU",
        of_cmi5,
        is_defined,
    ),
    Rule(
        ("8.1.5.0-5", "8.1.5.0-6", "9.4.0.0-1", "9.4.0.0-2"),
        "the launched activity as object",
        is_defined,
        lambda said: said.about_au,
    ),
    Rule(("9.3.0.0-2",), "no verb twice", is_defined, lambda said: said.defined not in said.session.said()),
    Rule(("9.3.2.0-3",), "initialized once", verb("initialized"), first_of("initialized")),
    Rule(("9.3.0.0-3",), "one of passed and failed", verb(*JUDGED), first_of(*JUDGED)),
    Rule(("9.3.0.0-6", "9.3.3.0-2"), "completed once a registration", verb("completed"), new("completed")),
    Rule(("9.3.0.0-7", "9.3.4.0-3"), "passed once a registration", verb("passed"), new("passed")),
    Rule(("9.3.0.0-8",), "no failed after passed", verb("failed"), new("passed")),
    Rule(("9.3.4.0-2",), "passed reaches the mastery score", both(verb("passed"), has_mastery), consistent),
    Rule(("9.3.5.0-2",), "failed stays under the mastery score", both(verb("failed"), has_mastery), consistent),
    Rule(("9.5.1.0-1", "10.2.4.0-2"), "the verb agrees with the score", both(verb(*JUDGED), has_mastery), consistent),
    Rule(
        ("9.5.1.0-2",),
        "a score in passed and failed only",
        is_defined,
        lambda said: said.defined in JUDGED or "score" not in said.result,
    ),
    Rule(
        ("9.5.1.0-3",),
        "raw with min and max",
        lambda said: "raw" in said.score,
        lambda said: {"min", "max"} <= said.score.keys(),
    ),
    Rule(("9.5.2.0-1",), "passed is a success", verb("passed"), lambda said: said.result.get("success") is True),
    Rule(("9.5.2.0-2",), "failed is no success", verb("failed"), lambda said: said.result.get("success") is False),
    Rule(
        ("9.5.2.0-3",),
        "success in passed and failed only",
        is_defined,
        lambda said: said.defined in JUDGED or "success" not in said.result,
    ),
    Rule(
        ("9.5.3.0-1",), "completed is complete", verb("completed"), lambda said: said.result.get("completion") is True
    ),
    Rule(
        ("9.5.3.0-2",),
        "completion in completed only",
        is_defined,
        lambda said: said.defined == "completed" or "completion" not in said.result,
    ),
    Rule(("9.5.4.1-1",), "terminated has a duration", verb("terminated"), lasting),
    Rule(("9.5.4.1-2",), "completed has a duration", verb("completed"), lasting),
    Rule(("9.5.4.1-3",), "passed has a duration", verb("passed"), lasting),
    Rule(("9.5.4.1-4",), "failed has a duration", verb("failed"), lasting),
    Rule(
        ("9.6.2.2-1",),
        "the category of moveOn with success or completion",
        both(is_defined, lambda said: bool({"success", "completion"} & said.result.keys())),
        lambda said: MOVE_ON in categories(said.statement),
    ),
    Rule(
        ("9.6.2.2-2",),
        "the category of moveOn nowhere else",
        lambda said: not (said.defined and {"success", "completion"} & said.result.keys()),
        lambda said: MOVE_ON not in categories(said.statement),
    ),
    Rule(
        ("9.6.3.2-2",),
        "the mastery score that passed and failed go by",
        both(verb(*JUDGED), has_mastery),
        lambda said: said.extensions.get(MASTERY) == said.session.mastery,
    ),
    Rule(
        ("10.2.2.0-2", "10.2.2.0-9"),
        "nothing about satisfaction in Browse",
        both(mode("Browse"), is_defined),
        verb("initialized", "terminated"),
    ),
    Rule(
        ("10.2.2.0-3", "10.2.2.0-11"),
        "nothing about satisfaction in Review",
        both(mode("Review"), is_defined),
        verb("initialized", "terminated"),
    ),
)
