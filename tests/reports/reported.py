"""What an LMS must hold of an answer, worked out from what the learner did and not from what the player sent.

For any course: the answers come from the kinds' own `answers` in Python (builder/course/kind.py), the forms from the
two standards (SCORM 1.2 Run-Time Environment, 3.4.4, CMIFeedback; SCORM 2004 4th edition, 4.2.9.1 and 4.2.9.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from builder.course.hundredths import ALL
from builder.course.kind import AskingKind, Values
from builder.course.response import (
    MOST_PATTERNS,
    Answer,
    Choices,
    Number,
    Option,
    Order,
    Pairs,
    Range,
    Response,
    Scale,
    Texts,
    Truth,
)
from builder.reports.names import interaction_id, letter, type12, type2004

MOST_FEEDBACK = 255
MOST_SHORT = 250
MOST_LONG = 4_000
SURE = tuple(Option(n, id, id) for n, id in enumerate(("guess", "think-so", "sure"), 1))
PLAIN = str.maketrans("‘’“”–—", "''\"\"--")

# What browsers take for blanks.
_BLANKS = "\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reported:
    """One interaction, without its times. `description` is empty in SCORM 1.2, which has none."""

    id: str
    type: str
    response: str
    patterns: tuple[str, ...]
    result: str
    weighting: str
    objectives: tuple[str, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One standard's forms of answers, as a course of this language has them."""

    standard: str
    language: str
    words: bool = False

    def expected(self, kind: AskingKind, data: Data, values: Values) -> list[Reported]:
        """What is reported when a question is checked, or sent with its quiz, with these values kept of it."""
        score = kind.score(data, values)
        answers = kind.answers(data, values)
        costs = data.get("hints", [])[: int(str(values.get("hints", 0)))]
        left = score and (score * max(0, 100 - sum(costs)) + 50) // 100
        result = self._result(score, left)
        weight = str(data["points"]) if data["quiz"] else "0"
        found = [self._reported(data, answer, result, weight) for answer in answers]
        if sure := int(str(values.get("sure", 0))):
            answer = Answer(Scale(SURE[sure - 1]), options=SURE, part="confidence")
            found.append(self._reported(data, answer, "neutral", "0"))
        return found

    def read(self, item: Data) -> Reported:
        """An interaction as the LMS holds it: a tree of the standard's elements."""
        said = "student_response" if self.standard == "scorm12" else "learner_response"
        return Reported(
            item["id"],
            item["type"],
            item[said],
            tuple(each["pattern"] for each in listed(item["correct_responses"])),
            item["result"],
            item["weighting"],
            tuple(each["id"] for each in listed(item["objectives"])),
            item.get("description", ""),
        )

    def _reported(self, data: Data, answer: Answer, result: str, weight: str) -> Reported:
        old = self.standard == "scorm12"
        right = answer.right if not answer.part else ()
        fitting = [
            each for each in right if isinstance(each, Range | Number) == isinstance(answer.response, Number | Range)
        ]
        write = self._feedback(answer) if old else self._write
        patterns = dict.fromkeys(write(each, True) for each in fitting)
        return Reported(
            interaction_id(data["id"], answer.part),
            type12(answer, self.words) if old else type2004(answer),
            write(answer.response, False),
            tuple(pattern for pattern in patterns if pattern)[:MOST_PATTERNS],
            result,
            weight,
            tuple(data["objectives"]),
            "" if old else self._tagged(answer.prompt or data["prompt"], MOST_SHORT),
        )

    def _result(self, score: int | None, left: int | None) -> str:
        if score is None or left is None:
            return "neutral"
        if left == (ALL if score == ALL else 0):
            return "correct" if score == ALL else ("wrong" if self.standard == "scorm12" else "incorrect")
        return f"{left / ALL:.4f}".rstrip("0").rstrip(".")

    def _feedback(self, answer: Answer) -> Callable[[Response, bool], str]:
        """SCORM 1.2's forms, with the name of an option that this answer is reported by."""
        free = type12(answer, self.words) == "performance"
        named: list[Callable[[Option], str]] = [
            (lambda option: ascii_of(option.text)) if self.words else (lambda option: option.id),
            lambda option: str(option.n),
        ]
        if not free:
            named = [lambda option: letter(option.n)]
        for name in named:
            forms = [_feedback(each, name, free) for each in (answer.response, *answer.right)]
            if all(len(form) <= MOST_FEEDBACK for form in forms):
                break
        return lambda response, _right: one_line(_feedback(response, name, free), MOST_FEEDBACK)

    def _write(self, response: Response, right: bool) -> str:
        """SCORM 2004's forms."""
        match response:
            case Choices(options) | Order(options):
                return "[,]".join(option.id for option in options)
            case Truth(value):
                return str(value).lower()
            case Pairs(pairs):
                return "[,]".join("[.]".join(each.id for each in pair) for pair in pairs)
            case Texts(texts, long, exact_case):
                most = MOST_LONG if long else MOST_SHORT
                flags = "{case_matters=true}" if right and exact_case else ""
                return flags + "[,]".join(self._tagged(text, most) for text in texts)
            case Number(value):
                return f"{number(value)}[:]{number(value)}" if right else number(value)
            case Range(least, most_):
                return "[:]".join("" if end is None else number(end) for end in (least, most_))
            case Scale(chosen):
                return chosen.id

    def _tagged(self, text: str, most: int) -> str:
        line = one_line(re.sub(r"\[+(?=[,.:]\])", "", text), most)
        return f"{{lang={self.language}}}{line.lstrip('{ ')}"


