"""Sitemaps as specified, and as served: streamed, bounded, repaired, not believed blindly."""

import gzip
import time
import tracemalloc

import pytest

from newscrawl.discovery import sitemaps
from newscrawl.discovery.listings import read_listing
from newscrawl.discovery.sitemaps import read_sitemap

URL = "https://a.example/sitemap.xml"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def urlset(rows: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACES}>{rows}</urlset>'.encode()


def index(*children: tuple[str, str]) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{loc}</loc><lastmod>{lastmod}</lastmod></sitemap>"
        for loc, lastmod in children
    )
    return f"<sitemapindex {NAMESPACES}>{rows}</sitemapindex>".encode()


def row(number: int, lastmod: str = "") -> str:
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>https://a.example/{number}-slug.html</loc>{changed}</url>"


def test_news_entry_is_read_whole():
    listing = read_sitemap(
        urlset(
            """<url><loc> https://a.example/1 </loc><lastmod>2019-05-21T08:00:00+06:00</lastmod>
            <news:news><news:publication><news:name>Paper</news:name><news:language>ru</news:language>
            </news:publication><news:publication_date>2019-05-20T18:44:00+06:00</news:publication_date>
            <news:title>Снег &amp; лёд</news:title><news:keywords>a, b</news:keywords></news:news>
            <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></url>"""
        ),
        url=URL,
    )
    (candidate,) = listing.candidates
    assert listing.kind == "sitemap"
    assert candidate.url == "https://a.example/1"
    assert candidate.title == "Снег & лёд"
    assert candidate.date_published == "2019-05-20T18:44:00+06:00"
    assert candidate.date_modified == "2019-05-21T08:00:00+06:00"
    assert candidate.language == "ru"
    assert candidate.image == "https://a.example/1.jpg"


NEWS = "<x:news><x:publication_date>2019-05-20</x:publication_date><x:title>{}</x:title></x:news>"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("T", "T", id="namespace not declared"),
        pytest.param("A &amp;quot;quote&amp;quot;", 'A "quote"', id="escaped twice"),
        pytest.param("<![CDATA[A <b>bold</b> word]]>", "A bold word", id="markup"),
    ],
)
def test_news_entry_is_read_as_it_is_served(title, expected):
    body = urlset(f"<url><loc>/1</loc>{NEWS.format(title)}</url>")
    (candidate,) = read_sitemap(body, url=URL).candidates
    assert (candidate.title, candidate.date_published) == (expected, "2019-05-20")


def test_index_names_its_children_with_their_dates():
    listing = read_sitemap(
        index(("/sitemap/1.xml", "2019-05-20"), ("/sitemap/2.xml", "2019-06-20"), (URL, "")),
        url=URL,
    )
    assert listing.kind == "sitemap_index"
    assert [(link.url, link.date_modified) for link in listing.listings] == [
        ("https://a.example/sitemap/2.xml", "2019-06-20"),
        ("https://a.example/sitemap/1.xml", "2019-05-20"),
    ]
    assert listing.skipped == {"duplicate": 1}


@pytest.mark.parametrize(
    ("rows", "children"),
    [
        pytest.param("<url><loc>/1.xml</loc></url><url><loc>/2.xml.gz</loc></url>", 2, id="all"),
        pytest.param("<sitemap><loc><![CDATA[/1.xml]]></loc></sitemap>", 1, id="by-their-tag"),
        pytest.param("<url><loc>/1.xml</loc></url><url><loc>/a-b-c</loc></url>", 0, id="some"),
        pytest.param(
            "<url><loc>/a-b-c</loc><image:image><image:loc>/1.xml</image:loc></image:image></url>",
            0,
            id="none",
        ),
        pytest.param("", 0, id="empty"),
    ],
)
def test_sitemap_that_names_only_sitemaps_is_an_index(rows, children):
    listing = read_sitemap(urlset(rows), url=URL)
    assert listing.kind == ("sitemap_index" if children else "sitemap")
    assert len(listing.listings) == children


ORDERS = [
    ("numbers", ["/9.xml", "/10.xml", "/8.xml"], ["/10.xml", "/9.xml", "/8.xml"]),
    ("months", ["/2019-05.xml", "/2020-01.xml"], ["/2020-01.xml", "/2019-05.xml"]),
    ("news", ["/archive-7.xml", "/news.xml"], ["/news.xml", "/archive-7.xml"]),
    ("no sign", ["/b.xml", "/a.xml"], ["/b.xml", "/a.xml"]),
]


@pytest.mark.parametrize(("given", "order"), [c[1:] for c in ORDERS], ids=[c[0] for c in ORDERS])
def test_newest_children_come_first(given, order):
    listing = read_sitemap(index(*((path, "") for path in given)), url=URL)
    assert [link.url.removeprefix("https://a.example") for link in listing.listings] == order


LASTMODS = [
    ("one moment for all", [f"{row(n, '2026-11-22T03:00:00Z')}" for n in range(30)], True),
    (
        "one day for a whole archive",
        [row(n, f"2026-11-22T{n % 24:02}:00:00Z") for n in range(900)],
        True,
    ),
    ("a day's own sitemap", [row(n, "2026-11-22") for n in range(100)], False),
    ("different days", [row(n, f"2026-11-{n % 28 + 1:02}") for n in range(900)], False),
    ("few entries", [row(n, "2026-11-22T03:00:00Z") for n in range(5)], False),
]


