"""Small charts as SVG text: no script, no font, no file of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 10, 12, 30
COLOURS = ("#2a6fdb", "#d1495b", "#2f9e6e", "#b7791f", "#7a4fbf", "#4a5568")
"""Told apart on white and on black, and by people who do not see red or green."""


def line_chart(
    series: Mapping[str, Sequence[float | None]],
    labels: Sequence[str],
    *,
    top: float | None = None,
    mark: Callable[[float], str] | None = None,
) -> str:
    """Return lines over time, one a series; None leaves a gap, a lone point is a dot.

    ``labels`` name the points from left to right, ``top`` is the end of the scale (else the
    largest value), ``mark`` writes a value beside the scale, in eight characters at most.
    """
    values = [value for points in series.values() for value in points if value is not None]
    top = top or max(values, default=0.0) or 1.0
    lines = [
        _line(points, top, COLOURS[place % len(COLOURS)])
        for place, points in enumerate(series.values())
    ]
    return _frame("".join(lines), labels, top, mark or _number) + _legend(list(series))


def bar_chart(series: Mapping[str, Sequence[float]], labels: Sequence[str]) -> str:
    """Return stacked bars over time, one colour a series."""
    sums = [sum(column) for column in zip(*series.values(), strict=True)]
    top = max(sums, default=0.0) or 1.0
    step = (WIDTH - _LEFT - _RIGHT) / max(len(labels), 1)
    bars, bases = [], [0.0] * len(labels)
    for place, points in enumerate(series.values()):
        for number, value in enumerate(points):
            if value:
                low, high = _y(bases[number], top), _y(bases[number] + value, top)
                bars.append(
                    f'<rect x="{_LEFT + step * (number + 0.1):.1f}" y="{high:.1f}" '
                    f'width="{step * 0.8:.1f}" height="{low - high:.1f}" '
                    f'fill="{COLOURS[place % len(COLOURS)]}"><title>{escape(labels[number])}: '
                    f"{value:g}</title></rect>"
                )
                bases[number] += value
    return _frame("".join(bars), labels, top, _number) + _legend(list(series))


def share_bars(counts: Mapping[str, int]) -> str:
    """Return horizontal bars, the longest first, each with its name and number."""
    largest = max(counts.values(), default=0) or 1
    rows = [
        f'<div class="share"><span>{escape(name)}</span><span class="bar" '
        f'style="width:{60 * times / largest:.1f}%"></span><span>{times}</span></div>'
        for name, times in sorted(counts.items(), key=lambda entry: -entry[1])
    ]
    return "".join(rows)


def _line(points: Sequence[float | None], top: float, colour: str) -> str:
    step = (WIDTH - _LEFT - _RIGHT) / max(len(points) - 1, 1)
    drawn, path = [], ""
    for number, value in enumerate([*points, None]):
        if value is not None:
            x, y = _LEFT + step * number, _y(value, top)
            path += f"{'L' if path else 'M'}{x:.1f} {y:.1f}"
            drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>')
        elif path:
            drawn.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
            path = ""
    return "".join(drawn)


def _frame(inside: str, labels: Sequence[str], top: float, mark: Callable[[float], str]) -> str:
    grid = "".join(
        f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{_y(share * top, top):.1f}" '
        f'y2="{_y(share * top, top):.1f}" class="grid"/>'
        f'<text x="{_LEFT - 6}" y="{_y(share * top, top) + 4:.1f}" text-anchor="end">'
        f"{escape(mark(share * top))}</text>"
        for share in (0, 0.5, 1)
    )
    ends = ""
    if labels:
        ends = f'<text x="{_LEFT}" y="{HEIGHT - 6}">{escape(labels[0])}</text>'
    if len(set(labels)) > 1:
        ends += (
            f'<text x="{WIDTH - _RIGHT}" y="{HEIGHT - 6}" text-anchor="end">'
            f"{escape(labels[-1])}</text>"
        )
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img">{grid}{inside}{ends}</svg>'


def _legend(names: Sequence[str]) -> str:
    keys = "".join(
        f'<span><i style="background:{COLOURS[place % len(COLOURS)]}"></i>{escape(name)}</span>'
        for place, name in enumerate(names)
    )
    return f'<p class="legend">{keys}</p>' if len(names) > 1 else ""


def _y(value: float, top: float) -> float:
    return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * min(value / top, 1.0)


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
