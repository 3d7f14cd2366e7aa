"""Dates of every habit that feeds, sitemaps and cards print."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.discovery.moments import read_date_field, read_moment

MOMENTS = [
    ("2019-05-20T18:44:00+06:00", "2019-05-20T18:44:00+06:00"),
    ("2019-05-20T18:44:00Z", "2019-05-20T18:44:00+00:00"),
    ("2019-05-20T18:44:00.1234567+06:00[Asia/Almaty]", "2019-05-20T18:44:00+06:00"),
    ("2022-02-03T00:00:00-0500", "2022-02-03T00:00:00-05:00"),
    ("2019-05-20T18:44+06:00", "2019-05-20T18:44+06:00"),
    ("2019-05-20 18:44:05", "2019-05-20T18:44:05"),
    ("2019-05-20T24:00:00", "2019-05-21T00:00:00"),
    ("2019-05-20", "2019-05-20"),
    ("2019-5-2", "2019-05-02"),
    ("2019/05/20 18:44", "2019-05-20T18:44"),
    ("20190520", "2019-05-20"),
    ("20190520T184400Z", "2019-05-20T18:44:00+00:00"),
    ("Mon, 20 May 2019 18:44:00 +0600", "2019-05-20T18:44:00+06:00"),
    ("Mon, 20 May 2019 18:44:00 GMT", "2019-05-20T18:44:00+00:00"),
    ("Mon, 20 May 19 18:44 EST", "2019-05-20T18:44-05:00"),
    ("20 May 2019 18:44 MSK", "2019-05-20T18:44+03:00"),
    ("Thu,28 Jul 2022 4:35:5 GMT+9", "2022-07-28T04:35:05+09:00"),
    ("Tue, 5 Sept 2023 08:00:00 +0000", "2023-09-05T08:00:00+00:00"),
    ("Mon, 20 May 2019 18:44:00 +06:00 (ALMT)", "2019-05-20T18:44:00+06:00"),
    ("So, 20 Mai 2019 18:44:00 +0200", "2019-05-20T18:44:00+02:00"),
    ("Mon May 20 18:44:00 +0600 2019", "2019-05-20T18:44:00+06:00"),
    ("May 20, 2019 6:44 PM", "2019-05-20T18:44"),
    ("May 20, 2019 12:05 a.m.", "2019-05-20T00:05"),
    ("20.05.2019 18:44", "2019-05-20T18:44"),
    ("20/05/2019 - 18:44", "2019-05-20T18:44"),
    ("20 мая 2019, 18:44", "2019-05-20T18:44"),
    ("13:51, 15 Август 2025", "2025-08-15T13:51"),
    ("Пятница, 04 Июл 2025, 12:00", "2025-07-04T12:00"),
    ("18:44 20.05.2019", "2019-05-20T18:44"),
    ("20 мамыр 2019", "2019-05-20"),
    ("20 de mayo de 2019", "2019-05-20"),
    ("2019年5月20日 18:44", "2019-05-20T18:44"),
    ("2019년 5월 20일", "2019-05-20"),
    ("2019. 5. 20. 18:44", "2019-05-20T18:44"),
    ("1558353840", "2019-05-20T12:04:00+00:00"),
    ("1558353840123", "2019-05-20T12:04:00+00:00"),
    (
        "Tue May 20 2019 08:00:00 GMT+0200 (Central European Summer Time)",
        "2019-05-20T08:00:00+02:00",
    ),
    ("20190520T18:44:00Z", "2019-05-20T18:44:00+00:00"),
    ("May 20, 2019 at 6:44 pm", "2019-05-20T18:44"),
    ("May 20th, 2019", "2019-05-20"),
    ("1er mai 2019", "2019-05-01"),
    ("20 mai 2019 à 18h44", "2019-05-20T18:44"),
    ("05.09.2023 um 08:00 Uhr", "2023-09-05T08:00"),
    ("05.09.2023 | 08:00", "2023-09-05T08:00"),
    ("Вт, 05.09.2023 08:00", "2023-09-05T08:00"),
    ("20 января 2019 г., 18:44", "2019-01-20T18:44"),
    ("20 января 2019 года", "2019-01-20"),
    ("20 января 2019 в 18:44", "2019-01-20T18:44"),
    ("20. 5. 2019 18:44", "2019-05-20T18:44"),
    ("2019年5月20日(月) 18時44分", "2019-05-20T18:44"),
    ("2019-05-20T99:99", "2019-05-20"),
    ("2 hours ago", None),
    ("18:44, сегодня", None),
    ("2019-02-30", None),
    ("0000-00-00 00:00:00", None),
    ("0001-01-01T00:00:00Z", None),
    ("Wed, 30 Nov -0001 00:00:00 +0000", None),
    ("20 мая 2019 гора", None),
    ("1066-10-14", None),
    ("12", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_date_becomes_iso(text, expected):
    assert read_moment(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen, 20 Mei 2019 18:44:00 +0700", "2019-05-20T18:44:00+07:00"),
        ("Pn, 20 sie 2019 18:44:00 +0200", "2019-08-20T18:44:00+02:00"),
        ("20. května 2019 18:44", "2019-05-20T18:44"),
        ("Thứ hai, 20/05/2019 18:44 GMT+7", "2019-05-20T18:44+07:00"),
        ("20 مايو 2019", "2019-05-20"),
        ("2 hours ago", None),
        ("On the 20. května 2019 they met, and what they said then is not a date.", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("", None),
        (None, None),
    ],
)
def test_date_field_is_read_in_any_language(text, expected):
    assert read_date_field(text) == expected


@given(st.text(max_size=120))
@settings(derandomize=True)
def test_any_text_is_a_date_or_none(text):
    found = read_moment(text)
    assert found is None or len(found) >= 10


@settings(derandomize=True)
@given(st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2100-01-01")))
def test_what_python_prints_is_read_back(moment):
    moment = moment.replace(microsecond=0)
    assert read_moment(moment.isoformat()) == moment.isoformat()
    assert read_moment(moment.strftime("%a, %d %b %Y %H:%M:%S")) == moment.isoformat()
