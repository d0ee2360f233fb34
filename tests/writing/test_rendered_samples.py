"""Every outline template, every reference plan typeset anew and plans of all kinds, page by page as LibreOffice has them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from drafter import resources, workflow
from drafter.model.document import Document, Paragraph, Section, Table
from drafter.model.draft import slot_texts
from drafter.model.walk import Shown, blank, heading_text, sections
from drafter.writing.docx import docx_bytes
from drafter.writing.options import STANDARD, Options
from tests.writing.made_up_plan import plan, shown
from tests.writing.page_words import BODY_BOTTOM, BODY_LEFT, BODY_RIGHT, BODY_TOP, MM, Page, Word, lines, render, rows

PITCH = 28.95
HANGING = "，。、；：）”》！？"
Sample = tuple[Document, Shown, Options]


def samples() -> Iterator[tuple[str, Sample]]:
    """(name, sample) of everything that is looked at."""
    for number, outline in enumerate(workflow.outlines()):
        draft = workflow.start_draft(outline, workflow.locality("威海市"), "元宇宙", (2026, 2028))
        yield f"template{number}", (draft.document, slot_texts(draft), STANDARD)
    for number, path in enumerate(sorted(resources.reference_docs().glob("*.docx"))):
        yield f"reference{number}", (workflow.read(path), blank, Options(contents=number % 2 == 0))
    yield "everything", (plan(rows=12, repeat=3), shown, Options(contents=True, automatic_numbers=True))
    yield "long", (long_plan(), shown, Options(automatic_numbers=True))


def long_plan() -> Document:
    """About 200 pages: the chapters of a plan over and over, a table across many pages in an annex."""
    whole = plan(rows=60, repeat=6)
    return replace(whole, sections=tuple(replace(one) for _ in range(34) for one in whole.sections))


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Sample, list[Page]]]:
    made = dict(samples())
    files = {name: docx_bytes(document, show, options=options) for name, (document, show, options) in made.items()}
    pages = render(tmp_path_factory.mktemp("samples"), files)
    return {name: (sample, pages[name]) for name, sample in made.items()}


def each_page(
    laid_out: dict[str, tuple[Sample, list[Page]]], *, upright: bool = True
) -> Iterator[tuple[str, int, Page]]:
    for name, (_, pages) in laid_out.items():
        for number, page in enumerate(pages):
            if page.upright == upright:
                yield name, number, page


def is_text(page: Page) -> bool:
    """Whether nothing but lines of the text stand on a page: no title, box or table."""
    tops = [min(word.top for word in line) for line in rows(page)]
    return len(tops) > 1 and all(abs(low - high - PITCH) < 2 for high, low in pairwise(tops))


def goes_on(page: Page) -> bool:
    """Whether a page begins with a line of the text, not with an annex, signature or date."""
    first = rows(page)[0]
    return first[0].left < BODY_LEFT + 35 and not first[0].text.startswith("附件")


def headings_of(sample: Sample) -> set[str]:
    """The headings that stand on a line of their own, without spaces."""
    document, show, _ = sample
    alone = (one for _, one in sections(document) if not (one.run_in and one.blocks))
    return {"".join(heading_text(one, show).split()) for one in alone}


def test_the_samples_are_many_and_one_has_200_pages(laid_out):
    assert len(laid_out) >= 10
    assert len(laid_out["long"][1]) >= 200


def test_a_full_page_of_text_has_22_lines(laid_out):
    full = 0
    for name, (sample, pages) in laid_out.items():
        kept = headings_of(sample)
        for number, (page, after) in enumerate(pairwise(pages), 1):
            if not (page.upright and after.upright and is_text(page) and is_text(after) and goes_on(after)):
                continue
            # A heading goes to the next page with what follows it.
            fewest = 22 - next(i for i, line in enumerate(lines(after)) if line not in kept)
            assert fewest <= len(lines(page)) <= 22, f"{name}, page {number}: {lines(page)}"
            full += len(lines(page)) == 22
    assert full > 60


def test_full_lines_have_28_characters(laid_out):
    seen = 0
    for name, number, page in each_page(laid_out):
        if not is_text(page):
            continue
        for line in rows(page):
            text = "".join(word.text for word in line)
            if not is_chinese(text):
                continue
            most = 28 + (text[-1] in HANGING)
            assert len(text) <= most, f"{name}, page {number}: {text}"
            if line[-1].right > BODY_RIGHT - 3 and line[0].left < BODY_LEFT + 3:
                assert len(text) >= 27, f"{name}, page {number}: {text}"
                seen += 1
    assert seen > 200


def is_chinese(text: str) -> bool:
    return all("\u3400" <= one <= "\u9fff" or one in HANGING for one in text)


def test_nothing_stands_outside_the_type_area_but_the_page_number(laid_out):
    for name, number, page in each_page(laid_out):
        for word in page.words:
            at = f"{name}, page {number}: {word}"
            if word.top > BODY_BOTTOM - 5:
                assert word.top < BODY_BOTTOM + 7 * MM < word.bottom, at
                continue
            # LibreOffice lets one closing mark hang over the edge, whatever overflowPunct says.
            hanging = 6 * MM if word.text[-1] in HANGING else 0
            assert word.left > BODY_LEFT - 1, at
            assert word.right < BODY_RIGHT + 1 + hanging, at
            assert word.top > BODY_TOP - 6, at
    for name, number, page in each_page(laid_out, upright=False):
        for word in page.words:
            at = f"{name}, page {number}: {word}"
            assert inside_landscape(word) or word.right < 35 * MM, at


def inside_landscape(word: Word) -> bool:
    across = word.left > 35 * MM - 1 and word.right < (35 + 225) * MM + 1
    return across and word.top > 28 * MM - 6 and word.bottom < (28 + 156) * MM + 1


def test_no_heading_is_alone_at_the_foot_of_a_page(laid_out):
    seen = 0
    for name, (sample, pages) in laid_out.items():
        alone = headings_of(sample)
        contents = sample[2].contents
        for number, (page, after) in enumerate(pairwise(pages), 1):
            text = lines(page)
            if not page.upright or not text or not lines(after) or (contents and "目录" in text[0]):
                continue
            if number == len(pages) or "附件" in lines(after)[0]:
                continue
            assert text[-1] not in alone, f"{name}, page {number}: {text[-1]}"
            seen += any(line in alone for line in text)
    assert seen > 60


def test_the_head_of_a_table_is_on_every_page_it_covers(laid_out):
    seen = 0
    for name in ("everything", "long"):
        for number, page in enumerate(laid_out[name][1], 1):
            if not page.upright:
                text = "".join("".join(line) for line in lines(page))
                assert "具体内容" in text, f"{name}, page {number}"
                seen += 1
    assert seen > 20


def test_pages_of_the_contents_bear_roman_numbers(laid_out):
    seen = 0
    for name, ((_, _, options), pages) in laid_out.items():
        if options.contents and lines(pages[0])[0].startswith("目"):
            below = sorted(word for word in pages[0].words if word.top > BODY_BOTTOM - 5)
            assert "".join(word.text for word in below) == "—I—", name
            seen += 1
    assert seen > 2


def test_sections_with_nothing_in_them_are_pages_all_the_same(tmp_path):
    hollow = Section(("空节",), 1, None, children=(Section((), 2), Section(("又一节",), 2, blocks=(Paragraph(),))))
    bare = Document(sections=(hollow,), attachments=(Document(),), preamble=(Table((), ()),))
    pages = render(tmp_path, {"hollow": docx_bytes(bare, options=Options(contents=True, automatic_numbers=True))})
    text = "".join("".join(line) for page in pages["hollow"] for line in lines(page))
    assert text.count("空节") == 2  # in the contents and in the text
