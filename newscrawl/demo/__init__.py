"""The bundled news world: eight sites, their pages, and the truth about every article.

``scrapy crawl demo`` serves it to itself. ``python -m newscrawl.demo --port 8000`` serves it to
anybody who takes ``http://127.0.0.1:8000`` as HTTP proxy, :func:`newscrawl.demo.process.serving`
to tests. Nothing is stored: pages and truths are computed from the number of the article.
"""

from newscrawl.demo.sites import SITES, Site, scaled_sites
from newscrawl.demo.truth import Truth
from newscrawl.demo.world import World

__all__ = ["SITES", "Site", "Truth", "World", "scaled_sites"]
