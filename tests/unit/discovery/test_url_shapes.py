"""Addresses that look like articles, and addresses that cannot be."""

import pytest

from newscrawl.discovery.url_shapes import (
    MAYBE_ARTICLE,
    explain_no_article,
    group_by_shape,
    score_url,
    shape_of,
)

BASE = "https://a.example"

ARTICLES = [
    "/6011400-kurs-tenge-na-zavtra.html",
    "/politics/snow-closes-the-mountain-road/",
    "/news/2019/05/20/snow-closes-the-road",
    "/news/512345",
    "/!5928990/",
    "/a/3fa8ec51-8a1a-4ab1-92e7-568e6829693b",
    "/2019-05/20/c_1124518765.htm",
    "/archives/63076-snow-on-the-road",
    "/topics/detail/26442071/",
    "/новости/снег-закрыл-горную-дорогу",
    "/blog/ten-reasons-for-long-walks/2022/12",
    "/news/snow-closes-the-road/2019/05/20/",
    "/news/大雪封路第三天山路仍未开放交通车辆",
]
OTHERS = [
    ("/", "homepage"),
    ("/index.pdf", "file"),
    ("/a/picture.JPG", "file"),
    ("/news/page/2/", "pagination"),
    ("/news/?page=2", "pagination"),
    ("/login", "service"),
    ("/tag/snow-on-the-road", "service"),
    ("/article_tag/snow-on-the-road/", "service"),
    ("/authors/anna-berg-of-the-paper", "service"),
    ("/privacy-policy/", "service"),
    ("/2019/05/20/", "archive"),
    ("/2019/05/", "archive"),
]
SECTIONS = [
    "/comment.php?articleId=512345",
    "/news/",
    "/politics",
    "/politics/world/",
    "/about/",
    "/topics/ukraine-war/",
    "/!p4608/",
    "/!t5008000/",
]


def test_headline_below_a_category_is_no_label():
    assert explain_no_article(f"{BASE}/category/upper-valley-news/") == "section"
    assert explain_no_article(f"{BASE}/category/snow-falls-in-the-upper-valley/") is None


@pytest.mark.parametrize("path", ARTICLES)
def test_article_may_be_one(path):
    score = score_url(BASE + path)
    assert score.reason is None
    assert score.points >= MAYBE_ARTICLE - 1.5
    assert explain_no_article(BASE + path) is None


@pytest.mark.parametrize(("path", "reason"), OTHERS)
def test_other_page_has_a_reason(path, reason):
    assert score_url(BASE + path).reason == reason


@pytest.mark.parametrize("path", SECTIONS)
def test_section_scores_below_an_article(path):
    score = score_url(BASE + path)
    assert score.reason or score.points < MAYBE_ARTICLE


@pytest.mark.parametrize("path", ["/5928990", "/!5928990/", "/news/512345"])
def test_bare_number_is_no_section(path):
    assert score_url(BASE + path).points >= MAYBE_ARTICLE


def test_number_in_the_query_makes_a_homepage_an_article():
    assert score_url(f"{BASE}/?p=123").reason is None


@pytest.mark.parametrize(
    "path",
    ["view.html?idxno=12", "view.php?ELEMENT_ID=12", "view.php?tx_ttnews%5Btt_news%5D=12"],
)
def test_number_that_systems_ask_for_counts(path: str):
    assert (
        score_url(f"{BASE}/{path}").points >= MAYBE_ARTICLE > score_url(f"{BASE}/view.php").points
    )


SAME_SHAPES = [
    ("/a/6011400-one-two-three.html", "/b/6011401-four-five-six.html"),
    ("/2019/05/20/one-two-three", "/2020/06/21/four-five-six-seven"),
    ("/?id=1", "/?id=2"),
]
OTHER_SHAPES = [
    ("/a/6011400-one-two-three.html", "/6011401-four-five-six.html"),
    ("/news/one-two-three", "/news/sport"),
    ("/x?id=1", "/x?page=1"),
    ("/x.html", "/x.pdf"),
]


@pytest.mark.parametrize(("one", "other"), SAME_SHAPES)
def test_addresses_of_one_template_have_one_shape(one, other):
    assert shape_of(BASE + one) == shape_of(BASE + other)
    assert len(group_by_shape([BASE + one, BASE + other])) == 1


@pytest.mark.parametrize(("one", "other"), OTHER_SHAPES)
def test_addresses_of_other_templates_have_other_shapes(one, other):
    assert len(group_by_shape([BASE + one, BASE + other])) == 2
