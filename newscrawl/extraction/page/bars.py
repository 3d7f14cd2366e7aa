"""Signs that part the pieces of a printed line: "By Jane Doe ► Politics ⋅ 3 March"."""

from __future__ import annotations

import re

_SIGNS = "¦│┃︱❘❚∣ǀ╱•·ꞏ‧∙⋅●○◦▪■□◆◇►▶▸‣›»❯>~⁃―→★*・／"
_BAR = re.compile(rf"(?:(?<=\s)|^)(?:[{_SIGNS}]|//|\|\||::)(?=\s|$)")


def unify_bars(text: str) -> str:
    """Return a line with a bar for every sign that stands alone between two of its pieces.

    >>> unify_bars("By Jane Doe ► Politics ⋅ 3 March")
    'By Jane Doe | Politics | 3 March'
    """
    return _BAR.sub("|", text)
