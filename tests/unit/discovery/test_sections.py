"""Article links told from navigation, with what the list says of them."""

import re
from collections import Counter

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.sections import read_section
from newscrawl.discovery.site import Site, find_shapes
from newscrawl.extraction.page.tree import parse_page

URL = "https://www.a.example/news/"


def read(html: str, url: str = URL, skipped=None, **known):
    page = parse_page(f"<html><body>{html}</body></html>", url=url)
    return read_section(page.root, url=url, site=Site(**known), skipped=skipped)


MENU = """<header><a href="/"><img src="/logo.png" alt="A"></a></header>
<nav><a href="/politics/">Politics</a><a href="/sport">Sport</a></nav>"""
FOOTER = """<footer><a href="/about-us">About us and our history</a>
<a href="/privacy-policy/">Privacy</a><a href="https://www.facebook.example/p">Facebook</a>
<a href="mailto:a@a.example">Mail</a></footer>"""
TITLES = [
    "Snow closes the mountain road for a third day",
    "Council agrees on a new tram line after ten years",
    "Two hundred jobs come to the old harbour mill",
    "Why the river is lower than it was last summer",
    "A museum of clocks opens in the water tower",
    "Teachers and the ministry sign a pay agreement",
]
SLUGS = ["-".join(title.lower().split()[:6]) for title in TITLES]


SHAPES = [
    ("slug", [f"/politics/{slug}/" for slug in SLUGS]),
    ("slug.html", [f"/politics/{slug}.html" for slug in SLUGS]),
    ("number-slug", [f"/{6011400 + n}-{slug}.html" for n, slug in enumerate(SLUGS)]),
    ("slug-number", [f"/news/{slug}-{512345 + n}/" for n, slug in enumerate(SLUGS)]),
    ("number", [f"/news/{512345 + n}" for n, _ in enumerate(SLUGS)]),
    ("bare number", [f"/!{5928990 + n}/" for n, _ in enumerate(SLUGS)]),
    ("day and slug", [f"/2019/05/{10 + n}/{slug.split('-')[0]}" for n, slug in enumerate(SLUGS)]),
    ("query", [f"/index.php?id={4711 + n}" for n, _ in enumerate(SLUGS)]),
    (
        "short number, one word",
        [f"/news/{3211 + n}-{slug.split('-')[0]}" for n, slug in enumerate(SLUGS)],
    ),
    ("escaped script", [f"/новости/{n}-снег-закрыл-горную-дорогу" for n, _ in enumerate(SLUGS)]),
]


@pytest.mark.parametrize("paths", [c[1] for c in SHAPES], ids=[c[0] for c in SHAPES])
def test_articles_are_found_whatever_shape_their_addresses_have(paths):
    rows = "".join(
        f'<div><h3><a href="{path}">{title}</a></h3></div>'
        for path, title in zip(paths, TITLES, strict=True)
    )
    found = read(f"{MENU}<main>{rows}</main>{FOOTER}")
    assert [candidate.title for candidate in found] == TITLES


def test_articles_in_a_script_without_spaces_are_found():
    titles = [
        "连日大雪山路第三天仍然封闭",
        "市议会十年后同意新建电车线路",
        "老港口工厂将增加两百个岗位",
    ]
    rows = "".join(
        f'<li><a href="/a/20190520/{712345 + n}.html">{title}</a></li>'
        for n, title in enumerate(titles)
    )
    assert [candidate.title for candidate in read(f"<ul>{rows}</ul>")] == titles


NAVIGATION = [
    ("homepage", "/"),
    ("service", "/login"),
    ("service", "/tag/some-long-tag-name-here/"),
    ("service", "/author/some-person-with-name/"),
    ("file", "/files/the-annual-report-of-2019.pdf"),
    ("pagination", "/news/page/2/"),
    ("pagination", "/news/?page=2"),
    ("archive", "/2019/05/20/"),
    ("navigation", "/economy/"),
    ("service", "/about-us"),
    ("offsite", "https://b.example/a-long-and-winding-slug-512345"),
    ("not_web", "tel:+7700"),
    ("self", "/news/#top"),
]


