"""Sections of several plans that treat the same topic, each pair with a confidence and the words that say so.

A pair is scored by the words of both headings, of both texts, by how well the sections above and below them fit, and by
where both stand. It counts where each is the other's best, or nearly so: one section may answer to several.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from drafter.comparing.concepts import MARK
from drafter.comparing.shared_words import whole_words_shared
from drafter.comparing.topics import Topic, Weights, related, weighted, whole_text

HEADING, TEXT, ABOVE, BELOW, PLACE = 0.20, 0.60, 0.25, 0.30, 0.06
"""What each part of the score weighs."""
MUTUAL, ONE_SIDED = 0.15, 0.18
"""The least score of a pair where each is the other's best, and of one where only one is."""
UNRIVALLED, AHEAD = 0.09, 1.15
"""A pair where each is the other's best is one from so low a score on, where it is so many times any rival's."""
NEARLY = 0.70
"""So much of the best score of its other side a one-sided pair must have."""
LOOKED_AT = 8
"""So many pairs of characters that both sections have are grown into words for the reason."""
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
    answers: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        answers[one, topics[other].plan].append((score, other))
        answers[other, topics[one].plan].append((score, one))
    best = {key: max(found) for key, found in answers.items()}
    chosen: set[tuple[int, int]] = set()
    for (here, plan), (score, there) in best.items():
        back, backwards = best[there, topics[here].plan]
        if backwards == here:
            rivals = (
                _rival(topics, answers[here, plan], there),
                _rival(topics, answers[there, topics[here].plan], here),
            )
            enough = score >= MUTUAL or score >= max(UNRIVALLED, AHEAD * max(rivals))
        else:
            enough = score >= max(ONE_SIDED, NEARLY * back)
        if enough:
            chosen.add((min(here, there), max(here, there)))
    return chosen


def _rival(topics: tuple[Topic, ...], answers: list[tuple[float, int]], best: int) -> float:
    """The score of the best other answer; one that holds the best, or lies in it, is no other."""
    return max((score for score, one in answers if one != best and not related(topics[one], topics[best])), default=0.0)


def _shared(topics: tuple[Topic, ...], titles: list[Weights], bodies: list[Weights], one: int, other: int) -> list[str]:
    """What both say, as whole words, those that speak most for the pair first; else the concepts both name."""
    weights: Weights = defaultdict(float)
    for vectors, factor in ((titles, 2.0), (bodies, 1.0)):
        for sign, weight in vectors[one].items():
            if second := vectors[other].get(sign):
                weights[sign] += factor * weight * second
    signs = sorted(weights, key=lambda sign: -weights[sign])
    pairs = [sign for sign in signs if len(sign) == 2 and sign.isalpha()][:LOOKED_AT]
    words = whole_words_shared(pairs, whole_text(topics[one].section), whole_text(topics[other].section))
    return words or [sign.removeprefix(MARK) for sign in signs if sign.startswith(MARK)] or pairs[:1] or signs[:1]
