"""Whatever a site sends costs at most that listing: no exception, bounded time, sane values."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.discovery.archives import find_day_archive
from newscrawl.discovery.entry_points import find_entry_points
from newscrawl.discovery.listings import read_listing
from newscrawl.discovery.pagination import next_page_url
from newscrawl.discovery.traps import find_trap
from newscrawl.discovery.urls import (
    article_key,
    is_plausible_canonical,
    normalize_url,
    resolve_link,
    site_of,
    url_span,
)

URL = "https://a.example/list"
SEEDS = [
    b"<rss><item><title>A &amp; B</title><link>/1?a=1&amp;b=2</link></item></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/><id>x</id></entry></feed>',
    b"<urlset><url><loc>/1</loc><lastmod>2019-05-20</lastmod></url></urlset>",
    b"<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>",
    b'{"items": [{"url": "/1", "title": "T", "date": "2019-05-20"}], "html": "<a href=/x>y</a>"}',
    b'<html><body><h2><a href="/6011400-a-b-c.html">A headline of words</a></h2></body></html>',
]
BREAKERS = (
    b"< > & &#0; ]]> <![CDATA[ <!DOCTYPE \0 \xff\xfe <item> </item> <url> <link/> { [ http:// // %"
)
PIECES = st.sampled_from(BREAKERS.split())


@st.composite
def mutants(draw):
    body = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(body)))
        cut = draw(st.integers(0, 8))
        body = body[:at] + draw(st.one_of(PIECES, st.binary(max_size=6))) + body[at + cut :]
    return body


def check(body: bytes) -> None:
    listing = read_listing(body, url=URL)
    for candidate in listing.candidates:
        assert candidate.url.startswith(("http://", "https://"))
        assert len(article_key(candidate.url)) == 32
    assert all(link.url.startswith("http") for link in listing.listings)


@given(mutants())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_damaged_listing_is_read(body):
    check(body)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_bytes_are_read(body):
    check(body)


@given(st.one_of(st.text(max_size=80), st.from_regex(r"https?://[^\s]{1,60}", fullmatch=True)))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_address_has_a_form_a_key_and_a_site(text):
    normal = normalize_url(text)
    assert normal == "" or normal.startswith(("http://", "https://"))
    assert normalize_url(normal) == normal
    assert len(article_key(text)) == 32
    assert article_key(text, text) == article_key(text)
    assert isinstance(site_of(text), str)
    assert isinstance(is_plausible_canonical(text, URL), bool)
    assert resolve_link(text, URL) == resolve_link(resolve_link(text, URL), URL)
    url_span(text)
    find_trap(normal)
    find_day_archive(normal)
    next_page_url(normal)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_robots_txt_is_read(text):
    assert all(point.url.startswith("https://a.example") or point.method == "robots"
               for point in find_entry_points(text, None, URL))  # fmt: skip


LARGE = [
    ("links", b"<html><body>" + b"<div><a href='/6011400-a-b'>x y z</a></div>" * 15_000),
    ("nested tags", b"<html><body>" + b"<div>" * 100_000),
    ("entries", b"<rss>" + b"<item><link>/a-b-c</link></item>" * 15_000),
    ("ampersands", b"<rss><item><title>" + b"&" * 300_000),
    ("open CDATA", b"<rss><item><title>" + b"<![CDATA[" * 15_000),
    ("document types", b"<rss>" + b"<!DOCTYPE x [" * 15_000),
    ("attributes", b"<rss " + b"a='1' " * 15_000 + b"/>"),
    ("braces", b"{" * 300_000),
    ("brackets", b"[" * 300_000),
    ("spaces", b" " * 1_000_000 + b"<rss/>"),
    ("one address", b"http://" + b"a" * 1_000_000),
    ("one path", b"<urlset><url><loc>http://a.example/" + b"../" * 200_000),
    ("script", b"<html><script>" + b"'?handler" * 50_000 + b"</script></html>"),
]


@pytest.mark.parametrize("body", [c[1] for c in LARGE], ids=[c[0] for c in LARGE])
def test_large_listing_takes_linear_time(body):
    start = time.process_time()
    check(body)
    # Seconds; each is up to 1 MB and takes 0.01 to 0.7. What is quadratic takes minutes.
    assert time.process_time() - start < 8
