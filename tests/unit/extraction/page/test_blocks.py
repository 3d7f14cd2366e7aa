"""Blocks: where they begin and end, and what their text is."""

import gc
import time
import weakref

import pytest

from newscrawl.extraction.article import extract_page
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.page.units import count_units


def texts(html: str) -> list[str]:
    return [block.text for block in find_blocks(parse_page(html).root)[0]]


HIDING_NAMES = (
    "sr-only", "sr_only", "SR-ONLY", "show-for-sr", "sro", "visuallyhidden", "element-invisible",
    "screen-reader-text", "sharing-screen-reader-text", "hidden-visually", "u-hidden",
    "a11y-hidden", "assistive-text", "offscreen", "off-screen", "screen_out", "sound_only",
    "sr-only-focusable", "blind", "elementor-screen-only",
)  # fmt: skip


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>one</p><p>two</p>", ["one", "two"], id="paragraphs"),
        pytest.param("<p>one<p>two", ["one", "two"], id="unclosed paragraphs"),
        pytest.param("<div>a<p>b</p>c</div>", ["a", "b", "c"], id="text around a paragraph"),
        pytest.param("<p>a <b>b</b>, <i>c</i>.</p>", ["a b, c."], id="inline markup"),
        pytest.param("<p>a <x-q>b</x-q> c</p>", ["a b c"], id="an element of the site's own"),
        pytest.param(
            "<p>a <button>b</button> c</p>", ["a b c"], id="a word that a button explains"
        ),
        pytest.param("<p>a<button>b</button>, c</p>", ["a b, c"], id="a button without spaces"),
        pytest.param("<p>a <button>b</button></p>", ["a", "b"], id="a button behind a sentence"),
        pytest.param("<p><button>b</button> c</p>", ["b", "c"], id="a button before a sentence"),
        pytest.param(
            "<p>a <button>b c d e f</button> g</p>", ["a", "b c d e f", "g"], id="a long button"
        ),
        pytest.param("<div>a<x-q>b</x-q></div>", ["a", "b"], id="a box of the site's own"),
        pytest.param("<p>un<b>believ</b>able</p>", ["unbelievable"], id="markup inside a word"),
        pytest.param("<p>a<span> b </span>c</p>", ["a b c"], id="spaces inside markup"),
        pytest.param("<p>a\n  <b>\n b</b></p>", ["a b"], id="white space collapses"),
        pytest.param("<p>a<br>b</p>", ["a b"], id="one line break is a space"),
        pytest.param("<p>a<br><br>b</p>", ["a", "b"], id="two line breaks part"),
        pytest.param("<p>a<br>\n <br/>b<br><br><br>c</p>", ["a", "b", "c"], id="breaks and space"),
        pytest.param("<div>甲<br>　　乙</div>", ["甲", "乙"], id="break and indentation part"),
        pytest.param(
            "<p>九年ぶりに\n 運航を<b>再開</b>\n<b>東京</b></p>",
            ["九年ぶりに運航を再開 東京"],
            id="wrapped Japanese",
        ),
        pytest.param("<p>배가\n다시</p>", ["배가 다시"], id="wrapped Korean"),
        pytest.param(
            "<p>a <math><semantics><mfrac><mi>b</mi><mi>c</mi></mfrac><annotation-xml>d"
            "</annotation-xml></semantics></math> e</p>",
            ["a bc e"],
            id="a formula",
        ),
        pytest.param("<p>soft\u00adhy\u200bphen</p>", ["softhyphen"], id="invisible characters"),
        pytest.param(
            "<p>می\u200cخواهند</p><p>Auf\u200clage</p><p>\u200cماند\u200c</p>",
            ["می\u200cخواهند", "Auflage", "ماند"],
            id="the non-joiner inside Persian words alone",
        ),
        pytest.param("<p>\u200d</p><p> \u200b\u200d </p><p>x</p>", ["x"], id="nothing but joiners"),
        pytest.param(
            "<div><span><img><em class=img_desc>x</em></span>a<br><br>b</div>",
            ["x", "a", "b"],
            id="caption amid a text of line breaks",
        ),
        pytest.param("<p>a <em class=lead>b</em></p>", ["a b"], id="emphasis with a class"),
        pytest.param("<p>a&nbsp;b</p>", ["a b"], id="no-break space"),
        pytest.param("<p>a</p> <p> </p><p></p>", ["a"], id="empty paragraphs"),
        pytest.param("<p>a<script>x</script>b</p>", ["ab"], id="script"),
        pytest.param("<p>a<svg><title>t</title></svg>b</p>", ["ab"], id="svg"),
        pytest.param("<noscript><p>x</p></noscript><p>a</p>", ["a"], id="noscript"),
        pytest.param("<template><p>x</p></template><p>a</p>", ["a"], id="template"),
        pytest.param(
            "<x-news><template shadowrootmode=open><p>x</p></template></x-news><p>a</p>",
            ["x", "a"],
            id="template that browsers show",
        ),
        pytest.param("<h2>a <a href=#a>#</a></h2>", ["a"], id="link of a heading to itself"),
        pytest.param("<p>a <a href=#r1>↩︎</a></p>", ["a"], id="way back from a footnote"),
        pytest.param("<p>a <a href=/x>#</a></p>", ["a #"], id="sign that links elsewhere"),
        pytest.param("<p>a <a href=#r1>2</a></p>", ["a 2"], id="number of a footnote"),
        pytest.param("<p><a href=#x># <b>b</b></a></p>", ["# b"], id="sign before a word"),
        pytest.param("<p><a href=#top> <b>b</b></a></p>", ["b"], id="word inside such a link"),
        pytest.param("<p>a <span style='display:none'>x</span>b</p>", ["a b"], id="hidden span"),
        pytest.param(
            "<p>a <span class=mjx-math><span class=mjx-mrow aria-hidden=true>μ</span></span> b</p>",
            ["a μ b"],
            id="formula that is hidden from screen readers",
        ),
        pytest.param(
            "<p>a <math><mi>μ</mi><annotation>\\mu</annotation></math> b</p>",
            ["a μ b"],
            id="source of a formula",
        ),
        pytest.param("<p>a<span class=sr-only> x</span></p>", ["a"], id="screen readers only"),
        pytest.param(
            "<p>a <a href=/x>study<span class=sro>Trusted source</span></a>, b</p>",
            ["a study, b"],
            id="screen readers only, inside a link",
        ),
        pytest.param(
            "<h2><span class=o-u-visually-hidden>Advice: </span>a</h2>",
            ["a"],
            id="screen readers only, behind a prefix",
        ),
        pytest.param("<p><span class=big-screen-only>a</span></p>", ["a"], id="large screens"),
        pytest.param("<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>", ["東"], id="ruby"),
        pytest.param("<pre>a\n  b\n</pre>", ["a\n  b"], id="code keeps its lines"),
        pytest.param("<a href=x><h2>t</h2><p>s</p></a>", ["t", "s"], id="blocks in a link"),
        pytest.param("<x-card>a</x-card><x-card>b</x-card>", ["a", "b"], id="custom elements"),
        pytest.param("text alone", ["text alone"], id="no markup"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_page_falls_into_blocks(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


PROSE = "It snowed in the valley on Monday, and the school stayed shut until noon, the mayor said."


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        ([PROSE, PROSE], [f"{PROSE} {PROSE}"]),
        (["by jane", PROSE], ["by jane", PROSE]),
        (["<b>by jane</b>", "at noon", PROSE], ["by jane", f"at noon {PROSE}"]),
        ([PROSE, "by jane", PROSE], [f"{PROSE} by jane {PROSE}"]),
        ([PROSE, "<i>by jane</i>", "by jack"], [PROSE, "by jane", "by jack"]),
        (["by jane", "at noon"], ["by jane at noon"]),
        (["by jane", "by jack"], ["by jane by jack"]),
    ],
)
def test_lines_that_stand_alone_are_parted_from_prose(lines: list[str], blocks: list[str]) -> None:
    root = parse_page(f"<p>{'<br>'.join(lines)}</p>").root
    found, _ = find_blocks(root, lambda line: line.startswith("by "))
    assert [block.text for block in found] == blocks


