"""A scene file's syntax to a Scenario: names resolved, the table made, the graph checked, every state explored.

All faults of a file are reported at once; exploring waits until the arrows are sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.activities.scenario import details
from builder.activities.scenario.carry import read_carry
from builder.activities.scenario.graph import graph_faults
from builder.activities.scenario.head import SceneHead, check_demand, check_points, check_shared, listed, read_settings
from builder.activities.scenario.node import Context, compile_node
from builder.activities.scenario.proofs import prove
from builder.activities.scenario.scenario import Scenario
from builder.course.condition import Scope
from builder.course.kind import Report, Setting
from builder.course.table import Table
from builder.source.diagnostic import Diagnostic
from builder.source.syntax import ChoiceSyntax, Divert, Head, NodeSyntax, SceneSyntax, Word


def compile_scene(scene: SceneSyntax, setting: Setting) -> Scenario | None:
    """The scenario; None where anything in the file is at fault, here or in its syntax."""
    faults = _Faults(setting.report)
    course = setting.course
    head, source = read_settings(scene.head, faults)
    carried = read_carry(scene.id, head, source, setting.outline, faults)
    for shared in scene.included:
        check_shared(shared.head, faults)
    nodes = tuple(_unique(scene.all_nodes, faults))
    context = _context(scene, nodes, head, source, setting, faults)
    drafts = [compile_node(node, context) for node in nodes]
    start = None
    if not source.is_faulty("start"):
        start = context.find(Word(head.start, source.value("start")), "CW202", "The play starts at")
    for diagnostic in graph_faults([draft.place for draft in drafts], start):
        faults(diagnostic)
    if not course.is_faulty("marking-points"):
        check_points(head, source, course.marking_points, faults)
    if not course.is_faulty("techniques"):
        check_demand(head, source, course.techniques, faults)
    if faults.found or start is None or carried is None or scene.faulty or any(draft.place.lost for draft in drafts):
        return None
    table = Table(
        nodes=tuple(draft.row for draft in drafts),
        variables=context.variables,
        techniques=context.techniques,
        start=start,
        caps=head.most_hundredths(),
        carried=tuple(each.variable for each in carried),
    )
    proof = prove(scene, table, tuple(draft.node for draft in drafts), faults, head.states)
    if proof is None:
        return None
    return Scenario(
        id=Word(scene.id, scene.span),
        derived_id=False,
        span=scene.span,
        channel=head.channel,
        cast=tuple(context.cast.values()),
        meters=tuple(meter for _, _, meter in head.variables()),
        variables=tuple(source.key("vars", variable.name) for variable in context.variables),
        techniques=tuple(course.techniques[id].label for id in context.techniques),
        demanded=head.techniques.min,
        nodes=tuple(draft.node for draft in drafts),
        table=table,
        proof=proof,
        immediate=head.feedback == "immediate",
        shuffle=head.shuffle,
        assesses=listed("assesses", head.assesses, source),
        facts=tuple((fact, Word(point, source.value("facts", fact))) for fact, point in head.facts.items()),
        prompts=head.prompts,
        carried=carried,
    )


@dataclass(slots=True)
class _Faults:
    """Passes diagnostics on and remembers that there was one."""

    report: Report
    found: bool = False

    def __call__(self, diagnostic: Diagnostic) -> None:
        self.found = True
        self.report(diagnostic)


def _unique(nodes: Sequence[NodeSyntax], report: Report) -> Iterator[NodeSyntax]:
    first: dict[str, NodeSyntax] = {}
    for node in nodes:
        before = first.setdefault(node.id.value, node)
        if before is node:
            yield node
        else:
            place = before.id.span
            where = f"Line {place.line}" if place.file == node.id.span.file else f"{place.file}:{place.line}"
            report(Diagnostic("CW203", node.id.span, f"{where} has a node '{node.id.value}' too: rename one."))


def _context(
    scene: SceneSyntax, nodes: tuple[NodeSyntax, ...], head: SceneHead, source: Head, setting: Setting, report: Report
) -> Context:
    course, variables = setting.course, head.variables()
    used = set(_words_used(nodes))
    # Those that the scenario uses come first, so that the table may end with them.
    declared = sorted(course.techniques, key=lambda id: id not in used)
    lost = {
        "variables": source.is_faulty("vars"),
        "techniques": course.is_faulty("techniques"),
        "nodes": scene.faulty,
    }
    return Context(
        scope=Scope(
            variables={variable.name: (index, type_) for index, (variable, type_, _) in enumerate(variables)},
            nodes={node.id.value: index for index, node in enumerate(nodes)},
            techniques={id: index for index, id in enumerate(declared)},
            lost=frozenset(what for what in ("variables", "nodes", "techniques") if lost[what]),
        ),
        variables=tuple(variable for variable, _, _ in variables),
        techniques=tuple(id for id in declared if id in used),
        cast=head.speakers(),
        facts=None if source.is_faulty("facts") else frozenset(head.facts),
        report=report,
        elsewhere=setting.outline.nodes,
        file=scene.span.file,
    )


def _words_used(nodes: Sequence[NodeSyntax]) -> Iterator[str]:
    """Every word of `shows:`, of `weak:` and of the conditions, techniques among them."""
    for node in nodes:
        for part in node.body:
            if isinstance(part, ChoiceSyntax):
                for key in ("shows", "weak"):
                    yield from (word.value for word in details.values(part.details, key))
            if isinstance(part, ChoiceSyntax | Divert) and part.condition:
                yield from re.findall(r"[\w-]+", part.condition.value)
