"""What ``-a`` gives every spider: checked before anything is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from newscrawl.extraction.dates.zones import zone_named

_AGE = re.compile(r"(\d{1,5})([mhdw])")
_SPACE = re.compile(r"\s")
_AGE_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class ArgumentError(ValueError):
    """A spider argument that cannot be used; the message names the argument and the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The checked arguments of a run."""

    since: datetime | None = None
    """Articles published before it are left out. Aware."""
    until: datetime | None = None
    """Articles published after it are left out. Aware."""
    limit: int | None = None
    """The run ends when so many records are saved."""
    urls: tuple[str, ...] = ()
    """Where to begin, for spiders that take any site."""
    timezone: str | None = None
    """The zone of dates printed without one, for such spiders."""


def parse_arguments(given: Mapping[str, str], *, now: datetime) -> Arguments:
    """Return the arguments, ``now`` being the moment that ages such as "2d" count from.

    Raises ArgumentError for an unknown name, a value that cannot be read, or a window that holds
    no moment.
    """
    _refuse_unknown(given)
    arguments = Arguments(
        since=_moment("since", given["since"], now) if "since" in given else None,
        until=_moment("until", given["until"], now) if "until" in given else None,
        limit=_count("limit", given["limit"]) if "limit" in given else None,
        urls=tuple(_addresses(given)),
        timezone=_zone(given["timezone"]) if "timezone" in given else None,
    )
    # It may be tomorrow already where the site is.
    if arguments.since and arguments.since > now + timedelta(hours=14):
        raise ArgumentError(f"since={given['since']} is in the future: no article can match")
    if arguments.since and arguments.until and arguments.since >= arguments.until:
        raise ArgumentError(
            f"since={given['since']} is not before until={given['until']}: no article can match"
        )
    return arguments


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = ("since", "until", "limit", "url", "urls", "timezone")
    unknown = [name for name in given if name not in known]
    if unknown:
        raise ArgumentError(f"unknown argument {unknown[0]!r}; known are: {', '.join(known)}")


def _moment(name: str, value: str, now: datetime) -> datetime:
    if age := _AGE.fullmatch(value.strip()):
        return now - timedelta(**{_AGE_UNITS[age[2]]: int(age[1])})
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ArgumentError(
            f"{name}={value} is no moment: give an age (30m, 12h, 2d, 1w) or a date "
            f"({date(2026, 11, 1)}, 2026-11-01T08:00+05:00)"
        ) from None
    if name == "until" and len(value.strip()) == len("2026-11-01"):  # that day, too
        moment += timedelta(days=1) - timedelta(microseconds=1)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _count(name: str, value: str) -> int:
    if not value.strip().isdecimal() or int(value) < 1:
        raise ArgumentError(f"{name}={value} is no count: give a whole number from 1")
    return int(value)


def _zone(value: str) -> str:
    if zone_named(value) is None:
        raise ArgumentError(f"timezone={value!r} is no zone: give one as Asia/Almaty")
    return value


def _addresses(given: Mapping[str, str]) -> Iterable[str]:
    for value in filter(None, (given.get("url"), given.get("urls"))):
        listed = _lines(value[1:]) if value.startswith("@") else value.split(",")
        addresses = list(filter(None, map(str.strip, listed)))
        if not addresses:
            raise ArgumentError(f"{value} names no site: give addresses, one a line")
        yield from map(_checked_address, addresses)


def _lines(path: str) -> Iterable[str]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArgumentError(f"urls=@{path} cannot be read: {error}") from None
    return (line for line in text.splitlines() if not line.lstrip().startswith("#"))


def _checked_address(address: str) -> str:
    absolute = address if "://" in address else f"https://{address}"
    if not is_web_address(absolute):
        raise ArgumentError(f"{address!r} is no web address: give one such as https://any.example")
    parts = urlsplit(absolute)
    if ":" in (parts.hostname or ""):
        raise ArgumentError(f"{address!r} is an IPv6 address: give the host's name")
    if parts.username or parts.password:
        raise ArgumentError(
            f"give the address of {parts.hostname} without a user: it stands in reports and records"
        )
    return absolute if parts.path else urlunsplit(parts._replace(path="/"))


def is_web_address(url: str) -> bool:
    """Return whether an absolute address can be asked for: scheme, host and port are sound.

    >>> is_web_address("http://any.example:8080/"), is_web_address("http://any.example:808O/")
    (True, False)
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        host.encode("idna")  # no empty label and none too long
        is_port = parts.port != 0
    except ValueError:
        return False
    is_host = host == "localhost" or "." in host or ":" in host
    return parts.scheme in ("http", "https") and is_host and is_port and not _SPACE.search(host)
