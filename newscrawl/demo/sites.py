"""The sites of the demo's world: who they are, when they publish, how many articles they have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle, islice
from zoneinfo import ZoneInfo

FIRST_MINUTE, LAST_MINUTE = 7 * 60, 22 * 60
"""Newsrooms publish between 07:00 and 22:00 of their zone."""
ID_STEP = 7
"""Ids of neighbouring articles lie that far apart, as the ids of one language of a site do."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A news site; its articles are numbered from 0 in the order of publication."""

    host: str
    name: str
    layout: str
    """Name of a module of :mod:`newscrawl.demo.layouts`."""
    language: str
    zone: str
    first_day: date
    first_id: int
    articles: int = 44
    per_day: int = 11
    special: bool = True
    """Whether the article numbers of :mod:`newscrawl.demo.looks` get their odd pages here."""

    @property
    def domain(self) -> str:
        """The registered domain."""
        return ".".join(self.host.split(".")[-2:])

    @property
    def origin(self) -> str:
        """Scheme and host."""
        return f"http://{self.host}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """All hosts that serve the site."""
        bare = self.host.removeprefix("www.")
        return (self.host,) if bare == self.host else (self.host, bare)

    def article_id(self, number: int) -> int:
        """Return an article's id; numbers below 0 are pages that are no articles."""
        return self.first_id + ID_STEP * number

    def number_of(self, article_id: int) -> int | None:
        """Return the number of an id, None if no page ever had it."""
        number, rest = divmod(article_id - self.first_id, ID_STEP)
        return None if rest else number

    def moment(self, number: int) -> datetime:
        """Return when an article appeared, to the second, in the site's zone."""
        day, place = divmod(max(number, 0), self.per_day)
        gap = (LAST_MINUTE - FIRST_MINUTE) // self.per_day
        minute = FIRST_MINUTE + place * (LAST_MINUTE - FIRST_MINUTE) // self.per_day
        minute += (37 * number + 72) % max(gap, 1)
        clock = time(minute // 60, minute % 60, 13 * number % 60, tzinfo=ZoneInfo(self.zone))
        return datetime.combine(self.first_day + timedelta(days=day), clock)

    def numbers_of(self, day: date) -> range:
        """Return the numbers that a day's articles have, if the site published that day."""
        first = (day - self.first_day).days * self.per_day
        return range(first, first + self.per_day)


KZ = "Asia/Almaty"
ZAKON2019 = Site(
    host="www.zakon2019.example", name="Zakon.kz", layout="zakon2019", language="ru",
    zone=KZ, first_day=date(2019, 5, 17), first_id=4970011,
)  # fmt: skip
KAZ2019 = replace(
    ZAKON2019, host="kaz.zakon2019.example", language="kk", first_id=4970013, special=False
)
ZAKON2022 = Site(
    host="www.zakon2022.example", name="Zakon.kz", layout="zakon2022", language="ru",
    zone=KZ, first_day=date(2022, 10, 10), first_id=6027012,
)  # fmt: skip
ZAKON2026 = Site(
    host="www.zakon2026.example", name="Zakon.kz", layout="zakon2026", language="ru",
    zone=KZ, first_day=date(2026, 3, 27), first_id=6518010,
)  # fmt: skip
KAZ2026 = replace(
    ZAKON2026, host="kaz.zakon2026.example", language="kk", first_id=6518012, special=False
)
# The clocks of Europe go forward on 2026-03-29, between these papers' days.
ENGLISH = Site(
    host="www.harbour-courier.example", name="The Harbour Courier", layout="courier",
    language="en", zone="Europe/London", first_day=date(2026, 3, 27), first_id=310400,
)  # fmt: skip
GERMAN = Site(
    host="www.nordwest-anzeiger.example", name="Nordwest-Anzeiger", layout="anzeiger",
    language="de", zone="Europe/Berlin", first_day=date(2026, 3, 27), first_id=204110,
)  # fmt: skip
CHINESE = Site(
    host="www.jiangcheng-ribao.example", name="江城日报", layout="ribao",
    language="zh", zone="Asia/Shanghai", first_day=date(2026, 3, 27), first_id=10732100,
)  # fmt: skip
SITES: tuple[Site, ...] = (
    ZAKON2019,
    KAZ2019,
    ZAKON2022,
    ZAKON2026,
    KAZ2026,
    ENGLISH,
    GERMAN,
    CHINESE,
)


def scaled_sites(
    count: int, articles: int, *, per_day: int = 200, last_day: date | None = None
) -> tuple[Site, ...]:
    """Return so many sites of so many plain articles each, in all layouts by turns.

    Their first articles appear when those of the small sites do, or their last ones on
    ``last_day``.
    """
    days = timedelta(days=(articles - 1) // per_day)
    kinds = islice(cycle(SITES), count)
    return tuple(
        replace(site, host=f"www.site{number:03}.example", articles=articles, per_day=per_day,
                first_id=1_000_000, special=False,
                first_day=last_day - days if last_day else site.first_day)
        for number, site in enumerate(kinds)
    )  # fmt: skip
