"""The article's text, and nothing else: one table row for each kind of page and of chrome."""

import json
import time

import pytest

from newscrawl.extraction import Rules, extract
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.body import Body, read_body

TITLE = "Ferry returns to the north shore after nine years"
FIRST = (
    "The ferry between Hallow Point and the north shore will sail again from Monday, nine years"
    " after the old boat was sold for scrap, the harbour office said."
)
SECOND = (
    "Tickets will cost two pounds for walkers and nine for cars. The crossing takes forty"
    " minutes, about an hour less than the road around the bay."
)
THIRD = (
    "“My father was a deckhand on the last one,” said Moira Tansley, who runs the café at the"
    " pier. “I kept his cap for the day she came back.”"
)
TEXT = [FIRST, SECOND, THIRD]
FOURTH = (
    "The harbour office expects four hundred passengers a day in summer, and has hired six people"
    " from the island to sell tickets and to tie up the boat."
)
NAVIGATION = (
    "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></nav>"
)
FOOTER = (
    "<footer><p>© 2026 The Bay Courier. All rights reserved.</p><a href=/c>Contact</a></footer>"
)


def page(*parts: str, head: str = "", after: str = "") -> str:
    inner = "".join(parts)
    return (
        f"<html><head><title>{TITLE} | The Bay Courier</title>{head}</head><body>{NAVIGATION}"
        f"<main><article><h1>{TITLE}</h1><div class=article-body>{inner}</div></article>{after}"
        f"</main>{FOOTER}</body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(html: str, rules: Rules | None = None) -> Body:
    parsed = parse_page(html, url="https://bay.example/ferry")
    structured = read_structured(parsed)
    return read_body(parsed, structured, title=TITLE, rules=rules or Rules())


def texts(html: str) -> list[str]:
    return [block.text for block in read(html).blocks]


def test_plain_article_is_its_paragraphs() -> None:
    assert texts(page(paragraphs(*TEXT))) == TEXT


@pytest.mark.parametrize(
    ("chrome", "reason"),
    [
        pytest.param(f"<p>{TITLE}</p>", "title_repeat", id="title again"),
        pytest.param(f"<p>{TITLE.upper()}</p>", "title_repeat", id="title in capitals"),
        pytest.param(
            "<p>Ta\u0301c gia\u0309: Nguye\u0302\u0303n Thi\u0323 Hu\u031bo\u031bng</p>",
            "credit",
            id="byline, accents of their own",
        ),
        pytest.param(
            f"<h2 class=headline>{TITLE}</h2><h2 class=printtitle>{TITLE}</h2>",
            "title_repeat",
            id="title twice more",
        ),
        pytest.param(
            "<h5 class=authorline>By Merryn Angove, Hallow Point</h5>",
            "credit",
            id="byline as a heading",
        ),
        pytest.param("<p>Share this article</p>", "share", id="share line"),
        pytest.param("<p>Advertisement</p>", "ad", id="advert label"),
        pytest.param("<p>Subscribe to our newsletter</p>", "newsletter", id="newsletter line"),
        pytest.param(
            "<p>Related:</p><p><a href=/a>Keepers of the lighthouse count nine hundred grey seals"
            " on the sand banks of the outer bay</a></p>",
            "read_also",
            id="link below its label",
        ),
        pytest.param(
            "<p>Read more:</p><p><a href=/a>Keepers of the lighthouse count nine hundred grey seals"
            " on the sand banks of the outer bay</a></p>",
            "read_also",
            id="link below a label that may be a button",
        ),
        pytest.param(
            "<p>Explainer: <a href=/a>Why the ferry was sold for scrap nine years ago</a></p>",
            "read_also",
            id="link behind the form of its article",
        ),
        pytest.param(
            "<p>➡ <a href=/a>Why the ferry was sold for scrap nine years ago</a></p>",
            "read_also",
            id="link behind an arrow",
        ),
        pytest.param(
            "<div class=css-1x2y3z><h3>The morning briefing</h3><p>Everything you need to know to"
            " start your day, at six.</p><form><input type=email><button>OK</button></form></div>",
            "boilerplate",
            id="form for an address, without a telling name",
        ),
        pytest.param(
            "<div class=css-1x2y3z><p>Should the ferry run at night, with a smaller crew?</p>"
            "<label><input type=radio name=n> Yes, every hour</label>"
            "<label><input type=radio name=n> No, never</label></div>",
            "boilerplate",
            id="poll, without a telling name",
        ),
        pytest.param("<p>This video can not be played</p>", "ui", id="player"),
        pytest.param(
            "<p>The new ferry at the pier on Monday. (AP Photo/Jane Doe)</p>",
            "caption",
            id="caption of an agency as a paragraph",
        ),
        pytest.param(
            "<p>The new ferry at the pier. Foto: Jane Doe/dpa</p>", "caption", id="caption, credit"
        ),
        pytest.param(
            "<p>Новый паром у причала (фото: Иван Карпов)</p>", "caption", id="credit in brackets"
        ),
        pytest.param(
            "<div class=css-1x2y3z><h3>The morning briefing</h3><p>Everything you need to know to"
            " start your day.</p><form><input name=email><button>OK</button></form></div>",
            "boilerplate",
            id="form for an address of any type, without a telling name",
        ),
        pytest.param(
            "<div class=css-1x2y3z><a href=/b><img src=b.jpg></a><h3><a href=/b>Lighthouse to open"
            " at night</a></h3><p>The keepers say that the stairs are safe again, and that the view"
            " from the top is worth them.</p></div>",
            "boilerplate",
            id="teaser, without a telling name",
        ),
        pytest.param(
            "<figure><img src=a.jpg><figcaption>The new ferry at the pier.</figcaption></figure>",
            "caption",
            id="caption",
        ),
    ],
)
def test_chrome_inside_the_text_goes_with_its_reason(chrome: str, reason: str) -> None:
    body = read(page(f"<p>{FIRST}</p>{chrome}{paragraphs(SECOND, THIRD)}"))
    assert [block.text for block in body.blocks] == TEXT
    assert reason in {removed.reason for removed in body.removed}


@pytest.mark.parametrize(
    ("before", "behind", "reason"),
    [
        ("Author: Merryn Angove<br>", "", "credit"),
        ("<b>Автор: Иван Карпов</b><br>", "", "credit"),
        ("Read also: <a href=/a>The seals of the bay</a><br>", "", "read_also"),
        ("", "<br><em>Foto: dpa</em>", "credit"),
        ("By Merryn Angove<br>", "<br>Photo: Lowenna Hicks", "credit"),
    ],
)
def test_line_beside_a_sentence_goes_and_the_sentence_stays(
    before: str, behind: str, reason: str
) -> None:
    body = read(page(f"<p>{FIRST}</p><p>{before}{SECOND}{behind}</p><p>{THIRD}</p>"))
    assert [block.text for block in body.blocks] == TEXT
    assert reason in {removed.reason for removed in body.removed}


@pytest.mark.parametrize("credit", ["(AP Photo/Merryn Angove)", "Photo: Merryn Angove"])
def test_captions_of_a_photo_story_are_its_text(credit: str) -> None:
    captions = [f"{sentence} {credit}" for sentence in TEXT]
    pictures = "".join(f"<p><img src={n}.jpg></p><p>{text}</p>" for n, text in enumerate(captions))
    assert texts(page(pictures)) == captions


@pytest.mark.parametrize(
    "again",
    [
        f"<div style='display:none'>{paragraphs(*TEXT, FOURTH)}</div>",
        f"<p style='display:none'>{SECOND}</p>",
        f"<div class=narrow>{paragraphs(*TEXT, FOURTH)}</div>",
        paragraphs(*TEXT, FOURTH),
    ],
    ids=["hidden", "one hidden", "for narrow screens", "in the same box"],
)
def test_text_that_a_page_has_twice_is_read_once(again: str) -> None:
    assert texts(page(paragraphs(*TEXT, FOURTH), again)) == [*TEXT, FOURTH]


def test_everything_removed_in_the_range_is_told() -> None:
    body = read(page(f"<p>{FIRST}</p><p>Advertisement</p>{paragraphs(SECOND, THIRD)}"))
    told = {removed.text for removed in body.removed}
    silent = {b.text for b in body.page_blocks if b.in_range and b.reason} - told
    assert "Advertisement" in told
    assert not silent


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(f"<div>{'<br><br>'.join(TEXT)}</div>"), id="line breaks, no paragraphs"),
        pytest.param(page("".join(f"<div>{text}</div>" for text in TEXT)), id="divs"),
        pytest.param(
            f"<h1>{TITLE}</h1><table><tr><td><a href=/>Home</a></td><td>{paragraphs(*TEXT)}</td>"
            "</tr></table>",
            id="layout table",
        ),
        pytest.param(f"<h1>{TITLE}</h1>{paragraphs(*TEXT)}", id="no boxes at all"),
    ],
)
def test_text_is_found_whatever_the_markup(html: str) -> None:
    assert texts(html) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fire closes the old mill bridge, police say.", id="one sentence"),
        pytest.param("消防部门表示，旧磨坊桥今天因火灾关闭，无人受伤。", id="one Chinese sentence"),
    ],
)
def test_wire_news_of_one_sentence_survives(text: str) -> None:
    assert texts(page(f"<p>{text}</p>")) == [text]


