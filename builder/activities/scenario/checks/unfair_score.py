"""A better ending scores no less than a worse one (P6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.scenario import Scenario
from builder.activities.scenario.transcript import transcript
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.course.table import RATINGS, Rating
from builder.course.table_rules import play_score
from builder.proofs.space import Play
from builder.source.diagnostic import Note, Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        ended = tuple((rating, ends) for rating in RATINGS if (ends := _ends(scenario, rating)))
        space = scenario.proof.untimed
        for (better, good), (worse, bad) in pairwise(ended):
            poorest = min(good, key=space.poorest)
            richest = max(bad, key=space.richest)
            low = play_score(space.poorest(poorest), scenario.most, scenario.table.caps[better])
            high = play_score(space.richest(richest), scenario.most, scenario.table.caps[worse])
            if low < high:
                message = (
                    f"A play that ends {worse} can score {high / 100:g}%, and one that ends {better} only "
                    f"{low / 100:g}%. Give more points on the way to the {better} ending, fewer on the way to the "
                    f"other, or lower `caps.{worse}`."
                )
                notes = (
                    *_told(scenario, f"A play that ends {better} with {low / 100:g}%:", space.poorest_play(poorest)),
                    *_told(scenario, f"A play that ends {worse} with {high / 100:g}%:", space.richest_play(richest)),
                )
                yield Finding(scenario.nodes[space.node(poorest)].id.span, message, notes)


def _ends(scenario: Scenario, rating: Rating) -> tuple[int, ...]:
    """The states in which a play ends with that rating."""
    space = scenario.proof.untimed
    return tuple(i for i in space.endings if scenario.table.nodes[space.node(i)].rating == rating)


def _told(scenario: Scenario, what: str, play: Play) -> tuple[Note, ...]:
    return (Note(what), *transcript(scenario.span.file, scenario.table, scenario.nodes, play))


_NODES = (
    "* Let her finish. -> agreed\n  score: 1\n  feedback: Being heard is what she lacked.\n"
    "* Promise what you can't keep. -> hangup\n  score: 2\n  feedback: It sounds good until Friday.\n"
)
_HANGUP = "\n## hangup\nending: fair\noutcome: Dana waits, and will be let down.\n"

CHECK = Check(
    code="CW257",
    title="A worse ending can score more than a better one",
    why="The rating says how the conversation turned out, the score how well it was led. Where they disagree, learners "
    "believe neither, and the higher score rewards the worse talk. Both plays are shown; equal scores are fine.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_NODES, after=_HANGUP),
    good=scene(_NODES.replace("score: 1", "score: 3"), after=_HANGUP),
)
