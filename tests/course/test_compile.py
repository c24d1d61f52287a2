"""A course is understood, or each fault is named at its place and once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from builder.course.capacity import course_record, shapes, worst_case
from builder.course.model import Misconception, Note, Prose, Tip
from builder.source.diagnostic import Severity
from tests.course.small import SETTINGS_LINES, page, question, read

A, B = "content/01-first/a.md", "content/01-first/b.md"
PIXEL = b"\x89PNG\r\n\x1a\n"
Y = SETTINGS_LINES

QUIZ = ":::: quiz {#final}\n" + question("q-final") + "::::\n"


def found(files: Mapping[str, str | bytes]) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of every finding."""
    return [(one.code, one.span.file, one.span.line, one.span.column) for one in read(files).diagnostics]


def message(files: Mapping[str, str | bytes]) -> str:
    """The only finding's message."""
    (one,) = read(files).diagnostics
    return one.message


def test_pages_come_in_file_order_with_their_blocks_in_order() -> None:
    body = (
        "One.\n\n::: note\nAn aside.\n:::\n\nTwo.\n\n::: tip {#t ref=T1}\nAdvice.\n:::\n"
        "::: misconception {#m ref=M1}\nclaim: Reacting is responding.\nwhy: It is quick.\ninstead: Pause.\n:::\n"
    )
    course = read(
        {
            "course.yaml": "topics: {T1: {text: Topic}}\nmisconceptions: {M1: Wrong}\n",
            "content/01-first/index.md": page("First", body),
            "content/01-first/02-b.md": page("B", question("q", "mc=M1")),
            "content/01-first/01-a.md": page("A"),
            "content/02-second/c.md": page("C"),
        }
    ).course
    assert [module.id for module in course.modules] == ["first", "second"]
    assert [module.title for module in course.modules] == ["First", "Second"]
    assert [entry.title for entry in course.pages] == ["First", "A", "B", "C"]
    kinds = [type(element) for element in course.pages[0].elements]
    assert kinds == [Prose, Note, Prose, Tip, Misconception]
    assert course.activity("q") is not None


def test_a_title_is_the_heads_or_else_the_heading_that_the_page_begins_with() -> None:
    course = read({A: "# The *first* heading\n\nWords.\n", B: "The second\n==========\n\nWords.\n"}).course
    assert [entry.title for entry in course.pages] == ["The first heading", "The second"]
    for entry in course.pages:
        (prose,) = entry.elements
        assert isinstance(prose, Prose) and prose.text.value.strip() == "Words."


def test_a_heading_that_only_says_the_title_again_is_not_shown_twice() -> None:
    course = read({A: page("Calls", "# Calls\n\nWords.\n")}).course
    (prose,) = course.pages[0].elements
    assert isinstance(prose, Prose) and "# Calls" not in prose.text.value


def test_a_page_without_title_or_text_in_a_block_is_an_error() -> None:
    assert found({A: "Words.\n"}) == [("CW150", A, 1, 1)]
    assert found({A: page("A", "::: note\n:::\n")}) == [("CW152", A, 4, 1)]


def test_a_course_without_pages_is_an_error() -> None:
    assert [one.code for one in read({}).diagnostics] == ["CW400"]


def test_a_misconception_needs_all_its_parts() -> None:
    body = "::: misconception {ref=M1}\nclaim: Wrong.\nclaim: Wrong.\ninstead: Right.\nMore words.\n:::\n"
    files = {"course.yaml": "misconceptions: {M1: Wrong}\n", A: page("A", body + question("q", "mc=M1"))}
    codes = [code for code, *_ in found(files)]
    assert sorted(codes) == ["CW153", "CW154", "CW154"]


def test_an_id_that_is_there_twice_names_the_other_place() -> None:
    files = {A: page("A", "::: note {#x}\nOne.\n:::\n"), B: page("B", question("x"))}
    assert [one[:3] for one in found(files)] == [("CW155", B, 4)]
    assert f"{A}:4" in message(files)
    assert [code for code, *_ in found({A: page("A"), "content/02-second/a.md": page("Again")})] == ["CW155"]
    assert [code for code, *_ in found({A: page("A", question("b")), B: page("B")})] == ["CW155"]


