"""Packed answers that end too soon: Scrapy unpacks what has come, and half a page looks whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

_CHUNK = 65536  # bytes unpacked at a time
_GZIP = b"\x1f\x8b"
# Some servers never close their streams; a document that is closed has come whole all the same.
_ENDS = (b"</html>", b"</rss>", b"</feed>", b"</urlset>", b"</sitemapindex>", b"</rdf:rdf>")
# Modules of the decompressors, the first that is there: Scrapy brings them.
_BROTLI = ("brotli", "brotlicffi")
_ZSTD = ("compression.zstd", "backports.zstd")


class TruncatedError(Exception):
    """A packed answer was cut short, with a length that fits: it waits for a later run."""

    slug = "truncated"


class _BrokenError(Exception):
    """A body is not packed as it says."""


class WholeBodyMiddleware:
    """Fails requests whose packed answer lacks its end, before it is unpacked."""

    def __init__(self, crawler: Crawler) -> None:
        self.maxsize = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        # A long robots.txt is cut by ourselves.
        if not request.meta.get("dont_obey_robotstxt"):
            codings = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
            limit = request.meta.get("download_maxsize", self.maxsize)
            if not is_whole(response.body, codings, limit=limit):
                raise TruncatedError(response.url)
        return response


def is_whole(body: bytes, codings: str, *, limit: int) -> bool:
    """Return whether the packing of a body has an end, as far as its last coding can tell.

    ``codings`` is a Content-Encoding header. A body that is broken otherwise, or has more than
    ``limit`` bytes, is left to others.
    """
    unpack = _UNPACKERS.get(codings.rpartition(",")[2].strip().lower())
    if unpack is None or not body:
        return True
    size, tail = 0, b""
    try:
        for chunk in unpack(body):
            size += len(chunk)
            tail = (tail + chunk)[-64:]
            if size > limit:
                return True
    except EOFError:
        return tail.rstrip().lower().endswith(_ENDS)
    except (zlib.error, _BrokenError):
        return True
    return True


def _gunzip(body: bytes) -> Iterator[bytes]:
    while body.startswith(_GZIP):
        stream = zlib.decompressobj(31)
        yield from _inflate(stream, body)
        body = stream.unused_data


def _unpack_deflate(body: bytes) -> Iterator[bytes]:
    try:
        zlib.decompressobj().decompress(body, 1)
    except zlib.error:
        return _inflate(zlib.decompressobj(-15), body)
    return _inflate(zlib.decompressobj(), body)


def _inflate(stream: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    while not stream.eof:
        chunk = stream.decompress(body, _CHUNK)
        body = stream.unconsumed_tail
        if not (chunk or body or stream.eof):
            raise EOFError
        yield chunk


def _unpack_brotli(body: bytes) -> Iterator[bytes]:
    module = _import_first(_BROTLI)
    stream = module.Decompressor()
    while not stream.is_finished():
        try:
            chunk = stream.process(body, output_buffer_limit=_CHUNK)
        except module.error as error:
            raise _BrokenError from error
        body = b""
        if not (chunk or stream.is_finished()):
            raise EOFError
        yield chunk


def _unpack_zstd(body: bytes) -> Iterator[bytes]:
    module = _import_first(_ZSTD)
    while body:
        stream = module.ZstdDecompressor()
        while not stream.eof:
            try:
                chunk = stream.decompress(body, _CHUNK)
            except module.ZstdError as error:
                raise _BrokenError from error
            body = b""
            if not (chunk or stream.eof):
                raise EOFError
            yield chunk
        body = stream.unused_data


def _import_first(names: tuple[str, ...]) -> Any:
    for name in names[:-1]:
        try:
            return import_module(name)
        except ImportError:
            continue
    return import_module(names[-1])


_UNPACKERS = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _unpack_deflate,
    "br": _unpack_brotli,
    "zstd": _unpack_zstd,
}
