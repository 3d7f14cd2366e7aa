"""A stats collector that leaves its numbers in the file that STATS_FILE names."""

import json
import os
from pathlib import Path

from scrapy.statscollectors import MemoryStatsCollector


class WrittenStats(MemoryStatsCollector):
    def close_spider(self, *arguments, **named):
        super().close_spider(*arguments, **named)
        Path(os.environ["STATS_FILE"]).write_text(json.dumps(self.get_stats(), default=str))
