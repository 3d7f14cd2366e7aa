"""Which claims of an address are believed."""

from __future__ import annotations

import pytest

from newscrawl.extraction.canonical import is_plausible, read_canonical_url
from newscrawl.extraction.page import parse_page
from newscrawl.extraction.structured import read_structured

URL = "https://www.bernpost.example/weather/104711-snow-falls-on-bern"

PLAUSIBLE = {
    "the same": URL,
    "without www": "https://bernpost.example/weather/104711-snow-falls-on-bern",
    "without section": "https://www.bernpost.example/104711-snow-falls-on-bern",
    "new slug, same number": "https://www.bernpost.example/weather/104711-snow",
    "same slug, other number": "https://www.bernpost.example/2024/05/02/snow-falls-on-bern",
    "http": "http://www.bernpost.example/weather/104711-snow-falls-on-bern",
    "other site, same slug": "https://www.alpinepost.example/snow-falls-on-bern-104711",
}
IMPLAUSIBLE = {
    "homepage": "https://www.bernpost.example/",
    "homepage of a language": "https://www.bernpost.example/de/",
    "index file": "https://www.bernpost.example/index.html",
    "another article": "https://www.bernpost.example/weather/104999-sun-shines-in-june",
    "other site, other article": "https://www.alpinepost.example/sun-shines-in-june",
    "section": "https://www.bernpost.example/economy/",
}


@pytest.mark.parametrize("claim", PLAUSIBLE.values(), ids=PLAUSIBLE)
def test_claim_of_the_same_article_is_plausible(claim: str) -> None:
    assert is_plausible(claim, URL)


@pytest.mark.parametrize("claim", IMPLAUSIBLE.values(), ids=IMPLAUSIBLE)
def test_claim_of_something_else_is_not(claim: str) -> None:
    assert not is_plausible(claim, URL)


PAIRS = {
    "amp": (
        "https://a.example/amp/snow-falls-today",
        "https://a.example/snow-falls-today",
        True,
    ),
    "number in the query": (
        "https://a.example/view?id=104711",
        "https://a.example/view",
        False,
    ),
    "tracking": ("https://a.example/snow?utm_source=x", "https://a.example/snow", True),
    "short link": ("https://a.example/?p=104711", "https://a.example/snow-falls-today", True),
    "homepage of itself": ("https://a.example/", "https://a.example/", True),
    "page of unknown address": ("", "https://a.example/snow", True),
}


@pytest.mark.parametrize(("url", "claim", "plausible"), PAIRS.values(), ids=PAIRS)
def test_claim_is_judged_by_the_page_that_makes_it(url: str, claim: str, plausible: bool) -> None:
    assert is_plausible(claim, url) is plausible


CLAIMS = {
    "link": (f'<link rel="canonical" href="{URL}">', (URL, "link")),
    "relative link": (
        '<link rel="canonical" href="/weather/104711-snow-falls-on-bern#top">',
        (URL, "link"),
    ),
    "homepage, then Open Graph": (
        f'<link rel="canonical" href="/"><meta property="og:url" content="{URL}">',
        (URL, "meta og:url"),
    ),
    "JSON-LD": (
        f'<script type="application/ld+json">{{"@type": "Article", "url": "{URL}"}}</script>',
        (URL, "json_ld"),
    ),
    "JSON-LD of wrong types": (
        (
            '<script type="application/ld+json">{"@type": "Article", "url": 5,'
            ' "mainEntityOfPage": [null, {"@id": 7}]}</script>'
        ),
        (None, ""),
    ),
    "script": ('<link rel="canonical" href="javascript:void(0)">', (None, "")),
    "broken address": ('<link rel="canonical" href="http://[snow/">', (None, "")),
    "none": ("", (None, "")),
}


@pytest.mark.parametrize(("html", "answer"), CLAIMS.values(), ids=CLAIMS)
def test_first_plausible_claim_is_taken(html: str, answer: tuple[str | None, str]) -> None:
    page = parse_page(f"<html><head>{html}</head></html>", url=URL)
    assert read_canonical_url(page, read_structured(page)) == answer
