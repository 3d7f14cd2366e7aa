"""What a spider's class may state of its site: checked before anything is fetched, as ``-a`` is."""

from __future__ import annotations

import difflib
import re
import traceback
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.crawling.arguments import is_web_address
from newscrawl.crawling.checked_settings import find_wrong_setting
from newscrawl.discovery.archives import DayArchive
from newscrawl.discovery.sites import host_of, is_on
from newscrawl.extraction import Rules

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_FIELD = re.compile(r"\{[^{}]*\}")
_DATE = ("{year}", "{month}", "{day}")
_STATED = (
    "allowed_domains", "archive", "article_url", "custom_settings", "expectations", "rules",
    "start_urls", "timezone",
)  # fmt: skip
# Likeness (0 to 1) from which on a name is one of these, misspelt: a letter or two, "archives" is,
# "archive_url" is a name of its own. Chosen.
_NEAR = 0.85


def find_wrong_attribute(spider_class: type[Any]) -> str | None:
    """Return what is wrong with a class, and the fix; None if nothing is."""
    return next(_faults(spider_class), None)


def find_broken_line(error: Exception) -> str | None:
    """Return in one line where a file of spiders cannot be loaded, and why; None if none is."""
    frames = traceback.extract_tb(error.__traceback__)
    files = [frame.filename for frame in frames if frame.name == "<module>"]
    if not files:
        return None
    line = next(frame.lineno for frame in reversed(frames) if frame.filename == files[-1])
    return f"{files[-1]}, line {line}: {error}"


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
    yield from _wrong_archive(getattr(spider_class, "archive", None), domains)
    yield from _wrong_values(spider_class)
    yield from _wrong_names(spider_class)


def _wrong_archive(archive: Any, domains: Collection[str]) -> Iterator[str]:
    if not archive:
        return
    day = DayArchive(archive).url(date(2026, 11, 1)) if isinstance(archive, str) else ""
    fields = _FIELD.findall(archive) if day else []
    unknown = [field for field in fields if field not in _DATE]
    if not is_web_address(day):
        yield f"archive is {archive!r}: give an address such as https://any.example/{'/'.join(_DATE)}"
    elif unknown or not fields:
        yield f"archive has {unknown[0] if unknown else 'no date'}: give {', '.join(_DATE)}"
    elif not is_on(day, domains):
        yield f"archive is {archive}, on none of allowed_domains"


def _wrong_names(spider_class: type[Any]) -> Iterator[str]:
    """Yield what is nearly the name of an attribute, and would be ignored."""
    for name in dir(spider_class):
        near = difflib.get_close_matches(name, _STATED, n=1, cutoff=_NEAR)
        if near and name not in _STATED:
            yield f"it has {name}; did you mean {near[0]}?"


def _wrong_values(spider_class: type[Any]) -> Iterator[str]:
    article_url = getattr(spider_class, "article_url", None)
    try:
        re.compile(article_url or "")
    except (re.error, TypeError) as error:
        yield f"article_url={article_url!r} is no regular expression: {error}"
    custom = getattr(spider_class, "custom_settings", None)
    if fault := find_wrong_setting(BaseSettings(custom or {})):
        yield f"custom_settings: {fault}"
    rules = getattr(spider_class, "rules", None)
    if not isinstance(rules, Rules | None):
        yield f"rules is a {type(rules).__name__}: give Rules(...)"
    try:
        Rules(timezone=getattr(spider_class, "timezone", None))
    except (ValueError, TypeError) as error:
        yield str(error)
