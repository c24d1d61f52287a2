"""cmi5: a zip with cmi5.xml at its root (cmi5 specification, sections 13 and 14). The whole course is one assignable
unit (AU), or each of its modules is, as course.yaml says.

All ids are made of the course's `iri`, of the ids of modules and of those of outcomes, and so never change.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from builder.course.model import Course
from builder.course.units import by_module, can_be_passed, is_by_module, shown_outcomes
from builder.packages.manifest import InvalidManifest, add, address, plain, together, written
from builder.site.target import Site, Statements, Target, talks_to
from builder.source.outputs import Cmi5 as Output
from builder.source.outputs import MoveOn
from builder.statements.names import Names
from builder.statements.profile import profile_file
from builder.statements.verbs import COURSE

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
STRUCTURE = "cmi5.xml"
SCHEMA = Path(__file__).with_name("cmi5.rng")


@dataclass(frozen=True, slots=True)
class Unit:
    """An assignable unit: `course` is what it holds, `start` the path of its page in the zip."""

    id: str
    title: str
    description: str
    course: Course
    start: str
    move_on: MoveOn


class Cmi5:
    """`cmi5`."""

    name = "cmi5"

    def target(self, course: Course) -> Target:
        """No limit on the state; texts are kept with it unless course.yaml wants them on the device."""
        return Target(
            name=self.name,
            tracker="cmi5",
            capacity=None,
            keeps_texts=course.settings.free_text.resume == "lms",
            connect_src=talks_to(_output(course).endpoints),
            statements=Statements(),
            by_module=is_by_module(course.settings),
        )

    def output(self, course_id: str) -> str:
        """A zip."""
        return f"{course_id}-cmi5.zip"

    def files(self, site: Site, course: Course) -> Mapping[str, bytes]:
        """The site, or the sites of the modules, the course structure and the profile of the statements that are sent.

        Raises InvalidManifest.
        """
        root = structure(site, course)
        validate(root)
        return together(site.files, {STRUCTURE: written(root)}, profile_file(course))


def structure(site: Site, course: Course) -> etree._Element:
    """cmi5.xml: the course, its outcomes as objectives, and its AUs; those of modules stand in one block."""
    settings = course.settings
    root = etree.Element(f"{{{NAMESPACE}}}courseStructure", nsmap={None: NAMESPACE})
    whole = add(root, NAMESPACE, "course", id=settings.iri)
    description = settings.description or settings.title
    _describe(whole, settings.title, description, settings.language)
    if settings.outcomes:
        objectives = add(root, NAMESPACE, "objectives")
        for outcome in settings.outcomes:
            objective = add(objectives, NAMESPACE, "objective", id=Names(settings.iri).objective(outcome.id))
            _describe(objective, outcome.text, outcome.text, settings.language)
    units = _units(site, course)
    parent = root
    if is_by_module(settings):
        parent = add(root, NAMESPACE, "block", id=Names(settings.iri).modules)
        _describe(parent, settings.title, description, settings.language)
    for unit in units:
        _add_unit(parent, unit)
    return root


def validate(root: etree._Element) -> None:
    """Holds the course structure against our schema, and its ids against each other. Raises InvalidManifest."""
    schema = _schema()
    if not schema.validate(etree.fromstring(etree.tostring(root))):
        raise InvalidManifest("; ".join(f"line {error.line}: {error.message}" for error in schema.error_log))
    ids = Counter(str(element.get("id")) for element in root.iter() if element.get("id") is not None)
    double = sorted(id for id, count in ids.items() if count > 1)
    if double:
        raise InvalidManifest(f"more than one thing has the id {', '.join(double)}")


def move_on(course: Course, wanted: MoveOn | None) -> MoveOn:
    """What the LMS waits for (cmi5, 13.1.4): a pass is waited for only where there can be one."""
    can_pass = can_be_passed(course.settings)
    if wanted is None:
        return "CompletedAndPassed" if can_pass else "Completed"
    return wanted if can_pass or wanted == "NotApplicable" else "Completed"


def _output(course: Course) -> Output:
    return course.settings.outputs.cmi5 or Output()


def _units(site: Site, course: Course) -> Iterable[Unit]:
    settings, wanted = course.settings, _output(course).move_on
    if not is_by_module(settings):
        description = settings.description or settings.title
        own = Names(settings.iri).unit
        yield Unit(own, settings.title, description, course, site.start, move_on(course, wanted))
        return
    for unit in by_module(course):
        module = unit.module
        yield Unit(
            Names(settings.iri).module(module.id),
            module.title,
            "; ".join(page.title for page in module.pages),
            unit.course,
            site.starts[module.id],
            move_on(unit.course, wanted) if unit.is_asked_for else "NotApplicable",
        )


def _add_unit(parent: etree._Element, unit: Unit) -> None:
    settings = unit.course.settings
    element = add(parent, NAMESPACE, "au", id=unit.id, launchMethod="AnyWindow", moveOn=unit.move_on)
    if can_be_passed(settings) and settings.scoring.pass_mark is not None:
        element.set("masteryScore", f"{settings.scoring.pass_mark / 100:g}")
    element.set("activityType", COURSE)
    _describe(element, unit.title, unit.description, settings.language)
    if shown := shown_outcomes(unit.course):
        objectives = add(element, NAMESPACE, "objectives")
        for id in shown:
            add(objectives, NAMESPACE, "objective", idref=Names(settings.iri).objective(id))
    add(element, NAMESPACE, "url", address(unit.start))


def _describe(parent: etree._Element, title: str, description: str, language: str) -> None:
    for name, text in (("title", title), ("description", description)):
        add(add(parent, NAMESPACE, name), NAMESPACE, "langstring", plain(text), lang=language)


@functools.cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA))


PACKAGE = Cmi5()
