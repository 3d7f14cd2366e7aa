"""Tags of a site's templates that no plugin replaced: "[convertkit form=163]"."""

from __future__ import annotations

import re

# Characters; chosen. What is longer is code, or hostile.
LONGEST = 300
# WordPress's have brackets and a value or words joined as no prose joins them, Joomla's braces and
# the plugin's name. All four such paragraphs of 890 annotated pages are none of their text.
_SHORTCODE = re.compile(
    r"\[/?[A-Za-z][\w-]*(?:_\w+|:\w+|\s[^\[\]]*=[^\[\]]*)\]"
    r"|\{/?(?P<plugin>[a-z]{4,})(?: [^{}]*)?\}(?:.*\{/(?P=plugin)\})?"
    r"|\[\[[A-Z]+\]\]"
)


def is_shortcode(text: str) -> bool:
    """Return whether a line is nothing but a tag that was left unread.

    >>> is_shortcode("{gallery}2024/pier{/gallery}"), is_shortcode("[laughs]")
    (True, False)
    """
    may_be = len(text) <= LONGEST and text.startswith(("[", "{"))
    return may_be and _SHORTCODE.fullmatch(text) is not None
