"""How well articles are told from other pages, on our own pages and on a data folder's articles.

python tests/benchmarks/verdicts.py [../shared/bench/dev]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from run_engine import read_html, read_pages

from newscrawl.extraction import extract
from newscrawl.extraction.verdict import Verdict

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"


class Case(NamedTuple):
    """A page by name, what it is (None: an article) and what it was taken for."""

    page: str
    reason: str | None
    verdict: Verdict


def main() -> None:
    cases = list(own_pages())
    for data in sys.argv[1:]:
        cases += given_articles(Path(data))
    report(cases)


def own_pages() -> Iterator[Case]:
    """Yield the verdicts on the pages of tests/fixtures."""
    for path in sorted(PAGES.glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        html = path.with_suffix(".html").read_bytes()
        found = extract(html, url=known["url"], encoding=known.get("charset"))
        yield Case(path.stem, None, found.verdict)
    folder = PAGES / "not_articles"
    verdicts = json.loads((folder / "verdicts.json").read_text(encoding="utf-8"))
    for page, known in verdicts.items():
        found = extract((folder / f"{page}.html").read_bytes(), url=known["url"])
        yield Case(page, known["reason"], found.verdict)


def given_articles(data: Path) -> Iterator[Case]:
    """Yield the verdicts on a data folder whose pages are all articles."""
    for page in read_pages(data):
        yield Case(page["id"], None, extract(read_html(data, page), url=page["url"]).verdict)


def report(cases: list[Case]) -> None:
    """Print each wrong verdict, then precision and recall of "is an article"."""
    for case in cases:
        if case.verdict.reason != case.reason:
            print(f"{case.page}: {case.reason or 'article'} taken for "
                  f"{case.verdict.reason or 'article'} ({case.verdict.score:.2f})")  # fmt: skip
    kept = [case for case in cases if case.verdict.is_article]
    right = [case for case in kept if case.reason is None]
    articles = sum(case.reason is None for case in cases)
    others = [case for case in cases if case.reason]
    named = sum(case.verdict.reason == case.reason for case in others)
    print(f"{articles} articles, {len(others)} other pages")
    print(f"precision {len(right) / max(1, len(kept)):.3f}  recall {len(right) / articles:.3f}  "
          f"right kind {named / len(others):.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
