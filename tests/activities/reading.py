"""Compiles blocks from text for the tests of kinds, as a page of a course would."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from builder.activities import find_kinds
from builder.course.blocks import grammars
from builder.course.kind import Activity, Bank, Kinds, Outline, Part, Setting
from builder.course.numbering import number_things
from builder.course.numbers import Numbers
from builder.source.diagnostic import Diagnostic
from builder.source.page import read_page
from builder.source.settings import CourseSettings
from builder.source.syntax import Block, Text

KINDS = find_kinds()
SETTINGS = CourseSettings.model_validate(
    {
        "id": "sample",
        "title": "A sample",
        "language": "en-GB",
        "version": "1.0.0",
        "iri": "https://example.org/courses/sample",
        "topics": {"SY2": {"text": "Stay professional"}},
        "misconceptions": {"MC1": "Reacting is responding", "MC2": "Notes can wait", "MC3": "Challenging means angry"},
        "marking-points": {"MP1": {"text": "Listens"}},
        "variables": {"org": {"name": "Acme"}},
    }
)

EARLIER = Outline({"start": ("first-steps",), "now": ("page",)}, {"first-steps": 3})
"""What comes before the page: `first-steps`, with three practice questions."""


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a text: its activities that were understood, and every finding, in order."""

    activities: tuple[Activity, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings."""
        return [finding.code for finding in self.findings]

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """Code, line and column of each finding."""
        return [(finding.code, finding.span.line, finding.span.column) for finding in self.findings]

    @property
    def numbers(self) -> Numbers:
        """Numbers as the first ids.lock of such a course would have them."""
        return numbers_of(*self.activities)


def read(text: str, settings: CourseSettings = SETTINGS, kinds: Kinds = KINDS, outline: Outline = EARLIER) -> Read:
    """Reads the blocks of a page; its first line is line 1."""
    page, faults = read_page("page.md", dedent(text).lstrip("\n"), grammars(kinds), "page")
    findings: list[Diagnostic] = []

    def compile_block(block: Block) -> Activity | None:
        setting = Setting(settings, findings.append, compile_block, "page", banks, outline)
        return kinds[block.kind.value].compile(block, setting)

    banks: dict[str, Bank] = {}
    for file in (file for kind in kinds.values() for file in kind.folder.glob("banks/*.md")):
        bank, wrong = read_page(f"banks/{file.name}", file.read_text("utf-8"), grammars(kinds), file.stem)
        found = tuple(compile_block(part) for part in bank.body if isinstance(part, Block))
        assert not wrong and not findings, (file, wrong, findings)
        banks[bank.id] = Bank(bank.id, bank.span, tuple(each for each in found if each is not None))
    findings.extend(faults)
    activities = [compile_block(part) for part in page.body if isinstance(part, Block)]
    return Read(
        tuple(activity for activity in activities if activity is not None),
        tuple(sorted(findings, key=lambda finding: finding.order)),
    )


def numbers_of(*activities: Activity) -> Numbers:
    """Numbers for these activities and what is inside them."""
    everything = [one for activity in activities for one in (activity, *activity.inner)]
    things = [Part(one.id, one.kind, one.parts(), one.derived_id) for one in everything]
    return number_things((), things).numbers


def html(text: Text) -> str:
    """Stands in for the site's Markdown."""
    return f"<p>{text.value}</p>"
