from datetime import UTC, datetime

import pytest
from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.crawling.answers import (
    conditional_headers,
    describe_http,
    explain_error,
    read_charset,
    read_retry_after,
)
from newscrawl.middlewares.pauses import PausedError
from newscrawl.middlewares.robots import RobotsUnreachableError

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def http_error(status, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpError(Response("https://a.example/", status=status, headers=named))


@pytest.mark.parametrize(
    ("error", "slug", "is_gone", "is_refused"),
    [
        pytest.param(http_error(404), "http_404", True, False, id="not found"),
        pytest.param(http_error(410), "http_410", True, False, id="gone"),
        pytest.param(http_error(503), "http_503", False, False, id="busy"),
        pytest.param(
            IgnoreRequest("Forbidden by robots.txt"), "robots_txt", False, True, id="robots.txt"
        ),
        pytest.param(IgnoreRequest(""), "refused", False, True, id="refused"),
        pytest.param(DownloadTimeoutError(), "timeout", False, False, id="timeout"),
    ],
)
def test_failures_are_explained(error, slug, is_gone, is_refused):
    answer = explain_error(error)
    assert (answer.slug, answer.is_gone, answer.is_refused) == (slug, is_gone, is_refused)
    assert not answer.is_put_off


@pytest.mark.parametrize(
    ("error", "slug", "outcome"),
    [
        pytest.param(PausedError("a.example"), "paused", "refused", id="its host rests"),
        pytest.param(
            RobotsUnreachableError("https://a.example/", "http_503"),
            "robots_http_503",
            "failed",
            id="its host cannot tell its rules",
        ),
    ],
)
def test_some_pages_come_again_at_no_cost(error, slug, outcome):
    answer = explain_error(error)
    assert (answer.slug, answer.outcome, answer.is_put_off) == (slug, outcome, True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param("120", 120.0, id="seconds"),
        pytest.param("Sun, 22 Nov 2026 12:05:00 GMT", 300.0, id="date"),
        pytest.param("Sun, 22 Nov 2026 11:00:00 GMT", 0.0, id="past date"),
        pytest.param("soon", None, id="neither"),
        pytest.param("-5", None, id="negative"),
        pytest.param("9" * 400, 86_400.0, id="endless"),
        pytest.param("Sun, 22 Nov 2099 12:05:00 GMT", 86_400.0, id="a lifetime"),
        pytest.param(f"Sun, 22 Nov {'9' * 40} 12:05:00 GMT", None, id="no such year"),
        pytest.param(None, None, id="not sent"),
    ],
)
def test_retry_after_is_read_in_both_forms(value, seconds):
    headers = {} if value is None else {"Retry-After": value}
    response = Response("https://a.example/", headers=headers)
    assert read_retry_after(response, now=NOW) == seconds


def test_retry_after_of_a_failure_is_told():
    assert explain_error(http_error(429, Retry_After="7")).retry_after == 7.0


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        pytest.param("text/html; charset=windows-1251", "cp1251", id="declared"),
        pytest.param("text/html", None, id="not declared"),
        pytest.param("", None, id="empty"),
    ],
)
def test_charset_is_read_from_the_header(content_type, charset):
    response = Response("https://a.example/", headers={"Content-Type": content_type})
    assert read_charset(response) == charset


def test_only_known_validators_are_sent():
    assert conditional_headers('"x"', None) == {"If-None-Match": '"x"'}


def test_the_record_keeps_what_the_server_sent():
    response = Response("https://a.example/", headers={"ETag": '"x"', "Content-Type": "text/html"})
    http = describe_http(response, encoding="utf-8")
    assert (http.status, http.etag, http.last_modified) == (200, '"x"', None)
    assert (http.content_type, http.encoding) == ("text/html", "utf-8")
