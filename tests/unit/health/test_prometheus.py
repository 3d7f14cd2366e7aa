import re

from newscrawl.health.prometheus import render_metrics

SITE = {
    "fetched": 10, "saved": 7, "revised": 1, "unchanged": 2,
    "dropped": {"soft_404": 1, "tag_page": 2}, "failed": {}, "refused": {},
    "fill_rates": {"title": 1.0, "authors": None},
    "lag_seconds": {"median": 60.5, "p95": None}, "alarms": ["x"],
}  # fmt: skip
REPORT = {
    "spider": 'za"kon', "finished_at": "2026-11-22T12:00:00+00:00", "seconds": 12.5,
    "requests": 15, "peak_memory_mb": 100.0, "sites": {"zakon.kz": SITE},
}  # fmt: skip
SAMPLE = re.compile(r'[a-z_]+\{([a-z]+="(?:[^"\\]|\\.)*",?)+\} -?[\d.e+]+')


def test_every_line_is_a_metric_or_tells_of_one():
    lines = render_metrics(REPORT).splitlines()
    assert all(SAMPLE.fullmatch(line) or line.startswith(("# HELP", "# TYPE")) for line in lines)


def test_numbers_and_labels_are_the_reports():
    text = render_metrics(REPORT)
    labels = 'spider="za\\"kon",site="zakon.kz"'
    assert f'newscrawl_pages{{{labels},outcome="dropped"}} 3\n' in text
    assert f'newscrawl_fill_ratio{{{labels},field="title"}} 1.0\n' in text
    assert f"newscrawl_alarms{{{labels}}} 1\n" in text


def test_what_is_unknown_is_left_out():
    text = render_metrics(REPORT)
    assert 'field="authors"' not in text
    assert 'quantile="0.95"' not in text
