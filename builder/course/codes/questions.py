"""What can be wrong with questions, quizzes and forms of any kind."""

from __future__ import annotations

from builder.course.code import Code

_PAGE = "content/01-start/calls.md"
_QUESTION = """\
::: single
What comes first?
- (x) A greeting
  feedback: Yes. It shows that somebody is there.
- ( ) A question
  feedback: It sounds like an interview.
:::
"""
_TRUE = """\
::: truefalse {answer=true}
A greeting comes first.
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""
_MATCH = """\
::: match
What are these?
- Good morning => A greeting
- Please wait => A request
explain: A request asks somebody to do something.
:::
"""
_QUIZ = f":::: quiz {{#final}}\n{_TRUE}::::\n"
_FORM = "::: reflection {#account}\n- What happened?\n- What would you do now?\n:::\n"


def _covering(topic: str) -> dict[str, str]:
    question = _QUESTION.replace("single", f"single {{covers={topic}}}")
    page = f"---\ntitle: Calls\ncovers: [T1]\n---\n{question}"
    return {"course.yaml": "topics: {T1: {text: First words}}\n", _PAGE: page}


CODES = (
    Code(
        "CW301",
        "An attribute of a question, quiz or form has a value that it cannot have",
        why="A value that nobody can read would fall back to the usual one, and the question would count for "
        "something else than you said.",
        bad=_QUESTION.replace("single", "single {points=two}"),
        good=_QUESTION.replace("single", "single {points=2}"),
    ),
    Code(
        "CW302",
        "A question asks nothing",
        why="Options without a question make learners guess what is asked. A screen reader names the options by it.",
        bad=_QUESTION.replace("What comes first?\n", ""),
        good=_QUESTION,
    ),
    Code(
        "CW303",
        "A question has fewer than two options",
        why="With one option there is nothing to choose.",
        bad="::: single\nWhat comes first?\n- (x) A greeting\n  feedback: Yes. Somebody is there.\n:::\n",
        good=_QUESTION,
    ),
    Code(
        "CW304",
        "A single has not exactly one right option, or a multiple none",
        why="The boxes are the key. With two right options in a `single`, one learner in two is marked wrong for a "
        "right answer.",
        bad=_QUESTION.replace("( )", "(x)"),
        good=_QUESTION,
    ),
    Code(
        "CW305",
        "An answer has no feedback",
        why="What learners take away from a question is mostly the reason that they read afterwards. `Right` or "
        "`wrong` alone teaches next to nothing.",
        bad=_QUESTION.replace("  feedback: It sounds like an interview.\n", ""),
        good=_QUESTION,
    ),
    Code(
        "CW306",
        "Two options read the same",
        why="If one of them is right, who chose the other is marked wrong for the same answer.",
        bad=_QUESTION.replace("( ) A question", "( ) a  greeting"),
        good=_QUESTION,
    ),
    Code(
        "CW307",
        "Two options or prompts of a block have one id",
        why="Answers are kept and reported by id, so that nobody could tell which of the two was given.",
        bad=_QUESTION.replace("A greeting", "A greeting {#ask}").replace("A question", "A question {#ask}"),
        good=_QUESTION.replace("A greeting", "A greeting {#greet}").replace("A question", "A question {#ask}"),
    ),
    Code(
        "CW308",
        "Text stands after the options of a question",
        why="It would read as a part of the last option. What is to come after the answer is `explain:`.",
        bad=_QUESTION.removesuffix(":::\n") + "\nPeople hear the first words best.\n:::\n",
        good=_QUESTION.removesuffix(":::\n") + "explain: People hear the first words best.\n:::\n",
    ),
    Code(
        "CW309",
        "A question or form names what course.yaml does not declare",
        why="The report of what is taught and assessed goes by these ids. A misspelt one leaves a hole that an "
        "assessor will find.",
        bad=_covering("T2"),
        good=_covering("T1"),
    ),
    Code(
        "CW310",
        "A quiz has no questions",
        why="Nobody can answer it, so nobody can pass, and the course would stay unfinished for ever.",
        bad=":::: quiz {#final}\nTake your time.\n::::\n",
        good=_QUIZ,
    ),
    Code(
        "CW311",
        "A quiz has no id",
        why="The parts of the score and learners' attempts go by the quiz's id. One made from a text would change "
        "with it.",
        bad=_QUIZ.replace(" {#final}", ""),
        good=_QUIZ,
    ),
    Code(
        "CW312",
        "A reflection has no prompts",
        why="A form without anything to write about cannot be handed in.",
        bad="::: reflection {#account}\nThink of one hard call.\n:::\n",
        good=_FORM,
    ),
    Code(
        "CW313",
        "A detail that can be there once is there twice",
        why="Only one of them would be shown, and nobody would miss the other until a learner asks.",
        bad=_QUESTION.removesuffix(":::\n") + "explain: It is heard best.\nexplain: It costs nothing.\n:::\n",
        good=_QUESTION.removesuffix(":::\n") + "explain: It is heard best, and costs nothing.\n:::\n",
    ),
    Code(
        "CW314",
        "An option or prompt is empty",
        why="A box without words can be ticked, and nobody knows what it says.",
        bad=_QUESTION.replace("( ) A question", "( )"),
        good=_QUESTION,
    ),
    Code(
        "CW315",
        "An option or prompt holds a list",
        why="An option is one thing to choose, with a label that a screen reader says in one go.",
        bad=_QUESTION.replace("A question\n", "A question\n  - about the call\n"),
        good=_QUESTION.replace("A question\n", "A question about the call\n"),
    ),
    Code(
        "CW316",
        "A truefalse does not say whether it is true",
        why="Without `answer=true` or `answer=false` there is no right answer to give feedback on.",
        bad=_TRUE.replace(" {answer=true}", ""),
        good=_TRUE,
    ),
    Code(
        "CW317",
        "A question has more options than SCORM 1.2 can report",
        why="SCORM 1.2 names each option by one of 36 characters. The answer to the 37th could not be told from "
        "another, and nobody reads so many options either.",
        bad="::: multiple\nWhich of these are calls?\n"
        + "".join(
            f"- [{'x' if n < 2 else ' '}] Sound {n}\n  feedback: Sound {n} has its own place.\n" for n in range(37)
        )
        + ":::\n",
        good=_QUESTION,
    ),
    Code(
        "CW318",
        "A quiz holds something that is no question",
        why="A quiz is sent and scored as a whole. What is no question has neither an answer nor points.",
        bad=_QUIZ.removesuffix("::::\n") + f"{_FORM}::::\n",
        good=_QUIZ + "\n" + _FORM,
    ),
    Code(
        "CW320",
        "A question has too many hints",
        why="Learners read two or three hints at the most, and each one shown is kept in the little room that an LMS "
        "gives.",
        bad=_QUESTION.removesuffix(":::\n") + "".join(f"hint: Hint number {n}.\n" for n in range(1, 11)) + ":::\n",
        good=_QUESTION.removesuffix(":::\n") + "hint: What do you say to a friend?\n:::\n",
    ),
    Code(
        "CW321",
        "An option begins with something else than words or a picture",
        why="The first paragraph of an option is the label of its box: what can be pressed, and what a screen reader "
        "says. A table or a quotation cannot be a label; it stands below one.",
        bad=_QUESTION.replace("A question\n", "> How are you?\n"),
        good=_QUESTION.replace("A question\n", "A question, such as:\n\n  > How are you?\n\n"),
    ),
    Code(
        "CW331",
        "All pairs of a match, or all items of a categorise, have the same answer",
        why="Who gives everything the same answer is right then, without having read any of it.",
        bad=_MATCH.replace("A request", "A greeting"),
        good=_MATCH,
    ),
)
