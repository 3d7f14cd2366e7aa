"""Section, tags and kind of article."""

from __future__ import annotations

import json

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.metadata.article_type import read_article_type
from newscrawl.extraction.metadata.section import read_section
from newscrawl.extraction.metadata.tags import read_tags, split_tags
from newscrawl.extraction.page.structured import Structured, read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body, read_body

URL = "https://www.bernpost.example/104711"
SITE = '<meta property="og:site_name" content="Bern Post">'
TEXT = "It snowed in Bern, and winter came back for a day."
GENERIC = Rules()


def ld(**values: object) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "Snow"} | values)
    return f'<script type="application/ld+json">{data}</script>'


def crumbs(*names: str, addresses: tuple[str, ...] = ("",) * 4) -> str:
    steps = [
        {"@type": "ListItem", "position": n, "item": {"name": name, "@id": address}}
        for n, (name, address) in enumerate(zip(names, addresses, strict=False))
    ]
    data = json.dumps({"@type": "BreadcrumbList", "itemListElement": steps})
    return f'<script type="application/ld+json">{data}</script>'


SECTIONS = {
    "JSON-LD": (ld(articleSection="Weather"), "Weather"),
    "JSON-LD list in one string": (ld(articleSection="News,Weather, snow, bern"), "Weather"),
    "JSON-LD list of two": (ld(articleSection="Weather,Titles"), "Weather"),
    "JSON-LD list of one": (ld(articleSection="Weather, "), "Weather"),
    "JSON-LD list as JSON": (ld(articleSection='["Weather", "Bern"]'), "Weather"),
    "JSON-LD trail": (ld(articleSection="Home, Weather"), "Weather"),
    "JSON-LD with a comma": (ld(articleSection="Snow, Ice & Winter"), "Snow, Ice & Winter"),
    "JSON-LD list": (ld(articleSection=["", None, "Weather", "Bern"]), "Weather"),
    "JSON-LD of wrong types": (ld(articleSection=[5, {"a": 1}]), None),
    "meta": ('<meta property="article:section" content="Погода">', "Погода"),
    "nothing that says something": (
        '<meta property="article:section" content="Uncategorized">',
        None,
    ),
    "microdata": ('<meta itemprop="articleSection" content="Wetter">', "Wetter"),
    "breadcrumb data": (SITE + crumbs("Home", "Bern Post", "Weather", "Snow falls"), "Weather"),
    "breadcrumb of microdata": (
        (
            '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li><a href="/">Start</a>'
            '<li><a href="/w">Wetter</a></ol>'
        ),
        "Wetter",
    ),
    "breadcrumb": (
        '<ul class="breadcrumbs"><li><a>Главная</a><li><a>Погода</a><li>Снег</ul>',
        "Погода",
    ),
    "rubric near the headline": ('<a class="category">Ауа райы</a><h1>Қар</h1>', "Ауа райы"),
    "rubric in the menu": ('<nav><a class="category">Sports</a></nav><h1>Snow</h1>', None),
    "a way back": ('<a class="category">← All posts</a><h1>Snow</h1>', None),
    "arrow before a rubric": ('<a class="category">‹ Weather</a><h1>Snow</h1>', "Weather"),
    "who published it": ('<a class="category">Publié par Ann</a><h1>Neige</h1>', None),
    "end of a Chinese trail": ('<a class="category">天气 正文</a><h1>雪</h1>', "天气"),
    "a button": ('<nav></nav><em class="category">언론사 보러가기</em><h1>눈</h1>', None),
    "the site's name": (SITE + ld(articleSection="Bern Post"), None),
    "a sentence": (ld(articleSection="All the news of the weather in the town of Bern"), None),
    "the host's name": (crumbs("bernpost.example", "Weather", "Snow falls"), "Weather"),
    "the host and a folder": (ld(articleSection=["bernpost.example/ice", "Weather"]), "Weather"),
    "a category and its number": (ld(articleSection=["Starters (31)", "Bread"]), "Bread"),
    "home by another name": (crumbs("TOP", "Weather", "Snow falls"), "Weather"),
    "template": ('<a class="category">{{section.name}}</a><h1>Snow</h1>', None),
    "home by its address": (
        crumbs(
            "Journal", "Weather", "Snow", addresses=("https://bernpost.example/", "/weather", "")
        ),
        "Weather",
    ),
    "home by its address in markup": (
        '<div class="breadcrumbs"><a href="/de/">Journal</a> <a href="/w">Wetter</a></div>',
        "Wetter",
    ),
    "section with a host of its own": (
        crumbs(
            "Snow News", "Weather", addresses=("https://a.example", "https://weather.a.example")
        ),
        "Weather",
    ),
    "breadcrumb that ends above the article": (
        crumbs("Home", "Weather", addresses=("/", "/weather")),
        "Weather",
    ),
    "breadcrumb that ends with the article": (
        crumbs("Home", "Snow falls", addresses=("/", "/104711")),
        None,
    ),
    "breadcrumb of several steps": (crumbs("Home", "Weather", "Alps", "Snow"), "Alps"),
    "breadcrumb without a link": (
        '<p class="breadcrumbs">/</p><p class="breadcrumbs"><a href="/w">Weather</a></p>',
        "Weather",
    ),
    "breadcrumb that only its label names": (
        '<nav class="flex" aria-label="Breadcrumb"><a href="/w">Weather</a></nav>',
        "Weather",
    ),
    "article whose class names its category": (
        f'<article class="category-w"><h1>Snow</h1><a href="/05">2 May</a>{TEXT * 3}</article>',
        None,
    ),
    "item of a menu": (
        '<li class="menu-item category"><a href="/x">Cup</a></li><h1>Snow</h1>',
        None,
    ),
    "category below the text": (
        f'<h1>Snow</h1>{"<p>Snow</p>" * 40}<p>In <a rel="category tag" href="/c/w">Weather</a></p>',
        "Weather",
    ),
    "category in the article's footer": (
        '<article><h1>Snow</h1><footer><a rel="category" href="/w">Weather</a></footer></article>',
        "Weather",
    ),
    "beginning of the headline": ('<p class="kicker">Bern:</p><h1>Snow</h1>', None),
    "a word for news": (
        '<meta property="article:section" content="Aktuelles">'
        + crumbs("Home", "Wetter", "Schnee"),
        "Wetter",
    ),
    "a call in the place of a rubric": (
        '<h1>Snow</h1><div class="rubric">Follow us</div><a class="rubric">Weather</a>',
        "Weather",
    ),
    "links to others in the place of a rubric": (
        '<h1>Snow</h1><div class="rubric">Read also</div><a class="rubric">Weather</a>',
        "Weather",
    ),
    "filed under nothing": ('<meta property="article:section" content="未分類">', None),
}


