"""Who is signed in: by a header that a trusted proxy sets, or by a cookie that the provider's site has signed."""

from __future__ import annotations

import hashlib
import ipaddress
import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request

from builder.relay.settings import CookieIdentity, HeaderIdentity, Settings

SALT = "coursewright.relay.learner"
"""What keeps the signature of this cookie from being good for anything else that is signed with the same secret."""

_MOST = 255
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Learner:
    """Who is signed in: the account's name at the provider's site, and what statements may call them, if anything."""

    account: str
    name: str | None = None
    registration: str | None = None

    def actor(self, home_page: str) -> dict[str, object]:
        """The Agent of xAPI (Data, 2.4.2.1), identified by an account."""
        agent: dict[str, object] = {
            "objectType": "Agent",
            "account": {"homePage": home_page, "name": self.account},
        }
        return agent if self.name is None else {**agent, "name": self.name}


Identify = Callable[[Request], Learner | None]
"""Who sent a request; None where nobody is signed in, or where what says so can't be believed."""


def identify(settings: Settings) -> Identify:
    """How learners are known by these settings."""
    match settings.identity:
        case HeaderIdentity() as header:
            return partial(_from_header, header)
        case CookieIdentity() as cookie:
            return partial(_from_cookie, cookie, cookie_serializer(cookie.secrets))


def cookie_serializer(secrets: tuple[str, ...]) -> URLSafeTimedSerializer:
    """What signs and reads cookies (docs/relay.md); the last of the secrets signs, any is good to read."""
    return URLSafeTimedSerializer(
        list(secrets), salt=SALT, signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
    )


def _from_header(by: HeaderIdentity, request: Request) -> Learner | None:
    if request.client is None or not _trusted(request.client.host, by):
        return None
    values = [value for name, value in request.headers.raw if name == by.header.lower().encode("ascii")]
    if len(values) != 1:
        return None
    try:
        account = values[0].decode("utf-8").strip()
    except UnicodeDecodeError:
        return None
    return Learner(account) if _presentable(account) else None


def _trusted(host: str, by: HeaderIdentity) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in by.proxies)


def _from_cookie(by: CookieIdentity, serializer: URLSafeTimedSerializer, request: Request) -> Learner | None:
    cookie = request.cookies.get(by.cookie)
    if cookie is None:
        return None
    try:
        said = serializer.loads(cookie, max_age=by.seconds)
    except BadData:
        return None
    if not isinstance(said, dict):
        return None
    account, name, registration = said.get("user"), said.get("name"), said.get("registration")
    if not isinstance(account, str) or not _presentable(account):
        return None
    if name is not None and not (isinstance(name, str) and _presentable(name)):
        return None
    if registration is not None and not is_uuid(registration):
        return None
    return Learner(account, name, registration)


def _presentable(text: str) -> bool:
    return 0 < len(text) <= _MOST and not any(unicodedata.category(letter) in _UNSEEN for letter in text)


def is_uuid(value: object) -> bool:
    """Whether it is a UUID as xAPI writes them (Data, 4.4): 36 characters with hyphens."""
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        return str(uuid.UUID(value)) == value.lower()
    except ValueError:
        return False