def test_byline_with_a_role_below_a_long_headline_is_no_text() -> None:
    html = page("<p class=css-9k>Jane Doe, Staff Writer</p>", paragraphs(*TEXT))
    long = f"{FIRST} {SECOND}"[:90]
    found = extract(html.replace(TITLE, long), url="https://bay.example/ferry")
    assert found.text.split("\n\n") == TEXT
    assert found.authors == ["Jane Doe"]


def test_subheading_that_says_comments_ends_no_text() -> None:
    html = page(paragraphs(FIRST), "<h2>Comments</h2>", paragraphs(SECOND, THIRD))
    assert [text for text in texts(html) if text in TEXT] == TEXT


def test_prose_beside_a_date_is_no_caption() -> None:
    updates = [
        f"<div class=css-1x><h3>Update {n} from the pier</h3><p>{text}</p></div>"
        for n, text in enumerate(TEXT, 1)
    ]
    assert set(TEXT) <= set(texts(page(*updates)))
    assert FIRST in texts(page(f"<div><p>{FIRST}</p><p>Updated 3 May 2026</p></div>", *updates))


def test_short_post_in_the_box_of_a_form_stays() -> None:
    form = "<form><input type=email><button>Subscribe</button></form>"
    html = page(f"<div class=css-9k><div class=css-1x><p>{FIRST}</p>{form}</div></div>")
    assert texts(html) == [FIRST]


