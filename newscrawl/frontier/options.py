"""Settings of the frontier, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

from newscrawl.frontier.schedule import HOUR

DEFAULT_NAME = ".frontier.sqlite3"
_HOURS = (1.0, 6.0, 24.0, 72.0, 168.0)
_ATTEMPTS = 6
_REVISION_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How persistent the frontier is."""

    recheck_hours: tuple[float, ...] = _HOURS
    """Ages at which a saved article is looked at again; empty: never."""
    attempts: int = _ATTEMPTS
    """Failures in a row, over all runs, after which a page is given up."""
    revision_words: int = _REVISION_WORDS
    """Words in which a text must differ from its last record to make a revision."""

    @property
    def last_check(self) -> float:
        """Age in seconds at which an article is looked at for the last time; 0: it never is."""
        return max(self.recheck_hours, default=0.0) * HOUR

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Options:
        """Return the options that ``NEWSCRAWL_RECHECK_HOURS`` and its like give."""
        hours = settings.getlist("NEWSCRAWL_RECHECK_HOURS", list(_HOURS))
        return cls(
            recheck_hours=tuple(float(age) for age in hours),
            attempts=settings.getint("NEWSCRAWL_ATTEMPTS", _ATTEMPTS),
            revision_words=settings.getint("NEWSCRAWL_REVISION_WORDS", _REVISION_WORDS),
        )


def output_folder(settings: BaseSettings) -> Path:
    """Return the folder of the records: ``NEWSCRAWL_OUTPUT``, below the project's root."""
    folder = Path(settings.get("NEWSCRAWL_OUTPUT") or "output").expanduser()
    cfg = closest_scrapy_cfg()
    return (Path(cfg).parent if cfg else Path.cwd()) / folder


def frontier_path(settings: BaseSettings) -> Path | None:
    """Return the path of the state database, None when ``NEWSCRAWL_FRONTIER`` is empty.

    A relative one is below the folder of the records: the two belong together, and one setting
    moves both.
    """
    name = settings.get("NEWSCRAWL_FRONTIER", DEFAULT_NAME)
    return output_folder(settings) / Path(name).expanduser() if name else None
