"""What passes between a client and the test LRS: requests, answers, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

LRS_PATH = "/xapi/"


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came. Names of headers are lower case; `path` begins with a slash and has no query."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def resource(self) -> str | None:
        """The xAPI resource, `statements` or `activities/state` say; None for what is no request to the LRS."""
        return self.path.removeprefix(LRS_PATH).rstrip("/") if self.path.startswith(LRS_PATH) else None

    @property
    def name(self) -> str:
        """What tests call it: `POST statements`."""
        return f"{self.method} {self.resource or self.path}"

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The query, decoded, in order."""
        return parse_qsl(self.query, keep_blank_values=True)

    def json(self) -> Any:
        """The body as JSON; raises ValueError where it is none."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back. With `cut`, the connection ends after so many bytes of the body."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None

    def json(self) -> Any:
        """The body as JSON; raises ValueError where it is none."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and what its client was told: None where the connection ended without an answer. Seconds, monotonic."""

    request: Request
    answer: Answer | None
    came: float
    answered: float


def json_answer(status: int, value: Any, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
    """An answer with a value as JSON."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(status, body, {"Content-Type": "application/json", **headers})


def explain(status: int, why: str) -> Answer:
    """A refusal that says why (xAPI communication 3.2)."""
    return Answer(status, why.encode(), {"Content-Type": "text/plain; charset=utf-8"})
