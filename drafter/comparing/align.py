"""Sections of several plans that treat the same topic, each pair with a confidence and the words that say so.

A pair is scored by the words of both headings, of both texts, by how well the sections above and below them fit, and by
where both stand. It counts where each is the other's best, or nearly so: one section may answer to several.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from drafter.comparing.topics import Topic, Weights, weighted, whole_text

HEADING, TEXT, ABOVE, BELOW, PLACE = 0.20, 0.50, 0.25, 0.30, 0.06
"""What each part of the score weighs."""
MUTUAL, ONE_SIDED = 0.14, 0.18
"""The least score of a pair where each is the other's best, and of one where only one is."""
NEARLY = 0.70
"""So much of the best score of its other side a one-sided pair must have."""
CERTAIN = 0.5
"""The score that counts as certain (confidence 1)."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two sections, as indices of the topics, on one topic; `shared` are what both say, the weightiest first."""

    one: int
    other: int
    score: float
    shared: tuple[str, ...]

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1."""
        return min(1.0, self.score / CERTAIN)


def align(topics: tuple[Topic, ...]) -> tuple[Match, ...]:
    """The matches between the sections of different plans, in reading order."""
    titles = weighted([topic.title for topic in topics])
    bodies = weighted([topic.body for topic in topics])
    plain = _base(topics, titles, bodies)
    full = _with_family(topics, plain)
    return tuple(
        Match(one, other, full[one, other], tuple(_shared(topics, titles, bodies, one, other)))
        for one, other in sorted(_chosen(topics, full))
    )


Scores = dict[tuple[int, int], float]


def _base(topics: tuple[Topic, ...], titles: list[Weights], bodies: list[Weights]) -> Scores:
    """The score of headings, texts and places of every pair that shares a word."""
    heads, texts = _products(topics, titles), _products(topics, bodies)
    scores: Scores = {}
    for pair in heads.keys() | texts.keys():
        near = 1 - abs(topics[pair[0]].position - topics[pair[1]].position)
        scores[pair] = HEADING * heads.get(pair, 0) + TEXT * texts.get(pair, 0) + PLACE * near
    return scores


def _products(topics: tuple[Topic, ...], vectors: list[Weights]) -> Scores:
    """The cosine of every two vectors of different plans that share a word."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word, weight in vector.items():
            postings[word].append((index, weight))
    scores: Scores = defaultdict(float)
    plans = [topic.plan for topic in topics]
    for found in postings.values():
        for (one, first), (other, second) in combinations(found, 2):
            if plans[one] != plans[other]:
                scores[one, other] += first * second
    return scores


def _with_family(topics: tuple[Topic, ...], plain: Scores) -> Scores:
    """The scores with those of the sections above and below."""
    index = {(topic.plan, topic.path): number for number, topic in enumerate(topics)}
    above = [index.get((topic.plan, topic.parent), -1) for topic in topics]
    below: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (one, other), score in plain.items():
        if above[one] >= 0 and above[other] >= 0:
            below[above[one], above[other]].append(score)
    children = defaultdict(int)
    for parent in above:
        children[parent] += 1
    full: Scores = {}
    for (one, other), score in plain.items():
        up = plain.get((above[one], above[other]), 0.0) if above[one] >= 0 and above[other] >= 0 else 0.0
        down = 0.0
        if found := below.get((one, other)):
            least = min(children[one], children[other])
            down = sum(sorted(found, reverse=True)[:least]) / least
        full[one, other] = score + ABOVE * up + BELOW * down
    return full


def _chosen(topics: tuple[Topic, ...], scores: Scores) -> set[tuple[int, int]]:
    """The pairs where each is the other's best in its plan, or one is and the score is high for the other too."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (one, other), score in scores.items():
        for here, there in ((one, other), (other, one)):
            key = here, topics[there].plan
            best[key] = max(best.get(key, (0.0, -1)), (score, there))
    chosen: set[tuple[int, int]] = set()
    for (here, _), (score, there) in best.items():
        back, backwards = best[there, topics[here].plan]
        mutual = backwards == here
        if score >= (MUTUAL if mutual else ONE_SIDED) and score >= NEARLY * back:
            chosen.add((min(here, there), max(here, there)))
    return chosen


def _shared(topics: tuple[Topic, ...], titles: list[Weights], bodies: list[Weights], one: int, other: int) -> list[str]:
    """What both say, as words, those that speak most for the pair first."""
    weights: Weights = defaultdict(float)
    for vectors, factor in ((titles, 2.0), (bodies, 1.0)):
        for sign, weight in vectors[one].items():
            if second := vectors[other].get(sign):
                weights[sign.removeprefix("：")] += factor * weight * second
    best = sorted(
        (sign for sign in weights if len(sign) > 1 and not any(map(str.isdecimal, sign))),
        key=lambda sign: -weights[sign],
    )[:12]
    return _joined(best, whole_text(topics[one].section), whole_text(topics[other].section))


def _joined(pairs: list[str], first: str, second: str, most: int = 5) -> list[str]:
    """The pairs of characters grown into the words that both texts have: 关键, 键技, 技术 are 关键技术."""
    words: list[str] = []
    for pair in pairs:
        grown = pair
        while more := next((p for p in pairs if p[0] == grown[-1] and _in_both(grown + p[1:], first, second)), ""):
            grown += more[1:]
        while more := next((p for p in pairs if p[-1] == grown[0] and _in_both(p[:-1] + grown, first, second)), ""):
            grown = more[:-1] + grown
        if not any(grown in word for word in words):
            words = [word for word in words if word not in grown] + [grown]
    return words[:most]


def _in_both(word: str, first: str, second: str) -> bool:
    return len(word) < 10 and word in first and word in second
