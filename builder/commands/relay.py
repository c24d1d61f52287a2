"""`coursewright relay`: passes what a course's web page sends on to an LRS, for whoever is signed in."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import urlsplit

from builder.console.show import ERR, complain
from builder.relay.options import Options, WrongSetting, settings

WRONG = 2
"""The exit status for a wrong or missing setting, as for a wrong option."""


def relay(options: Options) -> int:
    """Runs until it is stopped; the exit status."""
    try:
        told = settings(options, os.environ)
    except WrongSetting as wrong:
        complain(str(wrong))
        return WRONG
    try:
        from builder.relay.server import NoListening, run
    except ModuleNotFoundError as missing:
        complain(f"the relay needs {missing.name}, which is not installed: pip install 'coursewright[relay]'")
        return 1
    if not _private(told.lrs):
        ERR.print("The LRS is not asked by https: its credentials and all answers can be read on the way.")
    try:
        run(told)
    except NoListening as impossible:
        complain(str(impossible))
        return WRONG
    return 0


def _private(lrs: str) -> bool:
    """Whether nobody between here and the LRS can read what is sent: by https, or on this computer."""
    parts = urlsplit(lrs)
    if parts.scheme == "https" or parts.hostname == "localhost":
        return True
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
