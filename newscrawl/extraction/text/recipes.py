"""A recipe's ingredients and steps: short lines in boxes and lists, as chrome is, but stated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.json_ld import as_list, types_of
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.structured import Structured

# Letters and digits from which on a block may be one of many sentences of the instructions; chosen,
# so that "Salt" is no such sentence.
_SENTENCE = 20


def lift_recipe(blocks: list[PageBlock], structured: Structured, least: float) -> None:
    """Give each block that JSON-LD states as an ingredient or a step the score ``least``."""
    stated = {letters for text in _texts_of(structured) if (letters := letters_of(text))}
    if not stated:
        return
    together = "\n".join(stated)
    for block in blocks:
        letters = letters_of(block.text)
        if letters in stated or (len(letters) >= _SENTENCE and letters in together):
            block.score = max(block.score, least)


def _texts_of(structured: Structured) -> Iterator[str]:
    """Yield the ingredients and steps of the page's first recipe."""
    recipes = (node for node in structured.nodes if "Recipe" in types_of(node))
    recipe = next(recipes, {})
    yield from (str(text) for text in as_list(recipe.get("recipeIngredient")))
    for step in as_list(recipe.get("recipeInstructions")):
        yield from _texts_of_step(step)


def _texts_of_step(step: Any) -> Iterator[str]:
    """Yield the text of a step, or of the steps of a section."""
    if not isinstance(step, dict):
        yield str(step)
        return
    yield str(step.get("text") or "")
    for inner in as_list(step.get("itemListElement")):
        yield from _texts_of_step(inner)
