"""Where the first sentence of a line ends."""

from __future__ import annotations

import re

_STOP = re.compile(r"[。！？]|(?<=[\u4e00-\u9fff”）)])\.(?=[\u4e00-\u9fff“（(]|\d{4}年|$)")
"""The end of a sentence; a half-width dot ends one between Chinese characters."""
_OPEN, _CLOSE = "（(“《「『【", "）)”》」』】"
_SIGN = re.compile(f"[{_OPEN}{_CLOSE}。！？.]")


def first_stop(text: str) -> int:
    """Where the first sentence ends, brackets and quotation marks passed over; -1 where it does not."""
    depth = 0
    for found in _SIGN.finditer(text):
        if found[0] in _OPEN:
            depth += 1
        elif found[0] in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth and _STOP.match(text, found.start()):
            return found.start()
    return -1
