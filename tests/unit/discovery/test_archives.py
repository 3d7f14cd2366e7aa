"""Day archives: recognised, and walked backwards."""

from datetime import date

import pytest

from newscrawl.discovery.archives import find_day_archive

BASE = "https://a.example"

TEMPLATES = [
    ("/2019/05/20", "/{year}/{month}/{day}"),
    ("/2019/05/20/", "/{year}/{month}/{day}/"),
    ("/news/2019/05/20/", "/news/{year}/{month}/{day}/"),
    ("/20190520/", "/{year}{month}{day}/"),
    ("/archive/2019-05-20", "/archive/{year}-{month}-{day}"),
    ("/archive/2019-05-20.html", "/archive/{year}-{month}-{day}.html"),
    ("/archive-20.05.2019", "/archive-{day}.{month}.{year}"),
    ("/cache/2/2019/05-20_news.json", None),
    ("/news/?date=2019-05-20", "/news/?date={year}-{month}-{day}"),
    ("/news/?page=1&date=20190520", "/news/?page=1&date={year}{month}{day}"),
    ("/news/?id=20190520", None),
    ("/2019/05/20/a-slug", None),
    ("/20190520-a-slug.html", None),
    ("/2019/05/", None),
    ("/2019/02/30/", None),
    ("/news/", None),
]


@pytest.mark.parametrize(("path", "template"), TEMPLATES)
def test_address_of_a_day_is_recognised(path, template):
    found = find_day_archive(BASE + path)
    assert (found and found.template) == (template and BASE + template)
    if found:
        assert found.url(date(2019, 5, 20)) == BASE + path


def test_unpadded_days_stay_unpadded():
    found = find_day_archive(f"{BASE}/2019/5/2")
    assert found.url(date(2019, 12, 31)) == f"{BASE}/2019/12/31"
    assert found.url(date(2019, 1, 3)) == f"{BASE}/2019/1/3"


def test_walk_goes_backwards_through_the_window():
    archive = find_day_archive(f"{BASE}/2019/05/20")
    days = list(archive.walk(date(2020, 3, 1), date(2020, 2, 28)))
    assert [url for _, url in days] == [
        f"{BASE}/2020/03/01",
        f"{BASE}/2020/02/29",
        f"{BASE}/2020/02/28",
    ]


def test_walk_with_ends_exchanged_is_empty_and_any_walk_ends():
    archive = find_day_archive(f"{BASE}/2019/05/20")
    assert list(archive.walk(date(2020, 2, 1), date(2020, 3, 1))) == []
    assert sum(1 for _ in archive.walk(date(9999, 12, 31), date(1, 1, 1))) == 366 * 40
