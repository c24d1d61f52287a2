"""A learner in a lesson of the third-party LMS."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Request

from tests.browser.learner import Learner, course_data
from tests.browser.sitting import Sitting
from tests.wagtail.lms import WagtailLms

UNDER_WAY: set[Request] = set()


def sit(browser: Browser, lms: WagtailLms, package: str, unpacked: Path) -> Learner:
    """The learner signs in on a device with nothing kept on it, and launches the lesson of that package."""
    context = browser.new_context(accept_downloads=True, reduced_motion="reduce")
    context.new_page().goto(lms.sign_in_url())
    context.on("request", lambda request: UNDER_WAY.add(request))
    context.on("requestfinished", lambda request: UNDER_WAY.discard(request))
    context.on("requestfailed", lambda request: UNDER_WAY.discard(request))
    return Learner(Sitting(context, lms.lesson_url(package)), course_data(unpacked))


def leave(learner: Learner) -> None:
    """Leaves once the LMS's server has all: its script says true of a value that is still on its way."""
    while UNDER_WAY:
        learner.sitting.page.wait_for_event("requestfinished")
    learner.sitting.leave()
