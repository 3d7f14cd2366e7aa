"""Where to begin on a site that nobody described."""

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
