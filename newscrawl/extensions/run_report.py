"""At the end of each run: its report, as a file and as a short table."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured

from newscrawl import __version__
from newscrawl.extensions.memory import peak_memory_mb
from newscrawl.frontier.options import output_folder
from newscrawl.frontier.output import folder_of
from newscrawl.health.expectations import Alarm, find_alarms
from newscrawl.health.history import prune_reports, read_reports
from newscrawl.health.prometheus import render_metrics
from newscrawl.health.report import (
    Run,
    build_report,
    describe_reach,
    find_hints,
    render_record,
    render_table,
    shorten_path,
)
from newscrawl.items import Article
from newscrawl.pipelines.base import NotStored
from newscrawl.spider import NewsSpider

logger = logging.getLogger(__name__)

# Runs of a site's past that say what is usual: a week of runs every half hour.
_PAST = 336
# Reports that are kept of a site: six weeks of such runs, some 3 MB.
_KEPT = 2000


class RunReport:
    """Writes ``reports/<scope>/<run>.json`` below the output folder, a table to the terminal."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.output = output_folder(crawler.settings)
        self.started_at = datetime.now(UTC)
        self.sample: Article | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not issubclass(crawler.spidercls, NewsSpider):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.saved, signals.item_scraped)
        crawler.signals.connect(extension.dropped, signals.item_dropped)
        crawler.signals.connect(extension.closed, signals.spider_closed)
        return extension

    @property
    def spider(self) -> NewsSpider:
        """The spider of the run."""
        assert isinstance(self.crawler.spider, NewsSpider)  # noqa: S101
        return self.crawler.spider

    @property
    def folder(self) -> Path:
        """Where the reports of such runs are."""
        return self.output / "reports" / folder_of(self.spider.scope)

    def saved(self, item: Article) -> None:
        """Count a record, and keep the first one to show."""
        self.spider.tally.save(item)
        self.sample = self.sample or item

    def dropped(self, item: Article, exception: DropItem) -> None:
        """Count an item that no record was made of."""
        reason = getattr(exception, "reason", "dropped")
        noun = "unsaved" if isinstance(exception, NotStored) else "dropped"
        self.spider.tally.add(item.site, f"{noun}/{reason}")

    def closed(self, reason: str) -> None:
        """Write the report, and tell what matters of it."""
        if self.spider.refusal or reason == "locked":
            return
        alarms = self._find_alarms()
        # Before anything is written: a full disk must not swallow what is wrong with a site.
        self._ring(alarm for of_site in alarms.values() for alarm in of_site)
        report = self._report(reason, alarms)
        path = self._write(report)
        self._write_metrics(report)
        if not self.crawler.settings.getbool("NEWSCRAWL_QUIET"):
            print(self._tell(report, path), file=sys.stderr)  # noqa: T201 - for whoever started it

    def _tell(self, report: dict[str, Any], path: Path | None) -> str:
        lines = [render_table(report)] if report["sites"] else []
        if report["finish_reason"] == "shutdown":
            lines.append("stopped: what was not fetched is due again")
        elif not any(site["fetched"] for site in report["sites"].values()):
            lines.append(self._nothing())
        lines += [*self._reach(), *find_hints(report)]
        if self.sample:
            lines += ["", "One of the records, in short:", render_record(self.sample)]
        files = f"{shorten_path(self.output)}/<site>/<day of download>.jsonl"
        lines += ["", f"records: {files}", *([f"report:  {shorten_path(path)}"] if path else [])]
        return "\n".join(lines)

    def _nothing(self) -> str:
        """Say that no page was due, and when the next one is."""
        if not self.spider.next_due:
            return "no page was due"
        moment = datetime.fromtimestamp(self.spider.next_due, UTC)
        return f"no page was due; next: {moment:%Y-%m-%d %H:%M} UTC, see `scrapy frontier show`"

    def _reach(self) -> list[str]:
        """Say how far back the articles of each site go, if that is much later than asked."""
        since, until = self.spider.window.since, self.spider.window.until or datetime.now(UTC)
        if since is None or self.spider.arguments.limit is not None:
            return []
        told = (
            describe_reach(name, reached, since=since, until=until)
            for name, reached in sorted(self.spider.reached.items())
        )
        return list(filter(None, told))

    def _find_alarms(self) -> dict[str, list[Alarm]]:
        past = read_reports(self.folder, limit=_PAST)
        spider = self.spider
        return find_alarms(spider.tally, past, spider.expectations, strangers=spider.strangers)

    def _ring(self, alarms: Iterable[Alarm]) -> None:
        """Log each alarm, and leave them to the exit code."""
        rung = self.crawler.stats.get_value("newscrawl/alarms", [])
        for alarm in alarms:
            logger.warning("%s", alarm.sentence)
            self.crawler.stats.inc_value(f"newscrawl/alarm/{alarm.kind}")
            rung.append(alarm.sentence)
        self.crawler.stats.set_value("newscrawl/alarms", rung)

    @contextmanager
    def _ringing(self, what: str) -> Iterator[None]:
        """Tell of a file that cannot be written; what the crawl saved is not touched by it."""
        try:
            yield
        except OSError as error:
            self._ring([Alarm("unwritten", f"{what} cannot be written: {error}")])

    def _report(self, reason: str, alarms: dict[str, list[Alarm]]) -> dict[str, Any]:
        spider = self.spider
        run = Run(
            run_id=spider.run_id,
            spider=spider.name,
            arguments=spider.given,
            started_at=self.started_at,
            finished_at=datetime.now(UTC),
            finish_reason=self.crawler.stats.get_value("newscrawl/failure", reason),
            peak_memory_mb=peak_memory_mb(),
            version=__version__,
        )
        return build_report(run, spider.tally, self.crawler.stats.get_stats(), alarms)

    def _write_metrics(self, report: dict[str, Any]) -> None:
        """Write the metrics, whole or not at all: the exporter may read at any moment."""
        if name := self.crawler.settings.get("NEWSCRAWL_PROMETHEUS_FILE"):
            path = Path(name.replace("{scope}", folder_of(self.spider.scope)))
            part = path.with_name(f".{path.name}.part")
            with self._ringing("the metrics (NEWSCRAWL_PROMETHEUS_FILE)"):
                part.write_text(render_metrics(report), encoding="utf-8")
                part.replace(path)

    def _write(self, report: dict[str, Any]) -> Path | None:
        """Return where the report is; None, and an alarm, if it cannot be written."""
        path = self.folder / f"{report['run_id']}.json"
        text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
        with self._ringing("the run report (below NEWSCRAWL_OUTPUT)"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            prune_reports(self.folder, kept=_KEPT)
            return path
        return None