def test_structure_is_kept() -> None:
    body = read(
        page(
            f"<p>{FIRST}</p><h2>What it costs</h2><p>{SECOND}</p>"
            "<ul><li>Walkers pay two pounds for a single crossing of the bay.</li>"
            "<li>Cars pay nine pounds, with the driver and all who sit in them.</li></ul>"
            f"<p>{THIRD}</p>"
        )
    )
    kinds = [(block.type, block.level) for block in body.blocks]
    assert kinds == [
        ("paragraph", None),
        ("heading", 2),
        ("paragraph", None),
        ("list_item", 1),
        ("list_item", 1),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("lead", "apart"),
    [
        pytest.param("<p class=standfirst>{}</p>", True, id="standfirst"),
        pytest.param("<p class=description>{}</p>", True, id="description"),
        pytest.param("<p class=post-excerpt>{}</p>", True, id="excerpt"),
        pytest.param("<h2 class=subtitle>{}</h2>", True, id="subtitle"),
        pytest.param("", False, id="none"),
    ],
)
def test_lead_between_headline_and_text_stands_apart(lead: str, *, apart: bool) -> None:
    words = "A new boat brings back a crossing that islanders had given up hope of."
    html = page(paragraphs(*TEXT)).replace("</h1>", f"</h1>{lead.format(words)}")
    body = read(html)
    assert body.lead == (words if apart else None)
    assert [block.text for block in body.blocks] == TEXT


def test_lead_below_the_headline_stands_apart_however_far_the_text_is() -> None:
    words = "A new boat brings back a crossing that islanders had given up hope of."
    buttons = "".join(f"<li><a href=/share/{number}>Network {number}</a>" for number in range(20))
    top = f"<h2 class=subtitle>{words}</h2><ul>{buttons}</ul>"
    body = read(page(paragraphs(*TEXT)).replace("</h1>", f"</h1>{top}"))
    assert body.lead == words
    assert [block.text for block in body.blocks] == TEXT


def test_lead_above_one_that_begins_the_text_is_found() -> None:
    words = "A new boat brings back a crossing that islanders had given up hope of."
    described = f'<meta property="og:description" content="{FIRST}">'
    html = page(paragraphs(*TEXT), head=described)
    body = read(html.replace("</h1>", f"</h1><p class=dek>{words}</p>"))
    assert body.lead == words


def test_what_a_site_says_of_itself_is_no_lead_of_a_text_that_begins_as_described() -> None:
    described = f'<meta property="og:description" content="{FIRST}">'
    html = page(paragraphs(*TEXT), head=described)
    own = "<p class=description>News of the islands, every day but Sunday</p>"
    body = read(html.replace("<h1>", f"{own}<h1>"))
    assert body.lead is None
    assert [block.text for block in body.blocks] == TEXT


@pytest.mark.parametrize("name", ["lead", "intro", "summary"])
def test_lead_that_may_be_the_first_paragraph_begins_the_text(name: str) -> None:
    words = "A new boat brings back a crossing that islanders had given up hope of."
    html = page(paragraphs(*TEXT)).replace("</h1>", f"</h1><p class={name}>{words}</p>")
    assert [block.text for block in read(html).blocks] == [words, *TEXT]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure class=leadmedia><img src=b.jpg><figcaption>{}</figcaption></figure>",
        "<div class=image><img src=b.jpg></div><div class='text-caption mt-2'>{}</div>",
    ],
)
def test_caption_is_no_lead_though_the_page_describes_itself_by_it(caption: str) -> None:
    words = "The new boat at the quay of Hollin Bay on Thursday"
    described = f"<meta name=description content='{words}'>"
    html = page(paragraphs(*TEXT), head=described)
    body = read(html.replace("</h1>", f"</h1>{caption.format(words)}"))
    assert body.lead is None
    assert [block.text for block in body.blocks] == TEXT


