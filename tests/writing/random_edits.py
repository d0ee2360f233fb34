"""Edits as planners make them, drawn at random: words, sentences, sections, tables, boxes, slots, annexes, notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from drafter.model.document import Block, Box, Document, Paragraph, Section, SlotId, Table
from drafter.model.draft import Draft, Slot, SlotKind, fill
from drafter.model.edits import Spot as At
from drafter.model.edits import insert_section, move_section, remove_section, with_ids
from drafter.model.notice import Notice
from drafter.model.tree import map_paragraphs, map_section
from drafter.model.walk import sections

SENTENCES = (
    "每季度调度一次进展，年底通报。",
    "力争到2030年建成重点实验室15家。",
    "推动“一链一策”，服务企业200家次。",
    "落实资金保障——市级财政每年安排专项资金。",
)
WORDS = ("加快", "稳步", "2029", "36.5%", "重点企业", "“双链”", "市财政局", "\t", "，")
Edit = Callable[[Draft, Random], Draft]


def started(document: Document) -> Draft:
    """A draft of a plan, with a slot for every number that the plan's words refer to."""
    slots = tuple(Slot(SlotId(n), SlotKind.TARGET, f"指标{n}", value=f"蓝海{n}") for n in range(1, 4))
    notice = Notice(
        issuers=("蓝海市人民政府",), number="蓝政发〔2026〕8号", addressee="各区县人民政府", date="2026-06-05"
    )
    return with_ids(Draft(slots=slots, next_id=10, notice=notice), document)


def edited(draft: Draft, random: Random, times: int) -> Draft:
    """The draft after some edits; one that finds nothing to change here is drawn again."""
    while times:
        changed = random.choice(EDITS)(draft, random)
        times -= changed != draft
        draft = changed
    return draft


def _with(draft: Draft, **changes: object) -> Draft:
    return replace(draft, document=replace(draft.document, **changes))


def _some(draft: Draft, random: Random) -> Section | None:
    found = [one for path, one in sections(draft.document) if not path.startswith("附件")]
    return random.choice(found) if found else None


