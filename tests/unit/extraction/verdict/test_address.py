"""What a page's address says of its kind."""

from __future__ import annotations

import pytest

from newscrawl.extraction.verdict.address import kinds_of_url
from newscrawl.extraction.verdict.kinds import ARTICLE


def kinds(path: str, *, host: str = "www.paper.example") -> set[tuple[str, str]]:
    return set(kinds_of_url(f"https://{host}{path}"))


@pytest.mark.parametrize(
    "folder",
    ["nieuws", "aktualnosci", "novedades", "berita", "vesti", "uudised", "tin-tuc", "duyurular",
     "newsroom", "columns", "akhbar"],
)  # fmt: skip
def test_folder_for_news_speaks_for_an_article(folder: str) -> None:
    assert ("folder", ARTICLE) in kinds(f"/{folder}/most")
    assert ("folder", ARTICLE) not in kinds(f"/{folder}")


@pytest.mark.parametrize(
    ("path", "is_numbered"),
    [
        ("/news/312", False),
        ("/noticias/57/", False),
        ("/board/view/312", False),
        ("/outdoornews/detail/id/718", False),
        ("/news/2", True),
        ("/bridges/312", True),
        ("/news/page/12", True),
    ],
)
def test_number_of_two_digits_below_a_folder_for_news_is_of_an_article(
    path: str, is_numbered: bool
) -> None:
    assert (("numbered", "index_page") in kinds(path)) == is_numbered


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("/help/article/moving-a-site", False),
        ("/hc/es/articles/moving-a-site", False),
        ("/articles/moving-a-site", True),
        ("/support/news/moving-a-site", True),
    ],
)
def test_articles_below_a_folder_for_help_are_none(path: str, *, is_article: bool) -> None:
    assert (("folder", ARTICLE) in kinds(path)) == is_article


def test_host_that_teaches_speaks_for_a_manual() -> None:
    assert ("host", "documentation_page") in kinds("/server/pools", host="learn.pumpwerk.example")


@pytest.mark.parametrize(
    ("folder", "signal"),
    [("our-people", "folder"), ("attorneys", "weak_folder"), ("aerzte", "weak_folder")],
)
def test_folder_of_a_firms_people_speaks_for_one_of_them(folder: str, signal: str) -> None:
    assert (signal, "author_page") in kinds(f"/{folder}/ann-lee")


@pytest.mark.parametrize("path", ["/test/read.cgi/bike/1773486842/", "/t5/Fibra/corte/td-p/812345"])
def test_address_of_a_boards_software_speaks_for_a_thread(path: str) -> None:
    assert ("folder", "forum_page") in kinds(path)


@pytest.mark.parametrize(
    ("path", "is_of_goods"),
    [
        ("/p/how-the-old-mill-was-won", False),
        ("/item/441-bridge-stays-shut-this-winter", False),
        ("/p/471123", True),
        ("/item/a1b2c3", True),
        ("/product/how-the-old-mill-was-won", True),
    ],
)
def test_headline_in_a_folder_of_goods_is_of_a_post(path: str, *, is_of_goods: bool) -> None:
    assert any(kind == "product_page" for _, kind in kinds(path)) == is_of_goods
