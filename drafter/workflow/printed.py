"""How the Word file sets a plan, for the window that shows it as it will print: measures, faces, title, tables."""

from __future__ import annotations

from drafter.model.document import Section, Table
from drafter.model.walk import Shown
from drafter.writing import layout
from drafter.writing.body import face_of_heading
from drafter.writing.closing import chinese_date
from drafter.writing.inline import Ink
from drafter.writing.layout import FANGSONG, HEITI, KAITI, Face
from drafter.writing.tables import Grid, Shape
from drafter.writing.title import title_breaks

__all__ = [
    "FANGSONG",
    "HEITI",
    "KAITI",
    "Face",
    "Shape",
    "chinese_date",
    "heading_face",
    "layout",
    "table_shape",
    "title_breaks",
]


def heading_face(section: Section) -> Face:
    """The face of a heading: 黑体, 楷体, then 仿宋 (GB/T 9704-2012, 7.3.3)."""
    return face_of_heading(section)


def table_shape(table: Table, shown: Shown, total: int, turned: int) -> tuple[Shape, bool]:
    """How a table is set in a width (twips), or in `turned` where it is so wide that its page lies; whether it does."""
    grid = Grid(table, Ink(shown))
    lies = turned > total and grid.is_wide
    return grid.shape(turned if lies else total), lies
