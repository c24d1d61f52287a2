"""What an author may do about a finding: set its check to error, warning or off for the course, or excuse it in place.

Only findings of a check that has a group can be changed. A fault of the source (a word that means nothing, an id that
is there twice) always stops the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from builder.course.excuse import Excuse
from builder.source.diagnostic import Diagnostic, Severity

OFF = "off"


def judge(
    findings: Iterable[Diagnostic],
    groups: Mapping[str, str],
    settings: Mapping[str, str],
    excuses: Iterable[Excuse],
) -> tuple[Diagnostic, ...]:
    """The findings as the author wants them, in order, each once.

    `groups` is the group of every code that may be changed; `settings` is course.yaml's `checks:`, where a code counts
    more than its group.
    """
    excuses = tuple(excuses)
    judged = []
    for finding in set(findings):
        group = groups.get(finding.code)
        if group is None:
            judged.append(finding)
            continue
        severity = wanted(finding.code, group, settings)
        if severity == OFF or any(excuse.covers(finding) for excuse in excuses):
            continue
        judged.append(finding if severity is None else replace(finding, severity=Severity(severity)))
    return tuple(sorted(judged, key=lambda finding: finding.order))


def wanted(code: str, group: str, settings: Mapping[str, str]) -> str | None:
    """What the author's `checks:` says of a check: error, warning, off, or None where it says nothing."""
    return settings.get(code, settings.get(group))
