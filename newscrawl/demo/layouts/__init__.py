"""The layouts: how each kind of site addresses, prints and lists its articles."""

from newscrawl.demo.layouts.base import Layout
from newscrawl.demo.layouts.modern_papers import AnzeigerLayout, CourierLayout, RibaoLayout
from newscrawl.demo.layouts.zakon2019 import Zakon2019Layout
from newscrawl.demo.layouts.zakon2022 import Zakon2022Layout
from newscrawl.demo.layouts.zakon2026 import Zakon2026Layout

LAYOUTS: dict[str, type[Layout]] = {
    "zakon2019": Zakon2019Layout,
    "zakon2022": Zakon2022Layout,
    "zakon2026": Zakon2026Layout,
    "courier": CourierLayout,
    "anzeiger": AnzeigerLayout,
    "ribao": RibaoLayout,
}

__all__ = ["LAYOUTS", "Layout"]