def test_a_quizs_questions_share_the_courses_ids() -> None:
    assert [code for code, *_ in found({A: page("A", QUIZ), B: page("B", question("q-final"))})] == ["CW155"]


@pytest.mark.parametrize(
    ("link", "column"),
    [
        ("[x](#bb)", 1),
        ("[x](c.md)", 1),
        ("see [x](../02-none/b.md)", 5),
        ("[x](b.md#none)", 1),
        ("[x](handout.pdf)", 1),
    ],
)
def test_a_link_inside_the_course_leads_somewhere(link: str, column: int) -> None:
    ((code, file, line, _),) = found({A: page("A", f"{link}\n"), B: page("B")})
    assert (code, file, line) == ("CW160", A, 4)


def test_links_that_lead_somewhere_are_fine() -> None:
    links = (
        "[a](#b) [b](b.md) [c](../02-second/c.md#deep) [d](#top) [e](https://example.org/a.md) "
        "[f](mailto:a@example.org) [g](tel:+441632960000) [h](b.md#q)"
    )
    files = {
        A: page("A", f"## Top\n\n{links}\n"),
        B: page("B", question("q")),
        "content/02-second/c.md": page("C", "## Deep\n\nWords.\n"),
    }
    assert found(files) == []


def test_a_link_that_is_nearly_right_gets_a_suggestion() -> None:
    assert "did you mean 'respond'?" in message(
        {A: page("A", "[x](#repsond)\n"), "content/01-first/respond.md": page("R")}
    )
    assert "did you mean '../02-second/c.md'?" in message(
        {A: page("A", "[x](c.md)\n"), "content/02-second/c.md": page("C")}
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org"])
def test_other_kinds_of_address_are_errors(address: str) -> None:
    assert [code for code, *_ in found({A: page("A", f"[x](<{address}>)\n")})] == ["CW161"]


def test_a_link_to_a_page_that_could_not_be_understood_is_not_a_second_error() -> None:
    body = "[x](#q)\n\n::: single {#q}\nWhich?\n- (x) One\n- ( ) Two\n  feedback: No.\n:::\n"
    codes = [code for code, *_ in found({A: page("A", body)})]
    assert codes and "CW160" not in codes


def test_images_that_the_pages_show_go_into_the_course() -> None:
    body = "![A desk](desk.png) ![A plan](../shared/plan%20b.png)\n"
    files: dict[str, str | bytes] = {
        A: page("A", body),
        "content/01-first/desk.png": PIXEL,
        "content/shared/plan b.png": PIXEL,
        "content/01-first/unused.png": PIXEL,
    }
    course = read(files).course
    assert list(course.assets) == ["content/01-first/desk.png", "content/shared/plan b.png"]


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("![A desk](dusk.png)", "CW162"),
        ("![A desk](../../../desk.png)", "CW163"),
        ("![A desk](/desk.png)", "CW163"),
        ("![A desk](https://example.org/desk.png)", "CW163"),
        ("![A desk](desk.bmp)", "CW164"),
        ("![](desk.png)", "CW166"),
    ],
)
def test_an_image_is_there_inside_the_folder_and_described(image: str, code: str) -> None:
    files: dict[str, str | bytes] = {A: page("A", f"{image}\n"), "content/01-first/desk.png": PIXEL}
    assert [one[:3] for one in found(files)] == [(code, A, 4)]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<image href="https://example.org/a.png"/>',
        '<a href="javascript:alert(1)"/>',
        "<style>@import 'a.css';</style>",
        '<rect style="fill: url(https://example.org/a)"/>',
        "<foreignObject/>",
        "<unclosed>",
    ],
)
def test_an_svg_may_not_run_or_fetch_anything(inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert [code for code, *_ in found({A: page("A", "![A](a.svg)\n"), "content/01-first/a.svg": svg})] == ["CW165"]


def test_a_plain_svg_is_fine() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs><g id="a"/></defs>'
        '<use xlink:href="#a"/><rect style="fill: url(#a)"/><style>.a { fill: red }</style></svg>'
    )
    assert found({A: page("A", "![A](a.svg)\n"), "content/01-first/a.svg": svg}) == []


