"""When to come back: to a page that failed, an article that may change, a listing that may grow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from zlib import crc32

from newscrawl.discovery.window import period_of

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

# A listing that was never polled; then between these two. Below five minutes we would be a burden,
# above a day a quiet blog's article would wait for two.
FIRST_POLL = 15 * MINUTE
SHORTEST_POLL = 5 * MINUTE
LONGEST_POLL = DAY
# One whose index tells when it changes; once in a while in spite of that, for indexes forget.
_DATED_POLL = 7 * DAY
# One whose news another one of its site tells first; that one may fail, or leave something out.
LATE_POLL = 6 * HOUR
# Polls between two new entries, as far as one can tell: we come after a quarter of that time.
_POLLS_AN_ENTRY = 4
# A listing that was silent for a day is asked every hour and a half: its next article waits for a
# sixteenth of the time that it let us wait.
_SILENCE = 16
_QUIET_GROWS = 1.5
_LATE_GROWS = 2.0

# First pause after a failure; each further one is four times as long: 5 min, 20 min, 80 min, 5 h.
_FIRST_PAUSE = 5 * MINUTE
_PAUSE_GROWS = 4.0
_LONGEST_OWN_PAUSE = 2 * DAY
# Nothing that is to be done again waits for longer than this, but for articles to be looked at.
LONGEST_PAUSE = 7 * DAY

# A re-check that would come sooner than this after the last look waits for the next step.
_SOONEST_CHECK = 10 * MINUTE


def retry_pause(attempts: int, retry_after: float | None = None) -> float:
    """Return the seconds to wait after so many failures in a row.

    A site that says how long (Retry-After) is believed, twice as long each further time.
    """
    if retry_after is not None:
        pause = max(retry_after, 1.0) * 2.0 ** (attempts - 1)
    else:
        pause = min(_FIRST_PAUSE * _PAUSE_GROWS ** (attempts - 1), _LONGEST_OWN_PAUSE)
    return min(pause, LONGEST_PAUSE)


def next_check(published: float, now: float, hours: Sequence[float]) -> float | None:
    """Return when to look at a saved article again, None when it is old enough to rest.

    ``hours`` are ages: with 1, 6, 24 an article that is two hours old is next looked at when it is
    six hours old.
    """
    born = min(published, now)
    moments = (born + age * HOUR for age in sorted(hours))
    return next((moment for moment in moments if moment >= now + _SOONEST_CHECK), None)


class Poll(NamedTuple):
    """What the poll of a listing brought; times are seconds."""

    new: int = 0
    """Entries that nobody had seen."""
    late: int = 0
    """Entries that another listing told since the last poll of this one."""
    elapsed: float | None = None
    """Since that poll; None for the first one, which brings what was there before."""
    silence: float | None = None
    """Since a poll last brought a new entry; None if none but the first one ever did."""
    rest: float | None = None
    """Since its last change by the index that names it; None if no index dates it."""


def next_interval(interval: float, poll: Poll) -> float:
    """Return the seconds until the next poll of a listing, from those before and what it brought.

    Of all that tell the same news the quickest is asked as often as it has some, the others rest.
    The months of an archive are asked when their index tells of a change, else once a week.
    """
    if poll.rest is not None and poll.rest > DAY:
        return _DATED_POLL
    if poll.elapsed is None:
        return interval
    if poll.new:
        interval = poll.elapsed / (_POLLS_AN_ENTRY * poll.new)
    elif poll.late:
        interval = min(_LATE_GROWS * max(interval, poll.elapsed), max(interval, LATE_POLL))
    elif poll.silence is None:
        interval = _QUIET_GROWS * max(interval, poll.elapsed)
    else:
        interval = max(interval, poll.silence / _SILENCE)
    return min(max(interval, SHORTEST_POLL), LONGEST_POLL)


def is_asked_whole(url: str, interval: float, polled_at: float | None, now: float) -> bool:
    """Return whether a listing is to be asked without its validators, as once a day.

    Some caches answer 304 for ever: what is new is then told by the body alone. Each listing has an
    hour of its own; months of an archive, which an index dates and which rest for long, have none.
    """
    if polled_at is None or interval > LONGEST_POLL:
        return False
    hour = crc32(url.encode("utf-8", "replace")) % DAY
    return (polled_at - hour) // DAY != (now - hour) // DAY


def latest_moment(text: str | None) -> float | None:
    """Return the Unix time of the last moment that a date can mean, None if it is none.

    That is the date itself if it has an offset; a day ends when it does at the last place on Earth.
    """
    period = period_of(text) if text else None
    return period[1].timestamp() if period else None


def parse_moment(text: str | None) -> float | None:
    """Return the Unix time of an ISO 8601 moment or day, None for anything else.

    Good for ordering and windows only: without an offset it is taken as UTC.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
