"""The LRS below the LMS: documents by tests/lrs, statements in memory, since the LMS has judged them already."""

from __future__ import annotations

import json
import threading

from tests.cmi5.session import Document, Statement
from tests.lrs.documents import RESOURCES, Documents
from tests.lrs.exchange import LRS_PATH, Answer, Request, explain, json_answer

HEADERS = {"x-experience-api-version": "1.0.3", "content-type": "application/json"}


class Store:
    """`answer` takes a request that the LMS has nothing against; its path is that of tests/lrs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.statements: dict[str, Statement] = {}
        self._documents = Documents()

    def answer(self, request: Request) -> Answer:
        """What an LRS answers."""
        if request.resource in RESOURCES:
            return self._documents.answer(request)
        if request.resource == "about" and request.method == "GET":
            return json_answer(200, {"version": ["1.0.3"]})
        if request.name not in ("GET statements", "POST statements"):
            return explain(404, f"There is no {request.name} here.")
        with self._lock:
            return self._find(request) if request.method == "GET" else self._take(request)

    def holds(self, statement: Statement) -> bool:
        """Whether it is there, and is the same."""
        return self.statements.get(statement.get("id", "")) == statement

    def write(self, resource: str, value: Document, query: str) -> None:
        """Puts a document as the LMS itself does: a state over the one that is there, a profile where none is."""
        body = json.dumps(value, ensure_ascii=False).encode()
        condition = {} if resource == "activities/state" else {"if-none-match": "*"}
        answer = self.answer(Request("PUT", LRS_PATH + resource, query, HEADERS | condition, body))
        assert answer.status == 204, answer

    def _find(self, request: Request) -> Answer:
        found = self.statements.get(dict(request.parameters).get("statementId", ""))
        return json_answer(200, found) if found else explain(404, "There is no such statement.")

    def _take(self, request: Request) -> Answer:
        brought: list[Statement] = request.json()
        if any(each["id"] in self.statements and not self.holds(each) for each in brought):
            return explain(409, "A statement of that id is there, and says something else.")
        self.statements |= {each["id"]: each for each in brought}
        return json_answer(200, [each["id"] for each in brought])
