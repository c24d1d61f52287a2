"""Holds course.yaml and the content together: what one names must be in the other, both ways."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.course.kind import Activity, Report
from builder.course.model import Misconception, Page, Tip
from builder.course.pages import UNNAMED
from builder.source.course import CourseSyntax
from builder.source.diagnostic import Diagnostic
from builder.source.settings import CourseSettings, Settings
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, PageSyntax, SceneSyntax, Word


@dataclass(frozen=True, slots=True)
class Content:
    """What the course holds: its pages' ids, its activities by id, and the ids of what was not understood."""

    pages: tuple[str, ...]
    activities: Mapping[str, Activity]
    lost: frozenset[str]

    def may_hold(self, id: str) -> bool:
        """Whether the id may be that of something that was not understood, or of a quiz that forgot to say its own."""
        return id in self.lost or UNNAMED in self.lost


def check_content(pages: Iterable[Page], settings: CourseSettings, report: Report) -> None:
    """CW401 for what a page, tip or misconception names and course.yaml lacks. Activities check their own."""
    topics = {**settings.topics, **settings.misconceptions, **settings.marking_points}
    where = "`topics:`, `misconceptions:` or `marking-points:`"
    for page in pages:
        if not any(settings.is_faulty(key) for key in ("topics", "misconceptions", "marking-points")):
            _known(page.covers, topics, where, report)
        for element in page.elements:
            if isinstance(element, Misconception) and not settings.is_faulty("misconceptions"):
                _known([element.ref], settings.misconceptions, "`misconceptions:`", report)
            elif isinstance(element, Tip) and element.ref is not None and not settings.is_faulty("topics"):
                _known([element.ref], settings.topics, "`topics:`", report)


def check_settings(settings: Settings, content: Content, report: Report) -> None:
    """CW404 to CW409 for ids in course.yaml that nothing in the content has, or the wrong thing."""
    value, head = settings.value, settings.head
    if not value.is_faulty("scoring"):
        for id in value.scoring.parts:
            _part(id, head.key("scoring", "parts", id), content, report)
    if not value.is_faulty("completion"):
        for at, id in enumerate(value.completion.required):
            _required(id, head.value("completion", "required", at), content, report)
        if value.completion.pages != "all":
            for at, id in enumerate(value.completion.pages):
                if id not in content.pages and id not in content.lost:
                    message = f"There is no page '{id}'{did_you_mean(id, content.pages)}."
                    report(Diagnostic("CW408", head.value("completion", "pages", at), message))
    if not value.is_faulty("outcomes"):
        _outcomes(settings, content, report)


def check_existence(
    syntax: CourseSyntax, met: Collection[Span] | None, unread: Collection[str], report: Report
) -> None:
    """CW420 to CW422: what course.yaml declares has its element. Silent where an element may only be unreadable.

    `met` are the places of the course's activities, for what stands in a bank may never be asked; None where some of
    them were not understood.
    """
    settings, head = syntax.settings.value, syntax.settings.head
    if unread:
        return
    named = {key: set(_named(syntax, key, met)) for key in ("mc", "assesses")}
    # What names something that is not declared may mean what nothing else names: one mistake, one finding.
    strays = {
        "mc": bool(named["mc"] - settings.misconceptions.keys()),
        "assesses": bool(named["assesses"] - settings.marking_points.keys()),
    }
    refuted = {
        word.value
        for block in _blocks(syntax.files)
        if block.kind.value == "misconception" and (word := block.attributes.values.get("ref")) is not None
    }
    for id in settings.misconceptions:
        place = head.key("misconceptions", id)
        if id not in refuted and refuted <= settings.misconceptions.keys():
            message = f"Nothing refutes the misconception '{id}': add a `::: misconception {{ref={id}}}`."
            report(Diagnostic("CW420", place, f"{message} Or take it out of course.yaml."))
        if id not in named["mc"] and not strays["mc"]:
            message = f"No question asks about the misconception '{id}': give one the attribute mc={id}."
            report(Diagnostic("CW421", place, f"{message} Or take it out of course.yaml."))
    for id in settings.marking_points:
        if id not in named["assesses"] and not strays["assesses"]:
            message = f"Nothing assesses the marking point '{id}': name it in a scenario's or form's `assesses`."
            report(Diagnostic("CW422", head.key("marking-points", id), f"{message} Or take it out of course.yaml."))


