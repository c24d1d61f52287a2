"""A scenario's conditions: `trust >= 4 and not shown(honesty)` to a tree that Python and the browser both walk.

    condition  = all ("or" all)*
    all        = one ("and" one)*
    one        = "not" one | term (("==" | "!=" | "<" | "<=" | ">" | ">=") term)?
    term       = whole number | "true" | "false" | variable | "(" condition ")"
               | "visited(" node ")" | "shown(" technique ")"

Every condition is typed: a number is never taken for true or false. docs/scenarios.md says what a tree means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from builder.course.kind import Json, Report
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Word

Type = Literal["number", "yes or no"]
Names = Literal["variables", "nodes", "techniques"]

LONGEST = 200
"""The most words and signs in one condition, so that its tree is never too deep to walk."""

COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
RESERVED = frozenset({"and", "or", "not", "true", "false", "visited", "shown"})
"""Words that no variable may be called."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A condition. `value` is a number itself (`int`) or an index into the table (`var`, `visited`, `shown`)."""

    op: str
    value: int = 0
    parts: tuple[Tree, ...] = ()

    def json(self) -> Json:
        """The tree as docs/scenarios.md writes it: a number, or a list that begins with the operator."""
        if self.op == "int":
            return self.value
        return [self.op, *(part.json() for part in self.parts)] if self.parts else [self.op, self.value]

    def nodes_asked(self) -> frozenset[int]:
        """The nodes that the condition asks `visited` of."""
        mine = {self.value} if self.op == "visited" else set[int]()
        return frozenset(mine.union(*(part.nodes_asked() for part in self.parts)))


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a condition may use, each with its index in the table.

    `lost` says of which of the three some could not be read: an unknown one is then not reported, since the author may
    well have declared it.
    """

    variables: Mapping[str, tuple[int, Type]]
    nodes: Mapping[str, int]
    techniques: Mapping[str, int]
    lost: frozenset[Names] = frozenset()


def parse_condition(source: Word, scope: Scope, report: Report) -> Tree | None:
    """The tree of a condition's text; None after its first fault, which was reported."""
    try:
        return _Parser(source, scope).whole()
    except _Fault as fault:
        if fault.diagnostic:
            report(fault.diagnostic)
        return None


def no_variable(name: str, known: Iterable[str]) -> str:
    """The message for a variable that the scenario's head does not declare."""
    return f"There is no variable '{name}'{did_you_mean(name, known)}. Variables are declared under vars: in the head."


class _Fault(Exception):
    """What ends the reading of a condition; without a diagnostic where the author is not at fault."""

    def __init__(self, diagnostic: Diagnostic | None) -> None:
        super().__init__()
        self.diagnostic = diagnostic


def _fault(code: str, span: Span, message: str) -> _Fault:
    return _Fault(Diagnostic(code, span, message))


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    span: Span


_TOKEN = re.compile(r"\s*(?P<token>-?\d+(?:[.,]\d+|%)|-?\d+(?![\w-])|\w[\w-]*|[=!<>]=|=[<>]|<>|&&?|\|\|?|[<>()]|\S)")

_INSTEAD = {
    **dict.fromkeys(("&", "&&", "AND", "And", ","), "For 'both', write 'and': 'owner and trust > 4'."),
    **dict.fromkeys(("|", "||", "OR", "Or"), "For 'one or the other', write 'or': 'owner or trust > 4'."),
    **dict.fromkeys(("!", "NOT", "Not", "unless"), "For the opposite, write 'not' before it: 'not owner'."),
    **{sign: f"Write '{sign.lower()}', in small letters." for sign in ("True", "False", "TRUE", "FALSE")},
    **dict.fromkeys(("yes", "no", "Yes", "No"), "A yes or no is 'true' or 'false': write 'owner', or 'not owner'."),
    **{sign: f"To compare, write '{sign[::-1]}'." for sign in ("=>", "=<")},
    **{sign: f"To compare, write '{known}'." for sign, known in (("≥", ">="), ("≤", "<="), ("≠", "!="), ("<>", "!="))},
    "=": "To compare, write '=='.",
    **dict.fromkeys(
        ("is", "equals"), "To compare, write '==' or '>=': 'trust >= 4'. A yes or no stands by itself: 'owner'."
    ),
    **dict.fromkeys("'\"‘’“”`", "Names and numbers have no quotes: write 'trust >= 4'."),
    **dict.fromkeys("+-*/−", "A condition only compares, it does not reckon: write 'trust >= 4'."),
    **{
        word: f"The word for that is '{asked}': write '{asked}(id)'."
        for word, asked in (("seen", "visited"), ("used", "shown"))
    },
    "else": "A divert has no 'else': put another one under it, '-> id', without an 'if'.",
}
"""What to write in place of what other languages know."""

_Typed = tuple[Tree, Type, Span]


