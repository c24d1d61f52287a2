"""Reading back what the LRS holds, as any client would: with tincan's RemoteLRS, page after page."""

from __future__ import annotations

import json
from typing import Any

from tincan import RemoteLRS

from tests.lrs.ralph_process import AUTHORIZATION

Statement = dict[str, Any]


def read_statements(endpoint: str, **query: Any) -> list[Statement]:
    """Every statement that the query finds, oldest first, as the LRS gives it; tincan has understood each.

    `query` is what RemoteLRS takes: registration, agent, activity, verb, since, until, limit (of a page).
    """
    remote = RemoteLRS(endpoint=endpoint, auth=AUTHORIZATION)
    answer = remote.query_statements(query)
    found: list[Statement] = []
    while True:
        assert answer.success, answer.data
        page = json.loads(answer.data)
        assert [str(statement.id) for statement in answer.content.statements] == [
            one["id"] for one in page["statements"]
        ]
        found += page["statements"]
        if not answer.content.more:
            return found
        answer = remote.more_statements(answer.content)
