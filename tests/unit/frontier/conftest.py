from __future__ import annotations

import pytest

from newscrawl.frontier import Frontier

NOW = 1_700_000_000.0


@pytest.fixture
def open_frontier(tmp_path):
    """Open the one frontier of the test, as often as it likes, as new processes would."""
    opened = []

    def open_one(**options) -> Frontier:
        frontier = Frontier(tmp_path / ".frontier.sqlite3", output=tmp_path, **options)
        opened.append(frontier)
        return frontier

    yield open_one
    for frontier in opened:
        frontier.close()


@pytest.fixture
def frontier(open_frontier):
    """A frontier in the middle of a run of the spider "paper"."""
    frontier = open_frontier()
    frontier.start_run("paper", run_id="first", now=NOW)
    return frontier
