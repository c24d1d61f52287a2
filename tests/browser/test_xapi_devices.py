"""Several windows, devices and learners, connections that come and go, browsers that die: nobody's work is lost."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.launched import WAITING, Enrolment, wait_until_sent, waiting
from tests.browser.learner import Learner
from tests.lrs import faults
from tests.lrs.server import LrsServer

DOING = ("experienced", "answered", "responded")


def done(enrolment: Enrolment) -> list[str]:
    """What the learner did by themselves, in order."""
    return [what for verb, what in enrolment.told() if verb in DOING]


def wait_until_done(enrolment: Enrolment, *what: str) -> None:
    """Waits until the LRS has told this, and nothing else, of what the learner did by themselves."""
    enrolment.lrs.wait_until(lambda: done(enrolment) == [*what])
    assert done(enrolment) == [*what]


def check_done(learner: Learner) -> None:
    """The page shows that everything was done."""
    learner.open_page("parcels")
    expect(learner.section(learner.find("q-first")).locator("[data-outcome]")).to_be_visible()
    learner.open_page("what-stays")
    expect(learner.section(learner.find("check")).locator("[data-result]")).to_be_visible()


def test_two_devices_at_once_end_in_one_right_state_and_say_the_result_once(
    lrs: LrsServer, small: Path, context: BrowserContext, elsewhere: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    one, other = enrolment.sit(context), enrolment.sit(elsewhere)
    one.sitting.wait_until_saved()
    other.sitting.wait_until_saved()
    one.practise(one.find("q-first"))
    one.sitting.wait_until_saved()
    other.take_quiz(other.find("check"))
    other.sitting.wait_until_saved()
    expect(other.frame.locator("[data-notices]")).to_contain_text("Work from another window or device was added")
    scenario = one.find("late-parcel")
    one.open_scenario(scenario)
    one.talk(scenario)
    wait_until_sent(one)
    # What either does next finds the other's work, and the result with it.
    other.open_page("late-parcel")
    wait_until_sent(other)
    one.sitting.leave()
    other.sitting.leave()
    third = enrolment.sit(elsewhere)
    check_done(third)
    third.sitting.leave()
    told = enrolment.told()
    for once in (("answered", "q-first"), ("completed", "check"), ("completed", ""), ("passed", "")):
        assert told.count(once) == 1, once
    enrolment.check(at_once=True)


def test_what_was_done_without_a_connection_comes_when_it_is_back_through_a_reload_and_a_crash(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    learner = enrolment.sit(context)
    enrolment.wait_for(("initialized", ""), ("experienced", "parcels"))
    context.set_offline(True)
    learner.practise(learner.find("q-first"))
    learner.sitting.wait_for_status("Not saved")
    context.set_offline(False)
    wait_until_sent(learner)
    wait_until_done(enrolment, "parcels", "q-first")
    with lrs.faults.lasting("*", faults.drop):
        learner.take_quiz(learner.find("check"))
        learner.sitting.wait_for_status("Not saved")
        before = waiting(learner)
        learner.sitting.page.reload()
        learner.sitting.wait_until_ready()
        assert waiting(learner) >= before > 0
        learner.open_page("late-parcel")
        learner.frame.wait_for_function(f"async () => await ({WAITING})() > {before}")
        learner.sitting.kill()
    learner = enrolment.sit(context)
    wait_until_sent(learner)
    wait_until_done(enrolment, "parcels", "q-first", "what-stays", "q-angry", "q-needs", "late-parcel")
    check_done(learner)
    learner.sitting.leave()
    # What a closing page sends comes after the page has gone.
    enrolment.wait_for(("terminated", ""))
    enrolment.check()


def test_two_learners_on_one_device_never_send_for_each_other(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    first, second = Enrolment(lrs, small / "xapi"), Enrolment(lrs, small / "xapi")
    learner = first.sit(context)
    first.wait_for(("initialized", ""), ("experienced", "parcels"))
    with lrs.faults.lasting("POST statements", faults.drop):
        learner.practise(learner.find("q-first"))
        learner.sitting.wait_until_saved()
        learner.sitting.kill()
    learner = second.sit(context)
    expect(learner.section(learner.find("q-first")).locator("[data-outcome]")).not_to_be_visible()
    learner.open_page("what-stays")
    learner.sitting.wait_until_saved()
    second.wait_for(("exited", "parcels"), ("experienced", "what-stays"))
    learner.sitting.leave()
    second.wait_for(("terminated", ""))
    assert done(first) == ["parcels"]
    learner = first.sit(context)
    first.wait_for(("initialized", ""), ("resumed", ""))
    assert done(first) == ["parcels", "q-first"]
    assert done(second) == ["parcels", "what-stays"]
    learner.sitting.leave()
    first.check()
    second.check()
