"""Which claims of an address are believed."""

from __future__ import annotations

import pytest

from newscrawl.extraction.metadata.canonical import read_canonical_url
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page

URL = "https://www.bernpost.example/weather/104711-snow-falls-on-bern"

ELSEWHERE = "https://www.alpinepost.example/2024/snow-falls-on-bern-99"

CLAIMS = {
    "link": (f'<link rel="canonical" href="{URL}">', (URL, "link")),
    "relative link": (
        '<link rel="canonical" href="/weather/104711-snow-falls-on-bern#top">',
        (URL, "link"),
    ),
    "the editor's own machine": (
        '<link rel="canonical" href="http://localhost:3000/weather/104711-snow-falls-on-bern">',
        (None, ""),
    ),
    "a host for trials": (
        '<link rel="canonical" href="https://staging.bernpost.example/weather/104711-snow-falls">',
        (None, ""),
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
    "the paper it was taken from": (
        f'<link rel="canonical" href="{ELSEWHERE}">',
        (ELSEWHERE, "link"),
    ),
    "another article elsewhere": (
        '<link rel="canonical" href="https://www.alpinepost.example/sun-shines-in-june">',
        (None, ""),
    ),
    "section": ('<link rel="canonical" href="/weather/">', (None, "")),
    "script": ('<link rel="canonical" href="javascript:void(0)">', (None, "")),
    "broken address": ('<link rel="canonical" href="http://[snow/">', (None, "")),
    "none": ("", (None, "")),
}


@pytest.mark.parametrize(("html", "answer"), CLAIMS.values(), ids=CLAIMS)
def test_first_plausible_claim_is_taken(html: str, answer: tuple[str | None, str]) -> None:
    page = parse_page(f"<html><head>{html}</head></html>", url=URL)
    assert read_canonical_url(page, read_structured(page)) == answer


@pytest.mark.parametrize(
    ("claim", "believed"), [(URL, URL), ("https://a.example/", None)], ids=["article", "homepage"]
)
def test_page_of_unknown_address_is_believed_all_but_a_homepage(
    claim: str, believed: str | None
) -> None:
    page = parse_page(f'<html><head><link rel="canonical" href="{claim}"></head></html>')
    assert read_canonical_url(page, read_structured(page))[0] == believed
