from __future__ import annotations

import errno
import os
import threading

import pytest

from newscrawl.frontier import (
    DiskFullError,
    Frontier,
    OutputDamagedError,
    Saved,
    StorageError,
    Text,
)
from newscrawl.frontier.output import Line, Output, folder_of
from newscrawl.frontier.tail import whole_length

NOW = 1_700_000_000.0
FILE = "paper.example/2026-11-22.jsonl"


def line(key: str, file: str = FILE) -> Line:
    return Line(file, b'{"id":"%s","revision":1}\n' % key.encode())


def saved(key: str) -> Saved:
    text = Text(content_hash=key, title_hash="t", histogram=b"")
    url = f"https://paper.example/{key}"
    return Saved(key=key, url=url, site="paper.example", revision=1, text=text)


def write(frontier: Frontier, *lines: Line, commit: bool = True) -> None:
    batch = frontier.output.open(lines)
    try:
        batch.write()
        if commit:
            keys = [each.data.split(b'"')[3].decode() for each in lines]
            frontier.records.save([saved(key) for key in keys], batch, NOW, scope="paper")
    finally:
        batch.close()


def start(frontier: Frontier) -> Frontier:
    frontier.start_run("paper", run_id="r", now=NOW)
    return frontier


def test_committed_lines_stay_and_others_are_cut_at_the_next_start(open_frontier, tmp_path):
    killed = start(open_frontier())
    write(killed, line("a"), line("b"))
    write(killed, line("c"), commit=False)
    killed.close()
    assert (tmp_path / FILE).read_bytes().count(b"\n") == 3
    start(open_frontier())
    assert (tmp_path / FILE).read_bytes() == line("a").data + line("b").data


def test_a_torn_tail_of_another_run_is_cut_before_the_next_line(open_frontier, tmp_path):
    frontier = start(open_frontier())
    write(frontier, line("a"))
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"id":"tor')
    write(frontier, line("b"))
    assert (tmp_path / FILE).read_bytes() == line("a").data + line("b").data


def test_a_kill_before_the_first_commit_leaves_a_file_that_is_cut(open_frontier, tmp_path):
    killed = start(open_frontier())
    write(killed, line("a"), commit=False)
    killed.close()
    frontier = start(open_frontier())
    assert (tmp_path / FILE).read_bytes() == b""
    write(frontier, line("b"))
    assert (tmp_path / FILE).read_bytes() == line("b").data


def test_a_file_that_the_frontier_does_not_know_is_not_touched(frontier, tmp_path):
    (tmp_path / "paper.example").mkdir()
    (tmp_path / FILE).write_bytes(b"precious\n")
    with pytest.raises(OutputDamagedError, match="rebuild"):
        write(frontier, line("a"))
    assert (tmp_path / FILE).read_bytes() == b"precious\n"


def test_a_shortened_file_is_named_and_not_touched(open_frontier, tmp_path):
    first = start(open_frontier())
    write(first, line("a"), line("b"))
    os.truncate(tmp_path / FILE, 10)
    with pytest.raises(OutputDamagedError, match="shortened"):
        write(first, line("c"))
    first.close()
    with pytest.raises(OutputDamagedError, match="shortened"):
        start(open_frontier())
    assert (tmp_path / FILE).stat().st_size == 10


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda data: b"\n" + data, id="a blank line"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="other line ends"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="a mark in front"),
    ],
)
def test_an_edited_file_is_named_and_not_touched(open_frontier, tmp_path, edit):
    first = start(open_frontier())
    write(first, line("a"), line("b"))
    first.close()
    edited = edit((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_bytes(edited)
    with pytest.raises(OutputDamagedError, match="edited"):
        write(start(open_frontier()), line("c"))
    assert (tmp_path / FILE).read_bytes() == edited


def test_a_file_that_was_taken_away_begins_anew(open_frontier, tmp_path):
    first = start(open_frontier())
    write(first, line("a"))
    first.close()
    (tmp_path / FILE).unlink()
    second = start(open_frontier())
    write(second, line("b"))
    assert (tmp_path / FILE).read_bytes() == line("b").data
    same_text = Text(content_hash="a", title_hash="t", histogram=b"")
    assert second.records.admit("a", same_text) is None


def test_two_runs_may_write_to_one_file(open_frontier, tmp_path):
    frontiers = [open_frontier(), open_frontier()]
    for number in range(20):
        write(frontiers[number % 2], line(f"a{number}"))
    assert (tmp_path / FILE).read_bytes().count(b"\n") == 20


def test_a_file_is_locked_while_a_batch_is_open(frontier, open_frontier):
    batch = frontier.output.open([line("a")])
    done = threading.Event()

    def write_too():
        write(open_frontier(), line("b"))
        done.set()

    thread = threading.Thread(target=write_too)
    thread.start()
    assert not done.wait(0.1)
    batch.close()
    assert done.wait(10)
    thread.join()


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFullError), (errno.EFBIG, DiskFullError), (errno.EIO, StorageError)],
)
def test_a_disk_that_takes_no_more_leaves_every_file_as_it_was(
    frontier, tmp_path, monkeypatch, number, error
):
    other = "other.example/2026-11-22.jsonl"
    write(frontier, line("a", other), line("b"))
    calls = []

    def fail_on_the_second(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr("newscrawl.frontier.tail.os.fsync", fail_on_the_second)
    with pytest.raises(error):
        write(frontier, line("c", other), line("d"))
    assert (tmp_path / other).read_bytes() == line("a").data
    assert (tmp_path / FILE).read_bytes() == line("b").data


def test_without_a_frontier_lines_are_appended_and_a_torn_one_is_cut(tmp_path):
    (tmp_path / "paper.example").mkdir()
    (tmp_path / FILE).write_bytes(b'{"whole":1}\n{"torn')
    batch = Output(tmp_path).open([line("a")])
    batch.write()
    batch.close()
    assert (tmp_path / FILE).read_bytes() == b'{"whole":1}\n' + line("a").data


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"", 0), (b"torn", 0), (b"a\n", 2), (b"a\nb", 2), (b"a\n" + b"b" * 3_000_000, 2)],
    ids=["empty", "no-line", "whole", "torn", "long-torn"],
)
def test_a_file_counts_as_far_as_its_last_line_feed(tmp_path, data, expected):
    (tmp_path / "file").write_bytes(data)
    assert whole_length(tmp_path / "file") == expected


@pytest.mark.parametrize(
    ("site", "folder"),
    [
        ("zakon.kz", "zakon.kz"),
        ("ZAKON.KZ", "zakon.kz"),
        ("қазақ.қаз", "қазақ.қаз"),
        ("../../etc/passwd", "_etc_passwd"),
        ("..", "_"),
        (".", "unknown"),
        ("", "unknown"),
        ("a/b\\c:d", "a_b_c_d"),
        ("a\0\n\u202eb", "a_b"),
        ("con.kz", "_con.kz"),
        ("lpt1", "_lpt1"),
        ("concord.kz", "concord.kz"),
        (".hidden.", "hidden"),
        ("-rf", "-rf"),
    ],
)
def test_no_site_steers_the_path(site, folder):
    assert folder_of(site) == folder


def test_long_names_are_cut_and_stay_apart():
    one, other = folder_of("x" * 300 + "a"), folder_of("x" * 300 + "b")
    assert one != other
    assert max(len(one), len(other)) <= 100
