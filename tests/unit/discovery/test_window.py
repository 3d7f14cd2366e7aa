"""since and until are applied before anything is downloaded, and only where it is certain."""

from datetime import UTC, datetime

import pytest

from newscrawl.discovery.candidates import Candidate, ListingLink
from newscrawl.discovery.window import Window

MAY = Window(datetime(2019, 5, 1, tzinfo=UTC), datetime(2019, 5, 31, 23, 59, 59, tzinfo=UTC))
BASE = "https://a.example"
DAY = "2019-05-05"

CANDIDATES = [
    ("published before", {"date_published": "2019-04-30T23:59:00+00:00"}, "before_since"),
    ("published within", {"date_published": "2019-05-01T00:00:00+00:00"}, None),
    ("published after", {"date_published": "2019-06-01T00:00:00Z"}, "after_until"),
    ("within by its offset", {"date_published": "2019-04-30T23:30:00-06:00"}, None),
    ("before by its offset", {"date_published": "2019-05-01T05:30:00+06:00"}, "before_since"),
    ("perhaps within, no offset", {"date_published": "2019-04-30T20:00"}, None),
    ("surely before, no offset", {"date_published": "2019-04-30T10:00"}, "before_since"),
    ("day before, perhaps within", {"date_published": "2019-04-30"}, None),
    ("two days before", {"date_published": "2019-04-29"}, "before_since"),
    ("two days after", {"date_published": "2019-06-02"}, "after_until"),
    ("only changed before", {"date_modified": "2019-04-20"}, "before_since"),
    ("changed after says nothing", {"date_modified": "2026-11-22"}, None),
    ("changed before", {"date_published": DAY, "date_modified": "2018-01-01"}, None),
    ("address before", {"url": f"{BASE}/2019/04/20/slug"}, "before_since"),
    ("address after", {"url": f"{BASE}/2019/06/20/slug"}, "after_until"),
    ("address within", {"url": f"{BASE}/2019/05/20/slug"}, None),
    ("month of the address", {"url": f"{BASE}/2019/03/slug"}, "before_since"),
    ("year of the address may be its subject", {"url": f"{BASE}/2018/slug"}, None),
    ("listing before address", {"url": f"{BASE}/2019/04/20/x", "date_published": DAY}, None),
    ("no date at all", {}, None),
    ("date that is none", {"date_published": "2019-99-99"}, None),
    ("end of time", {"date_published": "9999-12-31"}, None),
    ("end of time, no offset", {"date_published": "9999-12-31T23:59"}, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "reason"), [c[1:] for c in CANDIDATES], ids=[c[0] for c in CANDIDATES]
)
def test_candidate_outside_the_window_is_excluded(fields, reason):
    candidate = Candidate(**{"url": f"{BASE}/slug", "method": "feed"} | fields)
    assert MAY.excludes(candidate) == reason


LISTINGS = [
    ("name of a month before", "/sitemap/2019-03.xml", None, "before_since"),
    ("month whose last hours may be within", "/sitemap/2019-04.xml", None, None),
    ("name of the month", "/sitemap/2019-05.xml", None, None),
    ("name of a year before", "/sitemap-2018.xml", None, "before_since"),
    ("name of the year", "/sitemap-2019.xml", None, None),
    ("day after", "/2019/06/20", None, "after_until"),
    ("last changed before", "/sitemap/7.xml", "2019-04-20", "before_since"),
    ("last changed later", "/sitemap/8.xml", "2026-11-22", None),
    ("no sign", "/sitemap/9.xml", None, None),
]


@pytest.mark.parametrize(
    ("path", "lastmod", "reason"), [c[1:] for c in LISTINGS], ids=[c[0] for c in LISTINGS]
)
def test_listing_outside_the_window_is_excluded(path, lastmod, reason):
    link = ListingLink(url=BASE + path, kind="sitemap", date_modified=lastmod)
    assert MAY.excludes_listing(link) == reason


def test_open_window_excludes_nothing():
    candidate = Candidate(url=BASE, method="feed", date_published="1999-01-01")
    assert Window().excludes(candidate) is None
    assert Window(until=datetime(2020, 1, 1, tzinfo=UTC)).excludes(candidate) is None
