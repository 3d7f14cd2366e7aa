"""A real web server that can misbehave: many hosts behind one port for HTTP and one for HTTPS.

A behaviour is a coroutine that writes to the socket what it likes. The server remembers all that
it was asked: method, scheme, host, path, headers, moment, and how many requests to that host were
open at once. It runs in a thread of its own, so that tests read ``server.requests`` directly.
"""

import asyncio
import ssl
import threading
import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Request:
    """What the server was asked."""

    method: str
    scheme: str
    host: str
    path: str
    headers: dict[str, str]
    moment: float = field(default_factory=time.time)
    at_once: int = 1


class Exchange:
    """One request and the socket that wants an answer to it."""

    def __init__(self, request, writer, server):
        self.request, self.writer, self.server = request, writer, server

    @property
    def base(self):
        """The address of the host that was asked, "http://a.example:8080"."""
        return f"{self.request.scheme}://{self.request.headers['host']}"

    def url(self, host, path="/", scheme="http"):
        """The address of a path on another host of this server."""
        return self.server.url(host, path, scheme)

    async def send(self, body=b"", status=200, *, content_type="text/html", length=None, **headers):
        """Send a well-formed answer; ``length`` overrules Content-Length, "" leaves it out."""
        body = body.encode() if isinstance(body, str) else body
        fields = {"Content-Type": content_type, "Connection": "close"}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        if length != "":
            fields["Content-Length"] = len(body) if length is None else length
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value != "")
        self.writer.write(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode("latin-1"))
        await self.raw(b"" if self.request.method == "HEAD" else body)

    async def raw(self, data):
        """Send bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()
        # When the client is gone, drain() within TLS tells only after the loop had its turn.
        await asyncio.sleep(0)

    def reset(self):
        """Close the connection rudely (RST)."""
        self.writer.transport.abort()


class BadServer:
    """Hosts by name, paths by name; ``answer`` maps (host, path) to a behaviour."""

    def __init__(self, answer, certificates=None):
        self.answer = answer
        self.certificates = certificates or {}
        self.requests = []
        self.connections = 0
        self.open = Counter()
        self.ports = {}
        self._listeners = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    def __enter__(self):
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def url(self, host, path="/", scheme="http"):
        return f"{scheme}://{host}:{self.ports[scheme]}{path}"

    def asked(self, host=None, path=None):
        """Return the requests to a host and path, in order."""
        return [
            request
            for request in self.requests
            if host in (None, request.host) and path in (None, request.path)
        ]

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda *_: None)
        self._loop.run_until_complete(self._listen())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close())
        self._loop.close()

    async def _close(self):
        for listener in self._listeners:
            listener.close()
        tasks = asyncio.all_tasks(self._loop) - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.05)  # transports close in the loop's next rounds

    async def _listen(self):
        schemes = {"http": None, **({"https": self._tls()} if self.certificates else {})}
        for scheme, context in schemes.items():
            listener = await asyncio.start_server(
                lambda reader, writer, scheme=scheme: self._serve(reader, writer, scheme),
                "127.0.0.1",
                0,
                ssl=context,
            )
            self._listeners.append(listener)
            self.ports[scheme] = listener.sockets[0].getsockname()[1]

    def _tls(self):
        """Each host shows its own certificate, chosen by the name the client asks for (SNI)."""
        contexts = {}
        for host, path in self.certificates.items():
            contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            contexts[host].load_cert_chain(path)
        first = next(iter(contexts.values()))

        def choose(connection, name, _):
            connection.context = contexts.get(name, first)

        first.sni_callback = choose
        return first

    async def _serve(self, reader, writer, scheme):
        self.connections += 1
        try:
            await self._answer(reader, writer, scheme)
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client had enough
        finally:
            writer.transport.abort() if writer.is_closing() else writer.close()

    async def _answer(self, reader, writer, scheme):
        head = await reader.readuntil(b"\r\n\r\n")
        request = _parse(head.decode("latin-1"), scheme)
        self.open[request.host] += 1
        request.at_once = self.open[request.host]
        self.requests.append(request)
        try:
            await self.answer(request)(Exchange(request, writer, self))
            await writer.drain()
        finally:
            self.open[request.host] -= 1


def _parse(head, scheme):
    first, *lines = head.rstrip("\r\n").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    headers = {name.lower(): value for name, value in headers.items()}
    return Request(method, scheme, headers.get("host", "").partition(":")[0], path, headers)
