"""One sitting of a learner: the course open in a browser, inside the LMS's frame or by itself.

Every sitting checks what the spy saw when it ends, however it ends: a call that breaks the standard fails the test.
"""

from __future__ import annotations

import contextlib
from types import TracebackType
from typing import Any

from playwright.sync_api import BrowserContext, Error, Frame, Page, expect

Calls = list[dict[str, Any]]


class Sitting:
    """A page with the course in it. `frame` is the course's own document."""

    def __init__(self, context: BrowserContext, url: str, framed: bool = True, ready: bool = True) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.framed = framed
        self.ended = False
        self.page.goto(url)
        if ready:
            self.wait_until_ready()

    @property
    def frame(self) -> Frame:
        """The document of the course."""
        if not self.framed:
            return self.page.main_frame
        element = self.page.query_selector("iframe")
        frame = element.content_frame() if element else None
        assert frame is not None, "the LMS shows no course"
        return frame

    def wait_until_ready(self) -> None:
        """The player has read the state and bound every activity."""
        self.frame.wait_for_selector("html[data-ready]")

    def answer(self, button: str) -> None:
        """Presses a button of the dialog that comes before the course opens."""
        self.frame.get_by_role("dialog").get_by_role("button", name=button, exact=True).click()
        self.wait_until_ready()

    def expect_error(self, words: str) -> None:
        """The console must have an error with these words, which then is no fault."""
        assert any(words in error for error in self.errors), self.errors
        self.errors = [error for error in self.errors if words not in error]

    def calls(self, *names: str) -> Calls:
        """What the course called, oldest first; only those of the given names where any are given."""
        log: Calls = self.page.evaluate("self.lms ? self.lms.spy.log : []")
        return [call for call in log if not names or call["name"] in names]

    def sets(self, element: str) -> list[str]:
        """The values that this sitting wrote to an element, oldest first."""
        return [call["args"][1] for call in self.calls("LMSSetValue", "SetValue") if call["args"][0] == element]

    def refuse_commits(self, refuse: bool = True) -> None:
        """Makes the run-time answer every commit with an error, as when the session has expired."""
        self.page.evaluate("(refuse) => { self.lms.refuseCommits = refuse; }", refuse)

    def status(self) -> str:
        """The words of the save status."""
        return self.frame.locator("[data-status]").inner_text()

    def wait_until_saved(self) -> None:
        """The status says that everything is saved."""
        expect(self.frame.locator("[data-status]")).to_contain_text("Saved")

    def wait_for_status(self, words: str) -> None:
        expect(self.frame.locator("[data-status]")).to_contain_text(words)

    def examine(self) -> None:
        """Fails the test for anything that the spy or the browser's console found wrong."""
        violations = self.page.evaluate("self.lms ? self.lms.spy.violations : []")
        assert violations == [], violations
        assert self.errors == [], self.errors

    def leave(self) -> None:
        """The learner goes to another page of the site, as a link of the LMS does it: pagehide is heard."""
        self.examine()
        self.ended = True
        self.page.goto("about:blank")
        self.page.close()

    def kill(self) -> None:
        """The browser dies: no event is heard."""
        self.examine()
        self.ended = True
        with self.page.expect_event("crash"), contextlib.suppress(Error):
            self.page.goto("chrome://crash")
        self.page.close()

    def __enter__(self) -> Sitting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and not self.ended:
            self.leave()
