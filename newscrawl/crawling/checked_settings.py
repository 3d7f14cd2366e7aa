"""What settings may hold, ours and Scrapy's: checked before anything is fetched, as ``-a`` is."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable

from scrapy.settings import BaseSettings

from newscrawl import settings as ours
from newscrawl.frontier.reading import PACKERS

OPT_OUTS = ("noindex", "noarchive", "nosnippet", "noai", "noimageai", "tdm_reservation")
"""What ``NEWSCRAWL_OBEY_OPT_OUTS`` may name: the slugs of a record's ``opt_outs``."""

_PREFIX = "NEWSCRAWL_"
_OURS = sorted(name for name in vars(ours) if name.startswith(_PREFIX))
# Likeness (0 to 1) from which on a name is a slip of the pen: with the same beginning all are alike
# to some 0.6. Chosen.
_NEAR = 0.8
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_Check = Callable[[BaseSettings, str], bool]


def find_wrong_setting(settings: BaseSettings) -> str | None:
    """Return the first setting that cannot be used, with the fix; None if all can.

    That is one of ours that there is not, or one with a value that it may not have.

    >>> find_wrong_setting(BaseSettings({"NEWSCRAWL_COMPRESS": "bzip2"}))
    'NEWSCRAWL_COMPRESS=bzip2: give gzip, zstd or nothing'
    """
    for name in settings:
        if name.startswith(_PREFIX) and name not in _OURS:
            near = difflib.get_close_matches(name, _OURS, n=1, cutoff=_NEAR)
            hint = f"did you mean {near[0]}?" if near else "newscrawl/settings.py names them"
            return f"there is no setting {name}; {hint}"
    for name, (is_usable, allowed) in _CHECKS.items():
        if name in settings and not _is_usable(is_usable, settings, name):
            return f"{name}={settings[name]}: give {allowed}"
    return None


def _is_usable(check: _Check, settings: BaseSettings, name: str) -> bool:
    try:
        return check(settings, name)
    except (TypeError, ValueError):
        return False


def _is_switch(settings: BaseSettings, name: str) -> bool:
    return settings.getbool(name) in (True, False)


def _is_count(least: int) -> _Check:
    return lambda settings, name: settings.getint(name) >= least


def _is_above_zero(settings: BaseSettings, name: str) -> bool:
    return 0 < settings.getfloat(name) < math.inf


def _is_span(settings: BaseSettings, name: str) -> bool:
    return 0 <= settings.getfloat(name) < math.inf


def _are_ages(settings: BaseSettings, name: str) -> bool:
    return all(0 < float(age) < math.inf for age in settings.getlist(name))


def _is_span_or_none(settings: BaseSettings, name: str) -> bool:
    return settings[name] is None or _is_span(settings, name)


def _are_codes(settings: BaseSettings, name: str) -> bool:
    return all(100 <= int(code) < 600 for code in settings.getlist(name))


def _is_level(settings: BaseSettings, name: str) -> bool:
    return isinstance(settings[name], int) or str(settings[name]).upper() in _LEVELS


def _are_opt_outs(settings: BaseSettings, name: str) -> bool:
    return set(settings.getlist(name)) <= set(OPT_OUTS)


def _is_packer(settings: BaseSettings, name: str) -> bool:
    return not settings[name] or settings[name] in PACKERS


_SWITCH = (_is_switch, "1 or 0")
_COUNT = (_is_count(0), "a whole number")
_AT_LEAST_ONE = (_is_count(1), "a whole number from 1")
_SPAN = (_is_span, "seconds")
_CHECKS: dict[str, tuple[_Check, str]] = {
    # Of Scrapy's own: 0 is no bound there, and would be no room here.
    "CONCURRENT_REQUESTS": _AT_LEAST_ONE,
    "CONCURRENT_REQUESTS_PER_DOMAIN": _AT_LEAST_ONE,
    # What of it people set; Scrapy finds such a fault in the middle of a crawl, or not at all.
    "AUTOTHROTTLE_ENABLED": _SWITCH,
    "AUTOTHROTTLE_MAX_DELAY": _SPAN,
    "AUTOTHROTTLE_START_DELAY": _SPAN,
    "AUTOTHROTTLE_TARGET_CONCURRENCY": (_is_above_zero, "a number above 0"),
    "CLOSESPIDER_ERRORCOUNT": _COUNT,
    "CLOSESPIDER_ITEMCOUNT": _COUNT,
    "CLOSESPIDER_PAGECOUNT": _COUNT,
    "CLOSESPIDER_TIMEOUT": _SPAN,
    "CLOSESPIDER_TIMEOUT_NO_ITEM": (_is_count(0), "whole seconds"),
    "COOKIES_ENABLED": _SWITCH,
    "DNS_TIMEOUT": (_is_above_zero, "seconds"),
    "DOWNLOAD_DELAY": _SPAN,
    "DOWNLOAD_MAXSIZE": (_is_count(0), "a whole number of bytes"),
    "DOWNLOAD_TIMEOUT": (_is_above_zero, "seconds"),
    "DOWNLOAD_WARNSIZE": (_is_count(0), "a whole number of bytes"),
    "HTTPCACHE_ENABLED": _SWITCH,
    "HTTPCACHE_EXPIRATION_SECS": (_is_count(0), "whole seconds"),
    "LOGSTATS_INTERVAL": (_is_span_or_none, "seconds"),
    "LOG_ENABLED": _SWITCH,
    "LOG_LEVEL": (_is_level, f"{', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}"),
    "MEMUSAGE_CHECK_INTERVAL_SECONDS": (_is_above_zero, "seconds"),
    "MEMUSAGE_ENABLED": _SWITCH,
    "MEMUSAGE_LIMIT_MB": (_is_count(0), "a whole number of megabytes"),
    "MEMUSAGE_WARNING_MB": (_is_count(0), "a whole number of megabytes"),
    "RANDOMIZE_DOWNLOAD_DELAY": _SWITCH,
    "REDIRECT_ENABLED": _SWITCH,
    "REDIRECT_MAX_TIMES": _COUNT,
    "RETRY_ENABLED": _SWITCH,
    "RETRY_HTTP_CODES": (_are_codes, "HTTP codes, as in 500,502, or nothing"),
    "RETRY_TIMES": _COUNT,
    "ROBOTSTXT_OBEY": _SWITCH,
    "KEEP_REMOVED": _SWITCH,
    "NEWSCRAWL_QUIET": _SWITCH,
    "NEWSCRAWL_LOG_JSON": _SWITCH,
    "NEWSCRAWL_RECHECK_HOURS": (_are_ages, "hours, as in 1,6,24, or nothing"),
    "NEWSCRAWL_REVISION_WORDS": _COUNT,
    "NEWSCRAWL_ATTEMPTS": _AT_LEAST_ONE,
    "NEWSCRAWL_MAX_CRAWL_DELAY": _SPAN,
    "NEWSCRAWL_OBEY_OPT_OUTS": (_are_opt_outs, f"some of {','.join(OPT_OUTS)}, or nothing"),
    "NEWSCRAWL_COMPRESS": (_is_packer, f"{', '.join(PACKERS)} or nothing"),
}
