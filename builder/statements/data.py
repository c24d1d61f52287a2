"""What the player makes statements from: `XapiData` in player/src/course/data.ts."""

from __future__ import annotations

from collections.abc import Iterable

from builder import __version__
from builder.course.kind import Json
from builder.course.model import Course
from builder.source.outputs import XapiVersion
from builder.statements.activities import Data, activities, course_object, objectives, pages, profile_object
from builder.statements.names import Names
from builder.statements.verbs import VERBS

PLATFORM = f"Coursewright {__version__}"
"""What `context.platform` says."""

EXTENSIONS = ("node", "choice")


def xapi_data(course: Course, data: Iterable[Data], version: XapiVersion, relay: str | None) -> dict[str, Json]:
    """The values of `XapiData`. `data` is what the controllers of all activities get."""
    names = Names(course.settings.iri)
    return {
        "version": version,
        **({"relay": relay} if relay else {}),
        "platform": PLATFORM,
        "verbs": {name: {"id": iri, "display": {"en": name}} for name, iri in VERBS.items()},
        "extensions": {name: names.extension(name) for name in EXTENSIONS},
        "course": course_object(course),
        "pages": pages(course),
        "activities": activities(course, {str(each["id"]): each for each in data}),
        "objectives": objectives(course),
        "profile": profile_object(course),
    }
