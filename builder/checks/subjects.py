"""What the checks of questions look at: each activity once, in the file that it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.choices import Answering, Choosing
from builder.course.kind import Activity
from builder.course.model import Course
from builder.course.question import Question
from builder.source.syntax import Text


def activities(course: Course) -> Iterator[Activity]:
    """Every activity of the pages and of the banks, whether a quiz draws it or not."""
    for document in course.documents:
        yield from document.written


def keyed(course: Course) -> Iterator[Choosing]:
    """Every activity with choices of which some are right and some are wrong."""
    for activity in activities(course):
        if isinstance(activity, Choosing) and {True, False} <= {choice.right for choice in activity.choices}:
            yield activity


def said(activity: Activity) -> tuple[Text, ...]:
    """What is said to answers, and of a question what is said after any answer."""
    explain = activity.about.explain if isinstance(activity, Question) else None
    feedbacks = activity.feedbacks if isinstance(activity, Answering) else ()
    return (*feedbacks, *([explain] if explain is not None else []))


def is_english(course: Course) -> bool:
    """Whether the rules that go by English words apply."""
    return course.settings.language.lower().split("-")[0] == "en"
