"""Addresses of real news pages: no two articles share a key, and lists would find them."""

import json
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newscrawl.discovery.sections import read_section
from newscrawl.discovery.urls import article_key, normalize_url
from newscrawl.extraction.page.tree import parse_page

GOLD = Path(__file__).parents[3].parent / "shared" / "bench" / "dev" / "gold.jsonl"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the annotated pages are not beside us")

NEWS = {"fundus", "fundus_eval", "scrapinghub"}
ONE_ARTICLE_TWICE = 1  # a re-edited headline under the same number


@pytest.fixture(scope="module")
def records():
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [record for record in found if normalize_url(record["url"])]


def test_no_two_articles_share_a_key(records):
    urls = {normalize_url(record["url"]) for record in records}
    assert len(urls) > 1500
    assert len({article_key(url) for url in urls}) >= len(urls) - ONE_ARTICLE_TWICE


def test_articles_are_told_from_navigation_by_address_and_headline(records):
    found = total = 0
    for record in records:
        parts = urlsplit(record["url"])
        title = record["gold"].get("title")
        if record["dataset"] not in NEWS or not title or len(parts.path) < 2:
            continue
        base = f"{parts.scheme}://{parts.netloc}/"
        link = f'<h3><a href="{escape(record["url"])}">{escape(title)}</a></h3>'
        root = parse_page(f"<html><body>{link}</body></html>", url=base).root
        found += len(read_section(root, url=base)) == 1
        total += 1
    # Share of articles, without any neighbour on the page to learn from.
    assert total > 100
    assert found / total >= 0.97
