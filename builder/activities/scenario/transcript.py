"""A play as notes below a finding: what was heard and chosen and what that changed, line by line with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.activities.scenario.scenario import Line, SceneNode
from builder.course.table import Table
from builder.course.table_rules import Arrival, Rules, State
from builder.proofs.space import Space, Turn
from builder.source.diagnostic import Note
from builder.source.markdown import plain
from builder.source.span import Span

_LONGEST = 90


def play_to(space: Space, i: int, nodes: Sequence[SceneNode], timed: bool) -> tuple[Note, ...]:
    """A shortest play to that state."""
    return transcript(space.table, nodes, space.play_to(i), space.brought_to(i), timed)


def transcript(
    table: Table, nodes: Sequence[SceneNode], play: Sequence[Turn], brought: Sequence[int], timed: bool
) -> tuple[Note, ...]:
    """The play, then how things stand, and the command that plays it in a terminal.

    `timed` where the play is only possible against the clock.
    """
    return tuple(_notes(table, nodes, play, brought, timed))


def _notes(
    table: Table, nodes: Sequence[SceneNode], play: Sequence[Turn], brought: Sequence[int], timed: bool
) -> Iterator[Note]:
    rules = Rules(table)
    arrival = rules.start(brought)
    if brought:
        yield Note(f"A play begins with {_values(table, arrival.state, table.carried)}.")
    for turn in play:
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
    yield Note(_command(nodes, play, table, brought, timed))


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
    for variable, was, now in zip(table.variables, before.values, after.values, strict=True):
        if was != now:
            yield f"{variable.name} {was} to {now}"
    choice = table.nodes[turn.node].choices[turn.choice]
    if choice.shows:
        yield f"shows {', '.join(table.techniques[technique] for technique in choice.shows)}"
    if choice.score:
        yield f"{choice.score} {'point' if choice.score == 1 else 'points'}"


def _values(table: Table, state: State, variables: Sequence[int]) -> str:
    return ", ".join(f"{table.variables[variable].name} {state.values[variable]}" for variable in variables)


def _command(
    nodes: Sequence[SceneNode], play: Sequence[Turn], table: Table, brought: Sequence[int], timed: bool
) -> str:
    taken = ",".join(nodes[turn.node].choices[turn.choice].id.value for turn in play)
    names = [table.variables[variable].name for variable in table.carried]
    bring = ",".join(f"{name}={value}" for name, value in zip(names, brought, strict=bool(brought)))
    options = [f"--bring {bring}"] * bool(brought) + [f"--take {taken}"] * bool(taken) + ["--timed"] * timed
    file = nodes[0].id.span.file
    return f"To play it, in the course's folder: {' '.join(['coursewright play', file, *options])}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 4].rstrip()} ..."
