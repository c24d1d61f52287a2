"""What an answer is worth is the same in Python, which checks courses, and in the browser, which scores answers.

For every kind of question that is there, over the questions of its own documentation.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.activities import find_kinds
from builder.activities.examples import Example, read_examples
from builder.course.hundredths import ALL
from builder.course.kind import Activity, AskingKind
from builder.course.record import RecordShape
from builder.site.data import wire_shape
from tests.activities.reading import html, read
from tests.player.typescript import TESTS, bundle, node
from tests.player.values import any_values, values_near

Values = dict[str, Any]

# With a kind that lies with the tests, so that what holds for ours is seen to hold for anybody's.
KINDS = find_kinds([TESTS.parents[1] / "tests" / "kinds"])
ASKING = {name: kind for name, kind in KINDS.items() if isinstance(kind, AskingKind)}


@dataclass(frozen=True)
class Asked:
    """A question of a kind's documentation, as the player gets it."""

    kind: AskingKind
    data: dict[str, Any]
    shape: RecordShape

    def fitted(self, values: Values) -> Values:
        """The values with every field of the record, empty where it is not there."""
        fields = [field for group in self.shape.groups for field in group.fields]
        return {field.name: values.get(field.name, _EMPTY[type(field).__name__]) for field in fields}


_EMPTY: dict[str, Any] = {"Uint": 0, "Bits": [], "Sequence": [], "Rows": [], "Utf8": ""}


def _asked() -> Iterator[Any]:
    for name, kind in ASKING.items():
        at = 0
        for piece in read_examples(kind.folder):
            if not isinstance(piece, Example) or piece.codes:
                continue
            found = read(piece.source, kinds=KINDS)
            activities: list[Activity] = [
                each for activity in found.activities for each in (activity, *activity.inner) if each.kind == name
            ]
            for activity in activities:
                at += 1
                data = {
                    **activity.data(found.numbers, html),
                    "kind": name,
                    "n": found.numbers[activity.id.value],
                    "id": activity.id.value,
                    "page": 1,
                    "quiz": 0,
                }
                data["correct"] = kind.correct(data)
                yield pytest.param(Asked(kind, data, activity.record(found.numbers, True)), id=f"{name}-{at}")


QUESTIONS = list(_asked())


class Scorer:
    """A Node process that scores with the rules of every kind's own controller."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, asked: Asked, values: Values) -> dict[str, Any]:
        assert self.process.stdin is not None and self.process.stdout is not None
        question = {"data": asked.data, "shape": wire_shape(asked.shape), "values": values}
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


@pytest.fixture(scope="module")
def scorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scorer]:
    program = node()
    folder = tmp_path_factory.mktemp("scorer")
    imports = [*(kind.folder / "controller" for kind in ASKING.values()), TESTS / "scorer"]
    (folder / "scorer.ts").write_text("".join(f"import {json.dumps(str(path))};\n" for path in imports), "utf-8")
    script = bundle(folder / "scorer.ts", folder)
    with subprocess.Popen([program, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Scorer(process)
        assert process.stdin is not None
        process.stdin.close()


def agreed(scorer: Scorer, asked: Asked, values: Values) -> int | None:
    """The score on which Python and the player agree, before and after the record was packed, and in the report."""
    found = scorer(asked, values)
    score = asked.kind.score(asked.data, values)
    assert (found["score"], found["unpacked"]) == (score, score)
    assert score is None or (isinstance(score, int) and 0 <= score <= ALL)
    left = max(0, 100 - sum(asked.data.get("hints", [])[: values["hints"]]))
    worth = None if score is None else (score * left + 50) // 100
    assert found["worth"] == worth
    whole = [report["result"] for report in found["reports"] if report["id"] == asked.data["id"]]
    if worth is None:
        assert whole in ([], ["neutral"])
    else:
        share = worth / ALL if worth or score == ALL else "incorrect"
        assert whole in ([], ["correct" if worth == ALL else share])
    return score


def test_every_kind_of_question_has_an_example_that_is_scored_here() -> None:
    assert {question.id.rpartition("-")[0] for question in QUESTIONS} == set(ASKING)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_best_answer_has_full_marks_and_none_has_nothing(scorer: Scorer, asked: Asked) -> None:
    best = agreed(scorer, asked, asked.fitted(dict(asked.kind.best(asked.data))))
    nothing = agreed(scorer, asked, asked.fitted({}))
    assert (best, nothing) in [(ALL, 0), (None, None)]


@pytest.mark.parametrize("asked", QUESTIONS)
@settings(max_examples=50)
@given(data=st.data())
def test_any_answer_is_scored_and_reported_alike(scorer: Scorer, asked: Asked, data: st.DataObject) -> None:
    best = dict(asked.kind.best(asked.data))
    values = data.draw(values_near(asked.shape, best) | any_values(asked.shape))
    hints = data.draw(st.lists(st.integers(0, 100), max_size=9))
    agreed(scorer, replace(asked, data={**asked.data, "hints": hints}), values)
