"""What can be wrong with what a scenario says: nodes, choices, variables, conditions."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW200", "A variable of a scenario is not declared as one can be"),
    Code("CW202", "A scenario starts nowhere"),
    Code("CW203", "Two nodes of a scenario, or two choices of a node, have one id"),
    Code("CW204", "An arrow leads nowhere"),
    Code("CW205", "No arrows lead to a node"),
    Code("CW206", "A node leads nowhere and is no ending"),
    Code("CW207", "A play can go round for ever"),
    Code("CW208", "A scenario has no ending"),
    Code("CW209", "A node holds what does not go together"),
    Code("CW210", "A choice has no feedback"),
    Code("CW211", "A variable is unknown"),
    Code("CW212", "A technique is not declared in course.yaml"),
    Code("CW213", "A condition cannot be read"),
    Code("CW214", "A number stands for a yes or no, or the other way round"),
    Code("CW215", "An effect or a `set:` cannot be read, or a `set:` goes out of the bounds"),
    Code("CW216", "The number of a score, of `again` or of `after` is none, or out of its bounds"),
    Code("CW217", "A fact or marking point is not declared"),
    Code("CW218", "A condition names a node that is not there"),
    Code("CW219", "A detail of a node or choice is there twice"),
    Code("CW220", "A line of a scenario is nothing that can stand there"),
    Code("CW221", "A speaker is not in the cast"),
    Code("CW222", "A divert cannot be read"),
    Code("CW223", "A line stands before the first node"),
    Code("CW224", "A node has no id"),
    Code("CW225", "A name that nobody in a cast can have"),
    Code("CW226", "A speaker says nothing"),
    Code("CW227", "A mood is empty"),
    Code("CW230", "A bracket of a choice cannot be read"),
    Code("CW231", "A choice has no arrow"),
    Code("CW232", "A choice has no words"),
    Code("CW233", "What follows an arrow is no id"),
    Code("CW234", "A line under a choice is no detail, or a detail is indented too deep"),
    Code("CW240", "A play can get stuck"),
    Code("CW241", "An ending can never happen"),
    Code("CW242", "A scenario has too many states to be proved"),
)