@pytest.mark.parametrize(("html", "section"), SECTIONS.values(), ids=SECTIONS)
def test_section_is_read(html: str, section: str | None) -> None:
    assert section_of(f"<html><body>{html}</body></html>") == section


def section_of(html: str, *, url: str = URL, authors: tuple[str, ...] = ()) -> str | None:
    page = parse_page(html, url=url)
    structured = read_structured(page)
    body = read_body(page, structured, title="Snow", rules=GENERIC)
    return read_section(page, structured, GENERIC, body, title="Snow", authors=authors)[0]


MENU = (
    '<p><a href="/old/weather">Archive</a> <a href="/rus/">Русский</a>'
    '<a href="/альпы/">Альпы</a></p>'
    '<ul><li><a href="/extra/">Search</a><li><a href="/">Post</a>'
    '<li><a href="/weather/">Weather</a><li><a href="/w-2/">Water</a>'
    '<li><a href="/news/local-news">Local</a><li><a href="/de/wetter">Wetter</a>'
    '<li><a href="/de/">Deutsch</a><li><a href="/sport">Back to Sport</a>'
    '<li><a href="/jd">Jo Doe</a>'
    '<li><a href="https://a.example/culture">Arts <b>(current)</b></a></ul>'
)
PARAGRAPHS = f"<p>{TEXT * 3}</p>" * 3
FOLDERS = {
    "https://a.example/weather/snow.html": "Weather",
    "https://a.example/news/local-news/2024/05/snow": "Local",
    "https://a.example/de/wetter/schnee": "Wetter",
    "https://a.example/de/schnee": None,
    "https://a.example/rus/sneg": None,
    "https://a.example/extra/snow": None,
    "https://a.example/culture/snow": "Arts",
    "https://a.example/%D0%B0%D0%BB%D1%8C%D0%BF%D1%8B/sneg": "Альпы",
    "https://a.example/sport/snow": None,
    "https://a.example/jd/snow": None,
    "https://a.example/politics/snow": None,
    "https://a.example/2024/05/02/snow": None,
    "https://a.example/weather": None,
    "http://[broken/weather/snow": None,
    "": None,
}


