"""``scrapy crawl``: Scrapy's own, with checked arguments and exit codes that cron can read."""

from __future__ import annotations

import argparse
import difflib
import logging
import sys

from scrapy.commands import crawl
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from newscrawl.safe_logs import make_safe


class Command(crawl.Command):
    """Run a spider and tell by the exit code how it went."""

    def short_desc(self) -> str:
        return "Run a spider, by name"

    def long_desc(self) -> str:
        return (
            "Run a spider. Arguments of all spiders: -a since=2d (or a date), -a until=2026-11-01, "
            "-a limit=100; of the spider news: -a url=https://any.example, -a urls=@sites.txt, "
            "-a timezone=Asia/Almaty (the zone of dates printed without one). "
            "Exit codes: 0 fine, 1 could not start, 2 ran but fell short, 3 ran but a site's pages "
            "are not what they were."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--quiet", action="store_true", help="print nothing but what went wrong"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawling.checked_settings import find_wrong_setting

        try:
            super().process_options(args, opts)
        except UsageError as error:  # of which Scrapy would make exit code 2, "fell short"
            self._refuse_if(str(error))
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before
        self._refuse_if(find_wrong_setting(self.settings))
        self._set_log(self.settings, opts)
        # Here, before Scrapy starts anything and logs it: a wrong word costs one line.
        self._refuse_if(find_fault(self.settings, args, opts.spargs))

    @staticmethod
    def _set_log(settings: BaseSettings, opts: argparse.Namespace) -> None:
        if opts.quiet:
            settings.setdict({"NEWSCRAWL_QUIET": True}, priority="cmdline")
        if (opts.quiet or sys.stderr.isatty()) and not opts.loglevel and not opts.logfile:
            # The live lines tell a person more than the log, which would break them.
            settings.set("LOG_LEVEL", "ERROR" if opts.quiet else "WARNING", priority="cmdline")
        if settings.getbool("NEWSCRAWL_LOG_JSON"):
            # Until the extension Logs has changed the format, Scrapy tells its versions.
            logging.disable(logging.INFO)

    @staticmethod
    def _refuse_if(fault: str | None) -> None:
        if fault:
            print(f"scrapy crawl: {fault}", file=sys.stderr)
            sys.exit(1)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.crawling.outcome import judge_run

        assert self.crawler_process  # noqa: S101
        crawler = self._create_crawler(args[0])
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if self.crawler_process.bootstrap_failed:
            outcome = 1, "the crawl could not start: see the log above"
        else:
            outcome = judge_run(crawler.stats.get_stats())
        self.exitcode, message = outcome
        if message:
            print(f"scrapy crawl {args[0]}: {make_safe(message)}", file=sys.stderr)


def find_fault(settings: BaseSettings, args: list[str], given: dict[str, str]) -> str | None:
    """Return what is wrong with a command line, and the fix; None if nothing is."""
    from scrapy.spiderloader import get_spider_loader

    from newscrawl.command_line import find_option
    from newscrawl.crawling.arguments import ArgumentError
    from newscrawl.crawling.checked_class import find_broken_line

    if unknown := find_option(args):
        return f"unknown option {unknown}; `scrapy crawl --help` names them"
    if len(args) != 1:
        return "name one spider, as in `scrapy crawl demo`; `scrapy list` names them"
    try:
        loader = get_spider_loader(settings)
    except (TypeError, ValueError) as error:  # of a class, such as a selector that is none
        if line := find_broken_line(error):
            return line
        raise
    try:
        spider_class = loader.load(args[0])
    except KeyError:
        near = difflib.get_close_matches(args[0], loader.list(), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(loader.list())}"
        return f"there is no spider {args[0]!r}; {hint}"
    try:
        getattr(spider_class, "check_arguments", dict)(given)
    except ArgumentError as error:
        return str(error)
    return None
