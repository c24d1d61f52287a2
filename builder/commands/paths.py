"""`coursewright paths`: how many plays of a scenario end where, and which, where they are few."""

from __future__ import annotations

from builder.activities.scenario.tools.tally import Tally, brought, by_rating, scored, stuck, taken, tally
from builder.commands.scenario import Found, find_scenario
from builder.console.show import OUT, complain
from builder.proofs.space import Space
from builder.source.suggest import did_you_mean


def paths(named: str, ending: str | None, timed: bool, most: int) -> int:
    """Prints the counts, and the plays that end in `ending` (a node's id or a rating); the exit status."""
    found = find_scenario(named)
    if found is None:
        return 1
    table = found.scenario.table
    if timed and not table.is_timed:
        complain(f"'{found.scenario.id.value}' has no time limits, so that timed play is like any other")
        return 1
    proof = found.scenario.proof
    space = proof.timed if timed and proof.timed else proof.untimed
    tallies = tally(space)
    names = [*dict.fromkeys(one.rating for one in tallies), *(one.id for one in tallies)]
    if ending is not None and ending not in names:
        complain(f"no ending is called or rated '{ending}'{did_you_mean(ending, names)}: there are {', '.join(names)}")
        return 1
    _counts(found, space, tallies)
    if ending is not None:
        _list(found, named, space, [one for one in tallies if ending in (one.id, one.rating)], most, timed)
    return 0


def _counts(found: Found, space: Space, tallies: tuple[Tally, ...]) -> None:
    lost = stuck(space)
    whole = sum(one.plays for one in tallies) + sum(lost.values())
    OUT.print(f"{found.page.title} ({found.scenario.id.value}): {_many(whole, 'play')}, {_many(len(space), 'state')}")
    if space.table.carried:
        OUT.print(f"Counted over all {_many(len(space.starts), 'beginning')} that an earlier scenario can bring.")
    width = max(len(id) for id in (*(one.id for one in tallies), *lost))
    for rating, many in by_rating(tallies).items():
        endings = [one for one in tallies if one.rating == rating]
        if endings:
            OUT.print(f"{rating}: {_many(many, 'play')} ({_share(many, whole)})")
        for one in endings:
            OUT.print(f"  {one.id:<{width}}  {_many(one.plays, 'play')}")
    if lost:
        many = sum(lost.values())
        OUT.print(f"stuck, without an ending: {_many(many, 'play')} ({_share(many, whole)})")
    for id, plays in lost.items():
        OUT.print(f"  {id:<{width}}  {_many(plays, 'play')}")


def _list(found: Found, named: str, space: Space, endings: list[Tally], most: int, timed: bool) -> None:
    many = sum(one.plays for one in endings)
    if many > most:
        OUT.print(f"\n{_many(many, 'play')} are too many to list: `--most` says how many may be.")
        return
    for one in endings:
        OUT.print(f"\n{one.id} ({one.rating}):")
        for play, score in scored(space, one, found.scenario.most, most):
            begin = brought(play, space.table)
            options = f"{f'--bring {begin} ' if begin else ''}--take {taken(play, space.table)}"
            OUT.print(f"  {score / 100:6.2f}%  {options}{' --timed' if timed else ''}")
    if many:
        OUT.print(f"\nSee one with `coursewright play {named}` and its options.")


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + ("" if count == 1 else "s")


def _share(part: int, whole: int) -> str:
    """In per cent, cut off, never 0 for something: there may be too many for a float."""
    if not part:
        return "none"
    hundred = 100 * part // whole
    return f"{hundred}%" if hundred else "under 1%"
