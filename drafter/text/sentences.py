"""Sentences with their positions."""

from __future__ import annotations

from collections.abc import Iterator

_ENDS = "。！？；"
_CLOSERS = "”’）》」』】"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every sentence; a sentence ends after 。！？； and the closing marks that follow it."""
    start = position = 0
    while position < len(text):
        if text[position] in _ENDS:
            end = position + 1
            while end < len(text) and text[end] in _CLOSERS:
                end += 1
            yield start, end
            start = position = end
        else:
            position += 1
    if text[start:].strip():
        yield start, len(text)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """(start, end) of the sentence that holds a position."""
    for start, end in sentences(text):
        if start <= position < end:
            return start, end
    return 0, len(text)
