"""What can be wrong with the prose of a page: its headings, notes, links, images and variables."""

from __future__ import annotations

from builder.course.code import Code
from builder.source.diagnostic import Severity

_PAGE = "content/01-start/calls.md"
_DESK = "content/01-start/desk.svg"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>\n'
_SHOWN = "# Calls\n\n![A desk, seen from the side](desk.svg)\n"
_MISCONCEPTION = """\
::: misconception {ref=MC1}
claim: An angry caller is a rude caller.
why: Anger is loud, so it is what we remember.
instead: Ask what the caller lacks.
:::
"""
_DECLARED = "misconceptions: {MC1: Angry means rude}\nchecks: {CW421: off}\n"


def _refutation(block: str) -> dict[str, str]:
    return {"course.yaml": _DECLARED, _PAGE: f"# Calls\n\n{block}"}


CODES = (
    Code(
        "CW130",
        "A heading of the first level is not the page's title",
        severity=Severity.WARNING,
        why="A page has one heading of the first level, its title. Screen reader users go by it to tell where they "
        "are.",
        bad="Breathe first.\n\n# Before the call\n\nFind a quiet place.\n",
        good="Breathe first.\n\n## Before the call\n\nFind a quiet place.\n",
    ),
    Code(
        "CW131",
        "Two headings of a page have one id",
        why="A link can lead to one of them only, and browsers take the first.",
        bad="## The call {#call}\n\nListen.\n\n## After it {#call}\n\nWrite it down.\n",
        good="## The call {#call}\n\nListen.\n\n## After it {#after}\n\nWrite it down.\n",
    ),
    Code(
        "CW132",
        "A footnote's mark has no note",
        why="The mark would be shown as brackets in the text, and what was to be said is not there.",
        bad="Callers want certainty.[^1]\n",
        good="Callers want certainty.[^1]\n\n[^1]: Most of them, most of the time.\n",
    ),
    Code(
        "CW133",
        "A footnote has no mark",
        severity=Severity.WARNING,
        why="Without a mark in the text no learner ever sees the note.",
        bad="Callers want certainty.\n\n[^1]: Most of them, most of the time.\n",
        good="Callers want certainty.[^1]\n\n[^1]: Most of them, most of the time.\n",
    ),
    Code(
        "CW150",
        "A page has no title",
        why="The title stands in the contents, in the browser's tab and in what a screen reader says on arrival.",
        bad={_PAGE: "Breathe first.\n"},
        good={_PAGE: "---\ntitle: Before the call\n---\nBreathe first.\n"},
    ),
    Code(
        "CW152",
        "A note or tip is empty",
        why="A box without words looks like something that has not loaded.",
        bad="::: note\n:::\n",
        good="::: note\nThe desk closes at six.\n:::\n",
    ),
    Code(
        "CW153",
        "A misconception lacks its claim, why, instead or ref",
        why="A refutation works by its three parts in order: what people believe, why it tempts them, and what to "
        "believe instead. A claim without the rest only spreads it.",
        bad=_refutation(_MISCONCEPTION.replace("why: Anger is loud, so it is what we remember.\n", "")),
        good=_refutation(_MISCONCEPTION),
    ),
    Code(
        "CW154",
        "A misconception says something twice, or outside its details",
        why="What stands outside claim, why and instead has no place in the box, and would be lost.",
        bad=_refutation(_MISCONCEPTION.replace("claim:", "Many people think so.\nclaim:")),
        good=_refutation(_MISCONCEPTION),
    ),
    Code(
        "CW155",
        "An id is used twice",
        why="Links, scores and learners' records go by ids. With two things of one name, one of them gets the other's.",
        bad="::: note {#hours}\nThe desk closes at six.\n:::\n\n::: note {#hours}\nIt opens at nine.\n:::\n",
        good="::: note {#hours}\nThe desk closes at six.\n:::\n\n::: note {#opens}\nIt opens at nine.\n:::\n",
    ),
    Code(
        "CW160",
        "A link leads to no page, block or heading of the course",
        why="A learner who follows it stays where they are, and thinks that the course is broken.",
        bad={
            _PAGE: "# Calls\n\nSee [what callers need](neds.md).\n",
            "content/01-start/needs.md": "# Needs\n\nFive.\n",
        },
        good={
            _PAGE: "# Calls\n\nSee [what callers need](needs.md).\n",
            "content/01-start/needs.md": "# Needs\n\nFive.\n",
        },
    ),
    Code(
        "CW161",
        "A link has an address of a kind that is not allowed",
        why="Scripts and files on somebody's own disk work on no other computer, and LMSs rightly refuse them.",
        bad="Read [the policy](file:///C:/policy.docx).\n",
        good="Read [the policy](https://example.org/policy).\n",
    ),
    Code(
        "CW162",
        "An image is not there",
        why="Learners would see a torn picture, or nothing at all.",
        bad={_PAGE: "# Calls\n\n![A desk, seen from the side](dsek.svg)\n", _DESK: _SVG},
        good={_PAGE: _SHOWN, _DESK: _SVG},
    ),
    Code(
        "CW163",
        "An image leaves the course folder",
        why="A package holds everything that it shows, so that it works without the internet and tells no other site "
        "who is learning.",
        bad="![A desk, seen from the side](https://example.org/desk.png)\n",
        good={_PAGE: _SHOWN, _DESK: _SVG},
    ),
    Code(
        "CW164",
        "A file is no image that every browser shows",
        why="A picture in a format of one program, or a file with another one's ending, is a torn picture elsewhere.",
        bad="![A desk, seen from the side](desk.tiff)\n",
        good={_PAGE: _SHOWN, _DESK: _SVG},
    ),
    Code(
        "CW165",
        "An SVG holds a script or refers to something outside itself",
        why="A picture that runs scripts could change what is reported about a learner, and one that loads things "
        "fails where the network does.",
        bad={_PAGE: _SHOWN, _DESK: _SVG.replace("<rect", "<script>alert(1)</script><rect")},
        good={_PAGE: _SHOWN, _DESK: _SVG},
    ),
    Code(
        "CW166",
        "An image has no alternative text",
        "access",
        why="Who cannot see the picture gets the text in the brackets, and without it a file's name or nothing (WCAG "
        "2.2, 1.1.1). Write what a reader must know from it; a picture that says nothing is `decorative`.",
        bad={_PAGE: "# Calls\n\n![](desk.svg)\n", _DESK: _SVG},
        good={_PAGE: '# Calls\n\n![](desk.svg "decorative")\n', _DESK: _SVG},
    ),
    Code(
        "CW167",
        "A variable is not in course.yaml",
        why="Learners would read the braces instead of a telephone number.",
        bad="Ring {{org.fone}} before you reply.\n",
        good={
            "course.yaml": "variables: {org: {phone: 01632 960000}}\n",
            _PAGE: "# Calls\n\nRing {{org.phone}} before you reply.\n",
        },
    ),
    Code(
        "CW170",
        "An address has a blank in it",
        why="Markdown ends an address at a blank, and shows all of it as text.",
        bad="![Two desks](two desks.svg)\n",
        good={_PAGE: "# Calls\n\n![Two desks](<two desks.svg>)\n", "content/01-start/two desks.svg": _SVG},
    ),
    Code(
        "CW171",
        "Blanks part a link's words from its address",
        why="With a blank between them they are no link, and learners read brackets and a file's name.",
        bad="See [what callers need] (calls.md).\n",
        good={_PAGE: "# Calls\n\nSee [what comes first](#first).\n\n## First\n\nBreathe.\n"},
    ),
    Code(
        "CW172",
        "A variable's braces are never closed",
        why="Learners would read the braces instead of a telephone number.",
        bad="Ring {{org.phone} before you reply.\n",
        good={
            "course.yaml": "variables: {org: {phone: 01632 960000}}\n",
            _PAGE: "# Calls\n\nRing {{org.phone}} before you reply.\n",
        },
    ),
    Code(
        "CW173",
        "A table lacks the line under its head",
        severity=Severity.WARNING,
        why="Without the line of hyphens Markdown shows the rows as text, with all their strokes.",
        bad="| Where | How |\n| Phone | Slow down |\n",
        good="| Where | How |\n|---|---|\n| Phone | Slow down |\n",
    ),
)
