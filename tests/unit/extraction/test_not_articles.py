"""Pages that hold no article: each is refused, and says what it is instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawl.extraction import extract

PAGES = Path(__file__).parents[2] / "fixtures" / "pages" / "not_articles"
EXPECTED = json.loads((PAGES / "verdicts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", EXPECTED)
def test_page_is_refused_for_what_it_is(page: str) -> None:
    html = (PAGES / f"{page}.html").read_bytes()
    verdict = extract(html, url=EXPECTED[page]["url"]).verdict
    assert (verdict.is_article, verdict.reason) == (False, EXPECTED[page]["reason"])
