"""Pages of a list whose number is part of a file's name: "index_2.shtml", "news,2.html"."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from newscrawl.discovery.url_dates import url_span
from newscrawl.discovery.url_shapes import MAYBE_ARTICLE, score_url

_NUMBERED = re.compile(
    r"^(?P<folder>.*/)(?P<stem>[^/]*?)[_,.-]?(?<!\d)(?P<number>\d{1,3})(?P<tail>\.[a-z]\w{1,4})?/?$",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\.\w{2,5}$")
_FOLDERS_OWN = frozenset({"index", "default"})  # files that are the folder itself
# What the files of a folder's list are called, "" for "2.html"; "0" by uCoz, whose first is "0-1".
_LIST_STEMS = frozenset({"", "0", "archiv", "archive", "list", "lista", "liste", "news", "page"})


class Step(NamedTuple):
    """From one page of a list to another of it."""

    here: int | None
    """None on the first page, which often has no number."""
    there: int


def find_step(target: str, own: str) -> Step | None:
    """Return the numbers of two pages of one list, None if the target is no page of it by its name.

    >>> find_step("https://a.example/in/index_2.htm", "https://a.example/in/index.htm")
    Step(here=None, there=2)
    """
    theirs, mine = urlsplit(target), urlsplit(own)
    match = _NUMBERED.match(theirs.path)
    if match is None or (theirs.netloc, theirs.query) != (mine.netloc, mine.query):
        return None
    # The next day of an archive, and the next part of an article, are no pages of a list.
    if url_span(target) != url_span(own) or _is_article(own):
        return None
    name = match["folder"], match["stem"]
    at = _NUMBERED.match(mine.path)
    if at and (at["folder"], at["stem"]) == name:
        return Step(int(at["number"]), int(match["number"]))
    names = _names_of_pages(mine.path, is_file=bool(match["tail"]))
    return Step(None, int(match["number"])) if name in names else None


def without_number(path: str) -> str:
    """Return the path of a list's page without its number: "/in/index_2.htm" is "/in/index"."""
    match = _NUMBERED.match(path)
    return (match["folder"] + match["stem"]).rstrip("/") if match else path


def _is_article(url: str) -> bool:
    return bool(urlsplit(url).path.strip("/")) and score_url(url).points >= MAYBE_ARTICLE


def _names_of_pages(path: str, *, is_file: bool) -> set[tuple[str, str]]:
    """Return the folders and stems that further pages of the list at a path may have.

    "/news-2.html" is one beside "/news/"; "/news-2/" is another page that was to be "/news/".
    """
    above, _, name = path.rstrip("/").rpartition("/")
    stem = _EXTENSION.sub("", name)
    names = {(f"{above}/", stem)} if name and is_file else set()
    if stem.lower() in _FOLDERS_OWN:
        folder = f"{above}/"
    elif stem == name:
        folder = f"{path.rstrip('/')}/"
    else:
        return names
    own = {"", *_FOLDERS_OWN, *_LIST_STEMS, folder.rstrip("/").rpartition("/")[2]}
    return names | {(folder, stem) for stem in own}
