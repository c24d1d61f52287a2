"""What ends a request early: a status, a sentence for whoever reads it, and when to come again."""

from __future__ import annotations


class Refused(Exception):
    """The request goes no further. The sentence names no learner; `retry_after` is in seconds."""

    def __init__(self, status: int, sentence: str, retry_after: int | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.retry_after = retry_after
