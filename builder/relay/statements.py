"""Which statements are passed on: the signed-in learner's own, about the allowed courses, and nothing else in them.

A statement that is no statement is refused with 400. One of another learner is refused with 401, for whoever says it is
no longer signed in, and one about something else with 403. The player keeps both kinds and says so: nothing is lost
when somebody else signs in meanwhile, or by a wrong setting.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.relay.identity import is_uuid
from builder.relay.refusal import Refused

Json = dict[str, object]

VOIDED = "http://adlnet.gov/expapi/verbs/voided"

_STRIPPED = ("authority", "stored")
_KNOWN = {"id", "actor", "verb", "object", "result", "context", "timestamp", "version"}
_CONTEXT = {"registration", "platform", "language", "revision", "contextActivities", "extensions"}
_ROLES = {"parent", "grouping", "category", "other"}


def allowed(activity: object, courses: tuple[str, ...]) -> bool:
    """Whether an activity's IRI is one of the courses' or lies under one."""
    return isinstance(activity, str) and any(
        activity == course or activity.startswith(f"{course}/") for course in courses
    )


def same_agent(said: object, actor: Json) -> bool:
    """Whether it identifies the same account, by nothing but the account (Data, 2.4.2.3): names may differ."""
    return (
        isinstance(said, dict)
        and said.keys() <= {"objectType", "name", "account"}
        and said.get("objectType", "Agent") == "Agent"
        and said.get("account") == actor["account"]
    )


def for_the_lrs(said: object, actor: Json, courses: tuple[str, ...]) -> Json:
    """The statement as it is passed on: with the actor of the session, without what only an LRS may say.

    Raises Refused where it is not one that this learner may send.
    """
    if not isinstance(said, dict):
        raise Refused(400, "A statement must be a JSON object.")
    statement = {name: value for name, value in said.items() if name not in _STRIPPED}
    _hold("A statement", statement, _KNOWN)
    if not is_uuid(statement.get("id")):
        raise Refused(400, "A statement needs an id that is a UUID.")
    if not same_agent(statement.get("actor", actor), actor):
        raise Refused(401, "The statement is of somebody else than who is signed in.")
    verb = statement.get("verb")
    if not isinstance(verb, dict) or not isinstance(verb.get("id"), str):
        raise Refused(400, "A statement needs a verb.")
    if verb["id"] == VOIDED:
        raise Refused(403, "This relay voids no statement.")
    for activity in _activities(statement):
        if not allowed(activity, courses):
            raise Refused(403, "The statement names an activity that is not part of this relay's courses.")
    return {**statement, "actor": actor}


def _hold(what: str, said: Json, known: set[str]) -> None:
    if not said.keys() <= known:
        raise Refused(403, f"{what} may have here: {', '.join(sorted(known))}.")


def _activities(statement: Json) -> Iterator[object]:
    """The ids of all activities that it names. Raises Refused for whatever stands in an activity's place."""
    yield _id_of(statement.get("object"))
    context = statement.get("context", {})
    if not isinstance(context, dict):
        raise Refused(400, "A statement's context must be a JSON object.")
    _hold("A statement's context", context, _CONTEXT)
    by_role = context.get("contextActivities", {})
    if not isinstance(by_role, dict) or not by_role.keys() <= _ROLES:
        raise Refused(400, "A statement's contextActivities are parent, grouping, category and other.")
    for activities in by_role.values():
        for activity in activities if isinstance(activities, list) else [activities]:
            yield _id_of(activity)


def _id_of(activity: object) -> object:
    if not isinstance(activity, dict) or activity.get("objectType", "Activity") != "Activity":
        raise Refused(403, "This relay passes on statements about activities only.")
    return activity.get("id")
