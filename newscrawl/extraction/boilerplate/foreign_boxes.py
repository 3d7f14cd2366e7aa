"""Boxes that hold no article, whatever they say: the page's footer, readers' comments."""

from __future__ import annotations

from newscrawl.extraction.page.boxes import Box

# How content management systems name boxes of comments, as whole names. 318 of 2,416 real pages
# have such boxes; all that was kept of them, on three pages, were comments. "comments" alone, or in
# a longer name, is also what may be commented on.
_COMMENTS = frozenset(
    ("comment", "commentlist", "comment-list", "comments-list", "comment_list", "comments_list",
     "comments-area", "comment-area", "comments-section", "comment-section", "comments_section",
     "commentsection", "comments-container", "comment-container", "comments_container",
     "comments-wrapper", "comment-wrapper", "commentwrapper", "commentswrapper", "comments-body")
)  # fmt: skip
# A footer in one of these may be the article's own. Of all others in 2,552 real pages text was kept
# on two, where the article is short: legal notes.
_OWN = ("article", "main")


def find_foreign_boxes(boxes: list[Box]) -> set[Box]:
    """Return the boxes of comments and of the page's footer, and all boxes inside these."""
    found: set[Box] = set()
    own: set[Box] = set()
    for box in boxes:
        if box.parent in own or box.tag in _OWN:
            own.add(box)
        is_footer = box.tag == "footer" and box not in own
        if box.parent in found or is_footer or _holds_comments(box.names):
            found.add(box)
    return found


def _holds_comments(names: str) -> bool:
    return "omment" in names and not _COMMENTS.isdisjoint(names.lower().split())
