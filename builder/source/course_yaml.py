"""course.yaml to Settings: the reading, the check, and the faults that deserve a sentence of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from builder.source.diagnostic import Diagnostic
from builder.source.files import SETTINGS
from builder.source.lines import rows
from builder.source.settings import CourseSettings, Settings
from builder.source.span import Span
from builder.source.syntax import Head
from builder.source.validate import Reason, validate
from builder.source.yaml_values import Path, read_yaml

# Stand-ins for the keys that have no default, and the examples in the messages about them.
_REQUIRED = MappingProxyType(
    {
        "id": "my-course",
        "title": "My course",
        "language": "en-GB",
        "version": "1.0.0",
        "iri": "https://example.org/courses/my-course",
    }
)


def read_settings(data: bytes | None) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in that file's bytes; None for a file that could not be read, which was reported already.

    Faults: those of builder/source/yaml_values.py and builder/source/validate.py, CW023 a version that YAML reads as a
    number, CW024 what a later version will bring.
    """
    if data is None:
        lost = Head(Span(SETTINGS), faulty=frozenset({""}))
        return _settings(lost, ())
    lines, faults = rows(SETTINGS, data.decode("utf-8", "replace"))
    head, more = read_yaml(SETTINGS, lines)
    if not (head.values or faults or more):
        message = f"course.yaml is empty: begin it with {', '.join(_REQUIRED)}, for example `id: {_REQUIRED['id']}`."
        head = replace(head, faulty=frozenset({""}))
        return _settings(head, (Diagnostic("CW021", Span(SETTINGS), message),))
    return _settings(head, (*faults, *more))


def _settings(head: Head, faults: tuple[Diagnostic, ...]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    checked = validate(CourseSettings, head, _REQUIRED, _reasons(head))
    return Settings(checked.value.marked(checked.head.faulty), checked.head), (*faults, *checked.diagnostics)


def _reasons(head: Head) -> Mapping[Path, Reason]:
    """The faults of these values that the model alone would name too drily."""
    reasons: dict[Path, Reason] = {}
    outputs = head.values.get("outputs")
    scorm2004 = outputs.get("scorm2004") if isinstance(outputs, dict) else None
    if isinstance(scorm2004, dict) and scorm2004.get("edition") == 3:
        message = "SCORM 2004 3rd edition comes in a later version of Coursewright: write `edition: 4`."
        reasons["outputs", "scorm2004", "edition"] = ("CW024", message)
    version = head.values.get("version")
    if isinstance(version, (int, float)):
        written = head.texts["version",]
        lost = f", and {written} would become {version}" if str(version) != written else ""
        reasons["version",] = ("CW023", f'Without quotes a version is a number{lost}: write `version: "{written}"`.')
    return reasons
