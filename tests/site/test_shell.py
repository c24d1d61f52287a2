"""The player's shell in Chromium, from a file, without a server: one page in view, and every way to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builder.resources import theme_folders
from builder.site import Target, Theme, load_theme, render
from tests.course.small import page as source
from tests.course.small import question, read

FILES: dict[str, str | bytes] = {
    "course.yaml": "scoring: {pass: 80, parts: {check: 100}}\ncompletion: {required: [check]}\n",
    "content/01-first/index.md": source("First", "Go to [the middle](01-mid.md) or [its end](01-mid.md#the-end).\n"),
    "content/01-first/01-mid.md": source("Middle", "Words.\n\n" * 60 + "## The end\n\nWords.\n\n" + question("q-one")),
    "content/01-first/02-last.md": source("Last", f":::: quiz {{#check attempts=2}}\n{question('q-two')}::::\n"),
}
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    theme = load_theme("base", theme_folders())
    assert isinstance(theme, Theme)
    target = Target(name="html", tracker="device", capacity=None, keeps_texts=True)
    site = render(read(FILES).course, theme, target)
    assert site.diagnostics == ()
    folder = tmp_path_factory.mktemp("site")
    for path, content in site.files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    return (folder / site.start).as_uri()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    made.set_default_timeout(10_000)
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    """The course, opened for the first time by somebody who wants the work kept."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(address)
    page.get_by_label("A name to find it by").fill("Ada")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready]")
    return page


def in_view(page: Page) -> list[str]:
    return [str(each) for each in page.locator(".page:visible").evaluate_all("pages => pages.map(page => page.id)")]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def go(page: Page, name: str) -> None:
    page.locator("[data-contents]").get_by_role("link", name=name).click()


def test_the_first_page_is_in_view_and_the_focus_is_at_its_text_after_the_first_question(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    assert in_view(page) == ["first"]
    expect(page).to_have_title("First - A small course")
    expect(page.locator("main")).to_be_focused()


def test_a_link_brings_its_page_with_title_focus_and_place_in_the_contents(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    go(page, "Middle")
    expect(page).to_have_title("Middle - A small course")
    assert in_view(page) == ["mid"]
    assert focused(page) == "Middle"
    expect(page.locator("[data-contents] [aria-current=page]")).to_contain_text("Middle")
    expect(page.locator("[data-announce]")).to_have_text("Page 2 of 3")
    assert page.evaluate("scrollY") == 0


def test_back_and_next_and_a_link_into_a_page_all_lead_there(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_title("Middle - A small course")
    page.go_back()
    expect(page).to_have_title("First - A small course")
    assert focused(page) == "First"
    page.get_by_role("link", name="its end").click()
    expect(page).to_have_title("Middle - A small course")
    assert focused(page) == "The end"
    expect(page.get_by_role("heading", name="The end")).to_be_in_viewport()


def test_the_skip_link_stays_on_the_page_in_view(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    go(page, "Middle")
    page.get_by_role("link", name="Skip to the page").focus()
    page.keyboard.press("Enter")
    assert in_view(page) == ["mid"]
    assert focused(page) == "Middle"


def test_a_learner_who_comes_back_is_where_they_stopped_and_is_told_so(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    go(page, "Middle")
    expect(page.locator("[data-status]")).to_contain_text("Saved")
    page.goto("about:blank")
    page.goto(address)
    expect(page).to_have_title("Middle - A small course")
    notice = page.locator("[data-notice=resumed]")
    expect(notice).to_contain_text("You are back where you stopped: Middle.")
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)
    assert focused(page) == "Middle"
    page.reload()
    expect(notice).to_have_count(1)
    go(page, "Last")
    expect(notice).to_have_count(0)


def test_an_address_with_a_fragment_opens_that_page(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}#last")
    assert in_view(page) == ["last"]
    page.evaluate("location.hash = '#no-such-place'")
    page.evaluate("location.hash = '#%E0%A4%A'")
    assert in_view(page) == ["last"]


def test_the_contents_say_what_is_done_in_words_and_the_header_counts(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    expect(page.locator("[data-progress]")).to_have_text("1 of 4 done")
    links = page.locator("[data-contents] [data-to]")
    expect(links.nth(0)).to_have_text("First (done)")
    expect(links.nth(1)).to_have_text("Middle (not done yet)")
    go(page, "Middle")
    page.get_by_role("radio", name="That one").check()
    page.get_by_role("button", name="Check answer").click()
    expect(links.nth(1)).to_have_text("Middle (done)")
    expect(page.locator("[data-progress]")).to_have_text("2 of 4 done")


def test_finish_names_what_is_left_and_escape_goes_back(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    press = page.locator("[data-contents] [data-finish] button")
    press.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 of 4 done. No score yet. The pass mark is 80%.")
    assert dialog.get_by_role("link").all_text_contents() == ["Middle", "Last"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(press).to_be_focused()
    press.click()
    dialog.get_by_role("link", name="Last").click()
    expect(dialog).to_have_count(0)
    expect(page).to_have_title("Last - A small course")


def test_the_result_stands_in_one_place_at_a_time_and_is_said_when_it_is_final(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    places = page.locator("[data-finish]:visible")
    expect(places).to_have_count(1)
    expect(page.locator("[data-contents]").get_by_role("heading", name="Your result")).to_be_visible()
    go(page, "Middle")
    page.get_by_role("radio", name="That one").check()
    page.get_by_role("button", name="Check answer").click()
    go(page, "Last")
    expect(places).to_have_count(1)
    expect(page.locator("main").get_by_role("heading", name="Your result")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("radio", name="This one").check()
    page.get_by_role("button", name="Send my answers").click()
    page.get_by_role("dialog").get_by_role("button", name="Send my answers").click()
    expect(places.locator(".verdict")).to_have_text("You passed with 100%.")
    expect(page.locator("[data-announce]")).to_contain_text("You passed with 100%. Your result is settled.")


def test_a_question_that_must_be_answered_is_not_thrown_away_by_escape(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Keep your work on this device?")
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(dialog).to_contain_text("Keep your work on this device?")


def test_the_chosen_appearance_is_kept_on_the_device(context: BrowserContext, address: str) -> None:
    page = opened(context, address)
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_label("Appearance").select_option("dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    page.reload()
    page.wait_for_selector("html[data-ready][data-scheme=dark]")


def test_on_a_narrow_screen_the_contents_open_and_close_and_nothing_scrolls_sideways(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    toggle = page.get_by_role("button", name="Contents")
    contents = page.locator("[data-contents]")
    expect(contents).to_be_hidden()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    contents.get_by_role("link", name="Last").focus()
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(toggle).to_be_focused()
    toggle.click()
    for name in ("Middle", "Last", "First"):
        if contents.is_hidden():
            toggle.click()
        go(page, name)
        expect(contents).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_without_scripts_every_page_is_listed_and_no_control_shows(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for heading in ("First", "Middle", "Last"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    page.get_by_role("link", name="the middle").click()
    expect(page.get_by_role("heading", name="Middle")).to_be_in_viewport()
    for control in page.locator("button, select, textarea").all():
        expect(control).to_be_hidden()
    context.close()


def test_the_whole_course_prints_when_that_is_asked_for(context: BrowserContext, address: str) -> None:
    context.add_init_script("print = () => { document.documentElement.dataset.printed = ''; }")
    page = opened(context, address)
    page.get_by_role("button", name="Print the course").click()
    page.emulate_media(media="print")
    assert in_view(page) == ["first", "mid", "last"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert in_view(page) == ["first"]
    expect(page.locator("[data-shell=header]")).to_be_hidden()
