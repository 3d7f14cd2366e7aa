"""Listings that are read once, and of which a run's window left something out."""

from __future__ import annotations

import json

from newscrawl.frontier.database import Database

_ALWAYS = 1e12
# A window that reaches further than the one noted.
_WIDER = "scope = ?1 AND (value ->> '$.since' > ?2 OR value ->> '$.until' < ?3)"


class LeftOut:
    """Keeps them for the first run that asks for more days; others need not read them again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self, scope: str, url: str, now: float, *, since: float | None, until: float | None
    ) -> None:
        """Put a listing away until a run begins before ``since`` or ends after ``until``.

        Those are Unix times of the window that left something out; None left nothing out.
        """
        with self._database.transaction():
            self._database.write(
                "UPDATE listing SET due_at = NULL WHERE scope = ? AND url = ?", scope, url
            )
            self._database.write(
                "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)",
                _scope(scope), url, json.dumps({"since": since, "until": until}), now,
            )  # fmt: skip

    def bring_back(
        self, scope: str, now: float, *, since: float | None, until: float | None
    ) -> None:
        """Make due what narrower windows than this one left something out of."""
        window = (
            _scope(scope),
            -_ALWAYS if since is None else since,
            _ALWAYS if until is None else until,
        )
        with self._database.transaction():
            self._database.write(
                "UPDATE listing SET due_at = ?4, attempts = 0 WHERE scope = ?5"  # noqa: S608 - ours
                f" AND url IN (SELECT name FROM note WHERE {_WIDER})",
                *window, now, scope,
            )  # fmt: skip
            self._database.write(f"DELETE FROM note WHERE {_WIDER}", *window)  # noqa: S608 - ours


def _scope(scope: str) -> str:
    return f"left out {scope}"
