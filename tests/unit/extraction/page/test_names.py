"""What class names say."""

import pytest

from newscrawl.extraction.page.names import MEANINGS, read_names, split_names, spread_mask


def meanings(names: str) -> set[str]:
    _, mask = read_names(names, {})
    return {name for name, said in zip(MEANINGS, spread_mask(mask), strict=True) if said}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("article-body__readMore is-2", ["article", "body", "read", "more", "is"]),
        ("NewsletterBox", ["newsletter", "box"]),
        ("css-1x2y3z", ["css", "x", "y", "z"]),
        ("", []),
    ],
)
def test_names_fall_into_words(names: str, words: list[str]) -> None:
    assert split_names(names) == words


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("wp-caption-text", {"caption"}),
        ("c-article__bildunterschrift", {"caption", "media"}),
        ("readMoreLinks", {"related"}),
        ("read-the-news", set()),
        ("articles-related", {"related"}),
        ("share-bar", {"share"}),
        ("factbox", {"box"}),
        ("fact-box", {"box"}),
        ("newsletter_signup", {"newsletter"}),
        ("ads", {"ad"}),
        ("heads shadow", set()),
        ("article-body", {"body"}),
        ("p-standfirst", {"lead"}),
        ("description", {"lead"}),
        ("leading-tight leaderboard", set()),
        ("theme-dark", set()),
        ("news-themes", {"tags"}),
        ("css-1x2y3z", set()),
    ],
)
def test_names_say_what_a_box_is_for(names: str, expected: set[str]) -> None:
    assert meanings(names) == expected


@pytest.mark.parametrize(
    ("names", "weight"),
    [
        ("related-list", -2.0),
        ("body related", -0.5),
        ("body text", 1.5),
        ("body social related", -1.5),
        ("unknown", 0.0),
    ],
)
def test_strongest_word_each_way_counts(names: str, weight: float) -> None:
    weights = {"related": -2.0, "social": -3.0, "body": 1.5, "text": 0.5}
    assert read_names(names, weights)[0] == weight
