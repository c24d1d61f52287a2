"""Scene files through the real front end and the kind, in a course that declares the techniques of the examples."""

from __future__ import annotations

from builder.activities.scenario.model import KIND
from builder.activities.scenario.scenario import Scenario
from builder.course.kind import Part, Setting
from builder.course.numbering import number_things
from builder.course.numbers import Numbers
from builder.source.diagnostic import Diagnostic
from builder.source.scene import read_scene
from builder.source.settings import CourseSettings

TECHNIQUES = (
    "active-listening",
    "empathy",
    "questioning",
    "honesty",
    "boundary-setting",
    "apology",
    "escalation",
    "negotiation",
)


def settings() -> CourseSettings:
    """The settings of a course with techniques and one marking point."""
    return CourseSettings.model_validate(
        {
            "id": "small",
            "title": "A small course",
            "language": "en-GB",
            "version": "1.0.0",
            "iri": "https://example.org/courses/small",
            "techniques": {id: {"label": id.replace("-", " ").capitalize()} for id in TECHNIQUES},
            "marking-points": {"MP1": {"text": "Listens and shows empathy"}},
        }
    )


def read(text: str, id: str = "irate-candidate") -> tuple[Scenario | None, list[Diagnostic]]:
    """The scenario of a scene file's text, and everything that was found, in order."""
    syntax, found = read_scene(f"content/{id}.scene.md", text, id)
    diagnostics = list(found)
    activity = KIND.compile(syntax, Setting(settings(), diagnostics.append, lambda block: None))
    return activity, sorted(diagnostics, key=lambda diagnostic: diagnostic.order)


def compiled(text: str, id: str = "irate-candidate") -> Scenario:
    """The scenario of a text without faults."""
    scenario, found = read(text, id)
    assert not found, found
    assert scenario is not None
    return scenario


def numbers(scenario: Scenario) -> Numbers:
    """The numbers that a fresh ids.lock would give."""
    return number_things((), [Part(scenario.id, scenario.kind, scenario.parts(), scenario.derived_id)]).numbers
