import re
from html.parser import HTMLParser

import pytest

from newscrawl.health.charts import bar_chart, line_chart, share_bars
from newscrawl.health.page import render_page


def make_report(day, **site):
    fields = {
        "saved": 5, "revised": 1, "dropped": {"soft_404": 2}, "failed": {"http_500": 1},
        "refused": {"robots_txt": 3}, "fill_rates": {"date_published": 0.9, "authors": None},
        "lag_seconds": {"median": 300.0, "p95": 900.0}, "alarms": [],
        "listings": {"failed": {"dns": 3}},
    }  # fmt: skip
    return {
        "run_id": day, "spider": "zakon", "finished_at": f"2026-11-{day}T12:00:00+00:00",
        "seconds": 60.0, "requests": 20, "peak_memory_mb": 90.0, "finish_reason": "finished",
        "sites": {"zakon.kz": fields | site},
    }  # fmt: skip


class Outline(HTMLParser):
    """Collects the tags and the text of a page, and whether all tags are closed."""

    VOID = {"meta", "rect", "circle", "line", "path", "link", "img"}

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.text = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_page_stands_alone():
    page = render_page([make_report("20"), make_report("21")])
    outline = Outline(page)
    assert outline.open == []
    assert outline.tags.count("svg") == 3
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)
    assert "viewport" in page


def test_the_page_tells_what_is_broken():
    page = render_page([make_report("20"), make_report("21", alarms=["probably broken: <zakon>"])])
    assert "probably broken: &lt;zakon&gt;" in page


def test_alarms_of_the_past_are_over():
    page = render_page([make_report("20", alarms=["probably broken: zakon"]), make_report("21")])
    assert "probably broken" not in page


def test_alarms_of_each_spiders_last_run_are_shown():
    broken = make_report("20", alarms=["probably broken: zakon"])
    page = render_page([broken, make_report("21") | {"spider": "other"}])
    assert "probably broken: zakon" in page


def test_alarms_of_a_site_outlast_runs_of_other_sites():
    other = make_report("21")
    other["sites"] = {"paper.example": other["sites"]["zakon.kz"]}
    page = render_page([make_report("20", alarms=["probably broken: zakon"]), other])
    assert "probably broken: zakon" in page


def test_listings_that_failed_are_shown():
    assert ">dns<" in render_page([make_report("20")])


def test_a_lag_is_written_in_a_unit_that_fits():
    page = render_page([make_report("20", lag_seconds={"median": 9e6, "p95": 9.1e6})])
    assert ">105 d<" in page


def test_no_report_makes_a_page_all_the_same():
    assert "no report of a run yet" in render_page([])


@pytest.mark.parametrize(
    ("points", "dots", "paths"),
    [
        pytest.param([1.0, 2.0, 3.0], 3, 1, id="a line"),
        pytest.param([1.0, None, 3.0], 2, 2, id="a gap"),
        pytest.param([None, None], 0, 0, id="nothing"),
        pytest.param([], 0, 0, id="no points"),
        pytest.param([0.0, 0.0], 2, 1, id="zeros"),
    ],
)
def test_lines_have_gaps_where_nothing_is_known(points, dots, paths):
    chart = line_chart({"a": points}, ["x"] * len(points))
    assert (chart.count("<circle"), chart.count("<path")) == (dots, paths)


def test_bars_stand_on_each_other():
    chart = bar_chart({"saved": [10, 0], "revised": [5, 0]}, ["one", "two"])
    low = [
        float(y) + float(h)
        for y, h in re.findall(r'y="([\d.]+)" width="[^"]+" height="([\d.]+)', chart)
    ]
    high = [float(y) for y in re.findall(r'<rect x="[^"]+" y="([\d.]+)"', chart)]
    assert len(high) == 2
    assert low[1] == pytest.approx(high[0], abs=0.11)


def test_shares_are_sorted_and_escaped():
    bars = share_bars({"<a>": 1, "b": 3})
    assert bars.index(">b<") < bars.index("&lt;a&gt;")
