"""However a run ends, no article is lost, none comes twice, and every line is whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from processes import Process, start_scrapy

from newscrawl.demo.process import serving
from newscrawl.frontier import Frontier
from newscrawl.frontier.upkeep import Selection, requeue_pages
from newscrawl.frontier.verify import Totals, verify

HERE = Path(__file__).parent
WORDS = ["snow", "fell", "on", "the", "town", "while", "its", "council", "counted", "lanterns"]


class TinyPaper(ThreadingHTTPServer):
    """A paper of many small articles that counts what it is asked for."""

    def __init__(self, articles: int) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.articles = articles
        self.asked: Counter[str] = Counter()
        self.threshold = 0
        self.reached = threading.Event()
        self.is_down = False

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def notify_after(self, requests: int) -> None:
        self.reached.clear()
        self.threshold = self.asked.total() + requests

    def body(self, path: str) -> str:
        self.asked[path] += 1
        if self.asked.total() == self.threshold:
            self.reached.set()
        if path == "/list":
            return "\n".join(f"/article/{number}" for number in range(self.articles))
        chance = random.Random(path)
        return f"Article {path}\n" + " ".join(chance.choices(WORDS, k=chance.randint(20, 400)))


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a body would wait for the acknowledgement of its headers
    server: TinyPaper

    def do_GET(self) -> None:
        if self.server.is_down:
            self.close_connection = True
            return
        body = self.server.body(self.path).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def paper(request):
    server = TinyPaper(getattr(request, "param", 300))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Crawl:
    process: Process
    log: Path

    def signal(self, number: int) -> None:
        self.process.signal(number)

    def finish(self) -> str:
        """Wait for its end and return its log."""
        self.process.wait()
        return self.log.read_text()


@pytest.fixture
def start(tmp_path_factory):
    if os.name == "nt":
        pytest.skip("needs fork and SIGKILL")
    logs = tmp_path_factory.mktemp("logs")  # the output's disk may be full

    def start(*command: str, output: Path) -> Crawl:
        log = logs / f"{time.monotonic_ns()}.log"
        settings = ["-s", f"NEWSCRAWL_OUTPUT={output}"]
        return Crawl(start_scrapy(*command, *settings, output=log), log)

    return start


@pytest.fixture
def crawl_tiny(start, paper, tmp_path):
    def crawl(output: Path = tmp_path) -> Crawl:
        return start(
            "runspider", str(HERE / "tiny_crawl.py"), "-a", f"base={paper.base}", output=output
        )

    return crawl


@contextmanager
def open_frontier(output: Path) -> Iterator[Frontier]:
    frontier = Frontier(output / ".frontier.sqlite3", output=output)
    yield frontier
    frontier.close()


def records(output: Path) -> list[dict]:
    data = b"".join(path.read_bytes() for path in sorted(output.glob("*/*.jsonl")))
    assert data.endswith(b"\n")
    return [json.loads(line) for line in data.decode("utf-8").split("\n")[:-1]]


def assert_each_once(paper: TinyPaper, output: Path) -> None:
    times = Counter(record["url"] for record in records(output))
    everything = {f"{paper.base}/article/{number}" for number in range(paper.articles)}
    assert {url for url, count in times.items() if count > 1} == set()
    assert everything - set(times) == set()
    assert set(times) - everything == set()
    with open_frontier(output) as frontier:
        assert list(verify(frontier.database, output, Totals())) == []


@pytest.mark.parametrize("paper", [2000], indirect=True, ids=["2000-articles"])
def test_twenty_kills_lose_nothing_and_double_nothing(paper, crawl_tiny, tmp_path):
    chance = random.Random(20)
    for _ in range(20):
        paper.notify_after(chance.randint(20, 150))
        crawl = crawl_tiny()
        assert paper.reached.wait(30)
        time.sleep(chance.random() / 50)
        crawl.signal(signal.SIGKILL)
        crawl.finish()
    assert len(records(tmp_path)) < 2000
    log = crawl_tiny().finish()
    assert "Spider closed (finished)" in log
    assert_each_once(paper, tmp_path)
    lists = paper.asked["/list"]
    assert paper.asked.total() < 1.1 * 2000 + lists


@pytest.mark.parametrize(
    ("signals", "reason"),
    [
        pytest.param([signal.SIGTERM], "shutdown", id="SIGTERM"),
        pytest.param([signal.SIGINT, signal.SIGINT], None, id="two-SIGINT"),
    ],
)
def test_a_stopped_run_goes_on_where_it_was(paper, crawl_tiny, tmp_path, signals, reason):
    paper.notify_after(100)
    crawl = crawl_tiny()
    assert paper.reached.wait(30)
    for number in signals:
        crawl.signal(number)
        time.sleep(0.05)
    log = crawl.finish()
    assert reason is None or f"Spider closed ({reason})" in log
    assert 0 < len(records(tmp_path)) < 300
    crawl_tiny().finish()
    assert_each_once(paper, tmp_path)
    assert paper.asked.total() < 300 + 2 * 8 + paper.asked["/list"]


def test_a_second_run_at_the_same_time_ends_at_once(paper, crawl_tiny, tmp_path):
    paper.notify_after(50)
    first = crawl_tiny()
    assert paper.reached.wait(30)
    log = crawl_tiny().finish()
    assert "Spider closed (locked)" in log
    first.finish()
    assert_each_once(paper, tmp_path)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, with a file on it to make room by."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root on Linux")
    (disk / "ballast").write_bytes(bytes(400_000))
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_ends_the_run_and_with_room_it_goes_on(paper, crawl_tiny, small_disk):
    log = crawl_tiny(small_disk).finish()
    assert "Spider closed (disk_full)" in log
    assert "no space left on the disk" in log
    assert "Traceback" not in log, log
    saved = len(records(small_disk))
    assert 0 < saved < 300
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    log = crawl_tiny(small_disk).finish()
    assert "Spider closed (finished)" in log
    assert_each_once(paper, small_disk)


def test_a_server_that_goes_away_costs_no_article(paper, crawl_tiny, tmp_path):
    paper.notify_after(100)
    crawl = crawl_tiny()
    assert paper.reached.wait(30)
    paper.is_down = True
    crawl.finish()
    assert 0 < len(records(tmp_path)) < 300
    paper.is_down = False
    with open_frontier(tmp_path) as frontier:
        requeue_pages(frontier.database, Selection(states=["waiting"]))
    crawl_tiny().finish()
    assert_each_once(paper, tmp_path)


def test_the_real_spider_loses_and_doubles_nothing_either(start, tmp_path):
    calm, rough = tmp_path / "calm", tmp_path / "rough"
    chance = random.Random(5)
    with serving("--sites", "4", "--articles", "40") as server:

        def crawl(output: Path) -> Crawl:
            output.mkdir(exist_ok=True)
            return start(
                "runspider", str(HERE / "scaled_crawl.py"), "-a", "sites=4", "-a", "articles=40",
                "-s", f"NEWSCRAWL_DEMO_URL={server.url}", output=output,
            )  # fmt: skip

        crawl(calm).finish()
        for _ in range(5):
            killed = crawl(rough)
            time.sleep(chance.uniform(0.5, 1.5))
            killed.signal(signal.SIGKILL)
            killed.finish()
        crawl(rough).finish()
    assert len(records(calm)) > 100
    assert sorted(r["id"] for r in records(rough)) == sorted(r["id"] for r in records(calm))
    with open_frontier(rough) as frontier:
        assert list(verify(frontier.database, rough, Totals())) == []
