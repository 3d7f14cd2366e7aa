"""How well articles are told from other pages.

python tests/benchmarks/verdicts.py [FOLDER ...] [--part tuned]

Judges the pages of tests/fixtures and of each folder, which holds either ``gold.jsonl`` (its pages
are all articles) or ``verdicts.json``: {"name": {"url": ..., "reason": "forum_page" or null}} with
``name.html`` beside it, null meaning an article. Prints each wrong verdict, then the share of each
kind that was told right, and precision and recall of "is an article".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from run_engine import read_html, read_pages
from scoring import in_part

from newscrawl.extraction import extract
from newscrawl.extraction.verdict.judge import Verdict

FIXTURES = Path(__file__).parents[1] / "fixtures"


class Case(NamedTuple):
    """A page by name, what it is (None: an article) and what it was taken for."""

    page: str
    reason: str | None
    verdict: Verdict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--part", choices=("all", "tuned", "held_out"), default="all")
    arguments = parser.parse_args()
    cases = [*own_articles()]
    for own in ("pages/not_articles", "pages/lookalikes", "kinds"):
        cases += judged_pages(FIXTURES / own)
    for folder in arguments.folders:
        if (folder / "verdicts.json").exists():
            cases += judged_pages(folder)
        else:
            cases += given_articles(folder, arguments.part)
    report(cases)


def own_articles() -> Iterator[Case]:
    """Yield the verdicts on the articles of tests/fixtures."""
    for path in sorted((FIXTURES / "pages").glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        html = path.with_suffix(".html").read_bytes()
        found = extract(html, url=known["url"], encoding=known.get("charset"))
        yield Case(path.stem, None, found.verdict)


def judged_pages(folder: Path) -> Iterator[Case]:
    """Yield the verdicts on a folder of pages of known kinds."""
    known_pages = json.loads((folder / "verdicts.json").read_text(encoding="utf-8"))
    for page, known in known_pages.items():
        found = extract((folder / f"{page}.html").read_bytes(), url=known["url"])
        yield Case(page, known["reason"], found.verdict)


def given_articles(data: Path, part: str) -> Iterator[Case]:
    """Yield the verdicts on a data folder whose pages are all articles."""
    for page in read_pages(data):
        if in_part(page, part):
            yield Case(page["id"], None, extract(read_html(data, page), url=page["url"]).verdict)


def report(cases: list[Case]) -> None:
    """Print each wrong verdict, the kinds, then precision and recall of "is an article"."""
    for case in cases:
        if case.verdict.reason != case.reason:
            print(f"{case.page}: {case.reason or 'article'} taken for "
                  f"{case.verdict.reason or 'article'} ({case.verdict.score:.2f})")  # fmt: skip
    print(f"\n{'':<20}{'pages':>6}{'kept':>6}{'right kind':>12}")
    for reason in sorted({case.reason for case in cases}, key=str):
        of_kind = [case for case in cases if case.reason == reason]
        kept = sum(case.verdict.is_article for case in of_kind)
        right = sum(case.verdict.reason == reason for case in of_kind) / len(of_kind)
        print(f"{reason or 'article':<20}{len(of_kind):>6}{kept:>6}{right:>12.3f}")
    articles = [case for case in cases if case.reason is None]
    kept_articles = sum(case.verdict.is_article for case in articles)
    kept_pages = sum(case.verdict.is_article for case in cases)
    print(f"precision {kept_articles / max(1, kept_pages):.3f}  "
          f"recall {kept_articles / max(1, len(articles)):.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
