"""What stands before a new article for a while does not end it; what stays there does, at last."""

from __future__ import annotations

import pytest
from growing_paper import DAY, HOST, HOUR, Paper

from bad_sites import good, page, redirect, story  # isort: skip - growing_paper finds it

NOTICE = "<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1><p>The "
NOTICE += "site is being repaired. We ask for patience.</p></body></html>"
FRONT = "<html><body>" + "".join(
    f"<h2><a href='/news/other-{n}-in-town.html'>Other news of the town, part {n}</a></h2>"
    for n in range(9)
)


def to(path, status=302):
    return redirect(lambda exchange: exchange.base + path, status)


OBSTACLES = {
    # name: (behaviour in the first run, what it counts as)
    "maintenance": (to("/maintenance"), "page/failed/redirected"),
    "see-other": (to("/maintenance", 303), "page/failed/redirected"),
    "temporary": (to("/maintenance", 307), "page/failed/redirected"),
    "home-for-now": (to("/"), "page/failed/redirected"),
    "home-for-good": (to("/", 301), "page/failed/redirected"),
    "consent": (
        redirect(lambda exchange: exchange.url("consent.example", "/ask")),
        "page/refused/offsite",
    ),
    "circle": (to("/news/circle-of-the-town.html"), "page/refused/redirects"),
    "early": (page("not yet", 404), "page/failed/http_404"),
    "empty": (page(b" \n"), "page/failed/empty_body"),
}


def path_of(name):
    return f"/news/{name}-of-the-town.html"


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    with Paper(tmp_path_factory.mktemp("paper")) as paper:
        paper.pages |= {"/maintenance": page(NOTICE), "/": page(FRONT)}
        paper.list([path_of(name) for name in OBSTACLES])
        yield paper


@pytest.fixture(scope="module")
def runs(paper):
    """A first run that meets the obstacles, and a second one, six minutes later."""
    paper.pages |= {path_of(name): behave for name, (behave, _) in OBSTACLES.items()}
    first = paper.crawl()[0]
    first = first, first.stats, list(first.records)
    paper.pages |= {path_of(name): good for name in OBSTACLES}
    paper.pass_time(360)
    return *first, paper.crawl()[0]


@pytest.mark.parametrize("name", OBSTACLES)
def test_the_obstacle_is_counted_and_its_article_saved_when_it_has_passed(name, runs):
    _, stats, records, second = runs
    assert stats["newscrawl/" + OBSTACLES[name][1]] >= 1
    assert records == []
    assert path_of(name) in {"/" + r["url"].split("/", 3)[3] for r in second.records}


def test_what_is_shown_in_its_stead_is_never_saved(runs):
    assert len(runs[3].records) == len(OBSTACLES)


@pytest.fixture
def own(tmp_path):
    with Paper(tmp_path) as paper:
        yield paper


def test_what_stands_there_for_good_ends_the_article_after_some_attempts(own):
    paths = {name: path_of(name) for name in ("maintenance", "consent", "early", "empty")}
    own.pages |= {"/maintenance": page(NOTICE)}
    own.pages |= {path: OBSTACLES[name][0] for name, path in paths.items()}
    own.list(list(paths.values()))
    for _ in range(3):
        own.crawl(settings={"NEWSCRAWL_ATTEMPTS": 2})
        own.pass_time(DAY)
    assert own.states() == {
        paths["maintenance"]: ("dropped", "redirected"),
        paths["consent"]: ("dropped", "offsite"),
        paths["early"]: ("gone", "http_404"),
        paths["empty"]: ("failed", "empty_body"),
    }
    asked = [request.path for request in own.server.requests]
    assert {asked.count(path) for path in paths.values()} == {2}


async def marked(exchange):
    """Show the page to whom a redirect to itself has given a cookie."""
    if "seen=1" in exchange.request.headers.get("cookie", ""):
        await good(exchange)
    else:
        own = exchange.base + exchange.request.path
        await exchange.send(status=302, Location=own, Set_Cookie="seen=1; Path=/")


