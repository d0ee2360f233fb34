"""The text round what was found, and where in it what was found stands."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.library.entry import Marks

AROUND = 30
"""Characters of a snippet before the first place that was found."""
LENGTH = 100
"""Characters of a snippet."""
_WIDE = {"（": "(（", "）": "）)", "’": "'’"}


@lru_cache(maxsize=512)
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds folded words in a text as it is printed: with spaces inside, full-width, in capitals."""
    return re.compile("|".join(_spaced(form[:60]) for form in sorted(forms, key=len, reverse=True)), re.IGNORECASE)


def _spaced(form: str) -> str:
    return r"[\s\u200b\ufeff]*".join(_one(character) for character in form)


def _one(character: str) -> str:
    same = _WIDE.get(character, character)
    if "!" <= character <= "~":
        same += chr(ord(character) + 0xFEE0)
    return f"[{re.escape(same)}]" if len(same) > 1 else re.escape(same)


def marks_of(text: str, forms: tuple[str, ...]) -> Marks:
    """The places of folded words in a text."""
    return tuple((found.start(), found.end()) for found in pattern(forms).finditer(text)) if forms else ()


def snippet(title: str, body: str, forms: tuple[str, ...]) -> tuple[str, Marks]:
    """The text round the first place of the words, on one line, and all their places in it."""
    first = pattern(forms).search(body) if forms else None
    start = max(0, first.start() - AROUND) if first else 0
    end = min(len(body), start + LENGTH)
    inner = body[start:end].replace("\n", " ") or title
    text = ("…" if start else "") + inner + ("…" if end < len(body) else "")
    return text, marks_of(text, forms)
