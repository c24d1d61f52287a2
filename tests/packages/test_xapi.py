"""The xAPI package and the web page that sends statements: what is in them, and whom the page may talk to."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pydantic import ValidationError

from builder.build import check_course, site_of
from builder.course.model import Course, Module
from builder.packages.html import PACKAGE as HTML
from builder.packages.package import Package, find_packages
from builder.packages.xapi import PACKAGE as XAPI
from builder.packages.xapi import TINCAN
from builder.site.document import policy
from builder.site.target import Site, Target, talks_to
from builder.source.outputs import Xapi
from builder.source.span import Span
from tests.courses.gallery import make
from tests.packages.made import SITE, course
from tests.packages.test_manifests import AWKWARD, matches

PROFILE = "xapi-profile.jsonld"


def _course(**changes: Any) -> Course:
    return replace(course(**changes), modules=(Module("leaves", "Leaves & water", (), Span("content")),))


def test_tincan_xml_is_the_golden_one() -> None:
    assert matches(XAPI.files(SITE, _course())["tincan.xml"], "tincan.xml")


@pytest.mark.parametrize("title", AWKWARD)
def test_any_title_can_be_read_and_the_launched_activity_comes_first(title: str) -> None:
    root = etree.fromstring(XAPI.files(SITE, _course(title=title))["tincan.xml"])
    first, *others = root.findall(f"{{{TINCAN}}}activities/{{{TINCAN}}}activity")
    assert first.get("id") == "https://example.org/courses/tea-making"
    assert (first.findtext(f"{{{TINCAN}}}name") or "")[:4] == title[:4]
    assert first.findtext(f"{{{TINCAN}}}launch") == "index.html"
    assert len(others) == 1 and not others[0].findall(f"{{{TINCAN}}}launch")


def test_the_profile_is_published_with_what_sends_and_with_nothing_else() -> None:
    package: Package
    for package, outputs in ((XAPI, {}), (HTML, {"html": {"lrs": "launch"}}), (HTML, {"html": {"lrs": "/xapi"}})):
        published = json.loads(package.files(SITE, _course(outputs=outputs))[PROFILE])
        assert published["id"] == "https://example.org/courses/tea-making/xapi"
    for name in ("scorm12", "scorm2004", "html"):
        assert PROFILE not in find_packages()[name].files(SITE, _course())


@pytest.mark.parametrize(
    ("package", "outputs", "allowed"),
    [
        (HTML, {"html": {}}, "'none'"),
        (HTML, {"html": {"lrs": "/xapi/"}}, "'self'"),
        (HTML, {"html": {"lrs": "launch"}}, "'self' https:"),
        (XAPI, {}, "'self' https:"),
        (XAPI, {"xapi": {"endpoints": ("https://LRS.example.org/a/xapi/",)}}, "'self' https://lrs.example.org"),
        (HTML, {"html": {"lrs": "launch", "endpoints": ("http://localhost:8100/",)}}, "'self' http://localhost:8100"),
    ],
)
def test_the_page_may_talk_to_its_own_server_and_to_the_lrs_and_to_nobody_else(
    package: Package, outputs: dict[str, Any], allowed: str
) -> None:
    target = package.target(_course(outputs=outputs))
    assert f"; connect-src {allowed}; " in policy(target)


def test_texts_go_where_the_author_wants_them() -> None:
    for changes, kept in (({}, True), ({"free-text": {"resume": "device"}}, False)):
        assert XAPI.target(_course(**changes)).keeps_texts is kept
        assert HTML.target(_course(outputs={"html": {"lrs": "launch"}}, **changes)).keeps_texts is kept


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Target, Site]]:
    folder = make.write(tmp_path_factory.mktemp("gallery"))
    settings = (folder / "course.yaml").read_text("utf-8")
    (folder / "course.yaml").write_text(f"{settings}outputs: {{html: {{lrs: /xapi/, version: 2.0.0}}}}\n", "utf-8")
    checked = check_course(folder)
    assert checked.course is not None
    packages = find_packages()
    targets = {name: packages[name].target(checked.course) for name in ("html", "xapi", "scorm12")}
    return {name: (target, site_of(checked, checked.course, target)) for name, target in targets.items()}


def _data(site: Site) -> dict[str, Any]:
    (script,) = [data for path, data in site.files.items() if path.startswith("assets/course.")]
    data: dict[str, Any] = json.loads(script.decode().partition("=")[2].rstrip(";\n"))
    return data


def test_the_player_gets_what_statements_are_made_from_where_it_sends_any(
    sites: dict[str, tuple[Target, Site]],
) -> None:
    html, xapi = _data(sites["html"][1])["xapi"], _data(sites["xapi"][1])["xapi"]
    assert (html.pop("version"), html.pop("relay")) == ("2.0.0", "/xapi")
    assert xapi.pop("version") == "1.0.3"
    assert html == xapi
    assert "xapi" not in _data(sites["scorm12"][1])


def test_an_address_with_a_learner_in_it_is_told_to_no_other_server(sites: dict[str, tuple[Target, Site]]) -> None:
    said = '<meta name="referrer" content="no-referrer">'
    assert {name: said in site.files["index.html"].decode() for name, (_, site) in sites.items()} == {
        "html": True,
        "xapi": True,
        "scorm12": False,
    }


def test_no_file_of_a_package_has_a_place_for_credentials(sites: dict[str, tuple[Target, Site]]) -> None:
    for path, data in XAPI.files(sites["xapi"][1], _course()).items():
        assert not re.search(rb"Basic [A-Za-z0-9+/=]{8}|://[^/\s\"'`]+:[^/\s\"'`]+@", data), path


@given(
    address=st.text(max_size=30).map("https://{}".format) | st.from_regex(r"https?://[\w.:@;,'*\s/-]+", fullmatch=True)
)
def test_no_endpoint_that_is_taken_says_anything_else_to_the_browser(address: str) -> None:
    try:
        output = Xapi(endpoints=(address,))
    except ValidationError:
        return
    own, server, *more = talks_to(output.endpoints).split(" ")
    assert (own, more) == ("'self'", [])
    assert re.fullmatch(r"https?://([\w.-]+|\[[0-9a-f:.]+\])(:\d*)?", server, re.ASCII)
