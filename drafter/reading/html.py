"""Saved web pages: the document out of menus and footers, as lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from drafter.errors import UnreadableFile
from drafter.model.numbering import parse_number
from drafter.reading.doubts import Dropped, Told
from drafter.reading.lines import Grid, Item, Line, close_gaps
from drafter.reading.tables import with_one_header
from drafter.text.normal import squeezed

_DROPPED = {
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "select",
    "button",
    "iframe",
    "svg",
    "head",
    "template",
    "textarea",
}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "center",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "table",
    "body",
    "pre",
    "figure",
    "figcaption",
    "ucapcontent",
}
_MARGINS = {"header", "footer"}
"""What office programs that save as a web page call the heads and feet of pages."""
_INLINE = {"p", "span", "font", "b", "strong"}
"""An element with the document is none of these, but holds them."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAIN_SHARE = 0.85
"""Share of a page's sentences that the element with the document holds."""
NAME_LEAST = 6
"""Characters at least of a document's name above it."""
LAYOUT_CELL = 400
"""Characters of a cell from which on its table only lays out the page."""


def lines_of_html(text: str, name: str, told: Told | None = None) -> tuple[tuple[Item, ...], str]:
    """(items, title of the page) of a saved page. Raises UnreadableFile where it holds no text."""
    import lxml.etree
    import lxml.html

    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    try:
        root = lxml.html.document_fromstring(
            source, parser=lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
        )
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            f"“{name}”里没有可读的网页正文。", "请在浏览器中把正文复制到 WPS，存为 .docx 后再导入。"
        ) from error
    title = root.findtext(".//title") or ""
    for element in list(root.iter()):
        hidden = not isinstance(element.tag, str) or element.tag in _DROPPED or element.get("title") in _MARGINS
        if (hidden or _HIDDEN.search(element.get("style") or "")) and element.getparent() is not None:
            element.drop_tree()
    main = _main(root)
    if told:
        told.drop(Dropped.MENUS, _beside(main))
    items = (*_index(main), *_with_gaps(_items(main)))
    heading = _heading_outside(root, main) or _named_above(main, squeezed(title))
    return items, heading or re.split(r"\s*[_|]\s*|\s+-\s+", title.strip())[0]


def _main(root: Any) -> Any:  # noqa: ANN401
    """The smallest element that holds nearly all sentences of the page."""
    everything = list(root.iter())
    weight = {id(element): 0 for element in everything}
    for element in everything:
        own = 0 if element.tag == "a" and element.get("href") else _sentences(element.text)
        own += sum(_sentences(child.tail) for child in element)
        while own and element is not None:
            weight[id(element)] += own
            element = element.getparent()  # noqa: PLW2901
    main = root
    while children := [child for child in main if weight[id(child)] >= MAIN_SHARE * max(weight[id(root)], 1)]:
        if children[0].tag in _INLINE:
            break
        main = children[0]
    return main


def _beside(main: Any) -> Iterator[str]:  # noqa: ANN401
    """The texts of what stands before and behind the element with the document."""
    for element in (main, *main.iterancestors()):
        for other in (*reversed(list(element.itersiblings(preceding=True))), *element.itersiblings()):
            if text := re.sub(r"\s+", " ", other.text_content()).strip():
                yield text


def _index(main: Any) -> Iterator[Grid]:  # noqa: ANN401
    """The index of the document (索引号, 发文字号) that a page has above it in a table of labels."""
    for element in (main, *main.iterancestors()):
        for other in element.itersiblings(preceding=True):
            for table in other.iter("table"):
                if len(re.findall(r"[号期构关]\s*[:：]", table.text_content())) > 1 and not _is_layout(table):
                    yield _grid(table)


def _sentences(text: str | None) -> int:
    """The characters of a text that reads like one of a document and not like a label of the page."""
    return len(text) if text and re.search(r"[，。；、]", text) else 0


def _heading_outside(root: Any, main: Any) -> str:  # noqa: ANN401
    headings = [h for h in root.iter("h1") if main not in h.iterancestors()]
    return squeezed(headings[0].text_content()) if headings else ""


def _named_above(main: Any, title: str) -> str:  # noqa: ANN401
    """The nearest text above the element with the document that the title of the page holds, or ""."""
    for element in (main, *main.iterancestors()):
        for other in element.itersiblings(preceding=True):
            if len(text := squeezed(other.text_content())) >= NAME_LEAST and text in title:
                return text
    return ""


def _with_gaps(items: Iterator[Item]) -> Iterator[Item]:
    gap = 0
    for item in items:
        if isinstance(item, Line) and not item.text:
            gap += 1
            continue
        yield replace(item, gap=gap)
        gap = 0


