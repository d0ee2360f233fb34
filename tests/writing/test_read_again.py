"""What is written is read again as the same document, whatever the options: a law over plans made at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.document import Block, Box, Clause, Document, Paragraph, Party, Section, Table
from drafter.model.edits import renumbered
from drafter.model.numbering import Form, Number, Numbering
from drafter.reading.files import read_bytes
from drafter.reports import plain_document
from drafter.writing.docx import docx_bytes
from drafter.writing.options import STANDARD, Options

SCHEMES = [Numbering(), Numbering(running=frozenset({3})), Numbering(running=frozenset({2, 3}))]
NOUNS = ["智能农机", "元宇宙产业", "海洋经济", "算力设施", "公共服务", "人才队伍", "创新平台", "应用场景"]
VERBS = ["壮大", "提升", "推广", "建设", "拓展", "优化"]
BODIES = ["市科技局", "市工业和信息化局", "市财政局", "市农业农村局", "各区县人民政府"]

titles = st.builds(lambda verb, noun: f"{verb}{noun}", st.sampled_from(VERBS), st.sampled_from(NOUNS))
sentences = st.builds(
    lambda first, second, count: f"围绕重点行业需求，{first}，{second}，累计建成“一站式”项目{count}个，带动AI、5G等技术应用。",
    titles, titles, st.integers(2, 900),
)  # fmt: skip
clauses = st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True).map(
    lambda names: Clause(("（责任单位：", *[part for name in names for part in (Party(name), "、")][:-1], "）"))
)
plain = st.builds(lambda text: Paragraph((text,)), sentences)
tasks = st.builds(lambda text, clause: Paragraph((text, clause)), sentences, clauses)
items = st.builds(lambda text: Paragraph((text,), marker="——"), sentences)
rows = st.lists(st.tuples(titles, sentences), min_size=2, max_size=4, unique_by=lambda row: row[0])
tables = rows.map(
    lambda found: Table(
        ("任务", "内容"),
        tuple((Paragraph((task,)), Paragraph((text,))) for task, text in found),
        caption="任务安排表",
    )
)
boxes = st.builds(
    lambda title, inside, number: Box(title, tuple(inside), ordinal=number),
    titles, st.lists(plain, min_size=1, max_size=2), st.integers(1, 9),
)  # fmt: skip


def blocks(*, run_in: bool) -> st.SearchStrategy[tuple[Block, ...]]:
    """The text of a section; a heading that runs in needs a paragraph to run into."""
    rest = st.lists(plain | tasks | items | tables | boxes, max_size=2)
    return st.builds(lambda first, after: (first, *after), plain | tasks, rest) if run_in else rest.map(tuple)


@st.composite
def section(draw: st.DrawFn, level: int, forms: tuple[Form, ...]) -> Section:
    run_in = level > 1 and draw(st.booleans())
    children = draw(st.lists(section(level + 1, forms), max_size=2)) if level < 4 else []
    text = draw(blocks(run_in=run_in or not children))
    number = Number(forms[level - 1], 1)
    return Section((draw(titles),), level, number, run_in, text, tuple(children))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    scheme = draw(st.sampled_from(SCHEMES))
    whole = tuple(draw(st.lists(section(1, scheme.forms), min_size=2, max_size=3)))
    document = Document(
        title=("云溪市促进智能农机产业发展行动计划",),
        preamble=(draw(plain),),
        sections=whole,
        numbering=scheme,
        issuer="云溪市人民政府办公室",
        date="2026-06-05",
    )
    return renumbered(document)


@settings(max_examples=60, deadline=None)
@given(documents(), st.booleans(), st.booleans())
def test_a_written_plan_is_read_as_the_same_document(document: Document, contents: bool, lists: bool):
    options = Options(contents=contents, automatic_numbers=lists) if contents or lists else STANDARD
    read, written = (
        plain_document(one) for one in (read_bytes(docx_bytes(document, options=options), "a.docx"), document)
    )
    for name in ("title", "preamble", "sections", "issuer", "date", "attachments"):
        assert read[name] == written[name], name
