"""The next page of a list, by its links and by its address."""

import pytest

from newscrawl.discovery.pagination import (
    find_next_page,
    is_first_page,
    list_of,
    next_page_url,
    page_number,
)
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


FILES = [
    ("/in/index.htm", "<a href='index_1.htm'>下一页</a>", "/in/index_1.htm"),
    ("/in/index_1.htm", "<a href='index.htm'>上一页</a><a href='index_2.htm'>下一页</a>",
     "/in/index_2.htm"),
    ("/in/", "<a href='index_3.shtml'>3</a><a href='index_2.shtml'>下一页</a>",
     "/in/index_2.shtml"),
    ("/in/index_2.shtml", "<a href='index_1.shtml'>2</a><a href='index_3.shtml'>4</a>",
     "/in/index_3.shtml"),
    ("/in/", "<a href='/in/index_1.html'>2</a>", "/in/index_1.html"),
    ("/in", "<a href='/in/list_2.html'>Next</a>", "/in/list_2.html"),
    ("/list_14_1.html", "<a href='list_14_2.html'>下一页</a>", "/list_14_2.html"),
    ("/list_14.html", "<a href='list_14_2.html'>2</a>", "/list_14_2.html"),
    ("/news.html", "<a href='news-2.html'>Next</a>", "/news-2.html"),
    ("/news/", "<a href='/news-2.html'>Next</a>", "/news-2.html"),
    ("/news.html", "<a href='/news,2.html'>Następna</a>", "/news,2.html"),
    ("/news/", "<a href='/news/0-2.html'>След.</a>", "/news/0-2.html"),
    ("/news/", "<a href='/news/2.html'>2</a>", "/news/2.html"),
    ("/news/index_9.htm", "<a href='index_8.htm'>下一頁</a>", "/news/index_8.htm"),
    ("/news/", "<a href='story-46.html'>Next</a>", None),
    ("/m19-307", "<a href='/m19-735'>Next</a>", None),
    ("/jo-doe/", "<a href='/jo-doe-2/'>Weiter »</a>", None),
    ("/news/", "<a href='/sport/index_2.htm'>Next</a>", None),
    ("/news/", "<a href='/sport/index_2.htm'>2</a>", None),
    ("/news/index_2.htm", "<a href='index_57.htm'>57</a>", None),
    ("/news/snow-closes-the-road-2.html", "<a href='snow-closes-the-road-3.html'>Next</a>", None),
    ("/news/index.htm", "<a href='2019-05_2.htm'>2</a><a href='/2019/05/2.htm'>2</a>", None),
    ("/2019/05/20/", "<a href='/2019/05/21/'>21</a>", None),
    ("/2019/05/1.htm", "<a href='/2019/05/2.htm'>2</a>", None),
    ("/news/", "<a href='index_1.htm'>首页</a><a href='index_57.htm'>尾页</a>", None),
]  # fmt: skip


@pytest.mark.parametrize(("path", "html", "expected"), FILES)
def test_files_of_one_list_are_its_pages(path, html, expected):
    page = parse_page(f"<html>{html}</html>", url=BASE + path)
    assert find_next_page(page.root, url=page.url) == (BASE + expected if expected else None)


PAGERS = [
    ("number inside an element", "/n/", "<a href='?page=2'><span>2</span></a>", "/n/?page=2"),
    ("number in brackets", "/n/", "<a href='?page=2'>[2]</a>", "/n/?page=2"),
    ("number of the comments", "/n/", "<a href='/6011400-a'><i></i>2</a>", None),
    ("Arabic digits", "/n/", "<a href='?page=٢'>x</a><a href='?page=2'>٢</a>", "/n/?page=2"),
    ("a power", "/n/", "<a href='?page=2'>²</a>", None),
    ("Italian name", "/n/", "<a href='?pagina=1'>1</a><a href='?pagina=2'>2</a>", "/n/?pagina=2"),
    ("Serbian name", "/n/?str=2", "<a href='?str=3'>3</a>", "/n/?str=3"),
    ("counted from nought", "/n/", "<a href='?page=1'>2</a><a href='?page=2'>3</a>", "/n/?page=1"),
    ("counted from nought, later", "/n/?page=1",
     "<a href='?page=0'>1</a><a href='?page=1'>2</a><a href='?page=2'>3</a>", "/n/?page=2"),
    ("entries", "/n/", "<a href='?start=0'>1</a><a href='?start=20'>3</a><a href='?start=10'>2</a>",
     "/n/?start=10"),
    ("entries, later", "/n/?start=10",
     "<a href='/n/'>1</a><a href='?start=30'>4</a><a href='?start=20'>3</a>", "/n/?start=20"),
    ("entries, the last", "/n/?start=20", "<a href='/n/'>1</a><a href='?start=10'>2</a>", None),
    ("entries of another list", "/n/", "<a href='/sport/?start=10'>2</a>", None),
    ("entries by a word", "/n/", "<a href='/n/?limitstart=10'>Next</a>", "/n/?limitstart=10"),
    ("entries of a button", "/n/", "<i data-x></i><div data-url='/api/news?offset=12'>المزيد</div>",
     "/api/news?offset=12"),
    ("a day to begin with", "/n/", "<a href='?from=20190502'>2</a>", None),
    ("Russian word cut short", "/n/", "<a href='?PAGEN_1=2'>След.</a>", "/n/?PAGEN_1=2"),
    ("more", "/n/", "<a href='/n/list_2.htm'>更多</a>", "/n/list_2.htm"),
    ("more entries", "/n/?start=10", "<a href='?start=20'>More…</a>", "/n/?start=20"),
    ("more of the same entries", "/n/?start=10", "<a href='?start=5'>More…</a>", None),
    ("more of a section", "/n/", "<a href='/sport/2/'>更多</a><a href='/x?page=1'>More</a>", None),
    ("headline of a number", "/n/", "<a href='/sport/n?page=2'>1984</a>", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "html", "expected"), [c[1:] for c in PAGERS], ids=[c[0] for c in PAGERS]
)
def test_next_page_is_found_among_numbers(path, html, expected):
    page = parse_page(f"<html>{html}</html>", url=BASE + path)
    assert find_next_page(page.root, url=page.url) == (BASE + expected if expected else None)


