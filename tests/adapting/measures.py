"""How much of what is right was found: precision and recall in one figure, over counted things."""

from collections import Counter
from collections.abc import Hashable, Iterable


def f1(found: Iterable[Hashable], right: Iterable[Hashable]) -> float:
    """The harmonic mean of precision and recall (0 to 1), each thing counted as often as it occurs."""
    have, want = Counter(found), Counter(right)
    both = (have & want).total()
    return 2 * both / (have.total() + want.total()) if have or want else 1.0