def test_caption_with_its_credit_is_no_lead_though_it_is_called_a_description() -> None:
    caption = "<p class=desc>The new boat at the quay of Hollin Bay. Photo: Lowenna Hicks</p>"
    body = read(page(paragraphs(*TEXT)).replace("</h1>", f"</h1>{caption}"))
    assert body.lead is None
    assert [block.text for block in body.blocks] == TEXT


@pytest.mark.parametrize("name", ["pie", "epígrafe", "popisek", "cutline", "img-cap"])
@pytest.mark.parametrize(
    "picture",
    ["<p><img src=a.jpg></p><p class={}>{}</p>", "<div class={}><img src=a.jpg><p>{}</div>"],
)
def test_line_below_a_picture_that_is_called_its_caption_is_one(name: str, picture: str) -> None:
    line = "The new boat at the quay of Hollin Bay on Monday / EFE"
    body = read(page(paragraphs(FIRST, SECOND), picture.format(name, line), paragraphs(THIRD)))
    assert [block.text for block in body.blocks] == TEXT


@pytest.mark.parametrize("name", ["", "image-widget"])
def test_line_beside_a_credit_is_a_caption(name: str) -> None:
    caption = (
        "Pictured from left are Moira Tansley, from Hallow Point, and Jory Penrose, her boatman."
    )
    picture = (
        f"<div class='{name}'><img src=b.jpg><p>{caption}</p><p>Photo: Lowenna Hicks</p></div>"
    )
    body = read(page(paragraphs(FIRST, SECOND), picture, paragraphs(THIRD)))
    assert [block.text for block in body.blocks] == TEXT


def test_text_beside_the_name_of_its_interviewer_is_no_caption() -> None:
    html = page(f"<div class=css-1x><p>{FIRST}</p><p>Das Gespräch führte Jory Penrose.</p></div>")
    assert FIRST in texts(html)


@pytest.mark.parametrize(
    "kind", ["twitter-tweet", "instagram-media x", "bluesky-embed", "facebook-post"]
)
def test_embedded_post_is_no_text(kind: str) -> None:
    post = "The old boat was sold for scrap nine years ago, and nobody asked the islanders first."
    embed = f"<blockquote class='{kind}'><p>{post}</p>— Hollin Bay (@hollinbay)</blockquote>"
    body = read(page(paragraphs(FIRST, SECOND), embed, paragraphs(THIRD)))
    assert [block.text for block in body.blocks] == TEXT
    assert {removed.reason for removed in body.removed} == {"title_repeat", "embed"}


@pytest.mark.parametrize(
    ("signature", "is_post"),
    [
        ("Hollin Bay (@hollinbay) <a href=/1>May 12, 2026</a>", True),
        ("Hollin Bay (@bay.ferry.social) <a href=/1>12. Mai 2026 at 8:14 PM</a>", True),
        ("Moira Tansley, who runs the café", False),
    ],
)
def test_quote_that_is_signed_like_a_post_is_no_text(signature: str, *, is_post: bool) -> None:
    post = "The old boat was sold for scrap nine years ago, and nobody asked the islanders first."
    quote = f"<blockquote><p>{post}</p>— {signature}</blockquote>"
    found = texts(page(paragraphs(FIRST, SECOND), quote, paragraphs(THIRD)))
    assert (found == TEXT) is is_post
    assert (post in found) is not is_post


def test_questions_that_unfold_their_answers_are_text() -> None:
    questions = ["When will she sail?", "Who sold the old boat for scrap?", "Show more"]
    inner = "".join(
        f"<details><summary>{question}</summary><p>{answer}</p></details>"
        for question, answer in zip(questions, TEXT, strict=True)
    )
    assert [text for text in texts(page(inner)) if text in questions] == questions[:2]


def test_comments_in_the_middle_of_the_text_do_not_end_it() -> None:
    preview = "<div class=css-4m><h3>Comments (2)</h3><div><b>Ann</b><p>Well done.</p></div></div>"
    found = texts(page(f"<p>{FIRST}</p>{preview}", paragraphs(SECOND, THIRD)))
    assert [text for text in found if text in TEXT] == TEXT


def test_text_in_a_box_called_like_a_post_is_text() -> None:
    lines = [f"{number}. {text}" for number in range(1, 6) for text in TEXT]
    inner = f"<div class='instagram-media entry'>{paragraphs(*lines)}</div>"
    assert texts(page(inner)) == lines


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        pytest.param(
            "<b>GALLERY:</b> <a href=/g>The ferry in pictures</a>", False, id="label, link"
        ),
        pytest.param("<b>GALLERY:</b> The ferry in pictures fills two rooms.", True, id="no link"),
        pytest.param("Tansley: <a href=/t>“I kept his cap for the day.”</a>", True, id="speaker"),
    ],
)
def test_link_behind_a_label_in_capitals_is_no_text(line: str, *, is_text: bool) -> None:
    body = read(page(paragraphs(FIRST, SECOND), f"<p>{line}</p>", paragraphs(THIRD)))
    assert (len(body.blocks) == 4) is is_text


