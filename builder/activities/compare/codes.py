"""What can be wrong with a compare and with no other question."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: compare {#q-desk low="Can wait" high="Do first"}
Ten to five. How urgent is each?
- A caller on hold {at=90}
- The weekly report {at=10}
explain: Who waits on the line waits for you alone.
:::
"""

CODES = (
    Code(
        "CW358",
        "The statements of a compare are neither all bullets nor numbered from 1 on",
        why="Bullets are placed on a line, each by itself; numbers are an order. Half of each would be neither.",
        bad=_GOOD.replace("- The weekly", "2. The weekly"),
        good=_GOOD,
    ),
    Code(
        "CW359",
        "A compare does not say where on its line a statement belongs, or what the line's ends mean",
        why="There would be nothing to compare with, or nobody would know what left and right stand for.",
        bad=_GOOD.replace(" {at=90}", ""),
        good=_GOOD,
    ),
)