@pytest.mark.parametrize(("url", "section"), FOLDERS.items())
def test_section_is_at_last_what_the_menu_calls_a_folder_of_the_address(
    url: str, section: str | None
) -> None:
    assert section_of(f"{MENU}<h1>Snow</h1>", url=url, authors=("Jo Doe",)) == section


SLUGS = {"news/local-news": "Local", "weather": "Weather", "news/politics": "politics"}


@pytest.mark.parametrize(("slug", "section"), SLUGS.items())
def test_slug_stated_as_section_is_told_as_the_menu_prints_it(slug: str, section: str) -> None:
    assert section_of(ld(articleSection=slug) + MENU) == section


def article(above: str, *, menu: str = MENU) -> str:
    return f"{menu}<main>{above}<h1>Snow</h1>{PARAGRAPHS}</main>"


PRINTED_ABOVE = {
    "trail": ("<p>首页 &gt; 社会 &gt; 正文</p>", "社会"),
    "announced trail": ("<p>Sie sind hier: Wetter › Snow</p>", "Wetter"),
    "trail that ends with a day": ("<p>Wetter » 12. November 2015</p>", "Wetter"),
    "trail with slashes": ("<p>Home / Wetter</p>", "Wetter"),
    "no trail": ("<p>Snow/rain</p>", None),
    "trail that ends with a clock": ("<p>Wetter » 19:14</p>", "Wetter"),
    "link to a folder": ('<p><a href="/w/alps/">Alps</a></p>', "Alps"),
    "link to a page": ('<p><a href="/w/alps-104711">Alps</a></p>', None),
    "two links": ('<p><a href="/a/">Alps</a> <a href="/b/">Bern</a></p>', None),
    "link in a sentence": ('<p>Read more in <a href="/a/">Alps</a></p>', None),
    "item of the menu": ("<p>Water</p>", "Water"),
    "no item of the menu": ("<p>Alps</p>", None),
    "call": ('<p><a href="/newsletter/">Subscribe now</a></p>', None),
    "button": ('<p><a href="/find/">Search</a></p>', None),
    "author": ('<p><a href="/doe/">Ann Doe</a></p>', None),
    "chrome": ('<nav><a href="/a/">Alps</a></nav>', None),
    "menu": ("<ul><li>Up<li>Off<li>Out" + "<li><a href='/a/'>Alps</a></ul>", None),
    "far above": ('<p><a href="/a/">Alps</a></p><p>Text</p><p>Text</p>', None),
}


@pytest.mark.parametrize(("above", "section"), PRINTED_ABOVE.values(), ids=PRINTED_ABOVE)
def test_section_is_printed_above_the_headline(above: str, section: str | None) -> None:
    assert section_of(article(above), authors=("Ann Doe",)) == section


