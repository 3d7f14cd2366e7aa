"""The demo's server in a process of its own, for clients that have no reactor to lend."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen


@dataclass(frozen=True)
class RemoteServer:
    """A server that runs elsewhere, steered through its control desk."""

    url: str
    """Address of the proxy, "http://127.0.0.1:40123"."""

    def requests(self) -> list[tuple[str, str, int]]:
        """Return method, address and status of each request so far."""
        with urlopen(f"{self.url}/requests") as answer:  # noqa: S310  our own address
            return [tuple(entry) for entry in json.load(answer)]

    def turn_to(self, edition: int) -> None:
        """Let the world's next edition begin."""
        urlopen(f"{self.url}/edition/{edition}", data=b"").close()  # noqa: S310


@contextmanager
def serving(*options: str) -> Iterator[RemoteServer]:
    """Run ``python -m newscrawl.demo`` with the options, and end it afterwards.

    >>> with serving("--sites", "50", "--articles", "2000") as server:  # doctest: +SKIP
    ...     scrapy_settings = {"NEWSCRAWL_DEMO_URL": server.url}
    """
    command = [sys.executable, "-m", "newscrawl.demo", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            url = process.stdout.readline().strip() if process.stdout else ""
            if not url:
                raise RuntimeError(f"no server: {' '.join(command)}")
            yield RemoteServer(url)
        finally:
            process.terminate()
