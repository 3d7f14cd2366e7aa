"""What was learned about sites and scopes: pauses they asked for, and facts worth keeping."""

from __future__ import annotations

import json
from typing import Any

from newscrawl.frontier.database import Database


class Notes:
    """Small facts, kept between runs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pause(self, site: str, until: float) -> None:
        """Take no page or listing of a site before a moment: it asked for it (Retry-After)."""
        self._database.write(
            "INSERT INTO pause VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET until = max(until, excluded.until)",
            site, until,
        )  # fmt: skip

    def paused_until(self, site: str, now: float) -> float | None:
        """Return when a site's pause ends, None when it has none."""
        found: float | None = self._database.value(
            "SELECT until FROM pause WHERE site = ? AND until > ?", site, now
        )
        return found

    def keep(self, scope: str, name: str, value: Any, now: float) -> None:
        """Keep something that was learned about a scope; any JSON value."""
        self._database.write(
            "INSERT INTO note VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET value = excluded.value, noted_at = excluded.noted_at",
            scope, name, json.dumps(value, ensure_ascii=False), now,
        )  # fmt: skip

    def recall(self, scope: str, name: str) -> Any:
        """Return what :meth:`keep` was given, None if nothing."""
        found = self._database.value(
            "SELECT value FROM note WHERE scope = ? AND name = ?", scope, name
        )
        return None if found is None else json.loads(found)
