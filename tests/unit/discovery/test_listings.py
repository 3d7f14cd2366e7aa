"""What a listing is, is told by its content."""

import gzip
import re

import pytest

from newscrawl.discovery.listings import read_listing
from newscrawl.discovery.site import Site

RSS = b"<rss><channel><item><title>T</title><link>/6011400-a-b-c.html</link></item></channel></rss>"
SITEMAP = b"<urlset><url><loc>/6011400-a-b-c.html</loc></url></urlset>"
CARD = b'<a href="/6011400-a-b-c.html"><h3>A headline of some words</h3></a>'

KINDS = [
    ("feed", RSS),
    ("feed", b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- by x -->" + RSS),
    ("feed", RSS.decode().encode("utf-16")),
    ("feed", b'<feed xmlns="x"><entry><title>T</title><link href="/a"/></entry></feed>'),
    ("feed", b"<?xml version='1.0'?><!-- <html> made <head> readable by a style sheet -->" + RSS),
    ("sitemap", SITEMAP),
    ("sitemap", gzip.compress(SITEMAP, mtime=0)),
    ("sitemap", b'<?xml-stylesheet href="x.xsl"?>\n' + SITEMAP),
    ("sitemap", b"https://a.example/6011400-a-b-c.html\nhttps://a.example/6011401-a-b-c.html"),
    ("sitemap_index", b"<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>"),
    ("json_feed", b'{"version": "https://jsonfeed.org/version/1","i": [{"url":"/x","title":"T"}]}'),
    ("json_api", b'[{"url": "/6011400-a-b-c.html", "title": "T"}]'),
    ("section", b"<!doctype html><html><body>" + CARD + b"</body></html>"),
    ("section", b"<html><body><p>No link at all</p></body></html>"),
    ("fragment", b"<div class=row>" + CARD + b"</div>"),
    ("empty", b""),
    ("empty", b" \r\n "),
    ("empty", b"<div></div>"),
    ("empty", b'{"html": ""}'),
    ("unknown", b"Not found"),
    ("unknown", b"\x89PNG\r\n\x1a\n\x00\x00"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), KINDS)
def test_kind_is_told_by_content(kind, body):
    listing = read_listing(body, url="https://a.example/download.php")
    assert listing.kind == kind
    assert bool(list(listing.candidates)) == (
        kind not in {"empty", "unknown", "sitemap_index"} and b"No link" not in body
    )


FILTERS = [
    ("foreign", "https://b.example/6011400-a-b-c.html", "offsite"),
    ("other shape", "https://a.example/video/1", "not_article_url"),
]


@pytest.mark.parametrize(("url", "reason"), [c[1:] for c in FILTERS], ids=[c[0] for c in FILTERS])
@pytest.mark.parametrize(
    "template",
    ["<rss><item><link>{}</link></item></rss>", "<urlset><url><loc>{}</loc></url></urlset>"],
)
def test_entry_that_is_not_wanted_is_counted(template, url, reason):
    listing = read_listing(
        template.format(url).encode(),
        url="https://a.example/x",
        site=Site(article_url=re.compile(r"\d{7}-"), domains=frozenset({"a.example"})),
    )
    assert list(listing.candidates) == []
    assert +listing.skipped == {reason: 1}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/", "homepage"),
        ("/news/", "section"),
        ("/a/paper.pdf", "file"),
        ("/2019/05/20/", "archive"),
        ("/news/page/3/", "pagination"),
        ("/impressive", "section"),
        ("/tag/some-long-name-of-a-tag/", "section"),
        ("/news/article_tag/snow", "section"),
        ("/author/ann-lee", "section"),
        ("/category/world/", "section"),
        ("/tag/snow-closes-the-road-6011400", None),
        ("/category/snow-closes-the-road.html", None),
        ("/snow-closes-the-road", None),
        ("/a/b", None),
    ],
)
def test_page_of_a_sitemap_that_is_surely_no_article_is_left_out(path, reason):
    body = f"<urlset><url><loc>{path}</loc></url></urlset>".encode()
    listing = read_listing(body, url="https://a.example/sitemap.xml")
    assert bool(list(listing.candidates)) is (reason is None)
    assert dict(+listing.skipped) == ({reason: 1} if reason else {})


def test_fragment_leads_to_its_next_page():
    url = "https://a.example/news/?handler=LoadMoreNews&p=1&type=list"
    listing = read_listing(b"<div>" + CARD + b"</div>", url=url)
    assert [(link.url, link.kind) for link in listing.listings] == [
        (url.replace("p=1", "p=2"), "next")
    ]


def test_past_the_end_there_is_no_next_page():
    assert read_listing(b"", url="https://a.example/news/?p=99").listings == ()


def test_list_of_a_day_is_an_archive():
    page = b"<html><body>" + CARD + b"</body></html>"
    (candidate,) = read_listing(page, url="https://a.example/2019/05/20").candidates
    assert candidate.method == "archive"


def test_other_encoding_of_a_page_is_decoded():
    page = '<html><body><h2><a href="/6011400-a-b-c.html">Снег закрыл дорогу</a></h2></body></html>'
    listing = read_listing(page.encode("cp1251"), url="https://a.example/", encoding="cp1251")
    assert [candidate.title for candidate in listing.candidates] == ["Снег закрыл дорогу"]


STATES = [
    ("framework", '<script type="application/json">{"props": {"list": [%s]}}</script>'),
    ("JSON-LD", '<script type="application/ld+json">{"itemListElement": [%s]}</script>'),
]


@pytest.mark.parametrize("template", [c[1] for c in STATES], ids=[c[0] for c in STATES])
def test_page_drawn_by_a_script_is_read_from_its_state(template):
    items = ", ".join(
        f'{{"url": "{url}", "name": "A name"}}'
        for url in (
            "/6011400-a-b-c.html",
            "/",
            "/politics/",
            "https://b.example/6011400-a-b-c.html",
        )
    )
    page = f"<html><body><div id=app></div>{template % items}</body></html>"
    listing = read_listing(page.encode(), url="https://a.example/news/")
    assert [candidate.url for candidate in listing.candidates] == [
        "https://a.example/6011400-a-b-c.html"
    ]
