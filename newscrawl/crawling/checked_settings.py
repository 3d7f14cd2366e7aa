"""What our settings may hold: checked before anything is fetched, as ``-a`` is."""

from __future__ import annotations

import math
from collections.abc import Callable

from scrapy.settings import BaseSettings

from newscrawl.frontier.reading import PACKERS

OPT_OUTS = ("noindex", "noarchive", "nosnippet", "noai", "noimageai", "tdm_reservation")
"""What ``NEWSCRAWL_OBEY_OPT_OUTS`` may name: the slugs of a record's ``opt_outs``."""

_Check = Callable[[BaseSettings, str], bool]


def find_wrong_setting(settings: BaseSettings) -> str | None:
    """Return the first setting that cannot be used, with the values it may have; None if all can.

    >>> find_wrong_setting(BaseSettings({"NEWSCRAWL_COMPRESS": "bzip2"}))
    'NEWSCRAWL_COMPRESS=bzip2: give gzip, zstd or nothing'
    """
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


def _is_span(settings: BaseSettings, name: str) -> bool:
    return 0 <= settings.getfloat(name) < math.inf


def _are_ages(settings: BaseSettings, name: str) -> bool:
    return all(0 < float(age) < math.inf for age in settings.getlist(name))


def _are_opt_outs(settings: BaseSettings, name: str) -> bool:
    return set(settings.getlist(name)) <= set(OPT_OUTS)


def _is_packer(settings: BaseSettings, name: str) -> bool:
    return not settings[name] or settings[name] in PACKERS


_SWITCH = (_is_switch, "1 or 0")
_AT_LEAST_ONE = (_is_count(1), "a whole number from 1")
_CHECKS: dict[str, tuple[_Check, str]] = {
    # Of Scrapy's own: 0 is no bound there, and would be no room here.
    "CONCURRENT_REQUESTS": _AT_LEAST_ONE,
    "CONCURRENT_REQUESTS_PER_DOMAIN": _AT_LEAST_ONE,
    "KEEP_REMOVED": _SWITCH,
    "NEWSCRAWL_QUIET": _SWITCH,
    "NEWSCRAWL_LOG_JSON": _SWITCH,
    "NEWSCRAWL_RECHECK_HOURS": (_are_ages, "hours, as in 1,6,24, or nothing"),
    "NEWSCRAWL_REVISION_WORDS": (_is_count(0), "a whole number"),
    "NEWSCRAWL_ATTEMPTS": _AT_LEAST_ONE,
    "NEWSCRAWL_MAX_CRAWL_DELAY": (_is_span, "seconds"),
    "NEWSCRAWL_OBEY_OPT_OUTS": (_are_opt_outs, f"some of {','.join(OPT_OUTS)}, or nothing"),
    "NEWSCRAWL_COMPRESS": (_is_packer, f"{', '.join(PACKERS)} or nothing"),
}
