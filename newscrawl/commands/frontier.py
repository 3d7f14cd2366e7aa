"""``scrapy frontier``: what is known, due and done; and the ways out of trouble."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from newscrawl.frontier import Frontier
    from newscrawl.frontier.upkeep import Selection

_ACTIONS = ("show", "list", "requeue", "forget", "verify", "rebuild")


class Command(ScrapyCommand):
    """Show the frontier, change it by hand, prove it, or make it anew."""

    requires_project = False
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": True, "LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        return "[show|list|requeue|forget|verify|rebuild] [options]"

    def short_desc(self) -> str:
        return "Show what is known, due and done; requeue, forget, verify, rebuild"

    def long_desc(self) -> str:
        return (
            "show: pages by scope, site and state, last errors, what is due next. "
            "list: the pages themselves, newest first. "
            "requeue: make pages due now, --state failed unless you say more. "
            "forget: remove pages that were never saved. "
            "verify: check that output files and frontier agree, by lengths, lines and ids (not "
            "by texts); exit code 1 if they do not. "
            "rebuild: make a new frontier from the output files and what the old one still tells; "
            "the old one is kept beside it."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("action", nargs="?", choices=_ACTIONS, default="show")
        group = parser.add_argument_group("Which pages (list, requeue, forget)")
        group.add_argument("pages", nargs="*", metavar="URL|ID", help="addresses or record ids")
        group.add_argument("--scope", help="of this spider")
        group.add_argument("--site", help="of this registered domain, such as zakon.kz")
        group.add_argument("--state", action="append", default=[], metavar="STATE",
                           help="due, done, dropped, gone, failed...; repeatable")  # fmt: skip
        group.add_argument("--reason", help="whose reason or error begins with this")
        group.add_argument("--all", action="store_true", help="really all (forget, requeue)")
        parser.add_argument("--limit", type=int, default=20, help="lines to show (default: 20)")
        parser.add_argument("--refetch", action="store_true",
                            help="rebuild: fetch again what no output file has")  # fmt: skip

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.command_line import printing, refuse_options
        from newscrawl.crawling.checked_settings import find_wrong_setting
        from newscrawl.frontier import FrontierError

        refuse_options(args)
        if args:
            raise UsageError(f"unknown argument {args[0]!r}", print_help=False)
        if fault := find_wrong_setting(self._settings):
            self._refuse(fault)
            return
        actions: dict[str, Callable[[argparse.Namespace], None]] = {
            "show": self._show,
            "list": self._list,
            "requeue": self._requeue,
            "forget": self._forget,
            "verify": self._verify,
            "rebuild": self._rebuild,
        }
        try:
            with printing("frontier"):
                actions[opts.action](opts)
        except (FrontierError, OSError) as error:
            self._refuse(str(error))

    # --- Actions ------------------------------------------------------------------------------

    def _show(self, opts: argparse.Namespace) -> None:
        from newscrawl.frontier.upkeep import count_pages, due_next, last_errors, last_runs

        frontier = self._open()
        if frontier is None:
            return
        database = frontier.database
        _table("Pages", "scope site state pages", count_pages(database))
        runs = [
            (row["scope"], _moment(row["started_at"]), _ending(row, frontier))
            for row in last_runs(database, min(opts.limit, 5))
        ]
        _table("Last runs", "scope started ended", runs)
        _table(
            "Last errors", "when scope url error attempts state", last_errors(database, opts.limit)
        )
        _table("Next", "when scope url what", due_next(database, opts.limit))

    def _list(self, opts: argparse.Namespace) -> None:
        from newscrawl.frontier.upkeep import find_pages

        frontier = self._open()
        if frontier is None:
            return
        selection = self._selection(opts)
        self._miss(frontier, selection)
        for row in find_pages(frontier.database, selection, opts.limit):
            published = _moment(row["published"])[:10] if row["dated"] else "-"
            print(row["state"], published, row["revision"], row["key"], row["url"],
                  row["reason"] or "", sep="\t")  # fmt: skip

    def _requeue(self, opts: argparse.Namespace) -> None:
        from newscrawl.frontier.upkeep import requeue_pages

        if not (opts.state or opts.pages or opts.all):
            opts.state = ["failed"]
        frontier = self._open()
        if frontier is not None:
            selection = self._selection(opts)
            self._miss(frontier, selection)
            print(f"{requeue_pages(frontier.database, selection)} pages are due now")

    def _forget(self, opts: argparse.Namespace) -> None:
        from newscrawl.frontier.upkeep import forget_pages

        selection = self._selection(opts)
        if selection.is_everything and not opts.all:
            raise UsageError("say which pages to forget, or --all", print_help=False)
        frontier = self._open()
        if frontier is not None:
            self._miss(frontier, selection)
            print(f"{forget_pages(frontier.database, selection)} pages are forgotten")
            print("saved articles stay known: forgotten, they would come twice")

    def _verify(self, _: argparse.Namespace) -> None:
        from newscrawl.frontier.runs import running_scopes
        from newscrawl.frontier.verify import Totals, verify

        frontier = self._open()
        if frontier is None:
            return
        is_live = bool(running_scopes(frontier.database.path))
        totals = Totals()
        for finding in verify(frontier.database, frontier.output.folder, totals, is_live=is_live):
            print(finding)
            self.exitcode = 1
        agree = "do not agree" if self.exitcode else "agree"
        print(f"{totals.files} files with {totals.records} records and the frontier {agree}")

    def _rebuild(self, opts: argparse.Namespace) -> None:
        from newscrawl.frontier import AlreadyRunningError
        from newscrawl.frontier.options import frontier_path, output_folder
        from newscrawl.frontier.rebuild import rebuild

        path = frontier_path(self._settings)
        if path is None:
            self._refuse("NEWSCRAWL_FRONTIER is empty: this project keeps no frontier")
            return
        folder = output_folder(self._settings)
        try:
            found = rebuild(path, folder, now=time.time(), refetch=opts.refetch)
        except AlreadyRunningError as error:
            self._refuse(str(error))
            return
        print(f"{found.records} records in {found.files} files, {found.unreadable} bad lines")
        if found.kept:
            print(f"{found.salvaged} rows could be read in the old frontier, now {found.kept}")
        if found.missing:
            what = "due again" if opts.refetch else "still known; --refetch gets them again"
            print(f"{found.missing} saved articles are in no file: they are {what}")

    # --- Private ------------------------------------------------------------------------------

    @property
    def _settings(self) -> Any:
        assert self.settings is not None  # noqa: S101 - Scrapy sets it before run()
        return self.settings

    def _open(self) -> Frontier | None:
        from newscrawl.frontier import Frontier
        from newscrawl.frontier.options import frontier_path

        path = frontier_path(self._settings)
        if path is None or not path.exists():
            self._refuse(f"no frontier at {path}: nothing was crawled yet" if path else
                         "NEWSCRAWL_FRONTIER is empty: this project keeps no frontier")  # fmt: skip
            return None
        return Frontier.from_settings(self._settings)

    def _miss(self, frontier: Frontier, selection: Selection) -> None:
        """Say so if no page is known of the site, the scope or the addresses that are named."""
        from newscrawl.frontier.upkeep import find_pages

        named = replace(selection, states=(), reason=None)
        if not named.is_everything and not any(find_pages(frontier.database, named, 1)):
            print("scrapy frontier: no such page is known; `show` names scopes and sites",
                  file=sys.stderr)  # fmt: skip
            self.exitcode = 1 if named.keys else 0

    def _selection(self, opts: argparse.Namespace) -> Selection:
        from newscrawl.discovery.urls import article_key, site_of
        from newscrawl.frontier.pages import STATES
        from newscrawl.frontier.upkeep import Selection

        if wrong := set(opts.state) - set(STATES):
            raise UsageError(f"no state {wrong.pop()!r}; there are: {', '.join(STATES)}",
                             print_help=False)  # fmt: skip
        return Selection(
            scope=opts.scope,
            site=site_of(opts.site) if opts.site else None,
            states=opts.state,
            reason=opts.reason,
            keys=[*opts.pages, *(article_key(page) for page in opts.pages if "://" in page)],
        )

    def _refuse(self, message: str) -> None:
        print(f"scrapy frontier: {message}", file=sys.stderr)
        self.exitcode = 1


def _ending(row: Any, frontier: Frontier) -> str:
    if row["finished_at"]:
        return f"{_moment(row['finished_at'])} {row['reason']}"
    return "running" if frontier.runs.is_running(row["scope"]) else "killed"


def _moment(value: Any) -> str:
    return datetime.fromtimestamp(value, UTC).strftime("%Y-%m-%d %H:%M:%S") if value else "-"


def _table(title: str, columns: str, rows: Any) -> None:
    """Print rows under a title, columns aligned; nothing when there are none."""
    names = columns.split()
    lines = [
        [
            _moment(value) if name == "when" else str(value)
            for name, value in zip(names, row, strict=True)
        ]
        for row in rows
    ]
    if not lines:
        return
    widths = [max(map(len, column)) for column in zip(names, *lines, strict=True)]
    print(f"\n{title}")
    for line in [names, *lines]:
        print("  " + "  ".join(map(str.ljust, line, widths)).rstrip())
