import pytest
from scrapy.settings import Settings

from newscrawl import settings as ours
from newscrawl.crawling.checked_settings import OPT_OUTS, find_wrong_setting
from newscrawl.extraction.metadata.opt_outs import merge_opt_outs


def test_our_own_defaults_can_be_used():
    settings = Settings()
    settings.setmodule(ours)
    assert find_wrong_setting(settings) is None


def test_the_opt_outs_are_those_of_records():
    assert merge_opt_outs(OPT_OUTS) == list(OPT_OUTS)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("CONCURRENT_REQUESTS", "0", "a whole number from 1"),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", "0", "a whole number from 1"),
        ("CONCURRENT_REQUESTS", "many", "a whole number from 1"),
        ("DOWNLOAD_DELAY", "fast", "seconds"),
        ("DOWNLOAD_DELAY", "-1", "seconds"),
        ("DOWNLOAD_TIMEOUT", "3m", "seconds"),
        ("DOWNLOAD_MAXSIZE", "10M", "a whole number"),
        ("AUTOTHROTTLE_START_DELAY", "x", "seconds"),
        ("AUTOTHROTTLE_TARGET_CONCURRENCY", "0", "a number above 0"),
        ("AUTOTHROTTLE_ENABLED", "yes", "1 or 0"),
        ("ROBOTSTXT_OBEY", "no", "1 or 0"),
        ("COOKIES_ENABLED", "x", "1 or 0"),
        ("RETRY_TIMES", "x", "a whole number"),
        ("RETRY_HTTP_CODES", "500,5xx", "HTTP codes, as in 500,502, or nothing"),
        ("CLOSESPIDER_TIMEOUT", "1h", "seconds"),
        ("CLOSESPIDER_ITEMCOUNT", "1.5", "a whole number"),
        ("MEMUSAGE_LIMIT_MB", "1G", "a whole number"),
        ("LOGSTATS_INTERVAL", "x", "seconds"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING, ERROR or CRITICAL"),
        ("KEEP_REMOVED", "maybe", "1 or 0"),
        ("NEWSCRAWL_QUIET", "yes", "1 or 0"),
        ("NEWSCRAWL_LOG_JSON", "x", "1 or 0"),
        ("NEWSCRAWL_OBEY_OPT_OUTS", "no_ai", "some of noindex,noarchive"),
        ("NEWSCRAWL_OBEY_OPT_OUTS", "NOAI", "some of noindex,noarchive"),
        ("NEWSCRAWL_COMPRESS", "bzip2", "gzip, zstd or nothing"),
        ("NEWSCRAWL_RECHECK_HOURS", "x", "hours, as in 1,6,24, or nothing"),
        ("NEWSCRAWL_RECHECK_HOURS", "-1", "hours"),
        ("NEWSCRAWL_RECHECK_HOURS", "nan", "hours"),
        ("NEWSCRAWL_REVISION_WORDS", "x", "a whole number"),
        ("NEWSCRAWL_ATTEMPTS", "x", "a whole number from 1"),
        ("NEWSCRAWL_ATTEMPTS", "-3", "a whole number from 1"),
        ("NEWSCRAWL_MAX_CRAWL_DELAY", "x", "seconds"),
        ("NEWSCRAWL_MAX_CRAWL_DELAY", "inf", "seconds"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_those_that_can(name, value, allowed):
    assert find_wrong_setting(Settings({name: value})).startswith(f"{name}={value}: give {allowed}")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOWNLOAD_DELAY", "0"),
        ("DOWNLOAD_DELAY", "0.25"),
        ("DOWNLOAD_DELAY", 3),
        ("RETRY_HTTP_CODES", ""),
        ("LOG_LEVEL", "debug"),
        ("LOG_LEVEL", 10),
        ("LOGSTATS_INTERVAL", None),
        ("MY_NEWSCRAWL_OUTPUT", "x"),
        ("KEEP_REMOVED", "1"),
        ("KEEP_REMOVED", "False"),
        ("NEWSCRAWL_OBEY_OPT_OUTS", ""),
        ("NEWSCRAWL_OBEY_OPT_OUTS", "noai,noindex"),
        ("NEWSCRAWL_COMPRESS", "zstd"),
        ("NEWSCRAWL_RECHECK_HOURS", ""),
        ("NEWSCRAWL_RECHECK_HOURS", "0.5,12"),
        ("NEWSCRAWL_MAX_CRAWL_DELAY", "0"),
    ],
)
def test_values_that_can_be_used_pass(name, value):
    assert find_wrong_setting(Settings({name: value})) is None


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("NEWSCRAWL_OUTPT", "did you mean NEWSCRAWL_OUTPUT?"),
        ("NEWSCRAWL_PROMETHEUS", "did you mean NEWSCRAWL_PROMETHEUS_FILE?"),
        ("NEWSCRAWL_XYZ", "newscrawl/settings.py names them"),
    ],
)
def test_a_setting_of_ours_that_is_none_is_refused(name, hint):
    expected = f"there is no setting {name}; {hint}"
    assert find_wrong_setting(Settings({name: "x"})) == expected
