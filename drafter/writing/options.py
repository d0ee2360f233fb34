"""What a planner chooses about the exported file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is put on paper.

    `contents`: a table of contents before the text; `automatic_numbers`: the numbers of headings are lists of Word
    instead of text; `mark_open`: slots that are still open (【name】) are highlighted.
    """

    contents: bool = False
    automatic_numbers: bool = False
    mark_open: bool = True


STANDARD = Options()
