"""What a learner's browser has to fetch before the course is at work, measured on the flagship course."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from builder.build import check_course, site_of
from builder.packages.package import find_packages

MOST_SCRIPTS = 20_000
MOST_STYLES = 8_000

FLAGSHIP = Path(__file__).parents[2] / "course_src"


@pytest.fixture(scope="module")
def sites() -> Mapping[str, Mapping[str, bytes]]:
    """The files of the flagship course's site, by format."""
    checked = check_course(FLAGSHIP)
    course = checked.course
    assert course is not None
    packages = find_packages().values()
    return {package.name: site_of(checked, course, package.target(course)).files for package in packages}


def weight(files: Mapping[str, bytes], ending: str) -> int:
    """All files of that ending, as a web server sends them; the course's own data does not count."""
    found = [data for path, data in files.items() if path.endswith(ending) and "/course." not in path]
    assert found
    return sum(len(gzip.compress(data, 9, mtime=0)) for data in found)


@pytest.mark.parametrize("format", ["scorm12", "scorm2004", "html"])
def test_all_scripts_of_a_package_stay_within_20_kilobytes(
    sites: Mapping[str, Mapping[str, bytes]], format: str
) -> None:
    assert weight(sites[format], ".js") <= MOST_SCRIPTS


def test_the_styles_stay_within_8_kilobytes(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    page = sites["scorm12"]["index.html"].decode()
    found = re.search(r'rel="stylesheet" href="data:text/css;charset=utf-8,([^"]*)"', page)
    assert found
    assert len(gzip.compress(unquote(found[1]).encode(), 9, mtime=0)) <= MOST_STYLES
