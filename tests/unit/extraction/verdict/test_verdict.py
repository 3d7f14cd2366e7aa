"""What is an article and what is not, as the systems that publish them mark it up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extraction import extract
from newscrawl.extraction.verdict.judge import Verdict

SENTENCES = (
    "The council met in the old hall and talked about the bridge for most of the evening.",
    "Engineers had found cracks in two of its piers, and they asked for time and money.",
    "A baker from the far side said that her morning customers now walk two miles more.",
    "Nobody could say when the water would fall low enough for the divers to go down.",
    "The mayor promised an answer before the first frost and asked the town for patience.",
    "After the meeting a dozen people stayed behind and measured the arch with a rope.",
)
HEADLINES = (
    "Ferry runs again after two weeks of ice",
    "School kitchen wins prize for its soup",
    "Why the station clock is always four minutes late",
    "Three villages share one doctor from Monday",
    "Old mill to become a library by summer",
    "Record harvest leaves farmers short of barns",
    "Night bus returns to the northern suburbs",
    "Museum finds lost map behind a cupboard",
    "Storm takes the roof of the swimming hall",
    "Bakers and brewers argue over the river",
)


def prose(paragraphs: int, post: int = 0) -> str:
    """Return paragraphs that differ, also from those of other posts."""
    behind = f" Note {post}." if post else ""
    return "".join(
        f"<p>{SENTENCES[i % 6]} {SENTENCES[(i + 2) % 6]} {SENTENCES[(i + 5) % 6]}{behind}</p>"
        for i in range(paragraphs)
    )


def cards(number: int, *, tag: str = "article", excerpt: str = "") -> str:
    return "".join(
        f'<{tag} class="post"><h2><a href="/2026/03/{day:02}/story-{day}">{headline}</a></h2>'
        f'<time datetime="2026-03-{day:02}">{day} March</time>'
        f"<p>{excerpt}</p></{tag}>"
        for day, headline in enumerate((HEADLINES * 3)[:number], 1)
    )


def page(body: str, *, head: str = "", attributes: str = "", title: str = "Paper") -> str:
    nav = "".join(f'<a href="/{name}">{name}</a>' for name in ("News", "Sport", "Culture"))
    return (
        f"<html><head><title>{title}</title>{head}</head><body {attributes}><header><nav>{nav}"
        f"</nav></header><main>{body}</main><footer>© Paper 2026</footer></body></html>"
    )


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def og_type(value: str) -> str:
    return f'<meta property="og:type" content="{value}">'


def judge(html: str, path: str) -> Verdict:
    return extract(html, url=f"https://www.paper.example{path}").verdict


NEWS_ARTICLE = json_ld(
    '{"@type": "NewsArticle", "headline": "Bridge stays shut", "datePublished": "2026-03-05"}'
)
H1 = "<h1>Bridge stays shut</h1>"
LISTING = cards(10, excerpt=SENTENCES[0])


@pytest.mark.parametrize(
    ("html", "path", "reason"),
    [
        pytest.param(page(cards(20), head=og_type("website")), "/", "index_page", id="front page"),
        pytest.param(
            page(f"<h1>Culture</h1>{LISTING}", head=og_type("website")),
            "/culture",
            "index_page",
            id="section of a big site",
        ),
        pytest.param(
            page(
                f"<h1>Category: Culture</h1>{LISTING}<div class=nav-links><a href=2>2</a></div>",
                head=og_type("article"),
                attributes='class="archive category category-culture"',
            ),
            "/category/culture/page/2/",
            "index_page",
            id="blog category that says it is an article",
        ),
        pytest.param(
            page(f"<h1>Latest</h1>{LISTING}", head=json_ld('{"@type": "CollectionPage"}')),
            "/latest-news",
            "index_page",
            id="stated collection",
        ),
        pytest.param(
            page(f"<h1>#bridges</h1>{LISTING}", attributes='class="archive tag tag-bridges"'),
            "/tag/bridges/",
            "tag_page",
            id="blog tag",
        ),
        pytest.param(
            page(f"<h1>Bridges</h1>{LISTING}"), "/news/tags/bridges", "tag_page", id="tag folder"
        ),
        pytest.param(
            page(f"<h1>Мосты</h1>{LISTING}"), "/tegi/mosty", "tag_page", id="tag in Russian"
        ),
        pytest.param(
            page(
                f"<h1>Ann Lee</h1>{prose(1)}{LISTING}",
                head=og_type("profile") + json_ld('{"@type": "ProfilePage"}'),
            ),
            "/author/ann-lee/",
            "author_page",
            id="author with a biography",
        ),
        pytest.param(
            page(f"<h1>Articles by Ann Lee</h1>{LISTING}", title="Articles by Ann Lee"),
            "/staff/ann-lee",
            "author_page",
            id="author by its headline",
        ),
        pytest.param(
            page(f"<h1>Search results for: bridge</h1><form><input name=q></form>{LISTING}"),
            "/?s=bridge",
            "search_page",
            id="blog search",
        ),
        pytest.param(
            page(f"<h1>Поиск</h1>{LISTING}", title="Результаты поиска"),
            "/search?query=мост",
            "search_page",
            id="search in Russian",
        ),
        pytest.param(
            page(
                f"<h1>Rope, 20 m</h1><span class=price>€ 12.90</span>{prose(3)}"
                '<form><button class="single_add_to_cart_button">Add to cart</button></form>',
                head=og_type("product"),
                attributes='class="single single-product"',
            ),
            "/product/rope-20-m/",
            "product_page",
            id="shop page",
        ),
        pytest.param(
            page(
                f"<h1>Rope, 20 m</h1>{prose(3)}<button>Add to basket</button>",
                head=json_ld('{"@type": "Product", "name": "Rope", "offers": {"price": "12"}}'),
            ),
            "/rope-20-m-4411.html",
            "product_page",
            id="product by its offer",
        ),
        pytest.param(
            page(
                f"<h1>Ground coffee, 1 lb</h1>{prose(7)}<p>In stock</p><p>SKU 6015</p>"
                f"<p>Add to cart</p>" + "".join(f"<p>$ {n}.90</p>" for n in range(8)),
            ),
            "/ground-coffee-1-lb_601576_11/",
            "product_page",
            id="product by its labels",
        ),
        pytest.param(
            page(
                f"<h1>10 Old Mill Road</h1>{prose(2)}",
                attributes='class="single single-property postid-868"',
            ),
            "/properties/10-old-mill-road-east/",
            "product_page",
            id="house for sale",
        ),
        pytest.param(
            page(
                "<h1>Find an event</h1><p>Showing 1-20 of 9,291</p>"
                + "".join(f"<h3>Choir {n}</h3><p>{SENTENCES[n % 6]}</p>" for n in range(20)),
            ),
            "/browse.html",
            "index_page",
            id="list that counts its results",
        ),
        pytest.param(
            page(
                f"<h1>Failed banks</h1>{prose(1)}<table>"
                + "".join(
                    f"<tr><td>Bank of the {n}th street and its daughters in the other counties</td>"
                    f"<td>{n} May</td></tr>"
                    for n in range(40)
                )
                + "</table>",
            ),
            "/bank/banklist.html",
            "index_page",
            id="table",
        ),
        pytest.param(
            page(
                f"<h1>Garden talk</h1>{prose(4)}"
                + "".join(
                    f"<a href='/index.php?topic={n}.0'>Soil {n}</a>"
                    f"<a href='/index.php?action=profile;u={n}'>gardener{n}</a>"
                    for n in range(6)
                ),
            ),
            "/community/index.php",
            "forum_page",
            id="boards of a forum",
        ),
        pytest.param(
            page(
                f"<h1>Does the bridge hold?</h1>{prose(6)}",
                head='<meta name="generator" content="Discourse 3.2">'
                + json_ld(
                    '{"@type": "DiscussionForumPosting", "headline": "Does the bridge hold?"}'
                ),
            ),
            "/t/does-the-bridge-hold/1234",
            "forum_page",
            id="discussion",
        ),
        pytest.param(
            page(
                f"<h1>How do I measure an arch with a rope?</h1>{prose(5)}",
                head=json_ld('{"@type": "QAPage", "mainEntity": {"@type": "Question"}}'),
            ),
            "/questions/12345/how-do-i-measure-an-arch-with-a-rope",
            "forum_page",
            id="questions and answers",
        ),
        pytest.param(
            page(
                "<h1>Rope lengths</h1>"
                + "".join(
                    f"<div><a href='memberlist.php?u={n}'>user{n}</a><p>Posts: {n}1</p>"
                    f"<p>Joined: May 2019</p>{prose(1)}"
                    f"<a href='posting.php?mode=quote&p={n}'>Quote</a></div>"
                    for n in range(1, 6)
                ),
                attributes='id="phpbb" class="section-viewtopic"',
            ),
            "/viewtopic.php?f=4&t=167",
            "forum_page",
            id="old forum",
        ),
        pytest.param(
            page(
                f"<h1>Bridge from above</h1><video src=a.mp4></video><p>{SENTENCES[0]}</p>",
                head=og_type("video.other")
                + json_ld('{"@type": "VideoObject", "name": "Bridge from above"}'),
            ),
            "/video/bridge-from-above-12345",
            "video_page",
            id="video of a news site",
        ),
        pytest.param(
            page(
                f"<h1>Bridge from above</h1><iframe src='https://www.youtube.com/embed/x'></iframe>"
                f"<p>{SENTENCES[0]}</p>",
                title="VIDEO: Bridge from above",
            ),
            "/watch/bridge",
            "video_page",
            id="embedded video",
        ),
        pytest.param(
            page(f"<h1>Page not found</h1><p>{SENTENCES[3]}</p>", title="404 | Paper"),
            "/2026/03/05/bridge-stays-shut-88123",
            "soft_404",
            id="soft 404",
        ),
        pytest.param(
            page("<h1>Бет табылмады</h1><p>Сіз іздеген бет жойылған немесе көшірілген.</p>"),
            "/kz/news/88123",
            "soft_404",
            id="soft 404 in Kazakh",
        ),
        pytest.param(
            page(
                "<h1>Before you continue</h1><p>We and our partners use cookies to store consent"
                " and show personalised advertising. You may refuse consent or manage your privacy"
                " choices for cookies and tracking at any time.</p><button>Accept all</button>",
                title="Before you continue to Paper",
            ),
            "/2026/03/05/bridge-stays-shut-88123",
            "consent_wall",
            id="consent wall",
        ),
        pytest.param(
            page(
                "<h1>News of the parish</h1>"
                + "".join(
                    f"<div><h3>{headline}</h3><p>{SENTENCES[at % 6]}</p><a href='/n/{at}'>Read on"
                    "</a></div>"
                    for at, headline in enumerate(HEADLINES)
                )
            ),
            "/parish/news-of-the-parish.html",
            "index_page",
            id="teasers whose headlines are no links",
        ),
        pytest.param(
            page(
                "<h1>News of the parish</h1>"
                + "".join(
                    f"<div><span>{at + 1} March 2026</span> <a href='/n/{at}'>{headline}</a>"
                    f"<p>{SENTENCES[at % 6]} {SENTENCES[(at + 1) % 6]}</p></div>"
                    for at, headline in enumerate(HEADLINES)
                )
            ),
            "/parish/news/old/parish.html",
            "index_page",
            id="teasers whose headlines have a date in their line",
        ),
        pytest.param(
            page(
                "<h1>Log of the harbour</h1>"
                + "".join(
                    f"<article><h2><a href='/n/{at}'>{headline}</a></h2><div><time>{at + 1} March"
                    f" 2026</time> By <a href='/author/lee'>Ann Lee</a></div>"
                    f"{prose(5, at)}</article>"
                    for at, headline in enumerate(HEADLINES[:4])
                ),
                head=og_type("article"),
            ),
            "/harbour/log/old/log.html",
            "index_page",
            id="whole posts below each other",
        ),
        pytest.param(
            page(
                "<h1>Log of the harbour</h1>"
                + "".join(
                    f"<div>{at + 1}.3.2026 <a href='/n/{at}'>{headline}</a>{prose(5, at)}</div>"
                    for at, headline in enumerate(HEADLINES[:4])
                )
            ),
            "/log.php?cat=12",
            "index_page",
            id="whole posts with a date in the line of the headline",
        ),
        pytest.param(
            page(f"<h1>We are sorry</h1><p>{SENTENCES[4]}</p>"),
            "/news/bridge-stays-shut-this-winter",
            "soft_404",
            id="other words than the address",
        ),
        *(
            pytest.param(
                page(f"<h1>Bridge</h1>{LISTING}"), f"/list?{key}=bridge", "search_page", id=key
            )
            for key in ("q", "searchText", "zoekterm", "palabra")
        ),
        pytest.param(
            page(f"<h1>News</h1>{LISTING}"), "/news/12", "index_page", id="twelfth page of a list"
        ),
        pytest.param("<html><body></body></html>", "/a-1", "empty_text", id="empty"),
    ],
)
def test_other_page_is_told_for_what_it_is(html: str, path: str, reason: str) -> None:
    verdict = judge(html, path)
    assert (verdict.is_article, verdict.reason) == (False, reason)


@pytest.mark.parametrize(
    ("html", "path"),
    [
        pytest.param(page(H1 + prose(6), head=NEWS_ARTICLE), "/news/bridge-shut-1234", id="news"),
        pytest.param(page(H1 + prose(5)), "/news/bridge.html", id="without any markup"),
        pytest.param(
            page(f"{H1}<p>{SENTENCES[0]} {SENTENCES[1]}</p>", head=og_type("article")),
            "/2026/03/05/bridge-stays-shut-in-winter",
            id="two sentences of a wire",
        ),
        pytest.param(
            page(f"<h1>Old bridge shut</h1><p>5.3.2026</p>{prose(2)}"), "/news/312", id="number"
        ),
        pytest.param(
            page(H1 + prose(6) + f"<aside>{cards(20, tag='div')}</aside>", head=og_type("website")),
            "/news/bridge-stays-shut-this-winter",
            id="twenty teasers below",
        ),
        pytest.param(
            page(H1 + prose(8), head=og_type("article") + NEWS_ARTICLE),
            "/video/bridge-stays-shut-123456",
            id="a full text in the folder of videos",
        ),
        pytest.param(
            page(
                "<h1>Rope in the test: which one holds</h1>" + prose(8),
                head=json_ld(
                    '[{"@type": "Article", "headline": "Rope in the test: which one holds",'
                    ' "datePublished": "2026-03-05"}, {"@type": "Product", "name": "Rope",'
                    ' "offers": {"@type": "AggregateOffer"}}]'
                ),
            ),
            "/reviews/rope-in-the-test-which-one-holds",
            id="review of a product",
        ),
        pytest.param(
            page("<h1>Page not found: the lost folio returns</h1>" + prose(8), head=NEWS_ARTICLE),
            "/culture/page-not-found-the-lost-folio-returns",
            id="news that sounds like a soft 404",
        ),
        pytest.param(
            page(
                "<h1>Court strikes down cookie banners</h1><p>Cookies and consent: "
                + SENTENCES[0]
                + "</p>"
                + prose(6)
            ),
            "/law/court-strikes-down-cookie-banners-2026",
            id="news about consent",
        ),
        pytest.param(
            page(
                "<h1>Bridge live: the divers go down</h1>"
                + "".join(
                    f"<h3>{hour}:15</h3><p>{SENTENCES[hour % 6]} {SENTENCES[(hour + 1) % 6]}</p>"
                    for hour in range(9, 21)
                ),
                head=json_ld('{"@type": "LiveBlogPosting", "headline": "Bridge live"}'),
            ),
            "/live/bridge-live-the-divers-go-down",
            id="live blog",
        ),
        pytest.param(
            page(
                "<h1>The keeper of the rope</h1>"
                + "".join(f"<p><b>{q}?</b></p><p>{SENTENCES[q % 6]}</p>" for q in range(10))
            ),
            "/people/the-keeper-of-the-rope-an-interview",
            id="interview in the folder of people",
        ),
        pytest.param(
            page(
                H1
                + prose(5)
                + "<section id=comments>"
                + "".join(
                    f"<div class=comment><a href='/user/{n}'>reader{n}</a><p>{SENTENCES[n % 6]}</p>"
                    "<a href='#reply'>Reply</a></div>"
                    for n in range(20)
                )
                + "</section>",
                head=NEWS_ARTICLE,
            ),
            "/news/bridge-stays-shut-1234",
            id="twenty comments",
        ),
        pytest.param(
            page(
                "<h1>Мост закрыт до весны</h1><p>Городской совет сообщил в понедельник, что старый"
                " мост останется закрытым до весны. Инженеры нашли трещины в двух опорах и хотят"
                " подождать, пока вода спадёт.</p>"
            ),
            "/news/6412345-most-zakryt-do-vesny.html",
            id="short news in Russian",
        ),
        pytest.param(
            page(
                "<h1>旧桥关闭到春天</h1><p>市议会周一表示，旧桥将关闭到春天。工程师在两个桥墩上发现了裂缝，"
                "想等水位下降后再开始修理。附近的居民说，他们每天要多走两公里。</p>"
            ),
            "/news/20260305/88123.html",
            id="short news in Chinese",
        ),
        pytest.param(
            page(
                "<h1>Ten bridges to walk over</h1>"
                + "".join(
                    f"<h2><a href='https://bridge{at}.example'>{at}. Bridge of the {at}th street"
                    f"</a></h2><p>{SENTENCES[at % 6]} {SENTENCES[(at + 1) % 6]} {at} May 1912.</p>"
                    for at in range(1, 4)
                )
                + prose(4)
            ),
            "/travel/bridges/ten-bridges-to-walk-over",
            id="list of links with their years",
        ),
        pytest.param("<h1>Snow</h1><p>It snowed in Bern on Monday.</p>", "", id="one sentence"),
    ],
)
def test_article_is_recognised(html: str, path: str) -> None:
    verdict = judge(html, path) if path else extract(html).verdict
    assert (verdict.is_article, verdict.reason) == (True, None)


@pytest.mark.parametrize(
    ("headline", "line", "reason"),
    [
        ("¡Ups! No se puede encontrar esa página.", "Prueba una búsqueda.", "soft_404"),
        ("Ops! Essa página não pôde ser encontrada.", "Tente uma pesquisa.", "soft_404"),
        ("Ups! Nie można odnaleźć tej strony.", "Może spróbuj wyszukać?", "soft_404"),
        ("Hoppá! Ez az oldal nem található.", "Próbálja a keresőt.", "soft_404"),
        ("Ups! Den side kunne ikke findes.", "Prøv en søgning.", "soft_404"),
        ("Lehekülge ei leitud", "Proovige otsingut.", "soft_404"),
        ("Conteúdo indisponível", "Esta matéria foi retirada do ar.", "soft_404"),
        ("المحتوى غير متاح", "تم حذف هذا الخبر أو نقله.", "soft_404"),
        ("존재하지 않는 기사입니다", "주소가 바뀌었을 수 있습니다.", "soft_404"),
        ("我们重视您的隐私", "您可以同意或拒绝。", "consent_wall"),
        ("Arvostamme yksityisyyttäsi", "Voit antaa suostumuksen.", "consent_wall"),
        ("Weryfikacja", "Potwierdź, że nie jesteś robotem.", "consent_wall"),
        ("Hinweis", "Bitte bestätigen Sie, dass Sie ein Mensch sind.", "consent_wall"),
        ("利用規約", "本サービスの利用条件を以下に定めます。", "service_page"),
        ("سياسة الخصوصية", "نجمع البيانات التي ترسلها إلينا فقط.", "service_page"),
    ],
)
def test_page_says_what_it_is(headline: str, line: str, reason: str) -> None:
    verdict = judge(f"<h1>{headline}</h1><p>{line}</p>", "/2026/03/05/88123/")
    assert (verdict.is_article, verdict.reason) == (False, reason)


def test_number_before_a_name_is_the_address_of_a_story() -> None:
    brief = page(f"<h1>Snow in Bern</h1>{prose(1)}<a href=/>Home</a>")
    assert extract(brief, url="https://paper.example/abroad/257899/Snow").verdict.is_article
    assert not extract(brief, url="https://paper.example/abroad/Snow").verdict.is_article


@pytest.mark.parametrize(
    "query",
    [
        "id=88123",
        "lang=en&id=4711",
        "p=4711",
        "idxno=123",
        "ELEMENT_ID=45",
        "name=News&file=article&sid=2209",
    ],
)
def test_number_that_is_asked_for_is_the_address_of_a_story(query: str) -> None:
    brief = page(f"<h1>Snow in Bern</h1>{prose(1)}<a href=/>Home</a>")
    assert extract(brief, url=f"https://paper.example/show.php?{query}").verdict.is_article
    assert not extract(brief, url="https://paper.example/show.php?id=12").verdict.is_article


@pytest.mark.parametrize("query", ["page=3", "PAGEN_1=3", "section=4&pg=12"])
def test_asked_page_is_one_of_a_list(query: str) -> None:
    entries = page(
        f"<h1>News of the delta</h1><p>3 May 2024, 10:15</p>{prose(2)}<a href=/>Home</a>"
    )
    assert extract(entries, url="https://paper.example/news/").verdict.is_article
    asked = extract(entries, url=f"https://paper.example/news/?{query}")
    assert asked.verdict.reason == "index_page"
    story = f"https://paper.example/news/all-the-news-of-the-delta?{query}"
    assert extract(entries, url=story).verdict.is_article


DATE_LINE = "<p>3 May 2024</p>"
TEASER = "<p><a href=/{}>Old bridge stays shut for one more winter</a></p>"


@pytest.mark.parametrize(
    ("above", "between", "below", "is_article"),
    [
        pytest.param("", DATE_LINE, "", True, id="date between headline and text"),
        pytest.param(DATE_LINE, "", "", True, id="date above the headline"),
        pytest.param("", "", "", False, id="no date"),
        pytest.param("", DATE_LINE + TEASER, "", False, id="a teaser below the date"),
        pytest.param(
            "", DATE_LINE, "<div class=pager><a href=2>2</a></div>", False, id="pages that follow"
        ),
    ],
)
def test_dated_headline_with_text_below_is_no_list(
    above: str, between: str, below: str, is_article: bool
) -> None:
    teasers = "".join(TEASER.format(number) for number in range(9))
    html = page(f"{above}<h1>Snow in Bern</h1>{between}{prose(1)}{below}<h2>News</h2>{teasers}")
    assert extract(html, url="https://paper.example/?id=4711").verdict.is_article == is_article


def test_headings_that_link_to_themselves_are_no_list() -> None:
    entries = "".join(
        f"<h2><a href='{{}}p{at}'>{headline}</a></h2><p>{SENTENCES[at % 6]}</p>{prose(1)}"
        for at, headline in enumerate(HEADLINES[:6])
    )
    own, others = (page(f"{H1}{entries.replace('{}', to)}") for to in ("#", "/n/"))
    assert judge(own, "/bridge/shut.html").is_article
    assert not judge(others, "/bridge/shut.html").is_article


def test_teasers_below_a_brief_are_no_posts() -> None:
    teasers = "".join(
        f"<p>{at + 1}.3.2026 <a href='/n/{at}'>{headline}</a></p><p>{SENTENCES[at % 6]}</p>"
        for at, headline in enumerate(HEADLINES[:5])
    )
    brief = page(f"{H1}{prose(2)}{teasers}", head=og_type("article") + NEWS_ARTICLE)
    assert judge(brief, "/2026/03/05/bridge-stays-shut").is_article


def test_more_teasers_than_words_make_a_list() -> None:
    links = "".join(
        f"<li><a href=/bank-{n}>Bank of the {n}th street closes</a></li>" for n in range(250)
    )
    text, head = f"<h1>Banks</h1>{prose(5)}", '<meta name="author" content="Ann Lee">'
    few, many = (page(f"{text}<ul>{x}</ul>", head=head) for x in (links[:4000], links))
    assert extract(few, url="https://paper.example/banklist.html").verdict.is_article
    assert not extract(many, url="https://paper.example/banklist.html").verdict.is_article


def test_short_sentence_in_urdu_is_prose() -> None:
    line = "پرانا پل آگ لگنے سے بند ہے"
    scores = [
        judge(page(f"<h1>پل</h1><p>{line}{end}</p>"), "/news/pul-band-hai").score
        for end in ("۔", "")
    ]
    assert scores[0] > scores[1]


def test_host_of_a_shop_speaks_for_its_goods() -> None:
    date = "<time datetime=2024-05-03T10:15:00Z>3 May 2024, 10:15</time>"
    goods = page(f"<h1>Rope</h1>{date}{prose(4)}<p>€ 12.90</p><p>€ 14.90</p><a href=/>Home</a>")
    kinds = {
        host: extract(goods, url=f"https://{host}.example/rope.html").verdict.reason
        for host in ("www.paper", "shop.paper")
    }
    assert kinds == {"www.paper": None, "shop.paper": "product_page"}


def test_score_is_a_share() -> None:
    good = judge(page(H1 + prose(6), head=NEWS_ARTICLE), "/news/bridge-shut-1234").score
    bad = judge(page(cards(20)), "/").score
    assert 0 <= bad < 0.2
    assert 0.8 < good <= 1


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.text(max_size=60))
def test_any_page_is_judged(html: str, path: str) -> None:
    verdict = judge(html, path)
    assert verdict.is_article == (verdict.reason is None)


def test_a_link_to_the_category_speaks_for_an_article() -> None:
    brief = f"<h1>Leo</h1><p>3 August 2015</p>{prose(1)}"
    filed = f'{brief}<p>In <a rel="category tag" href="/sea">Sea</a></p>'
    score, score_filed = (
        extract(page(body), url="https://paper.example/leo").verdict.score
        for body in (brief, filed)
    )
    assert score_filed > score


STATED_STORY = json_ld(
    '{"@type": "NewsArticle", "headline": "Old bridge stays shut for the winter",'
    ' "datePublished": "2026-03-05T08:00:00Z", "author": {"@type": "Person", "name": "Ann Lee"}}'
)
STORY_PATH = "/news/old-bridge-stays-shut-for-the-winter-104711"
CONSENT = (
    "<h1>Welcome to the Paper</h1><p>With your consent we and 340 partners use cookies to store and"
    " read data on your device, for ads and content that fit you. You may withdraw your consent to"
    " cookies and partners at any time in the privacy settings.</p>"
)
AGE = (
    "<h1>Are you of age?</h1><p>We write of wine and spirits. Please confirm that you were born"
    " before today's date eighteen years ago, or leave the site now.</p>"
)
GONE = (
    "<h1>Nothing to see</h1><p>We tidied up the archive last summer, and what you were after fell"
    " behind the shelf. Have a look at the front page while we search for it.</p>"
)
WALLS = {"consent": (CONSENT, "consent_wall"), "age": (AGE, "soft_404"), "gone": (GONE, "soft_404")}


@pytest.mark.parametrize(("html", "reason"), WALLS.values(), ids=WALLS)
def test_page_without_a_word_of_the_story_in_its_address_is_something_else(
    html: str, reason: str
) -> None:
    assert judge(page(html, head=STATED_STORY), STORY_PATH).reason == reason
    assert judge(page(html), STORY_PATH).reason == reason


def test_stated_headline_that_is_printed_is_the_story_whatever_the_address_says() -> None:
    story = page(f"<h1>Old bridge stays shut for the winter</h1>{prose(2)}", head=STATED_STORY)
    assert judge(story, "/news/five-reasons-never-to-swim-104711").is_article


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Die Brücke über den Fluß bleibt gesperrt", "/news/bruecke-ueber-fluss-gesperrt"),
        ("Førstemand over broen på søen", "/nyheder/foerstemand-over-broen-paa-soeen"),
        ("Most przez rzekę Łabę zamknięty", "/news/most-przez-rzeke-labe-zamkniety"),
        ("पुल बंद रहेगा, पुलिस ने कहा", "/news/pul-band-rahega-police-kaha"),
        ("Η παραλία της Αθήνας είναι κλειστή", "/news/παραλια-αθηνας-κλειστη"),
    ],
    ids=["German", "Danish", "Polish", "another script", "without accents"],
)
def test_address_in_another_spelling_names_no_other_story(title: str, path: str) -> None:
    html = f"<title>{title}</title><h1>{title}</h1><p>{title}. {title}. {title}.</p>"
    assert judge(html, path).reason != "soft_404"


def test_long_text_in_the_place_of_a_story_is_not_the_story() -> None:
    assert judge(page(GONE + prose(3)), STORY_PATH.replace("winter", "summer")).reason is None
    published = '<meta property="article:published_time" content="2026-03-05T08:00:00Z">'
    head = STATED_STORY + og_type("article") + published
    note = GONE.replace("h1", "p")
    other = "/news/five-reasons-never-to-swim-104711"
    assert judge(page(note + prose(2), head=head), other).reason == "soft_404"


def test_host_of_a_board_speaks_for_its_threads() -> None:
    thread = page(f"<h1>Which rope do you use for a boat of nine metres</h1>{prose(7)}")
    path = "/comments/which-rope-do-you-use-for-a-boat-24118"
    assert extract(thread, url=f"https://www.paper.example{path}").verdict.is_article
    asked = extract(thread, url=f"https://forum.paper.example{path}").verdict
    assert asked.reason == "forum_page"


def test_note_that_an_article_is_gone_is_none_though_the_article_is_stated() -> None:
    title = "<h1>Old bridge stays shut for the winter</h1>"
    gone = "<p>This article is no longer available for legal reasons.</p>"
    assert judge(page(title + gone, head=STATED_STORY), STORY_PATH).reason == "soft_404"
    assert judge(page(title + prose(3), head=STATED_STORY), STORY_PATH).is_article


OFFER = json_ld('{"@type": "Product", "name": "Cargo bike", "offers": {"price": 1900}}')


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (OFFER + og_type("article"), "product_page"),
        (OFFER + og_type("product") + STATED_STORY, None),
    ],
    ids=["advert", "test of a product"],
)
def test_stated_offer_says_more_than_a_type_for_networks(head: str, reason: str | None) -> None:
    date = "<p>5 March 2026, 10:15</p>"
    html = page(f"<h1>Cargo bike with a lid, used twice</h1>{date}{prose(3)}", head=head)
    assert judge(html, "/bikes/cargo-bike-with-a-lid-24118").reason == reason


def test_prices_without_date_or_author_are_of_goods() -> None:
    flat = f"<h1>Flat with a view in Bay Street</h1><p>€ 780</p>{prose(2)}<p>€ 10.54 a metre</p>"
    path = "/lettings/flat-with-a-view-in-bay-street"
    assert judge(page(flat, head=og_type("article")), path).reason == "product_page"
    date = '<time datetime="2026-03-05T10:15:00Z">5 March 2026</time>'
    dated = flat.replace("</h1>", f"</h1>{date}<p>By Ann Lee</p>")
    assert judge(page(dated, head=og_type("article")), path).is_article


def test_sums_of_a_dated_release_are_no_prices() -> None:
    rows = "".join(f"<tr><td>Ferries, line {n}</td><td>$ {n}2.4</td></tr>" for n in range(1, 10))
    release = f"{prose(3)}<table>{rows}</table><a href=/>Home</a>"
    title = "<h1>Bay Ferries reports its third quarter</h1>"
    path = "/investors/bay-ferries-reports-its-third-quarter"
    assert judge(page(f"{title}<p>March 5, 2026</p>{release}"), path).is_article
    assert judge(page(title + release), path).reason == "product_page"


def test_fixed_page_that_is_called_so_is_none_though_an_article_is_stated() -> None:
    terms = json_ld(
        '{"@type": "NewsArticle", "headline": "Terms and conditions",'
        ' "datePublished": "2019-05-14T10:22:41Z", "author": {"name": "Ann Lee"}}'
    )
    html = page(
        f"<h1>Terms and conditions</h1>{prose(4)}",
        head=terms + og_type("article"),
        attributes='class="page-template-default page page-id-12"',
    )
    assert judge(html, "/terms-and-conditions/").reason == "service_page"


def test_report_that_a_video_heads_is_an_article() -> None:
    video = json_ld('{"@type": "VideoObject", "name": "Ferry", "uploadDate": "2026-03-05"}')
    top = "<h1>Video: Ferry runs again after two weeks of ice on the lake</h1>"
    top += "<p>5 March 2026, 10:15</p>"
    path = "/videos/ferry-runs-again-after-two-weeks-of-ice-4711"
    assert judge(page(top + prose(4), head=video), path).is_article
    line = (
        "<p>The first boat left at eight with forty people.</p><iframe src=/player/4711></iframe>"
    )
    assert judge(page(top + line, head=video), path).reason == "video_page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bay/night-ferry-finds-its-harbour-4711.html", "soft_404"),
        ("/bay/page-of-the-senate-is-no-longer-available-4711.html", None),
        ("/bay/4711.html", None),
    ],
)
def test_headline_that_refuses_the_story_of_the_address_is_an_error(
    path: str, reason: str | None
) -> None:
    stated = og_type("article") + '<meta name="date" content="2026-03-05T10:15:00Z">'
    heading = "<h1>This page is no longer available</h1>"
    teaser = "<p>The night ferry has a new harbour since Monday, and its captain likes it.</p>"
    assert judge(page(heading + prose(4) + teaser, head=stated), path).reason == reason


@pytest.mark.parametrize(("sentences", "reason"), [(3, "video_page"), (6, None)])
def test_short_text_beside_a_stated_video_describes_it(sentences: int, reason: str | None) -> None:
    video = json_ld('{"@type": "VideoObject", "name": "Bridge", "uploadDate": "2026-03-05"}')
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:sentences])
    head = NEWS_ARTICLE + video + og_type("article")
    assert judge(page(H1 + text, head=head), "/bay/bridge-stays-shut").reason == reason
    assert judge(page(H1 + text, head=NEWS_ARTICLE), "/bay/bridge-stays-shut").is_article


@pytest.mark.parametrize(("link", "reason"), [("<a href=/x>{}</a>", "forum_page"), ("{}", None)])
def test_signed_posts_make_a_thread(link: str, reason: str | None) -> None:
    posts = "".join(
        f"<div class=msg>{link.format(name)} | 9. mar. 2024, 20:{at}4</div>{prose(1)}"
        for at, name in enumerate(("holta", "spesi", "tmo", "kaldi", "bunad"))
    )
    html = page(f"<h1>Landlord keeps the deposit of a flat in town</h1>{posts}")
    assert judge(html, "/umraeda/landlord-keeps-the-deposit-of-a-flat/38841207/").reason == reason


@pytest.mark.parametrize(
    ("stamp", "number", "head", "is_article"),
    [
        pytest.param("holta 14.03.2026 19:1{}", 5, "", False, id="posts"),
        pytest.param(
            "2026/03/14(土) 19:1{}:22.41 ID:xYz0Ab", 5, "", False, id="of a Japanese board"
        ),
        pytest.param("03.14 19:1{}:11", 5, "", False, id="without a year"),
        pytest.param("holta, Mar 14, 2026 7:1{} pm", 5, "", False, id="month first"),
        pytest.param("2026年3月14日 19:1{}", 5, "", False, id="of a Chinese board"),
        pytest.param("holta 14.03.2026 19:1{}", 3, "", True, id="only three"),
        pytest.param("14.03.2026 19:1{}", 5, og_type("article"), True, id="live blog"),
        pytest.param("14.03.2026 19:1{}", 5, NEWS_ARTICLE, True, id="stated live blog"),
        pytest.param("19:1{0}</p><p>14.03.2026 19:1{0}", 5, "", True, id="live ticker"),
        pytest.param("Day {} in the north", 5, "", True, id="no clock"),
    ],
)
def test_lines_that_date_posts_make_a_board(
    stamp: str, number: int, head: str, *, is_article: bool
) -> None:
    posts = "".join(f"<p>{stamp.format(at)}</p><p>{SENTENCES[at]}</p>" for at in range(number))
    html = page(f"<h1>Bridge stays shut, they say</h1>{posts}<a href=/>Home</a>", head=head)
    assert judge(html, "/4812/bridge-stays-shut-they-say").is_article == is_article


def test_guestbook_is_a_forum() -> None:
    assert judge(page(f"<h1>Gästebuch</h1>{prose(3)}"), "/gaestebuch").reason == "forum_page"


def test_long_wall_is_one_unless_something_was_published() -> None:
    asks = (
        f"<p>We and {many} of our partners measure how you read and for how long you stay, on this"
        f" page and on {many} others, so that the sisters of this paper can show you what you like,"
        " and ask for your consent to do so on each visit.</p>"
        for many in range(20, 30)
    )
    wall = f"<h1>Welcome to the Bay Post</h1>{''.join(asks)}"
    assert judge(page(wall), "/news/a-24118").reason == "consent_wall"
    published = '<meta property="article:published_time" content="2026-03-05T10:15:00Z">'
    assert judge(page(wall, head=og_type("article") + published), "/news/a-24118").is_article
