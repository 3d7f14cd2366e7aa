"""The section (rubric, category) of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from newscrawl.extraction.json_ld import as_list, as_text, name_of, plain_text, types_of
from newscrawl.extraction.labels import is_chrome, is_label, labels_of, meta_values
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import read_texts
from newscrawl.extraction.site_name import is_site_name, site_names
from newscrawl.extraction.structured import Structured

# Elements before and behind the headline among which a rubric is the article's.
MAX_BEFORE, MAX_BEHIND = 40, 30

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
_HOME = re.compile(
    r"^(?:home(?:page)?|top|start(?:seite)?|главная|головна|басты бет|ana ?sayfa|inicio|início"
    r"|accueil|à la une|strona główna|forside|hem|etusivu|ホーム|首页|首頁|トップ|홈|الرئيسية"
    r"|trang chủ"
    r"|beranda|domů|acasă|αρχική|начало|news|новости|nachrichten|…|\.\.\.|›|»|/)$",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"^(?:uncategori[sz]ed|без рубрики|sin categoría|non classé|senza categoria|allgemein|articles?"
    r"|artikel|posts?|story|stories|news|default|none|null|general|blog|start|featured"
    r"|all (?:posts|news|articles)|news & stories|latest(?: news)?|sections?|home"
    r"|top stories|alle(?: artikel| news)?|новости|все новости|лента|\d+|true|false|\W*)$",
    re.IGNORECASE,
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_PATH_NOISE = re.compile(
    r"^(?:\d+|[a-z]{1,2}|news|article|articles|story|stories|a|p|post|posts|blog|index\.\w+|content|sections?|start|home"
    r"|archive|amp|node|id|\w*\d\w*|[\w-]+\.(?:html?|php|aspx?))$",
    re.IGNORECASE,
)


def read_section(page: Page, structured: Structured, rules: Rules) -> tuple[str | None, str]:
    """Return the one section the site files the article under, and where it was read."""
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.section) if rules.section else ()),
        ("json_ld", labels_of(structured.article.get("articleSection"))),
        ("meta", meta_values(structured, SECTION_META)),
        ("itemprop", structured.itemprops.get("articleSection", ())),
        ("breadcrumb", _breadcrumbs(structured)),
        ("section_link", _section_links(structured)),
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
        is_label(text)
        and not _NOT_SECTION.match(text)
        and not _HOME.match(text)
        and not is_site_name(text, names)
        and not _HOST.fullmatch(text)
    )


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


def _section_links(structured: Structured) -> Iterator[str]:
    """Yield the rubrics that are marked near the headline."""
    headline = next((mark.position for mark in structured.marks.headings), 0)
    for element, position in structured.marks.of("section"):
        near = headline - MAX_BEFORE <= position <= headline + MAX_BEHIND
        if near and not is_chrome(element):
            link = next(element.iter("a"), element)
            yield str(link.text_content())


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