@pytest.mark.parametrize(("reason", "href"), NAVIGATION)
def test_other_link_is_left_out_with_a_reason(reason, href):
    skipped = Counter()
    assert read(f'<p><a href="{href}">Read on</a></p>', skipped=skipped) == []
    assert +skipped == {reason: 1}


def test_article_url_decides_alone():
    html = (
        '<nav><a href="/6011400-a.html">x</a></nav><a href="/news/a-long-slug-of-words/">Long</a>'
    )
    skipped = Counter()
    found = read(html, article_url=re.compile(r"/\d{6,8}-[\w-]+\.html$"), skipped=skipped)
    assert [candidate.url for candidate in found] == ["https://www.a.example/6011400-a.html"]
    assert skipped["not_article_url"] == 1


FEED = [
    Candidate(url=f"https://www.a.example/n/{n}.html", method="feed", title="Snow")
    for n in range(1000, 1003)
]
LINKS = [
    Candidate(url=f"https://www.a.example/n/{n}.html", method="section", title="Snow")
    for n in range(1000, 1015)
]


@pytest.mark.parametrize(
    ("taught", "is_found"),
    [
        pytest.param(FEED, True, id="feed"),
        pytest.param(FEED[:2], False, id="too-few"),
        pytest.param(LINKS, True, id="front-page"),
        pytest.param(LINKS[:14], False, id="menu"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_a_lone_link_is_told_by_what_other_listings_taught(taught, is_found):
    html = '<nav><a href="/n/2">Two</a></nav><a href="/n/1007.html">Rain in the north</a>'
    shapes = frozenset(find_shapes(taught))
    urls = [candidate.url for candidate in read(html, shapes=shapes)]
    assert urls == ["https://www.a.example/n/1007.html"] * is_found


def test_subdomain_counts_as_the_site_and_other_domains_can_be_named():
    html = "".join(
        f'<h2><a href="https://{host}/6011400-one-two-three.html">A headline of some words</a></h2>'
        for host in ("www.a.example", "b.example", "c.example")
    )
    found = read(html, domains=frozenset({"a.example", "b.example"}))
    assert [candidate.url.split("/")[2] for candidate in found] == ["www.a.example", "b.example"]


def test_card_with_three_links_is_one_article_with_its_headline():
    html = """<div class="card"><a href="/6011400-a-b-c.html"><img src="/p.jpg" alt="Picture"></a>
      <h2><a href="/politics/6011400-a-b-c.html">The headline of the card</a></h2>
      <a href="/6011400-a-b-c.html?utm_source=more">Read more</a></div>"""
    (candidate,) = read(html)
    assert candidate.title == "The headline of the card"
    assert candidate.image == "https://www.a.example/p.jpg"


BARE = [
    ("words", "<h3>{title}</h3><p>A lead.</p><a href='{path}'>Read more</a>"),
    ("words below a section", "<h2>Sport</h2><h3>{title}</h3><a href='{path}'>Read more</a>"),
    ("nothing", "<h3>{title}</h3><a href='{path}'></a>"),
    ("a picture", "<a href='{path}'><img src='/p.jpg'></a><h3>{title}</h3><a href='/ann'>Ann</a>"),
]


@pytest.mark.parametrize("card", [c[1] for c in BARE], ids=[c[0] for c in BARE])
def test_headline_beside_a_link_that_says_nothing(card):
    cards = [
        f"<div>{card.format(path=f'/politics/{slug}/', title=title)}</div>"
        for slug, title in zip(SLUGS, TITLES, strict=True)
    ]
    found = read(f"<h2>All news</h2>{''.join(cards)}")
    assert [candidate.title for candidate in found] == TITLES


def test_headline_of_an_article_is_not_that_of_its_comments():
    cards = [
        f"<div><h3><a href='/politics/{slug}/'>{title}</a></h3><a href='/talk/{n}'>Talk</a></div>"
        for n, (slug, title) in enumerate(zip(SLUGS, TITLES, strict=True))
    ]
    assert [candidate.title for candidate in read("".join(cards))] == TITLES


ANCHORS = [
    ("words", "The headline of it", "The headline of it"),
    ("comment count", "The headline of it <span class=comm_num>15</span>", "The headline of it"),
    ("glued count", "The headline of it15", "The headline of it"),
    ("year stays", "The headline of 2019", "The headline of 2019"),
    ("clock", "<span>18:44</span> The headline of it", "The headline of it"),
    (
        "heading inside",
        "<div>Politics</div><h3>The headline of it</h3><p>A lead.</p>",
        "The headline of it",
    ),
    (
        "title class",
        "<i>Politics</i><div class=title>The headline of it</div>",
        "The headline of it",
    ),
    ("picture", '<img alt="The headline of it" src="/x.jpg">', "The headline of it"),
    ("script inside", "The headline of it<script>var a</script>", "The headline of it"),
]


@pytest.mark.parametrize(("inside", "title"), [c[1:] for c in ANCHORS], ids=[c[0] for c in ANCHORS])
def test_headline_of_a_link(inside, title):
    (candidate,) = read(f'<a href="/6011400-the-headline-of-it.html">{inside}</a>')
    assert candidate.title == title


LINK = '<a href="/6011400-a-b-c-d.html">The headline of some words</a>'
WITH_DATE = '<a href="/6011400-a-b-c-d.html">The headline of it <i>20.05.2019</i></a>'
MOMENT = "2019-05-20T18:44:00+06:00"
DATES = [
    ("machine-readable", f'<time datetime="{MOMENT}">today</time>{LINK}', MOMENT),
    ("printed", f"{LINK}<span>20.05.2019 18:44</span>", "2019-05-20T18:44"),
    ("in words", f"<p>{LINK}</p><p>20 мая 2019, 18:44</p>", "2019-05-20T18:44"),
    ("inside the link", WITH_DATE, "2019-05-20"),
    ("in any language", f"{LINK}<p class=date>Thứ Hai, ngày 20 tháng 5 năm 2019</p>", "2019-05-20"),
    ("relative", f"{LINK}<span class=date>18:44, сегодня</span>", None),
    ("in a sentence", f"{LINK}<p>It began on 20 May 2019 and went on for weeks.</p>", None),
    ("none", LINK, None),
]  # fmt: skip


@pytest.mark.parametrize(("card", "date"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_date_of_a_card(card, date):
    other = '<div><a href="/6011401-e-f-g-h.html">Another headline of words</a></div>'
    first, _ = read(f"<div>{card}</div>{other}")
    assert first.date_published == date


def test_day_rows_complete_the_clocks_below_them():
    html = """<div class="cat_news_item"><span class="date">2020-07-14</span></div>
      <div class="cat_news_item"><span>18:40</span> <a href="/5030001-a-b-c.html">One</a></div>
      <div class="cat_news_item"><span>09:05</span> <a href="/5030002-a-b-c.html">Two</a>
        <span class="comm_num">4</span></div>
      <div class="cat_news_item"><span class="date">2020-07-13</span></div>
      <div class="cat_news_item"><span>23:59</span> <a href="/5030003-a-b-c.html">Three</a></div>"""
    found = read(html, article_url=re.compile(r"\.html$"))
    assert [(candidate.title, candidate.date_published) for candidate in found] == [
        ("One", "2020-07-14T18:40"),
        ("Two", "2020-07-14T09:05"),
        ("Three", "2020-07-13T23:59"),
    ]


def test_twenty_four_thousand_links_are_bounded():
    skipped = Counter()
    found = read('<a href="/a">b</a>' * 24_000, skipped=skipped)
    assert found == []
    assert skipped["too_many_links"] == 1


def test_deep_page_is_read():
    assert len(read("<div>" * 1500 + LINK + "</div>" * 1500)) == 1
