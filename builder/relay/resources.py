"""The resources of the relay: what is asked of each, and what of it goes on to the LRS."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from builder.relay import body
from builder.relay.identity import Learner, is_uuid
from builder.relay.refusal import Refused
from builder.relay.settings import Settings
from builder.relay.statements import Json, allowed, for_the_lrs, same_agent
from builder.relay.upstream import Question

PREFERENCES = "cmi5LearnerPreferences"
STATE = "coursewright"

_VERSION = re.compile(r"(1\.0|2\.0)(\.\d{1,2})?")
_STATE_PARAMETERS = {"activityId", "agent", "stateId", "registration"}


def session(learner: Learner, settings: Settings) -> Response:
    """Who is signed in, as statements name them."""
    said: Json = {"actor": learner.actor(settings.home_page)}
    return JSONResponse(said if learner.registration is None else {**said, "registration": learner.registration})


def about(request: Request) -> Question:
    """Which versions the LRS speaks (Communication, 2.8)."""
    _parameters(request, set())
    return Question("GET", "about", headers=_version(request))


async def statements(request: Request, learner: Learner, settings: Settings) -> tuple[Question, int]:
    """Statements of the learner (Communication, 2.1.1 and 2.1.2), and how many."""
    most = settings.bounds.statements
    said = _parameters(request, {"statementId"} if request.method == "PUT" else set())
    version = _version(request)
    read = body.parse(await body.read(request, settings.bounds.body))
    batch = read if isinstance(read, list) and request.method == "POST" else [read]
    if not batch:
        raise Refused(400, "There is no statement in the body.")
    if len(batch) > most:
        raise Refused(413, f"A request may have no more than {most} statements.")
    actor = learner.actor(settings.home_page)
    sent = [for_the_lrs(statement, actor, settings.courses) for statement in batch]
    if request.method == "PUT" and said.get("statementId") != sent[0]["id"]:
        raise Refused(400, "The statement's id is another than statementId.")
    content = body.written(sent if isinstance(read, list) else sent[0])
    return Question(request.method, "statements", said, version, content), len(sent)


async def state(request: Request, learner: Learner, settings: Settings) -> Question:
    """The learner's own work in an allowed course (Communication, 2.3): one document, read or replaced."""
    said = _parameters(request, _STATE_PARAMETERS)
    agent = _agent(said, learner, settings)
    if said.get("stateId") != STATE:
        raise Refused(403, f"This relay keeps one document of state, '{STATE}'.")
    if not allowed(said.get("activityId"), settings.courses):
        raise Refused(403, "The activity is not part of this relay's courses.")
    if not is_uuid(said.get("registration", "00000000-0000-0000-0000-000000000000")):
        raise Refused(400, "The registration must be a UUID.")
    headers = {**_version(request), **_preconditions(request)}
    if request.method == "PUT":
        content = await body.read(request, settings.bounds.body)
        body.parse(content)
        return Question("PUT", "activities/state", {**said, "agent": agent}, headers, content)
    return Question("GET", "activities/state", {**said, "agent": agent}, headers)


def preferences(request: Request, learner: Learner, settings: Settings) -> Question:
    """How the learner likes it: language, sound (Communication, 2.6; cmi5, 11). Read only."""
    said = _parameters(request, {"agent", "profileId"})
    agent = _agent(said, learner, settings)
    if said.get("profileId") != PREFERENCES:
        raise Refused(403, f"This relay reads one profile of learners, '{PREFERENCES}'.")
    return Question("GET", "agents/profile", {**said, "agent": agent}, _version(request))


def _parameters(request: Request, known: set[str]) -> dict[str, str]:
    pairs = request.query_params.multi_items()
    said = dict(pairs)
    if len(said) < len(pairs) or not said.keys() <= known:
        raise Refused(400, "This relay knows these parameters here, once each: " + (", ".join(sorted(known)) or "none"))
    return said


def _version(request: Request) -> dict[str, str]:
    version = request.headers.get("x-experience-api-version", "")
    if not _VERSION.fullmatch(version):
        raise Refused(400, "X-Experience-API-Version must be 1.0.x or 2.0.x.")
    return {"X-Experience-API-Version": version}


def _preconditions(request: Request) -> Mapping[str, str]:
    """What concurrency goes by (Communication, 3.1).

    A proxy that compresses what it passes on makes an ETag a weak one, which If-Match never matches (RFC 9110, 13.1.1).
    The LRS's own was a strong one.
    """
    names = ("If-Match", "If-None-Match")
    return {name: request.headers[name].removeprefix("W/") for name in names if name in request.headers}


def _agent(said: Mapping[str, str], learner: Learner, settings: Settings) -> str:
    """The learner as a parameter, by the account alone. Raises Refused where the request names somebody else."""
    actor = learner.actor(settings.home_page)
    if not same_agent(body.parse(said.get("agent", "").encode("utf-8", "replace")), actor):
        raise Refused(401, "The agent is somebody else than who is signed in.")
    return json.dumps({name: actor[name] for name in ("objectType", "account")})
