"""A query as FTS5 is asked it: every word a phrase of character pairs."""

from __future__ import annotations

from drafter.library.grams import grams
from drafter.library.query import Query, Scope, Word

LONGEST = 24
"""Characters of the longest word asked for as a whole; of a longer one pieces are, and the text is compared."""
PIECE = 12


def match(query: Query) -> str:
    """The FTS5 query: all that is wanted, without what is unwanted."""
    wanted = " AND ".join(_word(word) for word in query.wanted)
    unwanted = "".join(f" NOT {_word(word)}" for word in query.words if word.unwanted)
    return f"({wanted}){unwanted}" if unwanted else wanted


def in_headings(query: Query) -> str:
    """The query of the table of headings: all that is wanted in one of them."""
    return " AND ".join("(" + " OR ".join(phrase(form) for form in word.forms) + ")" for word in query.wanted)


def _word(word: Word) -> str:
    columns = f"{{{word.scope or 'title body'}}} : "
    return "(" + " OR ".join(columns + phrase(form) for form in word.forms) + ")"


def phrase(form: str) -> str:
    """What finds a folded word; one character is the beginning of a pair."""
    if len(form) == 1:
        return f"{_quoted(form)} *"
    if len(form) <= LONGEST:
        return _quoted(" ".join(grams(form)[:-1]))
    starts = sorted({0, len(form) // 3, 2 * len(form) // 3, len(form) - PIECE})
    return "(" + " AND ".join(phrase(form[start : start + PIECE]) for start in starts) + ")"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def is_long(word: Word) -> bool:
    """Whether the query finds more than the word, so that the text must be compared."""
    return any(len(form) > LONGEST for form in word.forms)


def stands_in(word: Word, title: str, body: str) -> bool:
    """Whether one form of a word stands in folded texts where it is wanted."""
    texts = {Scope.HEADING: (title,), Scope.TEXT: (body,)}.get(word.scope, (title, body))
    return any(form in text for form in word.forms for text in texts)
