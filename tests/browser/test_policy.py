"""An LMS may send a Content-Security-Policy of its own with every file: the course must look as always."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.lms_server import LmsServer


def test_a_policy_that_forbids_data_addresses_leaves_the_course_its_looks(
    context: BrowserContext, lms: LmsServer, flagship: Path
) -> None:
    lms.add_package("strict", flagship / "html")

    def strict(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": "default-src 'self'"}
        route.fulfill(response=answer, headers=headers)

    page = context.new_page()
    page.route("**/index.html", strict)
    page.goto(lms.page_url("strict"))
    expect(page.locator("link[rel=stylesheet]")).to_have_attribute("href", re.compile("^assets/style[.]"))
    expect(page.locator("[data-shell=header]")).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
