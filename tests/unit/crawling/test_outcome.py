import pytest

from newscrawl.crawling.outcome import judge_run

GOOD = {
    "finish_reason": "finished",
    "newscrawl/listing/asked": 2,
    "newscrawl/listing/answered": 2,
    "newscrawl/page/fetched": 10,
    "newscrawl/saved": 9,
    "newscrawl/dropped/video_page": 1,
}


@pytest.mark.parametrize(
    ("change", "exit_code", "message"),
    [
        pytest.param({}, 0, "", id="all is fine"),
        pytest.param(
            {"finish_reason": "locked", "newscrawl/refusal": "another run of zakon"},
            1,
            "another run of zakon",
            id="locked",
        ),
        pytest.param(
            {"finish_reason": "disk_error", "newscrawl/refusal": "/x cannot be written"},
            1,
            "/x cannot be written",
            id="no state file can be made",
        ),
        pytest.param(
            {"finish_reason": "frontier_error"}, 2, "the frontier could not be written", id="torn"
        ),
        pytest.param({"finish_reason": "disk_full"}, 2, "the disk is full", id="disk full"),
        pytest.param(
            {"newscrawl/alarms": ["cannot be reached: a", "probably broken: b"]},
            2,
            "cannot be reached: a; probably broken: b",
            id="alarms",
        ),
        pytest.param(
            {"newscrawl/alarms": ["probably broken: b"], "newscrawl/alarm/collapsed": 1},
            3,
            "probably broken: b",
            id="a layout changed",
        ),
        pytest.param({"newscrawl/failure": "disk_full"}, 2, "the disk is full", id="at the end"),
        pytest.param(
            {"finish_reason": "closespider_timeout", "newscrawl/left": True},
            2,
            "CLOSESPIDER_TIMEOUT: pages are left",
            id="out of time",
        ),
        pytest.param({"finish_reason": "closespider_timeout"}, 0, "", id="just in time"),
        pytest.param(
            {"finish_reason": "closespider_itemcount", "newscrawl/left": True}, 0, "", id="enough"
        ),
        pytest.param({"finish_reason": "shutdown"}, 0, "", id="stopped"),
        pytest.param({"finish_reason": None}, 2, "stopped at once", id="stopped by force"),
        pytest.param({"spider_exceptions/count": 3}, 2, "3 pages met a bug", id="bug"),
        pytest.param(
            {"newscrawl/saved": 0, "newscrawl/dropped/empty_text": 9},
            2,
            "no article in 10 fetched pages",
            id="no article at all",
        ),
        pytest.param(
            {"newscrawl/saved": 0, "newscrawl/dropped/before_since": 9},
            0,
            "",
            id="articles before the window are fine",
        ),
        pytest.param(
            {"newscrawl/saved": 0, "newscrawl/dropped/opt_out": 9},
            0,
            "",
            id="opt-outs that are obeyed are fine",
        ),
        pytest.param(
            {"newscrawl/page/fetched": 0, "newscrawl/saved": 0}, 0, "", id="nothing new is fine"
        ),
        pytest.param({"newscrawl/saved": 0}, 0, "", id="pages unchanged are fine"),
    ],
)
def test_a_run_is_judged_by_its_stats(change, exit_code, message):
    outcome = judge_run(GOOD | change)
    assert outcome.exit_code == exit_code
    assert message in outcome.message
    assert bool(outcome.message) == bool(exit_code)
