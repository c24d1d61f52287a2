"""Which learner an agent is (xAPI data 2.4.2): the inverse functional identifier, checked strictly."""

from __future__ import annotations

import json
import re
from typing import Any

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def read_agent(text: str) -> tuple[str, ...]:
    """The identifier of the agent that the JSON tells; raises ValueError, saying what is wrong with it."""
    agent = json.loads(text)
    if not isinstance(agent, dict):
        raise ValueError("an agent is a JSON object")
    if agent.get("objectType", "Agent") != "Agent":
        raise ValueError("objectType of an agent is Agent")
    if unknown := set(agent) - {"objectType", "name", *IDENTIFIERS}:
        raise ValueError(f"an agent has no {sorted(unknown)}")
    if not isinstance(agent.get("name", ""), str):
        raise ValueError("name is text")
    if len(found := [key for key in IDENTIFIERS if key in agent]) != 1:
        raise ValueError(f"an agent has exactly one of {', '.join(IDENTIFIERS)}")
    (key,) = found
    return (key, *_identifier(key, agent[key]))


def _identifier(key: str, value: Any) -> tuple[str, ...]:
    match key, value:
        case "account", {"homePage": str(home), "name": str(name), **rest} if name and not rest and IRI.fullmatch(home):
            return home, name
        case "mbox", str(mbox) if re.fullmatch(r"mailto:\S+@\S+", mbox):
            return (mbox,)
        case "mbox_sha1sum", str(digest) if re.fullmatch(r"[0-9a-fA-F]{40}", digest):
            return (digest,)
        case "openid", str(openid) if IRI.fullmatch(openid):
            return (openid,)
    raise ValueError(f"{key} is malformed")
