"""`coursewright explain`: what a finding's code means, why it matters, and how to mend or to change it."""

from __future__ import annotations

from collections.abc import Sequence

from builder.console.show import OUT, complain
from builder.explain.catalogue import every_code
from builder.explain.explanation import contents, explanation, near_codes


def explain(written: Sequence[str]) -> int:
    """Prints what these codes mean, or all codes where there are none; 1 where one of them is not known."""
    codes = every_code()
    by_code = {code.code: code for code in codes}
    if not written:
        OUT.print(contents(codes))
    status = 0
    for at, word in enumerate(written):
        name = word.upper() if not word.isdigit() else f"CW{word}"
        if name in by_code:
            OUT.print(("\n" if at else "") + explanation(by_code[name]))
            continue
        near = "".join(f"\n  {code.code}  {code.title}" for code in near_codes(name, codes))
        hint = f" Did you mean one of these?{near}" if near else " `coursewright explain` lists them all."
        complain(f"there is no code '{word}'.{hint}")
        status = 1
    return status
