"""One third-party LMS for all its tests, with the packages that they play."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, build
from tests.browser.test_reports import OUTCOMES
from tests.courses.gallery import make
from tests.wagtail.lms import WagtailLms, running


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship course's packages."""
    folder = tmp_path_factory.mktemp("flagship")
    shutil.copytree(ROOT / "course_src", folder / "source")
    return build(folder / "source", folder / "dist")


@pytest.fixture(scope="session")
def in_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery for SCORM 1.2 with answers in words."""
    folder = tmp_path_factory.mktemp("in-words")
    source = make.write(folder / "source")
    settings = source / "course.yaml"
    wanted = f"{OUTCOMES}outputs: {{scorm12: {{answers: words}}}}\n"
    settings.write_text(settings.read_text("utf-8") + wanted, "utf-8")
    return build(source, folder / "dist")


@pytest.fixture(scope="session")
def lms(flagship: Path, in_words: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WagtailLms]:
    """The LMS with these packages uploaded."""
    packages = sorted((*flagship.glob("*.zip"), *in_words.glob("*.zip")))
    with running(packages, tmp_path_factory.mktemp("lms")) as lms:
        yield lms
