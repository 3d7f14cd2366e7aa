"""A paper whose pages a test changes between two runs, and its crawls, as days go by."""

import sys
import time
from contextlib import closing
from pathlib import Path
from sqlite3 import Row, connect

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, page
from crawling import start_crawl

HOST = "paper.example"
HOUR, DAY = 3600.0, 86400.0
# When what is written down of each table was, or is to be.
_MOMENTS = {
    "listing": ("due_at", "polled_at", "news_at"),
    "page": ("due_at", "checked_at", "first_seen"),
    "pause": ("until",),
}


class Paper:
    """A site of behaviours by path, at several hosts if need be."""

    def __init__(self, folder):
        self.folder = folder
        self.pages = {}
        self.server = BadServer(self._answer)

    def __enter__(self):
        self.server.__enter__()
        return self

    def __exit__(self, *_):
        self.server.__exit__()

    def _answer(self, request):
        found = self.pages.get(request.host + request.path, self.pages.get(request.path))
        return found or page("not here", 404)

    def list(self, paths, name="/feed.xml"):
        """Put a feed of these paths up."""
        self.pages[name] = page(
            lambda: feed(self.server.url(HOST, ""), paths), content_type="application/rss+xml"
        )

    def start(self, *addresses, settings=None, options=(), spider="news"):
        """Start a crawl of this paper, or of addresses."""
        hosts = [HOST, *(address.split("/")[2].partition(":")[0] for address in addresses)]
        return start_crawl(
            self.folder,
            addresses or [self.server.url(HOST, "/feed.xml")],
            names={"*": ["127.0.0.1"]},
            allowed=hosts,
            settings=settings,
            options=options,
            spider=spider,
        )

    def crawl(self, *addresses, **options):
        """Return a crawl that has ended, and the paths that it asked for in its order."""
        before = len(self.server.requests)
        crawl = self.start(*addresses, **options).wait()
        return crawl, [request.path for request in self.server.requests[before:]]

    def database(self):
        database = connect(self.folder / "output/.frontier.sqlite3", isolation_level=None)
        database.row_factory = Row
        return closing(database)

    def pass_time(self, seconds):
        """Let time pass: all that is written down lies so much further back."""
        with self.database() as database:
            for table, names in _MOMENTS.items():
                changes = ", ".join(f"{name} = {name} - {seconds}" for name in names)
                database.execute(f"UPDATE {table} SET {changes}")
            database.execute(
                "UPDATE note SET value = json_set(value, '$.until', value ->> '$.until' - ?)"
                " WHERE scope = 'robots.txt'",
                [seconds],
            )

    def states(self):
        """Return state and reason of each page, by path."""
        with self.database() as database:
            rows = database.execute("SELECT url, state, reason FROM page")
            return {"/" + row["url"].split("/", 3)[3]: (row[1], row[2]) for row in rows}

    def due_in(self, path):
        """Return the seconds until a page is due."""
        with self.database() as database:
            found = database.execute("SELECT due_at FROM page WHERE url LIKE ?", [f"%{path}"])
            return found.fetchone()[0] - time.time()
