"""What makes a crawl endless is refused with a reason."""

from datetime import date

import pytest

from newscrawl.discovery.traps import ListingGuard, find_trap

BASE = "https://a.example"

TRAPS = [
    ("too long", "/?q=" + "x" * 3000, "url_too_long"),
    ("too deep", "/" + "/".join(f"s{n}" for n in range(25)), "path_too_deep"),
    ("pair repeated", "/news/page/news/page/", "path_repeats"),
    ("segment three times", "/a/b/a/c/a/", "path_repeats"),
    ("session", "/news/?PHPSESSID=1", "session_id"),
    ("long sid", "/news/?sid=58428beaa14598c2e02d93ad5c773e4d", "session_id"),
    ("short sid is content", "/news/?sid=12345", None),
    ("calendar before the web", "/1989/05/20/", "calendar"),
    ("calendar of the future", "/2031/05/20/", "calendar"),
    ("day archive", "/2019/05/20/", None),
    ("article of a day", "/1989/05/20/slug-of-an-article", None),
    ("numbers may repeat", "/1/2/1/3/1/", None),
    ("section", "/politics/kazakhstan/", None),
]


@pytest.mark.parametrize(("path", "reason"), [c[1:] for c in TRAPS], ids=[c[0] for c in TRAPS])
def test_trap_is_told_by_the_address(path, reason):
    assert find_trap(BASE + path, today=date(2026, 11, 22)) == reason


def test_listing_is_asked_once():
    guard = ListingGuard()
    assert guard.refuse(f"{BASE}/a.xml") is None
    assert guard.refuse(f"{BASE}/b.xml") is None
    assert guard.refuse(f"{BASE}/a.xml") == "already_asked"


def test_sitemaps_that_name_each_other_end():
    guard, queue, asked = ListingGuard(), [f"{BASE}/a.xml"], 0
    other = {f"{BASE}/a.xml": f"{BASE}/b.xml", f"{BASE}/b.xml": f"{BASE}/a.xml"}
    while queue:
        url = queue.pop()
        if guard.refuse(url) is None:
            asked += 1
            queue.append(other[url])
    assert asked == 2


def test_pages_of_a_list_end():
    guard = ListingGuard(max_pages=10)
    reasons = [guard.refuse(f"{BASE}/news/?page={page}") for page in range(1, 13)]
    assert reasons == [None] * 10 + ["too_many_pages"] * 2


def test_facets_of_a_list_end():
    guard = ListingGuard(max_facets=50)
    urls = [f"{BASE}/news/?colour={a}&size={b}" for a in range(20) for b in range(20)]
    reasons = [guard.refuse(url) for url in urls]
    assert reasons.count(None) == 50
    assert set(reasons) == {None, "too_many_facets"}


def test_days_and_pages_are_no_facets():
    guard = ListingGuard(max_facets=5)
    days = [f"{BASE}/news/?date=2019-05-{day:02}" for day in range(1, 31)]
    pages = [f"{BASE}/news/?handler=LoadMoreNews&p={page}" for page in range(1, 31)]
    pages += [f"{BASE}/news/?start={entry}" for entry in range(10, 301, 10)]
    assert {guard.refuse(url) for url in days + pages} == {None}


def test_listings_of_a_run_end():
    guard = ListingGuard(max_listings=100)
    reasons = {guard.refuse(f"{BASE}/{number}.xml") for number in range(200)}
    assert reasons == {None, "too_many_listings"}


def test_list_seen_before_is_a_soft_404():
    guard = ListingGuard()
    assert not guard.is_repeated(f"{BASE}/a/", [f"{BASE}/1", f"{BASE}/2"])
    assert guard.is_repeated(f"{BASE}/b/", [f"{BASE}/2", f"{BASE}/1"])
    assert not guard.is_repeated(f"{BASE}/b/", [f"{BASE}/1", f"{BASE}/3"])
    assert not guard.is_repeated(f"{BASE}/a/", [])
    assert not guard.is_repeated(f"{BASE}/b/", [])


def test_list_that_is_read_again_does_not_repeat_itself():
    guard = ListingGuard()
    assert not guard.is_repeated(f"{BASE}/a/", [f"{BASE}/1", f"{BASE}/2"])
    assert not guard.is_repeated(f"{BASE}/a/", [f"{BASE}/1", f"{BASE}/2"])
    assert guard.is_repeated(f"{BASE}/b/", [f"{BASE}/1", f"{BASE}/2"])


def test_list_is_exhausted_after_pages_without_news():
    guard = ListingGuard(max_idle_pages=2)
    pages = [(1, 20), (2, 0), (3, 5), (4, 0), (5, 0)]
    exhausted = [guard.is_exhausted(f"{BASE}/news/?page={page}", new=new) for page, new in pages]
    assert exhausted == [False, False, False, False, True]
    assert not guard.is_exhausted(f"{BASE}/sport/?page=2", new=0)


def test_list_of_what_other_listings_of_the_run_showed_is_exhausted_much_later():
    guard = ListingGuard(max_idle_pages=2, max_shown_pages=5)
    pages = [guard.is_exhausted(f"{BASE}/news/?page={n}", new=0, late=20) for n in range(5)]
    assert pages == [False] * 4 + [True]
