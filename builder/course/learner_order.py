"""The order in which one learner meets the options of one thing. Its twin is player/src/course/random.ts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

_BITS = 0xFFFFFFFF


def shuffled(seed: int, n: int, numbers: Iterable[int], salt: int = 0) -> list[int]:
    """The numbers in this learner's order: `n` is the thing's number, `seed` the learner's, from 1."""
    return sorted(numbers, key=lambda number: (hashed(seed, n, salt, number), number))


def hashed(*words: int) -> int:
    """The 32 bits of MurmurHash3's last step, folded over the words."""
    return reduce(lambda mixed, word: _mix((mixed ^ word) & _BITS), words, 0)


def _mix(bits: int) -> int:
    bits = ((bits ^ bits >> 16) * 0x85EBCA6B) & _BITS
    bits = ((bits ^ bits >> 13) * 0xC2B2AE35) & _BITS
    return bits ^ bits >> 16
