"""Last: append each record to its file, and tell the frontier in the same commit.

Files are ``<site>/<day>.jsonl`` below ``NEWSCRAWL_OUTPUT``, the day being that of the download, in
UTC: a file then only grows while its day lasts, and yesterday's is final. ``NEWSCRAWL_COMPRESS``
("gzip" or "zstd") compresses it at the end of a later run.

When ``process_item`` returns, the record and its commit are synced to the disk. Records that arrive
while a batch is being synced make the next batch: the busier the crawl, the larger the batches.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.crawling.setbacks import is_news
from newscrawl.discovery.window import OUTSIDE
from newscrawl.frontier import Frontier, FrontierError, Saved, Text
from newscrawl.frontier.errors import storage_failure
from newscrawl.frontier.options import output_folder
from newscrawl.frontier.output import Batch, Line, Output, folder_of
from newscrawl.frontier.packing import Packing
from newscrawl.frontier.schedule import latest_moment, parse_moment
from newscrawl.frontier.texts import describe_text
from newscrawl.items import Article
from newscrawl.pipelines.base import NotStored, Pipeline

logger = logging.getLogger(__name__)

# Records a batch: at 7 KB each a megabyte or two, some milliseconds to write.
_BATCH = 256
# Seconds that a batch waits for more records. Each batch costs a sync of every file and of the
# database; what waits is fetched again after a kill, four pages of a crawl of 80 a second.
_GATHER = 0.05
# Reasons that stand before a page and not in it: another run may get past them, and tries as often
# as after a failure (NEWSCRAWL_ATTEMPTS, over a day).
_MAY_PASS = frozenset(("consent_wall",))
# What a site shows in the place of all its pages for some hours ("back soon"): so do new ones that
# a list of news names.
_MAINTENANCE = frozenset(("soft_404", "empty_text"))


@dataclass(frozen=True, slots=True)
class _Waiting:
    line: Line
    saved: Saved
    stored: asyncio.Future[None]


class Store(Pipeline):
    """Saves each article once, and each later version of it as a revision."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._frontier: Frontier | None = None
        self._waiting: list[_Waiting] = []
        self._flushing: asyncio.Task[None] | None = None
        self._failure: FrontierError | None = None
        crawler.signals.connect(self.item_dropped, signals.item_dropped)
        crawler.signals.connect(self.item_failed, signals.item_error)

    def open_spider(self) -> None:
        """Find the frontier of the run; without one, records are only appended."""
        self._frontier = getattr(self.crawler.spider, "frontier", None)
        self._output = (
            self._frontier.output
            if self._frontier
            else Output(output_folder(self.crawler.settings))
        )

    async def process_item(self, item: Article) -> Article:
        text = describe_text(item.title, item.text, item.content_hash)
        item.revision = self._revision(item, text)
        stored = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(self._line(item), _saved(item, text), stored))
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.ensure_future(self._flush())
        await stored
        self.count("saved")
        if item.revision > 1:
            self.count("saved/revised")
        return item

    async def close_spider(self) -> None:
        """Wait for the last batch; then compress the files of finished days, if that is asked."""
        if self._flushing:
            await self._flushing
        packer = self.crawler.settings.get("NEWSCRAWL_COMPRESS")
        if packer and self._frontier and not self._failure:
            with self._ending_the_run():
                await self._pack(self._frontier.packing(packer))

    async def _pack(self, packing: Packing) -> None:
        packing.tidy()
        for file in packing.files(time.time()):
            lock = packing.lock(file)
            try:
                await asyncio.to_thread(packing.pack, file)
                packing.commit(file)
            finally:
                lock.close()
            self.count("packed")

    def item_dropped(self, item: object, exception: DropItem) -> None:
        """A record that an earlier pipeline dropped finishes its page."""
        if isinstance(exception, NotStored):
            return
        if self._frontier and isinstance(item, Article) and self._is_the_last(item):
            reason = getattr(exception, "reason", None) or str(exception) or "dropped"
            with self._ending_the_run():
                if reason in OUTSIDE:
                    published = latest_moment(item.date_published)
                    self._frontier.put_back(item.id, published, time.time())
                elif reason in _MAY_PASS or (reason in _MAINTENANCE and self._is_news(item)):
                    self._frontier.fail(item.id, reason, time.time())
                else:
                    self._frontier.finish(item.id, "dropped", time.time(), reason=reason)
                self._frontier.records.withdraw([item.id])

    def item_failed(self, item: object, failure: object) -> None:
        """A record that a pipeline broke on is tried again in a later run."""
        self.count("error/pipeline")
        if self._frontier and isinstance(item, Article) and self._is_the_last(item):
            error = repr(getattr(failure, "value", failure))
            with self._ending_the_run():
                self._frontier.fail(item.id, error, time.time())
                self._frontier.records.withdraw([item.id])

    def _is_the_last(self, item: Article) -> bool:
        """Whether no other copy of the article is just being written."""
        return not (self._frontier and self._frontier.records.is_being_written(item.id))

    @staticmethod
    def _is_news(item: Article) -> bool:
        return is_news(item.discovery.date_published, item.discovery.method, time.time())

    def _line(self, item: Article) -> Line:
        try:
            return line_of(item)
        except Exception:
            if self._frontier:  # admitted, and yet it will not be written
                self._frontier.records.withdraw([item.id])
            raise

    def _revision(self, item: Article, text: Text) -> int:
        revision: int | None = None
        with self._ending_the_run():
            revision = self._admit(item, text)
        if self._failure:
            raise NotStored(self._failure.slug)
        if revision is None:
            self.count("unsaved/unchanged")
            raise NotStored("unchanged")
        return revision

    def _admit(self, item: Article, text: Text) -> int | None:
        if self._frontier is None:
            return item.revision
        revision = self._frontier.records.admit(item.id, text)
        if revision is None:
            self._frontier.finish(
                item.id,
                "unchanged",
                time.time(),
                etag=item.http.etag,
                last_modified=item.http.last_modified,
            )
        return revision

    async def _flush(self) -> None:
        while self._waiting:
            await asyncio.sleep(_GATHER)
            batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
            try:
                with self._ending_the_run():
                    await self._write(batch)
            except Exception as bug:  # noqa: BLE001 - not lost: each of the items breaks on it
                self._break(batch, bug)
                continue
            if self._failure:
                self._give_up(batch)
            else:
                for waiting in batch:
                    waiting.stored.set_result(None)

    async def _write(self, waiting: list[_Waiting]) -> None:
        batch = self._output.open([each.line for each in waiting])
        try:
            await asyncio.to_thread(batch.write)
            self._commit(waiting, batch)
        finally:
            batch.close()
        if self._frontier:
            await asyncio.to_thread(self._frontier.database.sync)

    def _commit(self, waiting: list[_Waiting], batch: Batch) -> None:
        if self._frontier:
            self._frontier.records.save(
                [each.saved for each in waiting],
                batch,
                time.time(),
                scope=self._frontier.runs.scope,
            )

    def _give_up(self, batch: list[_Waiting]) -> None:
        """Let go of all that is not written: it stays due."""
        assert self._failure is not None  # noqa: S101 - the only caller has looked
        failed, self._waiting = batch + self._waiting, []
        self.count(f"unsaved/{self._failure.slug}", len(failed))
        for waiting in failed:
            waiting.stored.set_exception(NotStored(self._failure.slug))

    def _break(self, batch: list[_Waiting], bug: Exception) -> None:
        """Let the items of a batch fail as if the pipeline had broken on each of them."""
        if self._frontier:
            self._frontier.records.withdraw([waiting.saved.key for waiting in batch])
        for waiting in batch:
            waiting.stored.set_exception(bug)

    @contextmanager
    def _ending_the_run(self) -> Iterator[None]:
        """Once nothing can be kept any more, close the spider, and say why once."""
        try:
            yield
        except FrontierError as error:
            self._end_the_run(error)
        except OSError as error:
            self._end_the_run(storage_failure(self._output.folder, error))

    def _end_the_run(self, failure: FrontierError) -> None:
        if self._failure is None:
            self._failure = failure
            # For the exit code and the report: while files are packed the spider is closed already.
            self.set_stat("failure", failure.slug)
            logger.error("no more records are saved: %s", failure)
            engine = self.crawler.engine
            if engine is not None and engine.spider is not None:  # not closed meanwhile
                closing = engine.close_spider_async(reason=failure.slug)
                self._closing = asyncio.ensure_future(closing)


def line_of(item: Article) -> Line:
    """Return an article's line of JSON, and its file by site and day of download."""
    record = json.dumps(item, ensure_ascii=False, default=_fields)
    # A lone half of a surrogate pair is no text; it would make the line unreadable.
    data = record.encode("utf-8", "replace") + b"\n"
    day = item.date_downloaded[:10] or time.strftime("%Y-%m-%d", time.gmtime())
    return Line(f"{folder_of(item.site)}/{folder_of(day)}.jsonl", data)


def _fields(value: object) -> dict[str, Any]:
    """Return a dataclass as JSON sees it; `asdict` would copy every string's container twice."""
    return {name: getattr(value, name) for name in _names(type(value))}  # type: ignore[arg-type]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _saved(item: Article, text: Text) -> Saved:
    return Saved(
        key=item.id,
        url=item.url,
        site=item.site,
        revision=item.revision,
        text=text,
        published=parse_moment(item.date_published),
        etag=item.http.etag,
        last_modified=item.http.last_modified,
    )
