"""`::: draw` inside a quiz: which questions of which bank, and how many of each, so that the count is a proof.

A draw takes from pools: one for each tag of `each`, and one of all that it may draw for the rest. What a quiz's draws
need of all pools together is checked by the rule that draw.ts draws by, so that no attempt ever comes up short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.course.attributes import Faults, listed, whole
from builder.course.kind import Activity, Bank, Setting
from builder.course.question import Question
from builder.source.grammar import EXCUSE, Grammar
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, Word

DRAW = Grammar(attributes=frozenset({"bank", "count", "each", "tag", "tags"}), details=frozenset({EXCUSE}), prose=False)
MOST_DRAWN = 100

_SHARE = re.compile(r"(?P<tag>[^\s,:]+):(?P<count>[1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True)
class Pool:
    """So many of these questions."""

    take: int
    questions: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """Pools to draw from; `at` is how many of the quiz's fixed questions stand before it."""

    at: int
    pools: tuple[Pool, ...]
    span: Span

    @property
    def count(self) -> int:
        """How many questions it draws."""
        return sum(pool.take for pool in self.pools)


def compile_draw(block: Block, at: int, setting: Setting, faults: Faults) -> Draw | None:
    """The draw; None after an error (CW362 to CW364). Without pools where its bank could not be read."""
    for text in block.texts:
        message = "A draw holds nothing: what it draws is in the bank. Put this before the quiz, or into it."
        faults("CW363", text.span, message)
    bank = _bank(block, setting, faults)
    shares = _shares(block, faults)
    named = sum(share for _, share in shares or ())
    count = whole(block.attributes, "count", named, MOST_DRAWN, faults)
    if bank is None or shares is None:
        return None
    if count < named:
        word = block.attributes.values["count"]
        faults(
            "CW363", word.span, f"`each` names {named} questions, and `count` says {count}. Raise it or leave it out."
        )
        return None
    if count == 0:
        if "count" not in block.attributes.values:
            message = "How many are to be drawn? Say count=6, or so many of each tag: each=MC1:2,MC2:2."
            faults("CW363", block.kind.span, message)
        return None
    tags = [*listed(block.attributes, "tag"), *listed(block.attributes, "tags")]
    wanted = {tag.value for tag in tags}
    fitting = tuple(found for found in bank.questions if not tags or wanted & tags_of(found))
    pools = _pools(fitting, shares, count)
    if bank.whole:
        _enough(block, bank, tags, pools, shares, count, len(fitting), faults)
    return Draw(at, pools, block.span)


def tags_of(question: Activity) -> frozenset[str]:
    """What a draw can find it by: its tags, misconceptions and whatever else it covers."""
    if not isinstance(question, Question):
        return frozenset()
    about = question.about
    return frozenset(word.value for word in (*about.tags, *about.mc, *about.covers))


def drawn_at_most(draws: Sequence[Draw]) -> int:
    """How many different questions the draws can have together: each slot of a pool filled, as draw.ts does it."""
    slots = [
        {found.id.value for found in pool.questions} for draw in draws for pool in draw.pools for _ in range(pool.take)
    ]
    held: dict[int, str] = {}

    def place(id: str, tried: set[int]) -> bool:
        for slot, fitting in enumerate(slots):
            if slot in tried or id not in fitting:
                continue
            tried.add(slot)
            if slot not in held or place(held[slot], tried):
                held[slot] = id
                return True
        return False

    for id in dict.fromkeys(found.id.value for found in may_draw(draws)):
        place(id, set())
    return len(held)


def may_draw(draws: Iterable[Draw]) -> tuple[Activity, ...]:
    """Every question that any of the draws may draw, each once, in the banks' order."""
    found = {found.id.value: found for draw in draws for pool in draw.pools if pool.take for found in pool.questions}
    return tuple(found.values())


def _bank(block: Block, setting: Setting, faults: Faults) -> Bank | None:
    word = block.attributes.values.get("bank")
    if word is None:
        if not block.faulty:
            example = min(setting.banks, default="questions")
            faults("CW363", block.kind.span, f"This draw does not say from which bank: bank={example}.")
        return None
    bank = setting.banks.get(word.value)
    if bank is None:
        id = word.value.removeprefix("banks/").removesuffix(".md")
        hint = "" if id in setting.banks else did_you_mean(word.value, setting.banks)
        advice = f" Write bank={id}." if id in setting.banks else f" Write it as banks/{id}.md."
        message = f"There is no bank '{word.value}'{hint}.{'' if hint else advice}"
        faults("CW362", word.span, message)
    return bank


def _shares(block: Block, faults: Faults) -> list[tuple[Word, int]] | None:
    """The tags of `each` with their counts, in order; None after an error."""
    word = block.attributes.values.get("each")
    shares: list[tuple[Word, int]] = []
    if word is None:
        return shares
    for part in listed(block.attributes, "each"):
        found = _SHARE.fullmatch(part.value)
        if found is None:
            message = f"'each' names tags with a number each, as in each=MC1:2,MC2:2, and this is '{part.value}'."
            faults("CW301", part.span, message)
            return None
        if any(found["tag"] == tag.value for tag, _ in shares):
            faults("CW301", part.span, f"'{found['tag']}' is in `each` already. Put both numbers into one.")
            return None
        shares.append((Word(found["tag"], part.span.moved(0, len(found["tag"]))), int(found["count"])))
    return shares


def _pools(fitting: tuple[Activity, ...], shares: Sequence[tuple[Word, int]], count: int) -> tuple[Pool, ...]:
    """One for each share, of the questions whose first tag in the order of `each` it is; then one for the rest."""
    order = [tag.value for tag, _ in shares]
    first = {found.id.value: next((tag for tag in order if tag in tags_of(found)), None) for found in fitting}
    pools = [
        Pool(share, tuple(found for found in fitting if first[found.id.value] == tag.value)) for tag, share in shares
    ]
    rest = count - sum(pool.take for pool in pools)
    return (*pools, *([Pool(rest, fitting)] if rest else []))


def _enough(
    block: Block,
    bank: Bank,
    tags: Sequence[Word],
    pools: Sequence[Pool],
    shares: Sequence[tuple[Word, int]],
    count: int,
    fitting: int,
    faults: Faults,
) -> None:
    """CW364 where the bank has too few for the draw, or for one of its tags."""
    short = False
    for (tag, share), pool in zip(shares, pools, strict=False):
        if len(pool.questions) < share:
            short = True
            among = " (one with several of the tags counts for the first of them in `each`)" if len(shares) > 1 else ""
            which = f"'{tag.value}'{_meant(tag, bank)}{among}"
            faults(
                "CW364",
                tag.span,
                f"The bank '{bank.id}' has {_so_many(len(pool.questions))} for {which}, and this draw "
                f"takes {share}. Write more into {bank.span.file}, or draw fewer.",
            )
    if fitting < count and not short:
        named = " or ".join(f"'{tag.value}'{_meant(tag, bank)}" for tag in tags)
        which = f" with the tag {named}" if tags else ""
        faults(
            "CW364",
            block.attributes.values["count"].span if "count" in block.attributes.values else block.kind.span,
            f"The bank '{bank.id}' has {_so_many(fitting)}{which}, and this draw takes {count}. "
            f"Write more into {bank.span.file}, or draw fewer.",
        )


def _meant(tag: Word, bank: Bank) -> str:
    """The tag of the bank that this one is a slip of, where no question has it."""
    known = {known for question in bank.questions for known in tags_of(question)}
    return "" if tag.value in known else did_you_mean(tag.value, known)


def _so_many(count: int) -> str:
    return f"{count or 'no'} question{'' if count == 1 else 's'}"
