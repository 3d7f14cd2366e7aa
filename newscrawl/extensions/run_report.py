"""At the end of each run: its report, as a file and as a short table."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl import __version__
from newscrawl.extensions.memory import peak_memory_mb
from newscrawl.frontier.options import output_folder
from newscrawl.health.expectations import Alarm, find_alarms
from newscrawl.health.history import read_reports
from newscrawl.health.prometheus import render_metrics
from newscrawl.health.report import Run, build_report, render_record, render_table, shorten_path
from newscrawl.items import Article
from newscrawl.spider import NewsSpider

logger = logging.getLogger(__name__)

# Runs of a site's past that say what is usual: a week of runs every half hour.
_PAST = 336


class RunReport:
    """Writes ``reports/<run>.json`` below the output folder, and a table to the terminal."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.output = output_folder(crawler.settings)
        self.started_at = datetime.now(UTC)
        self.sample: Article | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
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

    def saved(self, item: Article) -> None:
        """Count a record, and keep the first one to show."""
        self.spider.tally.save(item)
        self.sample = self.sample or item

    def dropped(self, item: Article, exception: DropItem) -> None:
        """Count an item that no record was made of."""
        reason = getattr(exception, "reason", "dropped")
        noun = "unsaved" if reason == "unchanged" else "dropped"
        self.spider.tally.add(item.site, f"{noun}/{reason}")

    def closed(self, reason: str) -> None:
        """Write the report, and tell what matters of it."""
        if self.spider.refusal or reason == "locked":
            return
        alarms = self._find_alarms()
        report = self._report(reason, alarms)
        path = self._write(report)
        self._write_metrics(report)
        self._ring(alarms)
        if not self.crawler.settings.getbool("NEWSCRAWL_QUIET"):
            print(self._tell(report, path), file=sys.stderr)  # noqa: T201 - for whoever started it

    def _tell(self, report: dict[str, Any], path: Path) -> str:
        lines = [render_table(report)] if report["sites"] else ["nothing was due"]
        if self.sample:
            lines += ["", "One of the records, in short:", render_record(self.sample)]
        files = f"{shorten_path(self.output)}/<site>/<day of download>.jsonl"
        return "\n".join([*lines, "", f"records: {files}", f"report:  {shorten_path(path)}"])

    def _find_alarms(self) -> dict[str, list[Alarm]]:
        past = read_reports(self.output / "reports", spider=self.spider.name, limit=_PAST)
        return find_alarms(self.spider.tally, past, self.spider.expectations)

    def _ring(self, alarms: dict[str, list[Alarm]]) -> None:
        """Log each alarm, and leave them to the exit code."""
        ringing = [alarm for of_site in alarms.values() for alarm in of_site]
        for alarm in ringing:
            logger.warning("%s", alarm.sentence)
            self.crawler.stats.inc_value(f"newscrawl/alarm/{alarm.kind}")
        self.crawler.stats.set_value("newscrawl/alarms", [alarm.sentence for alarm in ringing])

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
            path = Path(name)
            part = path.with_name(f".{path.name}.part")
            part.write_text(render_metrics(report), encoding="utf-8")
            part.replace(path)

    def _write(self, report: dict[str, Any]) -> Path:
        folder = self.output / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{report['run_id']}.json"
        path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path
