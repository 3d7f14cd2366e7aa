"""Time the extraction of pages just below the limits of `newscrawl.extraction.page.oversize`.

Each page is one piece over and over, with a number that makes each another one where a "#" stands:
as many as the limits of tags, blocks and text allow. Values of attributes, which no limit bounds,
have 10 MB. Prints the slowest, in seconds of CPU for the extraction and for the cleaning with its
digests.

    python tests/benchmarks/worst_pages.py
"""

import time

from newscrawl.cleaning import clean_article
from newscrawl.extraction import extract, parse_page
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.oversize import (
    MOST_ATTRIBUTES,
    MOST_BLOCKS,
    MOST_IN_A_TAG,
    MOST_TAGS,
    MOST_TEXT,
)

MOST_BYTES = 9_900_000
BLOCKS = {
    "letters": "<p>a",
    "other letters": "<p>a#",
    "sentences": "<p>He said on Monday that the council had opened the bridge.</p>",
    "other sentences": "<p># of them went on. He said #.",
    "short sentences": "<p>They did go #.",
    "dates": "<p>1 January 2020 12:00 ",
    "list items": "<li>a",
    "table rows": "<tr><td>a",
    "other rows": "<tr><td># and so on we go",
    "other items": "<li># and so on we go",
    "other boxes": "<div># and so on we go</div>",
    "headings": "<h2>a</h2>b",
    "sections": "<section><h3>x</h3><p>y</section>",
    "quotes": "<blockquote>a",
    "boxes": "<div>a",
    "line breaks": "a<br>",
    "bold letters": "<b>a</b>",
    "links": "<a href=x>b</a>",
    "other links": "<p><a href=/n/#.html>Read article # now",
    "link lists": "<ul><li><a href=/n/2.html>Read this article now</a></ul>",
    "share links": "<a href=https://facebook.com/share>Share</a>",
    "author links": "<a rel=author href=/author/me>Me Too</a>",
    "bylines": "<p class=author>by Me",
    "comments": "<div class=comment>I say so",
    "times": "<time datetime=2020-01-01>1 January 2020</time>",
    "figures": "<figure><img src=b.jpg><figcaption>Photo: Me</figcaption></figure>",
    "captions of signs": "<figure><img src=b#.jpg><figcaption>"
    + "- / " * 60
    + "</figcaption></figure>",
    "captions of brackets": "<figure><img src=b#.jpg><figcaption>"
    + "[(" * 120
    + "</figcaption></figure>",
    "posts": "<h2><a href=/n/#.html>Read article # now</a></h2><p>5 March 2026<p>It is so.",
    "written by": "<p>Written by",
    "forms": "<form><input><button>x</button></form>",
    "code": "<pre>a\n</pre>",
    "names": '<p class="author date share body">a#',
    "attributes": "<p a b c d>#",
    "meta": "<meta property=og:title content=x>",
    "JSON-LD": '<script type=application/ld+json>{"@type":"NewsArticle"}</script>',
    "microdata": "<div itemscope itemtype=http://schema.org/Article><b itemprop=author>x</b></div>",
}
TEXTS = {
    "words": "and so on ",
    "lines": "a\n",
    "dates": "1 January 2020 12:00 ",
    "names": "By John Smith and ",
    "addresses": "http://a.example/x ",
    "mails": "a@b.c ",
    "dashes": " - ",
    "long dashes": "— ",
    "numbers": "1 ",
    "digits": "20",
    "Chinese": "中文",
    "blanks": " ",
}
PLACES = {
    "paragraph": "<p>{}</p>",
    "headline": "<h1>{}</h1><p>x",
    "title": "<title>{}</title>",
    "byline": "<p class=byline>{}</p>",
    "heading": "<p>x<h2>{}</h2><p>y",
    "line of code": "<p>x<pre>a{}b</pre><p>y",
    "script": "<script>{}x</script><p>y",
    "script of JSON-LD": "<script type=application/ld+json>{}x</script><p>y",
    "time": "<time>{}</time>",
    "caption": "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
}
ATTRIBUTES = {
    "description": '<meta name=description content="{}">',
    "author": '<meta name=author content="{}">',
    "keywords": '<meta name=keywords content="{}">',
    "date": '<meta property=article:published_time content="{}">',
    "headline of JSON-LD": '<script type=application/ld+json>{{"headline":"{}"}}</script>',
    "title for machines": '<meta property=og:title content="{}">',
    "class": '<p class="{}">x',
    "link": '<a href="{}">x</a>',
    "sources of an image": '<img srcset="{}">',
}


def pages():
    """Yield each page's name and HTML."""
    for name, piece in BLOCKS.items():
        pieces = (piece.replace("#", str(number)) for number in range(_times(piece)))
        yield name, "<html><body><h1>Title</h1>" + "".join(pieces)
    for place, form in PLACES.items():
        for name, piece in TEXTS.items():
            text = piece * ((MOST_TEXT - 200) // len(piece))
            yield f"{name} in a {place}", "<html><h1>Title</h1>" + form.format(text)
    for place, form in ATTRIBUTES.items():
        for name, piece in TEXTS.items():
            text = piece * (MOST_BYTES // len(piece.encode()))
            yield f"10 MB of {name} in a {place}", "<html><h1>Title</h1><p>x" + form.format(text)


def crowded():
    """Yield pages of as many attributes as go unseen: of one tag, and of all."""
    yield "a crowded tag", ("<p " + " ".join(f"{n:x}" for n in range(20_000)))[:79_000] + ">a"
    tag = "<p " + " ".join(f'a{n}="{"x" * 40}"' for n in range(MOST_IN_A_TAG - 5)) + ">a"
    yield "crowded tags", tag * (MOST_ATTRIBUTES // MOST_IN_A_TAG - 1)


def _times(piece):
    """Return how often a piece may come before the page is oversized."""
    blocks, _ = find_blocks(parse_page(piece * 100).root)
    return min(
        (MOST_TEXT - 200) // (len(piece) + 4),
        (MOST_TAGS - 100) // piece.count("<"),
        100 * (MOST_BLOCKS - 100) // max(len(blocks), 1),
    )


def measure(html):
    """Return the seconds of CPU of extraction and cleaning."""
    started = time.process_time()
    article = extract(html, url="http://a.example/news/1.html")
    extracted = time.process_time()
    clean_article(article)
    return extracted - started, time.process_time() - extracted


def main():
    figures = {name: measure(html) for name, html in (*pages(), *crowded())}
    for name in sorted(figures, key=lambda name: -sum(figures[name]))[:12]:
        extraction, cleaning = figures[name]
        print(f"{name:32} {extraction:5.2f} {cleaning:5.2f}")


if __name__ == "__main__":
    main()
