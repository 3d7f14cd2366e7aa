"""The demo's world: it answers as it says, tells the truth about itself, and never changes."""

import gzip
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from lxml import html

from newscrawl.demo import SITES, World, scaled_sites
from newscrawl.demo.looks import COPY, EDITED, GONE, RESHAPED, VANISHED, WINDOWS_1251

WORLD = World()
LATER = replace(WORLD, edition=2)
TRUTHS = {site.host: list(WORLD.truths(site.host)) for site in SITES}
EVERY = [truth for truths in TRUTHS.values() for truth in truths]
per_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.host)


def decoded(url, world=WORLD):
    body = world.answer(url).body
    body = gzip.decompress(body) if url.endswith(".gz") else body
    charset = "windows-1251" if b"charset=windows-1251" in body else "utf-8"
    return body.decode(charset, "replace")


def links_of(url):
    text = decoded(url)
    if text.startswith("<?xml"):
        found = re.findall(r"<(?:loc|link|guid)>([^<]+)|<link [^>]*href=\"([^\"]+)", text)
        return {unescape(first or second) for first, second in found}
    if text.startswith("{"):
        found = re.findall(r'"(?:url|alias)": "([^"]+)"', text)
        return {
            link if "//" in link else "http://" + url.split("/")[2] + "/" + link for link in found
        }
    page = html.fromstring(text or "<p></p>", base_url=url)
    page.make_links_absolute(url)
    return {link for element, _, link, _ in page.iterlinks() if element.tag == "a"}


@per_site
def test_each_site_has_forty_articles_over_four_days(site):
    days = Counter(truth.date_published[:10] for truth in TRUTHS[site.host])
    assert len(TRUTHS[site.host]) >= 40
    assert len(days) >= 4


@per_site
def test_every_link_of_a_listing_leads_somewhere(site):
    listings = WORLD.listings(site.host)
    links = {link for url in listings for link in links_of(url) if f"//{site.host}" in link}
    articles = {
        url.split("#")[0] for truth in TRUTHS[site.host] for url in (truth.url, *truth.aliases)
    }
    others = WORLD.others()
    assert len(links & articles) >= 20
    for link in links:
        status = WORLD.answer(link.split("#")[0]).status
        assert status in (200, 301) or others.get(link) == "gone" or "/search/" in link, link


@per_site
def test_addresses_and_aliases_answer_with_the_article(site):
    for truth in TRUTHS[site.host]:
        assert WORLD.answer(truth.url).status == 200
        for alias in truth.aliases:
            answer = WORLD.answer(alias)
            target = answer.headers.get("Location", truth.url)
            assert target.partition("?")[0].rstrip("/") == truth.url or answer.status == 200, alias


@per_site
def test_the_page_shows_what_the_truth_says(site):
    for truth in TRUTHS[site.host]:
        seen = re.sub(r"\s+", " ", html.fromstring(decoded(truth.url)).text_content())
        expected = [
            truth.title,
            *(block.text for block in truth.blocks),
            *truth.authors,
            *truth.tags,
        ]
        assert [text for text in (*expected, truth.description or "") if text not in seen] == []


@per_site
def test_dates_have_the_offset_of_their_era(site):
    for truth in TRUTHS[site.host]:
        for stamp in filter(None, (truth.date_published, truth.date_modified)):
            moment = datetime.fromisoformat(stamp)
            assert moment.utcoffset() == moment.astimezone(ZoneInfo(site.zone)).utcoffset()


@pytest.mark.parametrize(
    ("host", "day", "offset"),
    [
        ("www.zakon2019.example", "2019-05-20", "+06:00"),
        ("www.zakon2022.example", "2022-10-13", "+06:00"),
        ("www.zakon2026.example", "2026-03-28", "+05:00"),
        ("www.harbour-courier.example", "2026-03-28", "+00:00"),
        ("www.harbour-courier.example", "2026-03-29", "+01:00"),
        ("www.nordwest-anzeiger.example", "2026-03-29", "+02:00"),
        ("www.jiangcheng-ribao.example", "2026-03-29", "+08:00"),
    ],
)
def test_each_era_has_its_offset(host, day, offset):
    stamps = [truth.date_published for truth in TRUTHS[host]]
    assert {stamp[-6:] for stamp in stamps if stamp.startswith(day)} == {offset}


def test_other_pages_are_no_articles():
    kinds = Counter(WORLD.others().values())
    assert kinds["video_page"] == kinds["soft_404"] == kinds["gone"] == len(SITES)
    for url, kind in WORLD.others().items():
        assert WORLD.answer(url).status == (410 if kind == "gone" else 200) or kind == "gone"


def test_two_worlds_answer_alike():
    other = World()
    assert list(other.truths()) == EVERY
    for truth in EVERY[::7]:
        assert other.answer(truth.url) == WORLD.answer(truth.url)


