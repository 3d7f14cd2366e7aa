"""A probed page as HTML: what was kept and removed, marked on the original."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from html import escape

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from newscrawl.extraction.page.elements import INLINE
from newscrawl.extraction.text.body import PageBlock
from newscrawl.probe.record import Probed

# Not part of what a reader sees, or what would load something, run or hide.
_STRIPPED = ("script", "style", "link", "meta", "base", "iframe", "frame", "object", "embed",
             "noscript", "template", "audio", "video", "source", "img", "svg")  # fmt: skip
_ACTIVE = frozenset(("style", "hidden", "href", "srcset", "src", "action", "formaction", "bgcolor",
                     "background", "ping", "srcdoc", "xlink:href", "loading"))  # fmt: skip
# Nothing is loaded and nothing runs, whatever may have been left in.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem;
       color: #555; background: #fff }
#newscrawl { position: sticky; top: 0; background: #202124; color: #fff; padding: .6rem 1rem;
             margin: 0 0 1rem; z-index: 2147483647; font-size: 13px }
#newscrawl b { font-size: 15px }
#newscrawl i { font-style: normal; padding: 0 .5em; margin-right: .4em; color: #202124 }
[data-outside] { color: #aaa }
[data-outside] a { color: inherit }
[data-kept], #newscrawl .kept { background: #d7f0dd; color: #0b3d1b }
[data-removed], #newscrawl .removed { background: #fbdcd9; color: #5f1410 }
[data-kept] { box-shadow: -4px 0 0 #1e8e3e }
[data-removed] { box-shadow: -4px 0 0 #d93025 }
[data-removed]::before { content: attr(data-removed); font: 11px/1.6 monospace; background: #d93025;
                         color: #fff; padding: 0 .4em; margin-right: .5em; float: right }
"""


def mark_page(probed: Probed) -> str:
    """Return the page with kept blocks in green and removed ones in red with their reasons.

    It is safe to open: without scripts, styles, images and addresses of its own, and with a
    policy under which a browser loads nothing.
    """
    root = _copy_marked(probed.page.root, probed.blocks)
    _strip(root)
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    body.insert(0, fragment_fromstring(_banner(probed)))
    content = etree.tostring(body, encoding="unicode", method="html", with_tail=False)
    title = escape(f"probe: {probed.article.title}")
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n{content}</html>\n"
    )


def _copy_marked(root: HtmlElement, blocks: list[PageBlock]) -> HtmlElement:
    """Return a copy of the tree in which the elements of blocks carry what became of them."""
    found: defaultdict[HtmlElement, list[PageBlock]] = defaultdict(list)
    for block in blocks:
        found[block.element].append(block)
    copy = deepcopy(root)
    copies = zip(root.iter(), copy.iter(), strict=True)
    for copied, own in [(copied, found[each]) for each, copied in copies if each in found]:
        if len({_mark(block) for block in own}) > 1:
            _mark_lines(copied, own)
        else:
            _set_mark(copied, own[0])
    return copy


def _mark(block: PageBlock) -> tuple[str, str]:
    name = "kept" if block.reason is None else "removed" if block.in_range else "outside"
    return name, block.reason or ""


def _set_mark(element: HtmlElement, block: PageBlock) -> None:
    name, reason = _mark(block)
    element.set(f"data-{name}", reason)
    if reason:
        element.set("title", reason)


def _mark_lines(element: HtmlElement, blocks: list[PageBlock]) -> None:
    """Mark blocks that share an element, being parted by line breaks: each line gets a span."""
    waiting = iter(blocks)
    block = next(waiting)
    for line in _wrap_lines(element):
        text = " ".join(line.text_content().split())
        if not text:
            continue
        if text not in block.text:
            block = next(waiting, block)
        _set_mark(line, block)


def _wrap_lines(element: HtmlElement) -> list[HtmlElement]:
    """Wrap what stands between line breaks and inner boxes into spans, and return these."""
    line = element.makeelement("span")
    line.text, element.text = element.text, None
    lines, children = [line], [line]
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag in INLINE:
            line.append(child)
            child.tail = tail
        else:
            line = element.makeelement("span")
            line.text = tail
            lines.append(line)
            children += [child, line]
    element[:] = children
    return lines


def _strip(root: HtmlElement) -> None:
    etree.strip_elements(root, *_STRIPPED, with_tail=False)
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if name in _ACTIVE or name.startswith("on") or not name.replace("-", "").isalnum():
                del element.attrib[name]


def _banner(probed: Probed) -> str:
    article = probed.article
    kept = sum(block.reason is None for block in probed.blocks)
    verdict = article.verdict
    name = "an article" if verdict.is_article else f"no article: {verdict.reason}"
    facts = [
        f"{name} ({verdict.score:.2f})",
        article.date_published or "no date",
        ", ".join(article.authors) or "no author",
        article.url,
    ]
    return (
        f'<div id="newscrawl"><b>{escape(article.title or "no title")}</b><br>'
        f"{escape(' · '.join(filter(None, facts)))}<br>"
        f'<i class="kept">kept {kept}</i> <i class="removed">removed {len(article.removed)}</i>'
        f" pale: outside the article</div>"
    )
