"""Any input gives a tree."""

import time

import pytest

from newscrawl.extraction.page.tree import parse_page


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="empty"),
        pytest.param(b"", id="empty bytes"),
        pytest.param("   \n ", id="blank"),
        pytest.param("<!-- only a comment -->", id="comment"),
        pytest.param("\x00\x00", id="null bytes"),
        pytest.param("<?xml version='1.0'?>", id="xml declaration alone"),
        pytest.param("<frameset><frame src=a></frameset>", id="frames"),
        pytest.param(b"\xff\xfe\x00", id="broken utf-16"),
        pytest.param("<" * 5000, id="brackets"),
        pytest.param("&#xFFFFFFFF;&#0;&nosuch;", id="broken entities"),
        pytest.param("\ud800", id="lone surrogate"),
    ],
)
def test_there_is_always_a_root(html: str | bytes) -> None:
    assert parse_page(html).root is not None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param('<?xml version="1.0" encoding="windows-1251"?><p>Да</p>', "Да", id="xml str"),
        pytest.param("<p>a\x00b</p>", "ab", id="null byte inside"),
        pytest.param("<p>\x93a\x94</p>", "“a”", id="controls for quotes"),
        pytest.param(
            "<p>itâ€™s 20 Â°C, â\x80\x93 cafÃ©</p>", "it’s 20 °C, – café", id="read twice"
        ),
        pytest.param("<p>é…” à\xa0«\xa0b MÃ\xa0“</p>", "é…” à\xa0«\xa0b MÃ\xa0“", id="read once"),
        pytest.param("<p>a<!-- x -->b</p>", "ab", id="comment inside"),
        pytest.param("<p>&lt;&amp;&nbsp;&eacute;", "<&\u00a0é", id="entities"),
        pytest.param("<html><body><p>a</body></html><p>b</p></HTML >", "ab", id="closed too early"),
        pytest.param("<html><p>a</html><html><body><p>b</html>", "ab", id="two pages in one"),
    ],
)
def test_text_survives_parsing(html: str, text: str) -> None:
    assert "".join(parse_page(html).root.itertext()) == text


def test_end_of_a_break_is_a_break() -> None:
    root = parse_page("<p>a</br>b</BR />c</p>").root
    assert [element.tail for element in root.iter("br")] == ["b", "c"]


@pytest.mark.parametrize(
    ("head", "base"),
    [
        ("", "https://a.example/x/y"),
        ('<base href="/z/">', "https://a.example/z/"),
        ('<base href="https://b.example/">', "https://b.example/"),
        ('<base target="_blank">', "https://a.example/x/y"),
        ('<base href="http://[">', "https://a.example/x/y"),
    ],
)
def test_base_address_is_resolved(head: str, base: str) -> None:
    page = parse_page(f"<head>{head}</head><p>x", url="https://a.example/x/y")
    assert page.base_url == base


def test_hundred_thousand_nested_tags_take_no_time() -> None:
    start = time.process_time()
    parse_page("<div>" * 100_000 + "x")
    assert time.process_time() - start < 5
