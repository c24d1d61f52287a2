"""A play as notes below a finding: what was heard and chosen and what that changed, line by line with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.activities.scenario.scenario import Line, Scenario, SceneNode
from builder.activities.scenario.tools.wording import standing
from builder.course.table import Table
from builder.course.table_rules import Arrival, Rules, State
from builder.proofs.space import Play, Space, Turn
from builder.source.diagnostic import Note
from builder.source.markdown import plain
from builder.source.span import Span

_LONGEST = 90


def play_on(scenario: Scenario, space: Space, i: int, index: int) -> tuple[Note, ...]:
    """A shortest play to that state, and in it the choice of that index."""
    play = Play((*space.play_to(i), Turn(space.node(i), index)), space.brought_to(i))
    return transcript(scenario.span.file, space.table, scenario.nodes, play, space is scenario.proof.timed)


def play_to(file: str, space: Space, i: int, nodes: Sequence[SceneNode]) -> tuple[Note, ...]:
    """A shortest play to that state of untimed play."""
    return transcript(file, space.table, nodes, Play(space.play_to(i), space.brought_to(i)))


def transcript(
    file: str, table: Table, nodes: Sequence[SceneNode], play: Play, timed: bool = False
) -> tuple[Note, ...]:
    """The play, then how things stand, and the command that plays it in a terminal; `file` is the scenario's.

    `timed` where the play is looked at against the clock.
    """
    return (*_notes(table, nodes, play, timed), Note(_command(file, table, nodes, play, timed)))


def _notes(table: Table, nodes: Sequence[SceneNode], play: Play, timed: bool) -> Iterator[Note]:
    rules = Rules(table)
    arrival = rules.start(play.brought)
    if play.brought:
        yield Note(f"A play begins with {_values(table, arrival.state, table.carried)}.")
    for turn in play.turns:
        yield from _heard(arrival, nodes)
        before = arrival.state
        choice = nodes[turn.node].choices[turn.choice]
        arrival = rules.choose(before, turn.choice)
        waited = table.nodes[turn.node].choices[turn.choice].after if timed else None
        how = f"after {waited}s, by itself" if waited else "choose"
        changes = "; ".join(_changes(table, turn, before, arrival.state))
        yield Note(f"{how}: {_short(plain(choice.text))}{f' ({changes})' if changes else ''}", choice.text.span)
    yield from _heard(arrival, nodes)
    node = nodes[arrival.state.node]
    values = _values(table, arrival.state, range(len(table.variables)))
    yield Note(f"This is '{node.id.value}'{f', with {values}' if values else ''}.", node.id.span)


def _heard(arrival: Arrival, nodes: Sequence[SceneNode]) -> Iterator[Note]:
    """What was said last: enough to know where the conversation stands."""
    if arrival.lines:
        node, index = arrival.lines[-1]
        line = nodes[node].lines[index]
        yield Note(f"{_speaker(line)}: {_short(plain(line.words))}", _place(line, nodes[node]))


def _place(line: Line, node: SceneNode) -> Span:
    return line.words.span if line.words.lines else node.id.span


def _speaker(line: Line) -> str:
    if line.speaker is None:
        return "narrator"
    return line.speaker.name or line.speaker.id


def _changes(table: Table, turn: Turn, before: State, after: State) -> Iterator[str]:
    for variable, (was, now) in enumerate(zip(before.values, after.values, strict=True)):
        if was != now:
            name = table.variables[variable].name
            yield f"{name} {standing(table, variable, was)} to {standing(table, variable, now)}"
    choice = table.nodes[turn.node].choices[turn.choice]
    if choice.shows:
        yield f"shows {', '.join(table.techniques[technique] for technique in choice.shows)}"
    if choice.score:
        yield f"{choice.score} {'point' if choice.score == 1 else 'points'}"


def _values(table: Table, state: State, variables: Sequence[int]) -> str:
    return ", ".join(
        f"{table.variables[variable].name} {standing(table, variable, state.values[variable])}"
        for variable in variables
    )


def _command(file: str, table: Table, nodes: Sequence[SceneNode], play: Play, timed: bool) -> str:
    taken = ",".join(nodes[turn.node].choices[turn.choice].id.value for turn in play.turns)
    brought = [
        f"{table.variables[v].name}={standing(table, v, value)}"
        for v, value in zip(table.carried, play.brought, strict=True)
    ]
    options = [f"--bring {','.join(brought)}"] * bool(brought) + [f"--take {taken}"] * bool(taken) + ["--timed"] * timed
    return f"To play it, in the course's folder: {' '.join(['coursewright play', file, *options])}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 4].rstrip()} ..."
