"""What reading the folder and its texts can find."""

from __future__ import annotations

from builder.course.code import Code

_HERE = "content/01-start/index.md"
_PAGE = "# Calls\n\nBreathe first.\n"

CODES = (
    Code(
        "CW001",
        "The course folder is not there",
        why="Nothing can be built from a folder that is not there. Most often the name has a slip in it, or the "
        "command was started from another folder.",
    ),
    Code(
        "CW002",
        "The folder has no course.yaml",
        why="course.yaml is what makes a folder a course: it has the course's id, which every learner's record hangs "
        "on.",
    ),
    Code(
        "CW003",
        "A file or folder cannot be read",
        why="A course that is built without one of its files would miss it only where the learner looks for it.",
    ),
    Code(
        "CW004",
        "A text is not UTF-8",
        why="A file in another encoding shows wrong letters, in names first of all. Every editor can save as UTF-8.",
    ),
    Code(
        "CW005",
        "A link in the file system leaves the course folder",
        why="What lies outside the folder is missing on the next computer, and what is packed should not depend on "
        "what happens to lie beside the course.",
    ),
    Code(
        "CW006",
        "A page is in no module",
        why="Modules are folders in content/, and their order is the order of the course. A page elsewhere has no "
        "place in the contents, so no learner would ever come to it.",
        bad={_HERE: _PAGE, "content/help.md": "# Help\n\nRing us.\n"},
        good={_HERE: _PAGE, "content/01-start/help.md": "# Help\n\nRing us.\n"},
    ),
    Code(
        "CW007",
        "A page or scenario has a name that the builder does not read",
        why="The ending of a file's name says what it is. With another one a page would quietly be left out, or a "
        "conversation be shown as plain text.",
        bad={_HERE: _PAGE, "content/01-start/help.MD": "# Help\n\nRing us.\n"},
        good={_HERE: _PAGE, "content/01-start/help.md": "# Help\n\nRing us.\n"},
    ),
    Code(
        "CW008",
        "A character is in no text",
        why="Control characters come in with text that is copied from elsewhere. They cannot be seen, and some LMSs "
        "refuse a whole package because of one.",
        bad="Take a breath\x07 first.\n",
        good="Take a breath first.\n",
    ),
    Code(
        "CW009",
        "A text holds an unfinished merge",
        why="Version control left both versions of a passage here for somebody to choose from. Without the choice "
        "learners would read both, marks and all.",
        bad="<<<<<<< mine\nBreathe first.\n=======\nWait first.\n>>>>>>> theirs\n",
        good="Breathe first.\n",
    ),
    Code(
        "CW010",
        "Settings are not YAML",
        why="One character can make settings unreadable: a colon in a title, a quote that is never closed. Nothing "
        "after it can be trusted, so nothing is built.",
        bad="---\ntitle: Calls: the first minute\n---\nBreathe first.\n",
        good='---\ntitle: "Calls: the first minute"\n---\nBreathe first.\n',
    ),
    Code(
        "CW011",
        "A key of the settings is there twice",
        why="Of two values only one can hold, and whoever changes the other later wonders why nothing happens.",
        bad="---\ntitle: Calls\ntitle: Hard calls\n---\nBreathe first.\n",
        good="---\ntitle: Hard calls\n---\nBreathe first.\n",
    ),
    Code(
        "CW012",
        "Settings use YAML that has no place here",
        why="Aliases, tags and several documents make settings that few people can read. The plain part of YAML says "
        "all that a course needs.",
        bad="---\ntitle: !text Calls\n---\nBreathe first.\n",
        good="---\ntitle: Calls\n---\nBreathe first.\n",
    ),
    Code(
        "CW013",
        "The head of a page is never closed",
        why="Without the line that ends it nobody can tell where the settings stop and the page begins.",
        bad="---\ntitle: Calls\n\nBreathe first.\n",
        good="---\ntitle: Calls\n---\n\nBreathe first.\n",
    ),
    Code(
        "CW020",
        "A key of the settings is unknown",
        why="A misspelt key would have no effect, and nobody would notice. So every key that is not known is named.",
        bad={"course.yaml": "descripton: How to take a hard call.\n", _HERE: _PAGE},
        good={"course.yaml": "description: How to take a hard call.\n", _HERE: _PAGE},
    ),
    Code(
        "CW021",
        "A key of the settings is missing",
        why="An LMS cannot take a course without its title, language, version and a name that is its own.",
        bad={
            "course.yaml": "id: calls\nlanguage: en-GB\nversion: 1.0.0\niri: https://example.org/calls\n",
            _HERE: _PAGE,
        },
        good={
            "course.yaml": "id: calls\ntitle: Hard calls\nlanguage: en-GB\nversion: 1.0.0\n"
            "iri: https://example.org/calls\n",
            _HERE: _PAGE,
        },
    ),
    Code(
        "CW022",
        "A setting has a value that it cannot have",
        why="The value is of the wrong sort, or out of its bounds: a pass mark of 180, text where a list belongs.",
        bad={"course.yaml": "completion: {pages: most}\n", _HERE: _PAGE},
        good={"course.yaml": "completion: {pages: all}\n", _HERE: _PAGE},
    ),
    Code(
        "CW023",
        "A version is written as a number",
        why="YAML reads 1.10 without quotes as the number 1.1, and LMSs would take the new version for an old one.",
        bad={
            "course.yaml": "id: calls\ntitle: Hard calls\nlanguage: en-GB\nversion: 1.10\niri: https://example.org/calls\n",
            _HERE: _PAGE,
        },
        good={
            "course.yaml": "id: calls\ntitle: Hard calls\nlanguage: en-GB\n"
            'version: "1.10"\niri: https://example.org/calls\n',
            _HERE: _PAGE,
        },
    ),
    Code(
        "CW024",
        "A setting asks for what a later version brings",
        why="The word is right and the builder cannot do it yet. A build that left the format out without a word "
        "would be found out on the day of delivery.",
        bad={"course.yaml": "outputs: {scorm2004: {edition: 3}}\n", _HERE: _PAGE},
        good={"course.yaml": "outputs: {scorm2004: {edition: 4}}\n", _HERE: _PAGE},
    ),
)
