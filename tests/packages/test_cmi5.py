"""cmi5's course structure: whole, by our schema and by the official one, and the zip that it stands in.

With COURSEWRIGHT_GOLDEN=write in the environment the golden files are written instead of compared.
"""

from __future__ import annotations

import functools
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from builder.build import build_course
from builder.course.model import Course
from builder.packages.cmi5 import NAMESPACE, PACKAGE, STRUCTURE, move_on, structure, validate
from builder.packages.manifest import InvalidManifest
from builder.site.target import Site, side_by_side
from builder.source.outputs import MoveOn
from builder.statements.verbs import COURSE
from tests.course import divided
from tests.packages.made import SITE
from tests.packages.made import course as simple_course

GOLDEN = Path(__file__).parent / "golden"
OFFICIAL = Path(__file__).parents[2].parent / "shared" / "standards" / "CourseStructure.xsd"
MODULES = side_by_side({module: Site({"index.html": b""}) for module in ("write", "call", "last", "read")})
COURSES: dict[str, tuple[Course, Site]] = {
    "cmi5": (divided.course("course"), SITE),
    "cmi5-module": (divided.course(), MODULES),
    "cmi5-no-pass-mark": (simple_course(scoring={}), SITE),
}
FOREIGN = "https://example.org/extension"

Change = Callable[[etree._Element], object]


@functools.cache
def official() -> etree.XMLSchema:
    """The specification's own schema, where it lies beside the checkout."""
    if not OFFICIAL.is_file():
        pytest.skip(f"{OFFICIAL.name} is not here")
    return etree.XMLSchema(etree.parse(OFFICIAL))


def made(name: str) -> etree._Element:
    """The course structure of one of the courses, as it is read again."""
    course, site = COURSES[name]
    return etree.fromstring(PACKAGE.files(site, course)[STRUCTURE])


def all_of(root: etree._Element, name: str, attribute: str) -> list[str]:
    """What the elements of that name have in that attribute, in order."""
    return [str(element.get(attribute)) for element in root.iter(f"{{{NAMESPACE}}}{name}")]


