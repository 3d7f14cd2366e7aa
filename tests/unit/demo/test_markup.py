"""The layouts have the elements by which public scrapers of the real site find things."""

import pytest
from lxml import html

from newscrawl.demo import World

WORLD = World()
FIRST = {truth.url.split("/")[2]: truth.url for truth in WORLD.truths() if truth.number == 0}


def select(url, css):
    return html.fromstring(WORLD.answer(url).body).cssselect(css)


@pytest.mark.parametrize(
    "css",
    [
        "div.left_column #aside300 #lastnews .ln_header",
        "#lastnews li .ln_time",
        "#dle-content > div.fullnews.white_block > h1",
        "div.fullnews > p.description",
        "div.fullnews > img.main_pic[src^='//static.']",
        "span.news_date > span",
        "span.rate_votes",
        "div#initial_news_story > p",
        "p#tg_invite",
        "#dle-content > [class] > span",
        "div[id^='adv_']",
        "div#zkn_comments",
        ".reading_now a",
        "#pushsw-prompt-widget",
        ".ReportTypo > .ReportTypo-header",
    ],
)
def test_an_article_of_2019(css):
    assert select(FIRST["www.zakon2019.example"], css)
    assert select(FIRST["kaz.zakon2019.example"], css)


@pytest.mark.parametrize(
    "css",
    [
        "div.notmain.white_block > div#dle-content > div.cat_news_item",
        "div.cat_news_item:first-child > span.date",
        "div.cat_news_item > a.tahoma[href^='/']",
        "div.cat_news_item > span.comm_num",
    ],
)
def test_the_list_of_2019(css):
    assert select("http://www.zakon2019.example/news", css)


def test_the_list_of_2019_has_two_days():
    rows = select("http://www.zakon2019.example/news", "div.cat_news_item > span.date")
    assert [row.text for row in rows] == ["2019-05-20", "2019-05-19"]


@pytest.mark.parametrize(
    "css",
    [
        "div.articleBlock > h1",
        "div.info > div.date > time.date[datetime]",
        "div.author > a[href^='/authors/']",
        "div.articleBlock > div.description",
        "div.articleBlock > div.content > p",
        ".comments .title",
        ".appLinks",
        ".footerBottom .links",
        ".spec-list",
        ".mob_hide[style*=min-height]",
        "#allowNotificationsPopup",
    ],
)
def test_an_article_of_2022(css):
    assert select(FIRST["www.zakon2022.example"], css)


@pytest.mark.parametrize(
    "css",
    [
        "div.article__block > h1",
        ".article__category .badge.large",
        "time.date",
        "a[href^='/authors/']",
        ".article__block > .description",
        ".article__block > div.content > p",
        ".google-news-follow",
        ".willShare",
        ".tags.newsTags .badge.large",
        ".article__socialList",
        ".desktop-full-advert",
        "link[rel=amphtml]",
        "meta[property='article:published_time'][content$='+05:00']",
        "script[type='application/ld+json']",
    ],
)
def test_an_article_of_2026(css):
    assert select(FIRST["www.zakon2026.example"], css)
    assert select(FIRST["kaz.zakon2026.example"], css)


@pytest.mark.parametrize(
    ("url", "css"),
    [
        ("http://www.zakon2022.example/news/?p=2", "a > div.zmainCard > .title"),
        ("http://www.zakon2026.example/news/", "div.news-item > a.newscard_link[href]"),
        ("http://www.zakon2026.example/finansy/", ".newscard_link > .newscard__title"),
        ("http://kaz.zakon2019.example/rubric/1", "h1.roboto"),
        ("http://www.harbour-courier.example/latest/?page=2", "a[rel=next]"),
    ],
)
def test_lists(url, css):
    assert select(url, css)


def test_half_of_the_pages_of_2026_have_no_machine_readable_time():
    urls = [truth.url for truth in WORLD.truths("www.zakon2026.example")]
    stamped = sum(bool(select(url, ".article__block:first-child time[datetime]")) for url in urls)
    assert stamped == len(urls) / 2
