"""Every edge of a scenario's state space as JSON, so that the browser's engine can be held to the prover's rules.

tests/proofs/test_vectors.py writes these and plays them again with player/src/course/engine.ts.
"""

from __future__ import annotations

from builder.course.kind import Json
from builder.course.table import Table
from builder.course.table_rules import Arrival, Rules, State, play_score
from builder.proofs.space import Space


def vectors(table: Table, space: Space) -> Json:
    """The table, how it starts, and for each state that can be: what is open, and what each choice does.

    Choices are named by their plain numbers (Table.plain_numbers). `scores` holds the score for points from nothing to
    the most at an ending.
    """
    rules = Rules(table)
    numbers = table.plain_numbers()
    data = table.json(numbers)
    most = data["most"] = max(0, *(space.most(start) for start in space.starts))
    asked: list[Json] = [*sorted(table.asked)]

    def named(state: State, indices: tuple[int, ...]) -> list[Json]:
        node = table.nodes[state.node]
        return [numbers[node.id, node.choices[index].id] for index in indices]

    states: list[Json] = []
    for i in range(len(space)):
        state = space.state(i)
        rating = rules.rating(state)
        states.append(
            {
                "state": _state(table, state),
                "open": named(state, rules.open(state)),
                "timed": named(state, rules.open(state, timed=True)),
                "after": [_arrival(table, rules.choose(state, index)) for index in rules.open(state)],
                "scores": [play_score(points, most, table.caps[rating]) for points in range(most + 1)]
                if rating
                else [],
            }
        )
    starts: list[Json] = []
    for start in space.starts:
        values = space.values(start)
        brought = [values[variable] for variable in table.carried]
        starts.append({"brought": [*brought], "arrival": _arrival(table, rules.start(brought))})
    return {
        "table": data,
        "start": _arrival(table, rules.start()),
        "starts": starts,
        "asked": asked,
        "states": states,
    }


def _arrival(table: Table, arrival: Arrival) -> Json:
    return {"state": _state(table, arrival.state), "lines": [list(line) for line in arrival.lines]}


def _state(table: Table, state: State) -> Json:
    limited = [n for n, c in enumerate((c for node in table.nodes for c in node.choices), 1) if c.again is not None]
    return {
        "node": state.node,
        "values": list(state.values),
        "shown": [i for i in range(len(table.techniques)) if state.shown >> i & 1],
        "visited": [i for i in range(len(table.nodes)) if state.visited >> i & 1],
        "taken": {str(n): count for n, count in zip(limited, state.taken, strict=True) if count},
    }
