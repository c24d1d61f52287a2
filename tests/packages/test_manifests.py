"""The manifests of SCORM 1.2 and SCORM 2004, whole and by the traps that they must not fall into.

With COURSEWRIGHT_GOLDEN=write in the environment the golden files are written instead of compared.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

from builder.packages import lom, scorm12, scorm2004
from builder.packages.manifest import XSI, InvalidManifest, validate
from builder.packages.package import find_packages
from builder.site.target import Site
from tests.packages.made import LMS_DECIDES, SITE, course

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, dict[str, Any]] = {"": {}, "-lms-decides": {"outputs": LMS_DECIDES}}
AWKWARD = [
    "Fish & <chips> \"quoted\" 'twice'",
    "Schwierige Gespräche führen",
    "إدارة المحادثات الصعبة",
    "Emoji 🫖 and a bell\a",
    "long " * 200,
]


def matches(made: bytes, name: str) -> bool:
    golden = GOLDEN / name
    if os.environ.get("COURSEWRIGHT_GOLDEN") == "write":
        golden.write_bytes(made)
    return made == golden.read_bytes()


def _manifest(format: str, **changes: Any) -> etree._Element:
    return etree.fromstring(find_packages()[format].files(SITE, course(**changes))["imsmanifest.xml"])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format", ["scorm12", "scorm2004"])
def test_the_manifest_is_the_golden_one(format: str, case: str) -> None:
    files = find_packages()[format].files(SITE, course(**CASES[case]))
    assert matches(files["imsmanifest.xml"], f"{format}{case}.xml")


def test_the_metadata_of_scorm_2004_is_the_golden_one() -> None:
    files = find_packages()["scorm2004"].files(SITE, course())
    assert matches(files["metadata.xml"], "scorm2004-metadata.xml")


@pytest.mark.parametrize("title", AWKWARD)
@pytest.mark.parametrize("format", ["scorm12", "scorm2004"])
def test_any_title_meets_the_official_schemas(format: str, title: str) -> None:
    manifest = _manifest(format, title=title, description=title * 9, version="1" * 50, outputs=LMS_DECIDES)
    shown = manifest.findtext(".//{*}organization/{*}title")
    assert shown is not None
    assert shown.startswith(title[:4])
    assert "\a" not in shown


def test_a_description_keeps_within_the_thousand_characters_of_scorm_1_2() -> None:
    manifest = _manifest("scorm12", description="many words " * 200)
    description = manifest.findtext(f".//{{{lom.IMSMD}}}description/{{{lom.IMSMD}}}langstring")
    assert description is not None
    assert 980 < len(description) <= 1000
    assert description.endswith("…")


@pytest.mark.parametrize("format", ["scorm12", "scorm2004"])
def test_every_file_of_the_site_is_listed_and_every_listed_file_is_there(format: str) -> None:
    files = find_packages()[format].files(SITE, course())
    manifest = etree.fromstring(files["imsmanifest.xml"])
    listed = [unquote(str(file.get("href"))) for file in manifest.iter("{*}file")]
    assert set(SITE.files) <= set(listed) <= set(files)
    assert len(listed) == len(set(listed))
    assert all(str(file.get("href")).isascii() for file in manifest.iter("{*}file"))


@pytest.mark.parametrize(
    ("format", "schema"), [("scorm12", "imsmd_rootv1p2p1.xsd"), ("scorm2004", "imsss_v1p0objective.xsd")]
)
def test_the_control_files_stand_beside_the_manifest(format: str, schema: str) -> None:
    files = find_packages()[format].files(SITE, course())
    location = str(etree.fromstring(files["imsmanifest.xml"]).get(f"{{{XSI}}}schemaLocation")).split()
    assert {*location[1::2], schema} <= set(files)


@pytest.mark.parametrize("format", ["scorm12", "scorm2004"])
def test_identifiers_stay_when_all_but_the_course_id_changes(format: str) -> None:
    def identifiers(manifest: etree._Element) -> list[str]:
        return [str(element.get("identifier")) for element in manifest.iter() if element.get("identifier")]

    before = identifiers(_manifest(format))
    assert before == identifiers(_manifest(format, title="Other", version="9", iri="https://example.org/x"))
    assert len(before) == len(set(before)) == 4


def test_by_default_no_manifest_lets_the_lms_decide() -> None:
    assert not _manifest("scorm12").findall(f".//{{{scorm12.ADLCP}}}masteryscore")
    manifest = _manifest("scorm2004")
    assert not manifest.findall(f".//{{{scorm2004.ADLCP}}}completionThreshold")
    assert not manifest.findall(f".//{{{scorm2004.IMSSS}}}objectives")


def test_without_a_pass_mark_there_is_no_mastery_score_even_where_the_lms_decides() -> None:
    assert not _manifest("scorm12", scoring={}, outputs=LMS_DECIDES).findall(f".//{{{scorm12.ADLCP}}}masteryscore")
    manifest = _manifest("scorm2004", scoring={}, outputs=LMS_DECIDES)
    assert not manifest.findall(f".//{{{scorm2004.IMSSS}}}objectives")
    assert manifest.findall(f".//{{{scorm2004.ADLCP}}}completionThreshold")


def test_control_modes_are_on_the_organization_only() -> None:
    manifest = _manifest("scorm2004", outputs=LMS_DECIDES)
    owners = [mode.getparent().getparent().tag for mode in manifest.iter(f"{{{scorm2004.IMSSS}}}controlMode")]  # type: ignore[union-attr]
    assert owners == [f"{{{scorm2004.CP}}}organization"]


def test_a_manifest_that_breaks_the_standard_is_never_packed() -> None:
    root = scorm12.manifest(SITE, course())
    etree.SubElement(root, f"{{{scorm12.CP}}}surprise")
    with pytest.raises(InvalidManifest, match="surprise"):
        validate(root, "scorm12", scorm12.SCHEMAS)


def test_metadata_that_breaks_the_standard_is_found_too() -> None:
    root = scorm12.manifest(SITE, course())
    general = root.find(f".//{{{lom.IMSMD}}}general")
    assert general is not None
    general.insert(0, general[-1])
    with pytest.raises(InvalidManifest, match="identifier"):
        validate(root, "scorm12", scorm12.SCHEMAS)


def test_a_site_may_not_bring_a_manifest_of_its_own() -> None:
    with pytest.raises(ValueError, match=r"imsmanifest\.xml"):
        find_packages()["scorm12"].files(Site({"index.html": b"", "imsmanifest.xml": b""}), course())