def _known(words: Iterable[Word], known: Collection[str], where: str, report: Report) -> None:
    for word in words:
        if word.value not in known:
            hint = did_you_mean(word.value, known) or f": declare it there, under {where}"
            report(Diagnostic("CW401", word.span, f"course.yaml does not declare '{word.value}'{hint}."))


def _part(id: str, place: Span, content: Content, report: Report) -> None:
    scored = [id for id, activity in content.activities.items() if activity.scored]
    activity = content.activities.get(id)
    if activity is None:
        if not content.may_hold(id):
            message = f"There is no quiz or scenario '{id}'{did_you_mean(id, scored)}."
            report(Diagnostic("CW404", place, message))
    elif not activity.scored:
        message = f"'{id}' is a {activity.kind}, which never scores. Parts are quizzes and scenarios."
        report(Diagnostic("CW405", place, message))


def _required(id: str, place: Span, content: Content, report: Report) -> None:
    activity = content.activities.get(id)
    if activity is None:
        if not content.may_hold(id):
            forms = [id for id, activity in content.activities.items() if not activity.asks]
            page = id in content.pages
            hint = ": it is a page, and `pages:` says which are required" if page else did_you_mean(id, forms)
            report(Diagnostic("CW406", place, f"There is no quiz, scenario or form '{id}'{hint}."))
    elif activity.asks:
        message = f"'{id}' is a question, which is done with its page. Require a quiz, a scenario or a form."
        report(Diagnostic("CW407", place, message))


def _outcomes(settings: Settings, content: Content, report: Report) -> None:
    value = settings.value
    if value.is_faulty("misconceptions") or value.is_faulty("marking-points"):
        return
    known = {*value.misconceptions, *value.marking_points, *content.activities}
    seen: set[str] = set()
    for at, outcome in enumerate(value.outcomes):
        if outcome.id in seen:
            place = settings.head.value("outcomes", at, "id")
            report(Diagnostic("CW410", place, f"Two outcomes have the id '{outcome.id}'. Give one another."))
        seen.add(outcome.id)
        for nth, id in enumerate(outcome.assessed_by):
            if id not in known and not content.may_hold(id):
                place = settings.head.value("outcomes", at, "assessed-by", nth)
                message = f"There is no misconception, marking point or activity '{id}'{did_you_mean(id, known)}."
                report(Diagnostic("CW409", place, message))


def _blocks(files: Iterable[PageSyntax | SceneSyntax]) -> Iterator[Block]:
    for page in files:
        if isinstance(page, PageSyntax):
            for piece in page.body:
                if isinstance(piece, Block):
                    yield from _with_inner(piece)


def _with_inner(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.blocks:
        yield from _with_inner(inner)


def _named(syntax: CourseSyntax, key: str, met: Collection[Span] | None) -> Iterator[str]:
    """What the attribute `key` names, on a block that learners meet or in a scenario's head, facts included."""
    pages = [page for module in syntax.modules for page in module.files]
    drawn = (block for block in _blocks(syntax.banks) if met is None or block.span in met)
    for block in (*_blocks(pages), *drawn):
        word = block.attributes.values.get(key)
        if word is not None:
            yield from word.value.replace(",", " ").split()
    for page in pages:
        if isinstance(page, SceneSyntax):
            value = page.head.values.get(key)
            yield from (str(item) for item in value) if isinstance(value, list | tuple) else ()
            facts = page.head.values.get("facts")
            if key == "assesses" and isinstance(facts, dict):
                yield from (str(point) for point in facts.values())
