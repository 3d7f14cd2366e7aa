import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.extensions.progress import describe_site
from newscrawl.health.expectations import Alarm
from newscrawl.health.history import prune_reports, read_reports
from newscrawl.health.report import (
    Run,
    build_report,
    describe_reach,
    find_hints,
    format_span,
    render_record,
    render_table,
)
from newscrawl.health.tally import Tally
from newscrawl.items import Article, Extraction

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
RUN = Run(
    run_id="20261122T120000-ab",
    spider="zakon",
    arguments={"url": "https://me:secret@zakon.kz/"},
    started_at=START,
    finished_at=START + timedelta(seconds=90),
    finish_reason="finished",
    peak_memory_mb=101.26,
    version="0.1.0",
)
STATS = {
    "downloader/request_count": 12,
    "downloader/response_status_count/200": 10,
    "downloader/response_status_count/404": 2,
    "newscrawl/removed/share": 4,
}


@pytest.fixture
def tally():
    tally = Tally()
    tally.add("zakon.kz", "listing/asked", 2)
    tally.add("zakon.kz", "candidate/new", 9)
    tally.add("zakon.kz", "page/fetched", 3)
    tally.add("zakon.kz", "page/failed/http_404")
    tally.add("zakon.kz", "page/refused/robots_txt", 2)
    tally.add("zakon.kz", "dropped/soft_404")
    for minutes in (10, 20):
        published = START - timedelta(minutes=minutes)
        tally.save(
            Article(
                site="zakon.kz",
                title="Snow",
                word_count=100 * minutes,
                date_published=published.isoformat(),
                date_precision="minute",
                date_downloaded=START.isoformat(),
            )
        )
    return tally


def test_the_report_says_what_the_run_did(tally):
    report = build_report(RUN, tally, STATS, {"zakon.kz": [Alarm("silent", "probably broken: x")]})
    site = report["sites"]["zakon.kz"]
    assert (report["seconds"], report["http"]) == (90.0, {"200": 10, "404": 2})
    assert report["arguments"] == {"url": "https://***@zakon.kz/"}
    assert report["removed"] == {"share": 4}
    assert (site["candidates"]["new"], site["fetched"], site["saved"]) == (9, 3, 2)
    assert (site["dropped"], site["failed"]) == ({"soft_404": 1}, {"http_404": 1})
    assert site["fill_rates"]["title"] == 1.0
    assert site["lag_seconds"]["median"] == 900.0
    assert site["requests_per_article"] == 3.0
    assert (site["published"], site["undated"]) == ({"2026-11-22": 2}, 0)
    assert site["oldest"] == "2026-11-22T11:40:00+00:00"
    assert json.loads(json.dumps(report)) == report


def test_the_report_tells_the_articles_of_the_last_days_by_day(tally):
    for published in ("2026-11-13", "2026-11-14", None):
        tally.save(Article(site="zakon.kz", date_published=published))
    site = build_report(RUN, tally, STATS, {})["sites"]["zakon.kz"]
    assert (site["published"], site["undated"]) == ({"2026-11-14": 1, "2026-11-22": 2}, 1)


def test_the_table_shows_a_line_a_site(tally):
    report = build_report(RUN, tally, STATS, {"zakon.kz": [Alarm("silent", "probably broken: x")]})
    header, line = render_table(report).splitlines()
    assert header.split() == [
        "site", "found", "fetched", "saved", "revised", "dropped", "refused", "failed", "text",
        "lag",
    ]  # fmt: skip
    assert line.split() == [
        "zakon.kz",
        "9",
        "3",
        "2",
        "0",
        "1",
        "2",
        "1",
        "1500",
        "words",
        "15",
        "min",
    ]


def test_the_table_and_the_live_line_tell_copies(tally):
    tally.save(Article(site="zakon.kz", duplicate_of="ab"))
    report = build_report(RUN, tally, STATS, {})
    assert report["sites"]["zakon.kz"]["copies"] == 1
    assert "  3 (1 copy)  " in render_table(report)
    assert "  3 saved (1 copy)  " in describe_site(tally.site("zakon.kz"), 1.5)
    tally.save(Article(site="zakon.kz", duplicate_of="ab"))
    assert "  4 (2 copies)  " in render_table(build_report(RUN, tally, STATS, {}))


