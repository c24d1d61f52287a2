"""A learner whom a platform sends to a course with a launch by query, and what the LRS then holds of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.sync_api import BrowserContext

from builder.statements.conformance import disorder, violations
from tests.browser.learner import Learner, course_data
from tests.browser.sitting import Sitting
from tests.lrs.reading import Statement
from tests.lrs.server import LrsServer, new_learner

Told = tuple[str, str]
"""A verb and the last part of the object's id; '' for the course."""

NETWORK = ("Failed to load resource", "has been blocked by CORS policy", "net::ERR_")

# Opening a database that is not there yet would make it, and leave the player without its store.
WAITING = """async () => (await indexedDB.databases()).length === 0 ? -1 : new Promise((give) => {
  const opened = indexedDB.open("coursewright");
  opened.onsuccess = () => {
    const count = opened.result.transaction("statements").objectStore("statements").count();
    count.onsuccess = () => { opened.result.close(); give(count.result); };
  };
})"""


class LaunchedSitting(Sitting):
    """A sitting in which requests may fail: what became of each is in the server's list of exchanges."""

    def examine(self) -> None:
        errors = [error for error in self.errors if not any(words in error for words in NETWORK)]
        assert errors == [], errors


@dataclass
class Enrolment:
    """One learner's registration for a package."""

    lrs: LrsServer
    folder: Path
    actor: dict[str, Any] = field(default_factory=new_learner)
    registration: str = field(default_factory=lambda: str(uuid4()))

    def url(self, **launch: Any) -> str:
        """Where the platform sends the learner; `launch` as for LrsServer.launch_url."""
        told = {"actor": self.actor, "registration": self.registration, **launch}
        return self.lrs.launch_url(self.folder, **told)

    def sit(self, context: BrowserContext, ready: bool = True, **launch: Any) -> Learner:
        """Opens the course; where it asks something first, it is not `ready` yet."""
        sitting = LaunchedSitting(context, self.url(**launch), framed=False, ready=ready)
        return Learner(sitting, course_data(self.folder))

    def statements(self) -> list[Statement]:
        """What the LRS holds of this registration, in the order in which it came to be there."""
        return self.lrs.statements(registration=self.registration)

    def told(self) -> list[Told]:
        """The same in short, but for `progressed`, of which there may be fewer or more."""
        return [told for told in map(short, self.statements()) if told[0] != "progressed"]

    def expect(self, *expected: Told) -> None:
        """Waits until the LRS holds exactly this, and in this order."""
        self.lrs.wait_until(lambda: self.told() == list(expected))
        done, told = ([" ".join(words) for words in all] for all in (expected, self.told()))
        assert told == done, "\n".join(unified_diff(done, told, "done", "told", lineterm=""))

    def wait_for(self, *last: Told) -> None:
        """Waits until these are the last that the LRS holds."""
        self.lrs.wait_until(lambda: self.told()[-len(last) :] == list(last))
        assert self.told()[-len(last) :] == list(last)

    def check(self, at_once: bool = False) -> list[Statement]:
        """Holds every statement to the course's profile, and all to what is true of any play; gives them. What was said
        by two windows `at_once` is in no order.
        """
        profile = json.loads((self.folder / "xapi-profile.jsonld").read_text(encoding="utf-8"))
        statements = self.statements()
        broken = [(short(one), found) for one in statements if (found := violations(one, profile))]
        assert broken == [], broken
        for session in [] if at_once else sessions(statements):
            assert disorder(session, profile) == []
            times = [one["timestamp"] for one in session]
            assert times == sorted(set(times))
        assert len({one["id"] for one in statements}) == len(statements)
        others = [one["actor"] for one in statements if one["actor"] != self.actor]
        assert others == [], others
        return statements


def short(statement: Statement) -> Told:
    """A statement in two words."""
    verb, id = statement["verb"]["id"].rpartition("/")[2], statement["object"]["id"]
    (root, *_) = [one["id"] for one in statement["context"]["contextActivities"]["grouping"]]
    return verb, "" if id == root else id.rpartition("/")[2]


def sessions(statements: list[Statement]) -> list[list[Statement]]:
    """The statements of each session, which begins with `initialized`."""
    parted: list[list[Statement]] = []
    for statement in statements:
        if short(statement)[0] == "initialized":
            parted.append([])
        parted[-1].append(statement)
    return parted


def wait_until_sent(learner: Learner) -> None:
    """What was done is saved, and nothing waits on the device any more."""
    learner.sitting.wait_until_saved()
    learner.frame.wait_for_function(f"async () => await ({WAITING})() === 0")


def waiting(learner: Learner) -> int:
    """How many statements wait on the device, whoever said them."""
    count: int = learner.frame.evaluate(WAITING)
    return count


def hurry(learner: Learner) -> None:
    """Says that the device is online again, so that nothing waits for its next try, until all is saved and sent."""
    learner.frame.wait_for_function(
        f"""async () => {{
          const saved = document.querySelector("[data-status]").textContent.includes("Saved");
          if (saved && await ({WAITING})() === 0) return true;
          dispatchEvent(new Event("online"));
          return false;
        }}""",
        polling=100,
    )
