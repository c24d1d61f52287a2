"""What a relay is told at its start, checked: a wrong or missing setting is one sentence."""

from __future__ import annotations

import base64
import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from builder.relay.settings import Bounds, CookieIdentity, HeaderIdentity, Network, Settings

KEY = "COURSEWRIGHT_LRS_KEY"
SECRET = "COURSEWRIGHT_LRS_SECRET"
AUTHORIZATION = "COURSEWRIGHT_LRS_AUTHORIZATION"
COOKIE_SECRET = "COURSEWRIGHT_COOKIE_SECRET"
OLD_COOKIE_SECRET = "COURSEWRIGHT_COOKIE_SECRET_OLD"

_LEAST_SECRET = 32
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_PATH = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+")
_PRINTABLE = re.compile(r"[\x20-\x7e]+")


class WrongSetting(Exception):
    """A setting is wrong or missing; the message is a sentence that says which and what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """The command's options as they were typed; `cookie_hours` is how long a cookie holds from its signing."""

    lrs: str
    origin: str
    course: Sequence[str]
    home_page: str
    listen: str = "127.0.0.1:8400"
    path: str = "/xapi"
    user_header: str = ""
    trusted_proxy: Sequence[str] = ()
    user_cookie: str = ""
    cookie_hours: int = 12
    bounds: Bounds = field(default_factory=Bounds)


def settings(options: Options, environment: Mapping[str, str]) -> Settings:
    """The settings that the options and the environment's secrets make. Raises WrongSetting."""
    host, port = _listen(options.listen)
    return Settings(
        lrs=_lrs(options.lrs),
        authorization=_authorization(environment),
        host=host,
        port=port,
        path=_path(options.path),
        origin=_origin(options.origin),
        courses=_courses(options.course),
        home_page=_home_page(options.home_page),
        identity=_identity(options, environment),
        bounds=options.bounds,
    )


def _lrs(url: str) -> str:
    if not url:
        raise WrongSetting(
            "--lrs is missing: the address of the LRS's xAPI endpoint, as in --lrs https://lrs.example.org/xapi/"
        )
    parts = _web_address(url)
    if parts is None:
        # What was typed may hold a password, so it is not said again.
        raise WrongSetting("--lrs is no web address: it looks like https://lrs.example.org/xapi/")
    if parts.username is not None:
        raise WrongSetting(f"--lrs must hold no user and password: set {KEY} and {SECRET} in the environment")
    if parts.query or parts.fragment:
        raise WrongSetting("--lrs must end with the endpoint's path, without ? or #")
    return url.rstrip("/") + "/"


def _web_address(url: str) -> SplitResult | None:
    """The parts of an address of the web; None where it is none."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if named else None


def _authorization(environment: Mapping[str, str]) -> str:
    whole = environment.get(AUTHORIZATION, "")
    key, secret = environment.get(KEY, ""), environment.get(SECRET, "")
    if whole and (key or secret):
        raise WrongSetting(f"set either {AUTHORIZATION} or {KEY} and {SECRET} in the environment, not both")
    if whole:
        if not _PRINTABLE.fullmatch(whole):
            raise WrongSetting(f"{AUTHORIZATION} has characters that a header can't have")
        return whole
    for name, value in ((KEY, key), (SECRET, secret)):
        if not value:
            raise WrongSetting(f"{name} is missing: set the LRS's key and secret in the environment ({KEY}, {SECRET})")
    if ":" in key:
        raise WrongSetting(f"{KEY} has a colon, which the user of a Basic authorization can't have")
    return "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode("ascii")


def _listen(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
    if not host or not port.isascii() or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise WrongSetting(f"--listen is no address with a port: {text!r}; it looks like 127.0.0.1:8400 or [::1]:8400")
    return host, int(port)


def _path(text: str) -> str:
    if not _PATH.fullmatch(text):
        raise WrongSetting(f"--path is no path: {text!r}; it looks like /xapi, as outputs.html.lrs of course.yaml says")
    return text


def _origin(url: str) -> str:
    if not url:
        raise WrongSetting(
            "--origin is missing: where the page is served from, as in --origin https://learn.example.org"
        )
    parts = _web_address(url) if url.isascii() else None
    if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment or parts.username is not None:
        raise WrongSetting(f"--origin is no origin: {url!r}; it looks like https://learn.example.org, without a path")
    default = {"http": ":80", "https": ":443"}[parts.scheme]
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(default)}"


def _courses(iris: Sequence[str]) -> tuple[str, ...]:
    if not iris:
        raise WrongSetting("--course is missing: the iri of course.yaml; only what lies under it is passed on")
    for iri in iris:
        if not _absolute(iri):
            raise WrongSetting(f"--course is no absolute IRI: {iri!r}; it is the iri of course.yaml")
    return tuple(iri.rstrip("/") for iri in iris)


def _home_page(iri: str) -> str:
    if not iri:
        raise WrongSetting(
            "--home-page is missing: the site whose account names these are, as in https://learn.example.org"
        )
    if not _absolute(iri):
        raise WrongSetting(f"--home-page is no absolute IRI: {iri!r}")
    return iri


def _absolute(iri: str) -> bool:
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+", iri) is not None


def _identity(options: Options, environment: Mapping[str, str]) -> HeaderIdentity | CookieIdentity:
    if options.user_header and options.user_cookie:
        raise WrongSetting("give either --user-header or --user-cookie, not both")
    if options.user_header:
        return _by_header(options.user_header, options.trusted_proxy)
    if options.user_cookie:
        return _by_cookie(options, environment)
    raise WrongSetting("give --user-header or --user-cookie: without one, the relay can't know who is signed in")


def _by_header(header: str, proxies: Sequence[str]) -> HeaderIdentity:
    if not _TOKEN.fullmatch(header):
        raise WrongSetting(f"--user-header is no header's name: {header!r}; it looks like X-Remote-User")
    if not proxies:
        raise WrongSetting(
            f"--trusted-proxy is missing: where requests with {header} come from, as in --trusted-proxy 127.0.0.1"
        )
    return HeaderIdentity(header, tuple(_network(proxy) for proxy in proxies))


def _network(text: str) -> Network:
    try:
        network = ipaddress.ip_network(text)
    except ValueError:
        raise WrongSetting(f"--trusted-proxy is no address: {text!r}; it looks like 10.0.0.5 or 10.0.0.0/24") from None
    if network.prefixlen == 0:
        raise WrongSetting("--trusted-proxy must not be every address: anybody could say to be anybody")
    return network


def _by_cookie(options: Options, environment: Mapping[str, str]) -> CookieIdentity:
    if not _TOKEN.fullmatch(options.user_cookie):
        raise WrongSetting(f"--user-cookie is no cookie's name: {options.user_cookie!r}; it looks like __Host-learner")
    if options.trusted_proxy:
        raise WrongSetting("--trusted-proxy goes with --user-header: a signed cookie needs none")
    secrets = [environment[name] for name in (OLD_COOKIE_SECRET, COOKIE_SECRET) if environment.get(name)]
    if not environment.get(COOKIE_SECRET):
        raise WrongSetting(f"{COOKIE_SECRET} is missing: set the secret that your site signs the cookie with")
    if any(len(secret) < _LEAST_SECRET for secret in secrets):
        raise WrongSetting(f"{COOKIE_SECRET} must have {_LEAST_SECRET} characters or more, made by chance")
    return CookieIdentity(options.user_cookie, tuple(secrets), options.cookie_hours * 3600)
