"""`coursewright play`: a scenario in the terminal, by typing numbers; it works as well where nobody types."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from builder.activities.scenario.tools.rehearsal import Play, Rehearsal, words
from builder.commands.scenario import find_scenario
from builder.console.show import OUT, complain
from builder.course.table import Table
from builder.course.table_rules import Rules
from builder.source.suggest import did_you_mean

_RATED = {"good": "A good ending", "fair": "A fair ending", "poor": "A poor ending"}


def play(named: str, take: str, bring: str, seed: int | None, timed: bool) -> int:
    """Plays until somebody quits or nothing more is typed; the exit status."""
    found = find_scenario(named)
    if found is None:
        return 1
    scenario = found.scenario
    if timed and not scenario.table.is_timed:
        complain(f"'{scenario.id.value}' has no time limits, so that timed play is like any other")
        return 1
    rehearsal = Rehearsal(scenario, found.course.numbers, Rules(scenario.table), timed, seed)
    brought = _brought(scenario.table, bring)
    if brought is None:
        return 1
    OUT.print(found.page.title)
    now = rehearsal.begin(brought)
    _tell(rehearsal.heard(now.beginning))
    for id in filter(None, (id.strip() for id in take.split(","))):
        after = _take_by_id(rehearsal, now, id)
        if after is None:
            return 1
        now = after
    _sit(rehearsal, now)
    return 0


def _brought(table: Table, bring: str) -> tuple[int, ...] | None:
    """The values that `name=value,...` gives to the variables that another scenario brings; None after a complaint."""
    values = {table.variables[variable].name: table.variables[variable].start for variable in table.carried}
    bounds = {table.variables[variable].name: table.variables[variable] for variable in table.carried}
    for pair in filter(None, (pair.strip() for pair in bring.split(","))):
        name, _, written = (part.strip() for part in pair.partition("="))
        if name not in values:
            known = f": it brings {', '.join(values)}" if values else ": it brings none"
            complain(f"no other scenario brings '{name}'{did_you_mean(name, values) or known}")
            return None
        number = {"true": "1", "false": "0"}.get(written, written)
        low, high = bounds[name].low, bounds[name].high
        if not (number.removeprefix("-").isdecimal() and len(number) < 6 and low <= int(number) <= high):
            complain(f"'{name}' goes from {low} to {high}, so it cannot be '{written}'")
            return None
        values[name] = int(number)
    return tuple(values.values())


def _sit(rehearsal: Rehearsal, now: Play) -> None:
    """Asks and plays on, until `q` or the end of what is typed."""
    _stand(rehearsal, now)
    while (answer := _ask()) not in ("q", None):
        after = _back(rehearsal, now) if answer == "b" else _answered(rehearsal, now, answer or "")
        if after is not None:
            now = after
            _stand(rehearsal, now)
    if not rehearsal.rules.rating(now.state):
        OUT.print(f"Left in '{rehearsal.scenario.nodes[now.state.node].id.value}'.")


def _back(rehearsal: Rehearsal, now: Play) -> Play | None:
    if not now.turns:
        OUT.print("This is the beginning.")
        return None
    OUT.print("\nBack.")
    before = now.back
    _tell(rehearsal.heard(before.turns[-1].arrival if before.turns else before.beginning))
    return before


def _answered(rehearsal: Rehearsal, now: Play, answer: str) -> Play | None:
    """The play after what was typed; None where that is none of the choices, which it says."""
    shown, due = rehearsal.offered(now.state)
    if answer == "w" and due is not None:
        return _taken(rehearsal, now, due)
    # So many digits are no choice's, and some are too many for a number.
    if answer.isascii() and answer.isdigit() and len(answer) < 4 and 1 <= int(answer) <= len(shown):
        return _taken(rehearsal, now, shown[int(answer) - 1])
    if rehearsal.rules.rating(now.state) is not None:
        OUT.print("The play is over: b goes back, q quits.")
    elif not shown and due is None:
        OUT.print("Nothing can be chosen here: b goes back, q quits.")
    else:
        OUT.print(f"'{answer}' is none of these.")
    return None


def _take_by_id(rehearsal: Rehearsal, now: Play, id: str) -> Play | None:
    state = now.state
    node = rehearsal.scenario.nodes[state.node]
    ids = [choice.id.value for choice in node.choices]
    if rehearsal.rules.rating(state):
        complain(f"the play is over in '{node.id.value}', so that '{id}' cannot be taken")
        return None
    if id not in ids:
        complain(f"'{node.id.value}' has no choice '{id}'{did_you_mean(id, ids) or ': it has ' + ', '.join(ids)}")
        return None
    index = ids.index(id)
    if index not in rehearsal.rules.open(state, rehearsal.timed):
        why = dict(rehearsal.closed(state)).get(index, "another moment passes first")
        complain(f"'{id}' of '{node.id.value}' is not open here: {why}")
        return None
    return _taken(rehearsal, now, index)


def _taken(rehearsal: Rehearsal, now: Play, index: int) -> Play:
    after = rehearsal.take(now, index)
    OUT.print()
    _tell(rehearsal.said(after.turns[-1]))
    _tell(rehearsal.heard(after.turns[-1].arrival))
    return after


def _stand(rehearsal: Rehearsal, now: Play) -> None:
    """Where the play stands: the variables and the choices, or how it ended."""
    state = now.state
    if rehearsal.rules.rating(state):
        _debrief(rehearsal, now)
        return
    thinking = rehearsal.scenario.nodes[state.node].thinking
    if thinking:
        OUT.print(f"\n  Thinking: {words(thinking)}")
    if rehearsal.scenario.meters:
        OUT.print(f"\n  {rehearsal.meters(state)}")
    shown, due = rehearsal.offered(state)
    OUT.print()
    for number, index in enumerate(shown, 1):
        OUT.print(f"  {number}  {words(rehearsal.met(state, index).text)}")
    if not shown and due is None:
        OUT.print("  No choice is open: the play is stuck here.")
    if due is not None:
        seconds, what = rehearsal.row(state, due).after, words(rehearsal.met(state, due).text)
        OUT.print(f"  w  wait {seconds} s: {what}")


def _debrief(rehearsal: Rehearsal, play: Play) -> None:
    scenario, state = rehearsal.scenario, play.state
    node, rating = scenario.nodes[state.node], rehearsal.rules.rating(state)
    OUT.print(f"\n{_RATED[rating or 'poor']}. {words(node.outcome) if node.outcome else ''}")
    OUT.print(f"This play scores {rehearsal.score(play) / 100:g}%. {_techniques(rehearsal, play)}")
    for number, turn in enumerate(play.turns, 1):
        here = scenario.nodes[turn.before.node]
        choice = rehearsal.met(turn.before, turn.index)
        OUT.print(f"\n{number}. {here.id.value}: {words(choice.text)}")
        _tell([rehearsal.changed(turn), words(choice.feedback)], "   ")
        if choice.coach:
            _tell([f"How it would sound when it works: {words(choice.coach)}"], "   ")
        for index in rehearsal.stronger(turn):
            better = rehearsal.met(turn.before, index)
            _tell([f"Stronger: {words(better.text)} {words(better.feedback)}"], "   ")
        for index, why in rehearsal.closed(turn.before):
            _tell([f"Not open: {words(rehearsal.met(turn.before, index).text)} ({why})"], "   ")
    if node.debrief:
        OUT.print(f"\n{words(node.debrief)}")
    if play.turns:
        taken = ",".join(rehearsal.met(turn.before, turn.index).id.value for turn in play.turns)
        OUT.print(f"\nThe same again: --take {taken}")


def _techniques(rehearsal: Rehearsal, play: Play) -> str:
    table, demanded = rehearsal.scenario.table, rehearsal.scenario.demanded
    shown = [id for at, id in enumerate(table.techniques) if play.state.shown >> at & 1]
    named = f": {', '.join(shown)}" if shown else ""
    asked = f" of at least {demanded}" if demanded else ""
    many = f"{len(shown)}{asked} {'technique' if (demanded or len(shown)) == 1 else 'techniques'}"
    return f"It showed {many}{named}."


def _tell(lines: Iterable[str], indent: str = "") -> None:
    for line in lines:
        OUT.print(f"{indent}{line}")


def _ask() -> str | None:
    """What was typed, or None where nothing more is. What comes through a pipe is shown, for whoever reads it later."""
    typed = sys.stdin.isatty()
    OUT.print("\nYour choice (b back, q quit): ", end="")
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not typed or not line:
        OUT.print(line.strip())
    return line.strip().lower() if line else None
