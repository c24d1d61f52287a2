"""The document resources of an LRS (xAPI communication 2.2, 2.3, 2.6, 2.7), strict where clients may be wrong.

Ralph has none of them. What a client must not do is refused, what an LRS need not do is left out: the answer to a PUT
brings no ETag, and a State document asks for no precondition in 1.0.3 (3.1).
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from uuid import UUID

from tests.lrs.agents import IRI, read_agent
from tests.lrs.exchange import Answer, Request, explain, json_answer

Context = tuple[tuple[str, ...], ...]
Key = tuple[str, Context, str]

RESOURCES = {
    "activities/state": ("stateId", {"activityId", "agent"}, {"registration"}),
    "activities/profile": ("profileId", {"activityId"}, set[str]()),
    "agents/profile": ("profileId", {"agent"}, set[str]()),
}
ETAG = re.compile(r'(?:W/)?"[^"]*"')


class Refused(Exception):
    """A request that breaks the specification, with the status that it asks for."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.answer = explain(status, why)


@dataclass(frozen=True, slots=True)
class Document:
    """What was stored, byte for byte."""

    body: bytes
    content_type: str
    updated: datetime

    @property
    def etag(self) -> str:
        """The SHA-1 of the contents, lower case, in quotes (3.1)."""
        return f'"{hashlib.sha1(self.body).hexdigest()}"'


@dataclass(frozen=True, slots=True)
class Asked:
    """A request understood: the document's place, or with no `id` all that are in a context."""

    resource: str
    context: Context
    id: str | None
    since: datetime | None

    @property
    def key(self) -> Key:
        assert self.id is not None
        return self.resource, self.context, self.id


