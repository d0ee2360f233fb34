"""The five published plans, read as their truth files say."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from drafter.model.document import Box, Document
from drafter.model.walk import parties, sections, text_of
from drafter.reading.files import read_file
from drafter.reports import plain_document
from drafter.text.normal import is_chinese

NAMES = [
    "000_bd9aa3dfff8b227b",
    "001_6c8589e7ebfca473",
    "002_1fbb53844926e749",
    "003_a3af1c7adadf0389",
    "004_868f05508b56c7b2",
]
FACTS = (
    *("title", "issuer", "document_number", "kind", "status", "region"),
    *("period", "date", "addressee", "classification", "signer"),
)


@pytest.fixture(params=NAMES)
def pair(request: pytest.FixtureRequest, shared: Path) -> tuple[Document, dict[str, Any]]:
    seeds = shared / "seeds"
    truth = json.loads((seeds / "truth" / f"{request.param}.json").read_text("utf-8"))
    return read_file(seeds / truth["source"]), truth


def test_facts_are_right(pair: tuple[Document, dict[str, Any]]):
    document, truth = pair
    plain = plain_document(document)
    assert {name: plain[name] for name in FACTS} == {name: truth.get(name) for name in FACTS}


def test_headings_are_right(pair: tuple[Document, dict[str, Any]]):
    document, truth = pair
    read = [{"level": s.level, "number": str(s.number), "title": text_of(s.title)} for _, s in sections(document)]
    assert read == truth["headings"]


def test_responsibilities_are_right(pair: tuple[Document, dict[str, Any]]):
    document, truth = pair
    read = [
        {
            "heading": f"{section.number}{text_of(section.title)}",
            "agencies": [party.name for party in parties(section)],
            "roles": {party.name: party.role for party in parties(section) if party.role},
        }
        for _, section in sections(document)
        if any(parties(section))
    ]
    assert read == truth["responsibilities"]


def test_boxes_and_tables_are_right(pair: tuple[Document, dict[str, Any]]):
    document, truth = pair
    boxes = [block for _, section in sections(document) for block in section.blocks if isinstance(block, Box)]
    assert [{"number": box.number, "title": box.title} for box in boxes] == truth["boxes"]
    tables = [block for annex in plain_document(document)["attachments"] for block in annex["preamble"]]
    for table, right in zip(tables, truth["tables"], strict=True):
        assert (table["caption"], table["columns"]) == (right["caption"], right["columns"])
        assert len(table["rows"]) == right["data_rows"]
        assert all(row[1] for row in table["rows"])


def test_no_character_of_the_text_is_lost(pair: tuple[Document, dict[str, Any]], shared: Path):
    """All Chinese characters are somewhere in the document, but for labels (签发人, 附件) and a notice's own words."""
    document, truth = pair
    source = (shared / "seeds" / truth["source"]).read_text("utf-8").partition("[bookmark")[0]
    said = Counter(json.dumps(plain_document(document), ensure_ascii=False))
    lost = Counter(filter(is_chinese, source)) - said
    assert lost.total() <= 25, lost
