"""What may be chosen and what is said about it, in one form for every kind that has it: for the checks.

A kind gives `choices` where the learner chooses among alternatives that somebody wrote to stand beside one another (the
pieces of a running text are none), and `feedbacks` where something is said to an answer. Without them no check of
fairness or of feedback looks at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from builder.source.span import Span
from builder.source.syntax import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its words without markup, where they stand, and whether it is right (None: neither)."""

    words: str
    span: Span
    right: bool | None = None


@runtime_checkable
class Choosing(Protocol):
    """An activity in which the learner chooses."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen, in the author's order; of a scenario all choices of all its nodes."""

    @property
    def in_order(self) -> bool:
        """Whether each learner meets the choices in the author's order, so that the order may give the key away."""


@runtime_checkable
class Answering(Protocol):
    """An activity that says something to what was answered."""

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single answers, in source order; a question's `explain` is not among them."""
