"""The demo's twin page as a naive scraper would dump it: every widget in, the article out."""

import re

import pytest
from lxml import html

from newscrawl.demo import World
from newscrawl.demo.looks import TWIN
from newscrawl.extraction.plain.articles import clean_text

BLOCKS = {"div", "p", "h1", "ul", "li", "blockquote", "body", "html"}
SILENT = {"script", "style", "head"}


def dump(page, parting):
    """Return the visible text, block by block, pictures by their alternative text."""

    def walk(element):
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        edge = "\0" if element.tag in BLOCKS else ""
        yield edge + (element.get("alt") or "") + (element.text or "")
        for child in element:
            yield from walk(child)
            yield child.tail or ""
        yield edge

    blocks = "".join(walk(html.fromstring(page))).split("\0")
    lines = [re.sub(r"\s+", " ", block).strip() for block in blocks]
    return parting.join(line for line in lines if line)


@pytest.fixture(scope="module")
def twin():
    world = World()
    truth = next(t for t in world.truths("www.zakon2019.example") if t.number == TWIN)
    return truth, world.answer(truth.url).body.decode()


@pytest.mark.parametrize("parting", ["\n", "\n\n"], ids=["newlines", "blank lines"])
def test_the_twins_text_dump_comes_out_exact(twin, parting):
    truth, page = twin
    article = clean_text(dump(page, parting))
    assert article.title == truth.title
    assert article.description == truth.description
    assert article.paragraphs == [block.text for block in truth.blocks]
    assert article.date_published == truth.date_published
    assert [image.caption for image in article.images] == [image.caption for image in truth.images]
