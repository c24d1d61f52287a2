"""The flagship course, built once for all browser tests, an LMS round it and learners in front of it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright

from builder.build import build_course
from tests.browser import chromium
from tests.browser.learner import Learner, course_data
from tests.browser.lms_server import Attempt, LmsServer
from tests.browser.sitting import Sitting
from tests.built import once

ROOT = Path(__file__).parents[2]
FORMATS = ("scorm12", "scorm2004")
SENDING = "html: {lrs: launch}\n  xapi: {}\n  cmi5: {}\n"


def build(source: Path, out: Path, *more_kinds: Path) -> Path:
    """Builds the course in `source` (a copy: ids.lock may be written) and unpacks each package beside its zip."""
    built = build_course(source, out, more_kinds=more_kinds)
    assert built.written, [f"{found.span}: {found.message}" for found in built.diagnostics]
    for package in out.glob("*.zip"):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(out / package.stem.rpartition("-")[2])
    for folder in out.glob("*-html"):
        shutil.copytree(folder, out / "html")
    return out


def build_flagship(folder: Path, changes: Mapping[str, str] = MappingProxyType({})) -> Path:
    """Builds the flagship course in `folder` with words of its course.yaml changed; each must be there.

    What sends statements is left out: its plays have a course of their own, and the web page here keeps to the device.
    """
    source = folder / "source"
    shutil.copytree(ROOT / "course_src", source)
    text = (source / "course.yaml").read_text(encoding="utf-8")
    for old, new in {SENDING: "html: {}\n", **changes}.items():
        assert old in text, f"course.yaml no longer says {old!r}"
        text = text.replace(old, new)
    (source / "course.yaml").write_text(text, encoding="utf-8")
    return build(source, folder / "dist")


def build_brief(folder: Path) -> Path:
    """Builds the flagship so that completion asks for its quiz, scenarios and form, and for no practice on the way."""
    return build_flagship(folder, {"pages: all": "pages: []"})


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship course's packages: folders scorm12, scorm2004 and html, and the zips beside them."""
    return once(tmp_path_factory, "flagship", build_flagship)


@pytest.fixture(scope="session")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's packages, where completion asks for no practice."""
    return once(tmp_path_factory, "brief", build_brief)


def build_small(folder: Path) -> Path:
    """Builds the small course that sends statements in `folder`."""
    shutil.copytree(ROOT / "tests" / "lrs" / "small_course", folder / "source")
    return build(folder / "source", folder / "dist")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the small course that sends statements: folders xapi and html."""
    return once(tmp_path_factory, "small", build_small)


@pytest.fixture(scope="session")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, dict[str, str]], Path]:
    """Builds the flagship course with words of its course.yaml changed; each change must be found."""

    def vary(name: str, changes: dict[str, str]) -> Path:
        return once(tmp_path_factory, name, lambda folder: build_flagship(folder, changes))

    return vary


@pytest.fixture(scope="session")
def lms() -> Iterator[LmsServer]:
    server = LmsServer()
    yield server
    server.close()


@pytest.fixture
def keeping(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser with the back-forward cache, which Playwright's own flags switch off."""
    browser = chromium.launch(playwright, without=("--disable-back-forward-cache",))
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A learner's own browser, empty at the start of a test."""
    context = browser.new_context(accept_downloads=True, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[BrowserContext]:
    """The same learner's browser on another device."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


class Classroom:
    """Opens attempts at packages for learners."""

    def __init__(self, lms: LmsServer, context: BrowserContext) -> None:
        self.lms = lms
        self.context = context
        self.attempts: list[Attempt] = []

    def enrol(self, standard: str, dist: Path, **settings: Any) -> Attempt:
        """A new attempt at the package of that standard in a folder of built packages."""
        name = f"{dist.parent.name}-{standard}"
        self.lms.add_package(name, dist / standard)
        attempt = self.lms.enrol(standard, name, **settings)
        self.attempts.append(attempt)
        return attempt

    def examine(self) -> None:
        """Fails the test for any call that broke the standard, those made while a page went away among them."""
        assert [violation for attempt in self.attempts for violation in attempt.violations] == []

    def sit(self, attempt: Attempt, context: BrowserContext | None = None, ready: bool = True) -> Learner:
        """Launches the attempt in the learner's browser; where it asks something first, it is not `ready` yet."""
        sitting = Sitting(context or self.context, self.lms.url(attempt), ready=ready)
        return Learner(sitting, course_data(self.lms.packages[attempt.package]))

    def open_page(self, dist: Path, format: str = "html", ready: bool = True, fragment: str = "") -> Learner:
        """Opens a package's start file with nothing round it."""
        name = f"{dist.parent.name}-{format}"
        self.lms.add_package(name, dist / format)
        sitting = Sitting(self.context, self.lms.page_url(name) + fragment, framed=False, ready=ready)
        return Learner(sitting, course_data(dist / format))


@pytest.fixture
def classroom(lms: LmsServer, context: BrowserContext) -> Iterator[Classroom]:
    classroom = Classroom(lms, context)
    yield classroom
    classroom.examine()


@pytest.fixture(params=FORMATS)
def standard(request: pytest.FixtureRequest) -> str:
    """Each of the two SCORM standards."""
    return str(request.param)