def _blocks(draft: Draft, random: Random, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Draft:
    """The draft with the blocks of one section changed."""
    if (chosen := _some(draft, random)) is None:
        return draft

    def inside(one: Section) -> Section:
        blocks = change(one.blocks) if one.id == chosen.id else one.blocks
        return replace(one, blocks=blocks, children=tuple(map(inside, one.children)))

    return _with(draft, sections=tuple(map(inside, draft.document.sections)))


def _words(draft: Draft, random: Random, change: Callable[[str], str]) -> Draft:
    """The draft with one text changed, wherever it stands."""
    chosen = random.random()

    def in_spans(spans: tuple) -> tuple:
        if spans and isinstance(spans[0], str) and len(spans[0]) > 3 and random.random() < chosen / 3:
            return (change(spans[0]), *spans[1:])
        return spans

    which = random.randrange(len(draft.document.sections) or 1)
    changed = (map_section(one, in_spans) if at == which else one for at, one in enumerate(draft.document.sections))
    return _with(draft, sections=tuple(changed))


def change_words(draft: Draft, random: Random) -> Draft:
    def change(text: str) -> str:
        at = random.randrange(len(text))
        return text[:at] + random.choice(WORDS) + text[at + random.randrange(4) :]

    return _words(draft, random, change)


def change_sentences(draft: Draft, random: Random) -> Draft:
    def change(text: str) -> str:
        parts = text.split("。")
        parts[random.randrange(len(parts))] = random.choice(("", random.choice(SENTENCES).rstrip("。")))
        return "。".join(parts)

    return _words(draft, random, change)


def split_paragraph(draft: Draft, random: Random) -> Draft:
    def change(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        for at, one in enumerate(blocks):
            if isinstance(one, Paragraph) and one.spans and isinstance(one.spans[0], str) and "。" in one.spans[0]:
                first, _, rest = one.spans[0].partition("。")
                pair = (replace(one, spans=(first + "。",)), replace(one, spans=(rest or "完。", *one.spans[1:])))
                return (*blocks[:at], *pair, *blocks[at + 1 :])
        return blocks

    return _blocks(draft, random, change)


def change_blocks(draft: Draft, random: Random) -> Draft:
    def change(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        at = random.randrange(len(blocks) + 1)
        new = random.choice(
            (Paragraph((random.choice(SENTENCES),)), _box(random), _table(random, random.choice((2, 7))))
        )
        return random.choice(
            (
                (*blocks[:at], new, *blocks[at:]),
                blocks[:at] + blocks[at + 1 :],
                tuple(random.sample(blocks, len(blocks))),
            )
        )

    return _blocks(draft, random, change)


def _box(random: Random) -> Box:
    return Box("重点工程", (Paragraph((random.choice(SENTENCES),)), _table(random, 2)), ordinal=random.randrange(9))


def _table(random: Random, columns: int) -> Table:
    rows = tuple(
        tuple(Paragraph((random.choice(SENTENCES) * random.randrange(1, 3),)) for _ in range(columns))
        for _ in range(random.randrange(1, 4))
    )
    return Table(tuple(f"列{one}" for one in range(columns)), rows, random.choice(("", "任务表")), (0,))


def change_tables(draft: Draft, random: Random) -> Draft:
    def change(one: Block) -> Block:
        if isinstance(one, Box):
            return replace(one, title=one.title + "（一期）", blocks=tuple(map(change, one.blocks)))
        if not isinstance(one, Table) or not one.rows:
            return one
        at = random.randrange(len(one.rows))
        row = tuple(Paragraph((random.choice((*WORDS, *SENTENCES)),)) for _ in one.columns)
        rows = random.choice((
            (*one.rows[:at], row, *one.rows[at:]),
            one.rows[:at] + one.rows[at + 1 :],
            (*one.rows[:at], (row[0], *one.rows[at][1:]), *one.rows[at + 1 :]),
            one.rows[::-1],
        ))  # fmt: skip
        return replace(one, rows=rows)

    return _blocks(draft, random, lambda blocks: tuple(map(change, blocks)))


def move(draft: Draft, random: Random) -> Draft:
    chosen = random.choice(draft.document.sections) if draft.document.sections else None
    return move_section(draft, chosen.id, At(None, random.randrange(len(draft.document.sections)))) if chosen else draft


def split_section(draft: Draft, random: Random) -> Draft:
    one = _some(draft, random)
    if one is None or len(one.blocks) < 2:
        return draft
    new = Section((random.choice(SENTENCES)[:6],), 1, one.number, blocks=one.blocks[1:])
    return insert_section(
        _blocks(draft, random, lambda blocks: blocks[:1] if blocks is one.blocks else blocks), new, At(None, 0)
    )


def drop_section(draft: Draft, random: Random) -> Draft:
    one = _some(draft, random)
    return remove_section(draft, one.id) if one and len(draft.document.sections) > 1 else draft


def settle_slot(draft: Draft, random: Random) -> Draft:
    return fill(draft, random.choice(draft.slots).id, random.choice(("", *WORDS)))


def change_annexes(draft: Draft, random: Random) -> Draft:
    annexes = draft.document.attachments
    new = Document(title=(random.choice(SENTENCES)[:9],), preamble=(_table(random, random.choice((2, 7))),))
    heads = tuple(replace(one, title=(*one.title, "（修订）")) for one in annexes)
    changed = random.choice(((*annexes, new), annexes[1:], annexes[::-1], heads))
    return with_ids(draft, replace(draft.document, attachments=changed))


def change_notice(draft: Draft, random: Random) -> Draft:
    if draft.notice is None:
        return draft
    changes = (
        {"number": f"蓝政发〔2026〕{random.randrange(1, 99)}号"},
        {"addressee": "各区县人民政府，市政府各部门"},
        {"paragraphs": (random.choice(SENTENCES), "现将《【文件】》印发给你们。")},
        {"copies_to": (random.choice(WORDS[4:7]),), "printed_by": "市政府办公室", "printed_on": "2026-06-06"},
    )
    return replace(draft, notice=replace(draft.notice, **random.choice(changes)))


def change_front(draft: Draft, random: Random) -> Draft:
    texts = {"status": "送审稿", "addressee": "各单位", "issuer": "蓝海市某局", "date": "2026-07-01"}
    name = random.choice((*texts, "preamble", "title"))
    match name:
        case "preamble":
            cut = map_paragraphs(draft.document.preamble, lambda one: replace(one, spans=(random.choice(SENTENCES),)))
            return _with(draft, preamble=cut)
        case "title":
            return _with(draft, title=(*draft.document.title, "（第二版）"))
        case _:
            return _with(draft, **{name: texts[name]})


EDITS: tuple[Edit, ...] = (
    change_words, change_words, change_sentences, change_sentences, split_paragraph, change_blocks, change_tables, move,
    split_section, drop_section, settle_slot, change_annexes, change_notice, change_front,
)  # fmt: skip
