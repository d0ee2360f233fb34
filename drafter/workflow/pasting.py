"""Text from elsewhere as rows of a draft: typed numbers become headings, tables stay tables, no character is lost."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Block, Document, Paragraph, Section, Table
from drafter.model.flow import Row, Rows, rows_of
from drafter.model.numbering import Numbering
from drafter.model.tree import joined
from drafter.model.walk import paragraphs, text_of
from drafter.reading.doubts import Told
from drafter.reading.html import lines_of_html
from drafter.reading.lines import Item, lines_of_text
from drafter.reading.structure import read_lines
from drafter.text.normal import squeezed

Cells = tuple[tuple[str, ...], ...]


def pasted_text(text: str, numbering: Numbering) -> Rows:
    """The rows of a plain text; lines with tabs between their words are a table, as worksheets put them."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if len(lines) == 1 and "\t" not in lines[0]:
        return (Paragraph((_clean(lines[0]),)),)
    if cells := cells_of(text):
        return (_table(cells),)
    return _recognised(lines_of_text(text), lines, numbering)


def pasted_html(html: str, plain: str, numbering: Numbering) -> Rows:
    """The rows of a page or a part of one, as programs put it on the clipboard beside `plain`."""
    lines = [line for line in plain.splitlines() if line.strip()]
    if len(lines) == 1 and "\t" not in plain.strip():
        return pasted_text(plain, numbering)
    items, _ = lines_of_html(html, "剪贴板", Told())
    rows = _recognised(items, lines, numbering)
    return rows or pasted_text(plain, numbering)


def cells_of(text: str) -> Cells:
    """The cells of a text whose every line has the same number of tabs, at least one; () of any other."""
    rows = [tuple(line.split("\t")) for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    widths = {len(row) for row in rows}
    return tuple(rows) if len(widths) == 1 and widths.pop() > 1 else ()


def _table(cells: Cells) -> Table:
    return Table(cells[0], tuple(tuple(_paragraph(cell) for cell in row) for row in cells[1:]))


def _paragraph(text: str) -> Paragraph:
    clean = _clean(text)
    return Paragraph((clean,) if clean else ())


def _clean(text: str) -> str:
    return " ".join(text.split())


def _recognised(items: tuple[Item, ...] | list[Item], lines: list[str], numbering: Numbering) -> Rows:
    """The rows that the reading of plans finds; where it would lose words, each line as a paragraph."""
    document = read_lines(items)
    rows = _rows(document)
    said = squeezed("".join(lines))
    if lines and _letters(_text(rows)) != _letters(said):
        return tuple(_paragraph(line) for line in lines)
    return _levelled(rows, numbering)


def _letters(text: str) -> list[str]:
    return sorted(character for character in squeezed(text) if character.isalpha() or character.isdigit())


def _rows(document: Document) -> Rows:
    """All that a recognised text holds, what stands above and under its sections as paragraphs."""
    head = [text_of(document.title), document.subtitle, document.status, document.addressee]
    above = [_paragraph(line) for line in head if line]
    under = [_paragraph(line) for line in (document.issuer, document.date, *document.notes) if line]
    rows = [*above, *rows_of(document.preamble, document.sections), *under]
    for annex in document.attachments:
        rows += _rows(annex)
    return tuple(rows)


def _text(rows: Rows) -> str:
    out: list[str] = []
    for row in rows:
        if isinstance(row, Section):
            out += [str(row.number or ""), text_of(row.title)]
        else:
            out += _block_texts(row)
    return "".join(out)


def _block_texts(block: Block) -> list[str]:
    texts = [one.marker + text_of(one.spans) for one in paragraphs((block,))]
    if isinstance(block, Table):
        return [block.caption, *block.columns, *texts]
    return texts if isinstance(block, Paragraph) else [block.number, block.title, *texts]


def _levelled(rows: Rows, numbering: Numbering) -> Rows:
    """Headings on the level where the draft counts as they are counted; those without such a number keep their own."""
    return tuple(_on_its_level(row, numbering) for row in rows)


def _on_its_level(row: Row, numbering: Numbering) -> Row:
    if isinstance(row, Section) and row.number and row.number.form in numbering.forms:
        return replace(row, level=numbering.forms.index(row.number.form) + 1)
    return Paragraph(joined(row.title)) if isinstance(row, Section) and row.number is None else row
