"""Section, tags and kind of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.json_ld import as_list, as_text, name_of, plain_text, types_of
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import read_texts
from newscrawl.extraction.site_name import is_site_name, site_names
from newscrawl.extraction.structured import Structured

# Characters and words of one label; longer ones are sentences.
MAX_LABEL = 60
MAX_LABEL_WORDS = 6
# More keywords than this on one page are written for search engines, not for readers.
MAX_TAGS = 30

SECTION_META = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "article.section",
    "sailthru.section",
    "cxenseparse:section",
    "category",
    "dcterms.subject",
)
TAG_META = ("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "news_keywords")

_HOME = re.compile(
    r"^(?:home(?:page)?|start(?:seite)?|главная|головна|басты бет|ana ?sayfa|inicio|início"
    r"|accueil|à la une|strona główna|forside|hem|etusivu|ホーム|首页|首頁|トップ|홈|الرئيسية"
    r"|trang chủ"
    r"|beranda|domů|acasă|αρχική|начало|news|новости|nachrichten|…|\.\.\.|›|»|/)$",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"^(?:uncategori[sz]ed|без рубрики|sin categoría|non classé|senza categoria|allgemein|articles?"
    r"|artikel|posts?|story|stories|news|default|none|null|general|\d+|true|false|\W*)$",
    re.IGNORECASE,
)
_PATH_NOISE = re.compile(
    r"^(?:\d+|[a-z]{2}|news|article|articles|story|stories|a|p|post|posts|blog|index\.\w+|content"
    r"|archive|amp|node|id|\w*\d\w*|[\w-]+\.(?:html?|php|aspx?))$",
    re.IGNORECASE,
)


def read_section(page: Page, structured: Structured, rules: Rules) -> tuple[str | None, str]:
    """Return the one section the site files the article under, and where it was read."""
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.section) if rules.section else ()),
        ("json_ld", _texts_of(structured.article.get("articleSection"))),
        ("meta", _meta_values(structured, SECTION_META)),
        ("itemprop", structured.itemprops.get("articleSection", ())),
        ("breadcrumb", _breadcrumbs(structured)),
        ("section_link", _marked_texts(structured, "section")),
    )
    names = site_names(page, structured)
    for source, values in cascade:
        for value in values:
            text = plain_text(value)
            if _is_section(text, names):
                return text, source
    if folder := _section_of_path(page.url):
        return folder, "url"
    return None, ""


def _is_section(text: str, names: frozenset[str]) -> bool:
    return (
        _is_label(text)
        and not _NOT_SECTION.match(text)
        and not _HOME.match(text)
        and not is_site_name(text, names)
    )


def _is_label(text: str) -> bool:
    return 1 < len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS and "://" not in text


def _texts_of(value: object) -> Iterator[str]:
    for item in as_list(value):
        if text := name_of(item):
            yield text


def _meta_values(structured: Structured, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from structured.meta.get(name, ())


def _breadcrumbs(structured: Structured) -> Iterator[str]:
    """Yield the steps of the breadcrumb between the homepage and the article."""
    for node in structured.nodes:
        if "BreadcrumbList" in types_of(node):
            steps = as_list(node.get("itemListElement"))
            names = [name for step in steps if (name := _step_name(step))]
            yield from names[:-1]
    for mark in structured.marks.of("breadcrumb")[:1]:
        yield from (plain_text(str(link.text_content())) for link in mark.element.iter("a"))


def _step_name(step: object) -> str | None:
    if not isinstance(step, dict):
        return None
    return as_text(step.get("name")) or name_of(step.get("item"))


def _marked_texts(structured: Structured, kind: str) -> Iterator[str]:
    first_heading = next((m.position for m in structured.marks.headings), 0)
    marks = sorted(structured.marks.of(kind), key=lambda m: abs(m.position - first_heading))
    for mark in marks[:3]:
        yield str(mark.element.text_content())


def _section_of_path(url: str) -> str | None:
    """Return the first telling folder of an address; the least trustworthy source.

    >>> _section_of_path("https://a.example/news/politics/2019/05/snow.html")
    'politics'
    """
    try:
        folders = [unquote(part) for part in urlsplit(url).path.split("/")[1:-1]]
    except ValueError:
        return None
    for folder in folders[:3]:
        if folder and not _PATH_NOISE.match(folder) and folder.count("-") < 3:
            return folder.replace("-", " ").replace("_", " ")
    return None


def read_tags(
    page: Page, structured: Structured, rules: Rules, *, title: str
) -> tuple[list[str], str]:
    """Return the keywords that the site gives this article, and where they were read."""
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.tags) if rules.tags else ()),
        ("meta", _meta_values(structured, TAG_META[:-1])),
        ("tag_links", _tag_links(structured)),
        ("json_ld", _keywords(structured)),
        ("meta", _meta_values(structured, TAG_META[-1:])),
        ("meta keywords", structured.meta.get("keywords", ())),
    )
    names = site_names(page, structured)
    for source, values in cascade:
        tags = _unique(tag for value in values for tag in split_tags(value))
        tags = [tag for tag in tags if not is_site_name(tag, names) and tag != title]
        if tags and len(tags) <= MAX_TAGS:
            return tags, source
    return [], ""


def _keywords(structured: Structured) -> Iterator[str]:
    for text in _texts_of(structured.article.get("keywords")):
        # Some systems mix labels for machines among the tags: "Type:Article", "tag:Snow".
        if text.lower().startswith(("tag:", "keyword:")):
            yield text.partition(":")[2]
        elif not re.match(r"\w+:\w", text) or "," in text:
            yield text


def _tag_links(structured: Structured) -> Iterator[str]:
    for mark in structured.marks.of("tags"):
        element = mark.element
        if any(parent.tag in {"aside", "footer", "nav"} for parent in element.iterancestors()):
            continue
        links = [element] if element.tag == "a" else list(element.iter("a"))
        yield from (str(link.text_content()) for link in links if _is_tag_link(link, element))


def _is_tag_link(link: HtmlElement, box: HtmlElement) -> bool:
    href = (link.get("href") or "").lower()
    return bool(
        "tag" in (link.get("rel") or "").split()
        or re.search(
            r"/(?:tags?|topics?|thema|themen|keyword|etiqueta|tema|sujet|mot-cle)/|[?&]tag=", href
        )
        or (box is not link and re.search(r"(?:^|[\s_-])tags?(?:$|[\s_-])", box.get("class") or ""))
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
    return [tag for tag in tags if _is_label(tag)]


def _unique(texts: Iterable[str]) -> list[str]:
    return list({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]