def test_variables_are_known_in_prose_titles_and_questions() -> None:
    files: dict[str, str | bytes] = {
        "course.yaml": "variables: {org: {name: Example, phone: 01632 960000}}\n",
        A: page('"Call {{org.name}}"', "Ring {{org.phone}}.\n"),
    }
    assert read(files).course.pages[0].title == "Call Example"
    files[A] = page("A", "Ring {{org.fone}}.\n")
    assert [one[:3] for one in found(files)] == [("CW167", A, 4)]
    assert "'org.phone'" in message(files)
    assert [code for code, *_ in found({A: page('"Call {{org}}"')})] == ["CW167"]


def test_what_pages_name_is_declared() -> None:
    yaml = "topics: {SY1: {text: Topic}}\nmisconceptions: {MC1: Wrong}\n"
    refutation = "::: misconception {ref=MC1}\nclaim: A.\nwhy: B.\ninstead: C.\n:::\n"
    body = refutation + "::: tip {ref=SY2}\nAdvice.\n:::\n" + question("q", "mc=MC1")
    files: dict[str, str | bytes] = {"course.yaml": yaml, A: page("A", body, covers="[SY1, MC1, SY3]")}
    assert [one[:3] for one in found(files)] == [("CW401", A, 3), ("CW401", A, 10)]


def test_what_course_yaml_names_is_there() -> None:
    yaml = (
        "scoring: {pass: 80, parts: {finel: 50, q: 50}}\n"
        "completion: {pages: [a, c], required: [final, q, b]}\n"
        "outcomes:\n  - {id: LO1, text: Can, assessed-by: [q, MC9]}\n"
        "  - {id: LO1, text: Can too, assessed-by: [final]}\n"
    )
    files: dict[str, str | bytes] = {"course.yaml": yaml, A: page("A", QUIZ), B: page("B", question("q"))}
    file = "course.yaml"
    assert [(code, place, line) for code, place, line, _ in found(files)] == [
        ("CW404", file, Y + 1),
        ("CW405", file, Y + 1),
        ("CW408", file, Y + 2),
        ("CW407", file, Y + 2),
        ("CW406", file, Y + 2),
        ("CW409", file, Y + 4),
        ("CW410", file, Y + 5),
    ]
    assert any("did you mean 'final'?" in one.message for one in read(files).diagnostics)


def test_what_is_declared_has_its_element_unless_the_author_lowers_it() -> None:
    yaml = "misconceptions: {MC1: Wrong}\nmarking-points: {MP1: {text: Listens}}\n"
    files: dict[str, str | bytes] = {"course.yaml": yaml, A: page("A")}
    assert [code for code, *_ in found(files)] == ["CW420", "CW421", "CW422"]
    files["course.yaml"] = yaml + "checks: {coverage: warning, CW421: off}\n"
    assert [(one.code, one.severity) for one in read(files).diagnostics] == [
        ("CW420", Severity.WARNING),
        ("CW422", Severity.WARNING),
    ]


def test_a_fault_of_the_source_cannot_be_lowered() -> None:
    files: dict[str, str | bytes] = {"course.yaml": "checks: {CW160: off}\n", A: page("A", "[x](#none)\n")}
    assert [code for code, *_ in found(files)] == ["CW160"]


def test_an_excuse_covers_its_block_and_nothing_else() -> None:
    body = "::: note\n![](a.png)\nexcuse: CW166 the sentence says it\n:::\n\n![](a.png)\n"
    tip = body.replace("note", "tip")
    files: dict[str, str | bytes] = {A: page("A", tip), "content/01-first/a.png": PIXEL}
    assert [one[:3] for one in found(files)] == [("CW166", A, 9)]


