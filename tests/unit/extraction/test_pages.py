"""Our own annotated pages: every kind of error the engine knows, in fourteen languages.

``tests/fixtures/pages/<page>.html`` lies beside ``<page>.json``, which says what its record must
hold. A field that the JSON does not name is not tested.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newscrawl.extraction import ExtractedArticle, extract

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
EXPECTED = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.json"))
}

# Faults that still stand, by field and page; a test that passes all the same says so.
KNOWN_FAULTS = {
    ("text", "infobox_table_es"): "an infobox",
}


@cache
def extracted(page: str) -> ExtractedArticle:
    expected = EXPECTED[page]
    html = (PAGES / f"{page}.html").read_bytes()
    return extract(html, url=expected["url"], encoding=expected.get("charset"))


def pages(field: str, *, key: str | None = None) -> list[Any]:
    """Return the pages whose JSON has ``key``, by default the field's name."""
    return [
        pytest.param(page, marks=pytest.mark.xfail(reason=KNOWN_FAULTS[field, page]))
        if (field, page) in KNOWN_FAULTS
        else page
        for page, expected in EXPECTED.items()
        if (key or field) in expected
    ]


@pytest.mark.parametrize("page", pages("text", key="blocks"))
def test_text_is_the_article_and_nothing_else(page: str) -> None:
    expected = [block["text"] for block in EXPECTED[page]["blocks"]]
    assert [block.text for block in extracted(page).blocks if block.text] == expected
    assert extracted(page).text == "\n\n".join(expected)


@pytest.mark.parametrize("page", pages("types", key="blocks"))
def test_blocks_keep_what_they_are(page: str) -> None:
    expected = {block["text"]: block["type"] for block in EXPECTED[page]["blocks"]}
    found = {block.text: block.type for block in extracted(page).blocks}
    assert {text: found.get(text) for text in expected} == expected


@pytest.mark.parametrize("page", pages("title"))
def test_title_is_the_printed_headline(page: str) -> None:
    assert extracted(page).title == EXPECTED[page]["title"]


@pytest.mark.parametrize("page", pages("authors"))
def test_authors_are_the_persons_of_the_byline(page: str) -> None:
    assert extracted(page).authors == EXPECTED[page]["authors"]


@pytest.mark.parametrize("page", pages("date_published"))
def test_date_is_as_precise_as_the_page(page: str) -> None:
    """The page's moment, in whichever offset; a day where the page gives no zone."""
    expected = EXPECTED[page]["date_published"]
    found = extracted(page).date_published or ""
    assert found.startswith(expected) if len(expected) == 10 else _same_moment(found, expected)


@pytest.mark.parametrize("page", pages("description"))
def test_description_is_the_lead(page: str) -> None:
    assert extracted(page).description == EXPECTED[page]["description"]


@pytest.mark.parametrize("page", pages("language"))
def test_language_is_the_texts(page: str) -> None:
    assert (extracted(page).language or "").split("-")[0] == EXPECTED[page]["language"]


@pytest.mark.parametrize("page", EXPECTED)
def test_it_is_an_article(page: str) -> None:
    verdict = extracted(page).verdict
    assert (verdict.is_article, verdict.reason) == (True, None)


def _same_moment(found: str, expected: str) -> bool:
    return bool(found) and datetime.fromisoformat(found) == datetime.fromisoformat(expected)
