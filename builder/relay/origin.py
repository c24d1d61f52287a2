"""Takes requests from the page's own origin only: no other site may send in a signed-in learner's name."""

from __future__ import annotations

from starlette.requests import Request

from builder.relay.refusal import Refused

_SAFE = ("GET", "HEAD")


def hold_to_origin(request: Request, origin: str) -> None:
    """Raises Refused unless the page is of this origin.

    Browsers say where a request comes from in Sec-Fetch-Site (not Safari before 16.4) and, with whatever may change
    something, in Origin; pages cannot set either. A request that only reads may come without both, for no page of
    another origin can read what is answered.

    Safari writes `null` as the Origin of a page that sends no Referer, as ours do. That is taken too: whatever changes
    something must have X-Experience-API-Version, which a page of another origin may not send, since the relay never
    lets it (CORS).
    """
    site = request.headers.get("sec-fetch-site")
    said = request.headers.get("origin")
    reads = request.method in _SAFE
    if site not in (None, "same-origin") and not (reads and site == "none"):
        raise Refused(403, "Only pages of the relay's own origin may ask it.")
    if said not in (None, "null", origin):
        raise Refused(403, f"Only pages of {origin} may ask this relay.")
    if not reads and site is None and said is None:
        raise Refused(403, "The request does not say which page it comes from.")