def test_links_of_parted_lines_are_their_own() -> None:
    html = f"<p><a href=/j>by jane</a><br>{PROSE}<br>by <a href=/k>jack</a></p>"
    found, _ = find_blocks(parse_page(html).root, lambda line: line.startswith("by "))
    assert [(b.links, round(b.link_share, 1)) for b in found] == [(1, 1.0), (0, 0.0), (1, 0.6)]


@pytest.mark.parametrize(
    ("html", "kind", "level"),
    [
        ("<p>x</p>", "paragraph", None),
        ("<h2>x</h2>", "heading", 2),
        ("<h3><div>x</div></h3>", "heading", 3),
        ("<ul><li>x</li></ul>", "list_item", 1),
        ("<ul><li><p>x</p></li></ul>", "list_item", 1),
        ("<ul><li><ul><li>x</li></ul></li></ul>", "list_item", 2),
        ("<blockquote><p>x</p></blockquote>", "quote", None),
        ("<blockquote><ul><li>x</li></ul></blockquote>", "list_item", 1),
        ("<pre><code>x</code></pre>", "code", None),
        ("<li><article><p>x</p></article></li>", "paragraph", None),
    ],
)
def test_block_has_the_type_of_its_markup(html: str, kind: str, level: int | None) -> None:
    box = find_blocks(parse_page(html).root)[0][0].box
    assert (box.type, box.level) == (kind, level)


