"""Start crawls of the bad server as their users do, and read what they left."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROCESS = Path(__file__).with_name("crawl_process.py")
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

    process: subprocess.Popen
    folder: Path

    def wait(self, seconds=60):
        """Wait for the end, and return self."""
        self.process.wait(timeout=seconds)
        return self

    @property
    def code(self):
        return self.process.returncode

    @cached_property
    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")

    @cached_property
    def report(self):
        newest = max(
            (self.folder / "output/reports").glob("*.json"), key=lambda p: p.stat().st_mtime
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
    command = [sys.executable, PROCESS, json.dumps(names), folder / "measures.json"]
    command += ["crawl", spider, *(("-a", f"urls={','.join(urls)}") if urls else ())]
    command += [part for name, value in given.items() for part in ("-s", f"{name}={value}")]
    command += options
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            stderr=log,
            stdout=log,
            env={**os.environ, "STATS_FILE": str(folder / "stats.json"), **(environment or {})},
        )
    return Crawl(process, folder)
