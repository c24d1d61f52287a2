"""What the tests of statements share: the gallery, which has every kind there is, and the player's own writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from builder.build import check_course
from builder.course.activity_data import activity_data
from builder.course.kind import Json
from builder.course.model import Course
from builder.statements.profile import profile
from tests.courses.gallery import make
from tests.statements import document
from tests.statements.placed import placed
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
def sent(gallery: Course) -> dict[str, Any]:
    return document.sent(gallery)


@pytest.fixture(scope="session")
def published(gallery: Course) -> dict[str, Any]:
    return dict(profile(gallery))


@pytest.fixture(scope="session")
def scribe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scribe]:
    with opened(tmp_path_factory.mktemp("scribe")) as scribe:
        yield scribe
