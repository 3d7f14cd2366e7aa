"""List APIs of any make, JSON Feed, and HTML inside JSON."""

import json
import re

import pytest

from newscrawl.discovery import json_lists
from newscrawl.discovery.json_lists import read_json_list
from newscrawl.discovery.site import Site

URL = "https://a.example/api/list?page=1"


def read(answer: object, **arguments):
    return read_json_list(json.dumps(answer), url=URL, **arguments)


def test_json_feed_is_read_whole():
    listing = read(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Paper",
            "next_url": "https://a.example/feed.json?page=2",
            "items": [
                {
                    "id": "1",
                    "url": "/one",
                    "title": "One",
                    "summary": "Lead",
                    "date_published": "2019-05-20T18:44:00+06:00",
                    "date_modified": "2019-05-21T08:00:00Z",
                    "authors": [{"name": "Ann Lee"}],
                    "image": "/1.jpg",
                    "language": "en",
                }
            ],
        }
    )
    (candidate,) = listing.candidates
    assert listing.kind == "json_feed"
    assert listing.listings[0].url == "https://a.example/feed.json?page=2"
    assert candidate.method == "feed"
    assert candidate.url == "https://a.example/one"
    assert candidate.title == "One"
    assert candidate.description == "Lead"
    assert candidate.date_published == "2019-05-20T18:44:00+06:00"
    assert candidate.date_modified == "2019-05-21T08:00:00+00:00"
    assert candidate.authors == ("Ann Lee",)
    assert candidate.image == "https://a.example/1.jpg"
    assert candidate.language == "en"


APIS = [
    (
        "days with aliases",
        [{"data": "2022-02-03", "x": [{"alias": "123-s.html", "p_title": "T", "time": "10:22"}]}],
        ("https://a.example/123-s.html", "2022-02-03T10:22"),
    ),
    (
        "a day's cache",
        {"items": [{"id": 1, "title": "T", "date_print": "20.05.2019 18:44", "url": "/1-t.html"}]},
        ("https://a.example/1-t.html", "2019-05-20T18:44"),
    ),
    (
        "WordPress",
        [{"link": "/t/", "title": {"rendered": "T"}, "date": "2019-05-20T18:44:00"}],
        ("https://a.example/t/", "2019-05-20T18:44:00"),
    ),
    (
        "WordPress with all that belongs to a post",
        [
            {
                "link": "/t/",
                "title": {"rendered": "T"},
                "date": "2019-05-20T18:44:00",
                "date_gmt": "2019-05-20T12:44:00",
                "_embedded": {
                    "author": [{"name": "Ann Lee", "link": "/author/ann/"}],
                    "wp:featuredmedia": [
                        {"date": "2019-05-20T10:00:00", "link": "/p/", "title": {"rendered": "P"},
                         "media_type": "image"}
                    ],
                    "wp:term": [[{"name": "Sport", "link": "/category/sport/"}]],
                },
            }
        ],
        ("https://a.example/t/", "2019-05-20T12:44:00+00:00"),
    ),
    (
        "a date with its zone apart",
        [{"url": "/t", "title": "T", "date": {"date": "2019-05-20 18:44:00.000000", "type": 3}}],
        ("https://a.example/t", "2019-05-20T18:44:00"),
    ),
    (
        "authors of an undated article",
        {"authors": [{"name": "B", "url": "/b"}], "items": [{"url": "/t", "title": "T",
         "author": {"name": "Ann Lee", "url": "/ann"}}]},
        ("https://a.example/t", None),
    ),
    (
        "camel case and epoch",
        {"result": {"articles": [{"Url": "/t", "Headline": "T", "publishedAt": 1558353840}]}},
        ("https://a.example/t", "2019-05-20T12:04:00+00:00"),
    ),
    (
        "deep in a page's state",
        {"props": {"pageProps": {"feed": [{"node": {"path": "/t", "title": "T"}}]}}},
        ("https://a.example/t", None),
    ),
]  # fmt: skip