def test_the_lock_numbers_pages_activities_and_their_parts() -> None:
    result = read({A: page("A", question("q")), B: page("B", QUIZ)})
    assert result.course.numbers["a"] == 1
    assert result.compiled.lock == (
        "a 1 page\nb 3 page\nfinal 4 quiz\nq 2 single\nq/that-one 2 option\nq/this-one 1 option\n"
        "q-final 5 single\nq-final/that-one 2 option\nq-final/this-one 1 option\n"
    )


def test_with_an_error_the_lock_stays_as_it_was() -> None:
    lock = "a 7 page\nb 8 page\n"
    result = read({"ids.lock": lock, A: page("A", "[x](#none)\n")})
    assert [one.code for one in result.diagnostics] == ["CW160"]
    assert result.compiled.lock == lock


def test_a_damaged_lock_is_an_error_at_its_line() -> None:
    assert found({"ids.lock": "a 1 page\nb 1 page\n", A: page("A"), B: page("B")}) == [("CW503", "ids.lock", 2, 3)]


def test_rewording_two_options_at_once_asks_for_ids() -> None:
    lock = read({A: page("A", question("q"))}).compiled.lock
    files: dict[str, str | bytes] = {"ids.lock": lock, A: page("A", question("q").replace(" one\n", " other\n"))}
    assert [one[:3] for one in found(files)] == [("CW505", A, 6), ("CW505", A, 8)]


def test_a_state_has_a_record_for_the_course_and_each_activity() -> None:
    course = read({A: page("A", question("q")), B: page("B", QUIZ)}).course
    assert list(shapes(course, keeps_texts=True)) == [0, 2, 4, 5]
    names = [field.name for group in course_record(course).groups for field in group.fields]
    assert names == ["seed", "page", "visited", "finished", "sent", "success", "timed", "serial"]
    worst = worst_case(course, keeps_texts=True)
    assert worst.total == 5 + sum(contributor.length for contributor in worst.contributors)
    assert [one.length for one in worst.contributors] == sorted(
        (one.length for one in worst.contributors), reverse=True
    )


def test_texts_count_only_where_they_are_kept_with_the_state() -> None:
    form = "::: reflection {#account}\n- What happened?\n:::\n"
    course = read({A: page("A", form)}).course
    assert worst_case(course, keeps_texts=True).total > 8000
    assert worst_case(course, keeps_texts=False).total < 100


def test_two_forms_with_one_id_are_an_error_and_nothing_worse() -> None:
    body = "::: reflection {#x}\n- What?\n:::\n::: reflection {#x}\n- Why?\n:::\n"
    result = read({A: page("A", body)})
    assert [one.code for one in result.diagnostics] == ["CW155"]
    assert result.compiled.course is not None
    assert worst_case(result.compiled.course, keeps_texts=True).total > 6000


@pytest.mark.parametrize(
    ("name", "data", "fine"),
    [
        ("a.png", PIXEL, True),
        ("a.png", b"", False),
        ("a.png", b"\xff\xd8\xff\xe0", False),
        ("a.jpg", b"\xff\xd8\xff\xe0", True),
        ("a.JPEG", PIXEL, False),
        ("a.gif", b"GIF89a", True),
        ("a.gif", b"<html>", False),
        ("a.webp", b"RIFF\x0a\x00\x00\x00WEBPVP8 ", True),
        ("a.webp", b"RIFF\x0a\x00\x00\x00WAVE", False),
    ],
)
def test_a_picture_is_what_its_ending_says(name: str, data: bytes, fine: bool) -> None:
    files: dict[str, str | bytes] = {A: page("A", f"![A desk]({name})\n"), f"content/01-first/{name}": data}
    assert [code for code, *_ in found(files)] == ([] if fine else ["CW164"])
