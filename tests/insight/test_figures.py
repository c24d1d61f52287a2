"""Every figure is what a plain recount of the same statements gives, in whatever order and however often they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import StatisticsError, correlation, quantiles
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.insight.catalogue import Catalogue, End, Item, Leaf, Turn
from builder.insight.counting import count
from builder.insight.figures import Figures
from builder.insight.statement import StatementReader
from builder.insight.store import store
from tests.insight.learners import Crowd, Statement


def figures(things: Catalogue, statements: Iterable[Statement]) -> Figures:
    """What is counted of these statements."""
    reader = StatementReader(things)
    found = (reader.read(it, f"line {n}") for n, it in enumerate(statements, 1))
    with store() as kept:
        kept.take(it for it in found if it is not None)
        return count(kept, things)


@dataclass(frozen=True)
class Plain:
    """The same by the plainest means: everything in lists, one loop a figure."""

    things: Catalogue
    statements: Sequence[Statement]

    def about(self, id: str, *verbs: str) -> dict[str, list[Statement]]:
        """Of each learner, what they did with this thing, in order of time."""
        found: dict[str, list[Statement]] = {}
        iri = next(iri for iri, thing in self.things.by_iri.items() if thing.id == id)
        for it in sorted(self.statements, key=lambda it: str(it["timestamp"])):
            if it["object"]["id"] == iri and it["verb"]["id"].rsplit("/", 1)[1] in verbs:
                found.setdefault(it["actor"]["account"]["name"], []).append(it)
        return found

    def rights(self, item: Item, at: int) -> dict[str, bool]:
        """Whether each learner's answer at that place was right."""
        return {who: it[at]["result"]["success"] for who, it in self.about(item.id, "answered").items()}

    def chose(self, item: Item, option: str, at: int) -> int:
        answers = self.about(item.id, "answered").values()
        return sum(option in it[at]["result"]["response"].split("[,]") for it in answers)

    def discrimination(self, item: Item) -> float | None:
        others = [it for it in self.things.items() if it.counts == item.counts and it.index != item.index]
        firsts = [self.rights(it, 0) for it in others]
        own, rest = [], []
        for who, right in self.rights(item, 0).items():
            found = [first[who] for first in firsts if who in first]
            if found:
                own.append(float(right))
                rest.append(sum(found) / len(found))
        try:
            return correlation(own, rest)
        except StatisticsError:
            return None

    def wrong(self, misconception: str, counts: bool, at: int) -> tuple[int, int]:
        items = [it for it in self.things.items() if misconception in it.about and it.counts == counts]
        told = [self.rights(it, at) for it in items]
        everybody = {who for rights in told for who in rights}
        return sum(any(not rights.get(who, True) for rights in told) for who in everybody), len(everybody)


@pytest.fixture(scope="module", params=[1, 2, 3])
def crowd(request: pytest.FixtureRequest, things: Catalogue) -> tuple[Figures, Plain]:
    random = Random(request.param)
    statements = list(Crowd(things, random).statements(40))
    mixed = statements + random.sample(statements, 200)
    random.shuffle(mixed)
    return figures(things, mixed), Plain(things, statements)


