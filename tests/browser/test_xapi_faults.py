"""Whatever goes wrong on the way, in the end the LRS holds what was done: nothing lost, nothing twice, in order."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.launched import Enrolment, hurry, wait_until_sent, waiting
from tests.browser.learner import Learner
from tests.lrs import faults
from tests.lrs.faults import Fault
from tests.lrs.server import LrsServer

BEGUN = (("initialized", ""), ("experienced", "parcels"))
ANSWERED = ("answered", "q-first")
POST, PUT = "POST statements", "PUT activities/state"

ON_STATEMENTS: dict[str, tuple[Fault, ...]] = {
    "dropped": (faults.drop,),
    "answer lost": (faults.lose,),
    "answer broken off": (faults.truncate,),
    "duplicated": (faults.duplicate,),
    "delayed": (faults.delay(0.3),),
    "500": (faults.status(500),),
    "503 with Retry-After": (faults.unavailable(1),),
    "412": (faults.status(412),),
    "a network's login page": (faults.html(),),
    "overtaken": faults.reorder(),
}
ON_STATE: dict[str, Fault] = {
    "answer lost": faults.lose,
    "duplicated": faults.duplicate,
    "500": faults.status(500),
    "412": faults.status(412),
    "a network's login page": faults.html(),
}


def answer_wrongly(learner: Learner) -> None:
    """Answers the practice question, again where it was answered before."""
    question = learner.find("q-first")
    again = learner.section(question).locator("[data-retry]")
    if again.is_visible():
        again.press("Enter")
    learner.practise(question, right=False)


def test_each_fault_on_the_way_of_statements_loses_none_and_doubles_none(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    learner = enrolment.sit(context)
    enrolment.expect(*BEGUN)
    done = list(BEGUN)
    for name, these in ON_STATEMENTS.items():
        for fault in these:
            lrs.faults.next(POST, fault)
            answer_wrongly(learner)
            done.append(ANSWERED)
            assert lrs.wait_until(lambda: not lrs.faults.unused), name
        if name == "503 with Retry-After":
            wait_until_sent(learner)
        else:
            hurry(learner)
        enrolment.expect(*done)
    asked = [exchange for exchange in lrs.exchanges if exchange.request.name == POST]
    (refused,) = [at for at, one in enumerate(asked) if one.answer and one.answer.status == 503]
    assert asked[refused + 1].came - asked[refused].answered >= 1
    with lrs.faults.lasting(POST, faults.drop):
        for _ in range(3):
            answer_wrongly(learner)
            done.append(ANSWERED)
    lrs.faults.next(POST, faults.half)
    hurry(learner)
    enrolment.expect(*done)
    enrolment.check()
    learner.sitting.leave()


def test_each_fault_on_the_way_of_the_state_loses_no_work(
    lrs: LrsServer, small: Path, context: BrowserContext, elsewhere: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    learner = enrolment.sit(context)
    enrolment.expect(*BEGUN)
    for name, fault in ON_STATE.items():
        lrs.faults.next(PUT, fault)
        answer_wrongly(learner)
        assert lrs.wait_until(lambda: not lrs.faults.unused), name
        hurry(learner)
    learner.take_quiz(learner.find("check"))
    wait_until_sent(learner)
    learner.sitting.kill()
    other = enrolment.sit(elsewhere)
    assert other.current_page() == "what-stays"
    expect(other.section(other.find("check")).locator("[data-result]")).to_be_visible()
    assert enrolment.told().count(ANSWERED) == len(ON_STATE)
    enrolment.check()
    other.sitting.leave()


def test_an_ended_session_is_told_and_what_was_done_comes_with_the_next_launch(
    lrs: LrsServer, small: Path, context: BrowserContext
) -> None:
    enrolment = Enrolment(lrs, small / "xapi")
    learner = enrolment.sit(context)
    enrolment.expect(*BEGUN)
    with lrs.faults.lasting("*", faults.status(401)):
        answer_wrongly(learner)
        expect(learner.frame.get_by_role("main")).to_contain_text("Open the course again from where you started it")
        assert waiting(learner) > 0
        learner.sitting.kill()
    learner = enrolment.sit(context)
    wait_until_sent(learner)
    assert enrolment.told()[:4] == [*BEGUN, ANSWERED, ("initialized", "")]
    learner.sitting.leave()
    enrolment.check()


def test_it_speaks_another_version_where_the_lrs_does(lrs: LrsServer, small: Path, context: BrowserContext) -> None:
    lrs.versions = ("2.0.0",)
    enrolment = Enrolment(lrs, small / "xapi")
    learner = enrolment.sit(context)
    answer_wrongly(learner)
    wait_until_sent(learner)
    assert {request.headers["x-experience-api-version"] for request in lrs.requests(POST)} == {"2.0.0"}
    lrs.versions = ("1.0.3", "2.0.0")
    enrolment.expect(*BEGUN, ANSWERED)
    learner.sitting.leave()
