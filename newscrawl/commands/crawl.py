"""``scrapy crawl``: Scrapy's own, with checked arguments and exit codes that cron can read."""

from __future__ import annotations

import argparse
import difflib
import sys

from scrapy import Spider
from scrapy.commands import crawl


class Command(crawl.Command):
    """Run a spider and tell by the exit code how it went."""

    def short_desc(self) -> str:
        return "Run a spider, by name"

    def long_desc(self) -> str:
        return (
            "Run a spider. Arguments of all spiders: -a since=2d (or a date), -a until=2026-11-01, "
            "-a limit=100; of the spider news: -a url=https://any.example, -a urls=@sites.txt. "
            "Exit codes: 0 fine, 1 could not start, 2 ran but fell short."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--quiet", action="store_true", help="print nothing but what went wrong"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before
        if opts.quiet:
            self.settings.setdict({"NEWSCRAWL_QUIET": True}, priority="cmdline")
        if (opts.quiet or sys.stderr.isatty()) and not opts.loglevel and not opts.logfile:
            # The live lines tell a person more than the log, which would break them.
            self.settings.set("LOG_LEVEL", "ERROR" if opts.quiet else "WARNING", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            self._refuse("name one spider, as in `scrapy crawl demo`; `scrapy list` names them")
        else:
            self._run_spider(args[0], opts.spargs)

    def _run_spider(self, name: str, arguments: dict[str, str]) -> None:
        from newscrawl.arguments import ArgumentError
        from newscrawl.outcome import judge_run

        spider_class = self._spider_class(name)
        if spider_class is None:
            return
        try:
            getattr(spider_class, "check_arguments", dict)(arguments)
        except ArgumentError as error:
            self._refuse(str(error))
            return
        assert self.crawler_process  # noqa: S101 - Scrapy sets it before run()
        crawler = self._create_crawler(spider_class)
        self.crawler_process.crawl(crawler, **arguments)
        self.crawler_process.start()
        if self.crawler_process.bootstrap_failed:
            self._refuse("the crawl could not start: see the log above")
            return
        self.exitcode, message = judge_run(crawler.stats.get_stats())
        if message:
            print(f"scrapy crawl {name}: {message}", file=sys.stderr)

    def _spider_class(self, name: str) -> type[Spider] | None:
        assert self.crawler_process  # noqa: S101
        loader = self.crawler_process.spider_loader
        try:
            return loader.load(name)
        except KeyError:
            near = difflib.get_close_matches(name, loader.list(), n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(loader.list())}"
            self._refuse(f"there is no spider {name!r}; {hint}")
            return None

    def _refuse(self, message: str) -> None:
        print(f"scrapy crawl: {message}", file=sys.stderr)
        self.exitcode = 1
