"""How fast a course's first page shows beside a plain HTML page with all of the course's text.

    python benchmarks/page.py dist/<course id>-html [--chromium PATH]

Both are loaded by turns in Chromium with an emulated slow 4G (1.6 Mbit/s, 150 ms a request) and a CPU four times
slower, from an empty cache; the largest contentful paint's median of each and their ratio are printed. The exit status
is 1 where the ratio is over the most that we allow. On a busy machine the medians, and so the ratio, wander.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import re
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

MOST = 1.5
ROUNDS = 11
DOWNLOAD = 1_600_000 / 8
UPLOAD = 750_000 / 8
LATENCY = 150
CPU = 4
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}

# Resolves some time after the page has loaded, to the time of the largest paint so far; never before there was one.
LARGEST_PAINT = """() => new Promise((resolve) => {
  let last = 0;
  let loaded = false;
  const settle = () => { if (loaded && last) setTimeout(() => resolve(last), 500); };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) last = entry.startTime;
    settle();
  }).observe({ type: "largest-contentful-paint", buffered: true });
  const load = () => { loaded = true; settle(); };
  if (document.readyState === "complete") load(); else addEventListener("load", load);
})"""


def main() -> int:
    """Measures, prints, and says by its status whether the first page is fast enough."""
    parser = argparse.ArgumentParser(description="Compare a course's first page with plain HTML of the same text.")
    parser.add_argument("folder", type=Path, help="a built web page: dist/<course id>-html")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser to use")
    arguments = parser.parse_args()
    start = arguments.folder / "index.html"
    if not start.is_file():
        print(f"{start} is not there: build the course first", file=sys.stderr)
        return 2
    plain = plain_page(start.read_text("utf-8")).encode()
    with serve(arguments.folder, plain) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=ARGUMENTS)
        paints: dict[str, list[float]] = {"plain.html": [], "index.html": []}
        for _ in range(ROUNDS):
            for name, times in paints.items():
                times.append(largest_paint(browser, f"{address}/{name}"))
        browser.close()
    medians = {name: statistics.median(times) for name, times in paints.items()}
    ratio = medians["index.html"] / medians["plain.html"]
    for name, times in paints.items():
        print(f"{name:12} LCP {medians[name]:6.0f} ms   ({min(times):.0f} to {max(times):.0f})")
    print(f"ratio        {ratio:6.2f}      (at most {MOST})")
    return 0 if ratio <= MOST else 1


def largest_paint(browser: Browser, address: str) -> float:
    """The time of the largest contentful paint in milliseconds, from an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    control = context.new_cdp_session(page)
    control.send("Network.enable")
    control.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": DOWNLOAD, "uploadThroughput": UPLOAD},
    )
    control.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    page.goto(address, wait_until="commit")
    time = float(page.evaluate(LARGEST_PAINT))
    context.close()
    return time


def plain_page(html: str) -> str:
    """The text of a page's `main` in plain HTML, without style, scripts, pictures and controls."""
    reader = _Plain()
    reader.feed(html)
    return f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Plain</title>\n{"".join(reader.out)}'


@contextmanager
def serve(folder: Path, plain: bytes) -> Iterator[str]:
    """Serves the folder, and the plain page beside it, compressed as web servers do; gives the address."""
    handler = functools.partial(_Handler, folder, plain)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _Plain(HTMLParser):
    KEEP = re.compile(r"h[1-6]|p|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|blockquote|pre|code|strong|em|a|br")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "main"
        if self._inside and self.KEEP.fullmatch(tag):
            self.out.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self.KEEP.fullmatch(tag):
            self.out.append(f"</{tag}>")
        self._inside = self._inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.out.append(escape(data, quote=False))


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, plain: bytes, *arguments: object) -> None:
        self._folder = folder
        self._plain = plain
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].lstrip("/")
        file = self._folder / name
        if name == "plain.html":
            body = self._plain
        elif ".." not in name and file.is_file():
            body = file.read_bytes()
        else:
            self.send_error(404)
            return
        kind = TYPES.get(file.suffix, "application/octet-stream")
        packed = file.suffix in TYPES
        if packed:
            body = gzip.compress(body, 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


if __name__ == "__main__":
    sys.exit(main())
