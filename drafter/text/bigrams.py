"""What the search index holds: every character and every pair of neighbours, so that no fragment is lost."""

from __future__ import annotations

from drafter.text.normal import squeezed


def bigrams(text: str) -> list[str]:
    """Every pair of neighbouring characters of the squeezed, lower-cased text, and its last character alone."""
    key = squeezed(text).lower()
    return [key[i : i + 2] for i in range(len(key))]
