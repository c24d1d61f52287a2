"""One third-party LMS for all its tests, with the packages that they play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import build_brief
from tests.browser.test_reports import OUTCOMES, build_reporting
from tests.built import once
from tests.wagtail.lms import WagtailLms, running


# The LMS makes a request of every value: no practice but what its tests want.
@pytest.fixture(scope="session")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's packages, where completion asks for no practice."""
    return once(tmp_path_factory, "brief", build_brief)


@pytest.fixture(scope="session")
def in_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery for SCORM 1.2 with answers in words."""
    wanted = f"{OUTCOMES}outputs: {{scorm12: {{answers: words}}}}\n"
    return once(tmp_path_factory, "in-words", lambda folder: build_reporting(folder, wanted))


@pytest.fixture(scope="session")
def lms(brief: Path, in_words: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WagtailLms]:
    """The LMS with these packages uploaded."""
    packages = sorted((*brief.glob("*.zip"), *in_words.glob("*.zip")))
    with running(packages, tmp_path_factory.mktemp("lms")) as lms:
        yield lms
