"""Where something is in a statement: JSONPath as profiles may use it (xAPI Profiles 1.0, Statement Template Rules).

Names behind dots, names in brackets and quotes, indices, and `*` for all: no filters, scripts or unions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_ROOT = "$"
_STEP = re.compile(r"\.(?P<name>[A-Za-z_]\w*)|\['(?P<quoted>[^']*)'\]|\[(?P<index>\d+)\]|(?P<all>\[\*\]|\.\*)")


def found(location: str, value: Any) -> list[Any]:
    """All values at that place. Raises ValueError for what is no location."""
    if not location.startswith(_ROOT):
        raise ValueError(f"a location begins with {_ROOT}: {location!r}")
    values, at = [value], len(_ROOT)
    while at < len(location):
        step = _STEP.match(location, at)
        if step is None:
            raise ValueError(f"{location!r} cannot be read from character {at + 1}")
        values = [below for one in values for below in _below(one, step)]
        at = step.end()
    return values


def _below(value: Any, step: re.Match[str]) -> Iterator[Any]:
    if step["all"] is not None:
        yield from value.values() if isinstance(value, Mapping) else value if _is_list(value) else ()
    elif step["index"] is not None:
        index = int(step["index"])
        if _is_list(value) and index < len(value):
            yield value[index]
    elif isinstance(value, Mapping):
        name = step["quoted"] if step["quoted"] is not None else step["name"]
        if name in value:
            yield value[name]


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