FIELDS = [
    ("entities", "title", {"title": {"rendered": "It&#8217;s &amp; cold"}}, "It’s & cold"),
    ("number of an author", "authors", {"title": "T", "author": 3}, ()),
    ("picture with a title", "image", {"title": "T", "image": {"title": "P", "url": "/p.jpg"}},
     "https://a.example/p.jpg"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "item", "expected"), [c[1:] for c in FIELDS], ids=[c[0] for c in FIELDS]
)
def test_field_of_an_item(name, item, expected):
    (candidate,) = read([item | {"url": "/t"}]).candidates
    assert getattr(candidate, name) == expected


def test_articles_inside_an_article_are_dated():
    inside = [{"url": "/s", "title": "S"}, {"url": "/u", "title": "U", "date": "2019-05-19 10:00"}]
    item = {"url": "/t", "title": "T", "date": "2019-05-20 18:44", "related": inside}
    urls = [candidate.url for candidate in read([item]).candidates]
    assert urls == ["https://a.example/t", "https://a.example/u"]


@pytest.mark.parametrize(("answer", "expected"), [c[1:] for c in APIS], ids=[c[0] for c in APIS])
def test_list_api_is_read(answer, expected):
    listing = read(answer)
    (candidate,) = listing.candidates
    assert listing.kind == "json_api"
    assert (candidate.url, candidate.date_published) == expected
    assert candidate.title == "T"
    assert listing.listings[0].url == "https://a.example/api/list?page=2"


def test_html_inside_json_is_read():
    html = '<div><a href="/6011400-a-b-c-d.html"><h3>A headline of words</h3></a></div>'
    (candidate,) = read({"ok": True, "html": html, "count": 1}).candidates
    assert candidate.url == "https://a.example/6011400-a-b-c-d.html"
    assert candidate.title == "A headline of words"


def test_half_an_emoji_costs_no_article():
    entries = [
        {"url": "/cut", "title": "Snow \ud83d"},
        {"url": "/whole", "title": "Snow \U0001f600"},
    ]
    found = {candidate.url: candidate.title for candidate in read(entries).candidates}
    assert found == {
        "https://a.example/cut": "Snow ?",
        "https://a.example/whole": "Snow \U0001f600",
    }
    html = '<a href="/6011400-a-b-c-d.html"><h3>A headline of words \ud83d</h3></a>'
    assert len(read({"html": html}).candidates) == 1


def test_next_page_is_named_by_the_answer():
    answer = {"next": "/api/list?after=x", "results": [{"url": "/t", "title": "T"}]}
    assert read(answer).listings[0].url == "https://a.example/api/list?after=x"


def test_article_url_decides():
    answer = [{"url": "/6011400-a.html", "title": "T"}, {"url": "/author/x", "title": "X"}]
    listing = read(answer, site=Site(article_url=re.compile(r"\d{7}-")))
    assert [candidate.url for candidate in listing.candidates] == [
        "https://a.example/6011400-a.html"
    ]
    assert listing.skipped == {"not_article_url": 1}


@pytest.mark.parametrize("answer", [{}, [], {"data_list": []}, {"html": ""}, "", 5, None])
def test_answer_without_articles_is_past_the_end(answer):
    listing = read(answer)
    assert (listing.kind, list(listing.candidates), listing.listings) == ("empty", [], ())


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "<html>", '{"a": NaN'])
def test_what_is_not_json_is_no_listing(text):
    assert read_json_list(text, url=URL).kind == "unknown"


def test_objects_without_end_are_cut(monkeypatch):
    monkeypatch.setattr(json_lists, "MAX_OBJECTS", 100)
    listing = read([{"url": f"/{n}", "title": "T"} for n in range(200)])
    assert len(list(listing.candidates)) == 100
    assert listing.skipped == {"too_many_entries": 1}
