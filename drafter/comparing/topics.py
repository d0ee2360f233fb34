"""What a section is about: weighted characters, pairs and concepts of its heading and of all that stands under it.

Pairs of characters hold what words hold, need no dictionary, and know the words no dictionary has yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import log, sqrt

from drafter.comparing.concepts import concepts
from drafter.model.document import Document, Section
from drafter.model.remembered import Remembered
from drafter.model.walk import named, paragraphs, section_length, text_of
from drafter.text.normal import squeezed

MOST = 400
"""So many sections of one plan are compared; of a longer one only the upper levels that keep within it."""

FRAME = re.compile(
    "进一步|加快|加强|强化|推进|推动|促进|完善|健全|提升|提高|优化|构建|建设|打造|发展|开展|实施|加大|落实|深化|做强|做大|做优|拓展|"
    "扩大|培育|支持|鼓励|推行|推广|建立|组建|积极|大力|着力|持续|全面|不断|行动|工作|方面|以及|通过|围绕|引导|探索"
)
"""Words of every heading and sentence: they say nothing of the topic, and no pair reaches across them."""
_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9+]+")

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of a compared plan: its place, heading, length with all below it, and what it is about.

    `plan` counts the plans from 0, `parent` is the path of the section above ("" at the top), `position` where it
    begins, 0 to 1. `title` and `body` count characters and pairs; `body` has those of everything below too.
    """

    plan: int
    path: str
    parent: str
    level: int
    heading: str
    characters: int
    position: float
    section: Section = field(repr=False)
    title: Counter[str] = field(repr=False)
    body: Counter[str] = field(repr=False)


def related(one: Topic, other: Topic) -> bool:
    """Whether one section lies in the other."""
    return one.plan == other.plan and (other.path.startswith(f"{one.path}/") or one.path.startswith(f"{other.path}/"))


_COUNTED: Remembered[tuple[Counter[str], Counter[str], int]] = Remembered()


def topics(document: Document, plan: int = 0, most: int = MOST) -> tuple[Topic, ...]:
    """The sections of a plan (annexes not) in reading order, down to the deepest level that keeps within `most`."""
    depth = _depth(document.sections, most)
    total = sum(section_length(section) for section in document.sections) or 1
    return tuple(_topics(document.sections, plan, "", 1, depth, 0, total))


def _depth(sections: tuple[Section, ...], most: int) -> int:
    """How many levels of sections can be compared."""
    depth, found, level = 0, 0, sections
    while level and (found := found + len(level)) <= most:
        depth += 1
        level = tuple(child for section in level for child in section.children)
    return max(depth, 1)


def _topics(
    sections: tuple[Section, ...], plan: int, parent: str, level: int, depth: int, start: int, total: int
) -> Iterator[Topic]:
    for name, section in named(sections):
        path = f"{parent}/{name}" if parent else name
        title, body, characters = _counted(section)
        heading = text_of(section.title)
        yield Topic(plan, path, parent, level, heading, characters, start / total, section, title, body)
        if level < depth:
            yield from _topics(section.children, plan, path, level + 1, depth, start, total)
        start += characters


def _counted(section: Section) -> tuple[Counter[str], Counter[str], int]:
    def count() -> tuple[Counter[str], Counter[str], int]:
        heading = text_of(section.title)
        title = Counter(_signs(heading))
        named_by_heading = concepts(heading)
        body = title + named_by_heading
        title.update(named_by_heading.keys())
        for paragraph in paragraphs(section.blocks):
            text = "".join(span for span in paragraph.spans if isinstance(span, str))
            body.update(_signs(text))
            body.update(concepts(text))
        for child in section.children:
            body.update(_counted(child)[1])
        return title, body, section_length(section)

    return _COUNTED.of(section, None, count)


def _signs(text: str) -> Iterator[str]:
    """The characters of a text and its pairs of neighbours."""
    for run in _RUN.findall(FRAME.sub("，", squeezed(text))):
        yield from run
        yield from map("".join, pairwise(run))


def whole_text(section: Section) -> str:
    """The heading and all text of a section, for finding the words that two of them share."""
    own = [text_of(section.title), *(text_of(paragraph.spans) for paragraph in paragraphs(section.blocks))]
    return squeezed("\n".join([*own, *(whole_text(child) for child in section.children)]))


def weighted(counts: list[Counter[str]], tops: int = 120) -> list[Weights]:
    """Unit vectors of counts: what is rare weighs more (idf), what is often said a little more (1 + log tf)."""
    seen = Counter(word for one in counts for word in one)
    number = len(counts)
    rare = {word: log((number + 1) / (times + 0.5)) for word, times in seen.items()}
    return [_unit({word: (1 + log(times)) * rare[word] for word, times in one.items()}, tops) for one in counts]


def _unit(weights: Weights, tops: int) -> Weights:
    best = sorted(weights.items(), key=lambda pair: -pair[1])[:tops]
    norm = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return {word: weight / norm for word, weight in best}
