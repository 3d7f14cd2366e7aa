"""Pages of 488 sites, articles and others: how many are told right.

They were written from memory of how such sites build their pages, with words of our own, before
the engine saw them; ``fixtures/kinds/verdicts.json`` says what each is. The sites' names are not
theirs.
"""

from __future__ import annotations

import json
from pathlib import Path

from newscrawl.extraction import extract

FOLDER = Path(__file__).parents[3] / "fixtures" / "kinds"
EXPECTED = json.loads((FOLDER / "verdicts.json").read_text(encoding="utf-8"))
# A list may be called one of a subject, and a shop's page one of its services.
MOST_TAKEN, MOST_LOST, LEAST_OF_ITS_KIND = 20, 2, 423


def test_articles_are_told_from_other_pages() -> None:
    verdicts = {
        page: extract((FOLDER / f"{page}.html").read_bytes(), url=known["url"]).verdict
        for page, known in EXPECTED.items()
    }
    taken = [p for p, v in verdicts.items() if v.is_article and EXPECTED[p]["reason"]]
    lost = [p for p, v in verdicts.items() if not v.is_article and not EXPECTED[p]["reason"]]
    right = [p for p, v in verdicts.items() if v.reason == EXPECTED[p]["reason"]]
    assert len(taken) <= MOST_TAKEN, taken
    assert len(lost) <= MOST_LOST, lost
    assert len(right) >= LEAST_OF_ITS_KIND