@pytest.mark.parametrize(
    ("line", "section"),
    [
        pytest.param('<a href="/w">Weather</a> · 3 March 2025 · 6 min read', "Weather", id="link"),
        pytest.param("Wetter | 17:20 / 18.04.2025", "Wetter", id="item of the menu"),
        pytest.param("Weather forecast | 3 March 2025", None, id="not in the menu"),
        pytest.param('<a href="/u/jane_d">jane_d</a>, 3 March 2025', None, id="account"),
        pytest.param('<a href="/publ">Published</a> 3 March 2025', None, id="label"),
        pytest.param('<a href="/w">Weather</a> and more of it', None, id="no date"),
    ],
)
def test_section_is_printed_beside_the_date(line: str, section: str | None) -> None:
    body = f"{MENU}<article><h1>Snow</h1><p>{line}</p>{PARAGRAPHS}</article>"
    assert section_of(f"<html><body>{body}</body></html>", url="https://a.example/1") == section


def test_link_outside_the_article_is_no_rubric() -> None:
    assert section_of(article("", menu='<p><a href="/demo/">Demo</a></p>')) is None


def test_rule_for_the_section_comes_first() -> None:
    page = parse_page(ld(articleSection="Weather") + '<b class="r">Bern</b>', url=URL)
    rules = Rules(section="b.r")
    body = read_body(page, read_structured(page), title="", rules=rules)
    found = read_section(page, read_structured(page), rules, body, title="", authors=())
    assert found == ("Bern", "rules")


