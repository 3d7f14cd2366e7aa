"""Start crawls of the bad server as their users do, and read what they left."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processes import Process, start_scrapy

QUICK = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "DOWNLOAD_TIMEOUT": 4,
    "RETRY_TIMES": 0,
    "LOG_LEVEL": "DEBUG",
}
"""No need to spare our own server; and four seconds are long for it."""


@dataclass
class Crawl:
    """A crawl that runs or has ended."""

    process: Process
    folder: Path

    def wait(self, seconds=60):
        """Wait for the end, and return self."""
        self.process.wait(seconds)
        return self

    @property
    def code(self):
        return self.process.code

    @cached_property
    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")

    @cached_property
    def report(self):
        newest = max(
            (self.folder / "output/reports").rglob("*.json"), key=lambda p: p.stat().st_mtime
        )
        return json.loads(newest.read_text("utf-8"))

    @property
    def stats(self):
        return json.loads((self.folder / "stats.json").read_text("utf-8"))

    @property
    def measures(self):
        return json.loads((self.folder / "measures.json").read_text("utf-8"))

    @cached_property
    def records(self):
        paths = sorted((self.folder / "output").glob("*/*.jsonl"))
        return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def start_crawl(
    folder, urls, *, names, allowed=(), settings=None, environment=None, spider="news", options=()
):
    """Start `scrapy crawl news` of some addresses; the crawl's own file names lie in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    given = {
        **QUICK,
        "NEWSCRAWL_OUTPUT": folder / "output",
        "NEWSCRAWL_ALLOWED_HOSTS": ",".join(allowed),
        "STATS_CLASS": "written_stats.WrittenStats",
        **(settings or {}),
    }
    arguments = ["crawl", spider, *(("-a", f"urls={','.join(urls)}") if urls else ())]
    arguments += [part for name, value in given.items() for part in ("-s", f"{name}={value}")]
    process = start_scrapy(
        *arguments,
        *options,
        output=folder / "log",
        environment={"STATS_FILE": str(folder / "stats.json"), **(environment or {})},
        names=names,
        measures=folder / "measures.json",
    )
    return Crawl(process, folder)
