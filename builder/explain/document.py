"""docs/checks.md from what the code declares: `python -m builder.explain.document > docs/checks.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from builder.course.code import Code
from builder.explain.catalogue import SUBJECTS, every_code
from builder.source.diagnostic import Severity

_HEAD = """\
# What the builder finds

`coursewright check FOLDER` shows everything that is wrong with a course, all of it at once and each thing once, and
writes nothing. A finding is a line `file:line:column: CODE what to do`, and a code never changes its meaning.

    coursewright explain CW204      why it matters, how to change it, and an example of the mistake and of its cure
    coursewright explain            every code in a line
    coursewright explain divert     the codes that have this word in their title

An error stops a build, a warning does not, and information only tells. What has a group below is a rule, which an
author may set to `error`, `warning` or `off` for a course in course.yaml, by its code or by its whole group, the code
counting more:

    checks: {CW445: off, coverage: warning}

or excuse in place, with a reason, for a block, an item, a node or a choice, or in the head of a page, a scenario or a
bank for all that is in it (a list where there are several):

    excuse: CW166 the picture repeats what the sentence says

What has no group is a fault of the source and can't be changed: mend what it names.

## Where nobody watches

`coursewright check --locked --report FORM` says the same for machines. The exit status is 1 where the course cannot be
built, whatever the form.

| form | what it is for |
|---|---|
| `text` | people, and editors that read `file:line:column` (the usual) |
| `github` | GitHub Actions: each finding becomes a note beside its line of the pull request |
| `sarif` | SARIF 2.1.0, for code scanning and editors: with every code's reason as help |
| `json` | your own scripts |

The JSON form is one object, to which keys may be added and from which none are taken: `version` (1), `tool` (`name` and
`version`), `folder`, `failed` (whether the course can't be built), `counts` (`error`, `warning` and `information`) and
`findings`, each with `file` (from the course folder on), `line` and `column` (from 1), `length`, `code`, `severity`,
`group` (null for a fault of the source), `message` and
`notes` (lines that show how it comes about, such as the turns of a play: each with `message`, and `file`, `line` and
`column` where it has a place).

    - run: coursewright check course --locked --report github
"""


def document() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections(every_code())])


def _sections(codes: Iterable[Code]) -> Iterator[str]:
    codes = tuple(codes)
    for beginning, subject in SUBJECTS:
        found = [_line(code) for code in codes if code.code.startswith(beginning)]
        if found:
            yield "\n".join([f"## {subject}", "", *found, ""])


def _line(code: Code) -> str:
    severity = "" if code.severity is Severity.ERROR else f" *{code.severity.value.capitalize()}.*"
    group = f" Group `{code.group}`." if code.group else ""
    return f"- **{code.code}** **{code.title}.**{severity}{group} {code.why}"


if __name__ == "__main__":
    sys.stdout.write(document())
