"""A page that is too large to be read is known before it costs anything."""

import time
from itertools import product

import pytest

from newscrawl.cleaning import clean_article
from newscrawl.discovery.listings import read_listing
from newscrawl.extraction import extract, parse_page
from newscrawl.extraction.page.oversize import MOST_BLOCKS, MOST_TAGS, _long_tags

# Seconds of CPU time: what is meant to cost one takes six on a busy machine, a blow-up minutes.
BLOW_UP = 20
MEGABYTES = 10 * 1024 * 1024
DISTINCT = [f"a{number}" for number in range(150_000)]


def fill(piece: str, size: int = MEGABYTES) -> str:
    return piece * (size // len(piece))


OVERSIZED = {
    "paragraphs": fill("<p>a"),
    "ends of tags": fill("</p>"),
    "attributes": "<p " + " ".join(DISTINCT),
    "attributes with values": "<p " + " ".join(f"{name}='x'" for name in DISTINCT),
    "attributes that hold the end of a tag": "<p " + "".join(f'{name}=">"' for name in DISTINCT),
    "attributes that hold the beginning of a tag": "<p " + " ".join(f"{n}=<b" for n in DISTINCT),
    "attributes parted by slashes": "<p/" + "/".join(DISTINCT),
    "attributes parted by null bytes too": "<p " + " ".join(f"\0{name}" for name in DISTINCT),
    "a crowded tag in a comment that ends": "<!-- x='--><p " + " ".join(DISTINCT),
    "crowded tags": fill(f"<p {' '.join(DISTINCT[:900])}>a"),
    "many tags of a few attributes": fill("<p a b c d e f g h i j k l m>a", 3_000_000),
    "blocks": "<p>a" * 10_000,
    "a paragraph": "<p>" + fill("and so on "),
    "a word": "<p>" + fill("a"),
}
READABLE = {
    "a thousand paragraphs": "<p>It snowed in Bern on Monday, said the council.</p>" * 1_000,
    "an image in an attribute": f"<p>Snow.<img src='data:image/png;base64,{fill('iVBO')}'>",
    "an image in many attributes": "<p>Snow." + f"<img class=a src='{'x' * 50_000}' alt=b>" * 100,
    "a script": f"<p>Snow.<script>{fill('for(i=0; i<b; i++) {a = c > d}', 1_000_000)}</script>",
    "a script that looks like a crowded tag": (
        f"<p>Snow.<script>if(a<b){{[{fill('/a b/i, ', 4_000)}]{' ' * 90_000}}}</script>"
    ),
    "a style": f"<p>Snow.<style>{fill('.a{color:red} ')}</style>",
    "white space": "<p>Snow." + fill("<br>" + " " * 1_000),
    "JSON": "<p>Snow.<script type=json>[" + fill('{"a b": "c/d e"}, ') + "]</script>",
}


@pytest.mark.parametrize(
    "pieces", list(product((b"<", b"x" * 3999, b"x" * 4001, b"x" * 9000), repeat=4))
)
def test_long_tags_are_found_as_if_all_were_split(pieces: tuple[bytes, ...]) -> None:
    source = b"".join(pieces)
    assert [*_long_tags(source)] == [tag for tag in source.split(b"<") if len(tag) > 4000]


@pytest.mark.parametrize("html", OVERSIZED.values(), ids=OVERSIZED)
def test_an_oversized_page_costs_little_and_says_so(html: str) -> None:
    start = time.process_time()
    article = extract(html)
    assert time.process_time() - start < BLOW_UP
    assert article.verdict.reason == "oversized"
    assert not article.text


@pytest.mark.parametrize("html", READABLE.values(), ids=READABLE)
def test_a_large_page_is_read(html: str) -> None:
    page = parse_page(html)
    assert not page.is_oversized
    assert "now" in "".join(page.root.itertext("p"))


def test_text_in_other_encodings_is_measured_as_it_is_parsed() -> None:
    assert parse_page(OVERSIZED["attributes"].encode("utf-16")).is_oversized


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<html>" + fill("<a href=/x>y</a>", 2_000_000), id="links"),
        pytest.param(
            "<rss>" + fill("<item><link>http://a.example/x</link></item>", 20_000_000), id="feed"
        ),
        pytest.param("[" + fill('{"url": "/news/x"}, ', 20_000_000) + "1]", id="JSON"),
    ],
)
def test_an_oversized_listing_costs_little_and_says_so(body: str) -> None:
    start = time.process_time()
    listing = read_listing(body.encode(), url="http://a.example/")
    assert time.process_time() - start < BLOW_UP
    assert (listing.kind, list(listing.candidates)) == ("oversized", [])


LINK = '<a href="/news/story-about-{0}.html">All about the story {0} of today'
JSON_LD = "<script type=application/ld+json>{}</script><p>Snow."
LARGE = {
    "lines": "<p>a " * (MOST_BLOCKS - 10),
    "rows": "".join(f"<tr><td>{n} and so on we go" for n in range(MOST_BLOCKS - 10)),
    "lines of one element": "<p>" + "<br><br>".join(f"{n} and on" for n in range(MOST_BLOCKS - 10)),
    "sentences": "".join(f"<p>{n} went. He said {n * 7919}." for n in range(MOST_BLOCKS - 10)),
    "a class": f'<p class="{fill("a ")}">Snow.',
    "a crowded tag": ("<p " + " ".join(DISTINCT))[:79_000] + ">Snow.",
    "an empty script": f"<script>{fill(' ', 300_000)}x</script><p>Snow.",
    "comments in JSON-LD": JSON_LD.format(fill("/* ", 150_000)),
    "empty lines in JSON-LD": JSON_LD.format(fill("\n", 150_000) + "x"),
    "a wide line of code": f"<p>Snow fell.<pre>a{' ' * 300_000}b</pre><p>More snow fell.",
    "a long number": f"<p>Snow.<h2>{'20' * 100_000}</h2><p>More snow.",
    "a title of dashes": f"<title>{fill('— ', 300_000)}</title><p>Snow.",
    "a title of bars": f"<title>w w w w{fill(' | w', 200_000)}</title><p>Snow.",
    "a title of names": "<meta property=og:site_name content=Site>"
    f"<title>Snow{fill(' | Site', 200_000)}</title><p>Snow.",
    "a title": f'<meta property="og:title" content="{fill("雪", 3_000_000)}"><p>Snow.',
}


@pytest.mark.parametrize("html", LARGE.values(), ids=LARGE)
def test_the_largest_page_costs_a_second(html: str) -> None:
    """`tests/benchmarks/worst_pages.py` looks for worse ones."""
    start = time.process_time()
    article = extract(html)
    clean_article(article)
    assert time.process_time() - start < BLOW_UP
    assert article.verdict.reason != "oversized"


def test_an_empty_date_of_a_sitemap_costs_a_second() -> None:
    entry = "<url><loc>http://a.example/n/123.html</loc><lastmod>{}</lastmod></url>"
    body = f"<urlset>{entry.format(fill(chr(10), 300_000))}</urlset>"
    start = time.process_time()
    listing = read_listing(body.encode(), url="http://a.example/s.xml")
    assert len(list(listing.candidates)) == 1
    assert time.process_time() - start < BLOW_UP


def test_links_within_links_cost_a_second() -> None:
    links = "".join(f"<h2>{LINK.format(number)}" for number in range(MOST_TAGS // 2 - 10))
    start = time.process_time()
    listing = read_listing(f"<html><body>{links}".encode(), url="http://a.example/")
    assert time.process_time() - start < BLOW_UP
    assert listing.candidates
