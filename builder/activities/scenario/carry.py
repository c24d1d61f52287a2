"""The thread between scenarios: `carry: {note-quality: irate-candidate}` lets a play begin with what another scenario's
best play left of that variable.

Only heads are needed to follow it, so that scenarios can be understood one after the other, in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.activities.scenario.head import SceneHead, read_settings
from builder.activities.scenario.scenario import Carried
from builder.course.condition import Type
from builder.course.kind import Outline, Report
from builder.course.table import Variable
from builder.source.diagnostic import Diagnostic
from builder.source.suggest import did_you_mean
from builder.source.syntax import Head


def read_carry(id: str, head: SceneHead, source: Head, outline: Outline, report: Report) -> tuple[Carried, ...] | None:
    """What `carry:` in the head of the scenario `id` brings, in its order; None where some of it is at fault, here or
    in the other's head.

    CW280 a variable that this head does not declare, CW281 no such scenario, CW282 a scenario without that variable,
    CW283 one that is bounded otherwise there, CW284 scenarios that bring each other.
    """
    found = [_carried(id, name, head, source, outline, report) for name in head.carry]
    read = tuple(carried for carried in found if carried is not None)
    return read if len(read) == len(found) and not source.is_faulty("carry") else None


def _carried(id: str, name: str, head: SceneHead, source: Head, outline: Outline, report: Report) -> Carried | None:
    other = head.carry[name]
    here = _variable(head, name)
    if here is None:
        if not source.is_faulty("vars"):
            hint = did_you_mean(name, head.vars)
            message = f"This scenario has no variable '{name}'{hint}. Declare it under vars: as '{other}' does."
            report(Diagnostic("CW280", source.key("carry", name), message))
    elif other not in outline.scenes:
        if other not in outline.lost:
            message = f"There is no scenario '{other}'{did_you_mean(other, outline.scenes)}. "
            message += "A scenario's id is its file's name, without .scene.md and without the number before it."
            report(Diagnostic("CW281", source.value("carry", name), message))
    elif way := _way(other, id, outline.scenes):
        # Each of them is at fault; one names it.
        if id == min(way):
            after = f", which begins with what is left of '{way[1]}'" if way[1:] else ""
            message = f"This begins with what is left of '{other}'{after}, and so with itself: take one 'carry:' out."
            report(Diagnostic("CW284", source.value("carry", name), message))
    else:
        there = _there(name, here, other, outline.scenes[other], source, report)
        return Carried(here.index, other, there) if there is not None else None
    return None


@dataclass(frozen=True, slots=True)
class _Declared:
    """A variable of a head."""

    index: int
    variable: Variable
    type: Type

    @property
    def values(self) -> str:
        """Which values it takes, in words."""
        if self.type == "yes or no":
            return "a yes or no"
        return f"a number from {self.variable.low} to {self.variable.high}"


def _variable(head: SceneHead, name: str) -> _Declared | None:
    for index, (variable, type_, _) in enumerate(head.variables()):
        if variable.name == name:
            return _Declared(index, variable, type_)
    return None


def _way(start: str, end: str, scenes: Mapping[str, Head]) -> tuple[str, ...]:
    """The scenarios from `start` to `end`, each beginning with what the next leaves; empty where there is no way."""
    before: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id == end:
            found = [id]
            while (previous := before[found[-1]]) is not None:
                found.append(previous)
            return tuple(reversed(found))
        carry = scenes[id].values.get("carry") if id in scenes else None
        for other in carry.values() if isinstance(carry, Mapping) else ():
            if isinstance(other, str) and other not in before:
                before[other] = id
                waiting.append(other)
    return ()


def _there(name: str, here: _Declared, other: str, head: Head, source: Head, report: Report) -> int | None:
    """The variable's index in the other scenario; None after CW282 or CW283, or where that head is at fault itself."""
    settings, checked = read_settings(head, lambda fault: None)
    if checked.is_faulty("vars"):
        return None
    there = _variable(settings, name)
    if there is None:
        message = f"'{other}' has no variable '{name}'{did_you_mean(name, settings.vars)}. "
        message += "Declare it there too, with the same bounds, and let its choices change it."
        report(Diagnostic("CW282", source.key("carry", name), message))
        return None
    if here.values != there.values:
        message = f"'{name}' is {here.values} here and {there.values} in '{other}': give both the same bounds."
        report(Diagnostic("CW283", source.key("carry", name), message))
        return None
    return there.index
