"""Results as plain data: what the command line prints with --json."""

from __future__ import annotations

from typing import Any

from drafter.model.document import Block, Box, Document, Paragraph, Section, Table
from drafter.model.walk import heading_text, parties, sections, span_text, text_of

Plain = dict[str, Any]


def plain_document(document: Document) -> Plain:
    """A document as `read --json` prints it: facts (null where the text does not say), sections, annexes, warnings.

    `notice` is the notice that carried the plan (印发通知), in the same shape, or null.
    """
    return {
        "title": text_of(document.title) or None,
        "subtitle": document.subtitle or None,
        "status": document.status or None,
        "kind": document.kind or None,
        "issuer": document.issuer or None,
        "document_number": document.document_number or None,
        "signer": document.signer or None,
        "classification": document.classification or None,
        "region": document.region or None,
        "period": list(document.period) if document.period else None,
        "date": document.date or None,
        "addressee": document.addressee or None,
        "remark": document.remark or None,
        "preamble": _blocks(document.preamble, text_of(document.title)),
        "sections": [_section(section) for section in document.sections],
        "attachments": [plain_document(attachment) for attachment in document.attachments],
        "notice": plain_document(document.notice) if document.notice else None,
        "notes": list(document.notes),
        "warnings": list(document.warnings),
    }


def outline_lines(document: Document) -> list[str]:
    """A document for people: its facts, then its headings, indented by level, with who is responsible, then doubts."""
    facts = (
        ("标题", text_of(document.title)),
        ("状态", document.status),
        ("文种", document.kind),
        ("发文单位", document.issuer),
        ("文号", document.document_number),
        ("地区", document.region),
        ("期限", "—".join(map(str, document.period)) if document.period else ""),
        ("日期", document.date),
        ("主送", document.addressee),
    )
    lines = [f"{name}：{value}" for name, value in facts if value]
    lines += [
        f"{'  ' * section.level}{heading_text(section)}{_responsible(section)}" for _, section in sections(document)
    ]
    lines += [f"附件：{text_of(attachment.title)}" for attachment in document.attachments]
    return lines + [f"注意：{warning}" for warning in document.warnings]


def _responsible(section: Section) -> str:
    names = "、".join(span_text(party) for party in parties(section))
    return f"  〔{names}〕" if names else ""


def _section(section: Section) -> Plain:
    return {
        "level": section.level,
        "number": str(section.number) if section.number else None,
        "title": text_of(section.title),
        "run_in": section.run_in,
        "blocks": _blocks(section.blocks, ""),
        "responsible": [{"agency": span_text(party), "role": party.role} for party in parties(section)],
        "children": [_section(child) for child in section.children],
    }


def _blocks(blocks: tuple[Block, ...], caption: str) -> list[Plain]:
    """Blocks as plain data; a table without a caption that an annex begins with is called by the annex's title."""
    return [_block(block, "" if index else caption) for index, block in enumerate(blocks)]


def _block(block: Block, caption: str) -> Plain:
    match block:
        case Paragraph():
            text = {"text": text_of(block.spans)}
            return {"type": "item", "marker": block.marker, **text} if block.marker else {"type": "paragraph", **text}
        case Box():
            return {"type": "box", "number": block.number, "title": block.title, "blocks": _blocks(block.blocks, "")}
        case Table():
            rows = [[text_of(cell.spans) for cell in row] for row in block.rows]
            caption = block.caption or caption
            return {"type": "table", "caption": caption or None, "columns": list(block.columns), "rows": rows}
