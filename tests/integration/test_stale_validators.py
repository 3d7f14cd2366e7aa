"""A cache that answers 304 whatever changed behind it costs a day at most."""

from growing_paper import DAY, HOST, Paper

from bad_sites import feed, good  # isort: skip - growing_paper finds it

STORIES = [f"/news/story-{number}-of-the-town.html" for number in range(4)]


def test_news_behind_a_stale_etag_come_a_day_later(tmp_path):
    listed = STORIES[:2]

    async def stale(exchange):
        if "if-none-match" in exchange.request.headers:
            await exchange.send(status=304, ETag='"stale"')
        else:
            await exchange.send(feed(exchange.base, listed), ETag='"stale"')

    with Paper(tmp_path) as paper:
        paper.pages |= {"/feed.xml": stale, **dict.fromkeys(STORIES, good)}
        paper.crawl()
        listed += STORIES[2:]
        paper.pass_time(DAY)
        assert len(paper.crawl()[0].records) == 4
        paper.pass_time(DAY)
        crawl, _ = paper.crawl()
        assert len(crawl.records) == 4
        assert crawl.stats["newscrawl/listing/unchanged"] == 1
        asked = paper.server.asked(HOST, "/feed.xml")
        assert not any("if-none-match" in request.headers for request in asked)