def test_list_may_lay_out_the_page() -> None:
    lines = [f"{number}. {text}" for number in range(1, 4) for text in TEXT]
    inner = "".join(f"<p>{line}</p>" for line in lines)
    html = (
        f"<html><body><ul class=main><li class=left><div class=content><h1>{TITLE}</h1>"
        f"<div class=all>{inner}</div></div></li><li class=right><a href=/x>Most read</a></li></ul>"
        "</body></html>"
    )
    blocks = read(html).blocks
    assert [(block.type, block.text) for block in blocks] == [("paragraph", line) for line in lines]


def test_element_without_scripts_that_was_never_closed_holds_the_page() -> None:
    html = page(paragraphs(*TEXT)).replace("<main>", "<noscript><img src=/count.gif><main>")
    assert texts(html) == TEXT


def test_element_without_scripts_that_repeats_a_template_holds_the_text() -> None:
    text = paragraphs(*TEXT)
    html = page(f"<script type='text/template'>{text}</script><noscript>{text}</noscript>")
    assert extract(html).text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "line", ["12", "12 / 3", "★★★", "By Moira Tansley Science reporter, Bay News", "Von Jane Doe"]
)
def test_number_or_byline_before_the_text_is_none(line: str) -> None:
    html = page(f"<p>{line}</p>", paragraphs(*TEXT))
    assert [block.text for block in read(html).blocks] == TEXT


CAPTIONS = [
    "The new ferry leaves the pier on Monday morning.",
    "Walkers wait at the kiosk for the first tickets.",
    "Moira Tansley with the cap of her father",
]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=/a.jpg><figcaption>{}</figcaption></figure>",
        "<div class=slide><img src=/a.jpg><p class=caption>{}</p></div>",
        "<figure><figcaption>{}</figcaption><figcaption>Photo: Jane Doe</figcaption></figure>",
    ],
)
def test_captions_are_the_text_of_a_page_that_has_no_other(picture: str) -> None:
    assert texts(page(*map(picture.format, CAPTIONS))) == CAPTIONS
    assert texts(page(*map(picture.format, CAPTIONS), paragraphs(*TEXT))) == TEXT


@pytest.mark.parametrize(
    "captions",
    [
        pytest.param(CAPTIONS[:2], id="few"),
        pytest.param([f"<a href=/x>{caption}</a>" for caption in CAPTIONS], id="teasers"),
        pytest.param(["Photo: Jane Doe for the Courier"] * 3, id="credits"),
        pytest.param(["Day 1", "Day 2", "Day 3", "Day 4"], id="labels"),
    ],
)
def test_other_captions_are_no_text(captions: list[str]) -> None:
    figure = "<figure><img src=/a.jpg><figcaption>{}</figcaption></figure>"
    assert texts(page(*map(figure.format, captions))) == []


ITEM = "<h2>{0}. Pier</h2><figure><img src=/a.jpg><figcaption>{1}</figcaption></figure>"
SLIDE = "<figure><img src=/a.jpg><figcaption><h2>{0}. Pier</h2><p>{1}</p></figcaption></figure>"


@pytest.mark.parametrize(
    ("item", "number", "is_text"),
    [
        pytest.param(ITEM, 6, True, id="list of pictures"),
        pytest.param(ITEM, 5, False, id="few"),
        pytest.param(SLIDE, 6, False, id="slides"),
        pytest.param(ITEM + "<p>" + SECOND + "</p>", 6, False, id="pictures of a text"),
        pytest.param(ITEM.replace("{0}. Pier", "<a href=/{0}>{0}. Pier</a>"), 6, False, id="cards"),
    ],
)
def test_captions_below_headings_are_text(item: str, number: int, *, is_text: bool) -> None:
    captions = [
        f"From pier {n} the ferry leaves for island {n + 1} at noon." for n in range(number)
    ]
    items = "".join(item.format(n, caption) for n, caption in enumerate(captions))
    found = texts(page(f"<div><p>{FIRST}</p>{items}<p>{THIRD}</p></div>"))
    assert [caption in found for caption in captions] == [is_text] * number


@pytest.mark.parametrize(
    ("place", "stays"), [("Berlin.", False), ("It snowed.", True), ("كذلك قال.", True)]
)
def test_place_before_the_text_is_none_of_it(place: str, *, stays: bool) -> None:
    body = read(page(f"<div>{place}<p>{FIRST}</p>{paragraphs(SECOND, THIRD)}</div>"))
    assert [block.text for block in body.blocks] == [*[place] * stays, FIRST, SECOND, THIRD]


