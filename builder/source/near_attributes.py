"""Attributes that are written nearly right: what they were meant to say, and what is wrong with them."""

from __future__ import annotations

import re

_NAME = re.compile(r"\#(?P<id>[^\s{}\"=,]+)|(?P<key>[A-Za-z][\w-]*)(?P<sign>\s*=\s*|\s*:\s+)?")
_QUOTED = re.compile(
    '["\u201c\u201d\u201e](?P<double>[^"\u201c\u201d\u201e]*)["\u201c\u201d](?=[\\s,]|$)'
    "|['\u2018\u2019](?P<single>[^'\u2018\u2019]*)['\u2018\u2019](?=[\\s,]|$)"
)
_END = re.compile(r"[\s,]+(?=#|[A-Za-z][\w-]*(?:\s*=|\s*:\s))|[\s,]*$")
_GAP = re.compile(r"[\s,]*")
_SLIP = re.compile("[\u201c\u201d\u201e\u2018\u2019'].*|.*,")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FLAG = re.compile(r"[A-Za-z][\w-]*")

_EQUALS = "An attribute is written with `=`"
_CLOSE = "No blank stands beside the `=`"
_STRAIGHT = 'Quotes round a value are straight, "like this"'
_QUOTES = "A value with blanks in it stands in quotes"
_NO_BLANKS = "No blank stands between the numbers of a value"
_NO_COMMAS = "Blanks part attributes, and no commas"


def is_slip(word: str) -> bool:
    """Whether an id or a value without quotes has what only a slip can have put there: a quote or a comma at its edge.

    >>> [is_slip(word) for word in ("2,", "\u201cworking", "0,25", "")]
    [True, True, False, True]
    """
    return not word or _SLIP.fullmatch(word) is not None


def meant(inside: str) -> tuple[str, str] | None:
    """What is wrong with what stands between the braces, and how it is written right; None where nobody can tell."""
    at, causes = 0, []
    parts: list[str] = []
    while at < len(inside):
        name = _NAME.match(inside, at)
        if name is None:
            return None
        at = name.end()
        if name["sign"] is None:
            parts.append(name[0])
        else:
            if name["sign"] != "=":
                causes.append(_EQUALS if ":" in name["sign"] else _CLOSE)
            quoted = _QUOTED.match(inside, at)
            if quoted is not None:
                ends = {quoted[0][0], quoted[0][-1]}
                causes.extend([] if ends == {'"'} else [_STRAIGHT])
                parts.append(f'{name["key"]}="{quoted["double"] or quoted["single"] or ""}"')
                at = quoted.end()
            else:
                end = _END.search(inside, at)
                run = inside[at : end.start()] if end is not None else ""
                value = _value(run, causes)
                if value is None:
                    return None
                parts.append(f"{name['key']}={value}")
                at += len(run)
        gap = _GAP.match(inside, at)
        assert gap is not None
        if not gap[0] and at < len(inside):
            return None
        causes.extend([_NO_COMMAS] if "," in gap[0] else [])
        at = gap.end()
    return (causes[0], " ".join(parts)) if causes else None


def _value(run: str, causes: list[str]) -> str | None:
    """The value that these words are, with the flags behind it; what is wrong with it joins the causes."""
    if not run or re.search('["=\u201c\u201d\u201e]', run):
        return None
    if not re.search(r"\s", run):
        return run
    first, *others = (word for word in re.split(r"\s*,\s*", run) if word)
    if not others:
        return run if all(_FLAG.fullmatch(word) for word in run.split()[1:]) else None
    if not _NUMBER.fullmatch(first):
        causes.append(_QUOTES)
        return f'"{", ".join((first, *others))}"'
    if all(_NUMBER.fullmatch(word) for word in others):
        causes.append(_NO_BLANKS)
        return ",".join((first, *others))
    causes.append(_NO_COMMAS)
    return " ".join((first, *others)) if all(_FLAG.fullmatch(word) for word in others) else None
