"""The bundled news world: eight sites, their pages, and the truth about every article."""

from newscrawl.demo.sites import SITES, Site, scaled_sites
from newscrawl.demo.truth import Truth
from newscrawl.demo.world import World

__all__ = ["SITES", "Site", "Truth", "World", "scaled_sites"]
