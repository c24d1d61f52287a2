"""A scenario file to its syntax: the head, then nodes of what is said, diverts, choices and details.

Who may speak comes from the head's cast. Every line in a node is one of those four or an error; nothing is prose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builder.source.attributes import known_attributes, read_attributes
from builder.source.choice import DETAILS as CHOICE_DETAILS
from builder.source.choice import read_choice
from builder.source.cursor import DETAIL, Cursor, as_text
from builder.source.diagnostic import Diagnostic
from builder.source.front_matter import read_head
from builder.source.grammar import EXCUSE
from builder.source.items import MARKER, known_detail, without_swallowed
from builder.source.lines import Row, rows
from builder.source.slug import ID, slug
from builder.source.span import Span
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import (
    ChoiceSyntax,
    Detail,
    Divert,
    Head,
    NodesSyntax,
    NodeSyntax,
    SceneSyntax,
    Speech,
    Text,
    Word,
)
from builder.source.target import advice_for_target

NARRATOR = "narrator"
YOU = "you"
"""The learner, who speaks without being in the cast too; there they get a name."""
NODE_DETAILS = frozenset(
    {
        *("ending", "outcome", "debrief", "facts", "thinking", "channel"),
        *("media", "alt", "transcript", "captions", EXCUSE),
    }
)
RESERVED = frozenset({NARRATOR}) | NODE_DETAILS | CHOICE_DETAILS
"""What no member of the cast may be called, because lines begin with it."""

_NODE = re.compile(r"(?P<level>#{1,6})(?P<blank>[ \t]+|$|(?=[a-z]))")
_OPEN_MOOD = re.compile(r"[^\s:\[\]]+[ \t]*(?P<mood>\[[^\[\]]*):(?=\s|$)")
_DIVERT = re.compile(r"->[ \t]+(?P<target>\S+)(?:[ \t]+if[ \t]+(?P<condition>\S.*))?")
_GUARDED = re.compile(r"(?:\[if[ \t]+(?P<bracket>[^\]]+)\]|if[ \t]+(?P<bare>.+?))[ \t]*->[ \t]*(?P<target>\S+)")
_NEAR_LINE = re.compile(r"(?P<who>[A-Za-z][\w-]*)[ \t]*(?:\((?P<mood>[^()]*)\))?[ \t]*[:=]?[ \t]*(?P<words>.*)")
_NO_COMMENT = "There are no comments in a scenario, and a learner might read this: take it out."
_LATE_MOOD = re.compile(r"[ \t]*(?P<bracket>\[(?P<mood>[a-z][\w'-]*(?:[ \t][\w'-]+){0,2})\])(?![(\[])[ \t]*\S")
_COMMENT = re.compile(r"<!--|//|%%|/\*")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
_LABEL = re.compile(r"(?P<speaker>[^\s:\[\]]+)(?:[ \t]*\[(?P<mood>[^\[\]]*)\])?:(?=\s|$)")


def read_scene(file: str, text: str, id: str = "") -> tuple[SceneSyntax, tuple[Diagnostic, ...]]:
    """The scenario's syntax and its faults; its head is checked by the scenario itself. `id` comes from its name.

    Faults beside those of builder/source/choice.py: CW220 a line that is nothing, CW221 an unknown speaker, CW222 a
    divert that cannot be read, CW223 a line before the first node, CW224 a node without an id, CW225 a name that no
    cast member can have, CW226 a speaker who says nothing, CW227 a mood without words, CW292 a mood behind the colon,
    CW294 a heading that is no id; CW120 for a node's details.
    """
    lines, faults = rows(file, text)
    head, rest, more = read_head(file, lines)
    cursor = Cursor(rest)
    if not any(row.words for row in lines):
        message = "This scenario is empty: begin it with a head between two `---` lines, with title and start."
        cursor.error("CW021", Span(file), message)
        head = replace(head, faulty=frozenset({""}))
    elif not head.values and not head.faulty and rest is lines:
        message = "This scenario has no head: begin it with `title:` and `start:` between two lines `---`."
        cursor.error("CW021", Span(file), message)
        head = replace(head, faulty=frozenset({"", "cast"}))
    nodes = _nodes(cursor, _cast(cursor, head))
    faulty = _lost_nodes(cursor) or "" in head.faulty
    return SceneSyntax(Span(file), head, nodes, id, faulty), (*faults, *more, *cursor.faults)


def read_nodes(file: str, text: str, scene: SceneSyntax) -> tuple[NodesSyntax, bool, tuple[Diagnostic, ...]]:
    """A file of nodes, with the cast of a scenario that includes it; whether a node of it could not be read; and its
    faults: those of `read_scene`, and CW276 where it has no node. Its head is checked by the scenario.
    """
    lines, faults = rows(file, text)
    head, rest, more = read_head(file, lines)
    cursor = Cursor(rest)
    nodes = _nodes(cursor, replace(_cast(Cursor([]), scene.head), owner=scene.span.file))
    lost = _lost_nodes(cursor) or "" in head.faulty
    if not nodes and not lost:
        message = "This file has no nodes for a scenario to share: write the first, such as `## hang-up`, or delete it."
        cursor.error("CW276", Span(file), message)
        lost = True
    return NodesSyntax(Span(file), head, nodes), lost, (*faults, *more, *cursor.faults)


def node_ids(file: str, text: str) -> tuple[str, ...]:
    """The ids of the nodes of a file, whoever speaks in them."""
    _, rest, _ = read_head(file, rows(file, text)[0])
    return tuple(node.id.value for node in _nodes(Cursor(rest), _Cast((), False)))


def _nodes(cursor: Cursor, cast: _Cast) -> tuple[NodeSyntax, ...]:
    """Takes all that is left."""
    nodes: list[NodeSyntax] = []
    while (row := cursor.row) is not None:
        if not row.words:
            cursor.take()
        elif row.indent == 0 and _NODE.match(row.words):
            node = _node(cursor, cast)
            nodes += [node] if node is not None else []
        else:
            cursor.take()
            message = "Before this line a node must begin: put a line such as `## opening` first."
            cursor.error("CW223", row.span(), message)
            while (row := cursor.row) is not None and not (row.indent == 0 and _NODE.match(row.words)):
                cursor.take()
    return tuple(nodes)


def _lost_nodes(cursor: Cursor) -> bool:
    """Whether something was reported that may have been a node."""
    return any(fault.code in ("CW223", "CW224") for fault in cursor.faults)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who speaks. `known` is False where the head's cast could not be read, so that nobody is a stranger."""

    ids: tuple[str, ...]
    known: bool
    reserved: frozenset[str] = frozenset()
    """Names in the cast that nobody can have, so that it is unclear what their lines mean."""
    owner: str = ""
    """The scenario's file, where it is not the one that is being read."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """All who can begin a line."""
        return tuple(dict.fromkeys((NARRATOR, *self.ids, YOU)))

    @property
    def names(self) -> str:
        """The speakers as words."""
        *others, last = self.speakers
        return f"{', '.join(others)} or {last}" if others else last


def _cast(cursor: Cursor, head: Head) -> _Cast:
    key = "cast" if "cast" in head.values else nearest("cast", head.values) or "cast"
    members = head.values.get(key, {})
    if not isinstance(members, Mapping):
        return _Cast((), False)
    for name in members:
        if name in RESERVED:
            message = f"Nobody in the cast can be called `{name}`: lines that begin with it mean something else."
            cursor.error("CW225", head.key(key, name), message)
        elif not ID.fullmatch(name):
            message = f"`{name}` cannot begin a line: an id has lower-case letters, digits and hyphens, 80 at most."
            cursor.error("CW225", head.key(key, name), f"{message} Call them `{slug(name)}`.")
    ids = tuple(name if ID.fullmatch(name) else slug(name) for name in members if name not in RESERVED)
    return _Cast(ids, not head.is_faulty(key), (RESERVED - {NARRATOR}).intersection(members))


def _node(cursor: Cursor, cast: _Cast) -> NodeSyntax | None:
    """Takes a node, up to the next or the end; None where it has no id."""
    row = cursor.take()
    before = cursor.losses
    opening = _NODE.match(row.words)
    assert opening is not None, row
    if len(opening["level"]) != 2:
        cursor.error(
            "CW220", row.span(0, len(opening["level"])), "A node begins with ##: write two of them.", mended=True
        )
    elif not opening["blank"] and len(row.words) > opening.end():
        message = f"A blank is missing after the ##: write `## {row.words[opening.end() :].split()[0]}`."
        cursor.error("CW220", row.span(0, 2), message, mended=True)
    attributes, end = read_attributes(cursor, row, opening.end())
    attributes = known_attributes(cursor, attributes, (), "A node")
    words = row.words[opening.end() : end]
    id = attributes.id or (Word(slug(words), row.span(opening.end(), len(words))) if words else None)
    if id is None:
        cursor.error("CW224", row.span(), "A node needs an id, which arrows can lead to: `## opening`.")
    elif attributes.id is None and id.value != words.strip():
        message = (
            f"A heading is its node's id, which arrows name: write `## {id.value}` here, and `-> {id.value}` there."
        )
        cursor.error("CW294", id.span, message, mended=True)
    body: list[Speech | Divert | ChoiceSyntax | Detail] = []
    while (line := cursor.row) is not None:
        if not line.words:
            cursor.take()
        elif line.indent == 0 and _NODE.match(line.words):
            break
        elif (part := _part(cursor, line, cast)) is not None:
            body.append(part)
        elif body and isinstance(body[-1], ChoiceSyntax):
            # What follows a choice was probably a part of it.
            body[-1] = replace(body[-1], faulty=True)
    return NodeSyntax(row.span(), id, attributes, tuple(body), cursor.losses > before) if id is not None else None


def _part(cursor: Cursor, row: Row, cast: _Cast) -> Speech | Divert | ChoiceSyntax | Detail | None:
    """Takes the next line of a node with what belongs to it; None after a fault."""
    if row.indent > 0:
        cursor.take()
        cursor.take_deeper(0)
        cursor.error("CW220", row.span(), "This indented line belongs to nothing: begin it in column 1.")
        return None
    if row.words.startswith("->"):
        return _divert(cursor)
    if MARKER.match(row.words):
        return read_choice(cursor)
    label = _LABEL.match(row.words)
    if label is not None:
        found = DETAIL.match(row.words)
        if label["speaker"] in cast.reserved:
            cursor.losses += 1
            _spoken(cursor, label)
            return None
        if found is not None and found["key"] in CHOICE_DETAILS - NODE_DETAILS:
            cursor.take()
            cursor.take_deeper(0)
            message = f"`{found['key']}:` belongs to a choice: indent it by two blanks under the line of its choice."
            cursor.error("CW220", row.span(0, len(found["key"])), message)
            return None
        meant = nearest(label["speaker"], (*cast.speakers, *NODE_DETAILS))
        if found is not None and (found["key"] in NODE_DETAILS or (cast.known and meant in NODE_DETAILS)):
            key, value = cursor.take_detail(found)
            key = known_detail(cursor, key, NODE_DETAILS, "a node")
            value = without_swallowed(cursor, key, value, NODE_DETAILS)
            return Detail(key, value) if value is not None else None
        return _speech(cursor, row, label, cast)
    cursor.take()
    if row.words.startswith(":::"):
        _take_block(cursor, row)
        return None
    if row.words.startswith("<!--"):
        _take_comment(cursor, row)
        return None
    cursor.take_deeper(row.indent)
    if (open_ := _OPEN_MOOD.match(row.words)) is not None:
        message = "This bracket is never closed: put a ] after the mood, before the colon."
        cursor.error("CW220", row.span(open_.start("mood"), len(open_["mood"])), message)
        return None
    cursor.error("CW220", row.span(), _no_line(row.words, cast))
    return None


def _take_block(cursor: Cursor, row: Row) -> None:
    """Takes what was meant as a block of a page, up to its closing fence or the next node, as one fault."""
    message = "A block such as `::: note` stands on a page, and not in a scenario: take it out, up to its `:::`."
    cursor.error("CW220", row.span(), message)
    while row.words != ":::" and (line := cursor.row) is not None and not _NODE.match(line.words):
        if cursor.take().words == ":::":
            return


def _take_comment(cursor: Cursor, row: Row) -> None:
    """Takes what was meant as a comment, up to its end or the next node, as one fault."""
    cursor.error("CW220", row.span(), _NO_COMMENT)
    while "-->" not in row.words and (line := cursor.row) is not None and not _NODE.match(line.words):
        row = cursor.take()


def _no_line(words: str, cast: _Cast) -> str:
    """What to say of a line of a node that is nothing: how to write what it seems to be."""
    if _COMMENT.match(words):
        return _NO_COMMENT
    if (image := _IMAGE.match(words)) is not None:
        alt = image["alt"].strip() or "what it shows"
        return (
            f"A moment's picture is a detail of its node: write `media: {image['target']}` and under it `alt: {alt}`."
        )
    if words[:1] in ("*", "-") and "->" in words:
        return f"A blank is missing after the `{words[0]}`: a choice is written `* Let her finish. -> heard`."
    guarded = _GUARDED.fullmatch(words)
    if guarded is not None:
        condition = (guarded["bracket"] or guarded["bare"]).strip()
        return f"The condition of a divert stands behind it: write `-> {guarded['target']} if {condition}`."
    near = _NEAR_LINE.fullmatch(words)
    if near is not None and near["words"]:
        who, said = nearest(near["who"], (*cast.speakers, *NODE_DETAILS)), near["words"][:40]
        if near["mood"] is not None and who in cast.speakers:
            return f"A mood stands in square brackets: write `{who} [{near['mood']}]: {said}`."
        if near["mood"] is None and who is not None:
            return f"Behind `{who}` stands a colon, and then a blank: write `{who}: {said}`."
    return (
        f"Nobody says this: a line begins with a speaker ({cast.names}) and a colon, with `* ` for a choice, with "
        "`-> ` for a divert, or with a detail such as `ending: good`. What happens is told by `narrator:`."
    )


def _divert(cursor: Cursor) -> Divert | None:
    row = cursor.take()
    found = _DIVERT.fullmatch(row.words)
    if found is None or not ID.fullmatch(found["target"]):
        target = re.fullmatch(r"->[ \t]+(?P<target>.+?)(?:[ \t]+if[ \t].*)?", row.words)
        advice = advice_for_target(target["target"]) if target is not None else None
        message = "This divert cannot be read: write `-> id` or `-> id if condition`, with a space after the arrow."
        cursor.error("CW222", row.span(), advice or message)
        return None
    condition = found["condition"]
    return Divert(
        row.span(),
        Word(found["target"], row.span(found.start("target"), len(found["target"]))),
        Word(condition, row.span(found.start("condition"), len(condition))) if condition else None,
    )


def _speech(cursor: Cursor, row: Row, label: re.Match[str], cast: _Cast) -> Speech | None:
    said = label["speaker"]
    speaker = Word(said, row.span(0, len(said)))
    if said not in cast.speakers and cast.known:
        hint = did_you_mean(said, cast.speakers)
        whose = f" of {cast.owner}, which includes this" if cast.owner else ""
        message = f"`{said}` is not in the cast{whose}{hint}: a line begins with {cast.names}, exactly as written here."
        meant = nearest(said, cast.speakers)
        cursor.error("CW221", speaker.span, message, mended=meant is not None)
        if meant is None:
            cursor.take()
            cursor.take_deeper(row.indent)
            return None
        speaker = Word(meant, speaker.span)
    mood = None
    if label["mood"] is not None:
        words = label["mood"].strip()
        place = row.span(label.start("mood") - 1, len(label["mood"]) + 2)
        if words:
            mood = Word(words, row.span(row.words.index(words, label.start("mood")), len(words)))
        else:
            cursor.error("CW227", place, "These brackets hold no mood: write one, or delete them.")
    late = _LATE_MOOD.match(row.words, label.end())
    if mood is None and late is not None:
        message = f"A mood stands before the colon: write `{speaker.value} [{late['mood']}]:`. For text write \\[."
        cursor.error("CW292", row.span(late.start("bracket"), len(late["bracket"])), message, mended=True)
    spoken = _spoken(cursor, label)
    if spoken is None:
        message = f"`{said}` says nothing: write the words after the colon, or on lines that are indented deeper."
        cursor.error("CW226", speaker.span, message)
        return None
    return Speech(row.span(), speaker, mood, spoken)


def _spoken(cursor: Cursor, label: re.Match[str]) -> Text | None:
    row = cursor.take()
    first = row.rest(label.end())
    return as_text([first] if first.text.strip() else [], cursor.take_deeper(row.indent))
