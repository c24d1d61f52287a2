"""Pairs: each thing on the left belongs to one on the right. examples.md shows what authors write."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from builder.activities.match.codes import CODES
from builder.activities.match.pair import sides
from builder.course.attributes import Faults, flag, one_of
from builder.course.items import ITEM_DETAILS, enough, feedback_of, flat, folded, nameable
from builder.course.kind import Activity, Setting
from builder.course.pairs import PAIR_HOOKS, Pairing, PairingKind, apart
from builder.course.placed import Placed, placed
from builder.course.question import ATTRIBUTES, DETAILS, compile_about, explained
from builder.source.grammar import Grammar
from builder.source.slug import ID
from builder.source.syntax import Block, Item, SceneSyntax, Text, Word


@dataclass(frozen=True, slots=True)
class Match(Pairing):
    """`shuffle` is whether the left side is mixed; the right side always is."""

    shuffle: bool

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def mixes_items(self) -> bool:
        return self.shuffle

    @property
    def mixes_targets(self) -> bool:
        return True

    @property
    def radios(self) -> bool:
        return False


@dataclass(slots=True)
class _Reading:
    """The pairs as they are read, line by line. Where something is `None`, a fault was reported."""

    setting: Setting
    faults: Faults
    pairs: list[tuple[Placed, Placed]] = field(default_factory=list)
    targets: list[Placed] = field(default_factory=list)

    def line(self, item: Item) -> None:
        """Takes one line: a pair, or an answer that belongs to nothing."""
        found = sides(item, self.faults)
        if found is None:
            return
        if found.right is None:
            self.faults("CW314", item.span, "Nothing stands right of this arrow. Write there what belongs to the left.")
            return
        id, to, said = item.attributes.id, self._to(item), feedback_of(item, self.faults)
        if found.left is None:
            self._alone(found.right, id or to, said)
            return
        left = placed(found.left, id, said, self.setting, self.faults)
        right = self._right(found.right, to)
        if left is not None and right is not None:
            self.pairs.append((left, right))

    def _alone(self, text: Text, id: Word | None, said: Text | None) -> None:
        target = placed(text, id, said, self.setting, self.faults)
        if target is not None:
            self.targets.append(target)

    def _right(self, text: Text, id: Word | None) -> Placed | None:
        """The answer with these words: one that an earlier line has already, or a new one."""
        target = placed(text, id, None, self.setting, self.faults)
        if target is None:
            return None
        known = next((pair[1] for pair in self.pairs if folded(pair[1].words) == folded(target.words)), None)
        if known is None:
            self.targets.append(target)
            return target
        if id is not None and id.value != known.id.value:
            message = (
                f"This answer stands in line {known.span.line} too, where its id is '{known.id.value}'. Say `to=` "
            )
            self.faults("CW335", id.span, message + "where it stands first, and nowhere else.")
        return known

    def _to(self, item: Item) -> Word | None:
        """The id that `to=` gives to the answer."""
        to = item.attributes.values.get("to")
        if to is not None and not ID.fullmatch(to.value):
            message = "'to' must be an id: small letters, digits and hyphens, as in to=plain-step"
            self.faults("CW301", to.span, f"{message}, and this is '{to.value}'.")
        return to


class MatchKind(PairingKind):
    """`::: match`."""

    name = "match"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"score", "shuffle"},
        details=DETAILS,
        boxes=frozenset({""}),
        item_details=ITEM_DETAILS,
        item_attributes=frozenset({"to"}),
    )
    folder = Path(__file__).parent
    hooks = (*PAIR_HOOKS, "[data-item] select[data-shuffled] option[data-n]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        score = one_of(source.attributes, "score", ("each", "all"), faults)
        shuffle = flag(source.attributes, "shuffle", True, faults)
        explained(source, faults)
        flat(source.items, faults)
        reading = _Reading(setting, faults)
        for item in source.items:
            reading.line(item)
        items = tuple(item for item, _ in reading.pairs)
        belongs = tuple(target for _, target in reading.pairs)
        targets = tuple(reading.targets)
        if not faults.found:
            enough([item.span for item in items], "pairs", source, faults)
            nameable([target.span for target in targets], "answers", source, faults)
        apart(items, targets, belongs, ("item", "answer"), source, faults)
        if faults.found or about is None:
            return None
        return Match(about, items, targets, belongs, score, shuffle)


KIND = MatchKind()
