"""Small PDF files made of operators, and sheets of set text, for the tests of positioned reading."""

from collections.abc import Iterable, Sequence

from drafter.reading.sheets import Piece, Rule, Sheet

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, SIZE, PITCH, TOP, LINES = 80.0, 528.0, 16.0, 29.0, 710.0, 22
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
    b"endcmap end end"
)
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500] "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    b"/FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 "
    b"/ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>] >>"
)


def say(x: float, y: float, text: str, size: float = SIZE, matrix: str = "") -> str:
    """The operators that print a text."""
    return f"BT /F {size} Tf {matrix or f'1 0 0 1 {x} {y}'} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def draw(*corners: tuple[float, float]) -> str:
    """The operators that draw a line along corners."""
    start, *rest = [f"{x} {y}" for x, y in corners]
    return f"{start} m {' '.join(f'{one} l' for one in rest)} S\n"


def box(left: float, bottom: float, right: float, top: float) -> str:
    """The operators that draw a rectangle."""
    return f"{left} {bottom} {right - left} {top - bottom} re S\n"


def pdf(*pages: str, extra: str = "", trailer: str = "") -> bytes:
    """A PDF with these pages of operators; `extra` is put into every page's dictionary."""
    count = len(pages)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{10 + 2 * i} 0 R' for i in range(count))}] >>".encode(),
        4: _FONT,
        5: _stream(_TO_UNICODE),
    }
    for index, page in enumerate(pages):
        objects[10 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {11 + 2 * index} 0 R "
            f"/Resources << /Font << /F 4 0 R >> >> {extra} >>"
        ).encode()
        objects[11 + 2 * index] = _stream(page.encode())
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % one for one in sorted(places.items()))
    out += f"trailer << /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def set_lines(paragraphs: Iterable[str], width: int = 28) -> list[tuple[float, str]]:
    """(x, text) of the printed lines of paragraphs, the first of each indented by two letters."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        first, rest = paragraph[: width - 2], paragraph[width - 2 :]
        lines.append((LEFT + 2 * SIZE, first))
        lines += [(LEFT, rest[start : start + width]) for start in range(0, len(rest), width)]
    return lines


def pages_of(lines: Sequence[tuple[float, str]], head: str = "") -> list[str]:
    """The operators of pages of lines, with a running head and page numbers."""
    pages: list[str] = []
    for start in range(0, len(lines), LINES):
        number = start // LINES + 1
        body = "".join(say(x, TOP - PITCH * i, text) for i, (x, text) in enumerate(lines[start : start + LINES]))
        above = say(LEFT, 790, head, 10) if head else ""
        pages.append(above + body + say(280, 50, f"— {number} —", 14))
    return pages


def sheets_of(lines: Sequence[tuple[float, str]]) -> list[Sheet]:
    """The same lines as sheets."""
    sheets: list[Sheet] = []
    for start in range(0, len(lines), LINES):
        pieces = [
            Piece(text, x, x + SIZE * len(text), TOP - PITCH * i, SIZE)
            for i, (x, text) in enumerate(lines[start : start + LINES])
        ]
        pieces.append(Piece(f"— {start // LINES + 1} —", 280, 320, 50, 14))
        sheets.append(Sheet(WIDTH, HEIGHT, tuple(pieces)))
    return sheets


def across(y: float, left: float = LEFT, right: float = RIGHT) -> Rule:
    """A ruling line across."""
    return Rule(left, y, right, y)


def upright(x: float, bottom: float, top: float) -> Rule:
    """An upright ruling line."""
    return Rule(x, bottom, x, top)
