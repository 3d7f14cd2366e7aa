"""What the elements and attributes of HTML are to somebody who reads blocks of text."""

from __future__ import annotations

from newscrawl.items import BlockType

# Not text for a reader, or the text of a control.
SKIPPED = frozenset(
    ("title", "meta", "link", "base", "script", "style", "noscript", "template",
     "svg", "canvas", "select", "option", "datalist", "textarea", "object", "embed", "audio",
     "video", "iframe", "map", "progress", "meter", "rp", "rt", "annotation", "annotation-xml")
)  # fmt: skip
INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del",
     "dfn", "em", "font", "g-emoji", "i", "img", "input", "ins", "kbd", "label", "mark", "math",
     "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub",
     "msubsup", "msup", "mtext", "munder", "munderover", "nobr", "o:p", "output", "picture", "q",
     "rb", "ruby", "s", "samp", "semantics", "small", "source", "span", "st1:place", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
TYPES: dict[str, BlockType] = {"blockquote": "quote", "pre": "code"}
# Elements that start afresh: what stands in them is no longer the list item or quote around.
SECTIONS = frozenset(
    ("article", "aside", "body", "figure", "footer", "header", "main", "nav", "section", "table")
)
# Elements whose boxes are of a kind or a row of their own.
SPECIAL = frozenset((*HEADINGS, *TYPES, "li", "table", "tr"))
# Elements that hold one block: what stands beside it stands beside their parent.
LEAVES = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "th", "pre",
     "dt", "dd")
)  # fmt: skip
# Attributes whose values say what an element is for.
NAMING = frozenset(
    ("class", "id", "itemprop", "role", "data-testid", "data-component", "data-module",
     "data-component-name", "data-type", "data-qa")
)  # fmt: skip
