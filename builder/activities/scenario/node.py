"""A node's syntax to three views of it: as the learner meets it, as the table has it, and as the graph sees it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from builder.activities.scenario import details
from builder.activities.scenario.graph import Arrow, Place
from builder.activities.scenario.media import read_media
from builder.activities.scenario.order import check_order
from builder.activities.scenario.scenario import CHANNELS, Channel, Line, SceneChoice, SceneNode, Speaker
from builder.course.condition import Scope, parse_condition
from builder.course.kind import Report
from builder.course.table import RATINGS, Choice, Go, Node, Rating, Say, Variable
from builder.source.diagnostic import Diagnostic
from builder.source.markdown import plain
from builder.source.scene import YOU
from builder.source.shared_nodes import NODES
from builder.source.slug import slug
from builder.source.suggest import did_you_mean
from builder.source.syntax import ChoiceSyntax, Detail, Divert, NodeSyntax, Speech, Text, Word

MOST_AGAIN = 20
MOST_SECONDS = 3600
MOST_POINTS = 100

_Word = TypeVar("_Word", bound=str)

_OF_ENDINGS = ("outcome", "debrief", "facts")


@dataclass(frozen=True, slots=True)
class Context:
    """What a node may name. `facts` is None where the head's could not be read; `elsewhere` has for each node of the
    course the files that it is in, and `file` is the scenario's own.
    """

    scope: Scope
    variables: tuple[Variable, ...]
    techniques: tuple[str, ...]
    cast: Mapping[str, Speaker]
    facts: frozenset[str] | None
    report: Report
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)
    file: str = ""

    def find(self, word: Word, code: str, subject: str) -> int | None:
        """The index of the node that a word names, or None after an error."""
        nodes = self.scope.nodes
        if word.value not in nodes and "nodes" not in self.scope.lost:
            message = f"{subject} '{word.value}', but {self._no_node(word.value)}"
            self.report(Diagnostic(code, word.span, message))
        return nodes.get(word.value)

    def _no_node(self, id: str) -> str:
        folder = posixpath.dirname(self.file)
        beside = [file for file in self.elsewhere.get(id, ()) if posixpath.dirname(file) == folder]
        for name in map(posixpath.basename, beside):
            if name.endswith(NODES):
                return f"that node is in {name}, which is not included: write `include: {name}` in the head."
        hint = did_you_mean(id, self.scope.nodes)
        if beside and not hint:
            mine = posixpath.basename(beside[0])
            return f"that node belongs to {mine}. Move it to a file such as {id}{NODES}, and include that in both."
        return f"no node has that id{hint}."


@dataclass(frozen=True, slots=True)
class Draft:
    """A node in its three views."""

    node: SceneNode
    row: Node
    place: Place


def compile_node(node: NodeSyntax, context: Context) -> Draft:
    """The node's three views; faults are reported, and what is at fault is left out of them."""
    own = [part for part in node.body if isinstance(part, Detail)]
    lines: list[Line] = []
    steps: list[Say | Go] = []
    arrows: list[Arrow] = []
    choices: list[tuple[SceneChoice, Choice]] = []
    lost = node.faulty
    for part in node.body:
        match part:
            case Speech():
                steps.append(Say(len(lines)))
                lines.append(_line(part, context))
            case Divert():
                target = context.find(part.target, "CW204", "This divert leads to")
                guard = parse_condition(part.condition, context.scope, context.report) if part.condition else None
                steps.append(Go(target or 0, guard))
                arrows.append(Arrow(target, part.target.span))
            case ChoiceSyntax():
                target = context.find(part.target, "CW204", "This choice leads to") if part.target else None
                choices.append(_choice(part, target or 0, context))
                arrows.append(Arrow(target, part.target.span if part.target else part.span, part.again is not None))
                lost = lost or part.faulty
            case Detail():
                pass
    _check_ids([choice for choice, _ in choices], context.report)
    check_order(node, context.report)
    rating = _rating(own, context.report)
    is_ending = any(detail.key.value == "ending" for detail in own)
    if is_ending:
        _check_ending(node, own, arrows, context.report)
    elif not node.faulty:
        _check_no_ending(own, context.report)
    facts = () if context.facts is None else tuple(details.facts(own, context.facts, context.report))
    outcome = details.text(own, "outcome", context.report)
    debrief = details.text(own, "debrief", context.report)
    thinking = details.text(own, "thinking", context.report)
    media = read_media(own, context.report)
    diverts = tuple(
        part.condition.span if part.condition else part.span for part in node.body if isinstance(part, Divert)
    )
    return Draft(
        SceneNode(
            node.id,
            tuple(lines),
            tuple(choice for choice, _ in choices),
            diverts,
            outcome,
            debrief,
            facts,
            thinking,
            media,
            _channel(own, context.report),
        ),
        Node(node.id.value, tuple(steps), tuple(row for _, row in choices), rating),
        Place(node.id.value, node.id.span, () if is_ending else tuple(arrows), is_ending, lost),
    )


def _line(speech: Speech, context: Context) -> Line:
    id = speech.speaker.value
    speaker = context.cast.get(id) or (Speaker(YOU, "", "") if id == YOU else None)
    return Line(speaker, speech.mood.value.strip() if speech.mood else "", speech.words)


