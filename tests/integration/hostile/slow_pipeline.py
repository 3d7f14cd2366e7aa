"""A pipeline of a user's own that takes its time, as a slow disk does."""

import asyncio


class SlowPipeline:
    async def process_item(self, item):
        await asyncio.sleep(0.3)
        return item
