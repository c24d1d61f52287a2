"""What learners did, read back from a real LRS, which Ralph is."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from builder.insight.catalogue import Catalogue
from tests.commands.conftest import Command, command
from tests.insight.learners import Crowd
from tests.lrs.ralph_process import AUTHORIZATION
from tests.lrs.server import LrsServer

__all__ = ["command"]


def _post(lrs: LrsServer, statements: list[object], headers: Mapping[str, str]) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", lrs.port)
    connection.request("POST", "/xapi/statements", json.dumps(statements), dict(headers))
    return connection.getresponse().status


def test_a_crowds_statements_come_back_from_an_lrs_that_knows_no_related_activities(
    lrs: LrsServer, command: Command, folder: Path, things: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = list(Crowd(things, Random(uuid4().int)).statements(12))
    headers = {
        "Authorization": AUTHORIZATION,
        "X-Experience-API-Version": "1.0.3",
        "Content-Type": "application/json",
    }
    for at in range(0, len(crowd), 100):
        assert _post(lrs, [*crowd[at : at + 100]], headers) == 200
    monkeypatch.setenv("COURSEWRIGHT_LRS_AUTHORIZATION", AUTHORIZATION)
    run = command("insight", str(folder), "--lrs", f"http://127.0.0.1:{lrs.port}/xapi/")
    assert run.status == 0, run.err
    assert run.out.startswith(f"{len(crowd):,} records of this course")
    assert "from the LRS at 127.0.0.1" in Path("report.html").read_text("utf-8")


def test_an_lrs_that_refuses_says_what_to_set(
    lrs: LrsServer, command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSEWRIGHT_LRS_KEY", "nobody")
    monkeypatch.setenv("COURSEWRIGHT_LRS_SECRET", "nothing")
    run = command("insight", str(folder), "--lrs", f"http://127.0.0.1:{lrs.port}/xapi/")
    assert run.status == 1
    assert "COURSEWRIGHT_LRS_KEY" in run.err
