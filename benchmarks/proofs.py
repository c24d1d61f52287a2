"""How long proofs take, and how much memory: `python -m benchmarks.proofs`.

Sixty nodes of four choices with two numbers from 0 to 10 are to take under 5 seconds on two cores, and a million states
less than 300 MB. Each scenario is explored in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from multiprocessing import get_context

from builder.course.condition import Tree
from builder.course.table import Choice, Node, Table, Variable
from builder.proofs.proof import Proof, prove_table

_LIMIT = 5_000_000
_HIGH = 10
_SCENARIOS = {
    "sixty nodes, four choices, two numbers": (60, 0),
    "the same with four techniques": (60, 4),
    "the same with eight techniques": (60, 8),
    "a million states": (60, 9),
}


def table(nodes: int, techniques: int) -> Table:
    """Nodes in a row, of four choices that move both numbers: one is conditional, two happen by themselves."""
    chance = random.Random(1)
    trusting = Tree(">=", parts=(Tree("var", 0), Tree("int", 3)))
    rows = [
        Node(
            f"n{node}",
            choices=tuple(
                Choice(
                    f"c{index}",
                    min(nodes, node + chance.randint(1, 3)),
                    guard=trusting if index == 3 else None,
                    after=30 * index if index > 1 else None,
                    adds=tuple((variable, chance.randint(-2, 2)) for variable in range(2)),
                    shows=(chance.randrange(techniques),) if techniques else (),
                    score=index,
                )
                for index in range(4)
            ),
        )
        for node in range(nodes)
    ]
    variables = (Variable("trust", 3, 0, _HIGH), Variable("tension", 5, 0, _HIGH))
    return Table((*rows, Node("end", rating="good")), variables, tuple(f"t{at}" for at in range(techniques)))


def measure(name: str) -> str:
    """A line of figures for one scenario, explored untimed and timed; seconds are of the processor."""
    began = time.process_time()
    made = table(*_SCENARIOS[name])
    proof = prove_table(made, _LIMIT)
    seconds = time.process_time() - began
    if not isinstance(proof, Proof):
        return f"{name}: gave up at {proof.limit:,} states"
    states = " and ".join(f"{len(space):,}" for space in proof.spaces)
    paths = proof.untimed.paths(len(made.nodes) - 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{name}: {states} states (untimed, timed), {paths:.1e} plays, {seconds:.1f} s, {peak} MB at the most"


def main() -> None:
    """Prints a line for each scenario."""
    for name in _SCENARIOS:
        with get_context("spawn").Pool(1) as pool:
            sys.stdout.write(f"{pool.apply(measure, (name,))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
