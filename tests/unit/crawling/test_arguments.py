from datetime import UTC, datetime, timedelta, timezone

import pytest

from newscrawl.crawling.arguments import ArgumentError, Arguments, parse_arguments

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        pytest.param("30m", NOW - timedelta(minutes=30), id="minutes"),
        pytest.param("12h", NOW - timedelta(hours=12), id="hours"),
        pytest.param("2d", NOW - timedelta(days=2), id="days"),
        pytest.param(" 1w ", NOW - timedelta(weeks=1), id="weeks and white space"),
        pytest.param("2026-11-23", datetime(2026, 11, 23, tzinfo=UTC), id="day begun in the east"),
        pytest.param("2026-11-01", datetime(2026, 11, 1, tzinfo=UTC), id="day is UTC"),
        pytest.param(
            "2026-11-01T08:00+05:00",
            datetime(2026, 11, 1, 8, tzinfo=timezone(timedelta(hours=5))),
            id="moment with offset",
        ),
    ],
)
def test_since_reads_ages_and_dates(value, moment):
    assert parse_arguments({"since": value}, now=NOW).since == moment


def test_a_window_ends_with_its_last_day():
    given = parse_arguments({"since": "2026-11-01", "until": "2026-11-01"}, now=NOW)
    assert given.until - given.since == timedelta(days=1, microseconds=-1)


def test_a_zone_is_taken_by_its_name():
    assert parse_arguments({"timezone": "Asia/Almaty"}, now=NOW).timezone == "Asia/Almaty"


def test_nothing_given_means_no_bounds():
    assert parse_arguments({}, now=NOW) == Arguments()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param({"since": "yesterday"}, "since=yesterday is no moment", id="word"),
        pytest.param({"until": "2026-13-01"}, "until=2026-13-01 is no moment", id="month 13"),
        pytest.param({"since": "1d", "until": "2d"}, "is not before until", id="empty window"),
        pytest.param({"since": "2030-01-01"}, "is in the future", id="window to come"),
        pytest.param({"limit": "0"}, "limit=0 is no count", id="limit zero"),
        pytest.param(
            {"url": "https://me:sesame@a.example/"},
            "give the address of a.example without a user",
            id="password",
        ),
        pytest.param({"limit": "many"}, "limit=many is no count", id="limit word"),
        pytest.param({"limit": "-3"}, "limit=-3 is no count", id="limit negative"),
        pytest.param({"timezone": "Almaty"}, "timezone='Almaty' is no zone", id="zone"),
        pytest.param({"timezone": ""}, "timezone='' is no zone", id="empty zone"),
        pytest.param({"sicne": "2d"}, "unknown argument 'sicne'; known are: since", id="typo"),
        pytest.param({"url": "ftp://any.example"}, "is no web address", id="scheme"),
        pytest.param({"url": "http://"}, "is no web address", id="no host"),
        pytest.param({"url": "http://[::1"}, "is no web address", id="broken host"),
        pytest.param({"url": "news"}, "is no web address", id="bare word"),
        pytest.param({"url": "http://a.example:80x/"}, "is no web address", id="port of letters"),
        pytest.param({"url": "http://a.example:99999"}, "is no web address", id="port too large"),
        pytest.param({"url": "http://a.example:0/"}, "is no web address", id="port zero"),
        pytest.param({"url": "http://a b.example/"}, "is no web address", id="space in the host"),
        pytest.param({"url": "http://a..example/"}, "is no web address", id="empty label"),
        pytest.param({"url": "http://[2001:db8::1]/"}, "give the host's name", id="IPv6"),
        pytest.param({"urls": "@missing.txt"}, "urls=@missing.txt cannot be read", id="no file"),
    ],
)
def test_unusable_values_name_the_argument_and_the_fix(given, message):
    with pytest.raises(ArgumentError, match=message.replace("(", r"\(")):
        parse_arguments(given, now=NOW)


@pytest.mark.parametrize(
    ("given", "urls"),
    [
        pytest.param({"url": "https://any.example"}, ("https://any.example/",), id="one"),
        pytest.param({"url": "any.example/news"}, ("https://any.example/news",), id="no scheme"),
        pytest.param(
            {"urls": "https://a.example, http://b.example"},
            ("https://a.example/", "http://b.example/"),
            id="several",
        ),
        pytest.param({"url": "http://localhost:8080"}, ("http://localhost:8080/",), id="localhost"),
    ],
)
def test_addresses_are_read(given, urls):
    assert parse_arguments(given, now=NOW).urls == urls


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("start", ["# ours\n", ""])
def test_addresses_come_from_a_file_without_comments(start, encoding, tmp_path):
    sites = tmp_path / "sites.txt"
    sites.write_text(f"{start}https://a.example\n\nb.example\n", encoding=encoding)
    urls = parse_arguments({"urls": f"@{sites}"}, now=NOW).urls
    assert urls == ("https://a.example/", "https://b.example/")


def test_a_file_without_addresses_is_named(tmp_path):
    sites = tmp_path / "sites.txt"
    sites.write_text("# none yet\n", encoding="utf-8")
    with pytest.raises(ArgumentError, match=f"@{sites} names no site"):
        parse_arguments({"urls": f"@{sites}"}, now=NOW)
