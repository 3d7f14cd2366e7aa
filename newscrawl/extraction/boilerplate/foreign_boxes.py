"""Boxes that hold no article, whatever they say: footers, readers' comments, disclaimers."""

from __future__ import annotations

import re

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
# Words of the longest disclaimer, chosen: a page of affiliates may call the box of its article so.
# Of 18 blocks in shorter ones that were kept, on four of 890 annotated pages, one is text.
MOST_DISCLAIMED = 300
# Not of a box that has one: "post has-disclaimer".
_DISCLAIMER = re.compile(
    r"(?:^|\s)(?!(?:has|have|with|without|no|show|hide)[-_])\S*disclaimer", re.IGNORECASE
)
# A footer in one of these may be the article's own. Of all others in 2,552 real pages text was kept
# on two, where the article is short: legal notes.
_OWN = ("article", "main")


def find_foreign_boxes(boxes: list[Box]) -> set[Box]:
    """Return boxes of comments, of disclaimers and of the page's footer, and all inside these."""
    found: set[Box] = set()
    own: set[Box] = set()
    for box in boxes:
        if box.parent in own or box.tag in _OWN:
            own.add(box)
        is_footer = box.tag == "footer" and box not in own
        is_known = is_footer or _holds_comments(box.names) or _disclaims(box)
        if box.parent in found or is_known:
            found.add(box)
    return found


def _holds_comments(names: str) -> bool:
    return "omment" in names and not _COMMENTS.isdisjoint(names.lower().split())


def _disclaims(box: Box) -> bool:
    is_short = box.units <= MOST_DISCLAIMED and box.tag not in _OWN
    return is_short and "isclaimer" in box.names and _DISCLAIMER.search(box.names) is not None
