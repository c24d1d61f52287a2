"""The SCORM 1.2 package in an LMS that nobody here wrote: uploaded, launched, answered, closed, resumed, read back.

wagtail-lms has no LMSFinish, says `ab-initio` at every launch, answers '' to what it does not know and never an error:
a course must work there all the same (REFERENCE trap 18).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from builder.build import build_course
from tests.browser import chromium
from tests.browser.learner import Learner, course_data
from tests.wagtail.lms import WagtailLms, running

ROOT = Path(__file__).parents[2]
PACKAGE = "challenging-interactions-scorm12.zip"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "course_src", folder / "source")
    build_course(folder / "source", folder / "dist", ["scorm12", "scorm2004"])
    shutil.unpack_archive(folder / "dist" / PACKAGE, folder / "dist" / "scorm12")
    return folder / "dist"


@pytest.fixture(scope="module")
def lms(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WagtailLms]:
    with running(sorted(dist.glob("*.zip")), tmp_path_factory.mktemp("lms")) as lms:
        yield lms


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()