@pytest.mark.parametrize(("rows", "lies"), [c[1:] for c in LASTMODS], ids=[c[0] for c in LASTMODS])
def test_lastmod_that_lies_is_left_out(rows, lies):
    listing = read_sitemap(urlset("".join(rows)), url=URL)
    dates = {candidate.date_modified for candidate in listing.candidates}
    assert (dates == {None}) is lies
    assert listing.skipped["lastmod_lies"] == lies


def test_lastmod_of_children_that_lies_is_left_out():
    children = [(f"/{number}.xml", "2026-11-22T03:00:00Z") for number in range(5)]
    listing = read_sitemap(index(*children), url=URL)
    assert {link.date_modified for link in listing.listings} == {None}


BROKEN = [
    ("bare ampersand", b"<url><loc>https://a.example/0?a=1&b=2</loc></url>"),
    ("control character", b"<url><loc>https://a.example/\x000</loc></url>"),
    ("undefined entity", b"<url><loc>https://a.example/0</loc><x>&nbsp;</x></url>"),
    ("wrong bytes", b"<url><loc>https://a.example/\xff0</loc></url>"),
    ("unclosed tag", b"<url><loc>https://a.example/0</loc><b></url>"),
    ("unknown prefix", b"<url><loc>https://a.example/0</loc><v:x>1</v:x></url>"),
]


@pytest.mark.parametrize("fault", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_fault_in_the_middle_costs_no_other_entry(fault):
    good = "<url><loc>https://a.example/{}?a=1&amp;b=2</loc></url>"
    body = urlset(good.format(1) + "@" + good.format(2)).replace(b"@", fault)
    urls = [candidate.url for candidate in read_sitemap(body, url=URL).candidates]
    assert urls[0] == "https://a.example/1?a=1&b=2"
    assert urls[-1] == "https://a.example/2?a=1&b=2"
    assert len(urls) == 3


ADDRESSES = [
    ("white space", "\n  https://a.example/1\n ", ["https://a.example/1"]),
    ("relative", "/1", ["https://a.example/1"]),
    ("doubled host", "https://a.examplehttps://b.example/1", ["https://b.example/1"]),
    ("CDATA", "<![CDATA[https://a.example/1?a=1&b=2]]>", ["https://a.example/1?a=1&b=2"]),
    ("comment", "<!-- x -->https://a.example/1", ["https://a.example/1"]),
    ("not http", "ftp://a.example/1", []),
    ("empty", "", []),
]


@pytest.mark.parametrize(("loc", "urls"), [c[1:] for c in ADDRESSES], ids=[c[0] for c in ADDRESSES])
def test_address_is_repaired_or_skipped(loc, urls):
    listing = read_sitemap(urlset(f"<url><loc>{loc}</loc></url>"), url=URL)
    assert [candidate.url for candidate in listing.candidates] == urls
    assert listing.skipped["no_link"] == (not urls)


def test_other_namespaces_and_prefixes_are_read():
    body = b'<s:urlset xmlns:s="https://x.example/"><s:url><s:loc>/1</s:loc></s:url></s:urlset>'
    assert [candidate.url for candidate in read_sitemap(body, url=URL).candidates] == [
        "https://a.example/1"
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_plain_list_of_addresses_is_a_sitemap(codec):
    lines = "https://a.example/1\r\n\nhttps://a.example/2\nnonsense\n"
    listing = read_sitemap(lines.encode(codec), url=URL)
    assert [candidate.url for candidate in listing.candidates] == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert listing.skipped == {"no_link": 1}


def test_gzip_is_told_by_its_magic_number():
    body = gzip.compress(urlset(row(1))) + gzip.compress(b"")
    assert len(list(read_listing(body, url=URL).candidates)) == 1


def test_gzip_bomb_is_cut_at_the_limit():
    body = gzip.compress(urlset(row(1) + " " * 30_000_000))
    tracemalloc.start()
    listing = read_listing(body, url=URL, limit=1_000_000)
    found = list(listing.candidates)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 1
    assert listing.skipped["truncated"] == 1
    assert peak < 10_000_000


def test_damaged_gzip_gives_what_is_before_the_damage():
    body = gzip.compress(urlset("".join(row(n) for n in range(2000))), mtime=0)
    found = list(read_listing(body[: len(body) // 2], url=URL).candidates)
    assert 100 < len(found) < 2000


def test_entity_bomb_does_nothing():
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE urlset [<!ENTITY a "ha">{entities}]>'
    body = f"{head}<urlset><url><loc>/1</loc><x>&j;</x></url></urlset>".encode()
    start = time.process_time()
    assert len(list(read_sitemap(body, url=URL).candidates)) == 1
    assert time.process_time() - start < 1


def test_entries_are_streamed():
    body = urlset("".join(row(n) for n in range(10_000)))
    listing = read_sitemap(body, url=URL)
    tracemalloc.start()
    count = sum(1 for _ in listing.candidates)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000
    # Bytes, besides the body itself. A list of the candidates would take about 4 million.
    assert peak < 1_500_000


def test_sitemap_without_end_is_cut(monkeypatch):
    monkeypatch.setattr(sitemaps, "MAX_ENTRIES", 100)
    for body in (urlset("".join(row(n) for n in range(200))), b"https://a.example/1\n" * 200):
        listing = read_sitemap(body, url=URL)
        assert sum(1 for _ in listing.candidates) == 100
        assert listing.skipped == {"too_many_entries": 1}


@pytest.mark.parametrize(
    "body", [b"", b"<urlset", b"<urlset/>", b"<urlset>" * 3000, b"\x1f\x8b\x00"]
)
def test_nothing_in_nothing_out(body):
    assert list(read_sitemap(body, url=URL).candidates) == []
