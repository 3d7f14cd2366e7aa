"""One crawl of many articles over many sites: speed, memory, and the turns of the sites.

    python tests/benchmarks/bench_scale.py [--sites 50] [--articles 2000] [--every 60]

Prints, every so many seconds, the articles saved so far, those of the last interval a second, the
resident memory of the crawl, and the sites with the fewest and the most articles. All sites have
the same number, so a fair frontier keeps the two close together. Ends with a second crawl, which
finds nothing new. Linux only: it reads /proc.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from crawls import (
    SCALED,
    command,
    count_lines,
    count_saved,
    crawl,
    disagreements,
    environment,
    read_size,
    world_of,
)

from newscrawl.demo.process import serving


def resident(pid: int) -> float:
    """Return the resident megabytes of a process, 0 when it has ended."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = [line for line in lines if line.startswith("VmRSS")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def watch(process: subprocess.Popen[bytes], output: Path, every: float) -> Iterator[str]:
    begun, before = time.monotonic(), 0
    while True:
        try:
            process.wait(every)
        except subprocess.TimeoutExpired:
            saved = count_saved(output)
            rate, before = (saved.total() - before) / every, saved.total()
            extremes = f"{min(saved.values(), default=0):,} to {max(saved.values(), default=0):,}"
            yield (
                f"{time.monotonic() - begun:7.0f} s {before:8,} saved {rate:6.1f} a second"
                f" {resident(process.pid):6.0f} MB, {extremes} a site"
            )
        else:
            return


def main() -> None:
    options = read_size(__doc__, 50, 2000, every=(60.0, "seconds between two lines"))
    scale, world = world_of(options.sites, options.articles)
    with tempfile.TemporaryDirectory() as folder, serving(*scale) as server:
        output, begun = Path(folder), time.monotonic()
        with subprocess.Popen(
            command(server, SCALED, output, *world), stderr=subprocess.DEVNULL, env=environment(),
            stdout=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            for line in watch(process, output, options.every):
                print(line, flush=True)
        took, saved = time.monotonic() - begun, count_lines(output)
        print(f"first run: exit code {process.returncode}, {took:.0f} s, {saved:,} records of"
              f" {options.sites * options.articles:,} articles,"
              f" {len(server.requests()):,} requests,"
              f" {1000 * took / max(1, saved):.1f} ms a record")  # fmt: skip
        print("verify:", disagreements(output) or "files and frontier agree", flush=True)
        print(f"second run: {crawl(server, SCALED, output, *world)}")


if __name__ == "__main__":
    main()
