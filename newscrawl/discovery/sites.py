"""Hosts and sites: which publication an address belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from tldextract import TLDExtract

_SUFFIXES = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
_SUFFIXES("example.com")  # the bundled list is read here, once, and not in the middle of a crawl

_SAME_PAGES = re.compile(r"(?:www\d*|m|mobile|mobil|amp|wap|touch|pda)$")


class Host(NamedTuple):
    """A host name, taken apart."""

    bare: str
    """Without the labels that only choose a layout: "m.kaz.zakon.kz" is "kaz.zakon.kz"."""
    site: str
    """Registered domain: "zakon.kz"."""
    edition: str
    """What is left of the registered domain in ``bare``: "kaz", or ""."""


def host_of(url: str) -> str:
    """Return the host of an address, or of a host name, in lower-case ASCII; "" without one."""
    text = url.strip()
    try:
        host = (urlsplit(text if "//" in text else f"//{text}").hostname or "").rstrip(".")
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        return ""


def site_of(url: str) -> str:
    """Return the registered domain of an address or host name, "" when there is none.

    Names outside the public suffixes ("www.zakon2019.example") give their last two labels, IP
    addresses themselves. A platform's customers are sites: "paper.blogspot.com".
    """
    return split_host(host_of(url)).site


def is_on(url: str, domains: Collection[str]) -> bool:
    """Return whether an address is on one of the domains or below: "kaz.zakon.kz", "zakon.kz".

    An empty collection allows every address.
    """
    host = host_of(url)
    return not domains or any(host == name or host.endswith(f".{name}") for name in domains)


@lru_cache(maxsize=4096)
def split_host(host: str) -> Host:
    """Return the parts of a lower-case host name."""
    site = _registered_domain(host)
    if not site or site == host:
        return Host(host, site, "")
    labels = host[: -len(site)].strip(".").split(".")
    edition = ".".join(label for label in labels if not _SAME_PAGES.match(label))
    return Host(f"{edition}.{site}" if edition else site, site, edition)


def _registered_domain(host: str) -> str:
    if not host or _is_ip(host):
        return host
    parts = _SUFFIXES(host)
    if parts.domain and parts.suffix:
        return f"{parts.domain}.{parts.suffix}"
    return ".".join(host.split(".")[-2:])


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
