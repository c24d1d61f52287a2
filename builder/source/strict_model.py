"""What the models of course.yaml are made of: closed, strict and frozen, with sentences for values of a wrong shape."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


class StrictModel(BaseModel):
    """Frozen, strict (`80` is no text and `"80"` no number) and closed: an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


NonEmpty = Annotated[str, Field(min_length=1)]


def shaped(pattern: re.Pattern[str], sentence: str) -> AfterValidator:
    """Text that matches the whole pattern; the sentence goes on from `key`, as in `must be a day`."""

    def check(value: str) -> str:
        if pattern.fullmatch(value):
            return value
        raise misshapen(sentence)

    return AfterValidator(check)


def misshapen(sentence: str) -> PydanticCustomError:
    """The fault of a value; the sentence goes on from its key."""
    return PydanticCustomError("shape", "{sentence}", {"sentence": sentence})
