"""LibreOffice lays the file out as the standard asks: lines, characters, page numbers, landscape pages."""

from itertools import pairwise

import pytest

from drafter.model.document import Document, Paragraph
from drafter.writing.docx import docx_bytes
from tests.writing.made_up_plan import plan, shown
from tests.writing.page_words import BODY_BOTTOM, BODY_LEFT, BODY_RIGHT, MM, Page, lines, render


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory):
    """A function from a document to its pages as LibreOffice lays them out."""
    folder = tmp_path_factory.mktemp("rendered")

    def pages(document: Document) -> list[Page]:
        return render(folder, {"plan": docx_bytes(document, shown)})["plan"]

    return pages


def test_a_full_page_has_22_lines_of_28_characters(rendered):
    pages = rendered(Document(preamble=tuple(Paragraph(("山川湖海" * 245,)) for _ in range(4))))
    full = [lines(page) for page in pages[:-1]]
    assert len(full) >= 5
    assert {len(one) for one in full} == {22}
    inside = [line for page in full for line in page]
    assert {len(line) for line in inside} <= {26, 28, 980 % 28 + 2}
    assert sum(len(line) == 28 for line in inside) > 0.9 * len(inside)


def test_text_stays_in_the_type_area_and_page_numbers_stand_7_mm_below_it(rendered):
    pages = rendered(plan(rows=12, repeat=8))
    shapes = [page.width > page.height for page in pages]
    assert [turned for turned, after in pairwise([*shapes, None]) if turned != after] == [
        False,
        True,
        False,
        True,
        False,
    ]
    for ordinal, page in enumerate(pages, 1):
        if page.width > page.height:
            number = [word for word in page.words if word.right < 35 * MM]
            assert number, "the turned number stands in the left margin"
            low = sum(word.top for word in number) / len(number) > page.height / 2
            assert low == (ordinal % 2 == 1)
            continue
        below = [word for word in page.words if word.top > BODY_BOTTOM - 5]
        assert "".join(word.text for word in sorted(below)) == f"—{ordinal}—"
        assert all(word.top < BODY_BOTTOM + 7 * MM < word.bottom for word in below)
        middle = (BODY_LEFT + BODY_RIGHT) / 2
        assert all((word.left > middle) == (ordinal % 2 == 1) for word in below)
        for word in page.words:
            # LibreOffice lets one closing mark hang over the edge, whatever overflowPunct says.
            hanging = 6 * MM if word.text[-1] in "，。、；：）”" else 0
            assert word.left > BODY_LEFT - 1
            assert word.right < BODY_RIGHT + 1 + hanging


def test_table_heads_are_repeated_on_every_page(rendered):
    pages = [page for page in rendered(plan(rows=30)) if page.width > page.height]
    assert len(pages) > 3
    for page in pages:
        assert "具体内容" in "".join(word.text for word in page.words)
