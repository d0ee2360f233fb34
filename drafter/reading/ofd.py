"""OFD files (GB/T 33190-2016): the words of their pages with their places, as lines. Nothing outside is fetched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from drafter.errors import UnreadableFile
from drafter.reading.archive import Archive
from drafter.reading.doubts import Told
from drafter.reading.lines import Item
from drafter.reading.sheet_items import items_of
from drafter.reading.sheets import FAR, Piece, Rule, Sheet, plain, straight

POINT = 72 / 25.4
"""Points of a millimetre, the unit of OFD."""
PAGES_MOST, PART_MOST = 5_000, 50_000_000
"""Pages, and bytes of XML of one page, that are read at most."""
PAPER = (210.0, 297.0)
"""Width and height where the file names none."""
WIDE = 1.5
"""A step of so many letter heights beyond the letter parts pieces."""
_OTHERS = "请在 OFD 阅读器或 WPS 中打开它，另存为 .docx 或 PDF 后再导入。"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PATH_STEP = re.compile(rf"([SMLQBAC])((?:\s*,?\s*{_NUMBER.pattern})*)")
_Box = tuple[float, float, float, float]


def lines_of_ofd(data: bytes, name: str, told: Told | None = None) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of an OFD file; `told` hears what is left out.

    Raises UnreadableFile where it is damaged, locked or without text.
    """
    archive = Archive(data, name)
    if any(part.rpartition("/")[2] in ("Encryptions.xml", "OFDEntries.xml") for part in archive.names):
        raise UnreadableFile(f"“{name}”有密码，读不出文字。", "请先取消密码，再导入。")
    sheets: list[Sheet] = []
    warnings: list[str] = []
    for root in _texts_of(_parsed(archive, "OFD.xml"), "DocRoot"):
        sheets.extend(_sheets(archive, _inside(root), PAGES_MOST - len(sheets)))
    if not sheets:
        raise UnreadableFile(f"“{name}”里没有页面，可能已损坏。", _OTHERS)
    if not any(sheet.pieces for sheet in sheets):
        raise UnreadableFile(
            f"“{name}”共 {len(sheets)} 页，里面没有文字，可能是扫描图片。",
            "请先做文字识别（OCR），存为 .docx 后再导入。",
        )
    if bare := [str(number) for number, sheet in enumerate(sheets, 1) if not sheet.pieces]:
        warnings.append(f"第 {'、'.join(bare[:20])} 页没有文字（空白或图片），没有读入。")
    return items_of(sheets, told), tuple(warnings)


def _sheets(archive: Archive, document: str, most: int) -> Iterator[Sheet]:
    root = _parsed(archive, document)
    paper = _box(next(_texts_of(root, "PhysicalBox"), "")) if root is not None else None
    pages = [] if root is None else [page for page in root.iter() if _tag(page) == "Page" and page.get("BaseLoc")]
    for page in pages[:most]:
        content = _parsed(archive, _inside(page.get("BaseLoc"), document))
        if content is not None:
            yield _sheet(content, paper)


def _inside(target: str, beside: str = "") -> str:
    """The name of a part: `target` from the root or beside another part; what leads out of the file names no part."""
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(beside), target)
    return posixpath.normpath(path).lstrip("/")


def _parsed(archive: Archive, part: str) -> Any:  # noqa: ANN401
    """The root of a part, None where there is none; entities are not expanded."""
    import lxml.etree

    data = archive.read(part)
    if data is None:
        return None
    if len(data) > PART_MOST:
        raise UnreadableFile(f"“{archive.name}”里的“{part}”太大，没有读入。", _OTHERS)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"“{archive.name}”里的“{part}”已损坏。", _OTHERS) from error


def _tag(element: Any) -> str:  # noqa: ANN401
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts_of(root: Any, tag: str) -> Iterator[str]:  # noqa: ANN401
    if root is not None:
        yield from (element.text for element in root.iter() if _tag(element) == tag and element.text)


def _numbers(text: str | None) -> list[float]:
    return [max(-FAR, min(float(number), FAR)) for number in _NUMBER.findall(text or "")]