@pytest.mark.parametrize(
    ("html", "links", "share"),
    [
        ("<p>abcd</p>", 0, 0.0),
        ("<p><a>abcd</a></p>", 1, 1.0),
        ("<p>abcd<a>efgh</a></p>", 1, 0.5),
        ("<p><a>ab</a><a>cd</a></p>", 2, 1.0),
        ("<a><p>abcd</p></a>", 1, 1.0),
        ("<h2><a href=#abcd>abcd</a></h2>", 0, 0.0),
        ("<h2><a>abcd</a></h2>", 0, 0.0),
        ("<h2><a href=/abcd>abcd</a></h2>", 1, 1.0),
        ("<p><a href=#abcd>abcd</a></p>", 1, 1.0),
    ],
)
def test_links_are_measured(html: str, links: int, share: float) -> None:
    block = find_blocks(parse_page(html).root)[0][0]
    assert (block.links, block.link_share) == (links, share)


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("<li class=a role=listitem>x", "a "),
        ("<li class=a role=menuitem>x", "a menuitem "),
        ("<li id=b>x", "b "),
    ],
)
def test_names_say_what_a_box_is_for(item: str, names: str) -> None:
    blocks, _ = find_blocks(parse_page(f"<ul>{item}</ul>").root)
    assert blocks[0].box.names == names


@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<div hidden><p>x</p></div>", True),
        ("<div style='display: none'><p>x</p></div>", True),
        ("<div aria-hidden=true><p>x</p></div>", True),
        ("<div aria-hidden=false><p>x</p></div>", False),
        ("<div class=overflow-hidden><p>x</p></div>", False),
        ("<p class=visually-hidden>x</p>", True),
        *((f"<p class='a {name}'>x</p>", True) for name in HIDING_NAMES),
        ("<p class='tit blind'>x</p>", True),
        ("<p class=blinds>x</p>", False),
        ("<p class=element-invisible>x</p>", True),
    ],
)
def test_hidden_boxes_are_marked(html: str, *, hidden: bool) -> None:
    assert find_blocks(parse_page(html).root)[0][0].box.hidden is hidden


@pytest.mark.parametrize(
    ("text", "units"), [("one two three", 3), ("Ёж и уж", 3), ("伯尔尼下雪了", 4), ("x", 1)]
)
def test_length_is_counted_in_words(text: str, units: int) -> None:
    assert count_units(text) == units


def test_deep_page_is_read_in_linear_time() -> None:
    page = parse_page("<div>x" * 50_000)
    start = time.process_time()
    find_blocks(page.root)
    assert time.process_time() - start < 5


def test_a_page_is_freed_without_the_garbage_collector():
    page = parse_page("<h1>Snow</h1><p>It snowed.</p><table><tr><td>Bern</td></tr></table>")
    root = weakref.ref(page.root)
    gc.disable()
    try:
        extract_page(page)
        del page
        assert root() is None
    finally:
        gc.enable()
