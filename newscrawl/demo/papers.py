"""A site at one moment: which articles are out, and what their stories are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.demo import looks
from newscrawl.demo.looks import Look, look_of
from newscrawl.demo.sites import Site
from newscrawl.demo.stories import Heading, Story, compose, handwritten, heading, revise


@dataclass(frozen=True)
class Paper:
    """One site in one edition of the world."""

    site: Site
    edition: int = 1
    growth: int = 2
    crawl_delay: float = 0.01
    has_lastmod: bool = True

    @property
    def count(self) -> int:
        """Articles that are out."""
        return self.site.articles + self.growth * (self.edition - 1)

    def has(self, number: int | None) -> bool:
        """Return whether the article is out and not withdrawn."""
        return number is not None and 0 <= number < self.count and not self._withdrawn(number)

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of all articles, the newest first."""
        return (number for number in reversed(range(self.count)) if self.has(number))

    def seed(self, number: int) -> str:
        """Return what the story is drawn from."""
        copied = self.site.special and number == looks.COPY
        return f"{self.site.host}/{looks.COPIED if copied else number}"

    def story(self, number: int) -> Story:
        """Return what the newsroom wrote."""
        if written := self._handwritten(number):
            return handwritten(written)
        story = compose(self.site.language, self.seed(number))
        return (
            revise(story, self.site.language, self.seed(number)) if self.edited(number) else story
        )

    def heading(self, number: int) -> Heading:
        """Return title and section alone, which costs a tenth of the story."""
        if written := self._handwritten(number):
            story = handwritten(written)
            return Heading(story.title, story.section, story.section_slug)
        return heading(self.site.language, self.seed(number))

    def headline(self, number: int) -> str:
        """Return the title alone."""
        return self.heading(number).title

    def look(self, number: int) -> Look:
        """Return how the article is printed."""
        return look_of(self.site, number, self.edition)

    def moment(self, number: int) -> datetime:
        """Return when it appeared."""
        return self.site.moment(number)

    def changed(self, number: int) -> datetime | None:
        """Return when it was last changed, None if never."""
        if self.edited(number):
            return self.moment(number) + timedelta(hours=26, minutes=7)
        return self.moment(number) + timedelta(minutes=48) if number % 4 == 1 else None

    def edited(self, number: int) -> bool:
        """Return whether this edition tells more than the first."""
        return self.site.special and self.edition > 1 and number == looks.EDITED

    def _withdrawn(self, number: int) -> bool:
        return self.site.special and self.edition > 1 and number == looks.VANISHED

    def _handwritten(self, number: int) -> str | None:
        if not self.site.special:
            return None
        if number == looks.QUOTING and self.site.layout in ("zakon2019", "courier"):
            return f"quoting.{self.site.language}"
        return "twin" if number == looks.TWIN and self.site.layout == "zakon2019" else None
