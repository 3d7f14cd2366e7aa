"""What a spider's class may state of its site: checked before anything is fetched, as ``-a`` is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newscrawl.crawling.arguments import is_web_address
from newscrawl.discovery.sites import host_of, is_on
from newscrawl.extraction import Rules

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*")


def find_wrong_attribute(spider_class: type[Any]) -> str | None:
    """Return what is wrong with a class, and the fix; None if nothing is."""
    return next(_faults(spider_class), None)


def _faults(spider_class: type[Any]) -> Iterator[str]:
    domains = getattr(spider_class, "allowed_domains", ())
    start_urls = getattr(spider_class, "start_urls", ())
    for name, value in (("allowed_domains", domains), ("start_urls", start_urls)):
        is_list = isinstance(value, (list, tuple, set, frozenset))
        if not is_list or not all(isinstance(item, str) for item in value):
            yield f"{name} is {value!r}: give a list of texts"
            return
    if not domains:
        yield 'it has no allowed_domains: give the site\'s, ["any.example"]'
    for domain in domains:
        if not _HOST.fullmatch(domain) or host_of(domain) != domain:
            yield f"allowed_domains has {domain!r}: give a host name, as {host_of(domain)!r}"
    for url in start_urls:
        if not is_web_address(url):
            yield f"start_urls has {url!r}: give an address such as https://any.example/feed"
        elif not is_on(url, domains):
            yield f"start_urls has {url}, on none of allowed_domains"
    yield from _wrong_values(spider_class)


def _wrong_values(spider_class: type[Any]) -> Iterator[str]:
    article_url = getattr(spider_class, "article_url", None)
    try:
        re.compile(article_url or "")
    except (re.error, TypeError) as error:
        yield f"article_url={article_url!r} is no regular expression: {error}"
    rules = getattr(spider_class, "rules", None)
    if not isinstance(rules, Rules | None):
        yield f"rules is a {type(rules).__name__}: give Rules(...)"
    try:
        Rules(timezone=getattr(spider_class, "timezone", None))
    except (ValueError, TypeError) as error:
        yield str(error)
