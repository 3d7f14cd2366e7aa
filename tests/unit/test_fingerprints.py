import pytest

from newscrawl.fingerprints import content_hash, simhash, words


def hamming(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


TEXT = " ".join(f"word{n}" for n in range(400))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Don't stop", ["don", "t", "stop"], id="punctuation parts"),
        pytest.param("снег_идёт", ["снег", "идёт"], id="underscore parts"),
        pytest.param("北京新闻 2026", ["北", "京", "新", "闻", "2026"], id="Chinese by character"),
        pytest.param("ﬁne", ["fine"], id="ligature"),
        pytest.param("", [], id="empty"),
    ],
)
def test_words(text, expected):
    assert list(words(text)) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("It snowed.", "IT  SNOWED!", True, id="case, space, punctuation"),
        pytest.param("It snowed.", "It rained.", False, id="a word"),
        pytest.param("ab c", "a bc", False, id="word borders"),
    ],
)
def test_content_hash_sees_words_only(one, other, same):
    assert (content_hash("T", one) == content_hash("T", other)) is same


def test_content_hash_keeps_title_and_text_apart():
    assert content_hash("a b", "c") != content_hash("a", "b c")


def test_simhash_of_the_same_words_is_the_same():
    assert simhash("It snowed in Bern.") == simhash("it snowed, in bern")


def test_simhash_of_an_edited_text_is_nearer_than_of_another():
    edited = TEXT.replace("word200 ", "")
    other = " ".join(f"other{n}" for n in range(400))
    assert hamming(simhash(TEXT), simhash(edited)) < 12 < hamming(simhash(TEXT), simhash(other))


def test_simhash_is_sixteen_hex_digits_for_any_text():
    assert all(len(simhash(text)) == 16 for text in ("", "a", "\ud800", TEXT))
