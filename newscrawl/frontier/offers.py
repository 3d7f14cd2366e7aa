"""Writing candidates down before anyone schedules them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from sqlite3 import Row

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.url_dates import url_date
from newscrawl.frontier.database import Database
from newscrawl.frontier.pages import Offered, merge_evidence, pack_evidence
from newscrawl.frontier.schedule import DAY, LONGEST_PAUSE, latest_moment, parse_moment

Entry = tuple[str, Candidate]
Latest = Callable[[Candidate], float | None]
"""Tells when a candidate that nobody dates was published at the latest (Unix time)."""

_KNOWN = "number, key, scope, state, evidence, checked_at, unchanged, first_seen"

# Candidates a transaction: one of 1,000 takes about 10 ms, what others may have to wait.
_CHUNK = 500

# A listing that claims so many changed articles (and most of those it names) lies about its dates:
# some sitemaps date everything today.
_MANY = 10
# So many re-checks in a row that changed nothing, and the page's dates are not believed any more.
_BELIEF = 3


def offer(
    database: Database,
    scope: str,
    entries: Iterable[Entry],
    now: float,
    *,
    recheck: bool,
    latest: Latest | None = None,
    polled_at: float | None = None,
    began: float | None = None,
) -> Offered:
    """Write down the candidates that are new, and make due those a listing tells a change of.

    ``recheck`` off leaves all that is known alone; what was seen since ``polled_at``, or ``began``
    of a listing that was never read, came late.
    """
    new = known = late = 0
    since = began if polled_at is None else polled_at
    remaining = iter(entries)
    while chunk := list(islice(remaining, _CHUNK)):
        first = dict(reversed(chunk))
        with database.transaction():
            rows = _known(database, list(first))
            fresh = [(key, candidate) for key, candidate in first.items() if key not in rows]
            _insert(database, scope, list(reversed(fresh)), now, latest)
            _adopt(database, scope, rows.values())
            _revive(database, rows.values(), now)
            _learn(database, rows, chunk)
            if recheck:
                _make_due(database, _changed(rows, chunk, now))
        new += len(fresh)
        known += len(rows)
        late += sum(since is not None and row["first_seen"] > since for row in rows.values())
    return Offered(new, known, late)


def _known(database: Database, keys: Sequence[str]) -> dict[str, Row]:
    marks = ",".join("?" * len(keys))
    found = database.rows(
        f"SELECT {_KNOWN} FROM page WHERE key IN ({marks})",  # noqa: S608 - only question marks
        *keys,
    )
    return {row["key"]: row for row in found}


def _insert(
    database: Database,
    scope: str,
    entries: Sequence[Entry],
    now: float,
    latest: Latest | None,
) -> None:
    rows = []
    for place, (key, candidate) in enumerate(entries):
        published = _published(candidate)
        moment = published
        if moment is None:
            # Listings show the newest first: where nothing else tells, the place does.
            bound = latest(candidate) if latest else None
            moment = _changed_at(candidate, bound if bound is not None else now - place / 1000)
        page = (key, scope, site_of(candidate.url), candidate.url)
        rows.append((*page, moment, published is not None, pack_evidence(candidate), now))
    database.write_many(
        "INSERT INTO page (key, scope, site, url, state, published, dated, evidence, first_seen)"
        " VALUES (?, ?, ?, ?, 'due', ?, ?, ?, ?)",
        rows,
    )


def _published(candidate: Candidate) -> float | None:
    """Return the last moment that the listing's date can mean, or the address's."""
    if (moment := latest_moment(candidate.date_published)) is not None:
        return moment
    day = url_date(candidate.url)
    return latest_moment(day.isoformat()) if day else None


def _changed_at(candidate: Candidate, bound: float) -> float:
    """Return when an article was changed, if before ``bound``: it was published before that."""
    changed = latest_moment(candidate.date_modified)
    return bound if changed is None else min(changed, bound)


def _adopt(database: Database, scope: str, rows: Iterable[Row]) -> None:
    """A page belongs to the spider that offered it last, unless another is at it just now."""
    adopted = [row for row in rows if row["scope"] != scope and row["state"] != "leased"]
    if adopted:
        database.write_many(
            "UPDATE page SET scope = ? WHERE number = ?",
            [(scope, row["number"]) for row in adopted],
        )


def _revive(database: Database, rows: Iterable[Row], now: float) -> None:
    """Make due for one more try what was given up a week ago: a site may be back."""
    given_up = [
        (row["number"],)
        for row in rows
        if row["state"] == "failed" and (row["checked_at"] or 0) <= now - LONGEST_PAUSE
    ]
    if given_up:
        database.write_many("UPDATE page SET state = 'due' WHERE number = ?", given_up)


def _learn(database: Database, rows: dict[str, Row], entries: Sequence[Entry]) -> None:
    """What another listing says of a page that is still to come fills the gaps of its evidence.

    Of a page that is done it fills one: the date of change, which a later date is compared with.
    A date puts a page in its place that nobody had dated.
    """
    learned: dict[int, str] = {}
    dated = []
    for key, candidate in entries:
        row = rows.get(key)
        if row is None:
            continue
        before = learned.get(row["number"], row["evidence"])
        is_dated = candidate.date_modified and '"date_modified"' not in before
        if row["state"] in {"due", "waiting"} or (row["state"] in {"leased", "done"} and is_dated):
            evidence = merge_evidence(before, [pack_evidence(candidate)])
            if evidence != before:
                learned[row["number"]] = evidence
                if (published := latest_moment(candidate.date_published)) is not None:
                    dated.append((published, row["number"]))
    if learned:
        database.write_many(
            "UPDATE page SET evidence = ? WHERE number = ?",
            [(evidence, number) for number, evidence in learned.items()],
        )
        database.write_many(
            "UPDATE page SET published = ?, dated = 1"
            " WHERE number = ? AND NOT dated AND revision = 0",
            dated,
        )


def _changed(
    rows: dict[str, Row], entries: Sequence[Entry], now: float
) -> list[tuple[Row, Candidate]]:
    """Return the saved pages that changed since the last look, if the listing is believed."""
    saved = [
        (row, candidate)
        for key, candidate in entries
        if (row := rows.get(key)) is not None and row["state"] == "done"
    ]
    changed = [(row, candidate) for row, candidate in saved if _is_newer(row, candidate, now)]
    lies = len(changed) >= _MANY and 2 * len(changed) > len(saved)
    return [] if lies else changed


def _is_newer(row: Row, candidate: Candidate, now: float) -> bool:
    """Whether a listing tells a later change than our last look, or than it told before.

    Some print local time as UTC and are hours ahead: a moment to come says nothing of our look.
    """
    modified = parse_moment(candidate.date_modified)
    if modified is None or modified > now + DAY or row["unchanged"] >= _BELIEF:
        return False
    before = parse_moment(json.loads(row["evidence"]).get("date_modified"))
    return row["checked_at"] < modified <= now or (before is not None and modified > before)


def _make_due(database: Database, changed: Sequence[tuple[Row, Candidate]]) -> None:
    if changed:
        database.write_many(
            "UPDATE page SET state = 'due', due_at = NULL, attempts = 0,"
            " evidence = json_set(evidence, '$.date_modified', ?) WHERE number = ?",
            [(candidate.date_modified, row["number"]) for row, candidate in changed],
        )