def test_nothing_is_counted_twice(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    assert counted.taken.records == len(plain.statements)
    assert counted.taken.again == 200
    assert counted.course.learners == counted.course.attempts == 40


def test_questions_are_as_hard_as_a_recount_says(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    for item in plain.things.items():
        found = counted.items[item.index]
        first, latest = plain.rights(item, 0), plain.rights(item, -1)
        assert (found.first.part, found.first.whole) == (sum(first.values()), len(first))
        assert (found.latest.part, found.latest.whole) == (sum(latest.values()), len(latest))
        chosen = {it.option: (it.first, it.latest) for it in found.options}
        for n, option in enumerate(item.options):
            assert chosen.get(n, (0, 0)) == (plain.chose(item, option.id, 0), plain.chose(item, option.id, -1))


def test_discrimination_is_the_correlation_with_the_rest(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    for item in plain.things.items():
        value, wanted = counted.items[item.index].discrimination.value, plain.discrimination(item)
        assert value == (None if wanted is None else pytest.approx(wanted))


def test_misconceptions_are_held_by_whom_a_recount_finds(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    for it in counted.misconceptions:
        for counts, held in ((False, it.practice), (True, it.counted)):
            assert (held.first.part, held.first.whole) == plain.wrong(it.id, counts, 0)
            assert (held.latest.part, held.latest.whole) == plain.wrong(it.id, counts, -1)


def test_confidence_is_that_of_first_answers(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    item = next(it for it in plain.things.items() if it.id == "q-ring")
    sure = {who: it[0]["result"]["response"] for who, it in plain.about("q-ring-confidence", "answered").items()}
    right = plain.rights(item, 0)
    for level, word in enumerate(("guess", "think-so", "sure"), 1):
        wanted = [right[who] for who in right if sure[who] == word]
        found = counted.items[item.index].sure.get(level)
        assert (found.part, found.whole) == (sum(wanted), len(wanted)) if found else not wanted
    assert sum(it.right + it.wrong for it in counted.sure) == len(right)


def test_branches_and_endings_are_those_that_were_taken(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    for thing in plain.things.things:
        if isinstance(thing, Turn):
            taken = plain.about(thing.id, "responded").values()
            assert counted.turns[thing.index].learners == len(taken)
            for n, option in enumerate(thing.options):
                wanted = sum(any(it["result"]["response"] == option.id for it in each) for each in taken)
                assert counted.turns[thing.index].taken.get(n, 0) == wanted
        if isinstance(thing, End):
            ends = plain.about(thing.id, "answered").values()
            for n, ending in enumerate(thing.endings):
                found = counted.ends[thing.index]
                assert found.first.get(n, 0) == sum(ending.outcome in it[0]["result"]["response"] for it in ends)
                assert found.latest.get(n, 0) == sum(ending.outcome in it[-1]["result"]["response"] for it in ends)


def test_time_by_page_and_where_people_leave(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    finished = {it["actor"]["account"]["name"] for it in plain.statements if it["verb"]["id"].endswith("/completed")}
    left: dict[str, str] = {}
    for it in plain.statements:
        who, about = it["actor"]["account"]["name"], it["object"]["id"]
        if who not in finished and "/pages/" in about:
            left[who] = about.rsplit("/", 1)[1]
    for leaf in (it for it in plain.things.things if isinstance(it, Leaf)):
        found = counted.pages[leaf.index]
        spent = [
            sum(float(it["result"]["duration"][2:-1]) for it in each)
            for each in plain.about(leaf.id, "exited").values()
        ]
        assert found.seen == len(plain.about(leaf.id, "experienced", "exited"))
        wanted = quantiles(spent, n=4, method="inclusive")
        assert [found.time.low, found.time.middle, found.time.high] == pytest.approx(wanted)
        assert found.last == list(left.values()).count(leaf.id)
    assert counted.course.unfinished == 40 - len(finished)


def test_completion_results_and_scores(crowd: tuple[Figures, Plain]) -> None:
    counted, plain = crowd
    verbs = [it["verb"]["id"].rsplit("/", 1)[1] for it in plain.statements]
    scores = [it["result"]["score"]["scaled"] for it in plain.statements if it["verb"]["id"].endswith("/completed")]
    course = counted.course
    assert course.completed == verbs.count("completed")
    assert (course.passed.part, course.passed.whole) == (verbs.count("passed"), verbs.count("completed"))
    assert [course.score.low, course.score.middle, course.score.high] == pytest.approx(
        quantiles(scores, n=4, method="inclusive")
    )
    assert sum(course.bands) == len(scores)
    assert course.bands[-1] == sum(score >= 0.8 for score in scores)


answers = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.booleans(), st.integers(0, 50), st.integers(0, 30)), max_size=40
)


@settings(max_examples=60)
@given(answers)
def test_first_and_latest_are_by_time_and_each_id_counts_once(things: Catalogue, told: list[Any]) -> None:
    items = list(things.items())
    iris = {thing.index: iri for iri, thing in things.by_iri.items()}
    statements: list[Statement] = [
        {
            "id": f"00000000-0000-4000-8000-{id:012}",
            "actor": {"mbox": f"mailto:{who}@example.org"},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"id": iris[items[item].index]},
            "timestamp": f"2026-03-02T09:00:{at:02}Z",
            "result": {"success": right},
        }
        for who, item, right, at, id in told
    ]
    once: dict[str, tuple[int, Statement]] = {}
    for n, it in enumerate(statements):
        once.setdefault(it["id"], (n, it))
    in_order = [it for _, it in sorted(once.values(), key=lambda pair: (str(pair[1]["timestamp"]), pair[0]))]
    counted = figures(things, statements)
    for item in items:
        by: dict[str, list[bool]] = {}
        for it in in_order:
            if it["object"]["id"] == iris[item.index]:
                by.setdefault(it["actor"]["mbox"], []).append(it["result"]["success"])
        found = counted.items.get(item.index)
        wanted = (sum(each[0] for each in by.values()), sum(each[-1] for each in by.values()), len(by))
        assert (found.first.part, found.latest.part, found.first.whole) == wanted if found else not by
    assert counted.taken.records == len(once)


def test_what_is_of_other_courses_of_other_versions_or_voided_is_left_out(things: Catalogue) -> None:
    statements = list(Crowd(things, Random(5)).statements(6))
    strange = {**statements[0], "id": "1", "object": {"id": "https://elsewhere.example/x"}, "context": {}}
    old = {**statements[1], "id": "2", "object": {"id": "https://example.org/talk/activities/q-gone"}}
    old["verb"] = {"id": "http://adlnet.gov/expapi/verbs/answered"}
    void = {**statements[0], "id": "3", "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}}
    void["object"] = {"objectType": "StatementRef", "id": statements[3]["id"]}
    counted = figures(things, [*statements, strange, old, void])
    assert counted.taken.elsewhere == 1
    assert counted.taken.voided == 1
    assert counted.gone == {"activities/q-gone": 1}
    assert counted.revisions == {"1.0": 6}
    assert counted.taken.records == len(statements) - 1 + 1


def test_what_a_learner_does_under_two_registrations_is_one_learners_work(things: Catalogue) -> None:
    [first, *_] = [it for it in Crowd(things, Random(7)).statements(1) if it["verb"]["id"].endswith("/answered")]
    context = {**first["context"], "registration": "5b6b0f0e-0000-4000-8000-000000000000"}
    later = {**first, "id": "9", "timestamp": "2027-01-01T00:00:00Z", "context": context}
    counted = figures(things, [first, later])
    assert (counted.course.learners, counted.course.attempts) == (1, 2)
    assert {it.first.whole for it in counted.items.values()} == {1}


@pytest.mark.parametrize(("modules", "completed"), [(["start"], 0), (["start", "check"], 1), (["start", "start"], 0)])
def test_a_course_that_is_launched_by_modules_is_complete_with_all_of_them(
    things: Catalogue, modules: list[str], completed: int
) -> None:
    [first, *_] = Crowd(things, Random(7)).statements(1)
    statements = [
        {
            **first,
            "id": str(n),
            "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
            "object": {"id": f"https://example.org/talk/modules/{module}"},
        }
        for n, module in enumerate(modules)
    ]
    counted = figures(things, statements)
    assert counted.course.completed == completed
    assert set(counted.course.roots) == {f"https://example.org/talk/modules/{module}" for module in modules}
    assert counted.gone == {}
