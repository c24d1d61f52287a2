"""Reads a request's body: JSON only, no larger than allowed, and not for ever."""

from __future__ import annotations

import asyncio
import json
from typing import NoReturn

from starlette.requests import ClientDisconnect, Request

from builder.relay.refusal import Refused

_SECONDS = 20


async def read(request: Request, most: int) -> bytes:
    """The body, of no more than `most` bytes. Raises Refused: 413, 415, or 408 where it takes too long."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != "application/json" or parameters.strip().lower() not in ("", "charset=utf-8"):
        raise Refused(415, "The body must be application/json.")
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Refused(415, "The body must not be compressed.")
    if int(request.headers.get("content-length", "0")) > most:
        raise _too_large(most)
    try:
        async with asyncio.timeout(_SECONDS):
            return await _all(request, most)
    except TimeoutError:
        raise Refused(408, "The request took too long to arrive.") from None
    except ClientDisconnect:
        raise Refused(400, "The request ended before its body did.") from None


def parse(body: bytes) -> object:
    """What the JSON says. Raises Refused where it is none, or has NaN, or more depth or digits than can be read."""
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused(400, "The body is no valid JSON.") from None


def written(value: object) -> bytes:
    """The JSON of a value that `parse` gave. Raises Refused where a number is too large to be written again."""
    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")
    except (ValueError, RecursionError):
        raise Refused(400, "The body has a number that is too large.") from None


async def _all(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> Refused:
    return Refused(413, f"The body must have no more than {most:,} bytes.")


def _no_number(_: str) -> NoReturn:
    raise ValueError
