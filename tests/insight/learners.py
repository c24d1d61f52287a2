"""Made-up learners: what they do in a course, as the statements that our packages send of it (docs/lrs.md)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from builder.course.table_rules import Rules, play_score
from builder.insight.catalogue import Catalogue, End, Item, Leaf, Sureness
from builder.reports.reported import SURE
from builder.statements.names import Names

Statement = dict[str, Any]

VERBS = "http://adlnet.gov/expapi/verbs/"
_BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass
class Crowd:
    """Learners of one course. The same seed gives the same statements."""

    catalogue: Catalogue
    random: Random
    revision: str = "1.0"
    _clock: datetime = field(default=_BEGAN)

    def statements(self, learners: int) -> Iterator[Statement]:
        """All that so many learners do, one after another."""
        for n in range(learners):
            yield from self.learner(n)

    def learner(self, n: int) -> Iterator[Statement]:
        """One learner, who may stop anywhere."""
        self._clock = _BEGAN + timedelta(minutes=11 * n)
        actor = {"name": f"Learner {n}", "account": {"homePage": "https://lms.example.org", "name": f"user-{n}"}}
        registration = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        skill = self.random.random()
        ends_at = None if self.random.random() < 0.7 else self.random.randrange(len(self.catalogue.course.pages))
        told = self._told(actor, registration)
        yield told("initialized", self.iri)
        for at, leaf in enumerate(it for it in self.catalogue.things if isinstance(it, Leaf)):
            yield told("experienced", self.names.page(leaf.id))
            for thing in self.catalogue.things:
                if thing.page == leaf.index and isinstance(thing, Item):
                    yield from self._answers(told, thing, skill)
            for play in self.catalogue.plays:
                for _ in range(self.random.choice((1, 1, 2)) if play.page.id == leaf.id else 0):
                    yield from self._play(told, play.scenario)
            for _ in range(self.random.choice((1, 1, 2))):
                spent = round(self.random.lognormvariate(4, 1), 2)
                yield told("exited", self.names.page(leaf.id), {"duration": f"PT{spent}S"})
            if at == ends_at:
                yield told("suspended", self.iri)
                return
        score = round(min(1.0, 0.3 + 0.7 * skill * self.random.uniform(0.8, 1.2)), 4)
        yield told("completed", self.iri, {"completion": True, "score": {"scaled": score}})
        passed = score >= 0.8
        yield told("passed" if passed else "failed", self.iri, {"success": passed, "score": {"scaled": score}})
        yield told("terminated", self.iri)

    @property
    def iri(self) -> str:
        return self.catalogue.course.settings.iri

    @property
    def names(self) -> Names:
        return Names(self.iri)

    def _answers(self, told: Any, item: Item, skill: float) -> Iterator[Statement]:
        for _ in range(3):
            right = self.random.random() < 0.3 + 0.6 * skill
            yield told(
                "answered", self.names.activity(item.id), {"success": right, "response": self._said(item, right)}
            )
            for thing in self.catalogue.things:
                if isinstance(thing, Sureness) and thing.of == item.index:
                    sure = self.random.choices(SURE, [1, 1 + right, 1 + 2 * right])[0]
                    yield told("answered", self.names.activity(thing.id), {"response": sure})
            if right or self.random.random() < 0.4:
                return
            skill = min(1.0, skill + 0.2)

    def _said(self, item: Item, right: bool) -> str:
        if not item.options:
            return "something"
        wanted = [it.id for it in item.options if bool(it.right) == right] or [it.id for it in item.options]
        return self.random.choice(wanted) if item.one or not right else "[,]".join(wanted)

    def _play(self, told: Any, scenario: Any) -> Iterator[Statement]:
        rules = Rules(scenario.table)
        id = scenario.id.value
        state, points = rules.start([scenario.table.variables[at].start for at in scenario.table.carried]).state, 0
        while not rules.rating(state):
            node = scenario.table.nodes[state.node]
            index = self.random.choice(rules.open(state))
            choice = node.choices[index]
            points += choice.score
            extensions = {self.names.extension("choice"): choice.id}
            result = {"success": True, "response": choice.id, "extensions": extensions}
            yield told("responded", self.names.activity(f"{id}-{node.id}"), result)
            state = rules.choose(state, index).state
        end = next(it for it in self.catalogue.things if isinstance(it, End) and it.id == f"{id}--ending")
        node = scenario.table.nodes[state.node]
        outcome = next(it.outcome for it in end.endings if it.id == node.id)
        score = play_score(points, scenario.most, scenario.table.caps[rules.rating(state)])
        result = {"response": f"A {node.rating} ending[,]{outcome}", "score": {"scaled": score / 10000}}
        yield told("answered", self.names.activity(end.id), result)

    def _told(self, actor: Statement, registration: str) -> Any:
        def told(verb: str, about: str, result: Statement | None = None) -> Statement:
            self._clock += timedelta(milliseconds=self.random.randrange(1, 90_000))
            return {
                "id": str(uuid.UUID(int=self.random.getrandbits(128), version=4)),
                "actor": actor,
                "verb": {"id": VERBS + verb, "display": {"en-GB": verb}},
                "object": {"id": about, "definition": {"name": {"en-GB": about.rsplit("/", 1)[-1]}}},
                "timestamp": self._clock.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                **({"result": result} if result else {}),
                "context": {
                    "registration": registration,
                    "revision": self.revision,
                    "platform": "Coursewright",
                    "contextActivities": {
                        "grouping": [{"id": self.iri}],
                        "category": [{"id": self.names.profile_version}],
                    },
                },
            }

        return told
