"""Drawn lines of a PDF page: strokes and thin filled rectangles that run across or upright."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from drafter.reading.sheets import Rule, straight

OBJECTS_MOST, SEGMENTS_MOST, DEEP_MOST = 50_000, 2_000, 4
"""Drawn objects of a page, corners of a path and levels of forms in forms that are looked at."""
_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


def rules_of(page: Any) -> tuple[Rule, ...]:  # noqa: ANN401
    """The lines drawn on a page of pypdfium2, in points from its lower left corner."""
    import pypdfium2.raw as pdfium

    raw = page.raw
    count = min(pdfium.FPDFPage_CountObjects(raw), OBJECTS_MOST)
    objects = (pdfium.FPDFPage_GetObject(raw, index) for index in range(count))
    return tuple(rule for one in objects for rule in _of_object(one, pdfium, _SAME, 0))


def _of_object(one: Any, pdfium: Any, matrix: _Matrix, depth: int) -> Iterator[Rule]:  # noqa: ANN401
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _of_path(one, pdfium, _times(_matrix(one, pdfium), matrix))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEP_MOST:
        inner = _times(_matrix(one, pdfium), matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(one), OBJECTS_MOST // 10)):
            yield from _of_object(pdfium.FPDFFormObj_GetObject(one, index), pdfium, inner, depth + 1)


def _matrix(one: Any, pdfium: Any) -> _Matrix:  # noqa: ANN401
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _of_path(path: Any, pdfium: Any, matrix: _Matrix) -> Iterator[Rule]:  # noqa: ANN401
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    for part in _parts(path, pdfium, matrix):
        yield from straight(part, stroked=bool(stroke.value))


def _parts(path: Any, pdfium: Any, matrix: _Matrix) -> Iterator[list[_Point]]:  # noqa: ANN401
    """The corners of each straight part of a path; parts with curves are drawings."""
    part: list[_Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), SEGMENTS_MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, matrix)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(part) > 1 and not curved:
                yield part
            part, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        part.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            part.append(part[0])
    if len(part) > 1 and not curved:
        yield part


def _moved(x: float, y: float, matrix: _Matrix) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
