"""A scenario as values: what its template shows, what its controller needs, what is kept of its plays.

Keys stay out of the page: texts are in the HTML; points, feedback and debriefs are in the data beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from builder.activities.scenario.debrief_data import NOTE_MOST, NOTES, debrief_data
from builder.activities.scenario.media import Media
from builder.course.choices import Choice
from builder.course.kind import Activity, Json, Part, Render
from builder.course.numbers import Numbers
from builder.course.record import Bits, Group, RecordShape, Sequence, Uint, Utf8
from builder.course.table import Table
from builder.course.table_rules import play_score
from builder.proofs.proof import Proof
from builder.proofs.space import Space
from builder.source.markdown import Reference, plain
from builder.source.scene import YOU
from builder.source.span import Span
from builder.source.syntax import Text, Word

Channel = Literal["phone", "video", "chat", "email", "in-person"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

MOST_PLAYS = 1023
"""Where the count of plays stays: two digits of the packed state, and more than anybody plays."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in the scenario. `role` is empty where none was given."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Line:
    """Words heard. `speaker` is None where the narrator tells."""

    speaker: Speaker | None
    mood: str
    words: Text


@dataclass(frozen=True, slots=True)
class Meter:
    """What the learner sees of a variable: nothing where `show` is `hidden`.

    `words` are its bands from low to high; without them the player says low, middle or high. `label` is empty where the
    author gave a yes or no none: then it is never named to a learner.
    """

    label: str
    show: Literal["words", "meter", "hidden"]
    words: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """Whether a learner sees how it stands."""
        return self.show != "hidden" and self.label != ""


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """Something to say or do: `say` and `do` are its words and deeds in full, `voice` how they are spoken.

    `target` is the id of the node that it leads to, `guard` the place of its condition; `weak` are techniques (by index
    in the table) that are tried and not carried off, and `coach` says how they would sound when they work.
    """

    id: Word
    derived_id: bool
    target: str
    guard: Span | None
    text: Text
    do: Text | None
    voice: str
    say: Text | None
    feedback: Text
    point_of_no_return: bool = False
    weak: tuple[int, ...] = ()
    coach: Text | None = None


