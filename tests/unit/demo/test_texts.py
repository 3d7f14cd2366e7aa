"""The stock of sentences: slots are filled, and no two articles are nearly the same."""

import re
from itertools import combinations
from random import Random

import pytest

from newscrawl.demo import SITES, World
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.stories import SPARE_FACTS, compose, heading
from newscrawl.demo.texts import Writer, load_stock

LANGUAGES = ("ru", "kk", "en", "de", "zh")
SHINGLE = 4
"""Words, in Chinese characters, of a shingle."""
MOST_ALIKE = 0.3
"""Shared shingles of two articles by all of both."""


def shingles(text, language):
    words = re.findall(r"\w" if language == "zh" else r"\w+", text.lower())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.host)
def test_no_two_articles_are_nearly_the_same_but_the_copy(site):
    truths = list(World().truths(site.host))
    sets = [(truth, shingles(truth.text, site.language)) for truth in truths]
    alike = [
        {a.url, b.url}
        for (a, first), (b, second) in combinations(sets, 2)
        if len(first & second) > MOST_ALIKE * len(first | second)
    ]
    assert alike == [{truth.url, truth.copy_of} for truth in truths if truth.copy_of]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_is_filled(language):
    for number in range(200):
        story = compose(language, f"any/{number}")
        texts = [story.title, story.lead, story.caption, *(block.text for block in story.blocks)]
        assert not [text for text in texts if re.search(r"[{}|/]|  |\.\.", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_stories_have_three_to_nineteen_paragraphs(language):
    stories = [compose(language, f"any/{number}") for number in range(200)]
    sizes = {sum(b.type in ("paragraph", "quote") for b in story.blocks) for story in stories}
    assert min(sizes) == 3
    assert max(sizes) >= 19


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stock_outlasts_the_longest_story(language):
    for topic in load_stock(language).topics:
        tables = load_stock(language).tables
        assert len(topic.lines["fact"]) + len(tables["fact"]) > SPARE_FACTS + 6
        assert len(topic.lines["quote"]) + len(tables["quote"]) >= 7


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.host)
def test_some_articles_end_with_a_few_words(site):
    short = {line.split("{")[0] for line in load_stock(site.language).tables["short"]}
    ends = [truth.blocks[-1].text for truth in World().truths(site.host)]
    assert any(end.startswith(tuple(short)) for end in ends)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_is_the_storys(language):
    story = compose(language, "any/1")
    assert heading(language, "any/1")[:2] == (story.title, story.section)


@pytest.mark.parametrize("language", LANGUAGES)
def test_topics_have_what_stories_need(language):
    for topic in load_stock(language).topics:
        assert set(topic.lines) >= {"office", "title", "lead", "open", "fact", "quote", "item"}
        assert len(topic.tags) >= 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{5-5 день/дня/дней}", "5 дней"),
        ("{21-21 день/дня/дней}", "21 день"),
        ("{12-12 день/дня/дней}", "12 дней"),
        ("{34-34 день/дня/дней}", "34 дня"),
        ("{1-1 week/weeks}", "1 week"),
        ("{2-2 week/weeks}", "2 weeks"),
        ("{7-7}", "7"),
        ("{n=8-8} and {n=1-5 week/weeks}", "8 and 8 weeks"),
        ("in {town.1} and {town}", "in Bs and B"),
        ("{town} and {town2}", "B and B"),
        ("{a{3-3}|a{3-3}}", "a3"),
    ],
)
def test_slots_are_filled_by_their_kind(line, expected):
    assert Writer({"town": ["B | Bs"]}, Random(1)).fill(line) == expected


@pytest.mark.parametrize(
    ("title", "limit", "slug"),
    [
        ("В Таразе отремонтируют 12 улиц до холодов", 30, "v-taraze-otremontiruyut-12-uli"),
        ("Большая щука: объезд", 80, "bolshaya-shchuka-obezd"),
        ("Қызылордада көпір ашылды", 80, "kyzylordada-kopir-ashyldy"),
        ("Grüße aus Norden", 80, "gruesse-aus-norden"),
    ],
)
def test_slugs_are_the_headline_in_latin_letters(title, limit, slug):
    assert slug_of(title, limit=limit) == slug
