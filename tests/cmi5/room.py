"""A room with a browser, an LMS and the small course in it: where the plays take place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.learner import Learner, course_data
from tests.browser.sitting import Sitting
from tests.cmi5.server import HOME, Origin
from tests.cmi5.session import NAMES, Enrolment, Session

MASTERY = {"masteryScore": 0.8}
HARMLESS = ("status of 403", "status of 404", "status of 409", "net::ERR_")
"""A session is over, there is no document yet, a statement has arrived before, the network is away: browsers log it."""


NOTHING_WAITS = """async () => {
  const opened = (request) => new Promise((give) => { request.onsuccess = () => give(request.result); });
  const database = await opened(indexedDB.open("coursewright"));
  const waits = async () => {
    const found = await opened(database.transaction("statements").objectStore("statements").getAll());
    return found.some((entry) => !entry.refused);
  };
  while (await waits()) await new Promise(requestAnimationFrame);
  database.close();
}"""


class Seat(Sitting):
    """A sitting at the course in a window of its own; `session` is the launch that opened it."""

    def __init__(self, context: BrowserContext, session: Session, names: tuple[str, ...], ready: bool) -> None:
        self.session = session
        super().__init__(context, session.url(names), framed=False, ready=ready)

    def examine(self) -> None:
        self.page.evaluate("0")  # what is logged already has been heard by now
        harmful = [error for error in self.errors if not any(words in error for words in HARMLESS)]
        assert harmful == [], harmful

    def notice(self) -> str:
        """What the page says about the session."""
        place = self.frame.locator("[data-notice=problem]")
        expect(place).to_be_visible()
        return place.inner_text()


class Student(Learner):
    """A learner with the small course open."""

    sitting: Seat

    @property
    def session(self) -> Session:
        return self.sitting.session

    def answer_final(self, right: int) -> None:
        """Takes the quiz that counts, with so many of its two answers right, and waits until that is saved."""
        quiz = self.find("final")
        self.begin_quiz(quiz)
        for i, question in enumerate(self.quiz_questions(quiz)):
            self.choose(question, i < right)
        self.send_quiz(quiz)

    def read_all(self) -> None:
        """Shows every page."""
        self.read_everything()


class Room:
    """Opens windows for learners. Each `context` is a device."""

    def __init__(self, browser: Browser, origin: Origin, folder: Path) -> None:
        self.browser = browser
        self.origin = origin
        self.lms = origin.lms
        self.data = course_data(folder)
        self.course = origin.serve(folder)
        self.home = origin.url + HOME
        self._contexts: list[BrowserContext] = []

    def device(self) -> BrowserContext:
        """A device that nobody has used."""
        context = self.browser.new_context(reduced_motion="reduce")
        context.set_default_timeout(8_000)
        self._contexts.append(context)
        return context

    def open(
        self,
        device: BrowserContext,
        enrolment: Enrolment | None = None,
        *,
        names: tuple[str, ...] = NAMES,
        ready: bool = True,
        data: Mapping[str, Any] = MASTERY,
        **launch: Any,
    ) -> Student:
        """Launches the course and opens it there; `launch` is what the LMS's own launch takes."""
        session = self.lms.launch(self.course, enrolment, data=data, **launch)
        return Student(Seat(device, session, names, ready), self.data)

    def settle(self, student: Student) -> None:
        """Returns when all is saved and sent."""
        student.frame.evaluate(NOTHING_WAITS)
        if student.session.mode == "Normal":
            student.sitting.wait_until_saved()
            student.frame.evaluate(NOTHING_WAITS)

    def leave(self, student: Student) -> None:
        """The learner goes away when all is sent, and what the page sends while it goes has arrived."""
        self.settle(student)
        student.sitting.leave()
        self.lms.wait_until(lambda: student.session.ended == "terminated", "the end of the session")

    def clear(self) -> None:
        """Closes all windows."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
