"""Printed lines: what their labels say, and which of their parts are one date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.dates.lines import split_line
from newscrawl.extraction.dates.parsing import parse_date

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.table("date_labels.tsv")
def test_label_tells_publication_from_change(kind: str, line: str) -> None:
    assert [part.kind for part in split_line(line)][:1] == [kind]
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "03.03.2025 | 10:14 Uhr", "2025-03-03T10:14"),
        ("pl", "22.XI.2011 – 10:14", "2011-11-22T10:14"),
        ("pl", "Łukasz Nowak, 22.XI.2011", "2011-11-22"),
        ("en", "❶ May 1 2025", "2025-05-01"),
        ("en", "3 March 2025 - 10:14", "2025-03-03T10:14"),
        ("en", "25 Jan 2022 • 10:15 AM", "2022-01-25T10:15"),
        ("de", "10:14 | 03.03.2025", "2025-03-03T10:14"),
        ("en", "10:14 - 3 March 2025", "2025-03-03T10:14"),
        ("en", "10:14 AM | March 3, 2025", "2025-03-03T10:14"),
        ("en", "10:14 | Mon, 3 March 2025", "2025-03-03T10:14"),
        ("ru", "3 марта 2025 г. — 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025 / 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025 (10:14)", "2025-03-03T10:14"),
        ("en", "3 March 2025 (10:14 GMT)", "2025-03-03T10:14:00+00:00"),
        ("en", "Published 10:14 GMT (18:14 HKT), March 3, 2025", "2025-03-03T10:14:00+00:00"),
        ("zh", "2025年3月3日 | 10:14", "2025-03-03T10:14"),
        ("ja", "2025年3月3日（月）10時14分", "2025-03-03T10:14"),
        ("ja", "2025/3/3(月) 10:14", "2025-03-03T10:14"),
        ("fa", "۱۳ اسفند ۱۴۰۳ - ۱۰:۱۴", "2025-03-03T10:14"),
        ("pl", "poniedziałek, 3 marca 2025 r., godz. 10:14", "2025-03-03T10:14"),
        ("hu", "2025. márc. 3., hétfő 10:14", "2025-03-03T10:14"),
        ("de", "26 | 01 | 2022", "2022-01-26"),
        ("pl", "26 listopada 2025 (08:07)", "2025-11-26T08:07"),
        ("sr", "NEDELJA, 22.11.2025. | 21:37", "2025-11-22T21:37"),
        ("de", "Von Anna Muster | 03.03.2025 | 10:14 | 12 Kommentare", "2025-03-03T10:14"),
        ("en", "3 March 2025, Monday / 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025 Monday | 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025, Mon. • 10:14 AM", "2025-03-03T10:14"),
        ("tr", "03.03.2025 Pazartesi - 10:14", "2025-03-03T10:14"),
        ("ru", "3 марта 2025, понедельник — 10:14", "2025-03-03T10:14"),
        ("hi", "3 मार्च 2025, सोमवार | 10:14", "2025-03-03T10:14"),
        ("en", "3 March 2025 London | 10:14", "2025-03-03"),
    ],
)
def test_sign_between_day_and_clock_parts_no_date(language: str, line: str, expected: str) -> None:
    moments = [parse_date(part.text, language=language) for part in split_line(line)]
    first = next(moment for moment in moments if moment)
    assert first.stamp.isoformat().startswith(expected)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param(
            "Published: 3 March 2025 | 10:14 | Updated: 4 March 2025 | 11:20",
            ["Published: 3 March 2025 10:14", "Updated: 4 March 2025 11:20"],
            id="two dates, a clock each",
        ),
        pytest.param(
            "3 March 2025, 12:10 | March 5, 2025",
            ["3 March 2025, 12:10", "March 5, 2025"],
            id="the clock is of the day before it",
        ),
        pytest.param(
            "Letzte Änderung: 31.10.2023 - 14:49 Erschienen am: 01.11.2023",
            ["letzte_anderung: 31.10.2023 14:49", "erschienen am: 01.11.2023"],
            id="two labels",
        ),
        pytest.param(
            "3 March 2025 Updated 4 March 2025",
            ["3 March 2025", "Updated 4 March 2025"],
            id="a label before the second date only",
        ),
        pytest.param("3 March 2025 published", ["3 March 2025 published"], id="a label behind"),
        pytest.param(
            "۲۵ آبان ۱۴۰۵ - ۱۳:۴۰16 November 2026",
            ["۲۵ آبان ۱۴۰۵ ۱۳:۴۰", "16 November 2026"],
            id="two calendars without a space",
        ),
    ],
)
def test_line_of_two_dates_is_parted(line: str, parts: list[str]) -> None:
    assert [part.text.strip() for part in split_line(line)] == parts


@pytest.mark.parametrize(
    ("line", "expected"),
    [("3h ago", "2026-11-22"), ("2d ago", "2026-11-20"), ("3 orë më parë", "2026-11-22")],
)
def test_short_units_count_back(line: str, expected: str) -> None:
    moment = parse_date(line, now=NOW, language="en")
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "line",
    [
        "Monday, March 3, 2025 at 10:14 a.m. EST",
        "Понедельник, 3 марта 2025 г. 10:14",
        "دوشنبه ۱۳ اسفند ۱۴۰۳ ساعت ۱۰:۱۴",
        "2025년 3월 3일 오후 10시 14분",
        "Gestern, 10:15 Uhr",
        "vor einer Stunde",
        "3小时前",
    ],
)
def test_line_is_nothing_but_a_date(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "It snowed on 3 March 2025.",
        "Born 3 March 1950, died 5 May 2025",
        "9. San Marcos, TX",
        "Three days of snow",
        "2025",
        "Step 3: Set a Budget",
        "2025年3月3日，国务院总理在北京会见了代表团。",
        "5月9日，国务院新闻办举行发布会",
    ],
)
def test_line_that_says_more_is_no_date(line: str) -> None:
    assert not is_date_line(line)