def test_lead_that_begins_the_text_too_is_given_once() -> None:
    html = page(paragraphs(*TEXT), head=f'<meta property="og:description" content="{FIRST}">')
    body = read(html.replace("</h1>", f"</h1><div><p class=lead>{FIRST}</p></div>"))
    assert [block.text for block in body.blocks] == TEXT


def test_one_word_may_open_the_text() -> None:
    body = read(page(f"<p>Silence.</p>{paragraphs(*TEXT)}"))
    assert [block.text for block in body.blocks] == ["Silence.", *TEXT]


def test_subheading_may_say_the_title() -> None:
    body = read(page(f"<h2>{TITLE}</h2><p>{FIRST}</p><h2>{TITLE}</h2>{paragraphs(SECOND, THIRD)}"))
    assert [block.text for block in body.blocks] == [FIRST, TITLE, SECOND, THIRD]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        pytest.param("The office has four demands, and the first is a bridge:", "", id="line"),
        pytest.param("The office has four demands.", "The office has four demands.", id="stated"),
    ],
)
def test_paragraph_is_no_lead_where_all_are_called_so(line: str, stated: str) -> None:
    more = [text.replace("nine", "ten") for text in TEXT]
    lines = [line, *TEXT, *more]
    named = (f"<div><p itemprop=description>{text}</p></div>" for text in lines)
    head = f"<meta property=og:description content='{stated}'>"
    last = f"<div><p>{FIRST.replace('nine', 'six')}</p></div>"
    body = read(page("<div>3 March 2025</div>", *named, last, head=head))
    assert body.lead is None
    assert body.blocks[0].text == line


def test_subheadings_that_are_called_subtitles_are_no_lead() -> None:
    head = f"<meta property=og:description content='{FIRST}'>"
    inner = "".join(
        f"<p>{text}</p><h2 class=subtitle>The boat, part {number}</h2>"
        for number, text in enumerate((FIRST, SECOND), 1)
    )
    body = read(page(inner, paragraphs(THIRD), head=head))
    headings = [block.text for block in body.blocks if block.type == "heading"]
    assert headings == ["The boat, part 1", "The boat, part 2"]


def test_lead_among_the_paragraphs_is_text() -> None:
    body = read(page(f"<p class=lead>{FIRST}</p>{paragraphs(SECOND, THIRD)}"))
    assert body.lead is None
    assert [block.text for block in body.blocks] == TEXT


def test_text_that_adverts_part_into_boxes_of_one_make_is_one() -> None:
    adverts = "".join(
        f"<h3><a href=/c{number}>Harbour dues rise for the {number}th year</a></h3>"
        "<p>The office explains its figures in a short film.</p>"
        for number in range(15)
    )
    again = [text.replace("nine", "ten") for text in TEXT]
    parts = [
        "".join(f"<div class=inline>{paragraphs(text)}</div>" for text in texts)
        for texts in ([*TEXT, *(text.replace("nine", "six") for text in TEXT), FIRST], again)
    ]
    first, second = (f"<section class=story-block><div>{part}</div></section>" for part in parts)
    body = read(page(f"{first}<aside>{adverts}</aside>{second}"))
    assert [block.text for block in body.blocks][-3:] == again


def test_text_parted_into_boxes_of_one_class_is_one_though_one_states_more() -> None:
    more = [text.replace("nine", "ten") for text in TEXT]
    first = [text.replace("nine", "six") for text in TEXT]
    texts = [paragraphs(*TEXT, *first, FIRST), paragraphs(*more)]
    kinds = ["itemprop=articleBody", ""]
    parts = (f"<div class=wrap {kind}>{t}</div>" for kind, t in zip(kinds, texts, strict=True))
    body = read(page("<figure><img src=b.jpg><figcaption>Quay</figcaption></figure>".join(parts)))
    assert [block.text for block in body.blocks][-3:] == more


def test_text_in_boxes_far_below_their_common_one_is_one() -> None:
    more = [text.replace("nine", "ten") for text in TEXT]
    inner = "<div class=outer><section class=part><div><div>{}</div></div></section></div>"
    first = [text.replace("nine", "six") for text in TEXT]
    parts = (inner.format(paragraphs(*texts)) for texts in ([*TEXT, *first, FIRST], more))
    body = read(page("<figure><img src=b.jpg><figcaption>Quay</figcaption></figure>".join(parts)))
    assert [block.text for block in body.blocks][-3:] == more


def test_entries_of_a_ticker_are_text_without_who_signed_and_shares_them() -> None:
    entries = "".join(
        f"<li class=entry><div>1{number}:04Moira Tansley</div><p>{text}</p><div>Share</div></li>"
        for number, text in enumerate(TEXT)
    )
    assert texts(page(f"<p>{SECOND} It went on.</p><ul>{entries}</ul>"))[1:] == TEXT


