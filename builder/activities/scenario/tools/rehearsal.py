"""A play of a scenario as values, for whoever tries it out without a browser: nothing here prints or asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.activities.scenario.scenario import Scenario, SceneChoice
from builder.activities.scenario.tools.wording import condition, effects, standing
from builder.course.learner_order import shuffled
from builder.course.numbers import Numbers
from builder.course.table import Choice
from builder.course.table_rules import Arrival, Rules, State, play_score
from builder.source.markdown import plain
from builder.source.syntax import Text


@dataclass(frozen=True, slots=True)
class Turn:
    """The choice of that index was taken in the state `before`; then came `arrival`."""

    before: State
    index: int
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Play:
    """Where a play stands: how it began, and its turns."""

    beginning: Arrival
    turns: tuple[Turn, ...] = ()

    @property
    def state(self) -> State:
        return self.turns[-1].arrival.state if self.turns else self.beginning.state

    @property
    def back(self) -> Play:
        """The play before its last turn."""
        return Play(self.beginning, self.turns[:-1])


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A scenario to be tried out. `seed` is a learner's, in whose order choices come; None: in the author's."""

    scenario: Scenario
    numbers: Numbers
    rules: Rules
    timed: bool = False
    seed: int | None = None

    def begin(self, brought: Sequence[int] = ()) -> Play:
        """A new play, with these values of the table's `carried` variables or else with their own starts."""
        return Play(self.rules.start(brought))

    def take(self, play: Play, index: int) -> Play:
        """The play after the open choice of that index."""
        return Play(play.beginning, (*play.turns, Turn(play.state, index, self.rules.choose(play.state, index))))

    def row(self, state: State, index: int) -> Choice:
        """A choice of the node, as the table has it."""
        return self.scenario.table.nodes[state.node].choices[index]

    def met(self, state: State, index: int) -> SceneChoice:
        """The same choice, as the learner meets it."""
        return self.scenario.nodes[state.node].choices[index]

    def offered(self, state: State) -> tuple[list[int], int | None]:
        """The open choices that are shown, in the learner's order, and the one that happens by itself in timed play."""
        found = self.rules.open(state, self.timed)
        due = next((index for index in found if self.timed and self.row(state, index).after), None)
        shown = [index for index in found if index != due]
        if self.seed is None or not self.scenario.shuffle:
            return shown, due
        id, node = self.scenario.id.value, self.scenario.nodes[state.node].id.value
        by_number = {self.numbers[id, node, self.met(state, index).id.value]: index for index in shown}
        order = shuffled(self.seed, self.numbers[id,], by_number, self.numbers[id, node])
        return [by_number[number] for number in order], due

    def closed(self, state: State) -> Iterator[tuple[int, str]]:
        """The choices of the node that are not open, untimed, each with the reason."""
        open_ = self.rules.open(state)
        for index, choice in enumerate(self.scenario.table.nodes[state.node].choices):
            if index not in open_:
                guard = choice.guard
                fails = guard is not None and not self.rules.holds(guard, state)
                why = (
                    f"needs {condition(guard, self.rules.table)}" if guard and fails else "taken as often as it may be"
                )
                yield index, why

    def stronger(self, turn: Turn) -> list[int]:
        """The open choices with the most points, where the one taken has fewer; none where it was as strong as any."""
        open_ = self.rules.open(turn.before)
        most = max(self.row(turn.before, index).score for index in open_)
        if self.row(turn.before, turn.index).score == most:
            return []
        return [index for index in open_ if self.row(turn.before, index).score == most]

    def score(self, play: Play) -> int:
        """The hundredths of a play that has ended."""
        rating = self.rules.rating(play.state)
        points = sum(self.row(turn.before, turn.index).score for turn in play.turns)
        return play_score(points, self.scenario.most, self.rules.table.caps[rating]) if rating else 0

    def heard(self, arrival: Arrival) -> Iterator[str]:
        """The lines shown on the way, the speaker in words, and before those of a node what it shows or plays."""
        for node, _ in arrival.way:
            yield from self._media(node)
            for line in (self.scenario.nodes[node].lines[at] for place, at in arrival.lines if place == node):
                if line.speaker is None:
                    yield words(line.words)
                else:
                    mood = f" ({line.mood})" if line.mood else ""
                    yield f"{line.speaker.name or 'You'}{mood}: {words(line.words)}"

    def _media(self, node: int) -> Iterator[str]:
        """What a node's picture shows, or the words of its sound or film, in brackets."""
        media = self.scenario.nodes[node].media
        if media:
            what = {"image": "Picture", "audio": "Sound", "video": "Film"}[media.file.kind]
            yield f"[{what}: {words(media.transcript) if media.transcript else media.file.text}]"

    def said(self, turn: Turn) -> Iterator[str]:
        """What the learner does and says with a choice."""
        choice = self.met(turn.before, turn.index)
        if choice.do:
            yield words(choice.do)
        if choice.say:
            voice = f" ({choice.voice})" if choice.voice else ""
            yield f"{self.scenario.you or 'You'}{voice}: {words(choice.say)}"
        elif not choice.do:
            yield f"What you did: {words(choice.text)}"

    def meters(self, state: State) -> str:
        """Every variable, those that learners do not see in brackets."""
        table = self.scenario.table
        pairs = zip(table.variables, self.scenario.meters, state.values, strict=True)
        named = [
            (f"{variable.name} {standing(table, index, value)}", meter.is_shown)
            for index, (variable, meter, value) in enumerate(pairs)
        ]
        return ", ".join(text if is_shown else f"[{text}]" for text, is_shown in named)

    def changed(self, turn: Turn) -> str:
        """What the choice did to the variables, and which techniques it showed or tried in vain."""
        row = self.row(turn.before, turn.index)
        parts = [*effects(row, self.scenario.table)]
        for verb, found in (("shows", row.shows), ("tries", self.met(turn.before, turn.index).weak)):
            if found:
                parts.append(f"{verb} {', '.join(self.scenario.table.techniques[technique] for technique in found)}")
        return "; ".join([*parts, f"{row.score} {'point' if row.score == 1 else 'points'}"])


def words(text: Text) -> str:
    """Markdown as one line of plain words."""
    return " ".join(plain(text).split())
