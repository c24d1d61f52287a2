"""What is reported of an answer is the same by the player's trackers and by what the tests expect an LMS to hold.

Whatever was answered, for every kind of question there is, over the questions of its own documentation.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.player.test_scores import QUESTIONS, Asked, Scorer, scorer
from tests.player.values import any_values, values_near
from tests.reports.reported import Reader

__all__ = ["scorer"]

READERS = {
    "letters": Reader("scorm12", "en-GB"),
    "words": Reader("scorm12", "en-GB", words=True),
    "scorm2004": Reader("scorm2004", "en-GB"),
}


@pytest.mark.parametrize("asked", QUESTIONS)
@settings(max_examples=40)
@given(data=st.data())
def test_any_answer_is_reported_as_the_tests_expect_it(scorer: Scorer, asked: Asked, data: st.DataObject) -> None:
    best = dict(asked.kind.best(asked.data))
    values = data.draw(values_near(asked.shape, best) | any_values(asked.shape))
    found = scorer(asked, values)
    for name, reader in READERS.items():
        said = [
            (event["id"], each["type"], each["response"], tuple(each["patterns"]), each["result"])
            for event, each in zip(found["reports"], found[name], strict=True)
        ]
        expected = reader.expected(asked.kind, asked.data, values)
        assert said == [(each.id, each.type, each.response, each.patterns, each.result) for each in expected]
