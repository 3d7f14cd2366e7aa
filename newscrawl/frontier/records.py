"""Records: which article may be written, as which revision, and that it was."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Row

from newscrawl.frontier.database import Database
from newscrawl.frontier.options import Options
from newscrawl.frontier.originals import Originals
from newscrawl.frontier.output import Batch, Output
from newscrawl.frontier.pages import Saved
from newscrawl.frontier.schedule import next_check
from newscrawl.frontier.texts import Text, is_revision


class Records:
    """What has been written to the output, and what is about to be."""

    def __init__(self, database: Database, output: Output, options: Options) -> None:
        self._database = database
        self._output = output
        self._options = options
        self.originals = Originals(database)
        self._admitted: set[str] = set()

    def admit(self, key: str, text: Text) -> int | None:
        """Return the revision to write for an article, None when its last record still stands.

        Until ``save`` or ``withdraw`` it is being written, and not admitted again.
        """
        if self.is_being_written(key):
            return None
        row = self._database.row(
            "SELECT revision, content_hash, title_hash, histogram FROM page"
            " WHERE key = ? AND revision > 0",
            key,
        )
        if row and not is_revision(_text(row), text, least=self._options.revision_words):
            self.originals.withdraw([key])
            return None
        self._admitted.add(key)
        return 1 + row["revision"] if row else 1

    def is_being_written(self, key: str) -> bool:
        """Return whether a record of an article is on its way to its file, and not there yet."""
        return key in self._admitted

    def save(self, records: Sequence[Saved], batch: Batch, now: float, *, scope: str) -> None:
        """Commit records that are written and synced: pages done and file lengths, together."""
        with self._database.transaction():
            self._output.commit(batch)
            self._database.write_many(_SAVE, [self._values(scope, saved, now) for saved in records])
            self.originals.keep(saved.key for saved in records)
        self.withdraw([saved.key for saved in records])

    def withdraw(self, keys: Sequence[str]) -> None:
        """Forget that articles were about to be written."""
        self._admitted.difference_update(keys)
        self.originals.withdraw(keys)

    def _values(self, scope: str, saved: Saved, now: float) -> dict[str, object]:
        published = now if saved.published is None else saved.published
        return {
            "key": saved.key,
            "scope": scope,
            "site": saved.site,
            "url": saved.url,
            "published": published,
            "dated": saved.published is not None,
            "due_at": next_check(published, now, self._options.recheck_hours),
            "revision": saved.revision,
            "content_hash": saved.text.content_hash,
            "title_hash": saved.text.title_hash,
            "histogram": saved.text.histogram,
            "etag": saved.etag,
            "last_modified": saved.last_modified,
            "now": now,
        }


# An article that nobody offered (a spider of the user's own) gets its page here.
_SAVE = """
INSERT INTO page (key, scope, site, url, state, published, dated, due_at, evidence, revision,
    content_hash, title_hash, histogram, etag, last_modified, first_seen, checked_at, saved_at)
VALUES (:key, :scope, :site, :url, 'done', :published, :dated, :due_at, '{}', :revision,
    :content_hash, :title_hash, :histogram, :etag, :last_modified, :now, :now, :now)
ON CONFLICT (key) DO UPDATE SET state = 'done', run = NULL, due_at = excluded.due_at,
    published = CASE WHEN excluded.dated THEN excluded.published ELSE published END,
    dated = dated OR excluded.dated, revision = excluded.revision,
    content_hash = excluded.content_hash, title_hash = excluded.title_hash,
    histogram = excluded.histogram, etag = excluded.etag,
    last_modified = excluded.last_modified, attempts = 0, reason = NULL, unchanged = 0,
    checked_at = excluded.checked_at, saved_at = excluded.saved_at
"""


def _text(row: Row) -> Text:
    return Text(
        content_hash=row["content_hash"] or "",
        title_hash=row["title_hash"] or "",
        histogram=row["histogram"] or b"",
    )
