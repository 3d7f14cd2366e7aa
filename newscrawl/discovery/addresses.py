"""Addresses as they stand in pages and listings, brought into one clean form."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from newscrawl.discovery.tracking import strip_session, strip_tracking

MAX_URL_LENGTH = 2083
"""Characters. Longer ones are generated (filters, loops); 2083 is the oldest browser limit."""

_CLEAN = re.compile(
    r"https?://[a-z0-9.-]+(?::\d+)?(?:/[\w./~!$&'()*+,;=:@-]*(?:\?[\w./~!$&()*+,;=:@?-]*)?)?",
    re.ASCII,
)
_DOUBLED_HOST = re.compile(r"https?://[^/?#]*?(https?)(?::/+|//)(?=[^/?#]*\.)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{\{|\$\{|<%")  # what a template's script would have filled in
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def normalize_url(url: str) -> str:
    """Return the address in its one clean form to fetch, "" when it is no http(s) address.

    Lower-case scheme and host (IDN as punycode), no default port, no fragment, no tracking and
    session parameters, dot segments resolved, percent-encoding in one form. The order of the
    remaining parameters is kept: some servers mind it.

    >>> normalize_url("HTTP://Example.COM:80/a/../b?utm_source=x&id=7#top")
    'http://example.com/b?id=7'
    """
    try:
        parts = _split(url)
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return ""
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = _resolve_dots(strip_session(_one_encoding(parts.path))) or "/"
    query = strip_tracking(_one_encoding(parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def resolve_link(href: str, base: str) -> str:
    """Return the absolute, normalised address of a link, "" when it leads to no web page.

    Repairs what listings do to addresses: white space, doubly escaped ampersands, a second address
    glued to the host ("https://a.examplehttps://b.example/x" is "https://b.example/x").
    """
    href = "".join(href.split()) if any(c in href for c in "\n\r\t") else href.strip()
    if not href or href[0] == "#" or len(href) > MAX_URL_LENGTH * 4 or _PLACEHOLDER.search(href):
        return ""
    if "&amp;" in href:
        href = unescape(href)
    try:
        is_whole = href[:8].lower().startswith(("http://", "https://"))
        joined = href if is_whole else urljoin(base, href)
    except ValueError:
        return ""
    while doubled := _DOUBLED_HOST.match(joined):
        joined = f"{doubled[1].lower()}://{joined[doubled.end() :]}"
    return normalize_url(joined)


def _split(url: str) -> SplitResult:
    text = url.strip()
    if not _CLEAN.fullmatch(text):
        text = safe_url_string(text)
    return urlsplit(text)


def _one_encoding(text: str) -> str:
    return _ESCAPE.sub(_one_escape, text) if "%" in text else text


def _one_escape(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in _UNRESERVED else f"%{escape[1].upper()}"


def _resolve_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            kept[1:] = kept[1:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)