def _choice(choice: ChoiceSyntax, target: int, context: Context) -> tuple[SceneChoice, Choice]:
    report, scope = context.report, context.scope
    text = choice.text or Text(())
    feedback = details.text(choice.details, "feedback", report)
    if feedback is None and not choice.faulty:
        message = "This choice has no 'feedback:'. Say what it does and why, for the learner's debrief."
        report(Diagnostic("CW210", choice.span, message))
    id = choice.attributes.id or Word(slug(plain(text)), choice.span)
    row = Choice(
        id=id.value,
        target=target,
        guard=parse_condition(choice.condition, scope, report) if choice.condition else None,
        again=details.whole(choice.again, "The max of 'again'", 1, MOST_AGAIN, report),
        after=details.whole(choice.after, "The seconds of 'after'", 1, MOST_SECONDS, report),
        adds=tuple(details.effects(choice.details, scope, report)),
        sets=tuple(details.settings(choice.details, scope, context.variables, report)),
        shows=tuple(dict.fromkeys(details.techniques(choice.details, "shows", scope, report))),
        score=_score(choice, report),
    )
    weak = tuple(dict.fromkeys(details.techniques(choice.details, "weak", scope, report)))
    coach = details.text(choice.details, "coach", report)
    _check_coaching(choice, coach, report)
    do, voice, say = (details.text(choice.details, key, report) for key in ("do", "voice", "say"))
    met = SceneChoice(
        id=id,
        derived_id=choice.attributes.id is None,
        target=choice.target.value if choice.target else "",
        guard=choice.condition.span if choice.condition else None,
        text=text,
        do=do,
        voice=plain(voice) if voice else "",
        say=say,
        feedback=feedback or text,
        point_of_no_return=details.yes(choice.details, "point-of-no-return", report),
        weak=weak,
        coach=coach,
    )
    return met, row


def _score(choice: ChoiceSyntax, report: Report) -> int:
    detail = details.single(choice.details, "score", report)
    if detail is None:
        return 0
    span = detail.value.span if detail.value.lines else detail.key.span
    return details.whole(Word(detail.value.value, span), "The score", 0, MOST_POINTS, report) or 0


def _check_coaching(choice: ChoiceSyntax, coach: Text | None, report: Report) -> None:
    weak = list(details.values(choice.details, "weak"))
    if weak and coach is None and not choice.faulty:
        message = f"Nothing says how '{weak[0].value}' would sound when it works: add 'coach:' with the words."
        report(Diagnostic("CW270", weak[0].span, message))
    if coach is not None and not weak:
        message = "There is nothing to coach here: name the technique that was tried as 'weak:', or take this out."
        report(Diagnostic("CW270", coach.span, message))
    shown = {word.value for word in details.values(choice.details, "shows")}
    for word in weak:
        if word.value in shown:
            message = f"This choice shows '{word.value}' already: take it out of 'shows:' or of 'weak:'."
            report(Diagnostic("CW270", word.span, message))


def _check_ids(choices: Sequence[SceneChoice], report: Report) -> None:
    first: dict[str, SceneChoice] = {}
    for choice in choices:
        before = first.setdefault(choice.id.value, choice)
        if before is not choice:
            advice = "give one an id of its own, such as {#another}" if choice.derived_id else "rename one"
            message = f"Line {before.id.span.line} of this node has a choice '{choice.id.value}' too: {advice}."
            report(Diagnostic("CW203", choice.id.span, message))


def _rating(own: Sequence[Detail], report: Report) -> Rating | None:
    return _one_of(own, "ending", RATINGS, "CW209", "is no rating{}: an ending is good, fair or poor.", report)


def _channel(own: Sequence[Detail], report: Report) -> Channel | None:
    rest = "is no channel{}: one talks by phone, video, chat, email or in-person."
    return _one_of(own, "channel", CHANNELS, "CW277", rest, report)


def _one_of(
    own: Sequence[Detail], key: str, known: Sequence[_Word], code: str, rest: str, report: Report
) -> _Word | None:
    """The known word that the detail says; `code` for another, with `rest` after it, which has room for a hint."""
    detail = details.single(own, key, report)
    if detail is None:
        return None
    word = detail.value.value.strip()
    for each in known:
        if word == each:
            return each
    span = detail.value.span if detail.value.lines else detail.key.span
    report(Diagnostic(code, span, f"'{word}' {rest.format(did_you_mean(word, known))}"))
    return None


def _check_ending(node: NodeSyntax, own: Sequence[Detail], arrows: Sequence[Arrow], report: Report) -> None:
    if arrows:
        message = f"'{node.id.value}' is an ending, so nothing can follow: take this out, or the 'ending:'."
        report(Diagnostic("CW209", arrows[0].span, message))
    has_outcome = any(detail.key.value == "outcome" and detail.value.value.strip() for detail in own)
    if not has_outcome and not node.faulty:
        message = f"The ending '{node.id.value}' has no 'outcome:'. Say in a sentence how it turned out."
        report(Diagnostic("CW209", node.id.span, message))
    for detail in own:
        if detail.key.value == "thinking":
            message = "Nothing is left to choose at an ending, so nobody would see this 'thinking:'. Take it out."
            report(Diagnostic("CW209", detail.key.span, message))


def _check_no_ending(own: Sequence[Detail], report: Report) -> None:
    for detail in own:
        if detail.key.value in _OF_ENDINGS:
            message = f"Only an ending has '{detail.key.value}:'. Add 'ending: good', 'fair' or 'poor', or take it out."
            report(Diagnostic("CW209", detail.key.span, message))
