import pytest

from newscrawl.outcome import judge_run

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
        pytest.param({"spider_exceptions/count": 3}, 2, "3 pages met a bug", id="bug"),
        pytest.param(
            {"newscrawl/saved": 0, "newscrawl/dropped/empty_text": 9},
            2,
            "no article in 10 fetched pages",
            id="no article at all",
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