LATIN = ["Next", "Weiter", "Suivant", "Página siguiente", "Próxima", "Avanti", "Následující",
         "Ďalšia", "Sljedeća", "Következő", "Următoarea", "Naslednja", "Neste", "Næste", "Nästa",
         "Seuraava", "Järgmine", "Nākamā", "Kitas", "Dalej", "Sonraki", "Növbəti", "Keyingi",
         "Berikutnya", "Trang sau"]  # fmt: skip
OTHERS = ["Επόμενη", "Следваща", "Следећа", "Наступна", "Наступная", "Келесі", "След.", "下页",
          "下一页 >>", "次のページ", "다음 페이지", "التالية", "صفحه بعد", "הבא", "अगला",
          "ถัดไป"]  # fmt: skip


@pytest.mark.parametrize("word", [*LATIN, *OTHERS])
def test_next_is_said_in_many_languages(word):
    html = f"<a href='/n/?x=1&page=7'>{word}</a><a href='/n/?x=1&page=2'>2</a>"
    page = parse_page(f"<html>{html}</html>", url=f"{BASE}/n/?x=1")
    assert find_next_page(page.root, url=page.url) == f"{BASE}/n/?x=1&page=7"


PREVIOUS = ["Previous", "Zurück", "Précédent", "Назад", "Пред.", "上一页", "上页", "前へ", "السابق",
            "下一篇", "首页", "末页", "最後へ", "Last", "Последняя"]  # fmt: skip


@pytest.mark.parametrize("word", PREVIOUS)
def test_other_words_of_a_pager_are_not_next(word):
    page = parse_page(f"<html><a href='/n/?page=7'>{word}</a></html>", url=f"{BASE}/n/")
    assert find_next_page(page.root, url=page.url) is None


def test_a_page_with_a_number_is_not_guessed_from():
    page = parse_page("<button class=load-more>More</button>", url=f"{BASE}/news/?page=2")
    assert find_next_page(page.root, url=page.url) is None


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/?page=3", 3),
        ("/a/page/3/", 3),
        ("/a/list_14.html", None),
        ("/?p=x", None),
        ("/?p=" + "9" * 99, None),
    ],
)
def test_page_number_is_read(path, number):
    assert page_number(BASE + path) == number


def test_all_pages_of_a_list_are_one_list():
    paths = ["/news/", "/news?page=2", "/news/page/3/", "/news/?p=4"]
    assert {list_of(BASE + path) for path in paths} == {f"{BASE}/news"}
    assert list_of(f"{BASE}/sport/?page=2") != list_of(f"{BASE}/news/?page=2")


def test_all_files_of_a_list_are_one_list():
    paths = ["/news/index_1.htm", "/news/index_2.htm", "/news/index-3.htm"]
    assert {list_of(BASE + path) for path in paths} == {f"{BASE}/news/index"}
    assert list_of(f"{BASE}/list_14_2.html") != list_of(f"{BASE}/list_15_2.html")


@pytest.mark.parametrize(
    ("path", "is_first"),
    [("/n/", True), ("/n/?page=1", True), ("/n/?start=0", True), ("/n/?page=2", False),
     ("/n/?start=10", False), ("/n/index_2.htm", False)],
)  # fmt: skip
def test_first_page_is_told_from_later_ones(path, is_first):
    assert is_first_page(BASE + path) == is_first
