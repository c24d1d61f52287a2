"""What the tests of statements share: the gallery, which has every kind there is, and the player's own writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from builder.build import check_course
from builder.course.activity_data import activity_data
from builder.course.kind import Activity, Json
from builder.course.model import Course
from builder.statements.data import xapi_data
from builder.statements.profile import profile
from tests.courses.gallery import make
from tests.statements.scribe import Scribe, opened


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Course:
    checked = check_course(make.write(tmp_path_factory.mktemp("gallery")))
    assert checked.course is not None, checked.diagnostics
    return checked.course


@pytest.fixture(scope="session")
def data(gallery: Course) -> Mapping[str, dict[str, Json]]:
    """What the controllers get, by the activities' ids."""
    return {id: activity_data(gallery, activity, outer, str) for id, (activity, outer) in placed(gallery).items()}


@pytest.fixture(scope="session")
def sent(gallery: Course, data: Mapping[str, dict[str, Json]]) -> dict[str, Any]:
    """The course's data as far as statements are made from it."""
    settings = gallery.settings
    return {
        "iri": settings.iri,
        "language": settings.language,
        "version": settings.version,
        "xapi": xapi_data(gallery, data.values(), "1.0.3", None),
    }


@pytest.fixture(scope="session")
def published(gallery: Course) -> dict[str, Any]:
    return dict(profile(gallery))


@pytest.fixture(scope="session")
def scribe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scribe]:
    with opened(tmp_path_factory.mktemp("scribe")) as scribe:
        yield scribe


def placed(course: Course) -> dict[str, tuple[Activity, Activity | None]]:
    """Every activity with what it stands in, by its id."""
    outer = {each.id.value: (each, None) for page in course.pages for each in page.activities}
    inner = {each.id.value: (each, one) for one, _ in outer.values() for each in one.inner}
    return {**outer, **inner}
