"""One article, one key: addresses that are the same article, and addresses that are not."""

from datetime import date
from timeit import timeit
from urllib.parse import urljoin

import pytest

from newscrawl.discovery.urls import (
    article_key,
    is_plausible_canonical,
    normalize_url,
    resolve_link,
    site_of,
    url_date,
    url_span,
)

NORMAL = [
    ("case", "HTTP://Example.COM/Path", "http://example.com/Path"),
    ("no path", "https://a.example", "https://a.example/"),
    ("default port", "http://a.example:80/x", "http://a.example/x"),
    ("default port of https", "https://a.example:443/x", "https://a.example/x"),
    ("other port", "http://a.example:8080/x", "http://a.example:8080/x"),
    ("fragment", "https://a.example/x#comments", "https://a.example/x"),
    ("space around", "  https://a.example/x \n", "https://a.example/x"),
    ("space within", "https://a.example/a b", "https://a.example/a%20b"),
    ("utm", "https://a.example/x?utm_source=t&utm_medium=s", "https://a.example/x"),
    ("matomo", "https://a.example/x?mtm_campaign=a&pk_kwd=b&id=3", "https://a.example/x?id=3"),
    ("click ids", "https://a.example/x?fbclid=1&yclid=2&ysclid=3&gclid=4", "https://a.example/x"),
    ("gid is content", "https://a.example/x?gid=7", "https://a.example/x?gid=7"),
    ("query order stays", "https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
    ("question mark", "https://a.example/x?", "https://a.example/x"),
    ("session in path", "https://a.example/x;jsessionid=1F2A?id=4", "https://a.example/x?id=4"),
    (
        "php session",
        "https://a.example/x?PHPSESSID=9e107d9d372bb68&id=4",
        "https://a.example/x?id=4",
    ),
    ("long sid", "https://a.example/x?sid=58428beaa14598c2e02d93ad5c773e4d", "https://a.example/x"),
    ("short sid is content", "https://a.example/x?sid=12345", "https://a.example/x?sid=12345"),
    ("ref names a visit", "https://a.example/x?ref=rss", "https://a.example/x"),
    ("numeric ref is content", "https://a.example/x?ref=4711", "https://a.example/x?ref=4711"),
    ("dot segments", "https://a.example/a/./b/../c", "https://a.example/a/c"),
    ("dots above the root", "https://a.example/../../a", "https://a.example/a"),
    ("escape case", "https://a.example/%d0%b0", "https://a.example/%D0%B0"),
    ("needless escape", "https://a.example/%61%2Db", "https://a.example/a-b"),
    ("escaped slash stays", "https://a.example/a%2fb", "https://a.example/a%2Fb"),
    (
        "cyrillic path",
        "https://a.example/новости",
        "https://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
    ),
    ("IDN", "https://қазақ.қаз/x", "https://xn--80aj0dja.xn--80ao21a/x"),
    ("dot after host", "https://a.example./x", "https://a.example/x"),
    ("mail", "mailto:a@a.example", ""),
    ("script", "javascript:void(0)", ""),
    ("no host", "https:///x", ""),
    ("broken IPv6", "http://[::1", ""),
    ("bad port", "http://a.example:99999/", ""),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("url", "expected"), [c[1:] for c in NORMAL], ids=[c[0] for c in NORMAL])
def test_address_has_one_clean_form(url, expected):
    if "xn--" in expected:
        assert normalize_url(url).startswith("https://xn--")
    else:
        assert normalize_url(url) == expected
    assert normalize_url(normalize_url(url)) == normalize_url(url)


LINKS = [
    ("relative", "/a", "https://a.example/a"),
    ("protocol-relative", "//b.example/a", "https://b.example/a"),
    ("query only", "?page=2", "https://a.example/news/?page=2"),
    ("without slash", "a.html", "https://a.example/news/a.html"),
    ("escaped ampersand", "/a?x=1&amp;y=2", "https://a.example/a?x=1&y=2"),
    ("line break within", "/a\n  b", "https://a.example/ab"),
    ("doubled host", "https://a.examplehttps://b.example/", "https://b.example/"),
    ("doubled scheme", "https://https://b.example/x", "https://b.example/x"),
    (
        "archived address stays",
        "https://web.example/2013/http://b.example/",
        "https://web.example/2013/http://b.example/",
    ),
    ("anchor", "#top", ""),
    ("phone", "tel:+77001112233", ""),
    ("data", "data:image/png;base64,AAAA", ""),
    ("empty", "   ", ""),
    ("template", "/news/{{ item.url }}", ""),
    ("template of a script", "/news/${slug}", ""),
    ("endless", "/" + "a" * 10_000, ""),
]


@pytest.mark.parametrize(("href", "expected"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_link_is_resolved_and_repaired(href, expected):
    assert resolve_link(href, "https://a.example/news/") == expected


SAME = [
    # scheme, host, layout
    ("https://www.zakon.kz/6027227-pochemu-boliat-glaza.html", "http://zakon.kz/6027227-pochemu-boliat-glaza.html"),
    ("https://a.example/ein-langer-weg", "https://m.a.example/ein-langer-weg/"),
    ("https://a.example/ein-langer-weg", "https://mobile.a.example/ein-langer-weg?m=1"),
    ("https://a.example/ein-langer-weg", "https://amp.a.example/ein-langer-weg"),
    ("https://a.example/ein-langer-weg", "https://www2.a.example/ein-langer-weg"),
    ("https://en.a.example/long-way", "https://en.m.a.example/long-way"),
    ("https://a.example/long-way", "https://a.example/amp/long-way"),
    ("https://a.example/long-way", "https://a.example/long-way/amp/"),
    ("https://a.example/long-way", "https://a.example/long-way?amp=1"),
    ("https://a.example/long-way", "https://a.example/long-way?amp"),
    ("https://a.example/long-way", "https://a.example/long-way?outputType=amp"),
    ("https://a.example/long-way.html", "https://a.example/long-way.amp.html"),
    ("https://a.example/long-way", "https://a.example/long-way.amp"),
    ("https://a.example/long-way", "https://a.example/long-way/amp.html"),
    ("https://a.example/long-way", "https://a.example/print/long-way"),
    ("https://a.example/long-way", "https://a.example/long-way?print=yes"),
    ("https://www.example.com/long-way", "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/amp/long-way"),
    ("https://www.example.com/long-way", "https://www.google.com/amp/s/www.example.com/amp/long-way"),
    # spelling
    ("https://a.example/long-way", "HTTPS://A.EXAMPLE:443//long-way/#c12"),
    ("https://a.example/long/way/", "https://a.example/long/way/index.html"),
    ("https://a.example/long/way/", "https://a.example/long/way/index.php"),
    ("https://a.example/x?id=5&k=2", "https://a.example/x?k=2&utm_campaign=z&id=5"),
    ("https://a.example/x?id=5", "https://a.example/x?id=5&page=1"),
    ("https://a.example/%D0%B0", "https://a.example/а"),
    # the number stays, slug and section change
    ("https://www.zakon.kz/obshestvo/6011400-x.html", "https://www.zakon.kz/6011400-x.html"),
    ("https://www.zakon.kz/finansy/6525291-kurs-tenge.html", "https://www.zakon.kz/amp/finansy/6525291-kurs.html"),
    ("https://a.example/6027227-old-slug.html", "https://a.example/6027227-new-slug.html/"),
    ("https://a.example/news/old-slug-512345/", "https://a.example/economy/new-slug-512345/"),
    ("https://a.example/economy/712345/old-slug.html", "https://a.example/economy/712345/new-slug.html"),
    ("https://a.example/sud/6011400-x-y.html", "https://a.example/6011400-x-y.html"),
    ("https://a.example/news/12345-old-slug", "https://a.example/news/12345-new-slug"),
    ("https://a.example/de/alt-1b2c3d4e5f60", "https://a.example/de/neu-1b2c3d4e5f60"),
    (
        "https://a.example/panorama/alt-a-3fa8ec51-8a1a-4ab1-92e7-568e6829693b",
        "https://a.example/neu-a-3FA8EC51-8a1a-4ab1-92e7-568e6829693b",
    ),
    ("https://a.example/doc/3669956", "https://a.example/doc/3669956?query=rates&from=search"),
    ("https://a.example/Schnee-auf-der-Strasse/!5928990/", "https://a.example/!5928990/"),
    ("https://a.example/2023/11/09/1211571220/old-slug", "https://a.example/2023/11/09/1211571220/"),
]  # fmt: skip

APART = [
    ("editions share numbers", "https://www.zakon.kz/6015850-x.html", "https://kaz.zakon.kz/6015850-x.html"),
    ("languages share numbers", "https://a.example/ru/6015850-x", "https://a.example/kk/6015850-x"),
    ("sites", "https://a.example/6015850-x", "https://b.example/6015850-x"),
    ("ports", "https://a.example/x", "https://a.example:8443/x"),
    ("languages of three letters", "https://a.example/rus/601585-x", "https://a.example/kaz/601585-x"),
    ("platform's customers", "https://a.blogspot.com/x", "https://b.blogspot.com/x"),
    ("content parameter", "https://a.example/?p=123", "https://a.example/?p=124"),
    ("article parameter", "https://a.example/x?article=5", "https://a.example/x?article=6"),
    ("second page", "https://a.example/6015850-x.html", "https://a.example/6015850-x.html?page=2"),
    ("second page in the path", "https://a.example/6015850-x", "https://a.example/6015850-x/2"),
    ("gallery of the same number", "https://a.example/news/6015850-x", "https://a.example/gallery/6015850-x"),
    ("video of the same number", "https://a.example/6015850-x", "https://a.example/video/6015850-x"),
    ("pictures of one gallery", "https://a.example/gallery/6015850/1", "https://a.example/gallery/6015850/2"),
    ("articles of a storyline", "https://a.example/theme/601585/first-part", "https://a.example/theme/601585/second-part"),
    ("articles of an author", "https://a.example/author/601585/first-part", "https://a.example/author/601585/second-part"),
    ("numbers with letters", "https://a.example/x_a3725091", "https://a.example/x_t3725091"),
    ("topic of the same number", "https://a.example/!5928990/", "https://a.example/!t5928990/"),
    ("day instead of a number", "https://a.example/20190520-rain", "https://a.example/20190520-snow"),
    ("day as a folder", "https://a.example/20190520/rain-again", "https://a.example/20190520/snow-again"),
    ("short day as a folder", "https://a.example/190520/rain-again", "https://a.example/190520/snow-again"),
    ("month instead of a number", "https://a.example/201905/rain-again", "https://a.example/201905/snow-again"),
    ("time of day below a day", "https://a.example/20190520/104512-rain", "https://a.example/20190521/104512-snow"),
    ("season at the end", "https://a.example/goals-20192020", "https://a.example/cards-20192020"),
    ("ticker at the end", "https://a.example/rises-005930", "https://a.example/falls-005930"),
    ("year at the end", "https://a.example/rain-2019", "https://a.example/snow-2019"),
    ("sum at the end", "https://a.example/grant-450000", "https://a.example/fine-450000"),
    ("round number in front", "https://a.example/150000-people-march", "https://a.example/150000-jobs-lost"),
    ("five digits at the end", "https://a.example/grant-42575", "https://a.example/fine-42575"),
    ("five digits in two folders", "https://a.example/news/12345-x", "https://a.example/blog/12345-x"),
    ("letter case of a path", "https://a.example/watch/aBc", "https://a.example/watch/abC"),
    ("front page and article", "https://a.example/", "https://a.example/x"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_one_article_have_one_key(one, other):
    assert article_key(one) == article_key(other)


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_different_articles_have_different_keys(one, other):
    assert article_key(one) != article_key(other)


def test_two_thousand_slugs_are_one_article():
    slugs = [f"slug-number-{number}-of-an-article" for number in range(2162)]
    assert len({article_key(f"https://a.example/news/{slug}-3881771") for slug in slugs}) == 1


def test_key_is_32_hex_digits_for_whatever_comes():
    keys = {article_key(text) for text in ("", "x", "https://a.example/", "http://[", "\ud800")}
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)


CANONICALS = [
    ("itself", "/long-way-home", "/long-way-home", True),
    ("relative", "/long-way-home", "https://m.a.example/long-way-home?x=1", True),
    ("AMP to article", "/long-way-home", "https://amp.a.example/long-way-home", True),
    ("number to slug", "/2019/05/long-way-home", "/?p=123", True),
    ("bare number to slug", "/news/long-way-home-5123456", "/5123456", True),
    ("slug edited", "/long-way-home-again", "/news/long-way-home", True),
    ("other section, same number", "/b/y-5123456", "/a/x-5123456", True),
    ("desk", "https://www.a.example/long-way-home", "//sports.a.example/long-way-home", True),
    ("parameter of the visit", "/long-way-home", "/long-way-home?channel=7", True),
    ("number in the query to slug", "/2019/long-way-home", "/news/?id=123", True),
    ("number in the query to page", "/news/", "/news/?id=123", False),
    ("article number lost", "/index.php", "/index.php?id=123", False),
    ("second page lost", "/long-way-home", "/long-way-home?page=2", False),
    ("parameter of its own", "/long-way-home?x=1", "/long-way-home", False),
    ("homepage", "/", "/long-way-home", False),
    ("section", "/politics/", "/politics/long-way-home", False),
    ("other article", "/short-trip-abroad", "/long-way-home", False),
    ("other number", "/long-way-home-5123457", "/long-way-home-5123456", False),
    ("one name in common", "/trump-visits-paris", "/trump-loses-appeal-court", False),
    ("other site", "https://b.example/long-way-home", "/long-way-home", False),
    ("edition", "https://www.zakon.kz/6015850-x.html", "//kaz.zakon.kz/6015850-x.html", False),
    ("homepage of a language", "/de/", "/long-way-home", False),
    ("short link", "/snow-falls-today", "/?p=104711", True),
    ("parameter of a search", "/long-way-home", "/long-way-home?srsltid=AfmBOo7", True),
    ("same slug, day of its own", "/2024/05/02/long-way-home", "/news/104711-long-way-home", True),
    ("not an address", "How long is the way home", "/long-way-home", False),
    ("broken", "http://[", "/long-way-home", False),
    ("empty", "", "/", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("canonical", "url", "expected"), [c[1:] for c in CANONICALS], ids=[c[0] for c in CANONICALS]
)
def test_canonical_is_believed_only_when_plausible(canonical, url, expected):
    url = urljoin("https://a.example/", url)
    assert is_plausible_canonical(canonical, url) is expected
    believed = urljoin(url, canonical) if expected else url
    assert article_key(url, canonical) == article_key(believed)


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        pytest.param("https://b.example/politics/99-long-way-home", True, id="same-slug"),
        pytest.param("https://b.example/short-trip-abroad", False, id="other-slug"),
        pytest.param("https://b.example/", False, id="homepage"),
        pytest.param("https://b.example/politics/", False, id="section"),
        pytest.param("https://kaz.a.example/long-way-home-5123456", False, id="edition"),
    ],
)
def test_an_article_taken_over_from_elsewhere_keeps_its_own_key(canonical, expected):
    url = "https://www.a.example/long-way-home-5123456"
    assert is_plausible_canonical(canonical, url, elsewhere=True) is expected
    assert not is_plausible_canonical(canonical, url)
    assert article_key(url, canonical) == article_key(url)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.zakon.kz/x", "zakon.kz"),
        ("https://kaz.zakon.kz/", "zakon.kz"),
        ("https://news.bbc.co.uk/1/hi", "bbc.co.uk"),
        ("https://paper.blogspot.com/", "paper.blogspot.com"),
        ("https://www.zakon2019.example/news", "zakon2019.example"),
        ("http://kaz.zakon2019.example:8080/", "zakon2019.example"),
        ("http://a.b.paper.test/", "paper.test"),
        ("http://localhost:6023/", "localhost"),
        ("http://127.0.0.1:6023/", "127.0.0.1"),
        ("http://[::1]:80/", "::1"),
        ("www.zakon.kz", "zakon.kz"),
        ("https://WWW.Zakon.KZ./", "zakon.kz"),
        ("https://қазақ.қаз/", "xn--80aatn3b.xn--80ao21a"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_site_is_the_registered_domain(url, site):
    found = site_of(url)
    assert found.startswith("xn--") if site.startswith("xn--") else found == site


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2019/05/20/slug", (2019, 5, 20)),
        ("/2019/5/2/slug", (2019, 5, 2)),
        ("/news/2019-05-20-slug", (2019, 5, 20)),
        ("/20190520/slug-1553.html", (2019, 5, 20)),
        ("/a/t20190520_5393123.htm", (2019, 5, 20)),
        ("/2019-05/20/c_1124.htm", (2019, 5, 20)),
        ("/2019/0520/x", (2019, 5, 20)),
        ("/world/2019/may/20/slug", (2019, 5, 20)),
        ("/slug-20-05-2019.html", (2019, 5, 20)),
        ("/2019/POLITICS/05/20/slug.html", (2019, 5, 20)),
        ("/2019/02/30/slug", None),
        ("/2019/05/slug", None),
        ("/6011400-slug.html", None),
        ("/1920-1080-wallpaper", None),
        ("/2019-2020-season", None),
        ("", None),
    ],
)
def test_day_is_read_from_the_path(path, day):
    expected = date(*day) if day else None
    assert url_date(f"https://a.example{path}") == expected
    assert (
        url_date(f"https://web.archive.org/web/20211110001122/https://a.example{path}") == expected
    )


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("/sitemap/2019-05.xml", (2019, 5, 1), (2019, 5, 31)),
        ("/2024/02/", (2024, 2, 1), (2024, 2, 29)),
        ("/sitemap-2019.xml", (2019, 1, 1), (2019, 12, 31)),
        ("/2019/12/31", (2019, 12, 31), (2019, 12, 31)),
    ],
)
def test_period_is_read_from_the_path(path, first, last):
    assert url_span(f"https://a.example{path}") == (date(*first), date(*last))


def test_key_takes_microseconds():
    url = "https://www.zakon.kz/obshestvo/6011400-pochemu-boliat-glaza.html?utm_source=rss"
    # Seconds for a thousand; measured 0.015 on one busy core, the limit catches what is quadratic.
    assert timeit(lambda: article_key(url), number=1000) < 0.5
