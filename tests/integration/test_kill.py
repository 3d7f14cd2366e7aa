"""However a run ends, no article is lost, none comes twice, and every line is whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CRAWL = Path(__file__).with_name("tiny_crawl.py")
WORDS = "snow fell on the old town while its council counted lanterns for the winter fair".split()


class TinyPaper(ThreadingHTTPServer):
    """A paper of many small articles that counts what it is asked for."""

    def __init__(self, articles: int) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.articles = articles
        self.asked: Counter[str] = Counter()
        self.threshold = 0
        self.reached = threading.Event()

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
    server: TinyPaper

    def do_GET(self) -> None:
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


def start(paper: TinyPaper, output: Path, **popen) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, str(CRAWL), paper.base, str(output)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **popen,
    )


def finish(process: subprocess.Popen) -> str:
    _, log = process.communicate(timeout=60)
    return log


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


@pytest.mark.parametrize("paper", [2000], indirect=True, ids=["2000-articles"])
def test_twenty_kills_lose_nothing_and_double_nothing(paper, tmp_path):
    chance = random.Random(20)
    for _ in range(20):
        paper.notify_after(chance.randint(20, 150))
        process = start(paper, tmp_path)
        assert paper.reached.wait(30)
        time.sleep(chance.random() / 50)
        process.kill()
        finish(process)
    assert len(records(tmp_path)) < 2000
    log = finish(start(paper, tmp_path))
    assert "'finish_reason': 'finished'" in log
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
def test_a_stopped_run_goes_on_where_it_was(paper, tmp_path, signals, reason):
    paper.notify_after(100)
    process = start(paper, tmp_path)
    assert paper.reached.wait(30)
    for number in signals:
        process.send_signal(number)
        time.sleep(0.05)
    log = finish(process)
    assert reason is None or f"'finish_reason': '{reason}'" in log
    assert 0 < len(records(tmp_path)) < 300
    finish(start(paper, tmp_path))
    assert_each_once(paper, tmp_path)
    assert paper.asked.total() < 300 + 2 * 8 + paper.asked["/list"]


def test_a_second_run_at_the_same_time_ends_at_once(paper, tmp_path):
    paper.notify_after(50)
    first = start(paper, tmp_path)
    assert paper.reached.wait(30)
    log = finish(start(paper, tmp_path))
    assert "'finish_reason': 'locked'" in log
    finish(first)
    assert_each_once(paper, tmp_path)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, with a file on it to make room by."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root on Linux")
    (disk / "ballast").write_bytes(bytes(400_000))
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_ends_the_run_and_with_room_it_goes_on(paper, small_disk):
    log = finish(start(paper, small_disk))
    assert "'finish_reason': 'disk_full'" in log
    assert "no space left on the disk" in log
    assert "Traceback" not in log, log
    saved = len(records(small_disk))
    assert 0 < saved < 300
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    log = finish(start(paper, small_disk))
    assert "'finish_reason': 'finished'" in log
    assert_each_once(paper, small_disk)


def test_a_server_that_restarts_costs_no_article(tmp_path):
    paper = TinyPaper(300)
    paper.daemon_threads = True
    threading.Thread(target=paper.serve_forever, args=(0.05,), daemon=True).start()
    paper.notify_after(100)
    process = start(paper, tmp_path)
    assert paper.reached.wait(30)
    paper.shutdown()
    paper.server_close()
    finish(process)
    assert 0 < len(records(tmp_path)) < 300
