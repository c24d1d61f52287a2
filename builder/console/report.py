"""The forms that findings can be reported in, for those who read them: people on stderr, machines on stdout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from builder.console.github_form import github_text
from builder.console.json_form import json_text
from builder.console.outcome import Outcome
from builder.console.sarif_form import sarif_text


class Form(StrEnum):
    """How findings are reported."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


WRITERS: Mapping[Form, Callable[[Outcome], str]] = {
    Form.JSON: json_text,
    Form.GITHUB: github_text,
    Form.SARIF: sarif_text,
}
"""What makes the text of each form for machines. That for people is builder/console/show.py."""
