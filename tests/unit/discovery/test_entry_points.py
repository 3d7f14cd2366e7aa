"""Where to begin on a site that nobody described."""

import pytest

from newscrawl.discovery.entry_points import find_entry_points
from newscrawl.extraction.page.tree import parse_page

URL = "https://www.a.example/"
ROBOTS = """User-agent: *
Disallow: /search
Sitemap: https://www.a.example/sitemap-images.xml
sitemap: /sitemap-index.xml
SITEMAP : https://www.a.example/google-news.xml  # for news
Sitemap: javascript:x
"""
FRONT_PAGE = """<html><head>
<link rel="alternate" type="application/rss+xml" href="/rss/all.rss" title="All">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="alternate" hreflang="kk" href="https://kaz.a.example/">
<link rel="stylesheet" href="/x.css"></head><body>
<nav><a href="/">Home</a><a href="/politics/">Politics</a><a href="/sport/">Sport</a>
<a href="/login">Log in</a><a href="https://b.example/trips/">Trips</a>
<a href="https://events.a.example/events/">Events</a></nav>
<main><h2><a href="/politics/6011400-a-headline-of-words.html">A headline of some words</a></h2>
<a href="/2019/05/20/">Yesterday</a>
<a href="/gallery/sport/20190520/">Pictures</a></main>
<footer><a href="/about-us/">About us</a></footer></body></html>"""


def find(robots=ROBOTS, html=FRONT_PAGE):
    page = parse_page(html, url=URL) if html else None
    return find_entry_points(robots, page, URL)


def paths(points, **wanted):
    return [
        point.url.removeprefix("https://www.a.example")
        for point in points
        if all(getattr(point, name) == value for name, value in wanted.items())
    ]


def test_what_the_site_names_comes_first_and_news_before_all():
    assert paths(find())[:3] == ["/google-news.xml", "/rss/all.rss", "/sitemap-index.xml"]


def test_sections_of_the_menu_are_found_and_nothing_else():
    assert paths(find(), kind="section", method="front_page") == ["/", "/politics/", "/sport/"]


def test_day_archive_is_found():
    assert paths(find(), kind="archive") == ["/2019/05/20/"]


def test_listings_of_other_things_come_last():
    assert set(paths(find())[-2:]) == {"/sitemap-images.xml", "/comments/feed/"}


def test_each_is_named_once_and_by_the_better_witness():
    points = find("Sitemap: https://www.a.example/sitemap.xml\n" * 3)
    assert paths(points, method="robots") == ["/sitemap.xml"]
    assert paths(points).count("/sitemap.xml") == 1


def test_usual_places_are_tried_when_nothing_is_known():
    points = find(None, None)
    assert paths(points)[0] == "/"
    guesses = paths(points, method="guess")
    assert {"/sitemap.xml", "/rss.xml", "/feed/", "/news-sitemap.xml"} <= set(guesses)


def test_other_editions_and_sites_are_not_entry_points():
    hosts = {point.url.split("/")[2] for point in find()}
    assert hosts == {"www.a.example"}


def test_thousand_sections_and_sitemaps_are_bounded():
    menu = "".join(f'<a href="/section{n}/">S</a>' for n in range(1000))
    points = find("Sitemap: /{}.xml\n" * 1000, f"<html><nav>{menu}</nav></html>")
    assert len(paths(points, kind="section")) <= 22
    robots = "".join(f"Sitemap: /{n}.xml\n" for n in range(1000))
    assert len(paths(find(robots, None), method="robots")) == 50


def menu(*queries, path="index.php", words="Farming", tag="td"):
    links = "".join(f"<a href='{path}?{query}'>{words}</a> | " for query in queries)
    return f"<html><body><table><tr><{tag}>{links}</{tag}></table></body></html>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(menu("cat=1", "cat=2", "cat=3"), ["cat=1", "cat=2", "cat=3"], id="numbers"),
        pytest.param(menu("rubric=village", "rubric=sport"), ["rubric=village", "rubric=sport"],
                     id="words"),
        pytest.param(menu("id_cat=4", "id_cat=5", tag="nav"), ["id_cat=4", "id_cat=5"], id="nav"),
        pytest.param(menu("rubrique4", "rubrique12"), ["rubrique4", "rubrique12"], id="no sign"),
        pytest.param(menu("m=content&c=index&a=lists&catid=9", "m=content&c=index&a=lists&catid=6"),
                     ["m=content&c=index&a=lists&catid=9", "m=content&c=index&a=lists&catid=6"],
                     id="beside what is the same in all"),
        pytest.param(menu("c=1", "c=2", "c=1"), ["c=1", "c=2"], id="each once"),
        pytest.param(menu("cat=1"), [], id="alone"),
        pytest.param(menu(*(f"cat={n}" for n in range(21))), [], id="too many"),
        pytest.param(menu("cat=1", "cat=2", words="Snow closes the long road to the north"), [],
                     id="headlines"),
        pytest.param(menu("cat=1", "cat=2", words="2"), [], id="numbers of a pager"),
        pytest.param(menu("cat=1", "cat=2", tag="footer"), [], id="footer"),
        pytest.param(menu("q=snow", "q=rain"), [], id="search"),
        pytest.param(menu("cat=1", "cat=2", path="search.php"), [], id="search of a section"),
        pytest.param(menu("cid=8580166", "cid=8580240", path="comments.pl"), [], id="comments"),
        pytest.param(menu("cat=1&s=snow", "cat=2&s=snow"), [], id="search in a section"),
        pytest.param(menu("cat=1&sort=date", "cat=2&sort=date"), [], id="sorted"),
        pytest.param(menu("c=login", "c=register"), [], id="login"),
        pytest.param(menu("cat=1&action=print", "cat=2&action=print"), [], id="print"),
        pytest.param(menu("lang=en", "lang=kk"), [], id="language"),
        pytest.param(menu("c=en", "c=kk", "c=ru"), [], id="language by another name"),
        pytest.param(menu("month=2019-05", "month=2019-06"), [], id="calendar"),
        pytest.param(menu("cat=1&month=5", "cat=2&month=5"), [], id="calendar of a section"),
        pytest.param(menu("sid=1", "sid=2"), [], id="session"),
        pytest.param(menu("cat=1&page=2", "cat=2&page=2"), [], id="pages"),
        pytest.param(menu("id=7&cat=1", "id=8&cat=2"), [], id="articles"),
        pytest.param(menu("id=7&cat=1", "id=7&cat=2"), [], id="one article in sections"),
        pytest.param(menu("cat=1&color=red", "cat=2&color=blue"), [], id="filters"),
    ],
)  # fmt: skip
def test_a_menu_with_queries_leads_to_sections(html, expected):
    found = paths(find(None, html), kind="section", method="front_page")[1:]
    assert [path.partition("?")[2] for path in found] == expected


def test_a_section_below_the_front_page_itself_may_be_a_query():
    found = paths(find(None, menu("cat=1", "cat=2", path="/")), method="front_page")
    assert found == ["/", "/?cat=1", "/?cat=2"]
