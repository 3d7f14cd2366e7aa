"""Pages that nobody dates: held back from a window once something tells that they are older."""

from __future__ import annotations

from typing import NamedTuple

from newscrawl.frontier.database import Database
from newscrawl.frontier.offers import Latest
from newscrawl.frontier.pages import unpack_evidence

# Pages a transaction: they hold the event loop for 11 ms (median of 36, at most 15).
_CHUNK = 500


Place = tuple[float, int]
"""Of a page among those of a site: its bound (Unix time), and its number, for many share one."""


class Held(NamedTuple):
    """What became of the newest undated pages of a site."""

    pages: int
    """How many are before the moment now and were not."""
    lowest: Place | None
    """Where to go on; None when there are no more."""


def hold_back(
    database: Database, scope: str, site: str, since: float, latest: Latest, *, below: Place
) -> Held:
    """Bound the newest due pages of a site that nobody dates, from ``below`` down to ``since``."""
    with database.transaction():
        rows = database.rows(
            "SELECT number, url, published, evidence FROM page WHERE scope = ? AND site = ?"
            " AND state = 'due' AND dated = 0 AND published >= ? AND (published, number) < (?, ?)"
            " ORDER BY published DESC, number DESC LIMIT ?",
            scope, site, since, *below, _CHUNK,
        )  # fmt: skip
        bounds = [(latest(unpack_evidence(row["url"], row["evidence"])), row) for row in rows]
        lowered = [
            (bound, row["number"])
            for bound, row in bounds
            if bound is not None and bound < row["published"]
        ]
        database.write_many("UPDATE page SET published = ? WHERE number = ?", lowered)
    before = sum(bound < since for bound, _ in lowered)
    last = (rows[-1]["published"], rows[-1]["number"]) if len(rows) == _CHUNK else None
    return Held(before, last)
