"""What the conditions of a scenario came to, wherever a play looked at them."""

from __future__ import annotations

from builder.activities.scenario.scenario import Scenario
from builder.course.table_rules import Rules


def choices_seen(scenario: Scenario) -> dict[tuple[int, int], set[bool]]:
    """By node and choice with a condition: the truths that it had in states that stand there."""
    rules, space = Rules(scenario.table), scenario.proof.untimed
    guarded = {node: row for node, row in enumerate(scenario.table.nodes) if any(c.guard for c in row.choices)}
    seen: dict[tuple[int, int], set[bool]] = {}
    for i in range(len(space)):
        row = guarded.get(space.node(i))
        if row:
            state = space.state(i)
            for index, choice in enumerate(row.choices):
                if choice.guard:
                    seen.setdefault((state.node, index), set()).add(bool(rules.holds(choice.guard, state)))
    return seen
