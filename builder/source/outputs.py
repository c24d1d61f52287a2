"""What an author may set for each format of package: `outputs` in course.yaml."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from builder.source.strict_model import StrictModel, misshapen
from builder.source.suggest import did_you_mean

V = TypeVar("V")

# What a URL is made of (RFC 3986, section 2), without what separates the parts of a Content-Security-Policy.
_URL = re.compile(r"[A-Za-z\d\-._~:/?#\[\]@!$&'()*+=%]+")
_HOST = re.compile(r"[A-Za-z\d.-]+|[A-Fa-f\d:.]+")
_PATH = re.compile(r"(/[A-Za-z\d\-._~]+)+/?")
_LAUNCH = "launch"


def _empty_is_default(value: object) -> object:
    """`scorm12:` with nothing after it asks for the format as it comes, like `scorm12: {}`."""
    return {} if value is None else value


def _endpoint(value: str) -> str:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.username is not None or parts.password is not None:
        raise misshapen("must not hold a name or password: everybody who has the package could read them")
    sound = _URL.fullmatch(value) and _HOST.fullmatch(parts.hostname or "") and port != 0
    if parts.scheme not in ("http", "https") or not sound:
        raise misshapen("must be an absolute web address such as https://lrs.example.org/xapi/")
    if parts.query or parts.fragment:
        raise misshapen("must be an address without ? and #, such as https://lrs.example.org/xapi/")
    return value


def _lrs(value: str) -> str:
    if value == _LAUNCH or (_PATH.fullmatch(value) and not {".", ".."} & {*value.split("/")}):
        return value
    hint = did_you_mean(value, (_LAUNCH,))
    raise misshapen(f"must be `launch`, or the path of a relay on the page's own server such as /xapi{hint}")


def _with_lrs(value: V, info: ValidationInfo) -> V:
    """For what means something only where the page sends to an LRS."""
    if "lrs" in info.data and info.data["lrs"] is None:
        raise misshapen("does nothing without `lrs`: write `lrs: launch` beside it, or take it out")
    return value


def _with_launch(value: V, info: ValidationInfo) -> V:
    """For what means something only where the launch says which LRS it is."""
    if info.data.get("lrs", _LAUNCH) not in (None, _LAUNCH):
        raise misshapen("does nothing with a relay, which is on the page's own server: take it out")
    return value


Endpoint = Annotated[str, AfterValidator(_endpoint)]
XapiVersion = Literal["1.0.3", "2.0.0"]
MoveOn = Literal["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"]


class Scorm12(StrictModel):
    """`lms_decides`: put the pass mark into the manifest, so that the LMS may override the content's status.

    `answers`: whether the options that a learner chose are reported by letters, as the standard has it, or in words.
    """

    lms_decides: bool = False
    answers: Literal["letters", "words"] = "letters"


class Scorm2004(StrictModel):
    """`edition` 4 is the only one so far; `lms_decides` as in SCORM 1.2, by thresholds in the manifest."""

    edition: Literal[4] = 4
    lms_decides: bool = False


class Html(StrictModel):
    """A web page that needs no LMS.

    `lrs` is `launch` where who launches it says the LRS in its address, or the path of a relay on its own server;
    without it, work stays on the device. `version` and `endpoints` as for Xapi.
    """

    lrs: Annotated[str, AfterValidator(_lrs)] | None = None
    version: Annotated[XapiVersion, AfterValidator(_with_lrs)] = "1.0.3"
    endpoints: Annotated[tuple[Endpoint, ...], AfterValidator(_with_lrs), AfterValidator(_with_launch)] = ()

    @property
    def relay(self) -> str | None:
        """The relay's path, without a slash at its end."""
        return None if self.lrs in (None, _LAUNCH) else str(self.lrs).rstrip("/")


class Xapi(StrictModel):
    """A zip with a tincan.xml. `version` is the xAPI that is spoken unless the LRS asks for the other; `endpoints` are
    the only places that the page may talk to beside its own server: none for any, by https.
    """

    version: XapiVersion = "1.0.3"
    endpoints: tuple[Endpoint, ...] = ()


class Cmi5(StrictModel):
    """`move_on`: what the LMS waits for before it lets the learner go on (cmi5, 10.2.4); without it, passing where
    the course has a pass mark, and completing it. `au`: the whole course is one assignable unit, or each module is.
    """

    move_on: MoveOn | None = None
    au: Literal["course", "module"] = "course"
    endpoints: tuple[Endpoint, ...] = ()


class Outputs(StrictModel):
    """The formats to build: those that are there."""

    scorm12: Annotated[Scorm12 | None, BeforeValidator(_empty_is_default)] = None
    scorm2004: Annotated[Scorm2004 | None, BeforeValidator(_empty_is_default)] = None
    html: Annotated[Html | None, BeforeValidator(_empty_is_default)] = None
    xapi: Annotated[Xapi | None, BeforeValidator(_empty_is_default)] = None
    cmi5: Annotated[Cmi5 | None, BeforeValidator(_empty_is_default)] = None


def usual_outputs() -> Outputs:
    """Where course.yaml does not say any: what needs nothing but an LMS or a browser."""
    return Outputs(scorm12=Scorm12(), scorm2004=Scorm2004(), html=Html())
