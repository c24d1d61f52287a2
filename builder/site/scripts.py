"""The player's script for a course: the core, the kinds that the course uses with the features that it uses of
them, the format's tracker, and the start, in one function: the others find the core's names around them.

What no page of learning needs at once (the debrief of a scenario) is a second script of its kind, which is fetched when
something asks for it; the first hands it the core's names.

All of them were built beforehand (builder/resources.py), so that an author needs no Node and a course carries nothing
that it does not use.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder import resources
from builder.course.model import Course
from builder.site.target import Target

_OPEN = b"(()=>{"
_START = b"start()})();\n"
_HAND_OVER = "Coursewright_later"


def used_kinds(course: Course) -> tuple[str, ...]:
    """The names of the kinds of activity in the course, sorted."""
    return tuple(sorted({activity.kind for activity in course.activities}))


def used_features(course: Course) -> tuple[tuple[str, str], ...]:
    """The features of kinds that the course's activities need, as (kind, feature), sorted."""
    found = ((each.kind, feature) for each in course.activities for feature in course.kinds[each.kind].features(each))
    return tuple(sorted(set(found)))


def used_later(course: Course) -> tuple[tuple[str, str], ...]:
    """What the course's activities come to need in second scripts, as (kind, name), sorted."""
    found = ((each.kind, name) for each in course.activities for name in course.kinds[each.kind].later(each))
    return tuple(sorted(set(found)))


def player_script(course: Course, target: Target) -> bytes:
    """The script's bytes. Raises resources.PlayerMissing where the player has not been built."""
    kinds = _kinds_scripts(course)
    pieces = [
        _OPEN,
        resources.core_script(),
        # In this order all of them are shortest after gzip, which does not look back far.
        *kinds[:1],
        resources.tracker_script(target.tracker),
        *kinds[1:],
        _hand_over(course),
        _START,
    ]
    return b"".join(piece if piece.endswith(b"\n") else piece + b"\n" for piece in pieces if piece)


def later_scripts(course: Course) -> Mapping[str, bytes]:
    """The second scripts' bytes by kind, of the kinds that have one in this course. Raises resources.PlayerMissing."""
    opened = f"{_HAND_OVER}(({','.join(_names(course))})=>{{\n".encode()
    found: dict[str, bytes] = {}
    for kind, _, script in _later(course):
        found[kind] = found.get(kind, opened) + script
    return {kind: script + b"});\n" for kind, script in found.items()}


def _hand_over(course: Course) -> bytes:
    """What gives second scripts the core's names."""
    names = _names(course)
    return f"self.{_HAND_OVER}=e=>e({','.join(names)});".encode() if names else b""


def _names(course: Course) -> tuple[str, ...]:
    """The core's names that second scripts need, sorted."""
    return tuple(sorted({name for _, names, _ in _later(course) for name in names}))


def _later(course: Course) -> tuple[tuple[str, tuple[str, ...], bytes], ...]:
    """Each second script's pieces: the kind, the core's names that it needs, and its bytes."""
    folders = {kind: course.kinds[kind].folder for kind in course.kinds}
    return tuple((kind, *resources.later_script(kind, name, folders[kind])) for kind, name in used_later(course))


def _kinds_scripts(course: Course) -> list[bytes]:
    """Each kind's script, with its features' behind it, the longest first."""
    features = used_features(course)
    scripts = {kind: resources.kind_script(kind, course.kinds[kind].folder) for kind in used_kinds(course)}
    return [
        scripts[kind]
        + b"".join(resources.feature_script(of, name, course.kinds[of].folder) for of, name in features if of == kind)
        for kind in sorted(scripts, key=lambda kind: len(scripts[kind]), reverse=True)
    ]


def player_sentences(course: Course, target: Target) -> Mapping[str, str]:
    """What the scripts say to the learner, in English, by the numbers that stand for the sentences in it.

    Raises resources.PlayerMissing where the player has not been built.
    """
    every = resources.sentences()
    names = (
        "core",
        *(f"kinds/{kind}" for kind in used_kinds(course)),
        *(f"kinds/{kind}.{feature}" for kind, feature in used_features(course)),
        *(f"kinds/{kind}.{name}.later" for kind, name in used_later(course)),
        f"trackers/{target.tracker}",
    )
    return {number: sentence for name in names for number, sentence in every.get(name, {}).items()}
