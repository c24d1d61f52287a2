"""A number as people type it: the twin of number.ts, which reads the same texts as the same numbers."""

from __future__ import annotations

import re

_BLANK = "[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+"
_BLANKS = re.compile(_BLANK)
_BETWEEN_DIGITS = re.compile(f"([0-9]){_BLANK}(?=[0-9])")
_NUMBER = re.compile(r"([+-]?)([0-9.,']*[0-9])")
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:'[0-9]{3})+|[0-9]*")
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
    sign = _decimal_sign(digits, comma)
    whole, _, decimals = digits.rpartition(sign) if sign else (digits, "", "")
    if not _GROUPS.fullmatch(whole) or not re.fullmatch(r"[0-9]*", decimals):
        return None
    value = float(f"{re.sub('[^0-9]', '', whole) or '0'}.{decimals or '0'}")
    return -value if minus else value


def _plain(text: str) -> str:
    grouped = _BETWEEN_DIGITS.sub(r"\1'", text.lower().translate(_SIGNS))
    return _BLANKS.sub("", grouped)


def _without(unit: str, text: str) -> str:
    if unit and text.endswith(unit):
        return text[: -len(unit)]
    return text[len(unit) :] if unit and text.startswith(unit) else text


def _decimal_sign(digits: str, comma: bool) -> str:
    """The sign that parts the decimals in these digits, `.` or `,`; empty where none does."""
    last = "," if digits.rfind(",") > digits.rfind(".") else "."
    if digits.count(last) != 1:
        return ""
    if _ONE_GROUP.fullmatch(digits):
        return last if (last == ",") == comma else ""
    return last
