"""What pages told the test LRS that their courses' own profiles do not allow."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from builder.statements.conformance import violations
from tests.lrs.exchange import Request
from tests.lrs.server import LrsServer

PROFILE = "xapi-profile.jsonld"


def breaches(lrs: LrsServer) -> list[str]:
    """The breaches of every statement sent since the last reset that names the profile of a served package."""
    profiles = {
        version["id"]: profile
        for folder in lrs.folders.values()
        if (folder / PROFILE).is_file()
        for profile in [_profile(folder / PROFILE)]
        for version in profile["versions"]
    }
    return [
        f"{statement['verb']['id']} {statement['object']['id']}: {breach}"
        for request in lrs.requests("POST statements")
        for statement in _statements(request)
        for category in statement["context"]["contextActivities"]["category"]
        if category["id"] in profiles
        for breach in violations(statement, profiles[category["id"]])
    ]


def _statements(request: Request) -> list[Any]:
    """Those of a page of ours: tests send others too."""
    try:
        sent = request.json()
    except ValueError:
        return []
    found = sent if isinstance(sent, list) else [sent]
    return [one for one in found if one.get("context", {}).get("contextActivities", {}).get("category")]


@functools.cache
def _profile(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
