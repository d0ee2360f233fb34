"""Random documents and drafts for the laws."""

from hypothesis import strategies as st

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
    Source,
    Table,
)
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.model.edits import with_ids
from drafter.model.locality import Locality
from drafter.model.numbering import Form, Number, Numbering

texts = st.text(st.sampled_from("国产业发展，。1a“”—（）、"), min_size=1, max_size=8)
slot_ids = st.integers(1, 3).map(SlotId)
references = slot_ids.map(SlotRef)
parties = st.builds(Party, texts | references, st.none() | st.sampled_from(Role))
clauses = st.lists(parties, min_size=1, max_size=3).map(
    lambda found: Clause(("（责任单位：", *[part for one in found for part in (one, "、")][:-1], "）"))
)
sources = st.none() | st.builds(Source, texts, texts, texts, texts)
spans = st.lists(texts | references | clauses, max_size=4).map(tuple)
paragraphs = st.builds(Paragraph, spans, st.sampled_from(["", "——"]), sources)
boxes = st.builds(Box, texts, st.lists(paragraphs, max_size=2).map(tuple), ordinal=st.none() | st.integers(1, 9))
tables = st.builds(
    Table, st.just(("序号", "内容")), st.lists(st.tuples(paragraphs, paragraphs), max_size=2).map(tuple), texts
)
blocks = st.lists(paragraphs | boxes | tables, max_size=3).map(tuple)
numbers = st.none() | st.just(Number(Form.COMMA, 1)) | st.just(Number(Form.ORDINAL, 1))


def _sections(level: int) -> st.SearchStrategy[tuple[Section, ...]]:
    children = st.just(()) if level == 3 else _sections(level + 1)
    one = st.builds(
        Section,
        spans,
        st.just(level),
        numbers,
        st.booleans(),
        blocks,
        children,
        guidance=st.just("") | texts,
        source=sources,
    )
    return st.lists(one, max_size=3).map(tuple)


attachments = st.builds(Document, title=spans, preamble=blocks)
documents = st.builds(
    Document,
    title=spans,
    kind=texts,
    period=st.none() | st.just((2026, 2028)),
    preamble=blocks,
    sections=_sections(1),
    attachments=st.lists(attachments, max_size=1).map(tuple),
    numbering=st.builds(Numbering, running=st.frozensets(st.integers(1, 3))),
)
_slots = tuple(Slot(SlotId(n), kind, f"口径{n}", f"原文{n}") for n, kind in enumerate(list(SlotKind)[:3], 1))
localities = st.none() | st.just(Locality("甲市", "甲", districts=("乙区",), agencies=(("科技", "科技局"),)))
drafts = st.builds(
    lambda document, locality, state: with_ids(
        Draft(
            slots=(Slot(SlotId(1), SlotKind.TARGET, "口径", "原文", state=state), *_slots[1:]),
            locality=locality,
            next_id=4,
        ),
        document,
    ),
    documents,
    localities,
    st.sampled_from(SlotState),
)
