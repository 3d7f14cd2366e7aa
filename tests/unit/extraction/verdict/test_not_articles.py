"""Pages that hold no article, each refused for what it is, and articles that look like them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawl.extraction import extract

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"
EXPECTED = {
    f"{folder}/{page}": known
    for folder in ("not_articles", "lookalikes")
    for page, known in json.loads(
        (PAGES / folder / "verdicts.json").read_text(encoding="utf-8")
    ).items()
}


@pytest.mark.parametrize("page", EXPECTED)
def test_page_is_taken_for_what_it_is(page: str) -> None:
    html = (PAGES / f"{page}.html").read_bytes()
    verdict = extract(html, url=EXPECTED[page]["url"]).verdict
    reason = EXPECTED[page]["reason"]
    assert (verdict.is_article, verdict.reason) == (reason is None, reason)
