"""Word files: the paragraphs, tables and boxes of a .docx as lines, walked with lxml (ECMA-376-1, part 17)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.reading.archive import Archive
from drafter.reading.docx_numbers import CONTENTS, LEVELS, Numbers, Style, W, count_of, read_numbers, read_styles
from drafter.reading.docx_xml import children, main_part, parsed
from drafter.reading.lines import Frame, Grid, Item, Line, close_gaps, texts
from drafter.reading.tables import cell_of, with_one_header

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = {
    W + tag
    for tag in (
        *("r", "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent"),
        *("fldSimple", "customXml", "ruby", "rubyBase", "dir", "bdo"),
    )
}
_CHANGES = {W + tag for tag in ("ins", "moveTo", "del", "moveFrom")}
_DRAWN = {W + tag for tag in ("drawing", "pict", "object")}
_WITH_CARE = {*_CHANGES, *_DRAWN, W + "vanish", W + "rt", W + "sdt", _MC + "AlternateContent"}
"""What makes the text of a paragraph more than the words in it: changes, text boxes, hidden and alternative text."""
_UNEVEN = tuple(W + tag for tag in ("gridSpan", "vMerge", "gridBefore", "numPr", "tbl", "customXml", "smartTag"))
"""What makes a table more than rows of cells of plain paragraphs."""
_P, _T, _VALUE, _STYLE = (W + tag for tag in ("p", "t", "val", "pStyle"))
_TRACKED = "文中有修订标记，按接受全部修订后的文字读入。"
_Properties = dict[Any, Any]
"""The elements of w:pPr or the like by tag."""
_OWN = "|".join(f"w:pPr/w:{tag}" for tag in ("pStyle", "numPr", "ind", "outlineLvl"))
_NO_STYLE = Style()
_TITLE = "title"
_CAPTIONS = ("caption", "题注", "表题")
SPAN_MOST = 60
"""Columns that one cell may span."""
NESTED_MOST = 60
"""How deep tables, content controls and text boxes may stand in each other before the rest is left out."""


@dataclass(slots=True)
class _File:
    """What is needed while walking: `words` are the tags of words that occur, `plain` that no paragraph needs care.

    A search for one tag costs lxml far less than one for many. `own` finds the properties of a paragraph that count.
    """

    styles: dict[str, Style]
    numbers: Numbers
    own: Callable[[Any], list[Any]]
    words: tuple[str, ...] = (_T,)
    plain: bool = True
    warnings: dict[str, None] = field(default_factory=dict)

    def note(self, tag: str) -> None:
        """Takes note of what else than plain text occurs."""
        if tag in _WORDS and tag not in self.words:
            self.words = (*self.words, tag)
        self.plain = self.plain and tag not in _WITH_CARE


def lines_of_docx(data: bytes, name: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of a .docx. Raises UnreadableFile where it is none."""
    import lxml.etree

    archive = Archive(data, name)
    main = main_part(archive)
    folder = main.rpartition("/")[0]
    file = _File(
        read_styles(parsed(archive, f"{folder}/styles.xml")),
        read_numbers(parsed(archive, f"{folder}/numbering.xml")),
        lxml.etree.XPath(_OWN, namespaces={"w": W[1:-1]}),
    )
    items = tuple(_items(children(archive, main, W + "body", _BLOCKS, file.note), file, 0))
    return items, tuple(file.warnings)


def _items(container: Any, file: _File, depth: int) -> Iterator[Item]:  # noqa: ANN401
    gap = 0
    if depth > NESTED_MOST:
        file.warnings["嵌套过深的内容没有读入。"] = None
        return
    for child in container:
        for item in _of_child(child, file, depth):
            if isinstance(item, Line) and not item.text:
                gap += 1
                continue
            yield replace(item, gap=gap) if gap else item
            gap = 0