def _box(text: str | None) -> _Box | None:
    """(left, top, width, height) in millimetres from the upper left corner."""
    found = _numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def _sheet(content: Any, paper: _Box | None) -> Sheet:  # noqa: ANN401
    own = _box(next(_texts_of(content, "PhysicalBox"), "")) or paper or (0, 0, *PAPER)
    height = own[3] * POINT
    pieces: list[Piece] = []
    rules: list[Rule] = []
    for element in content.iter():
        box = _box(element.get("Boundary"))
        if box is None:
            continue
        if _tag(element) == "TextObject":
            pieces.extend(_pieces(element, box, height))
        elif _tag(element) == "PathObject":
            rules.extend(_rules(element, box, height))
    return Sheet(own[2] * POINT, height, tuple(pieces), tuple(rules))


def _matrix(element: Any) -> tuple[float, ...]:  # noqa: ANN401
    found = _numbers(element.get("CTM"))
    return tuple(found) if len(found) == 6 else (1, 0, 0, 1, 0, 0)


def _pieces(element: Any, box: _Box, height: float) -> Iterator[Piece]:  # noqa: ANN401
    """The words of a text object; those that stand aslant (watermarks) are left out."""
    a, b, c, d, e, f = _matrix(element)
    size = (_numbers(element.get("Size")) or [0.0])[0]
    if size <= 0 or a <= 0 or d <= 0 or abs(b) > 0.05 * a or abs(c) > 0.05 * d:
        return
    x = y = 0.0
    for code in element:
        text = code.text or ""
        if _tag(code) != "TextCode" or not text.strip():
            continue
        x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
        for start, end, left, right in _spans(text, x, size, _deltas(code.get("DeltaX"), len(text))):
            yield Piece(
                plain(text[start:end].strip()),
                (box[0] + a * left + e) * POINT,
                (box[0] + a * right + e) * POINT,
                height - (box[1] + d * y + f) * POINT,
                size * d * POINT,
            )


def _deltas(text: str | None, count: int) -> list[float]:
    """The steps from letter to letter; `g 3 4.2` stands for 4.2 three times."""
    steps: list[float] = []
    words = (text or "").split()
    index = 0
    while index < len(words) and len(steps) < count:
        if words[index] == "g" and index + 2 < len(words):
            times, step = _numbers(words[index + 1]), _numbers(words[index + 2])
            steps += (step or [0.0]) * min(int((times or [0.0])[0]), count)
            index += 3
        else:
            steps += _numbers(words[index])
            index += 1
    return steps[:count]


def _spans(text: str, x: float, size: float, deltas: list[float]) -> Iterator[tuple[int, int, float, float]]:
    """(start, end, left, right) of the words of a text code, parted at wide steps."""
    start, left, place = 0, x, x
    for index, character in enumerate(text):
        width = size * (0.5 if character < "\u0100" else 1)
        step = deltas[index] if index < len(deltas) else width
        if index + 1 == len(text):
            yield start, len(text), left, place + width
        elif step > width + WIDE * size:
            if text[start : index + 1].strip():
                yield start, index + 1, left, place + width
            start, left = index + 1, place + step
        place += step


def _rules(element: Any, box: _Box, height: float) -> Iterator[Rule]:  # noqa: ANN401
    """The straight lines of a path that run across or upright, and thin filled ones along their middle."""
    a, b, c, d, e, f = _matrix(element)
    data = next((child.text or "" for child in element if _tag(child) == "AbbreviatedData"), "")
    points: list[tuple[float, float]] = []
    for step, numbers in _PATH_STEP.findall(data[:20_000]):
        if step in "QBA":
            return
        found = _numbers(numbers)
        if step == "C" and points:
            points.append(points[0])
        elif len(found) == 2:
            x, y = found
            points.append(((box[0] + a * x + c * y + e) * POINT, height - (box[1] + b * x + d * y + f) * POINT))
    yield from straight(points, stroked=element.get("Stroke") != "false")
