"""A made-up plan and a draft picked from it, small but with everything a panel can meet."""

import gc

import pytest
from PySide6.QtCore import QEvent

from drafter.desktop import theme
from drafter.library.entry import Entry, Hit
from drafter.model.document import (
    Box,
    Document,
    Paragraph,
    ParagraphId,
    Section,
    SectionId,
    SlotId,
    SlotRef,
    Source,
    Table,
)
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.model.numbering import Form, Number

TEXT = "支持企业在城市管理、文化旅游等领域开展示范应用，打造一批可复制推广的典型场景。"
SOURCE = Source("甲州市行动计划", "甲州市", "一/（二）", "培育企业100家以上", "k1")
OTHER = Source("乙江市实施方案", "乙江市", "二/1.", "组建研究院", "k2")


@pytest.fixture(scope="session")
def themed(qapp):
    theme.use("light", qapp)


@pytest.fixture(autouse=True)
def tidy(qapp, themed):
    """Closed windows are gone before the next test: the garbage collector must not find them while Qt walks them."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def words(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((text,)) for text in texts)


def section(title, level, form, ordinal, blocks=(), children=(), **more) -> Section:
    return Section((title,), level, Number(form, ordinal), blocks=tuple(blocks), children=tuple(children), **more)


def make_plan(tasks: int = 6, region: str = "甲州市", text: str = TEXT) -> Document:
    box = Box("重点工程", words("建设体验馆3个。"), ordinal=1)
    two = Table(("任务", "责任单位"), (words("建设算力中心", "市大数据局"),))
    five = Table(tuple("序任年目责"), (words("1", "建设平台", "2023年", "服务企业", "市科技局"),))
    work = tuple(section(f"第{n}项任务", 3, Form.DOT, n, words(text), run_in=True) for n in range(1, tasks + 1))
    return Document(
        title=(f"{region}促进产业发展行动计划",),
        region=region,
        date="2022-12-10",
        preamble=words("为抢抓机遇，制定本计划。"),
        sections=(
            section("总体要求", 1, Form.COMMA, 1, (), [section("工作目标", 2, Form.BRACKET, 2, words(text))]),
            section("重点任务", 1, Form.COMMA, 2, [box, two], work),
        ),
        attachments=(Document(title=("任务清单",), preamble=(five,)),),
    )


@pytest.fixture
def plan_of():
    return make_plan


@pytest.fixture
def plan() -> Document:
    return make_plan()


def paragraph(number: int, source: Source | None, *spans) -> Paragraph:
    return Paragraph(spans, source=source, id=ParagraphId(number))


def slot_ref(number: int) -> SlotRef:
    return SlotRef(SlotId(number))


SLOTS = (
    Slot(SlotId(91), SlotKind.TARGET, "企业（家）", "100家以上", SOURCE),
    Slot(SlotId(92), SlotKind.TARGET, "项目（个）", "30个以上", SOURCE, proposal="12个以上"),
    Slot(SlotId(93), SlotKind.AGENCY, "金融部门", "市金融局", OTHER, value="市委金融办", state=SlotState.REPLACED),
    Slot(SlotId(94), SlotKind.DOCUMENT, "上级文件", "《规划》", OTHER, state=SlotState.KEPT, reason="国家文件"),
    Slot(SlotId(95), SlotKind.PERIOD, "年份", "到2025年", SOURCE),
)


@pytest.fixture
def draft() -> Draft:
    """一（1）{（一）2, （二）3}, 二（4）{（一）5}, 三（6)."""
    sections = (
        section("总体要求", 1, Form.COMMA, 1, id=SectionId(1), children=[
            section("指导思想", 2, Form.BRACKET, 1, [paragraph(20, None, TEXT)], id=SectionId(2)),
            section("工作目标", 2, Form.BRACKET, 2, id=SectionId(3), source=SOURCE,
                    blocks=[paragraph(21, SOURCE, "培育", slot_ref(91), "建设", slot_ref(92), slot_ref(95))]),
        ]),
        section("主要任务", 1, Form.COMMA, 2, id=SectionId(4), children=[
            section("壮大产业", 2, Form.BRACKET, 1, id=SectionId(5), source=OTHER,
                    blocks=[paragraph(30, OTHER, "由", slot_ref(93), "落实", slot_ref(94))]),
        ]),
        section("保障措施", 1, Form.COMMA, 3, [paragraph(40, None, TEXT)], id=SectionId(6)),
    )  # fmt: skip
    return Draft(document=Document(title=("丁海市行动计划",), sections=sections), slots=SLOTS, next_id=100)


def entry(key: str, region: str, year: int | None, kind: str = "行动计划") -> Entry:
    title = f"{region}促进产业发展{kind}（{year}—2027年）"
    return Entry(key, title, kind, region, year, "", "", "2022-12-10", f"{key}.docx", 5000, "2026-01-01T00:00:00")


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    return (
        entry("k1", "甲州市", 2022),
        entry("k2", "乙江市", 2023),
        entry("k3", "甲州市", 2024),
        entry("k4", "", None),
    )


@pytest.fixture
def hits(entries) -> tuple[Hit, ...]:
    return tuple(Hit(one, f"二/{n}.", f"{n}.文化旅游", "…推动旅游融合…") for n, one in enumerate(entries, 1))
