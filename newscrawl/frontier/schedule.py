"""When to come back: to a page that failed, an article that may change, a listing that may grow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

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
# From so many new entries on, we come too seldom: a front page shows about twenty.
_BUSY_POLL = 3

# First pause after a failure; each further one is four times as long: 5 min, 20 min, 80 min, 5 h.
_FIRST_PAUSE = 5 * MINUTE
_PAUSE_GROWS = 4.0
_LONGEST_PAUSE = 2 * DAY

# A re-check that would come sooner than this after the last look waits for the next step.
_SOONEST_CHECK = 10 * MINUTE


def retry_pause(attempts: int, retry_after: float | None = None) -> float:
    """Return the seconds to wait after so many failures in a row.

    A site that says how long (Retry-After) is believed, twice as long each further time.
    """
    if retry_after is not None:
        pause = max(retry_after, 1.0) * 2.0 ** (attempts - 1)
    else:
        pause = min(_FIRST_PAUSE * _PAUSE_GROWS ** (attempts - 1), _LONGEST_PAUSE)
    return min(pause, 7 * DAY)


def next_check(published: float, now: float, hours: Sequence[float]) -> float | None:
    """Return when to look at a saved article again, None when it is old enough to rest.

    ``hours`` are ages: with 1, 6, 24 an article that is two hours old is next looked at when it is
    six hours old.
    """
    born = min(published, now)
    moments = (born + age * HOUR for age in sorted(hours))
    return next((moment for moment in moments if moment >= now + _SOONEST_CHECK), None)


def next_interval(
    interval: float, new_entries: int, *, changed: float | None = None, now: float = 0.0
) -> float:
    """Return the seconds between polls of a listing, from what the last one brought.

    One that an index dates (``changed``) and that has rested for a day is asked when the index
    tells of a change, and otherwise once a week: the months of an archive.
    """
    if changed is not None and changed < now - DAY:
        return _DATED_POLL
    if new_entries >= _BUSY_POLL:
        interval /= 2
    elif new_entries == 0:
        interval *= 1.5
    return min(max(interval, SHORTEST_POLL), LONGEST_POLL)


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
