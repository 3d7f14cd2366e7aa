"""An article's strings made uniform: one Unicode form, no invisible characters, single spaces."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.letters import INVISIBLE
from newscrawl.fingerprints import content_hash, simhash, words
from newscrawl.items import Article, Block

_CODE_SPACE = re.compile(r"(?<![^\S\n])[^\S\n]++$", re.MULTILINE)


def clean_line(text: str) -> str:
    r"""Return the text as one line in NFC, without invisible characters or doubled spaces.

    >>> clean_line(" Zü\u00adrich:\n\u200bSchnee ")
    'Zürich: Schnee'
    """
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def clean_article(article: Article) -> Counter[str]:
    """Clean the article in place, fill what is counted from its text, and return what changed.

    The result counts slugs: "block_<kind>" for blocks taken out by the phrase tables,
    "field_<name>" for fields whose strings changed.
    """
    changes: Counter[str] = Counter()
    article.blocks = list(_clean_blocks(article.blocks, changes))
    article.text = "\n\n".join(block.text for block in article.blocks)
    _clean_fields(article, changes)
    article.word_count = len(words(article.text))
    article.content_hash = content_hash(article.title, article.text)
    article.simhash = simhash(article.text)
    return changes


def _clean_blocks(blocks: Iterable[Block], changes: Counter[str]) -> Iterable[Block]:
    for block in blocks:
        block.text = _clean_code(block.text) if block.type == "code" else clean_line(block.text)
        kind = match_phrase(block.text) if block.type != "code" else None
        if kind:
            changes[f"block_{kind}"] += 1
        elif block.text:
            yield block


def _clean_code(text: str) -> str:
    lines = (INVISIBLE.sub("", line) for line in text.splitlines())
    return _CODE_SPACE.sub("", "\n".join(lines)).strip("\n")


def _clean_fields(article: Article, changes: Counter[str]) -> None:
    for field in fields(Article):
        if field.name in ("text", "blocks"):
            continue
        value = getattr(article, field.name)
        cleaned = _cleaned(value)
        if cleaned != value:
            setattr(article, field.name, cleaned)
            changes[f"field_{field.name}"] += 1
    article.description = article.description or None
    for image in article.images:
        image.caption = clean_line(image.caption or "") or None
        image.credit = clean_line(image.credit or "") or None


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return list(dict.fromkeys(filter(None, map(clean_line, value))))
    return value
