"""The demo's world over real HTTP: a forward proxy on loopback that answers for every host itself.

Give ``server.url`` to a client as its HTTP proxy and ask for ``http://www.zakon2019.example/news``;
or send the host in the ``Host`` header. Asked under its own address, the server is its control
desk: ``GET /`` lists the sites, ``GET /requests`` what was asked for, ``POST /edition/2`` turns the
world to its second edition.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import deque
from dataclasses import replace
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from scrapy.utils.defer import maybe_deferred_to_future
from twisted.web import resource, server

from newscrawl.demo.looks import LIMITED
from newscrawl.demo.printing import Reply, reply
from newscrawl.demo.world import World

Port = Any
TwistedRequest = Any  # most of Twisted's web is untyped
LOG_SIZE = 500_000
"""Requests that are remembered: enough for a crawl of 100,000 pages, bounded for a long one."""


class Asked(NamedTuple):
    """A request that was answered."""

    method: str
    url: str
    status: int


class DemoServer:
    """A world that is being served; ``server.world`` may be exchanged at any time."""

    def __init__(self, world: World, *, latency: float = 0.0, fail_every: int = 0) -> None:
        self.world = world
        self.latency = latency
        """Seconds before each answer."""
        self.fail_every = fail_every
        """Each so-manieth request is answered with 503; 0 for none."""
        self.requests: deque[Asked] = deque(maxlen=LOG_SIZE)
        self.limited: set[str] = set()
        self.port: Port | None = None

    @property
    def url(self) -> str:
        """Address of the proxy, "http://127.0.0.1:40123"."""
        if self.port is None:
            raise RuntimeError("the server is not listening")
        return f"http://127.0.0.1:{self.port.getHost().port}"

    def listen(self, port: int = 0) -> None:
        """Listen on loopback; port 0 takes a free one."""
        make_site: Any = server.Site
        site = make_site(_Desk(self))
        site.noisy = False
        site.log = lambda _: None
        self.port = _reactor().listenTCP(port, site, interface="127.0.0.1")

    async def stop(self) -> None:
        """Stop listening."""
        if self.port is not None:
            await maybe_deferred_to_future(self.port.stopListening())
            self.port = None

    def answer(self, method: str, url: str) -> Reply:
        """Return the answer to a request."""
        if is_for_desk(url):
            return self._control(method, urlsplit(url).path)
        return self._refused(url) or self.world.answer(url)

    def _refused(self, url: str) -> Reply | None:
        if self.fail_every and len(self.requests) % self.fail_every == self.fail_every - 1:
            return Reply(b"", 503)
        layout = self.world.layouts.get(urlsplit(url).hostname or "")
        if layout is None or not layout.site.special or url in self.limited:
            return None
        if f"{layout.site.article_id(LIMITED)}" not in url:
            return None
        self.limited.add(url)
        return Reply(b"", 429, headers={"Retry-After": "1"})

    def _control(self, method: str, path: str) -> Reply:
        if path.startswith("/edition/") and method == "POST":
            self.world = replace(self.world, edition=int(path.rpartition("/")[2]))
        if path == "/requests":
            return reply(json.dumps(list(self.requests)), content_type="application/json")
        return reply("\n".join(self.world.listings()) + "\n", content_type="text/plain")


def is_for_desk(url: str) -> bool:
    """Return whether a request is for the server's own address."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost")


def start_demo_server(port: int = 0, *, world: World | None = None) -> DemoServer:
    """Return a server that listens in the running reactor."""
    demo = DemoServer(world or World())
    demo.listen(port)
    return demo


class _Desk(resource.Resource):
    """Between Twisted and the server: addresses in, validators and compression out."""

    isLeaf = True  # noqa: N815  Twisted's name

    def __init__(self, demo: DemoServer) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.demo = demo

    def render(self, request: TwistedRequest) -> int:
        """Answer a request of any method, after the latency."""
        _reactor().callLater(self.demo.latency, self._answer, request)
        return server.NOT_DONE_YET

    def _answer(self, request: TwistedRequest) -> None:
        if request._disconnected:  # noqa: SLF001  Twisted has no public name for it
            return
        method, url = request.method.decode(), _absolute(request)
        answer = self.demo.answer(method, url)
        request.setResponseCode(answer.status)
        request.setHeader("Content-Type", answer.content_type)
        for name, value in answer.headers.items():
            request.setHeader(name, value)
        body = _body(request, answer)
        if not is_for_desk(url):
            self.demo.requests.append(Asked(method, url, request.code))
        if request.code != 304:
            request.setHeader("Content-Length", str(len(body)))
        request.write(b"" if request.method == b"HEAD" else body)
        request.finish()


def _body(request: TwistedRequest, answer: Reply) -> bytes:
    """Return what goes over the wire: nothing if the client has it, gzip if it takes that."""
    if answer.status != 200:
        return answer.body
    etag = hashlib.sha1(answer.body, usedforsecurity=False).hexdigest()
    if request.setETag(f'"{etag}"'.encode()) is not None:
        return b""
    if "gzip" not in (request.getHeader("Accept-Encoding") or ""):
        return answer.body
    request.setHeader("Content-Encoding", "gzip")
    return gzip.compress(answer.body, compresslevel=1, mtime=0)


def _absolute(request: TwistedRequest) -> str:
    """Return the address asked for: proxies' clients send it whole, others in two parts."""
    target = str(request.uri, "latin-1")
    if "://" in target:
        return target
    return f"http://{request.getHeader('Host') or ''}{target}"


def _reactor() -> Any:
    """Return the running reactor; importing it earlier would install one."""
    return import_module("twisted.internet.reactor")
