"""What a page states for machines, in one table a kind of statement."""

from __future__ import annotations

import json

import pytest

from newscrawl.extraction.page.structured import Structured, read_structured
from newscrawl.extraction.page.tree import parse_page

URL = "https://www.bernpost.example/weather/2024/05/snow-in-may-104711"


def read(html: str, url: str = URL) -> Structured:
    return read_structured(parse_page(html, url=url))


def read_ld(*objects: object, html: str = "") -> Structured:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in objects
    )
    return read(f"<html><head>{scripts}</head><body>{html}</body></html>")


OWN = {"@type": "NewsArticle", "headline": "Snow in May", "url": URL, "datePublished": "2024-05-02"}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Sun in June",
    "url": "https://www.bernpost.example/other-3",
}

ARTICLES = {
    "the only one": [OWN],
    "in a graph": [{"@graph": [{"@type": "WebSite", "name": "Bern Post"}, OWN]}],
    "in a list": [[{"@type": "BreadcrumbList"}, OWN]],
    "as main entity of a page": [{"@type": "WebPage", "mainEntity": OWN}],
    "as the page's main entity of page": [{"@type": "WebPage", "mainEntityOfPage": OWN}],
    "behind another article": [OTHER, OWN],
    "before another article": [OWN, OTHER],
    "beside teasers": [{"@type": "ItemList", "itemListElement": [OTHER, {"item": OTHER}]}, OWN],
    "beside its part": [
        {**OWN, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False"}}
    ],
    "several types": [{**OWN, "@type": ["Article", "https://schema.org/NewsArticle"]}],
    "without a type": [{"headline": "Snow in May", "datePublished": "2024-05-02"}],
    "beside a review of something": [
        {"@type": "Product", "review": {"@type": "Review", "headline": "Fine"}},
        OWN,
    ],
    "with types of every wrong kind": [OWN, {"@type": 5}, {"@type": None}, [[[]]], "text", 7, None],
}


@pytest.mark.parametrize("objects", ARTICLES.values(), ids=ARTICLES)
def test_main_article_is_chosen_among_all_objects(objects: list[object]) -> None:
    assert read_ld(*objects).article["headline"] == "Snow in May"


@pytest.mark.parametrize(
    "html",
    ["<h1>Snow in May</h1>", "<h1>Snow in <b>May</b>!</h1>", "<title>Snow in May | Post</title>"],
)
def test_headline_of_the_page_tells_its_article_where_no_address_does(html: str) -> None:
    own = {"@type": "Article", "headline": "Snow in May"}
    other = {"@type": "NewsArticle", "headline": "Sun in June", "datePublished": "2024-05-02"}
    assert read_ld(other, own, html=html).article["headline"] == "Snow in May"


def test_page_without_article_object_has_an_empty_one() -> None:
    assert read_ld({"@type": "WebSite", "name": "Bern Post"}).article == {}


def test_what_the_article_lacks_comes_from_its_twin() -> None:
    twin = {"@type": "Article", "headline": "Snow in May", "author": {"name": "Jane Doe"}}
    article = read_ld(OWN, twin).article
    assert (article["author"], article["datePublished"]) == ({"name": "Jane Doe"}, "2024-05-02")


def test_reference_is_resolved_to_the_object_with_its_name() -> None:
    person = {"@id": "#jane", "@type": "Person", "name": "Jane Doe"}
    structured = read_ld({"@graph": [OWN | {"author": {"@id": "#jane"}}, person]})
    assert structured.resolve(structured.article["author"]) == person
    assert structured.resolve("Jane Doe") == "Jane Doe"
    assert structured.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_json_ld_in_a_meta_tag_is_read() -> None:
    content = json.dumps(OWN).replace('"', "&quot;")
    structured = read(f'<meta name="script:ld+json" content="{content}">')
    assert structured.article == OWN


def test_broken_script_is_told_and_a_good_one_is_not() -> None:
    assert read('<script type="application/ld+json">{"a": 1,}</script>').broken
    assert not read_ld(OWN).broken


def test_meta_links_title_and_language_are_read_by_lower_case_name() -> None:
    structured = read(
        """<html lang="de-CH"><head><title> Snow in
        May </title><meta property="OG:Title" content="Snow"><meta name="Author" content="Jane">
        <meta name="author" content="Ann"><meta name="empty"><meta http-equiv="Content-Language"
        content="de"><link rel="canonical nofollow" href="/snow"><link rel="CANONICAL" href="/b">
        </head><body><svg><title>Icon</title></svg></body></html>"""
    )
    assert structured.meta["og:title"] == ["Snow"]
    assert structured.meta["author"] == ["Jane", "Ann"]
    assert structured.meta["content-language"] == ["de"]
    assert "empty" not in structured.meta
    assert structured.links["canonical"] == ["/snow", "/b"]
    assert structured.title_tag == "Snow in May"
    assert structured.language == "de-CH"


ITEMS = {
    "text": ('<p itemprop="headline">Snow <b>falls</b></p>', {"headline": ["Snow falls"]}),
    "content": (
        '<meta itemprop="datePublished" content="2024-05-02">',
        {"datePublished": ["2024-05-02"]},
    ),
    "time": (
        '<time itemprop="datePublished" datetime="2024-05-02">May</time>',
        {"datePublished": ["2024-05-02"]},
    ),
    "image": ('<img itemprop="image" src="/a.jpg">', {"image": ["/a.jpg"]}),
    "several names": (
        '<p itemprop="name headline">Snow</p>',
        {"name": ["Snow"], "headline": ["Snow"]},
    ),
    "nested object": (
        '<p itemprop="author" itemscope>by <b itemprop="name">Jane Doe</b>, Bern</p>',
        {"author": ["Jane Doe"], "author.name": ["Jane Doe"]},
    ),
    "comment": (
        """<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
        <b itemprop="author">Troll</b></div><b itemprop="author">Jane Doe</b>""",
        {"author": ["Jane Doe"]},
    ),
    "dates of teasers": (
        """<aside><b itemprop="author">Jane Doe</b>
        <time itemprop="datePublished">2024-05-04</time></aside>
        <a href="/rain"><h3>Rain</h3><time itemprop="datePublished">2024-05-03</time></a>
        <a href="/snow"><time itemprop="datePublished">2024-05-02</time></a>""",
        {"author": ["Jane Doe"], "datePublished": ["2024-05-02"]},
    ),
    "long text is left out": ('<div itemprop="articleBody">Snow fell.</div>', {}),
    "empty": ('<p itemprop="author"></p>', {}),
}


@pytest.mark.parametrize(("html", "items"), ITEMS.values(), ids=ITEMS)
def test_microdata_is_read_by_property(html: str, items: dict[str, list[str]]) -> None:
    assert read(html).itemprops == items
