"""docs/questions.md from the kinds' own examples: `python -m builder.activities.document > docs/questions.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.activities import find_kinds
from builder.activities.examples import Example, read_examples
from builder.course.codes import all_codes
from builder.course.kind import Kind

PICTURES = "images/questions"
"""Where the kinds' pictures lie, seen from docs/."""

# As authors think of them: choosing, putting together, writing, pictures and texts, judging; then what holds questions.
# Any other kind comes behind these.
_ORDER = (
    *("single", "multiple", "truefalse", "match", "categorise", "order", "fill", "numeric", "short"),
    *("hotspot", "highlight", "compare", "likert", "quiz", "recall", "reflection"),
)

SHORTEST = """\
::: single
Dana says, "Nobody rang me back." What do you say first?
- (x) You waited three weeks, and nobody rang.
  feedback: It shows that you heard her. Now she can hear you.
- ( ) That was not me.
  feedback: True, perhaps. It is an answer to nothing she needs.
:::
"""

_SHARED = "What every question may say"
"""The heading of question.md."""

_HEAD = f"""\
# Questions, quizzes and forms

All that a learner answers or writes, kind by kind. Each is a block on a page ([the source format](format.md)); a
conversation is a file of its own ([scenarios](scenarios.md)). This page is made from the kinds' own examples by
`python -m builder.activities.document`.

A good question needs no more than this:

```markdown
{SHORTEST}```

The options come to each learner in an order of their own. The learner chooses, checks, reads why, and can try again.
"""


def document() -> str:
    """The whole page."""
    kinds = [kind for kind in find_kinds().values() if kind.grammar is not None]
    kinds.sort(key=lambda kind: (_place(kind.name), kind.name))
    titles = {code.code: code.title for code in all_codes(kinds)}
    headings = {kind.name: _heading(kind) for kind in kinds}
    contents = "\n".join(f"- [{heading}](#{_anchor(heading)})" for heading in (_SHARED, *headings.values()))
    shared = (Path(__file__).parent / "question.md").read_text("utf-8").strip()
    sections = ("\n\n".join(_section(kind, titles, headings)) for kind in kinds)
    return "\n\n".join([_HEAD + "\n" + contents, _linked(_lowered(shared), headings), *sections]) + "\n"


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _heading(kind: Kind) -> str:
    first = read_examples(kind.folder)[0]
    assert isinstance(first, str) and first.startswith("# "), f"{kind.folder}: examples.md begins with a heading"
    return first.partition("\n")[0].removeprefix("# ")


def _section(kind: Kind, titles: Mapping[str, str], headings: Mapping[str, str]) -> Iterator[str]:
    """The kind's examples.md, with its picture under the heading."""
    title, _, opening = str(read_examples(kind.folder)[0]).partition("\n")
    yield f"#{title}"
    yield f"![{headings[kind.name]}, as a learner sees it]({PICTURES}/{kind.name}.png)"
    for piece in (opening.strip(), *read_examples(kind.folder)[1:]):
        if isinstance(piece, Example):
            for code in dict.fromkeys(piece.codes):
                yield f"**{code}** {titles[code]}:"
            yield f"```markdown\n{piece.source}```"
        elif piece:
            yield _linked(_lowered(piece), headings)


def _lowered(text: str) -> str:
    """The same a level deeper, as the page has its own first heading."""
    return re.sub(r"^#", "##", text, flags=re.MULTILINE)


def _linked(text: str, headings: Mapping[str, str]) -> str:
    """With its links as they are from docs/: other documentation beside it, other kinds on the page."""
    text = re.sub(r"\]\((?:\.\./)+docs/", "](", text)
    text = re.sub(r"\]\(\.\./question\.md", f"](#{_anchor(_SHARED)}", text)
    return re.sub(r"\]\((?:\.\./)?(\w+)/examples\.md", lambda found: f"](#{_anchor(headings[found[1]])}", text)


def _anchor(heading: str) -> str:
    """What a heading is called in links, where Markdown is shown as a page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


if __name__ == "__main__":
    sys.stdout.write(document())
