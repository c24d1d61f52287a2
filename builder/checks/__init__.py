"""Rules over a whole course, one file each, found by being there: a module of this folder with a `CHECK`.

A rule that only one kind of activity can break lies in that kind's folder, and comes with the kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from builder.course.check import Capacities, Check, checks_in
from builder.course.codes import all_codes, groups
from builder.course.model import Course
from builder.course.policy import OFF, judge, wanted
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.suggest import did_you_mean


def run_checks(course: Course, capacities: Capacities) -> tuple[Diagnostic, ...]:
    """What the checks find, as the author's `checks:` and excuses want it, in order.

    `capacities` has each format that is built: the characters of state that it keeps, and whether texts of forms are
    among them.
    """
    checks = (*find_checks(), *(check for kind in course.kinds.values() for check in kind.checks))
    codes = all_codes(course.kinds.values())
    found = [
        Diagnostic(check.code, finding.span, finding.message, check.severity, finding.notes)
        for check in checks
        for finding in check.find(course, capacities)
    ]
    rules = {**groups(codes), **{check.code: check.group for check in checks}}
    fixed = {code.code for code in codes} - rules.keys()
    found.extend(_settings_faults(course, rules, fixed))
    found.extend(_excuse_faults(course, rules, fixed))
    found.extend(_idle_excuses(course, rules, found))
    return judge(found, rules, course.settings.checks, course.excuses)


def find_checks() -> tuple[Check, ...]:
    """Every check of this folder, by code; kinds of activity bring their own (`Kind.checks`)."""
    return checks_in(__name__, __path__)


def _settings_faults(course: Course, groups: dict[str, str], fixed: Collection[str]) -> Iterator[Diagnostic]:
    """CW452 for a word of `checks:` that is neither a check that can be changed nor a group."""
    known = sorted({*groups, *groups.values()})
    for name in course.settings.checks:
        if name in fixed:
            message = f"{name} can't be switched off or lowered: it is a fault of the source. Mend what it names."
            yield Diagnostic("CW452", course.head.key("checks", name), message)
        elif name not in known:
            hint = did_you_mean(name, known) or f"; groups are {', '.join(sorted(set(groups.values())))}"
            message = f"There is no check or group of checks '{name}'{hint}."
            yield Diagnostic("CW452", course.head.key("checks", name), message)


def _excuse_faults(course: Course, groups: dict[str, str], fixed: Collection[str]) -> Iterator[Diagnostic]:
    """CW453 for an excuse that names no check that can be excused, or gives no reason."""
    for excuse in course.excuses:
        code = excuse.code
        if code.value in fixed:
            message = f"{code.value} can't be excused: it is a fault of the source. Mend what it names."
            yield Diagnostic("CW453", code.span, message)
        elif code.value not in groups:
            hint = did_you_mean(code.value, groups)
            message = f"An excuse begins with the code of a check, and '{code.value}' is none{hint}."
            yield Diagnostic("CW453", code.span, message)
        elif not excuse.reason:
            message = f"Say after {code.value} why it does not apply here."
            yield Diagnostic("CW453", code.span, message)


def _idle_excuses(course: Course, groups: dict[str, str], found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """CW454 for an excuse of what is not found. In a course with errors, or of a check that is off, nobody can tell."""
    for excuse in (one for one in course.excuses if one.reason and course.whole):
        group = groups.get(excuse.code.value)
        if group is None or wanted(excuse.code.value, group, course.settings.checks) == OFF:
            continue
        if not any(excuse.covers(finding) for finding in found):
            message = f"There is nothing here that {excuse.code.value} would find: take this excuse out."
            yield Diagnostic("CW454", excuse.code.span, message, Severity.WARNING)
