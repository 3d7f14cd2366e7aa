"""Boxes whose names say that they hold no text: captions, embedded posts, calls to act."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.extraction.page.boxes import Box, boxes_around

# As sites call captions that are no ``figcaption``. Of 66 blocks called so on 126 annotated pages
# of news one is text, of 113 on 763 others 17 are. Counted without the words of other languages
# and without boxes of two blocks, for which ten real and own texts change: nine lose a caption, one
# a line that is annotated as text.
_CAPTION = re.compile(
    r"(?!(?:has|no|with)[-_])(?!.*(?:table|quote))(?:[a-z]+[-_]+)*"
    r"(?:(?:picture|photo|image|img|fig(?:ure)?|media)?caption|wp-caption-text|bildunterschrift"
    r"|bildtext|bildlegende|l[eé]gende|pie-?(?:de-?)?foto|didascalia|(?:foto-?)?onderschrift"
    r"|bijschrift|kuvateksti|billedtekst|bildetekst|k[eé]pal[aá][ií]r[aá]s|pie|ep[ií]grafe|leyenda"
    r"|legenda|popisek|podpis|keterangan|img-?cap|cutline)",
    re.IGNORECASE,
)
# As the networks' own code for embedding calls its box. Of 21 blocks of such boxes in 890 annotated
# pages none was text.
_EMBED = re.compile(
    r"\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|(?:fb|facebook)-(?:post|video)"
    r"|bluesky-embed|mastodon-embed|reddit-embed|reddit-card|threads?-(?:post|embed)|text-post-media)\b"
)
# As marketers call a box that asks for a click; a builder of pages calls any module so:
# "et_pb_cta". Of 430 blocks of such boxes in 890 annotated pages 12 are text, on five. Words of the
# largest; chosen.
_CTA = re.compile(r"(?:^|[\s-]|(?<!et_pb)_)cta(?:$|[\s_-])")
CTA = 120
# Blocks of the longest embedded post: a site may call its own text's box so.
POST = 12


def is_caption(box: Box) -> bool:
    """Return whether a box is the caption of a figure, or stands in one."""
    return any(
        around.tag == "figcaption"
        or (around.end - around.start <= 2 and _names_caption(around.names))
        for around in boxes_around(box)
    )


@lru_cache(maxsize=1 << 12)
def _names_caption(names: str) -> bool:
    return any(map(_CAPTION.fullmatch, names.split()))


def calls_to_act(box: Box) -> bool:
    """Return whether a box is called a call to action, or stands in such a small one."""
    return any(
        "cta" in around.names and around.units <= CTA and _CTA.search(around.names)
        for around in boxes_around(box)
    )


def is_embed(box: Box) -> bool:
    """Return whether a box is a post of a social network that the page embeds."""
    return any(
        "-" in around.names and around.end - around.start <= POST and _names_post(around.names)
        for around in boxes_around(box)
    )


@lru_cache(maxsize=1 << 12)  # the boxes of a site are the same ones again and again
def _names_post(names: str) -> bool:
    return _EMBED.search(names) is not None
