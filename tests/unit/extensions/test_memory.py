"""The peak that is told is the process's own."""

import subprocess
import sys

TOLD = "from newscrawl.extensions.memory import peak_memory_mb; print(peak_memory_mb())"
BALLAST_MB = 300


def run(code: str) -> float:
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(told.stdout)


def test_peak_counts_what_is_freed_again() -> None:
    assert run(f"ballast = bytearray({BALLAST_MB} << 20); del ballast; {TOLD}") > BALLAST_MB


def test_peak_of_the_process_that_started_this_one_does_not_count() -> None:
    ballast = b"x" * (BALLAST_MB << 20)
    assert 0 < run(TOLD) < BALLAST_MB
    del ballast
