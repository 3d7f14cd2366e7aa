"""A public site tries to lead the crawl to this machine, its network and its files."""

import json

import pytest
from bad_sites import WAYS_IN
from crawling import start_crawl
from scrapy.resolver import dnscache
from scrapy.utils.test import get_crawler
from twisted.internet.error import DNSLookupError

from newscrawl.crawling.resolver import PublicResolver

SECRET = "sesame-4711"


@pytest.fixture(scope="module")
def crawl(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    return start_crawl(
        folder,
        [server.url("public.example", "/feed.xml")],
        names={"*": ["127.0.0.1"]},
        allowed=["public.example"],
        settings={
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "FTP_PASSWORD": SECRET,
            "NEWSCRAWL_LOG_JSON": 1,
            "NEWSCRAWL_QUIET": 1,
            "NEWSCRAWL_PROMETHEUS_FILE": folder / "{scope}.prom",
        },
    ).wait()


def test_the_run_ends_well(crawl):
    assert crawl.code == 0, crawl.log[-2000:]


def test_the_good_articles_are_saved(crawl):
    assert len(crawl.records) == 2


def test_no_connection_is_made(server, crawl):
    assert crawl.code == 0
    assert not [request for request in server.requests if request.path.startswith("/secret")]
    assert {r.host for r in server.requests if "public" in r.host} == {"public.example"}


@pytest.mark.parametrize("reason", sorted({reason for _, reason in WAYS_IN.values()}))
def test_each_way_in_is_refused_with_a_counted_reason(reason, crawl):
    wanted = sum(reason == each for _, each in WAYS_IN.values())
    assert crawl.stats[f"newscrawl/page/{reason}"] == wanted


def test_links_out_of_the_web_are_no_candidates(crawl):
    assert crawl.stats["newscrawl/candidate/new"] == len(WAYS_IN) + 2


def test_files_lie_where_they_belong(crawl):
    names = {path.name for path in (crawl.folder / "output").iterdir()}
    assert names <= {"public.example", "reports"} | {n for n in names if n.startswith(".frontier")}


def test_secrets_appear_nowhere(crawl):
    files = [path for path in crawl.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_logs_are_one_json_object_a_line(crawl):
    entries = [json.loads(line) for line in crawl.log.splitlines()]
    assert all({"time", "level", "logger", "message"} <= entry.keys() for entry in entries)
    assert any("to-loopback.html" in entry["message"] for entry in entries)


def test_metrics_are_left_for_the_node_exporter(crawl):
    metrics = (crawl.folder / "news_public.example.prom").read_text("utf-8")
    labels = 'spider="news",site="public.example",outcome="saved"'
    assert f"newscrawl_pages{{{labels}}} 2\n" in metrics


def test_a_name_that_answers_differently_the_second_time_gains_nothing():
    from twisted.internet import reactor

    outcomes = []
    resolver = PublicResolver.from_crawler(get_crawler(), reactor)
    for address in ("93.184.215.14", "127.0.0.1"):
        dnscache["rebinding.example"] = address
        found = resolver.getHostByName("rebinding.example")
        found.addErrback(lambda failure: failure.trap(DNSLookupError)).addCallback(outcomes.append)
    del dnscache["rebinding.example"]
    assert outcomes == ["93.184.215.14", DNSLookupError]
