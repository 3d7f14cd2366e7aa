"""What a page's owner asks others not to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

# Directives and the slugs they are recorded as, in the order of the record.
_DIRECTIVES = {
    "noindex": "noindex",
    "none": "noindex",
    "noarchive": "noarchive",
    "nocache": "noarchive",
    "nosnippet": "nosnippet",
    "max-snippet:0": "nosnippet",
    "noai": "noai",
    "noimageai": "noimageai",
}
_TDM = "tdm_reservation"
_ORDER = [*dict.fromkeys(_DIRECTIVES.values()), _TDM]
# "otherbot: noindex": directives for one crawler; these names before a colon are directives.
_AGENT = re.compile(r"\s*(?!max-|unavailable_after)([\w*-]+)\s*:(.*)", re.DOTALL)
_US = {"*", "newscrawl"}


def read_opt_outs(stated: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what the owner of a page asks others not to do, as slugs in a fixed order.

    ``stated`` holds the contents of ``meta`` or of response headers by lower-case name: "robots"
    and "newscrawl", "x-robots-tag" (Google's directives, and "noai" and "noimageai"), and
    "tdm-reservation" (W3C TDMRep: "1" reserves the rights of text and data mining).

    >>> read_opt_outs({"robots": ["NoAI, noindex"], "tdm-reservation": ["1"]})
    ['noindex', 'noai', 'tdm_reservation']
    >>> read_opt_outs({"x-robots-tag": ["otherbot: noindex", "noarchive"]})
    ['noarchive']
    """
    found = set(_read_directives(stated))
    if any(value.strip() == "1" for value in stated.get("tdm-reservation", ())):
        found.add(_TDM)
    return [slug for slug in _ORDER if slug in found]


def merge_opt_outs(*lists: Sequence[str]) -> list[str]:
    """Return the slugs of several lists, each once, in the fixed order."""
    return [slug for slug in _ORDER if any(slug in each for each in lists)]


def _read_directives(stated: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name in ("robots", "newscrawl", "x-robots-tag"):
        for value in stated.get(name, ()):
            agent = _AGENT.match(value)
            if agent and agent[1].lower() not in _US:
                continue
            for directive in re.split(r"[,;]", (agent[2] if agent else value).lower()):
                if slug := _DIRECTIVES.get("".join(directive.split())):
                    yield slug
