"""A course as values: what the author's source means once it has been understood.

Made by builder/course/compile.py from the syntax; read by the checks, the site and the packages. Prose stays Markdown
here (`Text`): HTML is the site's business. Numbers of trackable things are not in these values but in `Course.numbers`,
because they come from ids.lock and not from the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.course.excuse import Excuse
from builder.course.kind import Activity, Bank, Kinds
from builder.course.numbers import Numbers
from builder.source.settings import CourseSettings
from builder.source.span import Span
from builder.source.syntax import Head, Text, Word


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of a page's Markdown."""

    text: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """`::: note`: an aside."""

    id: Word | None
    text: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Tip:
    """`::: tip {ref=ET1}`: advice, tied to a topic of course.yaml where `ref` says so."""

    id: Word | None
    ref: Word | None
    text: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Misconception:
    """`::: misconception {ref=MC1}`: a refutation, in the order that works: the claim, why it tempts, what instead."""

    id: Word
    ref: Word
    claim: Text
    why: Text
    instead: Text
    span: Span


Element = Prose | Note | Tip | Misconception | Activity


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the learner meets it. A scenario's page holds just the scenario and shares its id and number."""

    id: str
    title: str
    covers: tuple[Word, ...]
    elements: tuple[Element, ...]
    span: Span
    covers_lost: bool = False
    """Whether some of `covers` could not be read."""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The things on this page that the learner does, in order."""
        # Looking whether something meets a protocol is slow; what is only said is four classes.
        return tuple(one for one in self.elements if not isinstance(one, Prose | Note | Tip | Misconception))

    @property
    def all_activities(self) -> tuple[Activity, ...]:
        """The same with what is inside them: a quiz's questions come after the quiz."""
        return tuple(found for activity in self.activities for found in (activity, *activity.inner))

    @property
    def written(self) -> tuple[Activity, ...]:
        """Those of `all_activities` that are written in the page's own file, and in no bank."""
        return tuple(activity for activity in self.all_activities if activity.span.file == self.span.file)


def as_page(bank: Bank) -> Page:
    """A bank as a page, for its texts; its id is none that a page can have."""
    return Page(f"_{bank.id}", bank.id, (), bank.questions, bank.span)


@dataclass(frozen=True, slots=True)
class Module:
    """A folder of content. `pages` begins with its index.md where there is one."""

    id: str
    title: str
    pages: tuple[Page, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """That a course is one module of a larger one (builder/course/units.py): the module's id, the larger one's title,
    and what is `elsewhere`, which no link can lead to: files of pages, and ids of pages and of what stands on them.
    """

    module: str
    whole_title: str
    elsewhere: frozenset[str]


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course, or an excerpt of one. `assets` are the files that its pages show, by path in the course folder.

    `head` has the places of the settings in course.yaml; `excuses` are what the author excused in place; what a bank
    holds is an activity of the quiz that may draw it. `kinds` are all that it was read with; `whole` is False after an
    error, so that what looks unused may only seem so.
    """

    settings: CourseSettings
    modules: tuple[Module, ...]
    numbers: Numbers
    assets: Mapping[str, bytes]
    head: Head = Head(Span("course.yaml"))  # noqa: RUF009
    excuses: tuple[Excuse, ...] = ()
    banks: tuple[Bank, ...] = ()
    kinds: Kinds = field(default_factory=dict)
    whole: bool = True
    excerpt: Excerpt | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in reading order."""
        return tuple(page for module in self.modules for page in module.pages)

    @property
    def documents(self) -> tuple[Page, ...]:
        """Every page and every bank, for what looks at all texts by the file that they are in."""
        return (*self.pages, *map(as_page, self.banks))

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Every activity of every page, in reading order; what a quiz holds or may draw comes after the quiz."""
        return tuple(activity for page in self.pages for activity in page.all_activities)

    def activity(self, id: str) -> Activity | None:
        """The activity of that id."""
        return next((activity for activity in self.activities if activity.id.value == id), None)