def test_a_run_that_found_nothing_has_a_report():
    assert build_report(RUN, Tally(), {}, {})["sites"] == {}


@pytest.mark.parametrize(
    ("since", "reached", "is_told"),
    [
        pytest.param(30, 5, True, id="five days of thirty"),
        pytest.param(30, 14, True, id="less than half"),
        pytest.param(30, 16, False, id="more than half"),
        pytest.param(30, 40, False, id="an earlier run went further"),
        pytest.param(2, 0.1, False, id="a quiet day or two"),
        pytest.param(4, 1, True, id="a long week-end"),
    ],
)
def test_a_backfill_that_ends_early_says_how_far_it_got(since, reached, is_told):
    since, reached = (START - timedelta(days=days) for days in (since, reached))
    told = describe_reach("a.example", reached.timestamp(), since=since, until=START)
    expected = (
        f"a.example: asked since {since:%Y-%m-%d}, its oldest article is of {reached:%Y-%m-%d}"
    )
    assert told.startswith(expected) if is_told else told == ""


@pytest.mark.parametrize(
    ("zoneless", "others", "is_told"),
    [
        pytest.param(3, 0, True, id="all"),
        pytest.param(3, 2, True, id="most"),
        pytest.param(3, 3, False, id="half"),
        pytest.param(2, 0, False, id="two"),
    ],
)
def test_a_zone_is_asked_for_where_most_times_have_none(zoneless, others, is_told):
    tally, unknown = Tally(), Extraction(warnings=["date_zone_unknown"])
    for number in range(zoneless + others):
        extraction = unknown if number < zoneless else Extraction()
        tally.save(Article(site="a.example", extraction=extraction))
    told = find_hints(build_report(RUN, tally, STATS, {}))
    start = f"a.example: times are printed without a zone, {zoneless} of {zoneless + others} dates"
    assert [line.startswith(start) for line in told] == [True] * is_told


def test_a_record_is_shown_in_short():
    shown = render_record(Article(title="Snow", text="It snowed.\n\nIt melted.", word_count=4))
    assert "It snowed. ¶ It melted." in shown
    assert "date_published: -" in shown


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (119, "119 s"), (120, "2 min"), (7200, "2 h"), (172_800, "2 d")],
)
def test_spans_are_told_in_their_unit(seconds, text):
    assert format_span(seconds) == text


def test_progress_tells_speed_and_time_left(tally):
    line = describe_site(tally.site("zakon.kz"), 1.5)
    assert line == "9 found  3 fetched  2 saved  1 failed  2.0 pages/s  about 2 s left"


def write_report(path, spider, number, **told):
    report = build_report(replace(RUN, spider=spider), Tally(), STATS, {}) | {"n": number} | told
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(report), encoding="utf-8")


def test_reports_are_read_in_order_without_the_broken_ones(tmp_path):
    write_report(tmp_path / "20261101.json", "a", 1)
    write_report(tmp_path / "20261102.json", "b", 2)
    write_report(tmp_path / "20261105.json", "a", 5)
    for name, text in {
        "20261103": '{"spider": "a", "sit',
        "20261104": "[]",
        "20261106": "[" * 10_000,
    }.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    assert [report["n"] for report in read_reports(tmp_path)] == [1, 2, 5]
    assert [report["n"] for report in read_reports(tmp_path, spider="a")] == [1, 5]
    assert [report["n"] for report in read_reports(tmp_path, limit=1)] == [5]
    assert read_reports(tmp_path / "missing") == []


@pytest.mark.parametrize(
    "told",
    [{"sites": None}, {"sites": [1]}, {"sites": {"a": {}}}, {"finished_at": None}, {"seconds": ""}],
    ids=str,
)
def test_a_report_that_was_edited_is_none(tmp_path, told):
    write_report(tmp_path / "1.json", "a", 1, **told)
    assert read_reports(tmp_path) == []


def test_reports_of_several_folders_are_in_order_and_only_the_last_of_one_are_kept(tmp_path):
    for number in range(6):
        write_report(tmp_path / "ab"[number % 2] / f"{number}.json", "news", number)
    assert [report["n"] for report in read_reports(tmp_path, limit=4)] == [2, 3, 4, 5]
    prune_reports(tmp_path / "a", kept=2)
    assert [report["n"] for report in read_reports(tmp_path)] == [1, 2, 3, 4, 5]
