"""A run with a clock ten years ahead puts nothing off for ten years."""

from growing_paper import DAY, HOST, Paper

from bad_sites import feed, good, page  # isort: skip - growing_paper finds it

STORIES = [f"/news/story-{number}-of-the-town.html" for number in range(4)]
FRONT = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>'
)


def test_what_a_clock_ahead_put_off_is_done_when_it_is_right_again(tmp_path):
    with Paper(tmp_path) as paper:
        base = paper.server.url(HOST, "")
        paper.pages |= {"/": page(FRONT), **dict.fromkeys(STORIES, good)}
        paper.pages["/robots.txt"] = page("User-agent: *\nDisallow:")
        paper.pages["/feed.xml"] = page(feed(base, STORIES[:2]))
        assert len(paper.crawl(base + "/")[0].records) == 2
        paper.pass_time(-3650 * DAY)
        with paper.database() as database:
            database.execute("UPDATE run SET started_at = started_at + ?", [3650 * DAY])
        paper.pages["/feed.xml"] = page(feed(base, STORIES))
        assert "/robots.txt" in paper.crawl(base + "/")[1]
        paper.pass_time(DAY / 24)
        assert len(paper.crawl(base + "/")[0].records) == 4
