"""What a page states for machines: JSON-LD, meta tags, links and microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import (
    Node,
    as_list,
    as_text,
    iter_nodes,
    parse_script,
    plain_text,
    types_of,
)
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.marks import Marks, read_marks
from newscrawl.extraction.page.microdata import read_items
from newscrawl.extraction.page.tree import Page

ARTICLE_TYPES = {
    "NewsArticle": 4,
    "ReportageNewsArticle": 4,
    "AnalysisNewsArticle": 4,
    "OpinionNewsArticle": 4,
    "BackgroundNewsArticle": 4,
    "AskPublicNewsArticle": 4,
    "ReviewNewsArticle": 4,
    "LiveBlogPosting": 4,
    "AdvertiserContentArticle": 4,
    "SatiricalArticle": 4,
    "Article": 3,
    "BlogPosting": 3,
    "Report": 3,
    "TechArticle": 3,
    "ScholarlyArticle": 3,
    "Review": 3,
    "ClaimReview": 3,
    "SocialMediaPosting": 2,
    "DiscussionForumPosting": 2,
    "CreativeWork": 2,
    "Recipe": 2,
}
"""How well each schema.org type fits an article."""
# Keys below which an object is about another page, or about no article at all.
FOREIGN_KEYS = frozenset(
    {
        "itemListElement",
        "comment",
        "comments",
        "hasPart",
        "isPartOf",
        "relatedLink",
        "citation",
        "itemReviewed",
        "mentions",
        "isBasedOn",
        "suggestedAnswer",
        "acceptedAnswer",
        "author",
        "publisher",
        "image",
        "video",
        "review",
        "about",
        "subjectOf",
        "workExample",
        "associatedMedia",
    }
)

_CONTEXT = re.compile(r"""\s*+\[?\s*+\{\s*+"@(?:context|type)"\s*+:""")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
# Of the Open Graph Protocol, as its RDF schema has it: "http://ogp.me/ns/article#author".
_NAMESPACE = re.compile(r"^https?://(?:www\.)?ogp\.me/ns/?([a-z]*)#")
# Characters of a meta tag that are read: a title of 10 MB would take two seconds. The longest
# description of 2,158 real pages has 16,011.
_MOST_META = 50_000
# Pages of Next.js that give their JSON-LD among the names of meta tags, as many do, have it so.
_SCRIPT_META = "script:ld+json"


@dataclass(slots=True)
class Structured:
    """The machine-readable statements of a page, read in one pass over its tree."""

    nodes: list[dict[str, Any]] = field(default_factory=list)
    """All JSON-LD objects, ``@graph`` and nesting flattened, in page order."""
    article: dict[str, Any] = field(default_factory=dict)
    """The JSON-LD object of the page's main article; empty if there is none."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Contents of ``meta`` by lower-case name, property or http-equiv, in page order."""
    meta_by_letters: dict[str, list[str]] = field(default_factory=dict)
    """The same by the letters and digits of the name: "DC.date_issued" is "dcdateissued"."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """``href`` of ``link`` by lower-case rel: "canonical", "amphtml", "alternate"."""
    itemprops: dict[str, list[str]] = field(default_factory=dict)
    """Values of ``itemprop`` by name, in page order; comments left out, properties of a nested
    object by the names of both: "publisher.name"."""
    title_tag: str | None = None
    """Text of ``<title>``."""
    language: str | None = None
    """``lang`` of the ``html`` element."""
    broken: bool = False
    """Whether a JSON-LD script had to be repaired or given up."""
    marks: Marks = field(default_factory=Marks)
    """Elements that the markup points out as byline, tags, counter; and the headings."""
    elements: list[HtmlElement] = field(default_factory=list)
    """All elements in page order."""
    site_names: frozenset[str] | None = None
    """What the publication is called, once ``metadata.site_name`` was asked for it."""

    @property
    def article_body(self) -> str | None:
        """JSON-LD ``articleBody``; it may hold only the lead."""
        value = self.article.get("articleBody")
        return value if isinstance(value, str) else None

    def first_meta(self, *names: str) -> str | None:
        """Return the first content, as plain text, of the first of these ``meta`` names."""
        for name in names:
            for content in self.meta.get(name, ()):
                if text := plain_text(content):
                    return text
        return None

    def resolve(self, value: object) -> object:
        """Return the object that a bare ``{"@id": ...}`` refers to, any other value as it is."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            same = (node for node in self.nodes if node.get("@id") == value["@id"])
            return next((node for node in same if "name" in node), value)
        return value


def read_structured(page: Page) -> Structured:
    """Return what the page states; broken JSON-LD is read as far as it goes."""
    found = Structured(language=_language(page.root))
    # While all elements are held, lxml need not make them anew for each walk over the tree.
    found.elements = list(page.root.iter("*"))
    found.marks = read_marks(found.elements)
    nodes: list[Node] = []
    for element in page.root.iter("meta", "link", "script", "title"):
        _READERS[element.tag](found, nodes, element)
    found.nodes = [node.value for node in nodes]
    found.itemprops = read_items(page.root, found.marks.items)
    found.article = _find_article(page, found, nodes)
    return found


def _language(root: HtmlElement) -> str | None:
    value = root.get("lang") or root.get("xml:lang") or ""
    return value.strip() or None


def _read_meta(found: Structured, nodes: list[Node], element: HtmlElement) -> None:
    content = element.get("content") or element.get("value")
    if content is None:
        return
    names = {element.get(key) for key in ("name", "property", "http-equiv")} - {None}
    for name in map(_read_name, map(str, names)):
        found.meta.setdefault(name, []).append(content[:_MOST_META])
        letters = _NOT_LETTERS.sub("", name)
        found.meta_by_letters.setdefault(letters, []).append(content[:_MOST_META])
    if _SCRIPT_META in names:
        _read_json_ld(found, nodes, content)


def _read_name(name: str) -> str:
    """Return the name of a meta tag in lower case, its namespace as a prefix.

    >>> _read_name("http://ogp.me/ns/article#Author"), _read_name("article&#x3a;author")
    ('article:author', 'article:author')
    """
    name = unescape(name).strip().lower()
    if "#" in name:
        return _NAMESPACE.sub(lambda found: f"{found[1] or 'og'}:", name)
    return name


def _read_link(found: Structured, nodes: list[Node], element: HtmlElement) -> None:  # noqa: ARG001
    if href := (element.get("href") or "").strip():
        for rel in (element.get("rel") or "").lower().split():
            found.links.setdefault(rel, []).append(href)


def _read_script(found: Structured, nodes: list[Node], element: HtmlElement) -> None:
    if element.text and _is_json_ld(element):
        _read_json_ld(found, nodes, element.text)


def _read_json_ld(found: Structured, nodes: list[Node], text: str) -> None:
    script = parse_script(text)
    found.broken = found.broken or script.broken
    for document in script.documents:
        nodes.extend(iter_nodes(document))


def _is_json_ld(script: HtmlElement) -> bool:
    """Return whether a script holds JSON-LD; some systems forget its type, or escape it twice."""
    kind = (script.get("type") or "").lower()
    if "ld+json" in kind:
        return True
    return (not kind or "json" in kind) and bool(_CONTEXT.match(script.text or ""))


def _read_title(found: Structured, nodes: list[Node], element: HtmlElement) -> None:  # noqa: ARG001
    parent = element.getparent()
    if found.title_tag is None and (parent is None or parent.tag not in {"svg", "symbol", "g"}):
        found.title_tag = plain_text(str(element.text_content())) or None


_READERS = {
    "meta": _read_meta,
    "link": _read_link,
    "script": _read_script,
    "title": _read_title,
}


def _find_article(page: Page, found: Structured, nodes: Iterable[Node]) -> dict[str, Any]:
    """Return the best article object, what it lacks taken from others of the same article."""
    candidates = [node for node in nodes if _article_rank(node.value) > 0]
    if not candidates:
        return {}
    own_urls = {_url_key(url) for url in (page.url, *found.links.get("canonical", ())) if url}
    score = partial(_article_score, own_urls=own_urls, titles=_titles_of(found))
    ranked = sorted(candidates, key=score, reverse=True)
    best = dict(ranked[0].value)
    headline = as_text(best.get("headline"))
    for other in ranked[1:]:
        if headline and as_text(other.value.get("headline")) == headline:
            best = {**other.value, **{key: value for key, value in best.items() if value}}
    return best


def _article_rank(node: dict[str, Any]) -> int:
    rank = max((ARTICLE_TYPES.get(name, 0) for name in types_of(node)), default=0)
    if not rank and "headline" in node and node.keys() & {"datePublished", "articleBody"}:
        return 1
    return rank


def _titles_of(found: Structured) -> list[str]:
    """Return the letters of all that may be the page's headline."""
    stated = (found.first_meta("og:title"), found.first_meta("twitter:title"), found.title_tag)
    printed = (
        mark.element.text_content() for mark in found.marks.headings if mark.element.tag == "h1"
    )
    return [letters_of(str(title)) for title in (*stated, *printed) if title]


def _article_score(node: Node, *, own_urls: set[str], titles: list[str]) -> int:
    """Return how likely the object is the page's own article rather than one it links to."""
    value = node.value
    urls = {_url_key(url) for url in _urls_of(value)}
    score = _article_rank(value) * 2
    score += sum(1 for key in ("headline", "datePublished", "author") if value.get(key))
    score += 8 if urls & own_urls else -4 if urls and own_urls else 0
    headline = letters_of(as_text(value.get("headline") or value.get("name")) or "")
    score += 4 if headline and any(headline in title for title in titles) else 0
    return score - (12 if FOREIGN_KEYS.intersection(node.path) else 0)


def _urls_of(node: dict[str, Any]) -> list[str]:
    urls = [node.get("url"), node.get("@id")]
    for page in as_list(node.get("mainEntityOfPage")):
        urls.extend([page.get("@id"), page.get("url")] if isinstance(page, dict) else [page])
    return [url for url in urls if isinstance(url, str) and "/" in url]


def _url_key(url: str) -> str:
    """Return what stays of an address through scheme, www, query and fragment."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return host + unquote(parts.path).rstrip("/")
