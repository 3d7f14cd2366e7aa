"""Items of microdata, and dates of RDFa: what the markup of printed text says that it is."""

from __future__ import annotations

from lxml.html import HtmlElement

from newscrawl.extraction.page.selectors import find_all

_COMMENT_SCOPES = "//*[@itemscope][contains(@itemtype, 'Comment')]"
# Drupal states dates so.
_RDFA_DATES = dict.fromkeys(
    ("dc:date", "dc:created", "dcterms:created", "schema:dateCreated", "schema:datePublished"),
    "datePublished",
) | {"schema:dateModified": "dateModified", "dcterms:modified": "dateModified"}
_DATES = frozenset(("datePublished", "dateModified"))
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONG_PROPS = frozenset(("articleBody", "reviewBody", "text", "mainContentOfPage"))
# Properties whose object is the article; the second one is Blogger's.
_ARTICLES = ("mainEntity", "blogPost")
# Attributes that hold the value of an item in some elements; "value" in meta is a common slip.
_OWN_VALUE = {"abbr": ("title",), "meta": ("value",)}


def read_items(root: HtmlElement, items: list[HtmlElement]) -> dict[str, list[str]]:
    """Return the values of a page's items by name, without comments and dates of other articles.

    A property of the object that is the author is named "author.name".
    """
    found: dict[str, list[str]] = {}
    if not items:
        return found
    comments = {node for scope in find_all(root, _COMMENT_SCOPES) for node in scope.iter()}
    for element in items:
        if element in comments:
            continue
        names = _item_names(element)
        if not _DATES.isdisjoint(names) and _is_in_teaser(element):
            continue
        value = _item_value(element) if _LONG_PROPS.isdisjoint(names) else None
        if value:
            prefix = _owner_name(element)
            for name in names:
                found.setdefault(prefix + name, []).append(value)
    return found


def _is_in_teaser(element: HtmlElement) -> bool:
    """Return whether an element stands beside the article, or in a link with a headline.

    On one of 2,158 real pages such a day would stand for the article's.
    """
    return any(
        parent.tag == "aside" or links_headline(parent) for parent in element.iterancestors()
    )


def links_headline(element: HtmlElement) -> bool:
    """Return whether an element links another article, headline and date and all."""
    return element.tag == "a" and next(element.iter(*_HEADINGS), None) is not None


def _item_names(element: HtmlElement) -> list[str]:
    """Return the names of an item; those of RDFa as microdata has them."""
    names = str(element.get("itemprop") or element.get("property")).split()
    return list(dict.fromkeys(_RDFA_DATES.get(name, name) for name in names))


def _item_value(element: HtmlElement) -> str:
    """Return an item's value; a nested object is known by its name, a link by its text."""
    for key in ("content", "datetime", *_OWN_VALUE.get(str(element.tag), ())):
        if (value := element.get(key)) is not None:
            return str(value).strip()
    if element.tag in {"img", "link"}:
        return (element.get("src") or element.get("href") or "").strip()
    if element.get("itemscope") is not None:
        element = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        if element.get("content"):
            return str(element.get("content")).strip()
    return " ".join(str(element.text_content()).split())


def _owner_name(element: HtmlElement) -> str:
    """Return "author." for a property of the object that is the author, "" at the top."""
    for parent in element.iterancestors():
        if "itemListElement" in (parent.get("itemprop") or ""):
            return "itemListElement."
        if parent.get("itemscope") is not None:
            owner = (parent.get("itemprop") or "").split()
            return f"{owner[0]}." if owner and owner[0] not in _ARTICLES else ""
    return ""
