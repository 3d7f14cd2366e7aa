from __future__ import annotations

import pytest

from newscrawl.frontier import Saved, Text
from newscrawl.frontier.output import Line
from newscrawl.frontier.reading import PACKERS, open_plain
from newscrawl.frontier.verify import Totals, verify

NOW = 1_700_000_000.0  # 2023-11-14
OLD, TODAY = "paper.example/2023-11-13.jsonl", "paper.example/2023-11-14.jsonl"


def save(frontier, key: str, file: str) -> None:
    text = Text(content_hash=key, title_hash="t", histogram=b"")
    saved = Saved(key=key, url="u", site="paper.example", revision=1, text=text)
    batch = frontier.output.open([Line(file, b'{"id":"%s","revision":1}\n' % key.encode())])
    batch.write()
    frontier.records.save([saved], batch, NOW, scope="paper")
    batch.close()


def pack(frontier, packer: str) -> list[str]:
    packing = frontier.packing(packer)
    packing.tidy()
    files = packing.files(NOW)
    for file in files:
        packing.pack(file)
        packing.commit(file)
    return files


def findings(frontier) -> list[str]:
    return list(verify(frontier.database, frontier.output.folder, Totals()))


@pytest.fixture
def saved(frontier):
    save(frontier, "a", OLD)
    save(frontier, "b", TODAY)
    return frontier


@pytest.mark.parametrize("packer", PACKERS)
def test_finished_days_are_packed_and_still_agree(saved, tmp_path, packer):
    plain = (tmp_path / OLD).read_bytes()
    assert pack(saved, packer) == [OLD]
    assert not (tmp_path / OLD).exists()
    with open_plain(tmp_path / (OLD + PACKERS[packer])) as file:
        assert file.read() == plain
    assert findings(saved) == []
    assert pack(saved, packer) == []


def test_a_late_record_of_a_packed_day_gets_a_file_beside_it(saved, tmp_path):
    pack(saved, "gzip")
    save(saved, "c", OLD)
    assert (tmp_path / OLD).exists()
    assert pack(saved, "gzip") == []
    assert findings(saved) == []


def test_a_kill_before_the_commit_packs_anew(saved):
    saved.packing("gzip").pack(OLD)
    assert pack(saved, "gzip") == [OLD]
    assert findings(saved) == []


def test_a_kill_before_the_removal_leaves_a_file_that_is_removed_later(saved, tmp_path):
    plain = (tmp_path / OLD).read_bytes()
    pack(saved, "gzip")
    (tmp_path / OLD).write_bytes(plain)
    assert pack(saved, "gzip") == []
    assert not (tmp_path / OLD).exists()
    assert findings(saved) == []


def test_a_plain_file_with_other_records_is_not_removed(saved, tmp_path):
    pack(saved, "gzip")
    (tmp_path / OLD).write_bytes(b"something else\n")
    pack(saved, "gzip")
    assert (tmp_path / OLD).read_bytes() == b"something else\n"


def test_packed_files_survive_the_start_of_a_run(saved, open_frontier, tmp_path):
    pack(saved, "gzip")
    saved.end_run(reason="finished", now=NOW)
    again = open_frontier()
    again.start_run("paper", run_id="r", now=NOW)
    assert findings(again) == []
