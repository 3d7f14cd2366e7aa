"""A page that is too large to be read is known before it costs anything."""

import time

import pytest

from newscrawl.discovery.listings import read_listing
from newscrawl.extraction import extract, parse_page

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
    "a paragraph": "<p>" + fill("and so on "),
    "a word": "<p>" + fill("a"),
}
READABLE = {
    "a thousand paragraphs": "<p>It snowed in Bern on Monday, said the council.</p>" * 1_000,
    "an image in an attribute": f"<p>Snow.<img src='data:image/png;base64,{fill('iVBO')}'>",
    "an image in many attributes": "<p>Snow." + f"<img class=a src='{'x' * 50_000}' alt=b>" * 100,
    "a script": f"<p>Snow.<script>{fill('for(i=0; i<b; i++) {a = c > d}', 2_000_000)}</script>",
    "a style": f"<p>Snow.<style>{fill('.a{color:red} ')}</style>",
    "white space": "<p>Snow." + fill("<br>" + " " * 1_000),
    "JSON": "<p>Snow.<script type=json>[" + fill('{"a b": "c/d e"}, ') + "]</script>",
}


@pytest.mark.parametrize("html", OVERSIZED.values(), ids=OVERSIZED)
def test_an_oversized_page_costs_little_and_says_so(html: str) -> None:
    start = time.process_time()
    article = extract(html)
    assert time.process_time() - start < 3
    assert article.verdict.reason == "oversized"
    assert not article.text


@pytest.mark.parametrize("html", READABLE.values(), ids=READABLE)
def test_a_large_page_is_read(html: str) -> None:
    page = parse_page(html)
    assert not page.is_oversized
    assert "now" in "".join(page.root.itertext("p"))


def test_text_in_other_encodings_is_measured_as_it_is_parsed() -> None:
    assert parse_page(OVERSIZED["attributes"].encode("utf-16")).is_oversized


def test_an_oversized_listing_is_counted() -> None:
    listing = read_listing(
        ("<html>" + "<a href=/x>y</a>" * 100_000).encode(), url="http://a.example/"
    )
    assert listing.skipped == {"oversized": 1}
    assert not listing.candidates