def first(root: etree._Element, path: str) -> etree._Element:
    """The first element at that path of names."""
    found = root.find("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
    assert found is not None, path
    return found


@pytest.mark.parametrize("name", COURSES)
def test_the_course_structure_is_the_golden_one(name: str) -> None:
    course, site = COURSES[name]
    written = PACKAGE.files(site, course)[STRUCTURE]
    golden = GOLDEN / f"{name}.xml"
    if os.environ.get("COURSEWRIGHT_GOLDEN") == "write":
        golden.write_bytes(written)
    assert written == golden.read_bytes()


@pytest.mark.parametrize("name", COURSES)
def test_the_course_structure_meets_the_official_schema(name: str) -> None:
    official().assertValid(made(name))


@pytest.mark.parametrize("title", ["Fish & <chips> \"quoted\" 'twice'", "إدارة المحادثات", "A bell\a", "long " * 200])
def test_any_title_meets_the_official_schema(title: str) -> None:
    root = etree.fromstring(PACKAGE.files(SITE, simple_course(title=title, description=""))[STRUCTURE])
    official().assertValid(root)
    assert (first(root, "au/title/langstring").text or "").startswith(title[:4])


def test_ids_stay_when_everything_else_changes() -> None:
    def ids(course: Course) -> set[str]:
        return {str(element.get("id")) for element in structure(MODULES, course).iter() if element.get("id")}

    changes = {"title": "Other", "version": "9", "description": "New.", "language": "cy"}
    changed = divided.course().settings.model_copy(update=changes)
    before = divided.course()
    after = Course(**{name: getattr(before, name) for name in Course.__slots__} | {"settings": changed})
    assert ids(before) == ids(after)
    assert all(id == before.settings.iri or id.startswith(f"{before.settings.iri}/") for id in ids(before))


def test_no_two_things_of_a_course_have_one_id() -> None:
    root = structure(SITE, divided.course("course"))
    first(root, "au").set("id", str(first(root, "course").get("id")))
    with pytest.raises(InvalidManifest, match="more than one"):
        validate(root)


def test_a_course_structure_that_breaks_the_standard_is_never_packed() -> None:
    root = structure(SITE, divided.course("course"))
    etree.SubElement(first(root, "au"), f"{{{NAMESPACE}}}surprise")
    with pytest.raises(InvalidManifest, match="surprise"):
        validate(root)


def test_a_course_is_one_unit_that_asks_for_its_pass_mark() -> None:
    root = made("cmi5")
    assert all_of(root, "au", "moveOn") == ["CompletedAndPassed"]
    assert all_of(root, "au", "masteryScore") == ["0.8"]
    assert not all_of(root, "block", "id")
    assert first(root, "au/url").text == "index.html"


def test_a_course_that_cannot_be_passed_is_completed_and_has_no_mastery_score() -> None:
    (unit,) = made("cmi5-no-pass-mark").iter(f"{{{NAMESPACE}}}au")
    assert (unit.get("moveOn"), unit.get("masteryScore")) == ("Completed", None)


def test_each_module_is_a_unit_with_a_result_of_its_own() -> None:
    root = made("cmi5-module")
    names = [id.rpartition("/")[2] for id in all_of(root, "au", "id")]
    assert names == ["write", "call", "last", "read"]
    moves = dict(zip(names, all_of(root, "au", "moveOn"), strict=True))
    assert moves == {
        "write": "Completed",
        "call": "CompletedAndPassed",
        "last": "CompletedAndPassed",
        "read": "NotApplicable",
    }
    assert all_of(root, "au", "masteryScore") == ["None", "0.8", "0.8", "None"]
    assert [url.text for url in root.iter(f"{{{NAMESPACE}}}url")] == [f"{name}/index.html" for name in names]


@pytest.mark.parametrize(
    ("wanted", "scored", "plain"),
    [
        (None, "CompletedAndPassed", "Completed"),
        ("Passed", "Passed", "Completed"),
        ("CompletedAndPassed", "CompletedAndPassed", "Completed"),
        ("CompletedOrPassed", "CompletedOrPassed", "Completed"),
        ("Completed", "Completed", "Completed"),
        ("NotApplicable", "NotApplicable", "NotApplicable"),
    ],
)
def test_an_lms_waits_for_a_pass_only_where_there_can_be_one(
    wanted: MoveOn | None, scored: MoveOn, plain: MoveOn
) -> None:
    assert move_on(divided.course(), wanted) == scored
    assert move_on(simple_course(), wanted) == plain


def _insert(path: str, at: int, name: str, namespace: str = NAMESPACE, text: str | None = None) -> Change:
    def change(root: etree._Element) -> None:
        element = etree.Element(f"{{{namespace}}}{name}")
        element.text = text
        first(root, path).insert(at, element) if path else root.insert(at, element)

    return change


def _remove(path: str) -> Change:
    def change(root: etree._Element) -> None:
        element = first(root, path)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def _set(path: str, name: str, value: str) -> Change:
    return lambda root: first(root, path).set(name, value)


def _unset(path: str, name: str) -> Change:
    return lambda root: first(root, path).attrib.pop(name)


def _says(path: str, text: str) -> Change:
    return lambda root: setattr(first(root, path), "text", text)


def _swap(root: etree._Element) -> None:
    objective = first(root, "objectives/objective")
    objective.append(objective[0])


def _deep(root: etree._Element) -> None:
    block = first(root, "block")
    inner = etree.fromstring(etree.tostring(block))
    for element in inner.iter(f"{{{NAMESPACE}}}block", f"{{{NAMESPACE}}}au"):
        element.set("id", f"{element.get('id')}/inner")
    block.append(inner)


GOOD: dict[str, Change] = {
    "as it is": lambda root: None,
    "an objective's description before its title": _swap,
    "a block in a block": _deep,
    "no objectives": _remove("objectives"),
    "a unit that shows none": _remove("block/au/objectives"),
    "an objective that names none": _unset("block/au/objectives/objective", "idref"),
    "no moveOn": _unset("block/au", "moveOn"),
    "a window of its own": _set("block/au", "launchMethod", "OwnWindow"),
    "a mastery score with four decimals": _set("block/au", "masteryScore", "0.7512"),
    "all of it": _set("block/au", "masteryScore", "1"),
    "any type": _set("block/au", "activityType", "no address at all"),
    "launch parameters": _insert("block/au", 4, "launchParameters", text="quiz=1"),
    "an entitlement": _insert("block/au", 4, "entitlementKey", text="xyz"),
    "an element of another namespace in a unit": _insert("block/au", 4, "more", FOREIGN, "words"),
    "one at the end": _insert("", 3, "more", FOREIGN),
    "one in a text": _insert("course/title", 1, "more", FOREIGN),
    "an attribute of another namespace": _set("course", f"{{{FOREIGN}}}more", "1"),
    "a language in XML's own way": _set(
        "course/title/langstring", "{http://www.w3.org/XML/1998/namespace}lang", "en-GB"
    ),
    "no language": _unset("course/title/langstring", "lang"),
    "where the schema lies": _set(
        "block/au/url", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", f"{NAMESPACE} x.xsd"
    ),
    "an id that is no absolute address": _set("block/au", "id", "one"),
    "text in a second language": _insert("course/title", 1, "langstring", text="Galwadau"),
}
BAD: dict[str, Change] = {
    "no course": _remove("course"),
    "no unit": _remove("block"),
    "a course without a title": _remove("course/title"),
    "a course without a description": _remove("course/description"),
    "a course without an id": _unset("course", "id"),
    "a unit without an id": _unset("block/au", "id"),
    "a unit without a url": _remove("block/au/url"),
    "an empty url": _says("block/au/url", ""),
    "an empty list of objectives": _remove("block/au/objectives/objective"),
    "an objective without a description": _remove("objectives/objective/description"),
    "an objective with an attribute of another namespace": _set("objectives/objective", f"{{{FOREIGN}}}more", "1"),
    "a text without words": _remove("course/title/langstring"),
    "a language that is none": _set("course/title/langstring", "lang", "en_GB"),
    "moveOn in another case": _set("block/au", "moveOn", "completed"),
    "moveOn with spaces": _set("block/au", "moveOn", " Completed "),
    "a window that there is not": _set("block/au", "launchMethod", "NewWindow"),
    "a mastery score in per cent": _set("block/au", "masteryScore", "80"),
    "a mastery score below nothing": _set("block/au", "masteryScore", "-0.1"),
    "a mastery score in words": _set("block/au", "masteryScore", "high"),
    "an unknown element": _insert("block/au", 4, "surprise"),
    "an unknown attribute": _set("block/au", "surprise", "1"),
    "an element without a namespace": _insert("block/au", 4, "more", ""),
    "parameters before the url": _insert("block/au", 3, "launchParameters"),
    "parameters twice": lambda root: [_insert("block/au", 4, "launchParameters")(root) for _ in range(2)],
    "words between elements": _says("block/au", "words"),
    "a namespace of our own": lambda root: setattr(root, "tag", f"{{{FOREIGN}}}courseStructure"),
}


@pytest.mark.parametrize("case", [*GOOD, *BAD])
def test_our_schema_and_the_official_one_say_the_same(case: str) -> None:
    root = made("cmi5-module")
    (GOOD | BAD)[case](root)
    again = etree.fromstring(etree.tostring(root))
    ours = True
    try:
        validate(again)
    except InvalidManifest:
        ours = False
    assert ours == (case in GOOD)
    assert official().validate(again) == ours, official().error_log


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """What building the course by modules twice gives, in two folders."""
    folder = tmp_path_factory.mktemp("divided")
    for path, content in divided.files().items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tuple(build_course(folder / "source", folder / out, ["cmi5"]) for out in ("one", "two"))  # type: ignore[return-value]


def test_the_zip_holds_a_whole_site_for_each_module_and_the_structure_at_its_root(packages: tuple[Any, Any]) -> None:
    (written,) = packages[0].written
    assert written.path.name == "calls-cmi5.zip"
    with zipfile.ZipFile(written.path) as archive:
        names = archive.namelist()
        root = etree.fromstring(archive.read(STRUCTURE))
        for url in root.iter(f"{{{NAMESPACE}}}url"):
            page = archive.read(str(url.text)).decode()
            folder = str(url.text).rpartition("/")[0]
            scripts = [part.partition('"')[0] for part in page.split('<script defer src="')[1:]]
            assert len(scripts) == 2
            assert all(f"{folder}/{script}" in names for script in scripts)
        calls = archive.read("call/index.html").decode()
    assert "xapi-profile.jsonld" in names
    assert "See how to <em>write</em>, the myth and <a" in calls
    assert "Notes can wait" not in calls


def test_two_builds_by_module_are_the_same_bytes(packages: tuple[Any, Any]) -> None:
    one, two = (built.written[0].path.read_bytes() for built in packages)
    assert one == two


def test_the_room_for_a_learner_s_work_has_no_limit_and_is_that_of_the_longest_unit(packages: tuple[Any, Any]) -> None:
    (room,) = packages[0].rooms
    assert (room.format, room.limit) == ("cmi5", None)
    assert room.worst > 0


def test_the_build_says_what_is_lost_by_modules(packages: tuple[Any, Any]) -> None:
    assert {"CW490", "CW491", "CW492"} <= {found.code for found in packages[0].diagnostics}


def test_what_a_unit_says_is_about_its_module_as_the_course_that_was_launched(packages: tuple[Any, Any]) -> None:
    with zipfile.ZipFile(packages[0].written[0].path) as archive:
        (path,) = [name for name in archive.namelist() if name.startswith("call/assets/course.")]
        data = json.loads(archive.read(path).decode().partition("=")[2].rstrip(";\n"))
    said = data["xapi"]
    root = said["course"]["id"]
    assert root == "https://example.org/courses/calls/modules/call"
    assert said["course"]["definition"]["type"] == COURSE
    assert {page["parent"] for page in said["pages"].values()} == {root}
    assert all(page["id"].startswith("https://example.org/courses/calls/pages/") for page in said["pages"].values())
    assert said["profile"]["definition"]["name"] == {"en-GB": "Calls & notes"}
