"""How the tests start a browser: Debian's Chromium where it is, else the one that Playwright installed."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch(playwright: Playwright, *flags: str, without: tuple[str, ...] = ()) -> Browser:
    """A headless Chromium with `flags` beside the ones that all tests need, and `without` some of Playwright's."""
    path = os.environ.get("COURSEWRIGHT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags], ignore_default_args=list(without))
