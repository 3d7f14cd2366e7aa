"""``scrapy report``: the last runs as one page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    """Write a self-contained HTML page about the last runs."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--spider NAME] [--last N] [--output FILE]"

    def short_desc(self) -> str:
        return "Make one page of the last runs' reports"

    def long_desc(self) -> str:
        return (
            "Make one self-contained HTML page of the last runs: articles a day, fill rates, lag, "
            "drops and failures of each site, and what is probably broken."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--spider", metavar="NAME", help="only the runs of this spider")
        parser.add_argument(
            "--last", metavar="N", type=int, default=200, help="so many runs (default: 200)"
        )
        parser.add_argument(
            "--output", metavar="FILE", help="where to (default: reports/index.html, - for stdout)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.command_line import printing, refuse_options
        from newscrawl.crawling.checked_settings import find_wrong_setting
        from newscrawl.frontier.options import output_folder
        from newscrawl.health.history import read_reports

        refuse_options(args)
        if args:
            raise UsageError(f"report takes no arguments, got {' '.join(args)!r}", print_help=False)
        if opts.last < 1:
            raise UsageError(f"--last {opts.last}: give a whole number from 1", print_help=False)
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run()
        if fault := find_wrong_setting(self.settings):
            self._refuse(fault)
            return
        folder = output_folder(self.settings) / "reports"
        reports = read_reports(folder, spider=opts.spider, limit=opts.last)
        if not reports:
            self._refuse(_describe_absence(folder, opts.spider))
        else:
            with printing("report"):
                self._write(reports, opts.output or str(folder / "index.html"))

    def _write(self, reports: list[dict[str, Any]], name: str) -> None:
        from newscrawl.health.page import render_page

        if name == "-":
            print(render_page(reports), end="")
            return
        try:
            Path(name).write_text(render_page(reports), encoding="utf-8")
        except OSError as error:
            self._refuse(f"{name}: {error.strerror or error}")
        else:
            print(f"Runs: {len(reports)}, in {name}")

    def _refuse(self, message: str) -> None:
        print(f"scrapy report: {message}", file=sys.stderr)
        self.exitcode = 1


def _describe_absence(folder: Path, spider: str | None) -> str:
    from newscrawl.health.history import read_reports

    spiders = sorted({report["spider"] for report in read_reports(folder)})
    if not spiders:
        return f"no report of a run in {folder}"
    return f"no report of a run of {spider!r} in {folder}; there are some of {', '.join(spiders)}"
