"""The relay's log: a JSON object a line, without credentials, addresses, learners' names and what they answered."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC, datetime
from typing import TextIO


class Journal:
    """Writes to a stream, which is flushed at each line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._key = secrets.token_bytes(16)

    def line(self, event: str, **said: str | int | None) -> None:
        """One line: when, what happened, and its particulars, without those that are None."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        particulars = {name: value for name, value in said.items() if value is not None}
        self._stream.write(json.dumps({"time": now, "event": event, **particulars}) + "\n")
        self._stream.flush()

    def alias(self, account: str) -> str:
        """Tells one learner's lines from another's as long as the relay runs; it says nothing about who it is."""
        return hashlib.blake2b(account.encode(), key=self._key, digest_size=4).hexdigest()
