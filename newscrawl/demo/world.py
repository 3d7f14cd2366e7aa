"""The demo's world at one moment: every page of every site, and the truth about each article.

All of it is computed when asked for, from the article's number alone: a world of 100,000 articles
takes no more memory than one of ten, and two worlds made alike answer alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from newscrawl.demo.layouts import LAYOUTS, Layout
from newscrawl.demo.papers import Paper
from newscrawl.demo.printing import Reply, redirect
from newscrawl.demo.sites import SITES, Site
from newscrawl.demo.truth import Truth

PIXEL = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b"
)


@dataclass(frozen=True)
class World:
    """All sites in one edition.

    ``dataclasses.replace(world, edition=2)`` is the next moment: ``growth`` articles more a site,
    and of the special sites one article edited, one withdrawn, one in another template.
    """

    sites: tuple[Site, ...] = SITES
    edition: int = 1
    growth: int = 2
    crawl_delay: float = 0.01
    """Seconds that robots.txt asks for between two requests."""
    has_lastmod: bool = True
    """Whether the sitemaps date anything."""

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """Every site by each of its hosts."""
        layouts: dict[str, Layout] = {}
        for site in self.sites:
            paper = Paper(
                site, self.edition, self.growth, self.crawl_delay, has_lastmod=self.has_lastmod
            )
            layout = LAYOUTS[site.layout](paper)
            layouts |= dict.fromkeys(site.hosts, layout)
        return layouts

    def truths(self, host: str | None = None) -> Iterator[Truth]:
        """Yield the truth about every article that is out, of one site or of all."""
        for site in self.sites:
            if host in (None, site.host):
                layout = self.layouts[site.host]
                yield from map(layout.truth_of, layout.paper.numbers())

    def others(self) -> dict[str, str]:
        """Return the linked pages that are no articles, each with what it is."""
        return {
            url: kind
            for site in self.sites
            for url, kind in self.layouts[site.host].others().items()
        }

    def listings(self, host: str | None = None) -> list[str]:
        """Return the addresses to start from, of one site or of all."""
        sites = (site for site in self.sites if host in (None, site.host))
        return [site.origin + path for site in sites for path in self.layouts[site.host].listings]

    def answer(self, url: str) -> Reply:
        """Return what a GET of an absolute URL is answered with."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        layout = self.layouts.get(host) or self.layouts.get(host.replace("static.", "www.", 1))
        if layout is None:
            return Reply(b"unknown host", 502, "text/plain")
        if host.startswith("static.") and not parts.path.endswith(".json"):
            return Reply(PIXEL, content_type="image/gif")
        if layout.redirects_bare and host not in (layout.site.host, f"static.{layout.site.domain}"):
            return redirect(urlunsplit(parts._replace(netloc=layout.site.host)))
        return layout.answer(parts.path or "/", dict(parse_qsl(parts.query)))