TAGS = {
    "article:tag": (
        '<meta property="article:tag" content="Snow"><meta property="article:tag" content="Bern">',
        ["Snow", "Bern"],
    ),
    "one list in article:tag": (
        '<meta property="article:tag" content="Snow, Bern">',
        ["Snow", "Bern"],
    ),
    "links": (
        '<div class="tags"><a href="/tag/snow">#Snow</a> <a href="/tag/bern">Bern</a></div>',
        ["Snow", "Bern"],
    ),
    "tags in a list of camels": (
        '<div class="TagsList"><a href="/ski/" class="TagsList__tag">Ski</a></div>',
        ["Ski"],
    ),
    "tags in one word": (
        '<p class="article__taglist"><span>Themen</span><a href="/bern/info">Bern</a></p>',
        ["Bern"],
    ),
    "tags in other words": (
        '<div class="c-temas"><ul><li><a href="/n/nieve">Nieve</a></li></ul></div>',
        ["Nieve"],
    ),
    "tags in two words": ('<ul class="mots-cles"><li><a href="/n/">Neige</a></li></ul>', ["Neige"]),
    "things that are tags": ('<ul class="entities__list"><a href="/n/">Neve</a></ul>', ["Neve"]),
    "tags in Polish": ('<div class="tagi"><a href="/n/">Śnieg</a></div>', ["Śnieg"]),
    "rel tag": ('<a rel="tag" href="/x">Қар</a>', ["Қар"]),
    "category link is no tag": ('<div class="cat"><a href="/category/snow">Snow</a></div>', []),
    "category links beside tags": (
        '<a rel="category tag" href="/c/w">Weather</a> <a rel="tag" href="/t/snow">Snow</a>',
        ["Snow"],
    ),
    "category links alone": ('<a rel="category tag" href="/w">Weather</a>', []),
    "category in a box of tags": (
        '<p class="tags"><a rel="category tag" href="/w">Cold</a> <a href="/tag/snow">Snow</a></p>',
        ["Snow"],
    ),
    "category that a blog calls a tag": (
        '<a rel="tag" href="/category/cold/">Cold</a> <a rel="tag" href="/tag/snow">Snow</a>',
        ["Snow"],
    ),
    "tags in a box of categories": (
        '<ul class="entry-categories"><li><a rel="tag" href="/c">Cold</a></li></ul>',
        [],
    ),
    "button to follow a tag": (
        '<p class="tags"><a href="/tag/snow">Snow</a> <a href="/tag/#">+Follow</a></p>',
        ["Snow"],
    ),
    "meta with labels of machines": (
        '<meta name="parsely-tags" content="type:article, Snow, section-winter, Bern">',
        ["Snow", "Bern"],
    ),
    "JSON-LD with settings of the system": (
        ld(keywords=["Day: Thursday", "Language: English", "WC: 100-199"]),
        [],
    ),
    "JSON-LD with a mood": (ld(keywords=["Snow", "Negative", "Overall Negative"]), ["Snow"]),
    "tags in the article's footer": (
        (
            '<article><h1>Snow</h1><footer><a rel="tag" href="/x">Bern</a></footer></article>'
            '<footer><a rel="tag" href="/y">Cup</a></footer>'
        ),
        ["Bern"],
    ),
    "tags of the page's footer": (
        '<footer><p class="tags"><a href="/tag/x">Cup</a></p></footer>',
        [],
    ),
    "JSON-LD list": (ld(keywords=["Snow", "Bern", None, 5]), ["Snow", "Bern"]),
    "JSON-LD string": (ld(keywords="Snow, Bern"), ["Snow", "Bern"]),
    "JSON-LD with labels of machines": (ld(keywords=["tag:Snow", "type:article"]), ["Snow"]),
    "JSON-LD with topics": (ld(keywords=["topic/Snow", "sections/winter"]), ["Snow"]),
    "JSON-LD with what a machine found": (
        ld(keywords=["Snow", "Ice", "NLP Entity Tokens: Bern", "NLP Category: News"]),
        ["Snow", "Ice"],
    ),
    "JSON-LD with a slash": (ld(keywords=["Snow/Ice"]), ["Snow/Ice"]),
    "JSON-LD with categories and numbers": (
        ld(keywords=["Category: Bern", "cce15240-c52a-4887-a61a-cd64701d6596", "Snow"]),
        ["Snow"],
    ),
    "news keywords of every page": (
        '<meta name="news_keywords" content="news, sports, film, politics, cup, snow">',
        [],
    ),
    "the words of the title": (
        '<meta name="news_keywords" content="It, snowed, in, Bern, winter">',
        [],
    ),
    "what all pages link above the headline": (
        (
            '<p class="tags"><a href="/tag/cup">Cup</a></p><h1>Snow</h1>'
            '<p class="tags"><a href="/tag/bern">Bern</a><a href="/tags">All tags</a></p>'
        ),
        ["Bern"],
    ),
    "keywords of this article": (
        '<meta name="keywords" content="snow, Bern, winter">',
        ["snow", "Bern", "winter"],
    ),
    "switches of the system": (
        (
            '<meta property="article:tag" content="Snow, type_news, channel-home-, Front-Page">'
            '<meta property="article:tag" content="Bern; van-enable-latest; Van Gogh; van-life">'
        ),
        ["Snow", "Bern", "Van Gogh", "van-life"],
    ),
    "kind of page": ('<meta name="sailthru.tags" content="PageType: Article, Snow">', ["Snow"]),
    "kind of article": ('<meta name="sailthru.tags" content="Type: Live Event, Snow">', ["Snow"]),
    "keywords of every page": ('<meta name="keywords" content="news, sports, film, snow">', []),
    "same tag in two spellings": (ld(keywords=["Snow", "snow"]), ["Snow"]),
    "the site's name": (SITE + ld(keywords=["Snow", "Bern Post"]), ["Snow"]),
    "none": ("", []),
}


@pytest.mark.parametrize(("html", "tags"), TAGS.values(), ids=TAGS)
def test_tags_are_read(html: str, tags: list[str]) -> None:
    page = parse_page(f"<html><body>{html}<p>{TEXT}</p></body></html>", url=URL)
    assert read_tags(page, read_structured(page), GENERIC, Body(), title=TEXT)[0] == tags


@pytest.mark.table("tag_labels.tsv")
@pytest.mark.parametrize(
    "line",
    [
        '<div><span>{}</span> <a href="/q/1">Bern</a>, <a href="/q/2">Bridges</a></div>',
        '<h4>{}</h4><ul><li><a href="/q/1">Bern</a></li><li><a href="/q/2">Bridges</a></li></ul>',
    ],
    ids=["beside", "below"],
)
def test_links_behind_a_word_for_tags_are_tags(language: str, label: str, line: str) -> None:
    text = f"<p>{TEXT} {TEXT}</p>" * 3
    html = f'<html lang="{language}"><title>Snow</title><main><h1>Snow</h1><div>{text}</div>'
    assert extract(html + line.format(label), url=URL).tags == ["Bern", "Bridges"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Topics: the bridge and the <a href='/q/1'>ferry</a> over the lake of Thun</p>",
        "<h4>Read also</h4><ul><li><a href='/q/1'>Ferry returns</a></li></ul>",
        "<p>Tags</p><p>It was cold.</p>",
    ],
)
def test_links_behind_anything_else_are_no_tags(line: str) -> None:
    assert extract(f"<title>Snow</title><h1>Snow</h1><p>{TEXT}</p>{line}", url=URL).tags == []


