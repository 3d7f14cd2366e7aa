"""The frontier: every URL ever seen with its state, and how much of each output file is committed.

One SQLite database a project, reached through :class:`Frontier`. All calls are synchronous and
take microseconds, an offer of hundreds of candidates some milliseconds; times are Unix times and
passed in. ``scope`` is the name under which a spider crawls, ``key`` the identity of an article
(:func:`newscrawl.discovery.urls.article_key`), which is the ``id`` of its record. Keys are global:
an article that two spiders find is saved once, and belongs to the spider that offered it last.

A run::

    frontier = Frontier.from_settings(settings)
    frontier.start_run(scope, run_id=..., now=now, sites=["zakon.kz"])   # or AlreadyRunningError

    for listing in frontier.listings.due(scope, now): ...         # conditional requests
    with frontier.transaction():                                  # all of a listing, or nothing
        offered = frontier.offer(scope, [(key, candidate), ...], now)
        frontier.listings.add(scope, next_page, now, method="section", found_on=url, once=True)
        frontier.listings.read(scope, url, now, offered=offered, etag=...)

    for due in frontier.take(scope, 50, now, per_site=20): ...    # leased, newest first
    frontier.finish(due.key, "gone", now)                         # or "dropped", "unchanged"
    frontier.fail(due.key, "http_503", now, retry_after=120)      # again in a later run
    key = frontier.move(due.key, article.id, article.url, now, sketch=...)   # of another address

    frontier.end_run(reason="finished", now=now)                  # after the pipelines have closed
    frontier.close()

The life of a page: offered → ``due`` → taken: ``leased`` → saved by the ``Store`` pipeline:
``done`` (and ``due`` again while it is young), or finished: ``dropped``, ``gone``, or failed:
``waiting``, at last ``failed``, or ``moved`` to another key, as is the new address of a saved
article. Pages that a killed run had leased are
due again when the next run starts.

A candidate is written down before it is scheduled, and a record is "done" in the same transaction
that commits the length of its file. So a kill at any instant loses no article and writes none
twice.
"""

from newscrawl.frontier.errors import (
    AlreadyRunningError,
    DatabaseDamagedError,
    DiskFullError,
    FrontierError,
    OutputDamagedError,
    StorageError,
)
from newscrawl.frontier.frontier import Frontier
from newscrawl.frontier.listings import Listing, Listings
from newscrawl.frontier.options import Options
from newscrawl.frontier.pages import Due, Offered, Outcome, Saved, State
from newscrawl.frontier.texts import Text

__all__ = [
    "AlreadyRunningError",
    "DatabaseDamagedError",
    "DiskFullError",
    "Due",
    "Frontier",
    "FrontierError",
    "Listing",
    "Listings",
    "Offered",
    "Options",
    "Outcome",
    "OutputDamagedError",
    "Saved",
    "State",
    "StorageError",
    "Text",
]
