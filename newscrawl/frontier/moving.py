"""Pages that turn out to be another article's, by redirect or by the address that they claim."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Row

from newscrawl.discovery.sites import site_of
from newscrawl.frontier.database import Database
from newscrawl.frontier.originals import Originals

# Share of three-word shingles from which on a text is that of the last record, edited meanwhile:
# two articles of one desk have hardly any in common (see `originals.ENOUGH`).
_SAME = 0.5
# Seconds that a copy waits for its original to be looked at: a run waits so long for it.
_MOMENT = 30.0


class Moves:
    """Decides under which key a page is saved, and remembers what is asked for no more."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self._database = database
        self._originals = originals

    def move(
        self,
        key: str,
        to: str,
        url: str,
        now: float,
        *,
        sketch: Callable[[], bytes],
        run: int | None,
        is_written: bool,
    ) -> str:
        """Return the key of the article that the leased page ``key`` is, at the address of ``to``.

        A saved article keeps its own under its new address, as long as its text is the same or
        nearly so; ``to`` then stands for it, unless its first record is just being written.
        """
        page = self._row(key)
        if page and key == to:  # renamed, perhaps, while it was on its way
            moved_to: str | None = page["moved_to"]
            return moved_to if moved_to and self._has_text(moved_to, sketch) else to
        if page is None or page["state"] != "leased":
            return to
        other = self._row(to)
        if other and other["moved_to"] and self._has_text(other["moved_to"], sketch):
            to = other["moved_to"]
            if to == key:
                return key
        elif (
            page["revision"] and not is_written and _is_free(other) and self._has_text(key, sketch)
        ):
            self._rename(key, to, url, page, now)
            return key
        self._lease(to, url, page, now, run)
        return to

    def await_original(self, key: str, original: str, published: float | None, now: float) -> bool:
        """Put a new page off and make the article due whose text it has; return whether it is."""
        with self._database.transaction():
            is_put_off = self._database.write(
                "UPDATE page SET state = 'waiting', run = NULL, due_at = ?1, attempts = 1,"
                " reason = 'awaits_original' WHERE key = ?2 AND state = 'leased' AND revision = 0"
                " AND attempts = 0 AND EXISTS (SELECT 1 FROM page AS first WHERE first.key = ?3"
                " AND first.state = 'done' AND first.site = page.site"
                " AND first.checked_at < page.first_seen AND abs(first.published - ?4) <= 60)",
                now + _MOMENT, key, original, published,
            )  # fmt: skip
            if is_put_off:
                self._database.write(
                    "UPDATE page SET state = 'due', due_at = NULL WHERE key = ?", original
                )
        return bool(is_put_off)

    def _row(self, key: str) -> Row | None:
        return self._database.row(
            "SELECT number, state, revision, moved_to FROM page WHERE key = ?", key
        )

    def _has_text(self, key: str, sketch: Callable[[], bytes]) -> bool:
        return self._originals.share(key, sketch()) >= _SAME

    def _rename(self, key: str, to: str, url: str, page: Row, now: float) -> None:
        """Give a saved article its new address, whose own key leads to it from now on."""
        with self._database.transaction():
            self._database.write(
                "INSERT INTO page (key, scope, site, url, state, published, dated, evidence,"
                " first_seen, checked_at, moved_to) SELECT ?1, scope, ?2, ?3, 'moved', published,"
                " dated, evidence, ?4, ?4, ?5 FROM page WHERE number = ?6"
                " ON CONFLICT (key) DO UPDATE SET state = 'moved', run = NULL, due_at = NULL,"
                " moved_to = excluded.moved_to, checked_at = excluded.checked_at",
                to, site_of(url), url, now, key, page["number"],
            )  # fmt: skip
            self._database.write("UPDATE page SET url = ? WHERE number = ?", url, page["number"])

    def _lease(self, to: str, url: str, page: Row, now: float, run: int | None) -> None:
        """Lease an article in the stead of a page that is never asked for again."""
        with self._database.transaction():
            self._database.write(
                "UPDATE page SET state = 'moved', run = NULL, due_at = NULL, moved_to = ?,"
                " checked_at = ? WHERE number = ?",
                to, now, page["number"],
            )  # fmt: skip
            self._database.write(
                "INSERT INTO page (key, scope, site, url, state, published, dated, evidence,"
                " first_seen, run) SELECT ?, scope, ?, ?, 'leased', published, dated, evidence,"
                " first_seen, ? FROM page WHERE number = ?"
                " ON CONFLICT (key) DO UPDATE SET state = 'leased', run = excluded.run,"
                " due_at = NULL, moved_to = NULL",
                to, site_of(url), url, run, page["number"],
            )  # fmt: skip


def _is_free(page: Row | None) -> bool:
    """Whether nothing was saved under a key."""
    return page is None or not page["revision"]
