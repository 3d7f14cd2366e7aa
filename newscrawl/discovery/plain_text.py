"""Titles and leads of listings as plain text."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"</?[a-z!][^<>]{0,2000}>", re.IGNORECASE)  # not the signs in "<5 and >3"
_ENTITY = re.compile(r"&(?:#\w{1,7}|\w{2,31});")


def read_plain(text: str | None) -> str | None:
    """Return text on one line, without the markup and the entities that listings wrap titles in.

    >>> read_plain("It&amp;#8217;s <b>cold</b>")
    'It’s cold'
    """
    if not text:
        return None
    for _ in range(2):  # "&amp;amp;quot;" is common, three rounds are not
        if "<" in text:
            text = _TAG.sub(" ", text)
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    return " ".join(text.split()) or None
