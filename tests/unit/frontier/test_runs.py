from __future__ import annotations

import errno
import os
import sqlite3
import threading

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import (
    AlreadyRunningError,
    DatabaseDamagedError,
    DiskFullError,
    Frontier,
    FrontierError,
    StorageError,
)
from newscrawl.frontier.lock import FileLock
from newscrawl.frontier.rebuild import rebuild
from newscrawl.frontier.runs import rebuild_lock

NOW = 1_700_000_000.0
A = ("a", Candidate(url="https://paper.example/a", method="feed"))


def start(frontier, scope="paper", sites=()):
    frontier.start_run(scope, run_id="r", now=NOW, sites=sites)
    return frontier


def test_what_a_killed_run_had_leased_is_due_again(open_frontier):
    killed = start(open_frontier())
    killed.offer("paper", [A], NOW)
    assert killed.take("paper", 1, NOW)
    killed.close()
    assert [due.key for due in start(open_frontier()).take("paper", 1, NOW)] == ["a"]


def test_a_run_of_another_scope_frees_what_the_dead_one_had_leased(open_frontier):
    killed = start(open_frontier(), "news")
    killed.offer("news", [A], NOW)
    assert killed.take("news", 1, NOW)
    killed.close()
    other = start(open_frontier())
    other.offer("paper", [A], NOW)
    assert [due.key for due in other.take("paper", 1, NOW)] == ["a"]


def test_a_run_that_ends_gives_back_what_it_leased(open_frontier):
    first = start(open_frontier())
    first.offer("paper", [A], NOW)
    first.take("paper", 1, NOW)
    first.end_run(reason="shutdown", now=NOW + 1)
    assert len(start(first).take("paper", 1, NOW)) == 1


@pytest.mark.parametrize(
    ("scope", "sites"),
    [
        pytest.param("paper", (), id="same-spider"),
        pytest.param("news", ("paper.example",), id="same-site"),
    ],
)
def test_two_runs_never_overlap(open_frontier, scope, sites):
    first = start(open_frontier(), sites=("paper.example",))
    assert first.runs.is_running("paper")
    second = open_frontier()
    with pytest.raises(AlreadyRunningError, match="still going"):
        start(second, scope, sites)
    first.end_run(reason="finished", now=NOW)
    start(second, scope, sites)


def test_runs_of_different_sites_share_the_database(open_frontier):
    one = start(open_frontier(), sites=["a.example"])
    other = start(open_frontier(), "other", sites=["b.example"])
    one.offer("paper", [A], NOW)
    other.offer("other", [("b", Candidate(url="https://b.example/b", method="feed"))], NOW)
    assert [due.key for due in one.take("paper", 9, NOW)] == ["a"]
    assert [due.key for due in other.take("other", 9, NOW)] == ["b"]


def test_a_listing_is_kept_whole_or_not_at_all(frontier):
    def read_half():
        with frontier.transaction():
            frontier.offer("paper", [A], NOW)
            raise KeyError

    with pytest.raises(KeyError):
        read_half()
    assert frontier.take("paper", 1, NOW) == []


def test_a_damaged_database_is_named_and_left_alone(tmp_path):
    path = tmp_path / "state"
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError, match="scrapy frontier rebuild"):
        Frontier(path, output=tmp_path)
    assert path.read_bytes() == before


def test_damage_in_the_middle_is_named(open_frontier, tmp_path):
    frontier = open_frontier()
    entries = [(str(n), Candidate(url=f"https://a.example/{n}", method="feed")) for n in range(999)]
    frontier.offer("paper", entries, NOW)
    frontier.close()
    data = bytearray((tmp_path / ".frontier.sqlite3").read_bytes())
    data[8192:-4096] = bytes(len(data) - 8192 - 4096)
    (tmp_path / ".frontier.sqlite3").write_bytes(data)
    with pytest.raises(DatabaseDamagedError):
        start(open_frontier()).offer("paper", entries, NOW)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        pytest.param("CREATE TABLE other (x)", "another program's", id="another-program"),
        pytest.param("PRAGMA user_version = 99", "version 99", id="a-later-version"),
    ],
)
def test_a_foreign_database_is_refused(tmp_path, statement, message):
    connection = sqlite3.connect(tmp_path / "state")
    connection.execute(statement)
    connection.close()
    with pytest.raises(FrontierError, match=message):
        Frontier(tmp_path / "state", output=tmp_path)


def test_a_path_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(StorageError, match="cannot be written"):
        Frontier(tmp_path, output=tmp_path)


def test_a_long_log_is_folded_by_a_sync(frontier, tmp_path):
    log = tmp_path / ".frontier.sqlite3-wal"
    for first in range(0, 20_000, 1000):
        entries = [
            (str(number), Candidate(url=f"https://a.example/{number}", method="feed"))
            for number in range(first, first + 1000)
        ]
        frontier.offer("paper", entries, NOW)
    long = log.stat().st_size
    frontier.database.sync()
    frontier.notes.pause("a.example", NOW)
    assert log.stat().st_size < long / 100


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFullError), (errno.EIO, StorageError)]
)
def test_a_log_that_cannot_be_synced_is_explained(frontier, monkeypatch, number, error):
    def fail(_):
        raise OSError(number, os.strerror(number))

    frontier.notes.pause("a.example", NOW)
    monkeypatch.setattr("newscrawl.frontier.database.os.fsync", fail)
    with pytest.raises(error):
        frontier.database.sync()


def test_no_run_starts_while_the_frontier_is_rebuilt(open_frontier, tmp_path):
    opened = open_frontier()
    lock = FileLock(rebuild_lock(opened.database.path))
    with pytest.raises(AlreadyRunningError, match="is being rebuilt"):
        start(opened)
    with pytest.raises(AlreadyRunningError, match="another rebuild"):
        rebuild(opened.database.path, tmp_path, now=NOW)
    lock.close()
    start(opened)
    with pytest.raises(AlreadyRunningError, match="still running: paper"):
        rebuild(opened.database.path, tmp_path, now=NOW)


def test_a_run_that_looks_whether_it_is_alone_keeps_no_other_from_starting(open_frontier):
    opened = [open_frontier() for _ in range(2)]
    lock = FileLock(rebuild_lock(opened[0].database.path))
    threading.Timer(0.1, lock.close).start()
    start(opened[0], "paper")
    start(opened[1], "other")


def test_a_run_that_began_before_a_rebuild_does_not_go_on_with_what_was_before(
    open_frontier, tmp_path
):
    opened = open_frontier()
    rebuild(opened.database.path, tmp_path, now=NOW)
    with pytest.raises(FrontierError, match="run it again"):
        start(opened)
    start(open_frontier())
