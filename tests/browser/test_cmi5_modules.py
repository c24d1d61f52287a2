"""A course of which each module is launched by itself, played at a strict LMS of cmi5."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from builder.build import build_course
from builder.statements.conformance import disorder, violations
from tests.cmi5.room import Room
from tests.cmi5.server import Origin
from tests.cmi5.session import Session
from tests.course import divided

ROOT = "https://example.org/courses/calls/modules"


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip; the origin serves a folder by the name of its parent's parent."""
    folder = tmp_path_factory.mktemp("divided")
    for path, content in divided.files().items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (written,) = build_course(folder / "source", folder / "out", ["cmi5"]).written
    with zipfile.ZipFile(written.path) as archive:
        archive.extractall(folder / "cmi5")
    return folder / "cmi5"


def _check(session: Session, room: Room, modules: Path) -> dict[str, dict[str, Any]]:
    """Holds the session to cmi5 and to the course's profile; gives its statements on the unit itself by their verb."""
    profile = json.loads((modules / "xapi-profile.jsonld").read_text("utf-8"))
    assert [str(breach) for breach in room.lms.breaches] == []
    assert [problem for each in session.statements for problem in violations(each, profile)] == []
    assert disorder(session.statements, profile) == []
    own = [each for each in session.statements if each["object"]["id"] == session.enrolment.activity_id]
    return {each["verb"]["id"].rpartition("/")[2]: each for each in own}


def test_modules_are_completed_and_passed_each_by_itself(browser: Browser, modules: Path) -> None:
    with Origin() as origin:
        write = Room(browser, origin, modules / "write")
        reader = write.open(write.device(), data={"moveOn": "Completed"})
        reader.practise(reader.find("q-notes"))
        reader.sitting.wait_until_saved()
        write.leave(reader)
        said = _check(reader.session, write, modules)
        assert "completed" in said
        assert not said.keys() & {"passed", "failed"}
        assert said["completed"]["object"]["definition"]["name"] == {"en-GB": "Calls & notes: Write"}

        last = Room(browser, origin, modules / "last")
        learner = last.open(last.device(), data={"moveOn": "CompletedAndPassed", "masteryScore": 0.8})
        learner.take_quiz(learner.find("final"))
        learner.reflect(learner.find("account"))
        call = learner.find("last-call")
        learner.open_scenario(call)
        learner.talk(call)
        learner.sitting.wait_until_saved()
        last.leave(learner)
        said = _check(learner.session, last, modules)
        assert said["passed"]["result"]["score"]["scaled"] == 1
        parents = {
            each["context"]["contextActivities"]["parent"][0]["id"]
            for each in learner.session.statements
            if each["verb"]["id"].endswith("/experienced")
        }
        assert parents == {learner.session.enrolment.activity_id}
        groups = [each["id"] for each in said["passed"]["context"]["contextActivities"]["grouping"]]
        assert f"{ROOT}/last" in groups
        assert origin.strays == []
        last.clear()
        write.clear()
