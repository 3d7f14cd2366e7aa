"""How much memory this process took."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB$", re.MULTILINE)


def peak_memory_mb() -> float:
    """Return the largest resident size of this process in megabytes; 0 where it is not told."""
    status = Path("/proc/self/status")
    if status.exists() and (peak := _PEAK.search(status.read_text(encoding="ascii"))):
        return int(peak[1]) / 1024
    return _peak_of_usage()


def _peak_of_usage() -> float:
    """The peak by ``getrusage``; on Linux it would count the process that started this one too."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kilobytes on Linux, bytes on macOS.
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
