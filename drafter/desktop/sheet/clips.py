"""What is copied from the sheet and pasted on it: rows with their slots inside the program, text and HTML outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QTextEdit

from drafter.desktop.sheet.carets import Caret, Carets, at, chip_at
from drafter.desktop.sheet.gestures import Answer, Covered, Wanted, covered, insert, without_selection
from drafter.desktop.sheet.strips import Strip
from drafter.desktop.sheet.view import View
from drafter.model.document import Box, Paragraph, Section, Table
from drafter.model.draft import Draft, Slot, references, slot_texts
from drafter.model.flow import Row, Rows, stretch_of
from drafter.model.path import Path, part_at, with_part
from drafter.model.pieces import pieces
from drafter.model.plain import from_plain, to_plain
from drafter.model.structuring import insert_rows, paste_pieces
from drafter.model.walk import paragraphs, text_of
from drafter.model.wording import put_pieces, span_range, words_at
from drafter.workflow import pasting

OWN = "application/x-drafter-rows"
"""The form in which rows stay rows inside the program: {"rows": […], "slots": […]}."""


class _Maker(QTextEdit):
    """Makes an empty QMimeData in Qt itself: one made here would be freed twice at the end of the program."""

    def mime_data(self) -> QMimeData:
        """The object."""
        self.setPlainText(" ")
        self.selectAll()
        data = self.createMimeDataFromSelection()
        data.text()  # it writes its own text once, at the first reading
        data.clear()
        return data


def copied(view: View, carets: Carets) -> QMimeData | None:
    """The selection for the clipboard; None where nothing is selected."""
    if carets.empty or view.draft is None:
        return None
    chosen = list(covered(view, carets))
    rows = tuple(_rows(view.draft, chosen))
    used = {reference.slot for row in rows for spans in _spans(row) for reference in references(spans)}
    slots = [slot for slot in view.draft.slots if slot.id in used]
    data = _Maker().mime_data()
    data.setText(plain_text(chosen))
    data.setHtml(_html(rows, view.draft))
    own = {"rows": to_plain(rows), "slots": to_plain(tuple(slots))}
    data.setData(OWN, json.dumps(own, ensure_ascii=False).encode())
    return data


def _spans(row: Row) -> list[tuple]:  # pyright: ignore[reportMissingTypeArgument, reportUnknownParameterType]
    return [row.title] if isinstance(row, Section) else [one.spans for one in paragraphs((row,))]


def _rows(draft: Draft, chosen: list[Covered]) -> Iterator[Row]:
    """The rows of the selected fields: boxes and tables that are selected whole as they are, else their words."""
    shown = slot_texts(draft)
    done: Path = ()
    paths = [strip.path(number) for strip, number, _, _ in chosen]
    for place, (strip, number, a, b) in enumerate(chosen):
        path = paths[place]
        if done and path[: len(done)] == done:
            continue
        block = _block_around(path)
        if block and len(chosen) > 1 and _is_whole(strip, block, paths, place):
            done = block
            yield part_at(draft.document, block)
            continue
        owner, words = part_at(draft.document, path[:-1]), span_range(words_at(draft, path), shown, a, b)
        full = a == 0 and b == strip.fields[number].end - strip.fields[number].start
        if isinstance(owner, Section) and path[-1] == "title" and len(chosen) > 1 and (full or place):
            yield replace(owner, title=words, blocks=(), children=())
        elif isinstance(owner, Paragraph):
            yield replace(owner, spans=words, marker=owner.marker if a == 0 else "")
        else:
            yield Paragraph(words)


def _block_around(path: Path) -> Path:
    """The path of the outermost box or table in which a path lies, () where there is none."""
    for place, step in enumerate(path):
        if step in ("blocks", "preamble") and len(path) > place + 3:
            return path[: place + 2]
        if step in ("blocks", "preamble") and path[-1] in ("title", "caption") and len(path) == place + 3:
            return path[: place + 2]
    return ()


def _is_whole(strip: Strip, block: Path, paths: list[Path], place: int) -> bool:
    """Whether all fields of a block are selected, beginning with this one."""
    chunk = strip.chunk
    assert chunk is not None
    inside = [
        one.path(number) for one in chunk.strips() for number in range(len(one.fields))
        if one.path(number)[: len(block)] == block
    ]  # fmt: skip
    return paths[place : place + len(inside)] == inside


def plain_text(chosen: list[Covered]) -> str:
    """The words of selected fields, with their numbers, cells parted by tabs, everything else by lines."""
    lines: list[str] = []
    last: Strip | None = None
    for strip, number, a, b in chosen:
        one = strip.fields[number]
        start, end = one.start + a, one.start + b
        if strip is last:
            lines[-1] += strip.text[strip.fields[number - 1].end : end]
            continue
        if a == 0 and number == 0 and (len(chosen) > 1 or b == one.end - one.start):
            start = 0
        words = strip.text[start:end]
        if last is not None and strip.row is not None and strip.row is last.row:
            lines[-1] += "\t" + words
        else:
            lines.append(words)
        last = strip
    return "\n".join(lines)


def _html(rows: Rows, draft: Draft) -> str:
    shown = slot_texts(draft)
    return "".join(_html_of(row, shown) for row in rows)


def _html_of(row: Row, shown) -> str:  # noqa: ANN001 # pyright: ignore[reportMissingParameterType, reportUnknownParameterType]
    match row:
        case Section():
            return f"<p>{escape(str(row.number or '') + text_of(row.title, shown))}</p>"
        case Paragraph():
            return f"<p>{escape(row.marker + text_of(row.spans, shown))}</p>"
        case Box():
            return f"<p>{escape(row.title)}</p>" + "".join(_html_of(one, shown) for one in row.blocks)
        case Table():
            head = "".join(f"<th>{escape(name)}</th>" for name in row.columns)
            body = (
                "<tr>" + "".join(f"<td>{escape(text_of(cell.spans, shown))}</td>" for cell in cells) + "</tr>"
                for cells in row.rows
            )
            return f"<table><tr>{head}</tr>{''.join(body)}</table>"


# pasting


def paste(view: View, carets: Carets, data: QMimeData) -> Answer:
    """What is on the clipboard, put in at the caret or over the selection."""
    label = QCoreApplication.translate("sheet", "粘贴")
    if view.draft is None:
        return None
    chip = chip_at(view, carets.caret)
    if chip is not None and not chip.open:
        return insert(view, carets, " ".join(data.text().split()))
    rows, slots = _offered(view.draft, data)
    if not rows:
        return None
    return put_rows(view, carets, rows, slots, label)


def _offered(draft: Draft, data: QMimeData) -> tuple[Rows, tuple[Slot, ...]]:
    if data.hasFormat(OWN):
        own = json.loads(bytes(data.data(OWN).data()).decode())
        return from_plain(tuple[Row, ...], own["rows"]), from_plain(tuple[Slot, ...], own["slots"])
    numbering = draft.document.numbering
    if data.hasHtml() and data.html().strip():
        return pasting.pasted_html(data.html(), data.text(), numbering), ()
    return (pasting.pasted_text(data.text(), numbering), ()) if data.text().strip() else ((), ())


def put_rows(view: View, carets: Carets, rows: Rows, slots: tuple[Slot, ...], label: str) -> Answer:
    """Rows put in at the caret: one paragraph goes into the line, a table into a table cell by cell."""
    making = without_selection(view, carets)
    if making is None:
        return None
    draft, path, caret = making.draft, making.path, making.caret
    if "rows" in path and len(rows) == 1 and isinstance(rows[0], Table):
        return Wanted(label, _into_cells(draft, path, rows[0]), carets, at(caret))
    single = paste_pieces(draft, rows, slots)
    if single is None and stretch_of(path) is not None:
        edited = insert_rows(draft, path, caret.offset, rows, slots)
        if edited is not None:
            return Wanted(label, edited.draft, carets, at(Caret(edited.key, edited.offset)))
    if single is None:
        text = " ".join(text_of(spans, slot_texts(draft)) for row in rows for spans in _spans(row))
        single = draft, (text,)
    draft, spans = single
    after = put_pieces(draft, path, caret.offset, caret.offset, pieces(spans))
    length = len(text_of(spans, slot_texts(draft)))
    return Wanted(label, after, carets, at(Caret(caret.key, caret.offset + length)))


def _into_cells(draft: Draft, path: Path, table: Table) -> Draft:
    """The words of a table in the cells from one on; the table grows downwards where it is too short."""
    rows_at = len(path) - 1 - path[::-1].index("rows")
    top, left = path[rows_at + 1], path[rows_at + 2]
    assert isinstance(top, int)
    assert isinstance(left, int)
    target: Table = part_at(draft.document, path[:rows_at])
    new = [tuple((name,) if name else () for name in table.columns)] if any(table.columns) else []
    new += [tuple(cell.spans for cell in cells) for cells in table.rows]
    rows = list(target.rows)
    width = len(target.columns) or max(map(len, rows), default=0)
    next_id = draft.next_id
    for down, cells in enumerate(new):
        if top + down >= len(rows):
            rows.append(tuple(Paragraph(id=type(target.rows[0][0].id)(next_id + n)) for n in range(width)))
            next_id += width
        line = list(rows[top + down])
        for right, spans in enumerate(cells):
            if left + right < len(line):
                line[left + right] = replace(line[left + right], spans=spans)
        rows[top + down] = tuple(line)
    document = with_part(draft.document, path[:rows_at], replace(target, rows=tuple(rows)))
    return replace(draft, document=document, next_id=next_id)
