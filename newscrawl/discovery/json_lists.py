"""Lists as JSON: JSON Feed, list APIs of any make, HTML inside JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.anchors import read_clock, read_day
from newscrawl.discovery.candidates import Candidate, Listing, ListingLink
from newscrawl.discovery.moments import read_moment
from newscrawl.discovery.pagination import next_page_url
from newscrawl.discovery.plain_text import read_plain
from newscrawl.discovery.sections import read_section
from newscrawl.discovery.site import ANY_SITE, Site
from newscrawl.extraction.page.tree import parse_page

MAX_OBJECTS = 10_000
"""Objects of one answer that are looked at. List APIs give 10 to 200."""

_URLS = ("url", "link", "href", "permalink", "canonical_url", "web_url", "weburl", "share_url",
         "full_url", "article_url", "external_url", "path", "uri", "alias", "slug")  # fmt: skip
_TITLES = ("title", "headline", "header", "name", "caption", "heading", "subject", "label")
_PUBLISHED = ("date_published", "published_at", "publishedat", "publish_date", "publishdate",
              "published", "pubdate", "pub_date", "date_publish", "datepublished", "published_time",
              "date_print", "datetime", "date_gmt", "date", "created_at", "createdat", "created",
              "time", "timestamp", "data", "issued")  # fmt: skip
_MODIFIED = ("date_modified", "modified_gmt", "modified", "updated_at", "updatedat", "updated")
_DESCRIPTIONS = ("summary", "description", "lead", "excerpt", "shortstory", "anons", "announce")
_SECTIONS = ("section", "category", "rubric", "category_name")
_LANGUAGES = ("language", "lang", "locale")
_AUTHORS = ("authors", "author", "byline")
_IMAGES = ("image", "img", "thumbnail", "picture", "cover", "photo", "banner_image")
_MEDIA = frozenset({"media_type", "mime_type"})  # of a picture's own page
_NEXTS = ("next_url", "next_page_url", "nextpageurl", "next_page", "nextpage", "next")
_TITLE_NAME = re.compile(r"(?:title|headline)(?:_\w\w)?$")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_UTC = ("_gmt", "_utc")
_DATE_NAME = re.compile(r"publi|^(?!.*(?:modif|updat|edit|delet|expir|birth|end)).*date")

_Object = dict[str, Any]


def read_json_list(
    text: str,
    *,
    url: str,
    site: Site = ANY_SITE,
) -> Listing:
    """Return the articles in a JSON answer: objects with an address and a headline, or HTML in it.

    Kind "json_feed", "json_api", "empty" when nothing is listed, "unknown" when it is not JSON.
    """
    try:
        answer = _parse(text)
    except (ValueError, RecursionError):
        return Listing(kind="unknown", url=url)
    skipped: Counter[str] = Counter()
    is_feed = isinstance(answer, dict) and "jsonfeed" in str(answer.get("version", ""))
    found: dict[str, Candidate] = {}
    for candidate in _walk(answer, url, "feed" if is_feed else "api", skipped):
        if site.article_url and not site.article_url.search(candidate.url):
            skipped["not_article_url"] += 1
            continue
        found.setdefault(candidate.url, candidate)
    if not found:
        for candidate in _read_html(answer, url, site, skipped):
            found.setdefault(candidate.url, candidate)
    kind = "json_feed" if is_feed else "json_api" if found else "empty"
    links = _find_next(answer, url, len(found)) if found else ()
    return Listing(
        kind=kind,  # type: ignore[arg-type]
        url=url,
        candidates=tuple(found.values()),
        listings=tuple(links),
        skipped=skipped,
    )


def _parse(text: str) -> object:
    """Return a JSON answer; half an emoji, of a title that a script cut short, is "?"."""
    answer: object = json.loads(text)
    if _SURROGATE.search(text):
        whole = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        answer = json.loads(whole)
    return answer


def _walk(answer: object, url: str, method: str, skipped: Counter[str]) -> Iterator[Candidate]:
    """Yield the articles in reading order, with the day that an object around them names.

    What an article with a time of day holds is its author, its sections or its pictures, unless it
    has a date too.
    """
    stack: list[tuple[object, str | None, bool]] = [(answer, None, False)]
    count = 0
    while stack:
        value, day, is_inside = stack.pop()
        if isinstance(value, list):
            stack.extend((part, day, is_inside) for part in reversed(value))
        elif isinstance(value, dict):
            count += 1
            if count > MAX_OBJECTS:
                skipped["too_many_entries"] += 1
                return
            item = {str(key).lower(): part for key, part in value.items()}
            candidate = _read_item(item, day, url, method)
            if candidate and (candidate.date_published or not is_inside):
                yield candidate
            day = next((d for name in _PUBLISHED if (d := read_day(_text(item.get(name))))), day)
            is_inside = is_inside or _has_time(candidate)
            stack.extend((part, day, is_inside) for part in reversed(_find_nested(item)))


def _find_nested(item: _Object) -> list[object]:
    """Return what may hold articles: not the author, not the one picture."""
    kept = {name: part for name, part in item.items() if name not in _AUTHORS}
    return [
        part
        for name, part in kept.items()
        if isinstance(part, list) or (isinstance(part, dict) and name not in _IMAGES)
    ]


def _has_time(candidate: Candidate | None) -> bool:
    return candidate is not None and len(candidate.date_published or "") > len("2019-05-20")


def _read_item(item: _Object, day: str | None, url: str, method: str) -> Candidate | None:
    title = _first(item, _TITLES) or _first(item, _names_like(item, _TITLE_NAME))
    link = _find_link(item, url)
    if not link or not title or _MEDIA.intersection(item):
        return None
    return Candidate(
        url=link,
        method=method,
        listing_url=url,
        title=title,
        date_published=_moment(item, (*_PUBLISHED, *_names_like(item, _DATE_NAME)), day),
        date_modified=_moment(item, _MODIFIED, None),
        description=_first(item, _DESCRIPTIONS),
        section=_first(item, _SECTIONS),
        language=_first(item, _LANGUAGES),
        authors=tuple(_find_authors(item)),
        image=_find_image(item, url),
    )


def _find_link(item: _Object, url: str) -> str:
    for name in _URLS:
        value = item.get(name)
        if isinstance(value, str) and value.strip() and " " not in value.strip():
            value = value.strip()
            # A bare alias ("6006123-slug.html") counts from the site's root, not from the API.
            is_absolute = value.startswith(("/", "http:", "https:"))
            return resolve_link(value if is_absolute else f"/{value}", url)
    return ""


def _find_authors(item: _Object) -> Iterator[str]:
    for name in _AUTHORS:
        value = item.get(name)
        for author in value if isinstance(value, list) else [value]:
            if (text := _text(author)) and not text.isdigit():  # nor a number of one
                yield text


def _find_image(item: _Object, url: str) -> str | None:
    for name in _IMAGES:
        value = item.get(name)
        if isinstance(value, dict):
            value = value.get("url") or value.get("src") or value
        if text := _text(value):
            return resolve_link(text, url) or None
    return None


def _find_next(answer: object, url: str, count: int) -> Iterator[ListingLink]:
    for part in (answer, *(answer.values() if isinstance(answer, dict) else ())):
        if isinstance(part, dict):
            for name in _NEXTS:
                value = part.get(name)
                if isinstance(value, str) and ("/" in value or "?" in value):
                    yield ListingLink(url=resolve_link(value, url), kind="next")
                    return
    if target := next_page_url(url, step=count):
        yield ListingLink(url=target, kind="next")


def _read_html(answer: object, url: str, site: Site, skipped: Counter[str]) -> Iterator[Candidate]:
    parts = [text for text in _strings(answer) if "<a" in text and "href" in text]
    if parts:
        page = parse_page("".join(f"<div>{part}</div>" for part in parts), url=url)
        yield from read_section(page.root, url=url, site=site, skipped=skipped)


def _strings(answer: object) -> Iterator[str]:
    stack = [answer]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            stack.extend(reversed(list(value.values() if isinstance(value, dict) else value)))


def _first(item: _Object, names: tuple[str, ...]) -> str | None:
    return next((text for name in names if (text := _text(item.get(name)))), None)


def _names_like(item: _Object, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the keys that are spelled otherwise: "page_title", "published_date"."""
    return tuple(name for name in item if pattern.search(name))


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        inner = (value.get(name) for name in ("rendered", "name", "title", "url", "src", "date"))
        value = next((part for part in inner if isinstance(part, str)), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return read_plain(value)


def _moment(item: _Object, names: tuple[str, ...], day: str | None) -> str | None:
    clock = None
    for name in names:
        text = _text(item.get(name))
        if moment := read_moment(f"{text}Z" if name.endswith(_UTC) else text) or read_moment(text):
            return moment
        clock = clock or (read_clock(text) if text and len(text) <= 8 else None)
    return f"{day}T{clock}" if day and clock else day
