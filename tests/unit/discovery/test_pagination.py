"""The next page of a list, by its links and by its address."""

import pytest

from newscrawl.discovery.pagination import find_next_page, list_of, next_page_url, page_number
from newscrawl.extraction.page.tree import parse_page

BASE = "https://a.example"

NUMBERED = [
    ("/news/?page=2", "/news/?page=3"),
    ("/news/?p=9", "/news/?p=10"),
    ("/news/?handler=LoadMoreNews&p=1&type=list", "/news/?handler=LoadMoreNews&p=2&type=list"),
    ("/api/all-news-ajax/?pn=1&pSize=24", "/api/all-news-ajax/?pn=2&pSize=24"),
    ("/news/page/2/", "/news/page/3/"),
    ("/news/page-2", "/news/page-3"),
    ("/api?offset=20&limit=10", "/api?offset=30&limit=10"),
    ("/api?offset=20", "/api?offset=27"),
    ("/news/?PAGEN_2=2", "/news/?PAGEN_2=3"),
    ("/news/?pageNo=2", "/news/?pageNo=3"),
    ("/news/?currentPage=2", "/news/?currentPage=3"),
    ("/news/", None),
    ("/news/?page=all", None),
    ("/6011400-slug.html", None),
]


@pytest.mark.parametrize(("path", "expected"), NUMBERED)
def test_number_in_the_address_is_raised(path, expected):
    assert next_page_url(BASE + path, step=7) == (BASE + expected if expected else None)


LINKS = [
    ("rel of a link", "<head><link rel=next href='/news/?page=2'></head>", "/news/?page=2"),
    ("rel of an anchor", "<a rel='next nofollow' href='/news/page/2/'>x</a>", "/news/page/2/"),
    ("word", "<a href='/news/page/2/'>Next »</a>", "/news/page/2/"),
    ("Russian word", "<a href='?p=2'>Показать ещё</a>", "/news/?p=2"),
    ("arrow", "<a href='?p=2'>›</a>", "/news/?p=2"),
    ("class", "<a class='pager-next' href='?p=2'><img src=x></a>", "/news/?p=2"),
    ("numbers", "<a href='?s=1'>1</a><a href='/news/2'>2</a><a href='/news/3'>3</a>", "/news/2"),
    ("numbers below a calendar", ("<a href='/2019/05/02/'>2</a><a href='/2019/02/'>2</a>"
     "<a href='/news/2'>2</a>"), "/news/2"),
    ("older ones to the left", "<a href='/news/page/2/'>← Older posts</a>", "/news/page/2/"),
    ("older ones in Russian", "<a href='/news/page/2/'>« Предыдущие записи</a>", "/news/page/2/"),
    ("more of them", "<a href='/news/page/2/'>Show more stories</a>", "/news/page/2/"),
    ("newer ones", "<a href='/news/page/2/'>← Newer posts</a>", None),
    ("arrow to the left", "<a href='/news/page/2/'>«</a>", None),
    ("data attribute", "<button data-url='/more?page=2'>More</button>", "/more?page=2"),
    ("script", "<script>load('/n/?handler=LoadMore&p=' + n)</script>", "/n/?handler=LoadMore&p=2"),
    ("script with all of it", "<script>'/n?handler=LoadMore&p=2&a=b'</script>",
     "/n?handler=LoadMore&p=2&a=b"),
    ("button without an address", "<button class=td_ajax_load_more>More</button>", "/news/?page=2"),
    ("link without an address", "<a href='#' class='u-loadmore'>More</a>", "/news/?page=2"),
    ("link with an address", "<a href='/all/' class='loadmore-x'>More</a>", None),
    ("button of the comments", "<button class=loadmore-comment>More</button>", None),
    ("yesterday's list", "<a href='/2019/05/19'>next</a>", "/2019/05/19"),
    ("section of that name", "<a href='/next'>Next</a>", None),
    ("headline of that word", "<a href='/6011400-next'>Next</a>", None),
    ("other site", "<a rel=next href='https://b.example/?page=2'>x</a>", None),
    ("itself", "<a rel=next href='/news/'>x</a>", None),
    ("nothing", "<a href='/x'>y</a>", None),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_next_page_is_found(html, expected):
    page = parse_page(f"<html>{html}</html>", url=f"{BASE}/news/")
    assert find_next_page(page.root, url=page.url) == (BASE + expected if expected else None)


def test_a_page_with_a_number_is_not_guessed_from():
    page = parse_page("<button class=load-more>More</button>", url=f"{BASE}/news/?page=2")
    assert find_next_page(page.root, url=page.url) is None


@pytest.mark.parametrize(
    ("path", "number"),
    [("/?page=3", 3), ("/a/page/3/", 3), ("/?p=x", None), ("/?p=" + "9" * 99, None)],
)
def test_page_number_is_read(path, number):
    assert page_number(BASE + path) == number


def test_all_pages_of_a_list_are_one_list():
    paths = ["/news/", "/news?page=2", "/news/page/3/", "/news/?p=4"]
    assert {list_of(BASE + path) for path in paths} == {f"{BASE}/news"}
    assert list_of(f"{BASE}/sport/?page=2") != list_of(f"{BASE}/news/?page=2")
