"""A file as LibreOffice lays it out: words and rules of every page with their places."""

import pytest

from drafter.office import converted, office
from drafter.reading.pictures import sheets_of_pdf
from drafter.reading.sheets import Sheet

MM = 72 / 25.4


def rendered(data: bytes) -> tuple[Sheet, ...]:
    """The pages of a .docx; skips where LibreOffice is missing."""
    program = office()
    if program is None:
        pytest.skip("LibreOffice is needed to render pages")
    pdf = converted(data, ".docx", "pdf", program)
    assert pdf is not None
    return sheets_of_pdf(pdf)


def from_top(sheet: Sheet, y: float) -> float:
    """Millimetres below the upper edge of the page."""
    return (sheet.height - y) / MM


def rules(sheet: Sheet) -> list[tuple[float, float]]:
    """(width, distance from the top) of the rules across a page in millimetres, each once, from top to bottom."""
    found = {
        (round((one.right - one.left) / MM), round(from_top(sheet, one.bottom), 1)) for one in sheet.rules if one.across
    }
    return sorted(found, key=lambda one: one[1])


def lines(sheet: Sheet, lowest: float = 0) -> list[str]:
    """The lines of a page from top to bottom, those whose base is at least so many points from its foot."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for piece in sheet.pieces:
        if piece.base >= lowest:
            rows.setdefault(round(piece.base / 4), []).append((piece.left, piece.text))
    return ["".join(text for _, text in sorted(rows[base])) for base in sorted(rows, reverse=True)]
