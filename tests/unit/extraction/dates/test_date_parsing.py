"""Date lines in some seventy languages."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.dates.moments import Moment
from newscrawl.extraction.dates.parsing import parse_date, solar_to_common

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
ALMATY = ZoneInfo("Asia/Almaty")


def tell(moment: Moment | None) -> str:
    if moment is None:
        return "-"
    if moment.precision == "day":
        return moment.day.isoformat()
    return moment.stamp.isoformat(timespec="seconds" if moment.precision == "second" else "minutes")


@pytest.mark.table("date_lines.tsv")
def test_line_names_its_moment(language: str, line: str, expected: str) -> None:
    moment = parse_date(line, now=NOW, language=None if language == "-" else language)
    assert tell(moment) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("2024-02-29 12:00", "2024-02-29T12:00:00+06:00", id="before 2024-03-01"),
        pytest.param("2024-03-01 12:00", "2024-03-01T12:00:00+05:00", id="from 2024-03-01"),
        pytest.param("20 мамыр 2019, 18:44", "2019-05-20T18:44:00+06:00", id="printed"),
        pytest.param("2019-05-20T18:44:00Z", "2019-05-20T18:44:00+00:00", id="stated zone stays"),
        pytest.param("20 мамыр 2019", "2019-05-20", id="a day has no zone"),
    ],
)
def test_site_zone_stands_in_for_a_missing_one(line: str, expected: str) -> None:
    moment = parse_date(line, zone=ALMATY)
    assert moment is not None
    assert moment.isoformat() == expected


def test_yesterday_is_counted_on_the_clock_of_the_site() -> None:
    evening = datetime(2026, 11, 22, 20, tzinfo=UTC)  # already the 23rd in Almaty
    moment = parse_date("кеше 10:15", zone=ALMATY, now=evening)
    assert moment is not None
    assert moment.isoformat() == "2026-11-22T10:15:00+05:00"


@pytest.mark.parametrize("line", ["вчера в 10:15", "2 hours ago", "20 мая", "3天前"])
def test_relative_line_without_now_names_nothing(line: str) -> None:
    assert parse_date(line) is None


@pytest.mark.parametrize(
    ("day_first", "expected"), [(True, "2025-04-03"), (False, "2025-03-04"), (None, "2025-04-03")]
)
def test_order_of_day_and_month_can_be_stated(day_first: bool | None, expected: str) -> None:
    moment = parse_date("03/04/2025", day_first=day_first)
    assert tell(moment) == expected


def test_impossible_month_turns_the_order() -> None:
    assert tell(parse_date("25/12/2024", day_first=False)) == "2024-12-25"


def test_month_shared_by_two_languages_is_read_in_the_stated_one() -> None:
    assert tell(parse_date("5. listopada 2025", language="hr")) == "2025-10-05"
    assert tell(parse_date("5 listopada 2025", language="pl")) == "2025-11-05"


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "19 May 2025, 12:04. Event: 20.05.2025", "2025-05-19T12:04"),
        ("en", "19 May 2025, 12:04. Event: 2025-05-20 18:00", "2025-05-19T12:04"),
        ("en", "May 19, 2025, 12:04. Event: 20.05.25, 18:00", "2025-05-19T12:04"),
        ("en", "19 May 2025. Event: 20.05.2025, 18:00", "2025-05-19"),
        ("en", "19 May 2025. Event: 20 May 2025, 18:00", "2025-05-19"),
        ("en", "19.05.2025. Event: May 20, 2025, 18:00", "2025-05-19"),
        ("en", "12:04, 19 May 2025, event: 20/05/2025 18:00", "2025-05-19T12:04"),
        ("cs", "19. května 2025, 12:04, koná se 20.05.2025", "2025-05-19T12:04"),
        ("el", "19 Μαΐου 2025, 12:04. Εκδήλωση 20/05/2025", "2025-05-19T12:04"),
        ("ru", "19 мая 2025, 12:04, встреча 20.05.2025", "2025-05-19T12:04"),
        ("ur", "19 مئی 2025، 12:04، اجلاس 2025-05-20", "2025-05-19T12:04"),
        ("ja", "2025年5月19日 12:04 開催2025年5月20日", "2025-05-19T12:04"),
        ("fa", "۱۳ اسفند ۱۴۰۳ / 2025-03-03 10:14", "2025-03-03T10:14"),
        ("en", "Monday 3 March 2025, 03.03.2025 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025, 10:14 © 2024 The Paper", "2025-03-03T10:14"),
    ],
)
def test_second_day_of_a_line_has_its_own_time(language: str, line: str, expected: str) -> None:
    assert tell(parse_date(line, now=NOW, language=language)) == expected


def test_long_line_is_refused() -> None:
    assert parse_date("20 May 2019 " + "x" * 200) is None


@pytest.mark.parametrize(
    ("solar", "common"),
    [((1398, 2, 30), "2019-05-20"), ((1400, 1, 1), "2021-03-21"), ((1403, 12, 30), "2025-03-20")],
    ids=str,
)
def test_solar_calendar(solar: tuple[int, int, int], common: str) -> None:
    assert str(solar_to_common(*solar)) == common


@given(st.text(max_size=160))
def test_any_text_is_answered(text: str) -> None:
    moment = parse_date(text, now=NOW, zone=ALMATY)
    assert moment is None or moment.isoformat()[:4].isdigit()


@given(
    st.text(alphabet="0123456789:./-, TZ+年月日мая ago", max_size=60),
    st.sampled_from([None, "ru", "en-US", "th", "fa", "zh"]),
)
def test_near_dates_are_answered(text: str, language: str | None) -> None:
    moment = parse_date(text, now=NOW, language=language)
    assert moment is None or 1900 <= moment.stamp.year <= 2200


@given(st.integers(min_value=662_688_000, max_value=3_786_912_000))
def test_iso_dates_come_back(seconds: int) -> None:
    stamp = datetime.fromtimestamp(seconds, UTC)
    moment = parse_date(stamp.isoformat())
    assert moment is not None
    assert moment.stamp == stamp