def test_times_of_a_timetable_are_text() -> None:
    rows = "".join(
        f"<tr><td>Pier {name}</td><td>{at}:32</td><td>{at}:40</td></tr>"
        for name, at in (("Hollin", 10), ("Tansley", 11), ("Quay", 12))
    )
    head = "<tr><th>Stop</th><th>Arrives</th><th>Leaves</th></tr>"
    found = texts(
        page(f"<p>{FIRST}</p><p>All stops:</p><table>{head}{rows}</table><p>{SECOND}</p>")
    )
    assert "Pier Tansley | 11:32 | 11:40" in found


def test_text_that_is_scrambled_for_others_is_none() -> None:
    scrambled = "<p>kAm%96 D49@@= 3@2C5 >6E @? %F6D52J 2?5 7@F?5 E92E E96 C@@7 =62<D]k^Am</p>"
    article = extract(page(paragraphs(*TEXT), scrambled * 3), url="https://bay.example/ferry")
    assert [block.text for block in article.blocks] == TEXT
    assert article.completeness == "teaser"


def test_rules_name_the_box_of_the_text() -> None:
    html = (
        f"<div id=a>{paragraphs(*TEXT)}</div><div id=b><p>Only this line is wanted here.</p></div>"
    )
    assert read(html, Rules(body="#b")).text == "Only this line is wanted here."


@pytest.mark.parametrize("drop", [".x", "//div[@class='x']"])
def test_rules_name_what_is_no_text(drop: str) -> None:
    html = page(f"<p>{FIRST}</p><div class=x><p>{SECOND}</p></div><p>{THIRD}</p>")
    body = read(html, Rules(drop=(drop,)))
    assert SECOND not in body.text
    assert FIRST in body.text


def test_rule_that_matches_nothing_changes_nothing() -> None:
    html = page(paragraphs(*TEXT))
    assert read(html, Rules(body="#none", drop=(".none",))).text == read(html).text


def test_text_is_read_from_json_ld_when_the_page_has_none() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        f"{FIRST}\\n\\n{SECOND}"
        '"}</script>'
    )
    assert texts(f"<html><head>{head}</head><body><div id=app></div></body></html>") == TEXT[:2]


@pytest.mark.parametrize(
    "stated",
    [
        "{}\\n\\n{}",
        "<p>{}</p><p>{}</p>",
        "<p>{}<p>{}",
        "{}<br><br>{}",
        "{}&nbsp;\\n{}&#8203;",
        "{}&#10;&#10;{}",
        "&lt;p&gt;{}&lt;/p&gt;&lt;p&gt;{}&lt;/p&gt;",
    ],
)
def test_stated_text_is_read_with_and_without_markup(stated: str) -> None:
    body = stated.format(FIRST, SECOND)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}'
    page = f"<html><head>{head}</script></head><body><div id=app></div></body></html>"
    assert texts(page) == TEXT[:2]


@pytest.mark.parametrize("html", ["", "<html></html>", "<p></p>", "\x00", "<frameset>"])
def test_page_without_text_has_an_empty_body(html: str) -> None:
    assert extract(html).text == ""


def test_same_page_gives_the_same_text_whatever_came_before() -> None:
    html = page(paragraphs(*TEXT))
    alone = read(html)
    read(page(paragraphs(*TEXT[::-1])))
    assert read(html).blocks == alone.blocks


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + "<p>x", id="nested"),
        pytest.param("<p>" + "word " * 1_000_000, id="one long paragraph"),
        pytest.param("<p>Some words of a line here.</p>" * 30_000, id="many paragraphs"),
        pytest.param("<a href=x>link</a><br><br>" * 30_000, id="many links"),
        pytest.param("<table>" * 3_000 + "<tr><td>x", id="nested tables"),
    ],
)
def test_hostile_page_ends_soon(html: str) -> None:
    start = time.process_time()
    read(html)
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 22 June 2004",
        "8 aprile 2026 | Fulvio Restani",
        "08.10.2009",
        "2008年3月15日",
    ],
)
def test_date_line_before_the_text_is_not_text(line: str) -> None:
    assert texts(page(f"<p>{line}</p>{paragraphs(*TEXT)}")) == TEXT


def test_dates_of_a_life_before_the_text_are_text() -> None:
    lines = ["Born: August 2nd, 1941", "Died: March 12th, 2024", *TEXT]
    assert texts(page(paragraphs(*lines))) == lines


