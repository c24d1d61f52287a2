"""A number as people type it: the twin of number.ts, which reads the same texts as the same numbers."""

from __future__ import annotations

import re

_BLANK = "[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+"
_BLANKS = re.compile(_BLANK)
_BETWEEN_DIGITS = re.compile(f"([0-9]){_BLANK}(?=[0-9])")
_NUMBER = re.compile(r"([+-]?)([0-9.,']*[0-9])")
_LAST_SIGN = re.compile(r"(.*)([.,])([0-9]+)")
_GROUPS = re.compile(r"[0-9]{1,3}([.,'])(?:[0-9]{2,3}\1)*[0-9]{3}|[0-9]*")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SIGNS = str.maketrans("\u2212\u2013\u2019", "--'")


def read_number(text: str, unit: str = "", comma: bool = False) -> float | None:
    """The number that the text is, with the unit before or behind it or without; None where it is none.

    Blanks, apostrophes, commas and points may part groups of three digits, and a comma or a point the decimals. `1,000`
    and `1.000` go by the language: `comma` where it writes decimals with a comma.
    """
    found = _NUMBER.fullmatch(_without(_plain(unit), _plain(text)))
    if found is None:
        return None
    minus, digits = found[1] == "-", found[2]
    last = _LAST_SIGN.fullmatch(digits)
    whole, decimals = (last[1], last[3]) if last and _is_decimal(digits, last[2], comma) else (digits, "0")
    if not _GROUPS.fullmatch(whole):
        return None
    value = float(f"{re.sub('[^0-9]', '', whole) or '0'}.{decimals}")
    return -value if minus else value


def _is_decimal(digits: str, sign: str, comma: bool) -> bool:
    """Whether the last sign of these digits parts the decimals: it stands once, and not as groups of digits do."""
    return digits.count(sign) == 1 and (not _ONE_GROUP.fullmatch(digits) or (sign == ",") == comma)


def _plain(text: str) -> str:
    grouped = _BETWEEN_DIGITS.sub(r"\1'", text.lower().translate(_SIGNS))
    return _BLANKS.sub("", grouped)


def _without(unit: str, text: str) -> str:
    if unit and text.endswith(unit):
        return text[: -len(unit)]
    return text[len(unit) :] if unit and text.startswith(unit) else text
