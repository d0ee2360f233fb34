"""A made-up plan that uses every element the model has."""

from drafter.model.document import (
    Box,
    Clause,
    Document,
    Paragraph,
    Party,
    Role,
    Section,
    SlotId,
    SlotRef,
    Table,
)
from drafter.model.numbering import Form, Number

SHOWN = {1: "蓝海市", 2: "【智能工厂数】", 3: "市工业和信息化局"}
SENTENCE = "围绕重点行业需求，组织专家开展“一对一”诊断，推动AI、5G等技术与制造业融合——到2028年，建成工厂120家。"
LEAD = Party(SlotRef(SlotId(3)), Role.LEAD)
CLAUSE = Clause(("（牵头单位：", LEAD, "；配合单位：", Party("各区县人民政府", Role.SUPPORT), "）"))


def shown(reference: SlotRef) -> str:
    return SHOWN[reference.slot]


def words(text: str, marker: str = "") -> Paragraph:
    return Paragraph((text,), marker=marker)


def number(form: Form, ordinal: int) -> Number:
    return Number(form, ordinal)


def goals() -> Table:
    rows = (("1", "规模以上工业企业覆盖率", "%", "85"), ("2", "智能工厂", "家", "120"))
    return Table(("序号", "指标", "单位", "2028年"), tuple(tuple(map(words, row)) for row in rows), caption="主要目标")


def tasks(rows: int = 4) -> Table:
    heads = ("序号", "重点任务", "具体内容", "工作目标", "牵头单位", "配合单位", "时限")
    lines = (
        (str(i), "建设算力设施" if i < 3 else "培育企业", SENTENCE, "建成项目20个以上", "市工业和信息化局",
         "市发展改革委、市财政局、市大数据局", "2026年12月")
        for i in range(1, rows + 1)
    )  # fmt: skip
    return Table(heads, tuple(tuple(map(words, line)) for line in lines), merged=(1,))


def plan(rows: int = 4, repeat: int = 1) -> Document:
    text = SENTENCE * repeat
    box = Box("攻关行动", (words("1.高端芯片。" + text), words(text, "——"), goals()), ordinal=1)
    run_in = Section(
        ("推动装备升级",), 3, number(Form.DOT, 1), run_in=True, blocks=(Paragraph((text, CLAUSE)), words(text, "——"))
    )
    task = Section(("壮大产业",), 2, number(Form.BRACKET, 1), blocks=(words(text),), children=(run_in,))
    aim = Section(("工作目标",), 2, number(Form.BRACKET, 1), run_in=True, blocks=(words(text), goals()))
    first = Section(("做优服务",), 2, number(Form.ORDINAL, 1), run_in=True, blocks=(words(text),))
    concept = Section(("概念",), 1, number(Form.COMMA, 1), blocks=(words(text),))
    return Document(
        remark="【改写样例】本文为样例，不是正式文件。",
        title=(SlotRef(SlotId(1)), "加快推动新一代人工智能赋能新型工业化高质量发展的实施方案（2026—2028年）"),
        status="征求意见稿",
        addressee="各区县人民政府，市政府各部门",
        preamble=(Paragraph((text, "力争达到", SlotRef(SlotId(2)), "家。")),),
        sections=(
            Section(("总体要求",), 1, number(Form.COMMA, 1), blocks=(words(text),), children=(aim,)),
            Section(("主要任务",), 1, number(Form.COMMA, 2), blocks=(box, words(text)), children=(task,)),
            Section(("保障措施",), 1, number(Form.COMMA, 3), blocks=(tasks(2), words(text)), children=(first,)),
        ),
        attachments=(
            Document(title=("重点任务分工表",), preamble=(tasks(rows),)),
            Document(title=("名词解释",), sections=(concept,)),
        ),
        issuer="蓝海市人民政府办公室",
        date="2026-06-05",
        notes=("（此件公开发布）",),
    )
