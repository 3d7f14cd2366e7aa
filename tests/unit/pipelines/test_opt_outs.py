import pytest
from scrapy.utils.test import get_crawler

from newscrawl.discovery.window import Window
from newscrawl.extraction import extract
from newscrawl.pipelines.validate import Rejected, Validate
from newscrawl.spiders.demo import DemoSpider

PAGE = (
    "<meta property=og:type content=article><meta name=robots content=noai><h1>Snow in Bern</h1>"
    + "".join(
        f"<p>On day {day} it snowed in Bern, and tram number {day} stood still for an hour.</p>"
        for day in range(1, 15)
    )
)


@pytest.mark.parametrize(
    ("obeyed", "saved"),
    [
        pytest.param("", True, id="recorded by default"),
        pytest.param("noindex", True, id="another one is obeyed"),
        pytest.param("noindex,noai", False, id="obeyed"),
    ],
)
def test_opt_outs_are_obeyed_if_set(obeyed, saved):
    crawler = get_crawler(DemoSpider, {"NEWSCRAWL_OBEY_OPT_OUTS": obeyed})
    crawler.spider = DemoSpider()
    crawler.spider.window = Window(None, None)
    validate = Validate.from_crawler(crawler)
    item = extract(PAGE, url="https://bern.example/2026/11/22/snow-in-bern-stops-all-trams.html")
    if saved:
        assert validate.process_item(item).opt_outs == ["noai"]
    else:
        with pytest.raises(Rejected, match="opt_out"):
            validate.process_item(item)
        assert crawler.stats.get_value("newscrawl/dropped/opt_out") == 1
