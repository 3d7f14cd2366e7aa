"""Time the extraction of pages just below the limits of `newscrawl.extraction.oversize`.

Each page is one piece over and over: as many as the limit of tags or of text allows. Prints the
slowest, in seconds of CPU for the extraction and for the cleaning with its digests.

    python tests/benchmarks/worst_pages.py
"""

import time

from newscrawl.cleaning import clean_article
from newscrawl.extraction import extract
from newscrawl.extraction.oversize import MOST_TAGS, MOST_TEXT

BLOCKS = {
    "letters": "<p>a",
    "sentences": "<p>He said on Monday that the council had opened the bridge.</p>",
    "dates": "<p>1 January 2020 12:00 ",
    "list items": "<li>a",
    "table rows": "<tr><td>a",
    "headings": "<h2>a</h2>b",
    "sections": "<section><h3>x</h3><p>y</section>",
    "quotes": "<blockquote>a",
    "boxes": "<div>a",
    "line breaks": "a<br>",
    "bold letters": "<b>a</b>",
    "links": "<a href=x>b</a>",
    "link lists": "<ul><li><a href=/n/2.html>Read this article now</a></ul>",
    "share links": "<a href=https://facebook.com/share>Share</a>",
    "author links": "<a rel=author href=/author/me>Me Too</a>",
    "bylines": "<p class=author>by Me",
    "comments": "<div class=comment>I say so",
    "times": "<time datetime=2020-01-01>1 January 2020</time>",
    "figures": "<figure><img src=b.jpg><figcaption>Photo: Me</figcaption></figure>",
    "forms": "<form><input><button>x</button></form>",
    "code": "<pre>a\n</pre>",
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
    "numbers": "1 ",
    "Chinese": "中文",
    "blanks": " ",
}
PLACES = {
    "paragraph": "<p>{}</p>",
    "headline": "<h1>{}</h1><p>x",
    "title": "<title>{}</title>",
    "byline": "<p class=byline>{}</p>",
    "time": "<time>{}</time>",
    "caption": "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    "description": '<meta name=description content="{}">',
    "author": '<meta name=author content="{}">',
    "keywords": '<meta name=keywords content="{}">',
    "date": '<meta property=article:published_time content="{}">',
    "headline of JSON-LD": '<script type=application/ld+json>{{"headline":"{}"}}</script>',
    "class": '<p class="{}">x',
    "sources of an image": '<img srcset="{}">',
}


def pages():
    """Yield each page's name and HTML."""
    for name, piece in BLOCKS.items():
        times = min((MOST_TEXT - 200) // len(piece), (MOST_TAGS - 100) // piece.count("<"))
        yield name, "<html><body><h1>Title</h1>" + piece * times
    for place, form in PLACES.items():
        for name, piece in TEXTS.items():
            text = piece * ((MOST_TEXT - 200) // len(piece))
            yield f"{name} in a {place}", "<html><h1>Title</h1>" + form.format(text)


def measure(html):
    """Return the seconds of CPU of extraction and cleaning."""
    started = time.process_time()
    article = extract(html, url="http://a.example/news/1.html")
    extracted = time.process_time()
    clean_article(article)
    return extracted - started, time.process_time() - extracted


def main():
    figures = {name: measure(html) for name, html in pages()}
    for name in sorted(figures, key=lambda name: -sum(figures[name]))[:12]:
        extraction, cleaning = figures[name]
        print(f"{name:32} {extraction:5.2f} {cleaning:5.2f}")


if __name__ == "__main__":
    main()
