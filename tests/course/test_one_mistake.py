"""One mistake is one finding: what only follows from it is not said too."""

from __future__ import annotations

import pytest

from tests.course.small import page, question, read

ONE = "content/01-first/one.md"
TWO = "content/01-first/two.md"
COPY = "content/02-second/one.md"
MISCONCEPTION = "::: misconception {ref=MC1}\nclaim: Loud is angry.\nwhy: It is.\ninstead: Ask.\n:::\n"
QUIZ = f":::: quiz {{#final}}\nNow.\n\n{question('q-quiz')}::::\n"
FINAL = "scoring: {pass: 80, parts: {final: 100}}\ncompletion: {required: [final]}\n"
DECLARED = "misconceptions: {MC1: Loud is angry}\n"
ASKED = question("q-one", "mc=MC1")
FORM = "::: reflection {#form assesses=MP1}\n- What happened?\n:::\n"
MERGE = "<<<<<<< ours\none 1 page\nq-one 2 single\n=======\none 1 page\nq-one 1 single\n>>>>>>> theirs\n"


def _nothing_wrong(files: dict[str, str]) -> dict[str, str]:
    assert read(files).diagnostics == ()
    return files


REFUTED = _nothing_wrong({"course.yaml": DECLARED, ONE: page("One", ASKED + MISCONCEPTION)})
SCORED = _nothing_wrong({"course.yaml": FINAL, ONE: page("One", question("q-one")), TWO: page("Two", QUIZ)})
ASSESSED = _nothing_wrong({"course.yaml": "marking-points: {MP1: {text: Says sorry}}\n", ONE: page("One", FORM)})


@pytest.mark.parametrize(
    ("files", "finding"),
    [
        ({"course.yaml": FINAL}, ("CW400", "course.yaml", 1)),
        ({**SCORED, TWO: SCORED[TWO].replace(" {#final}", "")}, ("CW311", TWO, 4)),
        ({**SCORED, TWO: SCORED[TWO].replace("q-quiz", "q-one")}, ("CW155", TWO, 7)),
        ({**SCORED, COPY: SCORED[ONE]}, ("CW155", COPY, 1)),
        ({**REFUTED, ONE: REFUTED[ONE].replace("ref=MC1", "ref=MC9")}, ("CW401", ONE, 11)),
        ({**REFUTED, ONE: REFUTED[ONE].replace("mc=MC1", "mc=MC9")}, ("CW309", ONE, 4)),
        ({**REFUTED, ONE: REFUTED[ONE].replace("instead:", "insted:")}, ("CW120", ONE, 14)),
        ({**ASSESSED, ONE: ASSESSED[ONE].replace("assesses=MP1", "assesses=MP3")}, ("CW309", ONE, 4)),
        ({**REFUTED, "ids.lock": MERGE}, ("CW502", "ids.lock", 1)),
    ],
    ids=[
        "no pages",
        "a quiz without an id",
        "a quiz's question with another's id",
        "a page copied",
        "ref",
        "mc",
        "insted",
        "assesses",
        "merge",
    ],
)
def test_one_mistake_is_one_finding(files: dict[str, str], finding: tuple[str, str, int]) -> None:
    assert [(one.code, one.span.file, one.span.line) for one in read(files).diagnostics] == [finding]


ORDER = "::: order {#q}\nWhat first?\n1. Ask\n2. Offer\nexplain: Ask first.\n:::\n"
JUDGED = "::: truefalse {#q answer=true}\nIt is.\nif-true: Yes.\nif-false: It is.\n:::\n"
BOXES = "::: truefalse {#q}\nIt is.\n- (x) True\n  feedback: Yes.\n- ( ) False\n  feedback: It is.\n:::\n"
RANKED = "::: compare {#q low=Low}\nHow?\n1. A {at=90}\n2. B {at=10}\nexplain: So.\n:::\n"


@pytest.mark.parametrize(
    ("block", "line", "code", "words"),
    [
        (ASKED.replace("feedback", "Feedback", 1), 7, "CW120", "write `feedback:`"),
        (ASKED.replace("other.\n", "other.\n  explain: So.\n"), 10, "CW120", "take the blanks before it away"),
        (ASKED.replace("other.\n", "other.\nexplian: So.\n"), 10, "CW120", "did you mean 'explain'?"),
        (ORDER.replace(". A", ") A").replace(". O", ") O"), 6, "CW123", "number with `1.`"),
        (ORDER.replace("2. Offer\n", ""), 4, "CW303", "An order needs"),
        (JUDGED.replace("if-true", "if_true"), 6, "CW120", "write `if-true:`"),
        (BOXES, 6, "CW316", "takes no options"),
        (RANKED, 4, "CW358", "have their place by their number"),
        (RANKED.replace("1.", "-").replace("2.", "-"), 4, "CW359", "`high` is missing"),
    ],
)
def test_a_slip_in_a_block_is_one_finding_that_says_what_to_write(block: str, line: int, code: str, words: str) -> None:
    declared = {"course.yaml": DECLARED, ONE: page("One", block), TWO: page("Two", MISCONCEPTION)}
    (found,) = read(declared if "mc=" in block else {ONE: declared[ONE]}).diagnostics
    assert (found.code, found.span.file, found.span.line) == (code, ONE, line)
    assert words in found.message


def test_no_is_taken_for_off_where_a_check_is_changed() -> None:
    (found,) = read({"course.yaml": "checks: {CW461: no}\n", ONE: page("One")}).diagnostics
    assert found.code == "CW022" and "(did you mean 'off'?)" in found.message


def test_what_a_note_is_called_is_still_no_part_of_the_score() -> None:
    files = {**SCORED, ONE: page("One", "::: note {#aside}\nWords.\n:::\n")}
    files["course.yaml"] = FINAL.replace("parts: {final: 100}", "parts: {aside: 100}")
    assert [one.code for one in read(files).diagnostics] == ["CW404"]


def test_an_undeclared_word_is_told_where_to_be_declared() -> None:
    files = {ONE: page("One", question("q-one", "covers=X"))}
    (one,) = read(files).diagnostics
    where = "`topics:`, `misconceptions:` or `marking-points:`"
    assert one.message == f"course.yaml does not declare 'X'. Declare it in course.yaml, under {where}."


def test_an_svg_that_is_not_well_formed_is_named_where_it_is() -> None:
    files = {ONE: page("One", "![A cup.](a.svg)\n"), "content/01-first/a.svg": "<svg>\n <g></svg>"}
    (one,) = read(files).diagnostics
    assert (one.code, one.span.file, one.span.line, one.span.column) == ("CW165", "content/01-first/a.svg", 2, 7)
    assert "(mismatched tag)" in one.message
