"""The numbers of the lines of a listing, which stand beside its code as a column or a list."""

from __future__ import annotations

from newscrawl.extraction.page.blocks import PageBlock

# Lines of the shortest column that is told by its numbers alone; chosen.
LEAST = 3


def find_line_numbers(blocks: list[PageBlock]) -> set[int]:
    """Return the indices of columns that count from one, and of items that do right behind code."""
    found: set[int] = set()
    after_code = len(blocks)
    for index, block in enumerate(blocks):
        after_code += 1
        if block.box.type == "list_item" and block.text == str(after_code):
            found.add(index)
            continue
        if block.box.type != "code":
            after_code = len(blocks)
            continue
        after_code = 0
        if _is_column(block.text):
            found.add(index)
    return found


def _is_column(text: str) -> bool:
    numbers = text.split()
    return len(numbers) >= LEAST and numbers == [*map(str, range(1, len(numbers) + 1))]
