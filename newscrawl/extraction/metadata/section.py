"""The section (rubric, category) of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.metadata.folders import (
    is_slug,
    names_of_folders,
    names_of_slug,
    path_of,
)
from newscrawl.extraction.metadata.labels import is_chrome, is_label, labels_of, meta_values
from newscrawl.extraction.metadata.rubrics import (
    lone_rubrics,
    rubrics_beside_dates,
    steps_of_trails,
)
from newscrawl.extraction.metadata.site_name import is_root, is_site_name, site_names
from newscrawl.extraction.page.json_ld import as_list, as_text, name_of, plain_text, types_of
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body

# Elements before and behind the headline among which a rubric is the article's.
MAX_BEFORE, MAX_BEHIND = 40, 30
# Characters of a box of rubrics; longer ones are articles whose class names their category.
MAX_RUBRIC_BOX = 120
# Commas from which on a section is a list: "Arts, Culture & Design" is one section. Chosen.
LISTED = 2
_LIST_COMMA = re.compile(r",(?:\S|\s*$)")

# Names of meta tags as sites write them, letters and digits only, the surest first.
SECTION_META = (
    "articlesection", "ogarticlesection", "parselysection", "section", "sailthrusection",
    "cxenseparsesection", "articlecategory", "category", "newscategory", "sectionname",
    "dctermssubject",
)  # fmt: skip
_HOME = re.compile(
    r"^(?:home ?(?:page)?|front[- ]?page|main(?: page)?|top|start(?:seite)?|zur startseite|главная"
    r"(?: страница)?|на главную|головна|галоўная|басты бет|башкы бет|bosh sahifa|ana ?sayfa"
    r"|ana səhifə|inicio|portada|início|página inicial|capa|inici|accueil|à la une|thuis|voorpagina"
    r"|strona główna|forsiden?|hjem|hem|etusivu|domů|hlavní stránka|úvod|domov|početna|naslovnica"
    r"|почетна|kezdőlap|főoldal|címlap|acasă|prima pagină|αρχική(?: σελίδα)?|начало|pradžia|sākums"
    r"|avaleht|მთავარი|ホーム|(?:ブログ)?トップ(?:ページ)?|(?:网站)?首页|首頁|主[页頁]|홈|메인|الرئيسية"
    r"|الصفحة الرئيسية|صفحه اصلی|خانه|דף הבית|ראשי|होम|हिंदी न्यूज़|হোম|প্রচ্ছদ"
    r"|முகப்பு|หน้าแรก|trang chủ|beranda|laman utama|utama|news|новости|nachrichten|…|\.\.\.|›|»|/)$",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"^(?:正文.*|内容|本文|einzelansicht|detail|(?:back|return|zurück|retour|terug|volver|назад)\b.*"
    r"|previous|next|uncategori[sz]ed|без (?:рубрики|категории)|sin categor[ií]a|sem categoria"
    r"|non classé|non catégorisé|senza categoria|allgemein(?:es)?|un(?:kategorisiert|categorized)"
    r"|geen categorie|okategoriserade?|ikke kategoriseret|ukategorisert|bez kategorii|nezařazené"
    r"|fără categorie|kategorilenmemiş|genel|chưa phân loại|tak berkategori|未分[类類]|미분류"
    r"|غير مصنف|articles?|artikel|art[ií]culos?|articol[oi]|artykuły?|статьи|posts?|story|stories"
    r"|news|default|none|null|undefined|n/a|general|blog|beitr[aä]ge?|start|featured|slider"
    r"|all (?:posts|news|articles)|more"
    r"|(?:published (?:in|by)|publié (?:dans|par)) .*|news & stories|latest(?: news)?"
    r"|sections?|home|(?:top|breaking|main) (?:stories|news)|alle(?: artikel| news)?"
    r"|(?:все )?новости|лента"
    r"|nachrichten|aktuell(?:es)?|meldungen|not[ií]cias?|actualit[eé]s?|notizie|nieuws|nyhet(?:er)?"
    r"|nyheder|uutiset|wiadomości|zprávy|správy|hírek|știri|vijesti|vesti|новини|haber(?:ler)?"
    r"|berita|newyddion|усі новини|(?:стрічка|лента) нов(?:ин|остей)|լրահոս|жаңалықтар"
    r"|新闻(?:中心)?|新聞|ニュース|뉴스|.* 보러가기|أخبار|الأخبار|اخبار|true|false|[\W\d]*)$",
    re.IGNORECASE,
)
# Phrases that stand where rubrics do: "Follow us".
_CALLS = frozenset(
    ("credit", "date_line", "follow", "newsletter", "paywall", "push", "read_also", "share", "typo")
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}(?:/.*)?")
# Beside the name of a rubric, in links back to it.
_ARROWS = "←→‹›<> "
# How many articles a category of a list has: "Starters (31)".
_COUNTED = re.compile(r".*\(\d+\)")
# Folders that say what a page is, or in which language, and not what it is about.
_PATH_NOISE = re.compile(
    r"^(?:\d+|[a-z]{1,2}(?:[-_][a-z]{2})?|arm|eng|geo|kaz|rus|ukr|docs?|documents?|show|materials?"
    r"|(?:news)?items?|articles?|story|stories|posts?|blogs?"
    r"|index\.\w+|content|sections?|rubri[ck]s?|categor(?:y|ies)|kategorien?|topics?|tags?|start|home"
    r"|archives?|amp|nodes?|id|views?|read|full|details?|pages?|public|web|noticia|articulos?"
    r"|articol[oi]|artykul|artikel|clan[eo]k|haber|novosti|novyny|wiadomosci|zpravy|actualites"
    r"|\w+:|\w*\d\w*|\d[\d-]*|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|[\w-]+\.(?:html?|php|aspx?))$",
    re.IGNORECASE,
)


def read_section(
    page: Page,
    structured: Structured,
    rules: Rules,
    body: Body,
    *,
    title: str,
    authors: Iterable[str],
) -> tuple[str | None, str]:
    """Return the one section the site files the article under, and where it was read.

    Of several steps of a trail the last one counts: 266 of 373 such pages of ``tests/fixtures``
    were filed so by those who wrote them, 77 under the first.
    """
    blocks = body.page_blocks
    names = site_names(page, structured).union(map(letters_of, (title, *authors)))
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.section) if rules.section else ()),
        ("json_ld", _stated_sections(structured)),
        ("meta", meta_values(structured, SECTION_META)),
        ("itemprop", structured.itemprops.get("articleSection", ())),
        ("breadcrumb", _breadcrumbs(page, structured)),
        ("breadcrumb", steps_of_trails(structured.marks, blocks, title)),
        ("section_link", _section_links(structured)),
        ("section_link", lone_rubrics(structured.marks, blocks, title)),
        ("url", _names_of_folders(page, structured)),
        ("section_link", rubrics_beside_dates(structured.marks, blocks, title)),
    )
    for source, values in cascade:
        for value in values:
            text = plain_text(value).strip(_ARROWS).removesuffix(" 正文")  # "text", of a trail
            if _is_section(text, names):
                return _as_printed(text, structured, names), source
    return None, ""


def _stated_sections(structured: Structured) -> Iterator[str]:
    """Yield what JSON-LD states; the labels of a list that a plugin writes in one string.

    "Care, polish, rich leather" is a category and two tags, "Home, Weather" a trail; no section is
    spelled "Politics,Titles".
    """
    for text in labels_of(structured.article.get("articleSection")):
        is_list = text.count(",") >= LISTED or _LIST_COMMA.search(text)
        is_list = is_list or _HOME.match(text.partition(",")[0])
        yield from text.split(",") if is_list else (text,)


def _as_printed(text: str, structured: Structured, names: frozenset[str]) -> str:
    """Return a section, by the name that the page's menu has for it if a folder's is stated."""
    if not is_slug(text):
        return text
    last = text.rpartition("/")[2]
    printed = chain(names_of_slug(structured, text), names_of_slug(structured, last))
    return next((name for name in printed if _is_section(name, names)), last)


def _is_section(text: str, names: frozenset[str]) -> bool:
    return (
        is_label(text)
        and not _NOT_SECTION.match(text)
        and not _HOME.match(text)
        and not is_site_name(text, names)
        and not _HOST.fullmatch(text)
        and not _COUNTED.fullmatch(text)
        and not text.endswith(("…", "..."))  # the headline, cut short
        and not text.endswith(":")  # the beginning of a headline, or a label
        and not is_date_line(text)
        and match_phrase(text) not in _CALLS
    )


def _names_of_folders(page: Page, structured: Structured) -> Iterator[str]:
    """Yield what the page calls the folders of its address that say what it is about."""
    for folder, text in names_of_folders(structured, page.url):
        if not _PATH_NOISE.match(folder) and not match_phrase(text):
            yield text


def _breadcrumbs(page: Page, structured: Structured) -> Iterator[str]:
    """Yield the steps of breadcrumbs between homepage and article, the last printed one first."""
    own = (page.url, *structured.links.get("canonical", ()))
    lists = (node for node in structured.nodes if "BreadcrumbList" in types_of(node))
    trails = [_steps_between(as_list(node.get("itemListElement")), own) for node in lists]
    yield from reversed([step for trail in (*trails, _printed_steps(structured)) for step in trail])


def _printed_steps(structured: Structured) -> Iterator[str]:
    """Yield the steps of the first printed breadcrumb but one that leads home."""
    trails = (list(mark.element.iter("a")) for mark in structured.marks.of("breadcrumb"))
    for place, link in enumerate(next(filter(None, trails), ())):
        if place or not is_root(link.get("href") or "?"):
            yield plain_text(str(link.text_content()))


def _steps_between(steps: list[object], own: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of the steps but a first one that leads home, and the article's own.

    The last one is the article unless it has another address.
    """
    named = [(name, _step_address(step)) for step in steps if (name := _step_name(step))]
    paths = {path_of(url) for url in own}
    for place, (name, address) in enumerate(named):
        is_home = place == 0 and is_root(address or "?")
        is_article = place == len(named) - 1 and (not address or path_of(address) in paths)
        if not is_home and not is_article:
            yield name


def _step_name(step: object) -> str | None:
    if not isinstance(step, dict):
        return None
    return as_text(step.get("name")) or name_of(step.get("item"))


def _step_address(step: object) -> str:
    item = step.get("item") if isinstance(step, dict) else None
    address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return address if isinstance(address, str) else ""


def _section_links(structured: Structured) -> Iterator[str]:
    """Yield the rubrics that are marked near the headline, then those below the text."""
    headline = next((mark.position for mark in structured.marks.headings), 0)
    for element, position in structured.marks.of("section"):
        near = headline - MAX_BEFORE <= position <= headline + MAX_BEHIND
        if near and not is_chrome(element) and "menu-item" not in (element.get("class") or ""):
            link = next(element.iter("a"), element)
            if len(str(element.text_content())) <= MAX_RUBRIC_BOX:
                yield str(link.text_content())
    for element, position in structured.marks.of("category"):
        if headline - MAX_BEFORE <= position and not is_chrome(element):
            yield str(element.text_content())
