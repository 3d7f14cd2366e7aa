"""Readers' comments below an article, as content management systems name their boxes."""

from __future__ import annotations

from newscrawl.extraction.blocks import Box

# Whole names. 318 of 2,416 real pages have such boxes; all that was kept of them, on three pages,
# were comments. "comments" alone, or in a longer name, is also what may be commented on.
_NAMES = frozenset(
    ("comment", "commentlist", "comment-list", "comments-list", "comment_list", "comments_list",
     "comments-area", "comment-area", "comments-section", "comment-section", "comments_section",
     "commentsection", "comments-container", "comment-container", "comments_container",
     "comments-wrapper", "comment-wrapper", "commentwrapper", "commentswrapper", "comments-body")
)  # fmt: skip


def find_comment_lists(boxes: list[Box]) -> set[Box]:
    """Return the boxes of comments and all boxes inside these."""
    found: set[Box] = set()
    for box in boxes:
        if box.parent in found or _is_named(box.names):
            found.add(box)
    return found


def _is_named(names: str) -> bool:
    return "omment" in names and not _NAMES.isdisjoint(names.lower().split())