def _feedback(response: Response, name: Callable[[Option], str], free: bool) -> str:
    match response:
        case Truth(value):
            return "t" if value else "f"
        case Texts(texts):
            return "; ".join(map(ascii_of, texts))
        case Number(value):
            return number(value)
        case Range(least, most):
            ends = [end for end in (least, most) if end is not None]
            return number(sum(ends) / len(ends)) if ends else ""
        case Scale(chosen):
            return name(chosen)
        case Order(order):
            return ("; " if free else ",").join(map(name, order))
        case Choices(chosen):
            items = [*map(name, chosen)]
        case Pairs(pairs):
            items = [("=" if free else ".").join(map(name, pair)) for pair in pairs]
    if free:
        return "; ".join(items)
    return f"{{{','.join(sorted(items))}}}" if len(items) > 1 else "".join(items)


def listed(numbered: Any) -> list[Any]:
    """A collection of the data model, as a list or by its indices."""
    return numbered if isinstance(numbered, list) else [numbered[key] for key in sorted(numbered, key=int)]


def tree(elements: Mapping[str, str], collection: str) -> list[dict[str, Any]]:
    """A collection of the data model from the elements by name, `cmi.interactions.0.id`, as some LMSs keep them."""
    found: dict[str, Any] = {}
    for name, value in elements.items():
        if not name.startswith(f"cmi.{collection}."):
            continue
        *path, last = name.split(".")[2:]
        place = found
        for step in path:
            place = place.setdefault(step, {})
        place[last] = value
    return listed(found)


def number(value: float) -> str:
    """A number in digits, with seven decimals at the most."""
    return f"{value:.7f}".rstrip("0").rstrip(".")


def ascii_of(text: str) -> str:
    """A text in SCORM 1.2's characters."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    return "".join(
        sign if sign.isascii() or sign in "\u1680\u2028\u2029\ufeff" else "?" for sign in bare.translate(PLAIN)
    )


def one_line(text: str, most: int) -> str:
    """A text on one line, cut after a word where it is too long. Lengths are in units of UTF-16, as browsers count."""
    line = re.sub(f"[{_BLANKS}\\x00-\\x1f\\x7f-\\x9f]+", " ", text).strip(" ")
    if _units(line) <= most:
        return line
    cut = line.encode("utf-16-le", "surrogatepass")[: 2 * (most - 3)].decode("utf-16-le", "ignore")
    return f"{re.sub(' [^ ]{0,50}$', '', cut)}..."


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
