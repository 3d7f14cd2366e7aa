"""Lines that are no text, however likely: captions, credits, stamps."""

from __future__ import annotations

import pytest

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.boilerplate.reasons import is_certain, says_title
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.evidence import Evidence, read_evidence
from newscrawl.extraction.page.names import read_names
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page

ENTRY = "<h3>Ferry returns</h3><p>It sailed at noon.</p>"
PICTURE = "<img src=/pier.jpg alt='The new pier'>"


def evidence() -> Evidence:
    return read_evidence(read_structured(parse_page("")), "Ferry returns")


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        pytest.param(f"<p>{PICTURE}<br>The boat at noon</p>", True, id="under a picture"),
        pytest.param(f"<p>{PICTURE}<br>The boat sails at noon.</p>", False, id="sentence"),
        pytest.param(f"<p>The boat<br>{PICTURE}at noon</p>", False, id="picture in a line"),
        pytest.param(f"<p>The new pier {PICTURE}</p>", True, id="what the picture shows"),
        pytest.param(f"<div>{PICTURE}<p>The pier Foto: dpa</p></div>", True, id="credit beside it"),
        pytest.param("<div><p>The pier Foto: dpa</p></div>", False, id="credit beside nothing"),
        pytest.param(f"<p>{PICTURE}The boat at noon</p>", False, id="beside a picture"),
        pytest.param("<p class=wp-caption-text>The pier at noon</p>", True, id="called a caption"),
        pytest.param(
            "<p class=pie-de-foto>El muelle a las doce</p>", True, id="called so in Spain"
        ),
        pytest.param(
            "<div class=bildlegende><p>Die Mole am Mittag.</p><p>dpa</p></div>", True, id="in a box"
        ),
        pytest.param("<div class=post__cta><p>Try it for free</p></div>", True, id="call to act"),
        pytest.param("<div class=et_pb_cta_0><p>It sails.</p></div>", False, id="module"),
        pytest.param("<p class=has-caption>It sailed at noon.</p>", False, id="has a caption"),
        pytest.param("<p>Aug 21, 2025 17:40 (IST)</p>", True, id="day and clock"),
        pytest.param("<p>12 Nov 202416.50 GMT</p>", True, id="day and clock of two elements"),
        pytest.param("<ul><li>Share on Facebook</ul>", True, id="longer item of a list"),
        pytest.param("<ul><li>Advertisement</ul>", True, id="label in a list"),
        pytest.param("<ul><li>Buy it on Amazon</ul>", False, id="longer advert in a list"),
        pytest.param("<table><tr><td>Flag<td>9<td>2</table>", False, id="cell"),
        pytest.param("<table><tr><td>Buy now<td>9<td>2</table>", True, id="advert in a cell"),
        pytest.param("<p>渡船靠岸。新华社记者 林海峰 摄</p>", True, id="taken by a reporter"),
        pytest.param("<p>渡船靠岸 林海峰 摄</p>", True, id="taken by"),
        pytest.param("<p>▲ 渡船靠岸时的老码头</p>", True, id="points at a picture"),
        pytest.param("<p>▲ Ferry 2.5 %</p>", False, id="rises"),
        pytest.param("<table><tr><td>▲1320万円<td>9<td>2</table>", False, id="loss in a cell"),
        pytest.param("<p>▲ 첫째 배를 탄다.</p><p>▲ 둘째 내린다.</p>", False, id="item of several"),
        pytest.param(
            "<div>▲ 첫째 배를 탄다.<br>▲ 둘째 내린다.</div>", False, id="lines of several"
        ),
        pytest.param("<p>渡船靠岸。 郝景山摄（群声视觉）</p>", True, id="taken for an agency"),
        pytest.param("<p>文 | 刺猬商业，作者 | 郁秋，编辑 | 老K</p>", True, id="credits"),
        pytest.param("<p>文 | 阿棠去了海港，见到了老船长。</p>", False, id="no credits"),
        pytest.param("<p>渡船今年再度啟航。（渡輪公司圖片）</p>", True, id="picture of a firm"),
        pytest.param("<p>他说，这张照片是他自己在船上拍摄</p>", False, id="takes pictures"),
        pytest.param("<p>Published 3 May 2026 • Updated 4 May 2026</p>", True, id="stamp"),
        pytest.param("<p>Published12 November</p>", True, id="stamp of two elements"),
        pytest.param("<p>3 May 2026</p>", False, id="date alone"),
        pytest.param("<p>It was published on 3 May 2026.</p>", False, id="date in a sentence"),
        pytest.param("<h4>Related articles</h4>", True, id="heading of links"),
        pytest.param("<ul><li>Published 12 November</ul>", True, id="stamp in a list"),
        pytest.param(f"<ul><li>15:10 Jane Doe{ENTRY}</ul>", True, id="who signs an entry"),
        pytest.param(f"<ul><li>3 May 2026, 15:10{ENTRY}</ul>", True, id="when an entry was made"),
        pytest.param("<ul><li>3 May 2026, 15:10</ul>", False, id="time in a list"),
        pytest.param("<table><tr><td>09:31<td>It sank.</table>", True, id="clock in a layout"),
        pytest.param(
            "<table><tr><td>09:31<td>It sank.<tr><th>Time<th>Event</table>",
            False,
            id="clock in a timetable",
        ),
        pytest.param("<ul><li>Social media</ul>", False, id="item of a list"),
        pytest.param("<h4>Comments</h4>", False, id="heading that may be text"),
        pytest.param("<p>18h48</p>", True, id="clock of a live blog"),
        pytest.param("<p>At 18:48 it snowed</p>", False, id="clock in a line"),
        pytest.param("<p class=byline>Jane Doe, Staff Writer</p>", True, id="called a byline"),
        pytest.param("<div>Upper Bern.<p>It snowed.</p></div>", True, id="place above a text"),
        pytest.param("<div>Bern fell.<p>It snowed.</p></div>", False, id="sentence above a text"),
        pytest.param("<div>Bern.</div>", False, id="place in a box of its own"),
        pytest.param("<p>Bern.</p>", False, id="place as a paragraph"),
        pytest.param("<p>Bern.<br><br>It snowed.</p>", False, id="place in a paragraph"),
        pytest.param("<p>Jane Doe, Staff Writer</p>", False, id="byline that may be text"),
        pytest.param("<p>[convertkit form=163]</p>", True, id="shortcode with a value"),
        pytest.param("<p>[CTA_MODULE]</p>", True, id="shortcode of joined words"),
        pytest.param("<p>[gallery ids='1,2' size=large]</p>", True, id="shortcode with values"),
        pytest.param("<p>{loadposition banner}</p>", True, id="plugin"),
        pytest.param("<p>{gallery}2024/pier{/gallery}</p>", True, id="plugin around a path"),
        pytest.param("<p>[[MORE]]</p>", True, id="break that was left"),
        pytest.param("<p>[laughs]</p>", False, id="remark in a transcript"),
        pytest.param("<p>[The ferry left. It was late.]</p>", False, id="sentence in brackets"),
        pytest.param("<p>[서울=뉴시스]배가 왔다</p>", False, id="agency in brackets"),
        pytest.param("<p>{a, b}</p>", False, id="set"),
        pytest.param("<p>kAm(2C5 c 4@F?4:= y2?6 #@EE</p>", True, id="scrambled names"),
        pytest.param("<p>[ <a href=/a>The old ferry is sold</a> ]</p>", True, id="[ link ]"),
    ],
)
def test_line_is_certainly_no_text(line: str, *, certain: bool) -> None:
    blocks, boxes = find_blocks(parse_page(f"<body>{line}</body>").root)
    for box in boxes:
        _, box.mask = read_names(box.names, {})
    block = blocks[0]
    assert is_certain(block, match_phrase(block.text)) is certain


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<h1>“At last”: Ferry returns</h1>", True),
        ("<h1>Why the pier was sold</h1>", False),
        ("<h2>Ferry returns to an old pier</h2>", False),
    ],
)
def test_headline_with_the_title_in_it_says_it(line: str, *, title: bool) -> None:
    block = find_blocks(parse_page(f"<body>{line}</body>").root)[0][0]
    assert says_title(block, evidence()) is title