@pytest.mark.parametrize(
    ("links", "tags"),
    [
        ('<a href="/aihe/snow">Snow</a> <a href="/aihe/bern">Bern</a>', ["Snow", "Bern"]),
        (
            '<a href="/tag/snow"><div>Snow</div></a><a href="/tag/bern"><div>Bern</div></a>',
            ["Snow", "Bern"],
        ),
        ('<a href="/tag/snow">Snow</a> <a href="/winter/ice">Ice</a>', []),
        ('<a href="/topics/winter/2026/snow">Snow</a> <a href="/topics/x/ice">Ice</a>', []),
        ('<a href="/tag/snow">Snow</a>', []),
        ('<nav><a href="/tag/snow">Snow</a> <a href="/tag/bern">Bern</a></nav>', []),
    ],
)
def test_links_behind_the_text_to_nothing_but_tags_are_tags(links: str, tags: list[str]) -> None:
    text = f"<p>{TEXT} {TEXT}</p>" * 3
    html = f"<title>Snow</title><h1>Snow</h1><div>{text}</div><div>{links}</div>"
    assert extract(html, url=URL).tags == tags


LISTS = {
    "Snow, Bern": ["Snow", "Bern"],
    "Snow; Bern, Canton": ["Snow", "Bern, Canton"],
    "雪、ベルン": ["雪", "ベルン"],
    "ثلج، برن": ["ثلج", "برن"],
    "«Snow», ": ["Snow"],
    "/Earth/Weather/Snow,/Earth/Places/Bern": ["Snow", "Bern"],
    "": [],
}


@pytest.mark.parametrize(("text", "tags"), LISTS.items())
def test_keyword_list_is_split_at_its_own_separator(text: str, tags: list[str]) -> None:
    assert split_tags(text) == tags


def typed(types: object) -> Structured:
    return read_structured(parse_page(ld(**{"@type": types}), url=URL))


TYPES = {
    "NewsArticle": "news",
    "OpinionNewsArticle": "opinion",
    "LiveBlogPosting": "live_blog",
    "ReviewNewsArticle": "review",
    "AnalysisNewsArticle": "analysis",
    "Recipe": "recipe",
    "AdvertiserContentArticle": "advertorial",
    "Article": None,
}


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_schema_type_tells_the_kind(name: str, kind: str | None) -> None:
    assert read_article_type(typed(name), None, URL)[0] == kind


RUBRICS = {
    "Opinion": "opinion",
    "Meinung": "opinion",
    "Opinion & Analysis": "opinion",
    "Meinung/Wirtschaft": "opinion",
    "Мнения": "opinion",
    "Пікір": "opinion",
    "Tribune": "opinion",
    "社説": "opinion",
    "Интервью": "interview",
    "Сұхбат": "interview",
    "Entrevista": "interview",
    "Rezension": "review",
    "Аналитика": "analysis",
    "Press releases": "press_release",
    "Sponsored": "advertorial",
    "Видео": "video",
    "Weather": "news",
    "Opinion polls": "news",
}


@pytest.mark.parametrize(("section", "kind"), RUBRICS.items())
def test_rubric_tells_the_kind_better_than_a_mere_news_type(section: str, kind: str) -> None:
    assert read_article_type(typed("NewsArticle"), section, URL)[0] == kind


def test_folder_of_the_address_tells_the_kind() -> None:
    url = "https://a.example/opinion/snow"
    assert read_article_type(typed("Article"), None, url) == ("opinion", "section")
