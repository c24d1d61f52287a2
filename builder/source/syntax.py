"""The syntax of a course: what the author wrote, split into its parts and nothing more.

docs/format.md says how text becomes these values. A later stage (builder/course) gives them meaning.

Where a value is `faulty`, something in it was not understood and an error has said so: what is missing from it may only
be missing because of that, so a later stage does not report it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.source.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of one line that means something by itself: an id, a key, a value."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One source line's share of a text, without the indentation that belongs to its container."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown prose of one or more lines, each with its own place, so that a fault inside it can be named."""

    lines: tuple[Line, ...]

    @property
    def value(self) -> str:
        """The Markdown, lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def span(self) -> Span:
        """Where the text begins."""
        return self.lines[0].span


@dataclass(frozen=True, slots=True)
class Attributes:
    """`{#id key=value key="two words" flag}`: a flag has the value `true`."""

    span: Span
    id: Word | None = None
    values: Mapping[str, Word] = field(default_factory=dict)
    keys: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Detail:
    """A `key: value` line with the lines that go on from it."""

    key: Word
    value: Text


@dataclass(frozen=True, slots=True)
class Item:
    """A list line of a block: `- ( ) text {attributes}` with its details and the items nested under it.

    `marker` is `-`, `*` or the number with its dot; `box` is `( )`, `(x)`, `[ ]`, `[x]` or empty.
    """

    span: Span
    marker: str
    box: str
    text: Text | None
    attributes: Attributes
    details: tuple[Detail, ...] = ()
    items: tuple[Item, ...] = ()
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """`::: kind {attributes}` up to its closing fence; `body` in source order."""

    span: Span
    kind: Word
    attributes: Attributes
    body: tuple[Text | Item | Detail | Block, ...] = ()
    faulty: bool = False

    def details(self, key: str) -> tuple[Detail, ...]:
        """The block's own details of that key, in order."""
        return tuple(part for part in self.body if isinstance(part, Detail) and part.key.value == key)

    @property
    def items(self) -> tuple[Item, ...]:
        """The block's items, in order."""
        return tuple(part for part in self.body if isinstance(part, Item))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks inside it, in order."""
        return tuple(part for part in self.body if isinstance(part, Block))

    @property
    def texts(self) -> tuple[Text, ...]:
        """The block's own prose, in order."""
        return tuple(part for part in self.body if isinstance(part, Text))


@dataclass(frozen=True, slots=True)
class Head:
    """A file's settings between `---` lines, as plain YAML values, with the place of every key and value.

    Paths into `values` are tuples of keys and list indices; `key_spans` and `value_spans` hold the places. `texts` has
    every single value as it was written (`1.10`, `007`); `faulty` names the top-level keys that were left out, or have
    something left out below them, after an error, and `""` where any could be.
    """

    span: Span
    values: Mapping[str, object] = field(default_factory=dict)
    key_spans: Mapping[tuple[str | int, ...], Span] = field(default_factory=dict)
    value_spans: Mapping[tuple[str | int, ...], Span] = field(default_factory=dict)
    texts: Mapping[tuple[str | int, ...], str] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()

    def key(self, *path: str | int) -> Span:
        """Where the key of that path stands (the head itself where the path is not there)."""
        return self.key_spans.get(path, self.span)

    def value(self, *path: str | int) -> Span:
        """Where the value of that path stands (the head itself where the path is not there)."""
        return self.value_spans.get(path, self.span)

    def is_faulty(self, key: str) -> bool:
        """Whether something of that top-level key was lost after an error."""
        return key in self.faulty or "" in self.faulty


@dataclass(frozen=True, slots=True)
class PageSyntax:
    """A prose page: its settings, then prose and blocks in order. Its id comes from the file's name.

    `lost` are the ids of blocks that could not be read.
    """

    span: Span
    head: Head
    body: tuple[Text | Block, ...]
    id: str = ""
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speech:
    """`speaker [mood]: words` in a scenario's node."""

    span: Span
    speaker: Word
    mood: Word | None
    words: Text


@dataclass(frozen=True, slots=True)
class Divert:
    """`-> id` or `-> id if condition`."""

    span: Span
    target: Word
    condition: Word | None = None


@dataclass(frozen=True, slots=True)
class ChoiceSyntax:
    """`* [if c] [again max=n] [after Ns] text -> target {#id}` with its details.

    A bracket's Word holds what stands between its keyword and the closing bracket: the condition's text,
    the number of `max=`, the seconds without their `s`.
    """

    span: Span
    text: Text | None
    target: Word | None
    attributes: Attributes
    condition: Word | None = None
    again: Word | None = None
    after: Word | None = None
    details: tuple[Detail, ...] = ()
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class NodeSyntax:
    """`## id` and what stands under it, in order."""

    span: Span
    id: Word
    attributes: Attributes
    body: tuple[Speech | Divert | ChoiceSyntax | Detail, ...] = ()
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class NodesSyntax:
    """A file of nodes, as one of the scenarios that share it reads it: with that scenario's cast."""

    span: Span
    head: Head
    nodes: tuple[NodeSyntax, ...]


@dataclass(frozen=True, slots=True)
class SceneSyntax:
    """A scenario file: its settings and its nodes, then those of the files that it includes. Its id comes from the
    file's name.

    `faulty` where a node itself could not be read, so that an arrow to it may lead nowhere only because of that.
    """

    span: Span
    head: Head
    nodes: tuple[NodeSyntax, ...]
    id: str = ""
    faulty: bool = False
    included: tuple[NodesSyntax, ...] = ()

    @property
    def all_nodes(self) -> tuple[NodeSyntax, ...]:
        """Its own nodes, then the shared ones."""
        return (*self.nodes, *(node for file in self.included for node in file.nodes))
