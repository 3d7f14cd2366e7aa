"""How we name ourselves to the sites."""

from __future__ import annotations

from scrapy.settings import BaseSettings

from newscrawl import __version__


def name_contact(settings: BaseSettings) -> None:
    """Put ``NEWSCRAWL_CONTACT``, if there is one, into a spider's user agent."""
    if contact := settings.get("NEWSCRAWL_CONTACT"):
        settings.set("USER_AGENT", f"newscrawl/{__version__} (+{contact})", "spider")
