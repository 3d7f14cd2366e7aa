"""The headline as printed, and what the other statements of a page do to it."""

from __future__ import annotations

import json

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.metadata.title import Title, read_title
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules

URL = "https://www.bernpost.example/weather/snow-104711"
SITE = '<meta property="og:site_name" content="Bern Post">'
LOGO = '<header><h1 class="logo"><a href="/">Bern Post</a></h1></header>'
GENERIC = Rules()


def read(html: str, rules: Rules = GENERIC, hints: Candidate | None = None) -> Title:
    page = parse_page(html, url=URL)
    return read_title(page, read_structured(page), rules=rules, hints=hints)


def headline(text: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": text})
    return f'<script type="application/ld+json">{data}</script>'


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


SNOW = "Snow falls on Bern in May"
PRINTED = {
    "one heading": f"<title>{SNOW} | Bern Post</title><h1>{SNOW}</h1>",
    "heading and logo": f"<title>{SNOW}</title>{LOGO}<h1>{SNOW}</h1>",
    "logo and lesser heading": f"<title>{SNOW} - Bern Post</title>{LOGO}<h2>{SNOW}</h2>",
    "site's name links above the page": (
        f"<title>{SNOW} - Weather of the Alps</title>"
        f'<h1><a href="/weather/">Weather of the Alps</a></h1><h3>{SNOW}</h3>'
    ),
    "a broken address": f'{og(SNOW)}<h1><a href="http://[bern">{SNOW}</a></h1>',
    "section heading first": f"{og(SNOW)}<h1>Weather</h1><h1>{SNOW}</h1>",
    "teasers before": f"{og(SNOW)}<aside><h2>Sun in June</h2></aside><h1>{SNOW}</h1>",
    "search engine's title differs": (
        f"<title>Snow Bern weather news</title>{og('Snow in Bern: what to know')}<h1>{SNOW}</h1>"
    ),
    "a translator's balloon": (
        f'<title>{SNOW}</title><div class="skiptranslate"><h1>Original text</h1></div><p>{SNOW}</p>'
    ),
    "breadcrumb heading": (
        f'{og(SNOW)}<h1 class="breadcrumb">Snow Bern weather</h1><h2 class="headline">{SNOW}</h2>'
    ),
    "lesser heading against all": (
        f"<title>{SNOW}</title>{headline(SNOW)}{og(SNOW)}<h2 class=headline>Bern in snow</h2>"
    ),
    "JSON-LD prints in h2": (
        f"{headline(SNOW)}<title>Bern weather</title><h1>Bern weather</h1><h2>{SNOW}</h2>"
    ),
    "label inside all that a heading holds": (
        f'{og("Snow in the valley")}<h1> <i><b class="sr-only">alert</b> {SNOW}</i></h1>'
    ),
    "kicker that nobody counts": (
        f'{og(SNOW)}<h1><span class="kicker">Weather</span> <span>{SNOW}</span></h1>'
    ),
    "hidden separator": (
        f'<h1><span class="overline">Weather</span><span>: </span><b>{SNOW}</b></h1>'
    ),
    "date in the heading": f"<h1><time>2 May</time> {SNOW}</h1>",
    "style in the heading": f"<h1><style>.a{{color:red}}</style>{SNOW}</h1>",
    "section behind a bar": f"<h1>{SNOW} | Weather</h1>",
    "soft hyphens and entities": "<h1>Snow&shy; falls on&nbsp;Bern in&#32;May</h1>",
    "line break in the heading": "<h1>Snow falls<br>on Bern in May</h1>",
    "only JSON-LD": headline(SNOW),
    "only Open Graph with site": f"{SITE}{og(SNOW + ' - Bern Post')}",
    "only a title tag": f"{SITE}<title>{SNOW} — Bern Post</title>",
    "site before the title": f"{SITE}<title>Bern Post: {SNOW}</title>",
    "host as suffix": f"<title>{SNOW} - bernpost.example</title>",
    "section and site as suffix": f"{SITE}<title>{SNOW} | Weather | Bern Post</title>",
    "entities in JSON-LD": headline("Snow falls on&#32;Bern in May"),
    "truncated Open Graph": f"{og('Snow falls on B…')}<h1>{SNOW}</h1>",
    "comment heading": f'{og(SNOW)}<h1>{SNOW}</h1><div class="comments"><h2>{SNOW}</h2></div>',
}


@pytest.mark.parametrize("html", PRINTED.values(), ids=PRINTED)
def test_headline_is_found_as_printed(html: str) -> None:
    assert read(f"<html><body>{html}</body></html>").text == SNOW


EXACT = {
    "the site's name behind a low line": (
        "<title>山桥重新开放交通_晨报网</title><div class=t> 山桥重新开放交通 </div>",
        "山桥重新开放交通",
    ),
    "an element of the site's own": (
        "<title>山桥昨日重新开放交通_县市_晨报网</title><site-title>山桥昨日重新开放交通</site-title>",
        "山桥昨日重新开放交通",
    ),
    "a break that is no space": (
        "<title>市政府关于开放山桥的通知_晨报网</title><h1>市政府关于<br>开放山桥的通知</h1>",
        "市政府关于开放山桥的通知",
    ),
    "a space that is stated": (
        "<title>山桥重新开放 交通恢复_晨报网</title><h1>山桥重新开放<br>交通恢复</h1>",
        "山桥重新开放 交通恢复",
    ),
    "page of several": (
        "<title>山の橋が再開した話</title><h1>山の橋が再開した話<i>（1/2 ページ）</i></h1>",
        "山の橋が再開した話",
    ),
    "page of several in English": ("<h1>Snow on Bern (Page 2 of 3)</h1>", "Snow on Bern"),
    "a fraction": ("<h1>Snow on 2/3 of Bern</h1>", "Snow on 2/3 of Bern"),
    "what a link to itself shows": (
        "<title>Snow falls on Bern - Post</title><b><a href=/weather/x>Snow falls on Bern</a></b>",
        "Snow falls on Bern",
    ),
    "the name that a link home shows": (
        "<title>山桥重新开放-晨报网</title><header><a href='/'>晨报网</a></header>",
        "山桥重新开放",
    ),
    "the name that the logo is called": (
        "<title>Мост снова открыт | Утренняя</title><a href=/><img alt=Утренняя></a>",
        "Мост снова открыт",
    ),
    "two labels and the host": (
        "<title>The old bridge opens again | Roads | News | bernpost.example</title>",
        "The old bridge opens again",
    ),
    "twice for two widths": (
        "<h1><span>Snow falls on Bern</span> <span>Snow falls on Bern</span></h1>",
        "Snow falls on Bern",
    ),
    "a refrain": ("<h1>Snow, snow</h1>", "Snow, snow"),
    "a name that nobody prints apart": (
        "<title>山桥重新开放-晨报网</title><div>晨报网</div>",
        "山桥重新开放-晨报网",
    ),
    "kicker that JSON-LD leaves out": (
        og(f"Exclusive | {SNOW}")
        + headline(SNOW)
        + f"<div class=menu><h1><small>Exclusive</small><br>{SNOW}</h1></div>",
        SNOW,
    ),
    "kicker that JSON-LD counts": (
        headline("Exclusive: Snow falls")
        + '<h1><span class="kicker">Exclusive</span><b>Snow falls</b></h1>',
        "Exclusive: Snow falls",
    ),
    "parts without space": (
        og("Exclusive: Snow falls on Bern") + "<h1><i>Exclusive:</i><b>Snow falls on Bern</b></h1>",
        "Exclusive: Snow falls on Bern",
    ),
    "space before the colon": (
        headline("Exclusive: Snow falls") + "<h1><i>Exclusive</i> : <b>Snow falls</b></h1>",
        "Exclusive: Snow falls",
    ),
    "French space before the colon": (
        headline("Berne : la neige") + "<h1><i>Berne</i> : <b>la neige</b></h1>",
        "Berne : la neige",
    ),
    "all capitals stay as printed": (og("Snow falls") + "<h1>SNOW FALLS</h1>", "SNOW FALLS"),
    "quotes stay as printed": (
        og('"Snow" falls on Bern') + "<h1>«Snow» falls on Bern</h1>",
        "«Snow» falls on Bern",
    ),
    "dash at the start": ("<h1>- It will snow</h1>", "- It will snow"),
    "less than": ("<h1>Snow &lt;b&gt; ice</h1>", "Snow <b> ice"),
    "colon is no suffix": ("<title>Bern: snow falls</title>", "Bern: snow falls"),
    "Russian": (
        "<title>В Берне выпал снег — Новости</title><h1>В Берне выпал снег</h1>",
        "В Берне выпал снег",
    ),
    "Kazakh": ("<h1>Бернде қар жауды</h1>", "Бернде қар жауды"),
    "Chinese": ("<title>伯尔尼五月下雪_新闻</title><h1>伯尔尼五月下雪</h1>", "伯尔尼五月下雪"),
    "Arabic": ("<h1>الثلج في برن</h1>", "الثلج في برن"),
}


@pytest.mark.parametrize(("html", "title"), EXACT.values(), ids=EXACT)
def test_headline_is_spelled_as_printed(html: str, title: str) -> None:
    assert read(html).text == title


def test_rule_comes_first_and_an_unmatched_one_last() -> None:
    html = '<h1>Weather</h1><p class="big">Snow falls</p>'
    assert read(html, Rules(title="p.big")) == Title("Snow falls", "rules")
    assert read(html, Rules(title="p.small")).text == "Weather"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Snow falls in the dale", ("Snow falls in the dale", "feed")),
        ("The bus is back", ("The Dales Echo", "title")),
        ("The Dales", ("The Dales Echo", "title")),
    ],
)
def test_title_that_a_listing_told_comes_before_the_papers_name(
    told: str, title: tuple[str, str]
) -> None:
    html = "<title>The Dales Echo</title><font size=5><b>Snow falls in the dale</b></font><p>It is."
    assert read(html, hints=Candidate(url=URL, method="feed", title=told)) == title


def test_listing_names_what_the_page_does_not() -> None:
    hints = Candidate(url=URL, method="feed", title="Snow &amp; ice")
    assert read("<p>Snow.</p>", hints=hints) == Title("Snow & ice", "feed")


def test_page_without_any_title_has_none() -> None:
    assert read("<p>Snow.</p>") == Title("", "")


def test_heading_nested_without_end_is_read_without_an_error() -> None:
    assert read("<h1>" + "<b>" * 3_000 + "Snow falls" + "</b>" * 3_000 + "</h1>").text in (
        "Snow falls",
        "",
    )