@pytest.mark.parametrize(
    ("box", "is_text"),
    [
        ("<div class='article__disclaimer'>{}</div>", False),
        ("<section class=c-Disclaimer>{}</section>", False),
        ("<div id=disclaimer>{}</div>", False),
        ("<div class='post has-disclaimer'>{}</div>", True),
        ("<article class=disclaimer>{}</article>", True),
        ("<div class='disclaimer page-of-affiliates'>{}" + paragraphs(*TEXT) * 5 + "</div>", True),
    ],
)
def test_short_box_that_is_called_a_disclaimer_is_no_text(box: str, *, is_text: bool) -> None:
    note = "Crossings are offered by the company, and the harbour may change the times at any hour."
    text = extract(page(paragraphs(*TEXT), box.format(paragraphs(note)))).text
    assert (note in text) is is_text
    assert FIRST in text


def test_legal_notes_in_the_footer_are_not_the_text_of_a_short_page() -> None:
    note = "This material is not intended to replace the advice of a qualified advisor. "
    html = (
        f"<html><body><h1>{TITLE}</h1>{paragraphs(FIRST)}"
        f"<footer>{paragraphs(note * 8, note * 12)}</footer></body></html>"
    )
    assert extract(html).text == FIRST


def test_stated_ingredients_and_steps_of_a_recipe_are_text() -> None:
    lines = ["Potatoes", "Nutmeg", "2 eggs", "Peel the potatoes, then grate them."]
    recipe = json.dumps(
        {
            "@type": "Recipe",
            "recipeIngredient": lines[:3],
            "recipeInstructions": [
                {"@type": "HowToSection", "itemListElement": [{"@type": "HowToStep", "text": t}]}
                for t in lines[3:]
            ],
        }
    )
    cards = "".join(f"<div class='card ad-box'><a href=/buy>{line}</a></div>" for line in lines)
    script = f"<script type='application/ld+json'>{recipe}</script>"
    without, with_recipe = (extract(page(paragraphs(*TEXT), cards, head=h)) for h in ("", script))
    assert [block.text for block in with_recipe.blocks][-4:] == lines
    assert not set(lines) & {block.text for block in without.blocks}


def test_stated_questions_and_answers_are_text() -> None:
    lines = ["May dogs sail?", "They sail free of charge, on a leash and below deck."]
    stated = {"name": lines[0], "acceptedAnswer": {"@type": "Answer", "text": f"<p>{lines[1]}</p>"}}
    faq = json.dumps({"@type": "FAQPage", "mainEntity": [{"@type": "Question", **stated}]})
    shop = json.dumps({"@type": "Organization", "name": "Ferry Shop"})
    printed = ["<h3><a href=/faq>Questions</a></h3>"]
    printed += (f"<a href=/buy>{line}</a>" for line in (lines[0], f"{lines[1]} Ask.", "Ferry Shop"))
    box = "".join(f"<div class='card ad-box'>{line}</div>" for line in printed)
    script = "".join(f"<script type='application/ld+json'>{data}</script>" for data in (faq, shop))
    without, with_faq = (extract(page(paragraphs(*TEXT), box, head=h)) for h in ("", script))
    found = [block.text for block in with_faq.blocks]
    assert found[-3:] == ["Questions", lines[0], f"{lines[1]} Ask."]
    assert not set(lines) & {block.text for block in without.blocks}


def test_large_first_letter_belongs_to_its_paragraph() -> None:
    html = page(f"<div class=initial>{FIRST[0]}</div>", paragraphs(FIRST[1:], SECOND, THIRD))
    assert extract(html).text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("names", "first"),
    [
        pytest.param("initial-letter", FIRST, id="styled"),
        pytest.param("note", f"{FIRST[0]} {FIRST[1:]}", id="a word of one letter"),
    ],
)
def test_large_first_letter_in_the_paragraph_has_no_space_behind(names: str, first: str) -> None:
    start = f"<p><span class={names}>{FIRST[0]}</span> <span>{FIRST[1:]}</span></p>"
    html = page(start, paragraphs(SECOND, THIRD))
    assert texts(html)[0] == first


def test_heading_over_links_does_not_end_the_text() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    links = "".join(f"<li><a href=/w/{n}>Ministry of Ferries, part {n}</a></li>" for n in "1234")
    article = extract(
        page(text, f"<h2>Sources</h2><ul>{links}</ul>"), url="https://bay.example/news/ferry"
    )
    assert article.text.split("\n\n") == TEXT


def test_comments_without_a_heading_are_not_text() -> None:
    reader = "I took the old boat every week with my aunt, and I am happy that she sails again."
    comments = "".join(
        f"<li class='commentbody'><cite>Reader {n}</cite><p>{reader} It was in {1950 + n}.</p></li>"
        for n in range(60)
    )
    html = page(paragraphs(*TEXT), after=f"<ul class='commentlist'>{comments}</ul>")
    assert extract(html).text == "\n\n".join(TEXT)


def test_article_that_follows_on_the_same_page_is_not_text() -> None:
    second = "The library will open on Sundays again, the council decided after a long evening."
    after = f"<article><h1>Library opens on Sundays</h1><p>{second}</p></article>"
    assert texts(page(paragraphs(*TEXT), after=after)) == TEXT
