"""What each format keeps of a learner's work."""

from __future__ import annotations

import pytest

from builder.packages.package import find_packages
from tests.packages.made import course


@pytest.mark.parametrize(
    ("format", "capacity", "with_lms", "with_device"),
    [
        ("scorm12", 4096, False, False),
        ("scorm2004", 64000, True, False),
        ("html", None, True, True),
        ("cmi5", None, True, False),
    ],
)
def test_texts_are_kept_with_the_state_where_the_format_has_room_and_the_author_does_not_object(
    format: str, capacity: int | None, with_lms: bool, with_device: bool
) -> None:
    package = find_packages()[format]
    for resume, kept in (("lms", with_lms), ("device", with_device)):
        target = package.target(course(**{"free-text": {"resume": resume}}))
        assert (target.capacity, target.keeps_texts) == (capacity, kept)
