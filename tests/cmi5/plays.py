"""The plays that the tests of cmi5 are about: few, each of one learner, with as many things to look at as may be."""

from __future__ import annotations

import json
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
    room.leave(student)
    return {}


def failed(room: Room) -> Seen:
    """Everything read, nothing right; then the course is opened again for reference."""
    device = room.device()
    student = room.open(device)
    student.practise(student.find("q-fresh"), right=False)
    student.read_all()
    student.answer_final(0)
    room.leave(student)
    again = room.open(device, student.session.enrolment)
    again.open_page("call")
    room.leave(again)
    return {}


def resumed(room: Room) -> Seen:
    """Three sessions: half the work, the other half on another device, and a look at it afterwards."""
    first = room.open(room.device())
    first.practise(first.find("q-fresh"))
    first.open_page("call")
    room.leave(first)
    enrolment = first.session.enrolment
    elsewhere = room.device()
    second = room.open(elsewhere, enrolment)
    page = second.current_page()
    second.read_all()
    second.answer_final(2)
    room.leave(second)
    third = room.open(elsewhere, enrolment)
    third.open_page("read")
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
    room.settle(student)
    with student.sitting.page.expect_navigation():
        student.frame.evaluate("location.reload()")
    student.sitting.wait_until_ready()
    ended = student.session.ended
    student.open_page("call")
    room.leave(student)
    return {"ended": ended}


def reloaded_by_button(room: Room) -> Seen:
    """The browser's own button, of which a page learns nothing: the page after it says that the session has ended."""
    student = room.open(room.device())
    student.practise(student.find("q-fresh"))
    room.settle(student)
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


def closed_at_once(room: Room) -> Seen:
    """The last answer and the window closed in one breath: the next session says what is still to be said."""
    device = room.device()
    first = room.open(device)
    first.practise(first.find("q-fresh"))
    first.read_all()
    first.answer_final(2)
    first.sitting.leave()
    before = first.session
    room.lms.wait_until(lambda: before.enrolment.has("passed"), "the last words")
    second = room.open(device, before.enrolment)
    room.leave(second)
    return {}


def offline(room: Room) -> Seen:
    """The connection goes, the learner works on and closes the window; later the course is launched again."""
    device = room.device()
    first = room.open(device)
    first.sitting.wait_until_saved()
    room.origin.down = True
    first.practise(first.find("q-fresh"))
    first.read_all()
    first.answer_final(2)
    first.sitting.wait_for_status("Not saved, kept on this device")
    first.sitting.leave()
    room.origin.down = False
    second = room.open(device, first.session.enrolment)
    expect(second.section(second.find("q-fresh")).locator("[data-outcome]")).to_be_attached()
    room.leave(second)
    return {}


def abandoned(room: Room) -> Seen:
    """While one window is open the course is launched on another device: the first one's session is over."""
    first = room.open(room.device())
    first.practise(first.find("q-fresh"))
    first.sitting.wait_until_saved()
    device = room.device()
    second = room.open(device, first.session.enrolment)
    first.open_page("call")
    first.sitting.wait_for_status("Not saved, kept on this device")
    notice = first.frame.locator("[data-notice=sending]")
    expect(notice).to_be_visible()
    told = notice.inner_text()
    second.read_all()
    second.answer_final(2)
    room.leave(second)
    first.sitting.leave()
    return {"told": told}


def hostile(room: Room) -> Seen:
    """The template holds all that a context can, the mark is the LMS's own, and sound is off."""
    student = room.open(
        room.device(),
        template=HOSTILE,
        data={"masteryScore": 0.5001, "returnURL": "javascript:alert(1)"},
        preferences={"languagePreference": "cy,en-GB", "audioPreference": "off"},
    )
    student.read_all()
    student.open_page("call")
    sound = student.frame.locator("audio").first
    expect(sound).to_be_attached()
    muted = sound.evaluate("(sound) => sound.muted")
    student.practise(student.find("q-fresh"))
    student.answer_final(1)
    room.leave(student)
    return {"muted": muted}


def lowered(room: Room) -> Seen:
    """The LMS asks for less than the course, forbids preferences, and says where to go back to."""
    room.lms.forbid_preferences = True
    student = room.open(room.device(), data={"masteryScore": 0.5, "returnURL": room.home})
    room.lms.forbid_preferences = False
    student.read_all()
    student.practise(student.find("q-fresh"))
    student.answer_final(1)
    student.sitting.wait_until_saved()
    student.frame.get_by_role("button", name="Save and leave").click()
    student.sitting.page.wait_for_url(room.home)
    return {"ended": student.session.ended}


def picky(room: Room) -> Seen:
    """The LMS forbids to say that a page was shown: such statements are kept to be downloaded, and all others go on."""
    room.lms.forbids = lambda statement: str(statement["verb"]["id"]).endswith("/experienced")
    try:
        student = room.open(room.device())
        student.practise(student.find("q-fresh"))
        student.read_all()
        student.answer_final(2)
        notice = student.frame.locator("[data-notice=refused]")
        expect(notice).to_contain_text("refused where they are recorded: 3")
        with student.sitting.page.expect_download() as download:
            notice.get_by_role("button", name="Download them").click()
        kept = json.loads(download.value.path().read_text(encoding="utf-8"))
        expect(notice).to_have_count(0)
        room.leave(student)
    finally:
        room.lms.forbids = lambda statement: False
    return {"kept": [(each["refused"][:3], each["statement"]["verb"]["id"].rpartition("/")[2]) for each in kept]}


def refused(room: Room) -> Seen:
    """The fetch URL gives no token, for each of its reasons."""
    seen: Seen = {}
    for code in "123":
        student = room.open(room.device(), fetch_error=code)
        student.practise(student.find("q-fresh"))
        student.sitting.wait_for_status("Not saved, kept on this device")
        seen[code] = student.sitting.notice()
        student.sitting.leave()
    return seen


ACTS: tuple[Act, ...] = (
    passed,
    failed,
    resumed,
    browsed,
    reviewed,
    reloaded,
    reloaded_by_button,
    closed_at_once,
    offline,
    abandoned,
    hostile,
    lowered,
    refused,
    picky,
)