def _of_child(child: Any, file: _File, depth: int) -> Iterator[Item]:  # noqa: ANN401
    tag = child.tag
    if tag == W + "p":
        yield from _paragraph(child, file, depth)
    elif tag == W + "tbl":
        yield from _table(child, file, depth)
    elif tag == W + "sdt":
        gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        content = child.find(W + "sdtContent")
        if content is not None and (gallery is None or gallery.get(W + "val") != "Table of Contents"):
            yield from _items(content, file, depth + 1)
    elif tag in (W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
        yield from _items(child, file, depth + 1)
    elif tag in (W + "del", W + "moveFrom"):
        file.warnings[_TRACKED] = None
    elif tag == _MC + "AlternateContent":
        chosen = _chosen(child)
        if chosen is not None:
            yield from _items(chosen, file, depth + 1)


def _chosen(alternate: Any) -> Any:  # noqa: ANN401
    """The one of several equal contents that is read."""
    choice = alternate.find(_MC + "Choice")
    return choice if choice is not None else alternate.find(_MC + "Fallback")


def _paragraph(element: Any, file: _File, depth: int) -> Iterator[Item]:  # noqa: ANN401
    own: _Properties = {one.tag: one for one in file.own(element)}
    style = file.styles.get(_value(own, "pStyle") or "", _NO_STYLE)
    boxes: list[Any] = []
    if file.plain or next(element.iter(*_WITH_CARE), None) is None:
        text = _text(element, file)
    else:
        pieces: list[str] = []
        _collect(element, pieces, boxes, file)
        text = "".join(pieces)
    number = _number(own, style, file) if text.strip() else ""
    if not style.name.startswith(CONTENTS):
        indent = bool(text) and (text[0] in "\u3000\u00a0 " or _indent(own))
        heading = style.outline or _outline(own)
        titled = style.name == _TITLE
        for piece in [number + text.replace("\n", "")] if titled else (number + text).split("\n"):
            plain = close_gaps(piece.replace("\t", " "))
            yield Line(plain, heading, indent, whole=True, caption=style.name in _CAPTIONS, titled=titled)
    for box in boxes:
        inside = tuple(_items(box, file, depth + 1))
        if inside:
            yield inside[0] if len(inside) == 1 else Frame(inside)


def _text(element: Any, file: _File) -> str:  # noqa: ANN401
    """The words of a paragraph that needs no care."""
    if len(file.words) == 1:
        return "".join([one.text or "" for one in element.iter(_T)]).replace("\n", " ")
    return "".join([_WORDS[one.tag](one) for one in element.iter(*file.words)])


def _value(own: _Properties, tag: str) -> str | None:
    found = own.get(W + tag)
    return None if found is None else found.get(_VALUE)


def _outline(own: _Properties) -> int:
    level = count_of(_value(own, "outlineLvl"))
    return level + 1 if level is not None and level < LEVELS else 0


def _indent(own: _Properties) -> bool:
    found = own.get(W + "ind")
    if found is None:
        return False
    return bool((found.get(W + "firstLine") or "").lstrip("0") or (found.get(W + "firstLineChars") or "").lstrip("0"))


def _number(own: _Properties, style: Style, file: _File) -> str:
    """The automatic number of a paragraph: its own list, or that of its style; list 0 takes a style's list away."""
    given = own.get(W + "numPr")
    listed: _Properties = {} if given is None else {one.tag: one for one in given}
    list_id = _value(listed, "numId") or style.list_id
    level = count_of(_value(listed, "ilvl"))
    if not list_id or list_id == "0":
        return ""
    return file.numbers.printed(list_id, (style.list_level or 0) if level is None else level)


def _collect(element: Any, pieces: list[str], boxes: list[Any], file: _File) -> None:  # noqa: ANN401
    """Gathers the text of a paragraph, and the text boxes anchored in it."""
    for child in element:
        tag = child.tag
        if tag in _WORDS:
            pieces.append(_WORDS[tag](child))
        elif tag in _DRAWN:
            boxes.extend(_outermost(child))
        elif (inside := _inside(child, file)) is not None:
            _collect(inside, pieces, boxes, file)


def _inside(child: Any, file: _File) -> Any:  # noqa: ANN401
    """The element whose content counts as the paragraph's, or None: hidden and deleted text does not."""
    if child.tag in _CHANGES:
        file.warnings[_TRACKED] = None
    if child.tag == _MC + "AlternateContent":
        return _chosen(child)
    if child.tag == W + "r" and child.find(f"{W}rPr/{W}vanish") is not None:
        return None
    return child if child.tag in _THROUGH else None


def _break(element: Any) -> str:  # noqa: ANN401
    return "" if element.get(W + "type") in ("page", "column") else "\n"


def _symbol(element: Any) -> str:  # noqa: ANN401
    """The character of a w:sym; private codes of symbol fonts stand for pictures and are left out."""
    code = element.get(W + "char") or ""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else 0
    return "" if number < 32 or 0xD800 <= number <= 0xF8FF else chr(number)


_WORDS: dict[str, Callable[[Any], str]] = {
    W + "t": lambda one: (one.text or "").replace("\n", " "),
    W + "tab": lambda _: "\t",
    W + "ptab": lambda _: "\t",
    W + "br": _break,
    W + "cr": _break,
    W + "noBreakHyphen": lambda _: "-",
    W + "sym": _symbol,
}


_BLOCKS = {*(W + tag for tag in ("p", "tbl", "customXml", "smartTag")), *_WITH_CARE, *_WORDS} - {_T}
"""What stands in a body or makes a block in it more than plain text."""


def _outermost(drawing: Any) -> Iterator[Any]:  # noqa: ANN401
    """The text boxes of a drawing, each once, those inside another left to it."""
    for box in drawing.iter(W + "txbxContent"):
        if not any(parent.tag == W + "txbxContent" for parent in _between(box, drawing)):
            inside = [parent for parent in _between(box, drawing) if parent.tag == _MC + "Fallback"]
            if not any(parent.getprevious() is not None for parent in inside):
                yield box


def _between(element: Any, root: Any) -> Iterator[Any]:  # noqa: ANN401
    parent = element.getparent()
    while parent is not None and parent is not root:
        yield parent
        parent = parent.getparent()


def _table(element: Any, file: _File, depth: int) -> Iterator[Item]:  # noqa: ANN401
    """A table as a Grid; one of a single cell or a single column is a Frame."""
    if even := _even_rows(element, file):
        yield Grid(even, ())
        return
    rows = list(_rows(element))
    if all(len(cells) == 1 for cells in rows):
        inside = tuple(item for cells in rows for cell, _, _ in cells for item in _items(cell, file, depth + 1))
        if inside:
            yield Frame(inside)
        return
    yield from _grid(rows, file, depth)


def _even_rows(table: Any, file: _File) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401
    """The texts of a table of several columns that has as many plain cells in every row; () for any other."""
    styles = (file.styles.get(one.get(_VALUE) or "", _NO_STYLE) for one in table.iter(_STYLE))
    if (
        not file.plain
        or next(table.iterdescendants(*_UNEVEN), None) is not None
        or any(style.is_special for style in styles)
    ):
        return ()
    rows = [[_plain_cell(cell, file) for cell in row.iterchildren(W + "tc")] for row in table.iterchildren(W + "tr")]
    rows = [row for row in rows if row]
    return tuple(map(tuple, rows)) if len(set(map(len, rows))) == 1 and len(rows[0]) > 1 else ()


def _plain_cell(cell: Any, file: _File) -> str:  # noqa: ANN401
    pieces = [piece for one in cell.iterchildren(_P) for piece in _text(one, file).split("\n")]
    return cell_of([close_gaps(piece.replace("\t", " ")) for piece in pieces])


def _rows(element: Any) -> Iterator[list[tuple[Any, int, bool]]]:  # noqa: ANN401
    """The rows of a table: (cell, columns it spans, whether it goes on from above)."""
    for row in _children(element, W + "tr"):
        given = row.find(W + "trPr")
        own: _Properties = {} if given is None else {one.tag: one for one in given}
        if W + "del" in own:
            continue
        cells: list[tuple[Any, int, bool]] = []
        before = count_of(_value(own, "gridBefore")) or 0
        cells += [(None, 1, False)] * min(before, SPAN_MOST)
        for cell in _children(row, W + "tc"):
            cells.append((cell, *_merging(cell.find(W + "tcPr"))))
        if cells:
            yield cells


def _merging(properties: Any) -> tuple[int, bool]:  # noqa: ANN401
    """(columns that a cell spans, whether it goes on from above)."""
    span, goes_on = 1, False
    for one in () if properties is None else properties:
        if one.tag == W + "gridSpan":
            span = min(count_of(one.get(W + "val")) or 1, SPAN_MOST)
        elif one.tag == W + "vMerge":
            goes_on = one.get(W + "val") != "restart"
    return span, goes_on


def _children(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """The children with a tag, those in content controls and under change tracking too, not those of tables inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _grid(rows: list[list[tuple[Any, int, bool]]], file: _File, depth: int) -> Iterator[Grid]:
    filled: list[list[str]] = []
    merged: set[int] = set()
    for number, cells in enumerate(rows):
        row: list[str] = []
        for cell, span, continues in cells:
            column = len(row)
            if continues and filled and column < len(filled[-1]):
                text = filled[-1][column]
                merged.add(column)
            else:
                text = "" if cell is None else _cell_text(cell, file, depth)
            row += [text] + [text if number == 0 else ""] * (span - 1)
        filled.append(row)
    width = max(map(len, filled), default=0)
    padded = [tuple(row + [""] * (width - len(row))) for row in filled]
    body_merged = tuple(sorted(merged))
    yield Grid(with_one_header(padded, _header_rows(rows)), body_merged)


def _header_rows(rows: list[list[tuple[Any, int, bool]]]) -> int:
    """How many rows the header takes: those into which its first cells go on, beside one over several columns."""
    if all(span == 1 for _, span, _ in rows[0]):
        return 1
    depth, open_ = 1, set(range(sum(span for _, span, _ in rows[0])))
    while open_ and depth < len(rows):
        column, down = 0, set[int]()
        for _, span, goes_on in rows[depth]:
            down |= set(range(column, column + span)) if goes_on else set()
            column += span
        open_ &= down
        depth += bool(open_)
    return depth


def _cell_text(cell: Any, file: _File, depth: int) -> str:  # noqa: ANN401
    """The text of a cell; a table inside it row by row: the cells parted by commas, the rows by semicolons."""
    return cell_of(list(map(_flat, _items(cell, file, depth + 1))))


def _flat(item: Item) -> str:
    if isinstance(item, Grid):
        return "；".join("，".join(filter(None, row)) for row in item.rows)
    return "".join(texts([item]))
