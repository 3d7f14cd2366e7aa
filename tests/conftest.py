"""What holds for all tests."""

import gc


def pytest_collection_finish() -> None:
    """Spare the collector ten thousand tests: each look for cycles would walk through them."""
    gc.freeze()
