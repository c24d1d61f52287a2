"""What a learner's browser has to fetch before the course is at work: in the flagship course, and where a course uses
every kind of activity there is."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from builder import resources
from builder.activities import find_kinds
from builder.build import check_course, site_of
from builder.packages.package import find_packages
from tests.courses.gallery import make

MOST_SCRIPTS = {"flagship": 20_000, "gallery": 26_000}
# What sending statements may add to that.
MOST_SENDING = 6_000
MOST_STYLES = {"flagship": 8_000, "gallery": 10_000}
# What is fetched of one kind when it is needed: the debriefs of scenarios are the most.
MOST_LATER = 5_500

Sites = Mapping[str, Mapping[str, bytes]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The source of each course that is weighed."""
    return {
        "flagship": Path(__file__).parents[2] / "course_src",
        "gallery": make.write(tmp_path_factory.mktemp("gallery")),
    }


@pytest.fixture(scope="module")
def sites(folders: Mapping[str, Path]) -> Mapping[str, Sites]:
    """The files of each course's site, by format."""
    return {name: sites_of(folder) for name, folder in folders.items()}


def sites_of(folder: Path) -> Sites:
    checked = check_course(folder)
    course = checked.course
    assert course is not None, checked.diagnostics
    packages = find_packages().values()
    return {package.name: site_of(checked, course, package.target(course)).files for package in packages}


def weights(files: Mapping[str, bytes], name: str) -> list[int]:
    """Each script of that name, as a web server sends it; the course's own data does not count."""
    found = [data for path, data in files.items() if path.startswith(f"assets/{name}.") and path.endswith(".js")]
    assert found
    return [len(gzip.compress(data, 9, mtime=0)) for data in found]


def kinds_in(files: Mapping[str, bytes]) -> set[str]:
    """The kinds of activity whose scripts are in the player's."""
    (script,) = [data for path, data in files.items() if "/player." in path]
    return {name for name, kind in find_kinds().items() if resources.kind_script(name, kind.folder).strip() in script}


@pytest.mark.parametrize("format", ["scorm12", "scorm2004", "html", "xapi", "cmi5"])
@pytest.mark.parametrize("course", MOST_SCRIPTS)
def test_what_a_page_of_a_package_needs_at_once_stays_within_what_is_allowed(
    sites: Mapping[str, Sites], course: str, format: str
) -> None:
    files = sites[course][format]
    (weight,) = weights(files, "player")
    sends = b'"xapi":' in next(data for path, data in files.items() if path.startswith("assets/course."))
    assert weight <= MOST_SCRIPTS[course] + sends * MOST_SENDING


@pytest.mark.parametrize("course", MOST_SCRIPTS)
def test_what_comes_later_stays_within_what_is_allowed(sites: Mapping[str, Sites], course: str) -> None:
    assert max(weights(sites[course]["scorm12"], "later")) <= MOST_LATER


@pytest.mark.parametrize("course", MOST_STYLES)
def test_the_styles_stay_within_what_is_allowed(sites: Mapping[str, Sites], course: str) -> None:
    page = sites[course]["scorm12"]["index.html"].decode()
    found = re.search(r'rel="stylesheet" href="data:text/css;charset=utf-8,([^"]*)"', page)
    assert found
    assert len(gzip.compress(unquote(found[1]).encode(), 9, mtime=0)) <= MOST_STYLES[course]


def test_a_course_s_script_holds_the_kinds_that_it_uses_and_no_other(
    sites: Mapping[str, Sites], folders: Mapping[str, Path]
) -> None:
    every = set(find_kinds())
    assert kinds_in(sites["gallery"]["scorm12"]) == every
    source = "\n".join(path.read_text("utf-8") for path in folders["flagship"].rglob("content/**/*.md"))
    used = {kind for kind in every if re.search(rf"^:::+ {kind}\b", source, re.MULTILINE)} | {"scenario"}
    assert used < every
    for format in ("scorm12", "scorm2004", "html"):
        assert kinds_in(sites["flagship"][format]) == used
