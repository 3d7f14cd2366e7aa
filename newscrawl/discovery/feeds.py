"""Feeds: RSS 0.9 to 2.0, RDF and Atom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.candidates import Candidate, Listing, ListingLink
from newscrawl.discovery.moments import read_date_field
from newscrawl.discovery.plain_text import read_plain
from newscrawl.discovery.xml_trees import local_name, parse_xml

MAX_ENTRIES = 10_000
"""Entries of one feed. Real ones hold 10 to 300; the rest is a fault or an attack."""
_MAX_DESCRIPTION = 2_000  # characters; a lead, not the article that some feeds put there

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = frozenset({"item", "entry"})
_PUBLISHED = ("pubdate", "published", "date", "issued", "created", "dateposted",
              "publicationdate")  # fmt: skip
_MODIFIED = ("updated", "modified", "lastbuilddate")
_IMG = re.compile(r"""<img\b[^>]{0,2000}?\bsrc\s*=\s*["']([^"']{5,2000})""", re.IGNORECASE)
_MAIL_AND_NAME = re.compile(r"[^\s@]+@[^\s@]+\s*\((.+)\)$")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+$")

_Fields = dict[str, list[Element]]


def read_feed(body: bytes, *, url: str, encoding: str | None = None) -> Listing:
    """Return the entries of a feed, newest first as it gave them; kind "unknown" if it is none.

    ``encoding`` is the charset of the Content-Type header.
    """
    root = parse_xml(body, encoding=encoding)
    if root is None:
        return Listing(kind="unknown", url=url)
    skipped: Counter[str] = Counter()
    head = _children(_find_head(root))
    base = _join(url, root.get(_BASE))
    language = _text(head, "language") or root.get(_LANG) or None
    candidates = list(_read_entries(root, base, url, language, skipped))
    return Listing(
        kind="feed",
        url=url,
        candidates=candidates,
        listings=tuple(_find_next(head, base)),
        skipped=skipped,
        title=read_plain(_text(head, "title")),
        language=language,
    )


def _read_entries(
    root: Element, base: str, url: str, language: str | None, skipped: Counter[str]
) -> Iterator[Candidate]:
    entries = (e for e in root.iter("{*}*") if local_name(e) in _ENTRIES)
    for number, entry in enumerate(entries):
        if number >= MAX_ENTRIES:
            skipped["too_many_entries"] += 1
            return
        fields = _children(entry)
        link = _find_link(entry, fields, _join(base, entry.get(_BASE)))
        if not link:
            skipped["no_link"] += 1
            continue
        yield _candidate(fields, link, url, language)


def _candidate(fields: _Fields, link: str, url: str, language: str | None) -> Candidate:
    description = read_plain(_text(fields, "description", "summary", "subtitle"))
    return Candidate(
        url=link,
        method="feed",
        listing_url=url,
        title=read_plain(_text(fields, "title")),
        date_published=_moment(fields, *_PUBLISHED),
        date_modified=_moment(fields, *_MODIFIED),
        description=description if description and len(description) <= _MAX_DESCRIPTION else None,
        section=_find_section(fields),
        language=_text(fields, "language") or language,
        authors=tuple(_find_authors(fields)),
        image=_find_image(fields, link),
    )


# What an item of RSS 1.0 is about, with and without its namespace declared.
_ABOUT = ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "rdf:about")


def _find_head(root: Element) -> Element:
    if local_name(root) == "feed":
        return root
    return next((child for child in root if local_name(child) == "channel"), root)


def _find_link(entry: Element, fields: _Fields, base: str) -> str:
    """Return the page of an entry: its own link rather than a redirector's or an identifier."""
    for element in fields.get("origlink", ()):
        if link := resolve_link(element.text or "", base):
            return link
    for element in sorted(fields.get("link", ()), key=_link_rank):
        if _link_rank(element) < 3 and (
            link := resolve_link(element.get("href") or element.text or "", base)
        ):
            return link
    for element in [*fields.get("guid", ()), *fields.get("id", ())]:
        text = (element.text or "").strip()
        if (element.get("isPermaLink") or "").lower() != "false" and text.startswith("http"):
            return resolve_link(text, base)
    about = next(filter(None, map(entry.get, _ABOUT)), "")
    return resolve_link(about, base) if about else ""


def _link_rank(link: Element) -> int:
    relation, kind = link.get("rel", "alternate"), link.get("type", "text/html")
    if relation != "alternate":
        return 3
    return 0 if kind in {"text/html", "application/xhtml+xml"} else 2


def _find_next(head: _Fields, base: str) -> Iterator[ListingLink]:
    for element in head.get("link", ()):
        if element.get("rel") in {"next", "prev-archive"} and (
            link := resolve_link(element.get("href") or "", base)
        ):
            yield ListingLink(url=link, kind="next")
            return


def _find_section(fields: _Fields) -> str | None:
    for element in [*fields.get("section", ()), *fields.get("category", ())]:
        if text := read_plain(element.get("label") or element.text or element.get("term")):
            return text
    return None


def _find_authors(fields: _Fields) -> Iterator[str]:
    seen = set()
    for element in [*fields.get("creator", ()), *fields.get("author", ())]:
        name = next((child.text for child in element if local_name(child) == "name"), element.text)
        author = read_plain(name) or ""
        if both := _MAIL_AND_NAME.match(author):
            author = both[1].strip()
        if author and not _MAIL.match(author) and author not in seen:
            seen.add(author)
            yield author


def _find_image(fields: _Fields, base: str) -> str | None:
    media = [*fields.get("content", ()), *fields.get("enclosure", ()), *fields.get("thumbnail", ())]
    for group in fields.get("group", ()):
        media.extend(child for child in group if local_name(child) in {"content", "thumbnail"})
    for element in media:
        kind = element.get("type") or element.get("medium") or "image"
        if kind.startswith("image") and (link := resolve_link(element.get("url") or "", base)):
            return link
    for name in ("encoded", "description", "content"):
        for element in fields.get(name, ()):
            if match := _IMG.search(element.text or ""):
                return resolve_link(unescape(match[1]), base) or None
    return None


def _moment(fields: _Fields, *names: str) -> str | None:
    for name in names:
        for element in fields.get(name, ()):
            if moment := read_date_field(element.text):
                return moment
    return None


def _text(fields: _Fields, *names: str) -> str | None:
    for name in names:
        for element in fields.get(name, ()):
            if text := "".join(str(part) for part in element.itertext()).strip():
                return text
    return None


def _children(element: Element) -> _Fields:
    """Return an element's children by local name, those of its own vocabulary before others'."""
    own = str(element.tag).rpartition("}")[0]
    fields: _Fields = {}
    for child in sorted(element, key=lambda child: _is_foreign(child, own)):
        if local_name(child) not in _ENTRIES:
            fields.setdefault(local_name(child), []).append(child)
    return fields


def _is_foreign(element: Element, own: str) -> bool:
    """Return whether an element, as "media:title", has another namespace or a mere prefix."""
    namespace, _, name = str(element.tag).rpartition("}")
    return namespace != own or ":" in name


def _join(base: str, more: str | None) -> str:
    return (resolve_link(more, base) or base) if more else base
