"""The plays that the tests of cmi5 are about: few, each of one learner, with as many things to look at as may be."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.cmi5.play import Act
from tests.cmi5.room import MASTERY, Room
from tests.cmi5.session import CMI5, NAMES

Seen = dict[str, Any]

HOSTILE = {
    "platform": "The LMS's own",
    "language": "cy",
    "revision": "7",
    "instructor": {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "bea"}},
    "contextActivities": {
        "category": [{"id": "https://lms.example.org/categories/compliance"}, {"id": CMI5 + "/not"}],
        "parent": [{"id": "https://lms.example.org/classes/7", "definition": {"name": {"en": 'Class <7> & "co"'}}}],
        "other": [{"id": "https://lms.example.org/rooms/1"}],
    },
    "extensions": {"https://lms.example.org/x": {"__proto__": {"polluted": True}, "constructor": None, "n": 1e21}},
}


def passed(room: Room) -> Seen:
    """Everything read and right; the parameters in another order; the learner closes the window."""
    student = room.open(room.device(), names=tuple(reversed(NAMES)))
    student.practise(student.find("q-fresh"))
    student.read_all()
    student.answer_final(2)
    student.sitting.wait_until_saved()
    room.leave(student)
    return {}


def failed(room: Room) -> Seen:
    """Everything read, nothing right; then the course is opened again for reference."""
    device = room.device()
    student = room.open(device)
    student.practise(student.find("q-fresh"), right=False)
    student.read_all()
    student.answer_final(0)
    student.sitting.wait_until_saved()
    room.leave(student)
    again = room.open(device, student.session.enrolment)
    again.open_page("call")
    again.sitting.wait_until_saved()
    room.leave(again)
    return {}


def resumed(room: Room) -> Seen:
    """Three sessions: half the work, the other half on another device, and a look at it afterwards."""
    first = room.open(room.device())
    first.practise(first.find("q-fresh"))
    first.open_page("call")
    first.sitting.wait_until_saved()
    room.leave(first)
    enrolment = first.session.enrolment
    elsewhere = room.device()
    second = room.open(elsewhere, enrolment)
    page = second.current_page()
    second.read_all()
    second.answer_final(2)
    second.sitting.wait_until_saved()
    room.leave(second)
    third = room.open(elsewhere, enrolment)
    third.open_page("read")
    third.sitting.wait_until_saved()
    room.leave(third)
    return {"page": page}


def browsed(room: Room) -> Seen:
    """Launched to look around: the learner does all there is to do."""
    return _without_record(room, "Browse")


def reviewed(room: Room) -> Seen:
    """Launched to look at it again."""
    return _without_record(room, "Review")


def _without_record(room: Room, mode: str) -> Seen:
    student = room.open(room.device(), data=MASTERY | {"launchMode": mode})
    student.practise(student.find("q-fresh"))
    student.read_all()
    student.answer_final(2)
    status = student.sitting.status()
    room.leave(student)
    return {"status": status}


def reloaded(room: Room) -> Seen:
    """The page loads itself again in the middle, and the session goes on."""
    student = room.open(room.device())
    student.practise(student.find("q-fresh"))
    student.sitting.wait_until_saved()
    with student.sitting.page.expect_navigation():
        student.frame.evaluate("location.reload()")
    student.sitting.wait_until_ready()
    ended = student.session.ended
    student.open_page("call")
    student.sitting.wait_until_saved()
    room.leave(student)
    return {"ended": ended}


def reloaded_by_button(room: Room) -> Seen:
    """The browser's own button, of which a page learns nothing: the page after it says that the session has ended."""
    student = room.open(room.device())
    student.practise(student.find("q-fresh"))
    student.sitting.wait_until_saved()
    student.sitting.page.reload()
    room.lms.wait_until(lambda: student.session.ended == "terminated", "the end of the session")
    asked = len(student.session.requests)
    student.sitting.wait_until_ready()
    notice = student.sitting.notice()
    expect(student.section(student.find("q-fresh")).locator("[data-outcome]")).to_be_visible()
    student.open_page("call")
    student.sitting.wait_for_status("Not saved, kept on this device")
    student.sitting.leave()
    return {"notice": notice, "asked": len(student.session.requests) - asked}


ACTS: tuple[Act, ...] = (passed, failed, resumed, browsed, reviewed, reloaded, reloaded_by_button)
