"""The flagship course, launched by a strict LMS of cmi5."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.build import build_course
from builder.statements.conformance import disorder, violations
from tests.cmi5.room import Room
from tests.cmi5.server import Origin


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip; the origin serves a folder by the name of its parent's parent."""
    folder = tmp_path_factory.mktemp("launched") / "flagship"
    shutil.copytree(Path(__file__).parents[2] / "course_src", folder / "source")
    (written,) = build_course(folder / "source", folder / "out", ["cmi5"]).written
    with zipfile.ZipFile(written.path) as archive:
        archive.extractall(folder / "dist" / "cmi5")
    return folder / "dist" / "cmi5"


def test_half_a_conversation_is_told_and_goes_on_at_the_next_launch(browser: Browser, flagship: Path) -> None:
    with Origin() as origin:
        room = Room(browser, origin, flagship)
        learner = room.open(room.device())
        learner.practise(learner.find("q-warm-up"))
        scenario = learner.find("irate-candidate")
        learner.open_scenario(scenario)
        said = learner.talk(scenario, turns=2)
        before = learner.seen("irate-candidate")
        room.leave(learner)

        again = room.open(room.device(), learner.session.enrolment)
        assert again.current_page() == "irate-candidate"
        assert again.seen("irate-candidate") == before
        room.leave(again)

        profile = json.loads((flagship / "xapi-profile.jsonld").read_text("utf-8"))
        first, second = room.lms.sessions
        responded = [each for each in first.statements if each["verb"]["id"].endswith("/responded")]
        assert len(responded) == len(said) == 2
        for session in (first, second):
            assert session.said() == ["initialized", "terminated"]
            assert [problem for each in session.statements for problem in violations(each, profile)] == []
            assert disorder(session.statements, profile) == []
        assert room.lms.breaches == []
        assert origin.strays == []