def test_the_second_edition_adds_edits_withdraws_and_reshapes():
    host = "www.zakon2019.example"
    before = {truth.number: truth for truth in TRUTHS[host]}
    after = {truth.number: truth for truth in LATER.truths(host)}
    assert set(after) - set(before) == {44, 45}
    assert set(before) - set(after) == {VANISHED}
    assert [n for n in after if n in before and after[n] != before[n]] == [EDITED]
    assert len(after[EDITED].blocks) == len(before[EDITED].blocks) + 2
    assert LATER.answer(before[VANISHED].url).status == 410
    reshaped = before[RESHAPED].url
    assert 'class="newscont"' in decoded(reshaped, LATER)
    assert 'class="newscont"' not in decoded(reshaped)


def test_an_edited_article_says_when_it_was_changed():
    edited = [truth for truth in LATER.truths("www.zakon2026.example") if truth.number == EDITED]
    assert edited[0].date_modified is not None
    assert edited[0].date_modified > edited[0].date_published


def test_one_page_is_windows_1251_whatever_its_header_says():
    truth = next(truth for truth in EVERY if truth.number == WINDOWS_1251)
    answer = WORLD.answer(truth.url)
    assert "utf-8" in answer.content_type
    assert truth.title in answer.body.decode("windows-1251")


def test_the_lead_is_all_that_the_layout_of_2026_puts_into_its_data():
    truth = TRUTHS["www.zakon2026.example"][0]
    assert f'"articleBody": "{truth.description}"' in decoded(truth.url)


def test_load_more_ends_with_an_empty_fragment():
    address = "http://www.zakon2026.example/news/?handler=LoadMoreNews&type=list&p={}"
    sizes = [len(WORLD.answer(address.format(page)).body) for page in (1, 2, 3, 4)]
    assert [size > 0 for size in sizes] == [True, True, True, False]


@pytest.mark.parametrize(
    "markup",
    [
        '<div id="initial_news_story"><p>',
        '<div class="WordSection1"><p class="MsoNormal">',
        '<div class="clear_floats"><p><span class="s0">',
        '<div class="newscont"><p>',
        '<div class="full_text">',
        '<p id="tg_invite">',
        "<b>Читайте также:</b>",
        '<span class="comm_num">12</span>',
    ],
)
def test_the_layout_of_2019_has_all_its_boxes(markup):
    pages = [decoded(truth.url) for truth in TRUTHS["www.zakon2019.example"]]
    assert 2 <= sum(markup in page for page in pages) < len(pages)


def test_the_lead_stands_before_and_after_the_picture():
    orders = set()
    for truth in TRUTHS["www.zakon2019.example"]:
        page = decoded(truth.url)
        if truth.images and truth.description:
            orders.add(page.index("main_pic") < page.index('class="description"'))
    assert orders == {True, False}


def test_the_calendar_has_no_end():
    assert WORLD.answer("http://www.zakon2019.example/1987/01/31").status == 200
    assert WORLD.answer("http://www.zakon2019.example/1987/02/31").status == 404


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://unknown.example/", 502),
        ("http://www.zakon2019.example/robots.txt", 200),
        ("http://www.zakon2019.example/no-such-page", 404),
        ("http://www.zakon2019.example/4969990-any-slug.html", 410),
        ("http://www.zakon2026.example/6518010-any-slug.html", 301),
        ("http://static.zakon2019.example/uploads/posts/2019-05/pic_690/1_1.jpg", 200),
        ("http://static.zakon2019.example/zakon_cache/category/2/2019/05-20_news.json", 200),
        ("http://zakon2019.example/news", 200),
        ("http://zakon2022.example/news/", 301),
        ("http://kaz.zakon2019.example/rubric/1", 200),
        ("http://www.harbour-courier.example/latest/?page=9", 404),
    ],
)
def test_addresses_have_their_status(url, status):
    assert WORLD.answer(url).status == status


def test_a_scaled_world_is_as_large_as_asked_and_has_no_odd_pages():
    sites = scaled_sites(12, 3000)
    world = World(sites)
    last = sites[5]
    newest = next(world.truths(last.host))
    assert newest.number == 2999
    assert world.answer(newest.url).status == 200
    assert world.answer(last.origin + f"/sitemap/{3}.xml").body.count(b"<loc>") == 1000
    assert datetime.fromisoformat(newest.date_published).date() > date(2026, 4, 1)
    assert sites[0].number_of(sites[0].article_id(GONE)) == GONE
    assert not any(truth.copy_of for truth in [newest])


def test_one_text_is_published_twice_on_purpose():
    copies = [truth for truth in TRUTHS["www.zakon2022.example"] if truth.copy_of]
    assert [truth.number for truth in copies] == [COPY]
    original = next(t for t in TRUTHS["www.zakon2022.example"] if t.url == copies[0].copy_of)
    assert original.text == copies[0].text
