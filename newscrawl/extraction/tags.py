"""The tags of an article: keywords that its site gives it, and not each page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.json_ld import plain_text
from newscrawl.extraction.labels import is_chrome, is_label, labels_of, meta_values
from newscrawl.extraction.marks import Mark
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import read_texts
from newscrawl.extraction.site_name import is_site_name, site_names
from newscrawl.extraction.structured import Structured

# More keywords than this on one page are written for search engines, not for readers.
MAX_TAGS = 30
# Share of ``meta`` keywords that title or text must have; others are the site's, on every page.
MIN_KEYWORD_SHARE = 0.5
# Characters of a box of tags; longer ones are articles whose class names their tags.
MAX_TAG_BOX = 800

TAG_META = ("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "news_keywords")

_TAG_ADDRESS = re.compile(
    r"/(?:tags?|topics?|thema|themen|keyword|etiqueta|tema|sujet|mot-cle)/|[?&]tag="
)
_TAG_BOX = re.compile(r"(?:^|[\s_-])tags?(?:$|\s|[_-]+(?:list|links?|box))")


def read_tags(
    page: Page, structured: Structured, rules: Rules, *, text: str
) -> tuple[list[str], str]:
    """Return the keywords that the site gives this article, and where they were read."""
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.tags) if rules.tags else ()),
        ("meta", meta_values(structured, TAG_META[:-1])),
        ("tag_links", _tag_links(structured)),
        ("json_ld", _keywords(structured)),
        ("meta", meta_values(structured, TAG_META[-1:])),
        ("meta keywords", _apt_keywords(structured, text)),
    )
    names = site_names(page, structured)
    for source, values in cascade:
        tags = _unique(tag for value in values for tag in split_tags(value))
        tags = [tag for tag in tags if not is_site_name(tag, names)]
        if tags and len(tags) <= MAX_TAGS:
            return tags, source
    return [], ""


def _keywords(structured: Structured) -> Iterator[str]:
    for text in labels_of(structured.article.get("keywords")):
        # Some systems mix labels for machines among the tags: "Type:Article", "tag:Snow".
        if text.lower().startswith(("tag:", "keyword:")):
            yield text.partition(":")[2]
        elif not re.match(r"\w+:\w", text) or "," in text:
            yield text


def _apt_keywords(structured: Structured, text: str) -> Iterator[str]:
    """Yield the ``meta`` keywords, unless most of them have nothing to do with the text."""
    if "keywords" not in structured.meta:
        return
    keywords = [tag for value in structured.meta.get("keywords", ()) for tag in split_tags(value)]
    text = text.casefold()
    apt = sum(1 for tag in keywords if tag.casefold() in text)
    if apt >= MIN_KEYWORD_SHARE * len(keywords):
        yield from keywords


def _tag_links(structured: Structured) -> list[str]:
    """Return the links in the article's own boxes of tags.

    Where another article follows on the same page, its tags stand behind its headline.
    """
    marks = structured.marks.of("tags")
    headlines = [mark.position for mark in structured.marks.headings if mark.element.tag == "h1"]
    after = headlines[1] if len(headlines) > 1 else None
    own = [mark for mark in marks if after is None or mark.position < after]
    return list(_texts_of_links(own)) or list(_texts_of_links(marks))


def _texts_of_links(marks: Iterable[Mark]) -> Iterator[str]:
    for element, _ in marks:
        if element.tag in {"article", "main", "body"} or is_chrome(element):
            continue
        links = [element] if element.tag == "a" else list(element.iter("a"))
        if links and (element is links[0] or len(str(element.text_content())) <= MAX_TAG_BOX):
            yield from (str(link.text_content()) for link in links if _is_tag_link(link, element))


def _is_tag_link(link: HtmlElement, box: HtmlElement) -> bool:
    return bool(
        "tag" in (link.get("rel") or "").split()
        or _TAG_ADDRESS.search((link.get("href") or "").lower())
        or (box is not link and _TAG_BOX.search(box.get("class") or ""))
    )


def split_tags(text: str) -> list[str]:
    """Return the labels of a keyword list; commas inside quotes and of one lone label stay.

    >>> split_tags("Snow; Bern, Canton; Winter")
    ['Snow', 'Bern, Canton', 'Winter']
    """
    text = plain_text(text)
    separator = next((s for s in (";", "|", ",", "،", "、", "，") if s in text), None)
    parts = text.split(separator) if separator else [text]
    tags = (part.strip(" #\t\"'«»[]") for part in parts)
    return [tag for tag in tags if is_label(tag)]


def _unique(texts: Iterable[str]) -> list[str]:
    return list({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]
