"""How well the reader does on the corpus: `python -m tests.reading.figures [NAME…]` prints the figures.

Every document of `corpus/` has a `NAME.truth.json`, decided by reading it, that says what is right (the fields are told
in `tests/README.md`). A figure is a count of pairs right, read and due; F1 follows from it. With names or `all`
given, what is missing (-) and what is too much (+) in these documents is told as well.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from drafter import workflow
from drafter.model.document import Document
from drafter.model.fact import Fact
from drafter.reading.files import read_file
from drafter.reports import plain_document
from tests.reading.corpus.build_docx import build

CORPUS = Path(__file__).parent / "corpus"
METADATA = (
    *("title", "issuer", "document_number", "kind", "status"),
    *("region", "period", "date", "addressee", "classification", "signer"),
)
Plain = dict[str, Any]
_ONE_FORM = str.maketrans("()．０１２３４５６７８９", "（）.0123456789")


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs right, read and due, and what was missed or read too much, in words."""

    right: int = 0
    read: int = 0
    due: int = 0
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.read + other.read, self.due + other.due, self.wrong + other.wrong)

    @property
    def f1(self) -> float:
        """2·right / (read + due); 1 where nothing was due and nothing read."""
        return 2 * self.right / (self.read + self.due) if self.read + self.due else 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores of one document, or of all together."""

    headings: Score = field(default_factory=Score)
    responsibilities: Score = field(default_factory=Score)
    metadata: Score = field(default_factory=Score)
    boxes: Score = field(default_factory=Score)
    tables: Score = field(default_factory=Score)
    annexes: Score = field(default_factory=Score)
    targets: Score = field(default_factory=Score)

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def truths() -> list[Path]:
    """The truth files of the corpus, by name."""
    return sorted(CORPUS.glob("*.truth.json"))


@cache
def documents() -> dict[str, Document]:
    """name → document as read; Word files are built from their notation first."""
    found: dict[str, Document] = {}
    with TemporaryDirectory() as folder:
        for path in truths():
            source = CORPUS / json.loads(path.read_text("utf-8"))["source"]
            if source.suffix == ".docx":
                source = build(source.with_name(f"{source.name}.notation"), Path(folder))
            found[path.name.removesuffix(".truth.json")] = read_file(source)
    return found


@cache
def figures() -> dict[str, Figures]:
    """name → scores of every document of the corpus."""
    return {name: score(document, truth_of(name)) for name, document in documents().items()}


def truth_of(name: str) -> Plain:
    """What is right of a document of the corpus."""
    return json.loads((CORPUS / f"{name}.truth.json").read_text("utf-8"))


def score(document: Document, truth: Plain) -> Figures:
    """The scores of a document against its truth."""
    plain = plain_document(document)
    body = list(_sections(plain))
    return Figures(
        _in_order([_heading(one) for one in body], [_heading(one) for one in truth["headings"]]),
        _responsibilities(body, truth["responsibilities"]),
        _metadata(plain, truth),
        _in_order(
            [(one["number"], _bare(one["title"])) for one in _blocks(plain, "box")],
            [(one["number"], _bare(one["title"])) for one in truth["boxes"]],
        ),
        _in_order(
            [
                (_bare(one["caption"]), (*map(_bare, one["columns"]),), len(one["rows"]))
                for one in _blocks(plain, "table")
            ],
            [(_bare(one["caption"]), (*map(_bare, one["columns"]),), one["data_rows"]) for one in truth["tables"]],
        ),
        _in_order([_bare(one["title"]) for one in plain["attachments"]], [*map(_bare, truth["attachments"])]),
        _targets(workflow.facts(document), truth),
    )


def _bare(text: str | None) -> str:
    """A text without spaces, with one form of brackets, dots and digits: what print leaves open."""
    return re.sub(r"\s", "", text or "").translate(_ONE_FORM)


def _sections(plain: Plain) -> Iterator[Plain]:
    """All headings in reading order, those of the annexes last."""
    for section in plain.get("sections", plain.get("children", ())):
        yield section
        yield from _sections(section)
    for annex in plain.get("attachments", ()):
        yield from _sections(annex)


def _heading(one: Plain) -> tuple[int, str]:
    return one["level"], _bare((one["number"] or "") + one["title"])


def _in_order(read: Sequence[Hashable], due: Sequence[Hashable]) -> Score:
    """What stands in both in the same order, by the longest alignment."""
    match = SequenceMatcher(a=read, b=due, autojunk=False)
    wrong: list[str] = []
    for tag, a, b, c, d in match.get_opcodes():
        if tag != "equal":
            wrong += [f"+ {one}" for one in read[a:b]] + [f"- {one}" for one in due[c:d]]
    right = sum(block.size for block in match.get_matching_blocks())
    return Score(right, len(read), len(due), tuple(wrong))


def _counted(read: Counter[Any], due: Counter[Any], same: Callable[[Any, Any], bool]) -> Score:
    """What stands in both, each taken once."""
    left, right = list(read.elements()), 0
    wrong: list[str] = []
    for one in due.elements():
        found = next((other for other in left if same(other, one)), None)
        if found is None:
            wrong.append(f"- {one}")
        else:
            left.remove(found)
            right += 1
    return Score(right, read.total(), due.total(), (*(f"+ {one}" for one in left), *wrong))


def _responsibilities(body: Iterable[Plain], truth: list[Plain]) -> Score:
    """Pairs of heading and body; a role counts where the truth gives one, and bodies left open are not counted."""
    open_ = {(_bare(one["heading"]), name) for one in truth for name in one.get("optional", ())}
    read: Counter[Any] = Counter()
    for section in body:
        for heading, agency, role in dict.fromkeys(
            (_heading(section)[1], _bare(one["agency"]), one["role"]) for one in section["responsible"]
        ):
            if (heading, agency) not in open_:
                read[heading, agency, role] += 1
    due = Counter(
        (_bare(one["heading"]), _bare(name), one["roles"].get(name)) for one in truth for name in one["agencies"]
    )
    return _counted(read, due, lambda a, b: a[:2] == b[:2] and b[2] in {None, a[2]})


def _metadata(plain: Plain, truth: Plain) -> Score:
    """One pair for each fact that the truth speaks of."""
    asked = [name for name in METADATA if name in truth]
    said = {name: _bare(plain[name]) if isinstance(plain[name], str) else plain[name] for name in asked}
    due = {name: _bare(truth[name]) if isinstance(truth[name], str) else truth[name] for name in asked}
    wrong = tuple(f"{name}: {said[name]!r}, due {due[name]!r}" for name in asked if said[name] != due[name])
    return Score(len(asked) - len(wrong), len(asked), len(asked), wrong)


def _blocks(plain: Any, kind: str) -> Iterator[Plain]:
    """The blocks of a kind in reading order, tables inside boxes too."""
    if isinstance(plain, dict):
        if plain.get("type") == kind:
            yield plain
        for name in ("preamble", "blocks", "sections", "children", "attachments"):
            yield from _blocks(plain.get(name), kind)
    elif isinstance(plain, list):
        for one in plain:
            yield from _blocks(one, kind)


def _targets(facts: Iterable[Fact], truth: Plain) -> Score:
    """Targets of the goals sections: year, value, unit and comparison, and an indicator that names the due one."""
    within = truth.get("goals_sections", [])
    read: Counter[Any] = Counter()
    for fact in facts:
        path = fact.place.section
        if fact.target and any(path == one or path.startswith(f"{one}/") for one in within):
            one = fact.target
            read[one.year, *_whole(one.value, one.unit), str(one.comparison), one.indicator] += 1
    due = Counter(
        (one["year"], *_whole(one["value"], one["unit"]), one["comparison"], one["indicator"])
        for one in truth["goal_targets"]
    )
    return _counted(read, due, lambda a, b: a[:4] == b[:4] and (b[4] in a[4] or a[4] in b[4] != ""))


def _whole(value: float, unit: str) -> tuple[float, str]:
    """50 万亩 and 500000 亩 are one and the same; so are 0.3 万亿元 and 3000 亿元."""
    for word, times in (("万亿", 1e12), ("亿", 1e8), ("万", 1e4)):
        if unit.startswith(word) and unit != word:
            return round(value * times, 6), unit.removeprefix(word)
    return value, unit


def table() -> str:
    """The figures of every document and of all, one line each."""
    names = list(Figures.__dataclass_fields__)
    lines = [f"{'':32}" + "".join(f"{name[:9]:>11}" for name in names)]
    total = Figures()
    for document, one in figures().items():
        lines.append(_line(document, one, names))
        total += one
    return "\n".join([*lines, _line("all", total, names)])


def _line(label: str, one: Figures, names: list[str]) -> str:
    scores = [getattr(one, name) for name in names]
    return f"{label:32}" + "".join(f"{score.f1:11.4f}" if score.read + score.due else f"{'·':>11}" for score in scores)


def total() -> Figures:
    """The scores of the whole corpus."""
    return sum(figures().values(), Figures())


def _explain(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield f"\n{name}"
        for kind in Figures.__dataclass_fields__:
            yield from (f"  {kind}  {line}" for line in getattr(figures()[name], kind).wrong)


if __name__ == "__main__":
    wanted = [name for name in figures() if sys.argv[1:] in (["all"], [name]) or name in sys.argv[1:]]
    sys.stdout.write("\n".join([table(), *_explain(wanted)]) + "\n")
