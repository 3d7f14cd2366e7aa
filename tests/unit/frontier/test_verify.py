from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.fingerprints import sketch
from newscrawl.frontier import DatabaseDamagedError, Frontier, Saved, Text
from newscrawl.frontier.output import Line
from newscrawl.frontier.reading import PACKERS, create_packed
from newscrawl.frontier.rebuild import rebuild
from newscrawl.frontier.verify import Totals, verify

NOW = 1_700_000_000.0
FILE = "paper.example/2023-11-14.jsonl"
LONG_TEXT = " ".join(f"word{number}" for number in range(99))


def save(frontier, key: str, revision: int = 1) -> None:
    record = {
        "id": key,
        "revision": revision,
        "url": f"https://paper.example/{key}",
        "site": "paper.example",
        "title": "Snow",
        "text": f"{key} {LONG_TEXT} {revision}",
        "content_hash": f"{key}{revision}",
        "simhash": "00",
        "word_count": 9,
        "date_published": "2023-11-14",
        "date_downloaded": "2023-11-14T22:13:20+00:00",
        "http": {"etag": '"1"', "last_modified": None},
    }
    text = Text(content_hash=f"{key}{revision}", title_hash="t", histogram=b"")
    saved = Saved(
        key=key, url=record["url"], site=record["site"], revision=revision, text=text, etag='"1"'
    )
    batch = frontier.output.open([Line(FILE, json.dumps(record).encode() + b"\n")])
    batch.write()
    frontier.records.save([saved], batch, NOW, scope="paper")
    batch.close()


def findings(frontier, **options) -> list[str]:
    return list(verify(frontier.database, frontier.output.folder, Totals(), **options))


@pytest.fixture
def saved(frontier):
    """A frontier with two saved articles, one of them in two revisions."""
    for key, revision in (("a", 1), ("b", 1), ("a", 2)):
        save(frontier, key, revision)
    return frontier


@pytest.fixture
def rebuild_it(saved, open_frontier, tmp_path):
    """Throw the frontier away and make a new one; gives it and what the rebuild found."""

    def throw_away(*, keep_old: bool = False, refetch: bool = False):
        saved.close()
        path = tmp_path / ".frontier.sqlite3"
        if not keep_old:
            path.unlink()
        found = rebuild(path, tmp_path, now=NOW, refetch=refetch)
        assert (found.kept is not None) == keep_old
        return open_frontier(), found

    return throw_away


def test_nothing_is_found_when_all_is_well(saved, tmp_path):
    totals = Totals()
    assert list(verify(saved.database, tmp_path, totals)) == []
    assert (totals.files, totals.records) == (1, 3)


def test_it_may_be_asked_again(saved):
    assert findings(saved) == findings(saved) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        pytest.param(lambda data: data + b'{"to', "4 bytes are not committed", id="torn-tail"),
        pytest.param(lambda data: data[:-9], "bytes, but", id="shortened"),
        pytest.param(lambda data: data.replace(b"{", b"[", 1), ":1: not a record", id="no-json"),
        pytest.param(lambda data: data.replace(b'"b"', b'"a"'), "2 lines", id="double"),
        pytest.param(lambda data: data.replace(b'"b"', b'"c"'), "count as saved", id="stranger"),
        pytest.param(lambda data: data.replace(b'"b"', b'"c"'), "1 of its records", id="lost"),
    ],
)
def test_every_disagreement_is_found(saved, tmp_path, damage, finding):
    path = tmp_path / FILE
    path.write_bytes(damage(path.read_bytes()))
    assert any(finding in each for each in findings(saved))


def test_an_unknown_file_is_found(saved, tmp_path):
    (tmp_path / "paper.example" / "2020-01-01.jsonl").write_bytes(b"{}\n")
    assert findings(saved) == [
        "paper.example/2020-01-01.jsonl: the frontier does not know this file"
    ]


def test_what_a_live_run_is_just_appending_is_not_looked_at(saved, tmp_path):
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"to')
    assert findings(saved, is_live=True) == []


def test_a_file_that_was_taken_away_is_found_until_a_run_took_note(saved, tmp_path):
    (tmp_path / FILE).unlink()
    assert "the file is gone, with 3 records" in findings(saved)[0]
    saved.output.recover()
    assert findings(saved) == []


def test_a_rebuilt_frontier_agrees_with_its_files(rebuild_it):
    frontier, found = rebuild_it()
    assert (found.files, found.records, found.unreadable) == (1, 3, 0)
    assert findings(frontier) == []


def test_a_rebuilt_frontier_knows_what_was_saved(rebuild_it):
    frontier, _ = rebuild_it()
    entry = ("a", Candidate(url="https://paper.example/a", method="feed"))
    assert frontier.offer("paper", [entry], NOW)[:2] == (0, 1)
    assert frontier.take("paper", 9, NOW) == []
    text = Text(content_hash="a3", title_hash="t", histogram=b"")
    assert frontier.records.admit("a", text) == 3


def test_a_rebuilt_frontier_knows_the_texts_in_the_order_they_came(rebuild_it):
    frontier, _ = rebuild_it()
    assert frontier.records.originals.find("c", "", sketch(LONG_TEXT)) == "a"
    assert frontier.records.originals.find("b", "", sketch(LONG_TEXT)) == "a"
    assert frontier.records.originals.find("a", "", sketch(LONG_TEXT)) is None


