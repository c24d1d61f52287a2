"""Whether what stands in a node is met in the order in which it was written: lines and diverts, then choices."""

from __future__ import annotations

from builder.course.kind import Report
from builder.source.diagnostic import Diagnostic
from builder.source.syntax import ChoiceSyntax, Detail, Divert, NodeSyntax


def check_order(node: NodeSyntax, report: Report) -> None:
    """CW290 for a divert that always leads on above something, CW291 for a line or divert behind the choices.

    Only the first is named: what follows it is moved or taken out with it.
    """
    parts = [part for part in node.body if not isinstance(part, Detail)]
    offered = False
    for at, part in enumerate(parts):
        always = isinstance(part, Divert) and part.condition is None
        if isinstance(part, ChoiceSyntax):
            offered = True
        elif offered:
            report(Diagnostic("CW291", part.span, _behind(isinstance(part, Divert), always)))
            return
        elif always and at + 1 < len(parts):
            message = (
                "This divert always leads on, so that nobody meets what stands below it, from line "
                f"{parts[at + 1].span.line} on: give it a condition behind `if`, or take one of the two out."
            )
            report(Diagnostic("CW290", part.span, message))
            return


def _behind(divert: bool, always: bool) -> str:
    if always:
        return (
            "This divert stands below choices and leads on before any of them is offered: give it a condition behind "
            "`if` and put it above the first choice, or take it out."
        )
    if divert:
        return "This divert stands below choices, and is looked at before them: put it above the first choice."
    return (
        "This line stands below choices, and is heard before them: put it above the first choice, or into the node "
        "that a choice leads to."
    )
