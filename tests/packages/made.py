"""A course and a site as packages get them: settings with everything that reaches a manifest, and a few files."""

from __future__ import annotations

from typing import Any

from builder.course.model import Course
from builder.course.numbers import Numbers
from builder.site.target import Site
from builder.source.settings import CourseSettings
from builder.source.span import Span
from builder.source.syntax import Head

SITE = Site(
    {
        "index.html": b"<!doctype html>",
        "assets/style.0123abcd.css": b":root{}",
        "assets/Straße & Brücke.svg": b"<svg/>",
    }
)


def course(**changes: Any) -> Course:
    """A course with these top-level keys of course.yaml changed."""
    settings = {
        "id": "tea-making",
        "title": "Tea & biscuits: “how to”",
        "description": "Makes tea <properly>.",
        "language": "en-GB",
        "version": "1.2.0",
        "iri": "https://example.org/courses/tea-making",
        "keywords": ("tea", "R&B"),
        "scoring": {"pass": 80},
        **changes,
    }
    return Course(
        settings=CourseSettings.model_validate(settings),
        modules=(),
        numbers=Numbers({}, {}),
        assets={},
        head=Head(Span("course.yaml")),
        excuses=(),
    )


LMS_DECIDES = {"scorm12": {"lms-decides": True}, "scorm2004": {"lms-decides": True}}
