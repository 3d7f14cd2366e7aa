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