def _items(element: Any) -> Iterator[Item]:  # noqa: ANN401
    """The lines of an element: blocks end a line, <br> too; real tables are grids."""
    pending: list[str] = []
    yield from _inside(element, pending)
    yield from _flushed(pending, element)


def _inside(root: Any, pending: list[str]) -> Iterator[Item]:  # noqa: ANN401
    """The lines of an element; by a list of steps, since a hostile page nests deeper than calls can."""
    steps = [(root, False)]
    counted: Counter[Any] = Counter()
    while steps:
        node, done = steps.pop()
        block = node.tag in _BLOCKS
        if done:
            if block and node.tag in ("p", "div") and not "".join(pending).strip() and not len(node):
                yield Line("")
            if block:
                yield from _flushed(pending, node)
            if node is not root:
                pending.append(_spaced(node.tail))
            continue
        steps.append((node, True))
        if block:
            yield from _flushed(pending, node)
        if node.tag == "table" and not _is_layout(node):
            yield _grid(node)
        elif node.tag == "br":
            pending.append("\n")
        else:
            pending.append(_counted(node, counted) + _spaced(node.text))
            steps += [(child, False) for child in reversed(node)]


def _counted(node: Any, counted: Counter[Any]) -> str:  # noqa: ANN401
    """The number that a browser prints before an item of an ordered list, where none is typed; "" elsewhere."""
    above = node.getparent() if node.tag == "li" else None
    if above is None or above.tag != "ol" or above.get("type", "1") != "1" or "none" in (above.get("style") or ""):
        return ""
    counted[above] += 1
    start = above.get("start") or "1"
    number = counted[above] - 1 + (int(start) if re.fullmatch(r"\d{1,4}", start) else 1)
    return "" if parse_number("".join(islice(node.itertext(), 5)).strip()) else f"{number}."


def _spaced(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _flushed(pending: list[str], element: Any) -> Iterator[Line]:  # noqa: ANN401
    text = "".join(pending)
    pending.clear()
    yield from _lines(text, element)


def _lines(text: str, element: Any) -> Iterator[Line]:  # noqa: ANN401
    heading = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else 0
    indented = bool(re.search(r"text-indent\s*:\s*[1-9]", element.get("style") or "")) or text[:1] in "\u3000\u00a0"
    if not text.strip(" "):
        return
    for piece in text.split("\n"):
        yield Line(close_gaps(piece.replace("\t", " ")), heading, indented or piece[:1] in "\u3000\u00a0", whole=True)


def _is_layout(table: Any) -> bool:  # noqa: ANN401
    """Whether a table only places parts of the page: it has one column, or tables or long texts stand in its cells."""
    cells = list(table.iter("td", "th"))
    if len(cells) < 2 or any(cell.find(".//table") is not None for cell in cells):
        return True
    if any(len(cell.text_content()) > LAYOUT_CELL and len(cell.findall(".//p")) > 3 for cell in cells):
        return True
    return all(sum(1 for _ in row.iter("td", "th")) == 1 for row in table.iter("tr"))


def _grid(table: Any) -> Grid:  # noqa: ANN401
    """A table with cells that span rows and columns laid out."""
    rows: list[list[str]] = []
    open_cells: dict[int, tuple[int, str]] = {}
    merged: set[int] = set()
    for number, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        queue = list(row.iter("td", "th"))
        while queue or len(cells) in open_cells:
            column = len(cells)
            if column in open_cells:
                left, text = open_cells.pop(column)
                cells.append(text)
                merged.add(column)
                if left > 1:
                    open_cells[column] = (left - 1, text)
                continue
            cell = queue.pop(0)
            text = close_gaps(re.sub(r"\s+", " ", cell.text_content()))
            down, across = (_span(cell, "rowspan"), _span(cell, "colspan"))
            for place in range(across):
                cells.append(text if place == 0 or number == 0 else "")
                if down > 1:
                    open_cells[column + place] = (down - 1, cells[-1])
        rows.append(cells)
    width = max(map(len, rows), default=0)
    padded = [tuple(row + [""] * (width - len(row))) for row in rows]
    return Grid(with_one_header(padded, _header_rows(table)), tuple(sorted(merged)))


def _header_rows(table: Any) -> int:  # noqa: ANN401
    """How many rows the header takes: as many as a cell of the first spans beside one over several columns."""
    first = next(table.iter("tr"), ())
    wide = any(_span(cell, "colspan") > 1 for cell in first)
    return max((_span(cell, "rowspan") for cell in first), default=1) if wide else 1


def _span(cell: Any, name: str) -> int:  # noqa: ANN401
    value = cell.get(name) or "1"
    return min(max(int(value), 1), 60) if re.fullmatch(r"\d{1,3}", value) else 1
