"""Medians of the scan for names, of localising and of the checks after a keystroke, beside two plainer ways to scan.

    uv run python benchmarks/adapting.py

Text and names are made up with a fixed seed. A machine's own speed cancels out in the ratios.
"""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from drafter import resources, workflow
from drafter.adapting.matcher import Matcher
from drafter.model.document import Document, Paragraph, Section
from drafter.model.draft import Draft, Slot, fill, uses
from drafter.model.edits import relevelled, set_paragraph
from drafter.model.numbering import Form, Number
from drafter.model.tree import map_section
from drafter.model.walk import section_length, sections, text_of

NAMES, CHARACTERS, PAGES, PER_PAGE = 50_000, 50_000, 300, 600
TYPED = "威海国家级海洋经济发展示范区建设领导小组"
GOALS = {"draft": 2.0, "paragraph": 0.1, "keystroke": 5.0, "localise": 1000.0}


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(work: Callable[[], object], times: int) -> float:
    """Milliseconds."""
    return statistics.median(milliseconds(work) for _ in range(times))


def names(chance: random.Random, text: str) -> list[str]:
    """Made-up names, one in 250 of them a piece of the text."""
    common = [chr(0x4E00 + chance.randrange(3000)) for _ in range(1200)]
    starts = [chance.randrange(len(text) - 8) for _ in range(NAMES // 250)]
    made = {text[start : start + chance.randint(3, 7)] for start in starts}
    while len(made) < NAMES:
        made.add("".join(chance.choices(common, k=chance.randint(2, 7))))
    return sorted(made)


def plan_text() -> str:
    plans = (workflow.read(path) for path in sorted(resources.reference_docs().glob("*.docx")))
    text = "\n".join(
        text_of(block.spans) for plan in plans for _, one in sections(plan) for block in paragraphs_of(one)
    )
    return (text * (CHARACTERS // len(text) + 1))[:CHARACTERS]


def paragraphs_of(section: Section) -> list[Paragraph]:
    return [block for block in section.blocks if isinstance(block, Paragraph)]


def dict_scan(known: list[str]) -> Callable[[str], list[tuple[int, str]]]:
    """The former way: a dictionary on the first two characters, walked position by position."""
    begin: dict[str, list[str]] = {}
    for name in known:
        begin.setdefault(name[:2], []).append(name)

    def scan(text: str) -> list[tuple[int, str]]:
        return [
            (at, name)
            for at in range(len(text) - 1)
            for name in begin.get(text[at : at + 2], ())
            if text.startswith(name, at)
        ]

    return scan


def long_draft(characters: int) -> tuple[Document, int]:
    """A plan made of the reference plans' sections, each time a little different."""
    plans = [workflow.read(path) for path in sorted(resources.reference_docs().glob("*.docx"))]
    parts: list[Section] = []
    total = 0
    while total < characters:
        for plan in plans:
            for section in plan.sections:
                mark = f"第{len(parts)}批。"
                parts.append(map_section(section, lambda spans: (*spans, mark) if len(text_of(spans)) > 20 else spans))  # noqa: B023
                total += section_length(parts[-1])
    return Document(title=("武汉市规划",), sections=tuple(parts), region="武汉市", period=(2022, 2024)), total


def keystrokes(draft: Draft, check: Callable[[Draft], object], times: int = 40) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds, of a check after one character in a paragraph of the middle."""
    check(draft)
    middle = list(sections(draft.document))
    own = [one for _, section in middle[len(middle) // 3 : 2 * len(middle) // 3] for one in paragraphs_of(section)]
    home = max(random.Random(5).sample(own, 20), key=lambda one: len(text_of(one.spans)))
    spent: list[float] = []
    for character in ("建设海洋产业创新中心，培育企业十二家。" * times)[:times]:
        home = replace(home, spans=(*home.spans, character))
        draft = set_paragraph(draft, home.id, home.spans)
        spent.append(milliseconds(lambda: check(draft)))  # noqa: B023 - called at once
    return statistics.median(spent), sorted(spent)[int(times * 0.95)]


def slot_keystrokes(draft: Draft, check: Callable[[Draft], object], times: int = 20) -> tuple[float, float]:
    """The same, typing into a slot that is used in one place."""
    count = uses(draft)
    return typed_into(next(one for one in draft.slots if count[one.id] == 1), draft, check, times)


def busy_slot_keystrokes(draft: Draft, check: Callable[[Draft], object], times: int = 10) -> tuple[float, float]:
    """The same, typing into the slot that is used most often (over a hundred places)."""
    count = uses(draft)
    return typed_into(max(draft.slots, key=lambda one: count[one.id]), draft, check, times)


def typed_into(slot: Slot, draft: Draft, check: Callable[[Draft], object], times: int) -> tuple[float, float]:
    check(draft)
    spent: list[float] = []
    for number in range(times):
        draft = fill(draft, slot.id, TYPED[: number + 1])
        spent.append(milliseconds(lambda: check(draft)))  # noqa: B023 - called at once
    return statistics.median(spent), sorted(spent)[int(times * 0.95)]


def nested(plan: Document, parts: int) -> Document:
    """The plan with its sections under a few headings, as long plans are built."""
    size = len(plan.sections) // parts + 1
    groups = [plan.sections[start : start + size] for start in range(0, len(plan.sections), size)]
    number = Number(Form.COMMA, 1)
    made = (
        Section((f"第{n}篇",), 1, number, children=relevelled(Section((), 1, children=g), 1).children)
        for n, g in enumerate(groups)
    )
    return replace(plan, sections=tuple(made))


def report(what: str, milliseconds: float, goal: float | None = None) -> None:
    verdict = "" if goal is None else f"   goal {goal:g} ms: {'kept' if milliseconds <= goal else 'MISSED'}"
    print(f"{what:<58}{milliseconds:>10.3f} ms{verdict}")


def scans() -> None:
    text = plan_text()
    known = names(random.Random(1), text)
    matcher = Matcher(known)
    report(f"build the automaton, {NAMES} names", median(lambda: matcher.find("文"), 1))
    draft = median(lambda: matcher.find(text), 30)
    report(f"scan {len(text)} characters, {len(matcher.find(text))} hits", draft, GOALS["draft"])
    report("scan a paragraph of 300 characters", median(lambda: matcher.find(text[:300]), 200), GOALS["paragraph"])
    by_dict = dict_scan(known)
    plain = median(lambda: by_dict(text), 5)
    report(f"  the former dictionary scan ({plain / draft:.0f} times as long)", plain)
    alternation = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    slow = median(lambda: alternation.findall(text), 1)
    report(f"  a plain re alternation ({slow / draft:.0f} times as long)", slow)
    found = {(start, name) for start, _, name in matcher.find(text)}
    print(f"  the same {len(found)} hits as the dictionary scan: {found == set(by_dict(text))}")


def drafts() -> None:
    to = workflow.locality("威海市")
    workflow.leftovers(workflow.localise_plan(workflow.read(next(resources.reference_docs().glob("*.docx"))), to))
    plan, characters = long_draft(CHARACTERS)
    report(
        f"localise a plan of {characters} characters",
        median(lambda: workflow.localise_plan(plan, to), 1),
        GOALS["localise"],
    )
    plan, characters = long_draft(PAGES * PER_PAGE)
    whole = lambda one: workflow.check(one, today=date(2026, 1, 1))  # noqa: E731
    for what, long in ((f"{len(plan.sections)} sections", plan), ("8 sections of 37 pages", nested(plan, 8))):
        draft = workflow.localise_plan(long, to)
        print(f"a draft of {characters} characters in {what}")
        report("  leftovers, first time", median(lambda: workflow.leftovers(draft), 1))  # noqa: B023
        report("  all checks, first time", median(lambda: whole(draft), 1))  # noqa: B023
        for kind, typed in (
            ("keystroke in a paragraph", keystrokes),
            ("keystroke in a slot", slot_keystrokes),
            ("keystroke in the most used slot", busy_slot_keystrokes),
        ):
            middle, late = typed(draft, whole)
            goal = None if typed is busy_slot_keystrokes else GOALS["keystroke"]
            report(f"  all checks after a {kind}, median", middle, goal)
            report("    95th percentile", late)


if __name__ == "__main__":
    scans()
    drafts()
