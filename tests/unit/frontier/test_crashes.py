"""Any order of work and crashes: nothing lost, nothing twice, files and frontier agree."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Frontier, Options, Saved, Text
from newscrawl.frontier.output import Line
from newscrawl.frontier.rebuild import rebuild
from newscrawl.frontier.verify import Totals, verify

FILES = ("a.example/2023-11-14.jsonl", "b.example/2023-11-14.jsonl")
KEYS = st.sampled_from("abcdefgh")
OPTIONS = Options(recheck_hours=(1, 6, 24), attempts=3)


class Crawl(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / ".frontier.sqlite3"
        self.now = 1_700_000_000.0
        self.offered: set[str] = set()
        self.given_up: set[str] = set()
        self.leased: list[str] = []
        self.start()

    def start(self) -> None:
        self.frontier = Frontier(self.path, output=self.folder, options=OPTIONS)
        self.frontier.start_run("paper", run_id="r", now=self.now)
        self.leased = []

    @rule(keys=st.lists(KEYS, max_size=5))
    def offer(self, keys: list[str]) -> None:
        entries = [(key, Candidate(url=f"https://a.example/{key}", method="feed")) for key in keys]
        self.frontier.offer("paper", entries, self.now)
        self.offered |= set(keys)

    @rule(limit=st.integers(1, 4), hours=st.integers(0, 30))
    def take(self, limit: int, hours: int) -> None:
        self.now += hours * 3600
        self.leased += [due.key for due in self.frontier.take("paper", limit, self.now)]

    @rule(
        count=st.integers(1, 3),
        version=st.integers(1, 3),
        copies=st.booleans(),
        crash=st.sampled_from(
            ["no", "no", "before", "in the line", "after the line", "after the commit"]
        ),
    )
    def save(self, count: int, version: int, crash: str, *, copies: bool = False) -> None:
        keys, self.leased = self.leased[:count], self.leased[count:]
        text = Text(content_hash=f"{version}", title_hash=f"{version}", histogram=b"")
        admitted = [(key, self.frontier.records.admit(key, text)) for key in keys]
        for key, revision in admitted:
            if revision is None:
                self.frontier.finish(key, "unchanged", self.now)
        for key in keys if copies else ():  # other addresses led to the same articles meanwhile
            assert self.frontier.records.admit(key, text) is None
            self.frontier.finish(key, "unchanged", self.now)
        self._write([entry for entry in admitted if entry[1]], text, crash)
        if crash != "no":
            self.crash()

    def _write(self, admitted: list[tuple[str, int]], text: Text, crash: str) -> None:
        lines = [
            Line(
                FILES[ord(key) % 2], json.dumps({"id": key, "revision": revision}).encode() + b"\n"
            )
            for key, revision in admitted
        ]
        if not lines or crash == "before":
            return
        if crash == "in the line":
            lines[-1] = lines[-1]._replace(data=lines[-1].data[:-3])
        batch = self.frontier.output.open(lines)
        batch.write()
        if not crash.endswith("line"):
            saved = [
                Saved(key=key, url=f"https://a.example/{key}", site="a.example",
                      revision=revision, text=text)
                for key, revision in admitted
            ]  # fmt: skip
            self.frontier.records.save(saved, batch, self.now, scope="paper")
        batch.close()

    @rule(outcome=st.sampled_from(["dropped", "gone", "failed"]))
    def end_badly(self, outcome: str) -> None:
        if self.leased:
            key = self.leased.pop()
            if outcome == "failed":
                self.frontier.fail(key, "HTTP 500", self.now)
            else:
                self.frontier.finish(key, outcome, self.now, reason="why")
            self.given_up.add(key)

    @rule()
    def crash(self) -> None:
        self.frontier.close()
        self.start()

    @rule()
    def end_and_start(self) -> None:
        self.frontier.end_run(reason="finished", now=self.now)
        self.frontier.close()
        self.start()

    @rule(keep_old=st.booleans())
    def rebuild(self, keep_old: bool) -> None:
        self.frontier.end_run(reason="finished", now=self.now)
        self.frontier.close()
        if not keep_old:
            self.path.unlink()
        rebuild(self.path, self.folder, now=self.now)
        if not keep_old:
            self.offered = {record["id"] for record in self.records()}
        self.start()

    def records(self) -> list[dict]:
        text = "".join(path.read_text() for path in self.folder.glob("*/*.jsonl"))
        return [json.loads(line) for line in text.splitlines()]

    @invariant()
    def files_and_frontier_agree(self) -> None:
        if hasattr(self, "frontier"):
            assert list(verify(self.frontier.database, self.folder, Totals())) == []

    @invariant()
    def what_is_done_has_a_record(self) -> None:
        if hasattr(self, "frontier"):
            done = "SELECT key FROM page WHERE state = 'done' AND revision = 0"
            assert self.frontier.database.rows(done) == []

    def teardown(self) -> None:
        """Crawl to the end: what was offered and not given up is saved."""
        if not hasattr(self, "frontier"):
            return
        self.crash()
        self.frontier.database.write("UPDATE page SET due_at = NULL WHERE state = 'done'")
        for _ in range(20):
            self.take(4, 1)
            self.save(4, 1, "no")
            self.save(4, 1, "no")
        saved = {record["id"] for record in self.records()}
        assert self.offered - self.given_up <= saved
        self.files_and_frontier_agree()
        self.frontier.close()
        shutil.rmtree(self.folder)


TestCrawl = Crawl.TestCase
TestCrawl.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, derandomize=True
)