def test_a_frontier_of_another_version_is_rebuilt(saved, rebuild_it):
    saved.listings.add("paper", "https://paper.example/feed", NOW, method="feed")
    saved.database.write("ALTER TABLE listing ADD COLUMN mood TEXT")
    saved.database.write("PRAGMA user_version = 99")
    frontier, _ = rebuild_it(keep_old=True)
    assert len(frontier.listings.due("paper", NOW)) == 1
    assert findings(frontier) == []


def test_a_torn_tail_is_left_for_the_next_run_to_cut(rebuild_it, tmp_path):
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole + b'{"to')
    frontier, _ = rebuild_it()
    frontier.start_run("paper", run_id="r", now=NOW)
    assert (tmp_path / FILE).read_bytes() == whole


def test_compressed_files_are_taken_in(rebuild_it, tmp_path):
    data = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).unlink()
    (tmp_path / f"{FILE}.gz").write_bytes(gzip.compress(data))
    frontier, found = rebuild_it()
    assert found.records == 3
    assert findings(frontier) == []


@pytest.mark.parametrize("packer", PACKERS)
def test_of_a_packed_file_that_was_cut_short_the_rest_is_taken_in(rebuild_it, tmp_path, packer):
    data = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).unlink()
    packed = tmp_path / (FILE + PACKERS[packer])
    with create_packed(packed, PACKERS[packer]) as file:
        file.write(data)
    packed.write_bytes(packed.read_bytes()[:-12])
    frontier, found = rebuild_it()
    assert (found.files, found.unreadable) == (1, 1)
    assert any(": not a record" in each for each in findings(frontier))


def test_a_rebuild_that_breaks_off_leaves_the_old_frontier_in_its_place(
    saved, tmp_path, monkeypatch
):
    saved.close()
    path = tmp_path / ".frontier.sqlite3"
    before = path.read_bytes()
    monkeypatch.setattr("newscrawl.frontier.rebuild.output_files", lambda _: ["no/such.jsonl"])
    with pytest.raises(FileNotFoundError):
        rebuild(path, tmp_path, now=NOW)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.new*")) == []


def test_the_log_of_a_lost_frontier_is_not_taken_for_that_of_the_new_one(saved, tmp_path):
    path, log = (tmp_path / f".frontier.sqlite3{suffix}" for suffix in ("", "-wal"))
    written = log.read_bytes()
    assert written
    saved.close()
    path.unlink()
    log.write_bytes(written)
    assert rebuild(path, tmp_path, now=NOW).records == 3
    assert not log.exists()


def test_what_the_old_frontier_still_tells_is_kept(saved, rebuild_it):
    saved.offer("paper", [("c", Candidate(url="https://paper.example/c", method="feed"))], NOW)
    saved.listings.add("paper", "https://paper.example/feed", NOW, method="feed")
    frontier, found = rebuild_it(keep_old=True)
    assert [due.key for due in frontier.take("paper", 9, NOW)] == ["c"]
    assert len(frontier.listings.due("paper", NOW)) == 1
    assert found.missing == 0
    assert findings(frontier) == []


@pytest.mark.parametrize(("refetch", "due"), [(True, ["a", "b"]), (False, [])])
def test_what_no_file_has_stays_known_or_is_fetched_again(rebuild_it, tmp_path, refetch, due):
    (tmp_path / FILE).unlink()
    frontier, found = rebuild_it(keep_old=True, refetch=refetch)
    assert found.missing == 2
    taken = frontier.take("paper", 9, NOW)
    assert sorted(due.key for due in taken) == due
    assert {due.etag for due in taken} <= {None}
    assert findings(frontier) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"id": "x", "revision": 1, "text": 3, "title": null}', id="no text"),
        pytest.param('{"id": "x", "revision": 9223372036854775808}', id="too many revisions"),
        pytest.param("[" * 10_000, id="too deep"),
    ],
)
def test_a_line_that_is_no_record_of_ours_is_told_and_harms_nothing(saved, tmp_path, line):
    saved.close()
    (tmp_path / "paper.example" / "2020-01-01.jsonl").write_text(f"{line}\n", encoding="utf-8")
    (tmp_path / "paper.example" / "2020-01-02.jsonl").mkdir()
    found = rebuild(tmp_path / ".frontier.sqlite3", tmp_path, now=NOW)
    assert (found.records, found.unreadable) == (3, 1)


def test_a_damaged_database_does_not_agree_with_anything(saved):
    path = saved.database.path
    saved.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(bytes(4096))
    assert "rebuild" in "".join(findings(Frontier(path, output=path.parent)))


def test_what_others_add_to_a_database_is_no_damage(saved):
    path = saved.database.path
    saved.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("ANALYZE")
        database.execute("CREATE INDEX mine ON page (url)")
    Frontier(path, output=path.parent).close()


def test_a_database_whose_tables_are_others_is_damaged(saved):
    path = saved.database.path
    saved.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE listing RENAME COLUMN method TO method_")
    with pytest.raises(DatabaseDamagedError):
        Frontier(path, output=path.parent)