class Documents:
    """All documents of the LRS. Requests are answered one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[Key, Document] = {}

    def answer(self, request: Request) -> Answer:
        """The answer to a request for one of RESOURCES, whose version and credentials are checked already."""
        with self._lock:
            try:
                return self._answer(request)
            except Refused as refused:
                return refused.answer

    def find(self, resource: str, id: str) -> list[Document]:
        """Every document of that id, in whatever context: for tests that look behind the LRS."""
        with self._lock:
            return [found for (of, _, name), found in self._kept.items() if (of, name) == (resource, id)]

    def _answer(self, request: Request) -> Answer:
        asked = understand(request)
        match request.method:
            case "GET" | "HEAD":
                return self._get(asked)
            case "PUT" | "POST" | "DELETE":
                if request.method == "DELETE" and asked.id is None:
                    for key in [key for key, _ in self._within(asked)]:
                        del self._kept[key]
                    return Answer(204)
                self._check_preconditions(request, asked)
                if request.method == "DELETE":
                    self._kept.pop(asked.key, None)
                else:
                    self._kept[asked.key] = self._written(request, asked)
                return Answer(204)
        raise Refused(405, f"{request.method} is no method of {asked.resource}")

    def _get(self, asked: Asked) -> Answer:
        if asked.id is None:
            found = [(id, document) for (_, _, id), document in self._within(asked)]
            ids = sorted({id for id, document in found if asked.since is None or document.updated > asked.since})
            latest = max((document.updated for _, document in found), default=datetime.now(UTC))
            listed = json_answer(200, ids)
            return json_answer(200, ids, _described(Document(listed.body, "application/json", latest)))
        document = self._kept.get(asked.key)
        if document is None:
            return explain(404, "There is no such document.")
        return Answer(200, document.body, {"Content-Type": document.content_type, **_described(document)})

    def _within(self, asked: Asked) -> Iterator[tuple[Key, Document]]:
        for key, document in self._kept.items():
            if key[0] == asked.resource and set(asked.context) <= set(key[1]):
                yield key, document

    def _check_preconditions(self, request: Request, asked: Asked) -> None:
        """Raises 412 where one fails, 409 for a PUT over a document without any (3.1), 400 for a malformed one."""
        there = self._kept.get(asked.key)
        match, none_match = (_etags(request, name) for name in ("if-match", "if-none-match"))
        if match is not None and (there is None or ("*" not in match and there.etag not in match)):
            raise Refused(412, "The document is not the one that If-Match names.")
        if none_match is not None and there is not None and ("*" in none_match or there.etag in none_match):
            raise Refused(412, "There is a document that If-None-Match says there is none of.")
        free = asked.resource == "activities/state" and not request.headers["x-experience-api-version"].startswith("2")
        if request.method == "PUT" and match is None and none_match is None and not free:
            if there is None:
                raise Refused(400, "A PUT needs If-Match or If-None-Match.")
            raise Refused(409, "Check what there is, and set If-Match to its ETag.")

    def _written(self, request: Request, asked: Asked) -> Document:
        content_type = request.headers.get("content-type", "application/octet-stream")
        is_json = content_type.partition(";")[0].strip().lower() == "application/json"
        if is_json:
            _read_json(request.body)
        body = request.body
        there = self._kept.get(asked.key)
        if request.method == "POST" and there is not None:
            if not is_json or there.content_type.partition(";")[0].strip().lower() != "application/json":
                raise Refused(400, "Only documents of application/json can be merged.")
            old, new = _read_json(there.body), _read_json(body)
            if not isinstance(old, dict) or not isinstance(new, dict):
                raise Refused(400, "Only JSON objects can be merged.")
            body = json.dumps({**old, **new}, ensure_ascii=False).encode()
        return Document(body, content_type, datetime.now(UTC))


def understand(request: Request) -> Asked:
    """Which documents a request is about; raises Refused for parameters that are missing, unknown or malformed."""
    resource = str(request.resource)
    name, required, optional = RESOURCES[resource]
    given = dict(request.parameters)
    if "method" in given:
        raise Refused(400, "The alternate request syntax is not offered here.")
    if len(given) != len(request.parameters):
        raise Refused(400, "A parameter is given twice.")
    listing = request.method in ("GET", "HEAD") and name not in given
    allowed = required | optional | ({"since"} if listing else {name})
    if unknown := set(given) - allowed:
        raise Refused(400, f"Unknown parameters: {sorted(unknown)}")
    # Only the State resource deletes all there is in a context.
    many = listing or (request.method == "DELETE" and resource == "activities/state")
    if missing := (required | (set() if many else {name})) - set(given):
        raise Refused(400, f"Missing parameters: {sorted(missing)}")
    context: list[tuple[str, ...]] = []
    try:
        if "activityId" in given:
            if not IRI.fullmatch(given["activityId"]):
                raise ValueError("activityId is no IRI")
            context.append(("activity", given["activityId"]))
        if "agent" in given:
            context.append(("agent", *read_agent(given["agent"])))
        if "registration" in given:
            context.append(("registration", str(UUID(given["registration"]))))
        since = datetime.fromisoformat(given["since"]) if "since" in given else None
    except ValueError as wrong:
        raise Refused(400, str(wrong)) from wrong
    if since is not None and since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return Asked(resource, tuple(context), given.get(name), since)


def _etags(request: Request, name: str) -> list[str] | None:
    """What a precondition names; None where it is not there."""
    if name not in request.headers:
        return None
    text = request.headers[name].strip()
    if text == "*":
        return ["*"]
    tags = [tag.strip() for tag in text.split(",")]
    if not all(ETAG.fullmatch(tag) for tag in tags):
        raise Refused(400, f"{name} holds entity tags, in quotes.")
    return tags


def _read_json(body: bytes) -> object:
    try:
        value: object = json.loads(body)
    except ValueError as wrong:
        raise Refused(400, "The content is not the JSON that Content-Type says.") from wrong
    return value


def _described(document: Document) -> dict[str, str]:
    return {"ETag": document.etag, "Last-Modified": format_datetime(document.updated, usegmt=True)}