def test_a_page_that_wants_a_cookie_is_asked_once_and_says_so(own):
    own.list([path_of("marked"), path_of("good")])
    own.pages |= {path_of("marked"): marked, path_of("good"): good}
    crawl, asked = own.crawl()
    assert (crawl.code, asked.count(path_of("marked"))) == (0, 1)
    assert own.states()[path_of("marked")] == ("waiting", "wants_cookie")
    words = "the site wants a cookie: try -s COOKIES_ENABLED=True (pages refused: 1)"
    assert f"\n{HOST}: {words}\n" in crawl.log
    own.pass_time(DAY)
    assert len(own.crawl(settings={"COOKIES_ENABLED": True})[0].records) == 2


def test_a_site_that_wants_a_cookie_for_all_is_told_of(own):
    own.pages |= {"/robots.txt": marked, "/feed.xml": marked}
    crawl, asked = own.crawl(options=("--quiet",))
    words = "no robots.txt: the site wants a cookie: try -s COOKIES_ENABLED=True"
    assert (crawl.code, asked) == (2, ["/robots.txt"])
    assert f"none of 1 listing, mostly robots_wants_cookie ({words})\n" in crawl.log


@pytest.mark.parametrize("keeps_cookies", [False, True])
def test_a_circle_is_not_run_through_again_and_again(own, keeps_cookies):
    own.list([path_of("circle"), path_of("there")])
    own.pages |= {
        path_of("circle"): to(path_of("circle") + "#top"),
        path_of("there"): to(path_of("back")),
        path_of("back"): to(path_of("there")),
    }
    crawl, asked = own.crawl(settings={"COOKIES_ENABLED": keeps_cookies})
    assert crawl.stats["newscrawl/page/refused/redirects"] == 2
    times = 1 + keeps_cookies
    assert [asked.count(path_of(name)) for name in ("circle", "there", "back")] == [times] * 3


def test_pages_that_fail_for_long_are_no_sign_of_a_site_that_is_down(own):
    paths = [path_of(f"circle-{n}") for n in range(3)]
    own.list(paths)
    own.pages |= {path: to(path) for path in paths}
    codes = []
    for _ in range(4):
        codes.append(own.crawl()[0].code)
        own.pass_time(DAY)
    assert codes == [2, 2, 0, 0]


def test_rules_that_forbid_all_for_a_day_end_no_article(own):
    paths = [path_of(f"story-{n}") for n in range(3)]
    own.list(paths)
    own.pages |= dict.fromkeys(paths, good)
    own.pages["/robots.txt"] = page("User-agent: *\nDisallow: /news/", content_type="text/plain")
    own.crawl()
    assert set(own.states().values()) == {("waiting", "robots_txt")}
    assert own.due_in(paths[0]) > 23 * HOUR
    own.pages["/robots.txt"] = page("", 404)
    own.pass_time(DAY)
    assert len(own.crawl()[0].records) == 3


@pytest.mark.parametrize(
    ("landing", "status", "head", "is_moved"),
    [
        pytest.param("/news/short-of-the-town-2.html", 302, "", True, id="same slug"),
        pytest.param("/elsewhere/quite-another.html", 301, "", True, id="for good"),
        pytest.param(
            "/x.html", 302, '<link rel="canonical" href="/town/short-of-the-town/">', True,
            id="claimed address",
        ),
        pytest.param("/elsewhere/quite-another.html", 302, "", False, id="another article"),
    ],
)  # fmt: skip
def test_an_article_is_where_it_moved_to_or_what_it_claims(landing, status, head, is_moved, own):
    own.list([path_of("short")])
    own.pages |= {
        path_of("short"): to(landing, status),
        landing: page(story("landing", head=head)),
    }
    crawl, _ = own.crawl()
    assert len(crawl.records) == is_moved
    assert (own.states()[path_of("short")][0] == "moved") == is_moved


def test_the_headline_tells_an_article_behind_a_short_address(own):
    own.pages["/feed.xml"] = page(
        "<rss><channel><item><title>The canal of landing opens after long repairs</title><link>"
        f"{own.server.url(HOST, '/s/x7')}</link></item></channel></rss>"
    )
    own.pages |= {"/s/x7": to("/news/landing.html"), "/news/landing.html": good}
    [record] = own.crawl()[0].records
    assert record["url"].endswith("/news/landing.html")
