import pytest

from newscrawl.cleaning import clean_article, clean_line
from newscrawl.items import Article, Block, Image


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("a\u00a0b\t c\n", "a b c", id="all white space is one space"),
        pytest.param("Zu\u0308rich", "Zürich", id="NFC"),
        pytest.param("Dampf\u00adschiff", "Dampfschiff", id="soft hyphen"),
        pytest.param("\ufeff\u200bSnow\u200e", "Snow", id="zero width"),
        pytest.param("می\u200cشود", "می\u200cشود", id="Persian joiner stays"),
        pytest.param("a\x00b\x9bc", "abc", id="controls"),
        pytest.param("\ud83d", "", id="lone surrogate"),
        pytest.param("", "", id="empty"),
    ],
)
def test_clean_line(raw, clean):
    assert clean_line(raw) == clean
    assert clean_line(clean) == clean


def make_article(*texts, **fields):
    blocks = [Block(type="paragraph", text=text) for text in texts]
    return Article(title="Snow", blocks=blocks, **fields)


def test_text_is_made_of_the_cleaned_blocks():
    article = make_article("It\u00a0snowed.", "  ", "It melted.")
    clean_article(article)
    assert article.text == "It snowed.\n\nIt melted."
    assert article.word_count == 4


def test_boilerplate_blocks_are_taken_out_and_counted():
    article = make_article("It snowed.", "Follow us on Twitter", "Поделиться")
    changes = clean_article(article)
    assert article.text == "It snowed."
    assert changes["block_follow"] == 1
    assert changes["block_share"] == 1


def test_a_sentence_that_quotes_boilerplate_stays():
    quote = "The site asked “Follow us on Twitter” in every paragraph, the court found on Monday."
    article = make_article(quote)
    clean_article(article)
    assert article.text == quote


def test_code_keeps_its_lines():
    article = Article(title="T", blocks=[Block(type="code", text="if x:\n    y()  \n")])
    clean_article(article)
    assert article.blocks[0].text == "if x:\n    y()"


def test_lists_lose_empty_and_double_entries():
    article = make_article("x", tags=["Bern ", "", "Bern", "Snow"], authors=["\u200b"])
    clean_article(article)
    assert (article.tags, article.authors) == (["Bern", "Snow"], [])


def test_captions_are_cleaned_and_empty_ones_are_null():
    article = make_article("x", images=[Image(url="u", caption=" a\nb ", credit=" ")])
    clean_article(article)
    assert (article.images[0].caption, article.images[0].credit) == ("a b", None)


def test_cleaning_again_changes_nothing():
    article = make_article("It\u00a0snowed.", tags=["a ", "a"])
    clean_article(article)
    assert not clean_article(article)


def test_fingerprints_are_filled():
    article = make_article("It snowed.")
    clean_article(article)
    assert len(article.content_hash) == 32
    assert len(article.simhash) == 16
