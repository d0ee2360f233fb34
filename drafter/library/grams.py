"""What the index holds of a text: every pair of neighbouring characters, marks too, so that no fragment is lost."""

from __future__ import annotations

from operator import add

from drafter.text.normal import squeezed

TOKENIZER = "ascii tokenchars '!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"
"""FTS5's tokenizer that parts at spaces only: what is between them is one token, whatever it consists of."""


def folded(text: str) -> str:
    """The text as it is looked for: without white space, half-width, small letters."""
    return squeezed(text.encode(errors="replace").decode()).casefold().replace("'", "’")


def grams(text: str) -> list[str]:
    """Every pair of neighbours of the folded text, and its last character alone."""
    key = folded(text)
    return [*map(add, key, key[1:]), key[-1]] if key else []


def tokens(text: str) -> str:
    """The same, parted by spaces: what FTS5 is given."""
    return " ".join(grams(text))
