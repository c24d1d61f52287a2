"""What a learner sees of the sending: where answers go, how much waits, what is wrong or was refused, a way out."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from builder.build import build_course
from tests.browser.axe import faults
from tests.browser.fits import fits
from tests.cmi5.room import NOTHING_WAITS, Room, Student
from tests.cmi5.server import Origin

COURSE = Path(__file__).parents[1] / "courses" / "small"
STATEMENTS = "**/listener/statements*"
ALL = "**/listener/**"


@pytest.fixture(scope="module")
def room(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("sending")
    shutil.copytree(COURSE, folder / "source")
    assert build_course(folder / "source", folder / "built").written
    with zipfile.ZipFile(folder / "built" / "small-cmi5.zip") as archive:
        archive.extractall(folder / "unpacked" / "cmi5")
    with Origin() as origin:
        room = Room(browser, origin, folder / "unpacked" / "cmi5")
        yield room
        room.clear()


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-{name}]")


def answer_again(student: Student) -> None:
    """Answers the practice question once more."""
    question = student.find("q-fresh")
    again = student.section(question).locator("[data-retry]")
    if again.is_visible():
        again.press("Enter")
    student.practise(question)


def holds_up(page: Page, where: str) -> None:
    """What is shown is accessible, and fits a narrow window too."""
    before = page.viewport_size
    assert before is not None
    page.set_viewport_size({"width": 320, "height": 640})
    fits(page.main_frame, where)
    page.set_viewport_size(before)
    assert faults(page) == []


def test_a_learner_is_told_what_waits_what_is_wrong_and_what_was_refused_and_leaves_when_all_is_sent(
    room: Room,
) -> None:
    likes = {"languagePreference": "fr, en-US", "audioPreference": "on"}
    student = room.open(room.device(), data={"returnURL": room.home}, preferences=likes)
    page = student.sitting.page
    student.sitting.wait_until_saved()
    expect(part(page, "status")).to_contain_text("M")  # the course's English is British, the learner's writes AM and PM
    expect(part(page, "sends-to")).to_have_text(f"Your answers are sent to 127.0.0.1:{room.origin.server_port}.")
    expect(part(page, "sending")).to_have_text("")
    expect(part(page, "notice")).to_have_count(0)

    page.route(ALL, lambda route: route.abort())
    answer_again(student)
    trouble = part(page, "notice=sending")
    expect(trouble).to_contain_text("Answers cannot be sent at the moment.")
    expect(part(page, "sending")).to_contain_text("Still to be sent:")
    expect(part(page, "announce")).to_contain_text("Answers cannot be sent at the moment.")
    holds_up(page, "in trouble")

    page.get_by_role("button", name="Save and leave").press("Enter")
    dialog = page.get_by_role("dialog", name="Not everything could be saved and sent")
    expect(dialog).to_contain_text("What is missing stays on this device.")
    expect(dialog.get_by_role("button", name="Stay")).to_be_focused()
    holds_up(page, "leaving")
    dialog.get_by_role("button", name="Stay").press("Enter")
    expect(page.get_by_role("button", name="Save and leave")).to_be_focused()

    page.unroute_all()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(trouble).to_have_count(0)
    expect(part(page, "sending")).to_have_text("")

    refusal = {"status": 400, "body": "No such verb here"}
    page.route(
        STATEMENTS, lambda route: route.fulfill(**refusal) if route.request.method == "POST" else route.continue_()
    )
    answer_again(student)
    refused = part(page, "notice=refused")
    expect(refused).to_contain_text("Some of your answers were refused where they are recorded")
    student.sitting.wait_until_saved()
    page.evaluate(NOTHING_WAITS)
    holds_up(page, "refused")
    with page.expect_download() as given:
        refused.get_by_role("button", name="Download them").press("Enter")
    kept = json.loads(given.value.path().read_text(encoding="utf-8"))
    assert {each["refused"] for each in kept} == {"400 No such verb here"}
    assert any(each["statement"]["object"]["id"].endswith("/q-fresh") for each in kept)
    expect(refused).to_have_count(0)
    expect(page.locator("main")).to_be_focused()

    page.unroute_all()
    student.sitting.expect_error("status of 400")
    student.sitting.examine()
    page.get_by_role("button", name="Save and leave").press("Enter")
    page.wait_for_url(room.home)
    assert student.session.ended == "terminated"


def test_a_learner_may_leave_though_not_all_was_sent_and_what_a_strict_platform_then_refuses_is_kept(
    room: Room,
) -> None:
    device = room.device()
    student = room.open(device, data={"returnURL": room.home})
    page = student.sitting.page
    student.sitting.wait_until_saved()
    page.route(ALL, lambda route: route.abort())
    answer_again(student)
    page.get_by_role("button", name="Save and leave").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Leave", exact=True).press("Enter")
    page.wait_for_url(room.home)
    again = room.open(device, student.session.enrolment)
    expect(part(again.sitting.page, "notice=refused")).to_be_visible()
    expect(again.section(again.find("q-fresh")).locator("[data-outcome]")).to_contain_text("Correct")
    room.leave(again)
