import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newscrawl.crawling.reach import is_public, refuse_host
from newscrawl.middlewares.reach import ReachMiddleware, Refused


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("127.8.9.10", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", False),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("www.zakon.kz", None),
        ("93.184.215.14", None),
        ("localhost", "local_name"),
        ("LOCALHOST.", "local_name"),
        ("a.localhost", "local_name"),
        ("metadata.google.internal", "local_name"),
        ("printer.local", "local_name"),
        ("127.0.0.1", "private_address"),
        ("2130706433", "private_address"),
        ("0x7f000001", "private_address"),
        ("0177.0.0.1", "private_address"),
        ("127.1", "private_address"),
        ("[::1]", "private_address"),
        ("[::ffff:127.0.0.1]", "private_address"),
    ],
)
def test_hosts_that_mean_this_network_are_refused_by_name(host, reason):
    assert refuse_host(host) == reason


def test_a_setting_names_exceptions():
    assert refuse_host("127.0.0.1", allowed={"127.0.0.1"}) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("https://a.example/", None, id="public"),
        pytest.param("https://a.example/" + "a" * 3000, "url_too_long", id="too long"),
        pytest.param("file:///etc/passwd", "scheme", id="file"),
        pytest.param("ftp://a.example/x", "scheme", id="ftp"),
        pytest.param("data:text/html,x", "scheme", id="data"),
        pytest.param("http://169.254.169.254/latest/meta-data/", "private_address", id="metadata"),
        pytest.param("http://user:pw@127.0.0.1:8080/", "private_address", id="with credentials"),
    ],
)
def test_the_middleware_counts_what_it_refuses(url, reason):
    crawler = get_crawler()
    middleware = ReachMiddleware.from_crawler(crawler)
    if reason is None:
        assert middleware.process_request(Request(url)) is None
        return
    with pytest.raises(Refused, match=reason):
        middleware.process_request(Request(url))
    assert crawler.stats.get_value(f"newscrawl/refused/{reason}") == 1
