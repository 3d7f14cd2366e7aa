"""What becomes of a page that could not be fetched: what may pass is met again, a few times."""

from __future__ import annotations

from newscrawl.crawling.answers import Answer
from newscrawl.frontier import Due, Frontier
from newscrawl.frontier.schedule import DAY, latest_moment

# Refusals that a site's bad day brings: a consent or log-in page on another host, a redirect in
# circles for want of a cookie, rules that forbid everything while it is repaired.
_MAY_PASS = frozenset(("offsite", "redirects", "robots_txt", "wants_cookie"))
# Seconds between two looks at rules that forbid a page, at first: that costs the site no request,
# and rules are kept for a day.
_RULES_LAST = DAY
# Age in seconds up to which a page that is not there may come yet: feeds are ahead of the caches
# that serve the pages, and sites are repaired within hours.
_YOUNG = 3 * DAY
# Listings of what is new.
_OF_NEWS = frozenset(("feed", "api", "section"))


def settle(frontier: Frontier, due: Due, answer: Answer, now: float) -> None:
    """Put a leased page off, or close it, by why it could not be fetched."""
    if answer.is_gone and not _may_come(due, answer, now):
        frontier.finish(due.key, "gone", now, reason=answer.slug)
    elif answer.is_gone:
        frontier.fail(due.key, answer.slug, now, at_last="gone")
    elif answer.is_put_off:
        frontier.put_back(due.key, None, now)
    elif answer.slug in _MAY_PASS:
        pause = _RULES_LAST if answer.slug == "robots_txt" else None
        frontier.fail(due.key, answer.slug, now, retry_after=pause, at_last="dropped")
    elif answer.is_refused:
        frontier.finish(due.key, "dropped", now, reason=answer.slug)
    else:
        frontier.fail(due.key, answer.slug, now, retry_after=answer.retry_after)


def _may_come(due: Due, answer: Answer, now: float) -> bool:
    """Whether a page that is not there was never there: 410 says that it was."""
    told = due.candidate.date_published or due.candidate.date_modified
    is_new = not due.revision and answer.slug == "http_404"
    return is_new and is_news(told, due.candidate.method, now)


def is_news(told: str | None, method: str | None, now: float) -> bool:
    """Return whether a page is young by the date that a listing told.

    An undated one is if it stood in a list of what is new; old sitemaps are full of dead ones.
    """
    moment = latest_moment(told)
    return method in _OF_NEWS if moment is None else now - moment < _YOUNG
