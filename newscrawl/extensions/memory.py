"""How much memory this process took."""

from __future__ import annotations

import sys


def peak_memory_mb() -> float:
    """Return the largest resident size of this process in megabytes; 0 where it is not told."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kilobytes on Linux, bytes on macOS.
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
