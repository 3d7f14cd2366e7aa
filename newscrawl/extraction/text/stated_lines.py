"""Lines in boxes as chrome has, but stated by JSON-LD: of a recipe, questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.json_ld import as_list, as_text, types_of
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.structured import Structured

# Letters and digits from which on a block may be one of many sentences of the instructions or of an
# answer; chosen, so that "Salt" is no such sentence.
_SENTENCE = 20
# Statements that are looked for: thousands would take seconds on a hostile page. Chosen.
_MOST = 400


def lift_stated_lines(blocks: list[PageBlock], structured: Structured, least: float) -> None:
    """Give each block that is stated as an ingredient, a step, a question or an answer ``least``.

    Of 107 stated questions that 21 annotated pages print 91 are text. So is the heading above the
    first one, on all four pages where it is less likely.
    """
    questions = [*_texts_of_questions(structured)]
    texts = filter(None, map(letters_of, (*_texts_of_recipe(structured), *questions)))
    stated = [*islice(dict.fromkeys(texts), _MOST)]
    if not stated:
        return
    lines = _Lines(stated)
    named = {letters_of(text) for text in questions}
    before: PageBlock | None = None
    for block in blocks:
        letters = letters_of(block.text)
        if letters in lines:
            block.score = max(block.score, least)
            if letters in named and before is not None and before.box.type == "heading":
                before.score = max(before.score, least)
        before = block


class _Lines:
    """What a page states, to look up what it prints: the same, one sentence of it, or more."""

    def __init__(self, stated: list[str]) -> None:
        self._stated = frozenset(stated)
        self._together = "\n".join(stated)
        self._sentences = [letters for letters in stated if len(letters) >= _SENTENCE]

    def __contains__(self, letters: str) -> bool:
        if letters in self._stated:
            return True
        if len(letters) < _SENTENCE:
            return False
        return letters in self._together or any(text in letters for text in self._sentences)


def _texts_of_questions(structured: Structured) -> Iterator[str]:
    """Yield the questions that a page answers, and the answers."""
    for question in structured.nodes:
        if "Question" in types_of(question):
            yield as_text(question.get("name")) or ""
            for answer in as_list(question.get("acceptedAnswer")):
                yield (as_text(answer.get("text")) if isinstance(answer, dict) else None) or ""


def _texts_of_recipe(structured: Structured) -> Iterator[str]:
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
