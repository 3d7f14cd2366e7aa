"""``scrapy probe``: what becomes of a page, and why."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from newscrawl.extraction import Rules
    from newscrawl.probe.pages import SourcePage
    from newscrawl.probe.record import Probed


class Command(ScrapyCommand):
    """Show the record of a page, the source of each field and what was removed."""

    def syntax(self) -> str:
        return "[options] <url or file>"

    def short_desc(self) -> str:
        return "Show what becomes of a page: its record, the sources, what was removed"

    def long_desc(self) -> str:
        return (
            "Show the record of a page in the terminal: the verdict, each field with its source, "
            "the text, and each removed block with its reason. A URL is fetched once, under the "
            "project's settings; a site's own rules are used if a spider covers the URL. "
            "Exit code 1 and one line on stderr if there is no page to show."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--url", default="", help="address of the page, when it is a file")
        parser.add_argument("--spider", metavar="NAME", help="use the rules of this spider")
        parser.add_argument("--json", action="store_true", help="print the record as JSON instead")
        parser.add_argument(
            "--html",
            metavar="FILE",
            type=Path,
            help="write the page there with kept blocks green and removed ones red",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None  # noqa: S101 - set by scrapy.cmdline
        if not (opts.logfile or opts.loglevel):
            self.settings.set("LOG_ENABLED", value=False, priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.command_line import printing, refuse_options
        from newscrawl.crawling.arguments import ArgumentError
        from newscrawl.probe.pages import ProbeError

        refuse_options(args)
        if len(args) != 1:
            raise UsageError("name one page: an address or a file", print_help=False)
        try:
            probed = self._probe(args[0], opts)
            with printing("probe"):
                self._show(probed, opts)
        except (ProbeError, ArgumentError) as error:
            print(f"scrapy probe: {error}", file=sys.stderr)
            self.exitcode = 1

    def _probe(self, target: str, opts: argparse.Namespace) -> Probed:
        from datetime import UTC, datetime

        from newscrawl.crawling.arguments import is_web_address
        from newscrawl.probe.pages import ProbeError, read_file
        from newscrawl.probe.record import probe_page

        if "://" in target and not target.startswith(("http://", "https://")):
            raise ProbeError(f"{target}: only http and https can be fetched")
        is_url = "://" in target
        for address in filter(None, (opts.url, target if is_url else "")):
            if not is_web_address(address):
                raise ProbeError(
                    f"{address}: no web address; give one such as https://any.example/x"
                )
        rules = self._rules(opts.spider, target if is_url else opts.url)
        if not is_url and is_web_address(f"https://{target}") and not Path(target).exists():
            raise ProbeError(f"{target}: no such file; an address begins with https://")
        source = self._fetch(target) if is_url else read_file(Path(target), url=opts.url)
        return probe_page(source, rules=rules, now=datetime.now(UTC))

    def _show(self, probed: Probed, opts: argparse.Namespace) -> None:
        from newscrawl.probe.marked import mark_page
        from newscrawl.probe.pages import ProbeError
        from newscrawl.probe.terminal import render

        if opts.html:
            try:
                opts.html.write_text(mark_page(probed), encoding="utf-8", errors="replace")
            except OSError as error:
                raise ProbeError(f"{opts.html}: {error.strerror or error}") from error
        if opts.json:
            text = json.dumps(probed.record, ensure_ascii=False, indent=2)
        else:
            coloured = sys.stdout.isatty()
            width = shutil.get_terminal_size((100, 24)).columns
            text = render(probed, width=min(width, 120), coloured=coloured)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")

    def _fetch(self, url: str) -> SourcePage:
        from newscrawl.probe.pages import ProbeError, ProbeSpider

        assert self.crawler_process  # noqa: S101 - set by scrapy.cmdline
        results: list[SourcePage | ProbeError] = []
        self._allow_host(url)
        self.crawler_process.crawl(ProbeSpider, url=url, results=results)
        self.crawler_process.start()
        if not results:
            raise ProbeError(f"{url}: could not be fetched; -L DEBUG tells more")
        if isinstance(results[0], ProbeError):
            raise results[0]
        return results[0]

    def _allow_host(self, url: str) -> None:
        """Let the host be fetched from even if it is local: it was typed, not found on a page."""
        from urllib.parse import urlsplit

        assert self.settings is not None  # noqa: S101 - set by scrapy.cmdline
        name = "NEWSCRAWL_ALLOWED_HOSTS"
        hosts = [*self.settings.getlist(name), urlsplit(url).hostname]
        self.settings.set(name, hosts, priority="cmdline")

    def _rules(self, name: str | None, url: str) -> Rules:
        """Return the rules of the named spider, or of the one whose site the page is on."""
        from scrapy import Request

        from newscrawl.extraction import Rules
        from newscrawl.probe.pages import ProbeError
        from newscrawl.spider import NewsSpider

        assert self.crawler_process  # noqa: S101
        loader = self.crawler_process.spider_loader
        if name and name not in loader.list():
            raise ProbeError(f"there is no spider {name!r}; known: {', '.join(loader.list())}")
        names = [name] if name else loader.find_by_request(Request(url)) if url else []
        for spider_class in map(loader.load, names):
            if issubclass(spider_class, NewsSpider) and not spider_class.takes_urls:
                return spider_class().rules_for(url)
        return Rules()
