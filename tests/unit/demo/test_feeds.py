"""The demo's feeds, sitemaps and lists are well-formed and agree with the truth."""

import gzip
import json
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from newscrawl.demo import SITES, World, scaled_sites

WORLD = World()
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
    "a": "http://www.w3.org/2005/Atom",
}
TRUTHS = {truth.url: truth for truth in WORLD.truths()}
per_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.host)


def parsed(url, world=WORLD):
    body = world.answer(url).body
    return etree.fromstring(gzip.decompress(body) if url.endswith(".gz") else body)


def texts(tree, path):
    return [node.text for node in tree.findall(path, NAMESPACES)]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.zakon2019.example/rss/rss_all.xml",
        "http://kaz.zakon2019.example/rss/rss_all.xml",
        "http://www.zakon2022.example/rss/",
        "http://www.zakon2026.example/rss/",
        "http://www.nordwest-anzeiger.example/rss.xml",
    ],
)
def test_rss_says_title_and_moment_of_the_newest(url):
    items = parsed(url).findall("channel/item")
    truths = [TRUTHS[item.findtext("guid")] for item in items]
    assert len(items) == 30
    assert [item.findtext("title") for item in items] == [truth.title for truth in truths]
    for item, truth in zip(items, truths, strict=True):
        moment = datetime.fromisoformat(truth.date_published)
        assert parsedate_to_datetime(item.findtext("pubDate")) == moment
        assert item.findtext("link").startswith(truth.url)


def test_atom_says_when_an_entry_was_changed():
    entries = parsed("http://www.harbour-courier.example/atom.xml").findall("a:entry", NAMESPACES)
    changed = 0
    for entry in entries:
        truth = TRUTHS[entry.findtext("a:id", namespaces=NAMESPACES)]
        updated = entry.findtext("a:updated", namespaces=NAMESPACES)
        assert updated == (truth.date_modified or truth.date_published)
        changed += updated != truth.date_published
    assert changed


def test_the_json_feed_names_authors_and_tags():
    feed = json.loads(WORLD.answer("http://www.jiangcheng-ribao.example/feed.json").body)
    for item in feed["items"]:
        truth = TRUTHS[item["url"]]
        assert tuple(author["name"] for author in item["authors"]) == truth.authors
        assert tuple(item["tags"]) == truth.tags


def test_the_news_sitemap_has_titles_and_moments():
    tree = parsed("http://www.harbour-courier.example/sitemap-news.xml")
    truths = [TRUTHS[url] for url in texts(tree, "s:url/s:loc")]
    assert texts(tree, "s:url/n:news/n:title") == [truth.title for truth in truths]
    assert texts(tree, "s:url/n:news/n:publication_date") == [t.date_published for t in truths]


@per_site
def test_the_sitemaps_name_every_article(site):
    tree = parsed(site.origin + WORLD.layouts[site.host].sitemap_path)
    children = texts(tree, "s:sitemap/s:loc")
    named = {url for child in children for url in texts(parsed(child), "s:url/s:loc")}
    named |= set(texts(tree, "s:url/s:loc"))
    assert named >= {url for url in TRUTHS if f"//{site.host}/" in url}


@per_site
def test_robots_txt_names_the_sitemap(site):
    lines = WORLD.answer(f"{site.origin}/robots.txt").body.decode().splitlines()
    assert f"Sitemap: {site.origin}{WORLD.layouts[site.host].sitemap_path}" in lines
    assert "Disallow: /search/" in lines
    assert "Crawl-delay: 0.01" in lines


def test_one_sitemap_lies_about_changes():
    tree = parsed("http://www.nordwest-anzeiger.example/sitemap/1.xml")
    assert len(set(texts(tree, "s:url/s:lastmod"))) == 1


def test_the_list_as_json_is_grouped_by_day_and_ends():
    api = "http://www.zakon2022.example/api/all-news-ajax/?pSize=20&pn={}"
    pages = [json.loads(WORLD.answer(api.format(page)).body)["data_list"] for page in range(1, 5)]
    entries = [news for page in pages for day in page for news in day["news_list"]]
    aliases = {f"http://www.zakon2022.example/{news['alias']}" for news in entries}
    assert aliases >= {url for url in TRUTHS if "zakon2022" in url}
    assert pages[3] == []


def test_the_days_json_says_what_the_days_page_lists():
    url = "http://www.zakon2019.example/zakon_cache/category/2/2019/05-20_news.json"
    items = json.loads(WORLD.answer(url).body)["items"]
    page = WORLD.answer("http://www.zakon2019.example/2019/05/20").body.decode()
    assert len(items) >= 11
    assert all(item["url"] in page and item["date_print"] in page for item in items)


def test_large_sitemaps_are_split():
    world = World(scaled_sites(1, 2500))
    index = parsed("http://www.site000.example/sitemap/index.xml", world)
    children = [url for url in texts(index, "s:sitemap/s:loc") if "rubrics" not in url]
    sizes = [len(texts(parsed(url, world), "s:url/s:loc")) for url in children]
    assert sum(sizes) == 2503
    assert max(sizes) <= 1003