class _Parser:
    """Recursive descent over one condition. Lives for one call of `parse_condition`."""

    def __init__(self, source: Word, scope: Scope) -> None:
        self.scope = scope
        self.tokens = [
            _Token(found["token"], source.span.moved(found.start("token"), len(found["token"])))
            for found in _TOKEN.finditer(source.value)
        ]
        self.end = _Token("", source.span.moved(max(0, len(source.value) - 1)))
        self.at = 0

    def whole(self) -> Tree:
        if len(self.tokens) > LONGEST:
            raise _fault("CW213", self.tokens[LONGEST].span, f"A condition has at most {LONGEST} words and signs.")
        typed = self.either()
        if self.next.text:
            raise _unreadable(self.next)
        return _expect(typed, "yes or no", "A condition")

    @property
    def next(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else self.end

    def take(self, *texts: str) -> _Token | None:
        token = self.next
        if token.text not in texts or not token.text:
            return None
        self.at += 1
        return token

    def either(self) -> _Typed:
        return self.joined("or", self.all)

    def all(self) -> _Typed:
        return self.joined("and", self.one)

    def joined(self, word: Literal["and", "or"], operand: Callable[[], _Typed]) -> _Typed:
        first = operand()
        parts = [first]
        while self.take(word):
            parts.append(operand())
        if len(parts) == 1:
            return first
        return Tree(word, parts=tuple(_expect(part, "yes or no", f"'{word}'") for part in parts)), "yes or no", first[2]

    def one(self) -> _Typed:
        if word := self.take("not"):
            return Tree("not", parts=(_expect(self.one(), "yes or no", "'not'"),)), "yes or no", word.span
        left = self.term()
        operator = self.take(*COMPARISONS)
        if not operator:
            return left
        right = self.term()
        if self.next.text in COMPARISONS:
            raise _fault("CW213", self.next.span, "One comparison at a time: write 'a < b and b < c'.")
        if operator.text in ("==", "!="):
            if left[1] != right[1]:
                raise _fault("CW214", operator.span, f"'{operator.text}' compares a number with a yes or no.")
        else:
            for side in (left, right):
                _expect(side, "number", f"'{operator.text}'")
        return Tree(operator.text, parts=(left[0], right[0])), "yes or no", left[2]

    def term(self) -> _Typed:
        token = self.next
        self.at += 1
        if token.text == "(":
            inner = self.either()
            self.close()
            return inner
        if re.fullmatch(r"-?\d+", token.text):
            if len(token.text) > 7:
                raise _fault(
                    "CW213", token.span, "This number is too great for a scenario: 1000 is the greatest bound."
                )
            return Tree("int", int(token.text)), "number", token.span
        if token.text in ("true", "false"):
            return Tree("int", int(token.text == "true")), "yes or no", token.span
        if token.text == "visited":
            return Tree("visited", self.argument(self.scope.nodes, "CW218", "node")), "yes or no", token.span
        if token.text == "shown":
            return Tree("shown", self.argument(self.scope.techniques, "CW212", "technique")), "yes or no", token.span
        if not re.fullmatch(r"\w[\w-]*", token.text) or token.text in RESERVED:
            raise _unreadable(token)
        if token.text not in self.scope.variables:
            if token.text in _INSTEAD:
                raise _unreadable(token)
            raise self.unknown("variables", "CW211", token, no_variable(token.text, self.scope.variables))
        index, type_ = self.scope.variables[token.text]
        return Tree("var", index), type_, token.span

    def argument(self, known: Mapping[str, int], code: str, what: str) -> int:
        asked, example = ("visited", "opening") if what == "node" else ("shown", "empathy")
        if not self.take("("):
            message = f"After '{asked}' must stand a {what} in parentheses: '{asked}({example})'."
            raise _fault("CW213", self.next.span, message)
        name = self.next
        if not re.fullmatch(r"\w[\w-]*", name.text):
            raise _fault(
                "CW213", name.span, f"Here must stand the id of a {what}, without quotes: '{asked}({example})'."
            )
        self.at += 1
        if name.text not in known:
            message = f"There is no {what} '{name.text}'{did_you_mean(name.text, known)}."
            raise self.unknown("nodes" if what == "node" else "techniques", code, name, message)
        self.close()
        return known[name.text]

    def unknown(self, names: Names, code: str, token: _Token, message: str) -> _Fault:
        return _Fault(None if names in self.scope.lost else Diagnostic(code, token.span, message))

    def close(self) -> None:
        if not self.take(")"):
            where = "here" if self.next.text else "at the end"
            raise _fault("CW213", self.next.span, f"A ')' is missing {where}.")


def _expect(typed: _Typed, type_: Type, who: str) -> Tree:
    tree, is_, span = typed
    if is_ == type_:
        return tree
    if type_ == "number":
        raise _fault(
            "CW214", span, f"{who} needs a number, and this is a yes or no: write 'owner' or 'not owner' alone."
        )
    raise _fault("CW214", span, f"{who} needs a yes or no, and this is a number: compare it, as in 'trust >= 4'.")


def _unreadable(token: _Token) -> _Fault:
    if not token.text:
        return _fault(
            "CW213", token.span, "The condition stops too early: a value is missing at its end, as in 'trust >= 4'."
        )
    if token.text in _INSTEAD:
        return _fault("CW213", token.span, _INSTEAD[token.text])
    if re.fullmatch(r"-?\d+(?:[.,]\d+|%)", token.text):
        return _fault("CW213", token.span, f"'{token.text}' is no whole number: write such as 'trust >= 4'.")
    if token.text == ")":
        return _fault("CW213", token.span, "No '(' opens before this ')': take it out, or add one.")
    words = "Conditions know and, or, not, comparisons, visited(node) and shown(technique)."
    if re.fullmatch(r"\w[\w-]*", token.text) and token.text not in RESERVED:
        words = "Between two conditions stands 'and' or 'or': 'owner and trust > 4'."
    return _fault("CW213", token.span, f"'{token.text}' is not understood here. {words}")