@dataclass(frozen=True, slots=True)
class SceneNode:
    """A place in the conversation, in the order of the file. Only an ending has an outcome, a debrief and facts;
    `thinking` is what somebody with experience thinks before they choose, `media` what stands above the lines.

    `channel` is how one talks here, where the node says so; `diverts` are the places of its diverts, in the order of
    the table's steps.
    """

    id: Word
    lines: tuple[Line, ...]
    choices: tuple[SceneChoice, ...]
    diverts: tuple[Span, ...]
    outcome: Text | None
    debrief: Text | None
    facts: tuple[str, ...]
    thinking: Text | None = None
    media: Media | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A variable, by its index here, that begins with what `scenario` left of the variable with the index `there`."""

    variable: int
    scenario: str
    there: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario, understood and explored: `proof` has all that can happen in it.

    `variables` are the places that declare them, in the order of the table.
    """

    id: Word
    derived_id: bool
    span: Span
    channel: Channel
    cast: tuple[Speaker, ...]
    meters: tuple[Meter, ...]
    variables: tuple[Span, ...]
    techniques: tuple[str, ...]
    demanded: int
    nodes: tuple[SceneNode, ...]
    table: Table
    proof: Proof = field(repr=False, compare=False)
    immediate: bool
    shuffle: bool
    assesses: tuple[Word, ...]
    facts: tuple[tuple[str, Word], ...] = ()
    """What an ending may establish, each with the marking point that it is for."""
    prompts: tuple[str, ...] = ()
    """What the debrief asks the learner to write about; empty for the player's own three."""
    carried: tuple[Carried, ...] = ()
    """What other scenarios bring, in the order of the table's `carried`."""

    @property
    def kind(self) -> str:
        return "scenario"

    @property
    def most(self) -> int:
        """The most points of a play that ends."""
        return self.proof.most

    @property
    def scores(self) -> tuple[int, int]:
        """The least and the most hundredths of a play that ends; what is out of reach against the clock is no most."""
        ranges = [[*_scores(space, self.most)] for space in self.proof.spaces]
        return min(ranges[0], default=0), min(max(found, default=0) for found in ranges)

    @property
    def longest(self) -> int:
        """The most choices of a play that ends."""
        return self.proof.longest

    @property
    def inner(self) -> tuple[Activity, ...]:
        return ()

    @property
    def asks(self) -> bool:
        return False

    @property
    def scored(self) -> bool:
        return True

    @property
    def establishes(self) -> tuple[Word, ...]:
        """The marking points of those facts that some ending establishes."""
        established = {fact for node in self.nodes for fact in node.facts}
        return tuple(point for fact, point in self.facts if fact in established)

    @property
    def you(self) -> str:
        """The learner's name in this scenario; empty where the cast gives none."""
        return next((speaker.name for speaker in self.cast if speaker.id == YOU), "")

    @property
    def changes_channel(self) -> bool:
        """Whether the conversation goes on by another channel somewhere."""
        return len({node.channel or self.channel for node in self.nodes}) > 1

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its Markdown, in the order of the file but for an ending's, which comes last in its node."""
        return tuple(text for node in self.nodes for text in _texts(node))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices of all its nodes, for the checks; none of them is right or wrong by itself."""
        return tuple(Choice(plain(choice.text), choice.text.span) for node in self.nodes for choice in node.choices)

    @property
    def in_order(self) -> bool:
        """Whether the choices come in the author's order."""
        return not self.shuffle

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to each choice."""
        return tuple(choice.feedback for node in self.nodes for choice in node.choices)

    @property
    def images(self) -> tuple[Reference, ...]:
        return tuple(file for node in self.nodes if node.media for file in node.media.files)

    def parts(self) -> tuple[Part, ...]:
        """Its nodes, and below each its choices."""
        return tuple(
            Part(
                node.id,
                "node",
                tuple(Part(choice.id, "choice", derived=choice.derived_id) for choice in node.choices),
            )
            for node in self.nodes
        )

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        """The latest play with where it stands, the best play, and every choice ever taken; what both began with; every
        node ever seen; and where texts are kept, the learner's own words on a play.
        """
        choice, node = (numbers.most(kind, self.id.value) for kind in ("choice", "node"))
        spans = [variable.high - variable.low for variable in self.table.variables]
        brought = [spans[index] for index in self.table.carried]
        play = Sequence("play", self.longest, choice)
        notes = Group("latest", tuple(Utf8(f"note{n}", NOTE_MOST) for n in range(1, NOTES + 1)))
        return RecordShape(
            (
                Group(
                    "latest",
                    (
                        Uint("finished", 1),
                        play,
                        Uint("node", node),
                        Sequence("meters", len(spans), max(spans, default=0)),
                    ),
                ),
                Group("greatest", (Uint("best", 10001), Sequence("bestplay", play.length, choice))),
                Group("either", (Uint("plays", MOST_PLAYS), Bits("edges", choice + 1))),
                Group("latest", (Sequence("brought", len(brought), max(brought, default=0)),)),
                Group(
                    "greatest",
                    (Uint("bestscore", 10001), Sequence("bestbrought", len(brought), max(brought, default=0))),
                ),
                Group("either", (Bits("nodes", node + 1),)),
                *((notes,) if keeps_texts else ()),
            )
        )

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        """The table, and all that must not stand in the page: feedback, debriefs, points."""
        id = self.id.value
        paths = {path[1:]: number for path, number in numbers.by_path.items() if path[0] == id}
        points = {fact: point.value for fact, point in self.facts}
        return {
            "table": {**self.table.json(paths), "most": self.most},
            "meters": [
                {"label": m.label, "show": m.show if m.is_shown else "hidden", "words": list(m.words)}
                for m in self.meters
            ],
            "techniques": list(self.techniques),
            "demanded": self.demanded,
            "timed": self.table.is_timed,
            "immediate": self.immediate,
            "shuffle": self.shuffle,
            "objectives": [word.value for word in self.assesses],
            "feedback": {
                str(paths[node.id.value, choice.id.value]): render(choice.feedback)
                for node in self.nodes
                for choice in node.choices
            },
            "debriefs": {
                str(paths[node.id.value,]): render(node.debrief) for node in self.nodes if node.debrief is not None
            },
            "facts": [
                [[points[fact], fact.replace("-", " ").capitalize()] for fact in node.facts] for node in self.nodes
            ],
            "carried": [[each.variable, numbers[each.scenario], each.there] for each in self.carried],
            "debrief": debrief_data(self, numbers, render),
        }


def _scores(space: Space, most: int) -> Iterator[int]:
    """The least and the most hundredths of each state that a play ends in."""
    for i in space.endings:
        rating = space.table.nodes[space.node(i)].rating
        if rating:
            for points in (space.poorest(i), space.richest(i)):
                yield play_score(points, most, space.table.caps[rating])


def _texts(node: SceneNode) -> tuple[Text, ...]:
    lines = [line.words for line in node.lines]
    choices = [text for c in node.choices for text in (c.text, c.do, c.say, c.feedback, c.coach) if text]
    transcript = node.media.transcript if node.media else None
    aside = (text for text in (transcript, node.thinking) if text)
    return (*lines, *aside, *choices, *(text for text in (node.outcome, node.debrief) if text))
