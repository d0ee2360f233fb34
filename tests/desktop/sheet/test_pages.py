"""Lines and pages: the grid of GB/T 9704, kinsoku, what keeps together; the same lines in LibreOffice, PDF and on screen."""

import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.desktop.sheet import fonts, words
from drafter.desktop.sheet.pages import Page
from drafter.desktop.sheet.printing import write_pdf
from drafter.desktop.sheet.setting import setting_of
from drafter.desktop.sheet.strips import Row
from drafter.desktop.sheet.view import View
from drafter.model.document import Box, Document, Paragraph, Section, Table
from drafter.model.draft import Draft
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from tests.desktop.test_sheet import Desk, draft

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
WORDS = "围绕制造平台农机装备应用推广检测服务建设完善体系企业园区数据示范培育提升能力创新试点项目资金机制"


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    if any(fonts.misfits(family, wide=wide) for family, wide in map(fonts.family_for, ("fang", "hei", "kai"))):
        pytest.skip("no font here whose Chinese marks are one em wide")


def shown(document: Document) -> View:
    view = View()
    view.show(with_ids(Draft(), document))
    view.settle_all()
    return view


def lines(view: View, page: Page) -> list[str]:
    out: list[str] = []
    for piece in page.pieces:
        item = view.items[piece.item]
        if not isinstance(item, Row):
            setting = setting_of(item)
            spans = (setting.span_of(number) for number in range(piece.first, piece.last))
            out += [text for start, end in spans if (text := re.sub(r"\s", "", item.text[start:end]))]
    return out


def test_a_page_holds_22_lines_of_28_characters() -> None:
    view = shown(Document(preamble=(Paragraph(("国" * 28 * 60,)),)))
    full = lines(view, view.pager.pages[1])
    assert [len(line) for line in full] == [28] * 22


@pytest.mark.parametrize("mark", "。，、；：？！）》」』】〉”’％%～—·／")
def test_no_such_mark_opens_a_line(mark: str) -> None:
    text = "国" * 26 + mark + "国" * 40
    view = shown(Document(preamble=(Paragraph((text,)),)))
    assert not any(line.startswith(mark) for line in lines(view, view.pager.pages[0]))


@pytest.mark.parametrize("mark", "（《「『【〈“‘〔")
def test_no_such_mark_closes_a_line(mark: str) -> None:
    view = shown(Document(preamble=(Paragraph(("国" * 25 + mark + "国" * 40,)),)))
    assert not any(line.endswith(mark) for line in lines(view, view.pager.pages[0]))


@pytest.mark.parametrize("whole", ["——", "……", "2024", "15%", "500PFlops"])
def test_what_is_one_is_never_split(whole: str) -> None:
    for before in range(20, 28):
        view = shown(Document(preamble=(Paragraph(("国" * before + whole + "国" * 40,)),)))
        assert any(whole in line for line in lines(view, view.pager.pages[0]))


def test_a_heading_is_not_alone_a_row_is_whole_and_a_head_is_repeated() -> None:
    cells = tuple((Paragraph((f"第{n}项",)), Paragraph(("内容" * 40,))) for n in range(30))
    head = Section(("标题",), 1, Number(Form.COMMA, 1), blocks=(Table(("序号", "内容"), cells, "表"),))
    view = shown(Document(preamble=(Paragraph(("国" * 28 * 20,)),), sections=(head,)))
    for page in view.pager.pages[:-1]:
        assert not view.items[page.pieces[-1].item].style.keep
    rows = [piece for page in view.pager.pages for piece in page.pieces if isinstance(view.items[piece.item], Row)]
    assert all(piece.last - piece.first == view.items[piece.item].lines for piece in rows)
    later = [page for page in view.pager.pages if page.pieces and isinstance(view.items[page.pieces[0].item], Row)]
    assert len(later) > 1
    assert all(page.pieces[0].repeated for page in later)


def test_a_wide_annex_lies_and_everything_else_stands() -> None:
    names = tuple(f"很长的栏目名称之{n}" for n in "一二三四五六")
    rows = tuple(tuple(Paragraph(("内容较多的单元格" * 3,)) for _ in names) for _ in range(9))
    annex = Document(title=("分工表",), preamble=(Table(names, rows),))
    view = shown(Document(preamble=(Paragraph(("正文。",)),), attachments=(annex,)))
    assert [page.turned for page in view.pager.pages][:2] == [False, True]


def test_a_pdf_has_the_pages_of_the_screen_and_no_word_that_only_stands_where_one_may_write(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    count = write_pdf(draft(), tmp_path / "plan.pdf", "某计划")
    with pypdfium2.PdfDocument(tmp_path / "plan.pdf") as pdf:
        assert len(pdf) == count == 1
        assert tuple(map(round, pdf[0].get_size())) == (595, 842)
        text = pdf[0].get_textpage().get_text_range()
    assert "写三到五条" not in text


def test_a_screen_reader_gets_the_text_with_its_numbers_and_the_caret(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft())
    reader = QAccessible.queryAccessibleInterface(desk.paper).textInterface()
    text = reader.text(0, reader.characterCount())
    assert "（一）工作目标。培育【企业数量】企业。" in text
    desk.put("主要任务")
    assert text[reader.cursorPosition() :].startswith("主要任务")
    reader.setCursorPosition(text.index("做强"))
    assert desk.paper.carets.caret == desk.place("做强")


# the same lines and pages as LibreOffice, its two import quirks switched off


def long_draft(seed: int) -> Draft:
    chance = random.Random(seed)

    def sentence(length: int) -> str:
        middle = chance.choice(("", "到2030年达到15%，", "（含3个县区）", "“一网通办”、"))
        return (
            "".join(chance.choice(WORDS) for _ in range(length)) + middle + "".join(chance.choices(WORDS, k=9)) + "。"
        )

    def text() -> Paragraph:
        return Paragraph((sentence(chance.randint(30, 160)),))

    parts = []
    for number in range(30):
        box = (Box(sentence(4)[:8], (text(), text()), ordinal=number),) if number % 7 == 3 else ()
        tasks = tuple(
            Section((sentence(3)[:9],), 2, Number(Form.BRACKET, 1), run_in=True, blocks=(text(), text(), *box))
            for _ in range(3)
        )
        parts.append(Section((sentence(3)[:8],), 1, Number(Form.COMMA, 1), children=tasks))
    return with_ids(Draft(), Document(title=("云溪市智能农机产业发展行动计划",), sections=tuple(parts)))


def office_pages(now: Draft, folder: Path) -> list[list[str]]:
    """The lines of every page as LibreOffice sets the exported file, in the fonts of the sheet."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    workflow.export(now, folder / "plan.docx")
    faces = {"仿宋_GB2312": "fang", "楷体_GB2312": "kai", "黑体": "hei", "方正小标宋简体": "title", "宋体": "song"}
    with zipfile.ZipFile(folder / "plan.docx") as plan, zipfile.ZipFile(folder / "fonts.docx", "w") as out:
        for entry in plan.infolist():
            data = plan.read(entry)
            if entry.filename.endswith(".xml"):
                for name, face in faces.items():
                    family, wide = fonts.family_for(face)
                    data = data.replace(f'"{name}"'.encode(), f'"{family}{":fwid" if wide else ""}"'.encode())
            out.writestr(entry, data)
    convert(folder, "fodt", "fonts.docx")
    flat = (folder / "fonts.fodt").read_text("utf-8")
    flat = flat.replace('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    flat = flat.replace('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"')
    (folder / "plain.fodt").write_text(flat, "utf-8")
    convert(folder, "pdf", "plain.fodt")
    with pypdfium2.PdfDocument(folder / "plain.pdf") as pdf:
        return [pdf_lines(pdf[number])[:-1] for number in range(len(pdf))]


def convert(folder: Path, kind: str, name: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(folder / name)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)


def pdf_lines(page: object) -> list[str]:
    text = page.get_textpage()  # type: ignore[attr-defined]
    out: list[tuple[float, str]] = []
    for number in range(text.count_chars()):
        character = text.get_text_range(number, 1)
        if not character.strip():
            continue
        _, bottom, _, top = text.get_charbox(number, loose=True)
        middle = (bottom + top) / 2
        if out and abs(out[-1][0] - middle) < 6:
            out[-1] = (out[-1][0], out[-1][1] + character)
        else:
            out.append((middle, character))
    return [line for _, line in out]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lines_and_pages_are_those_of_libreoffice(tmp_path: Path, qtbot: QtBot, seed: int) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here")
    words.loader().start()
    qtbot.waitUntil(words.ready, timeout=20_000)
    now = long_draft(seed)
    view = View()
    view.show(now)
    view.settle_all()
    office = office_pages(now, tmp_path)
    mine = [lines(view, page) for page in view.pager.pages]
    assert len(mine) == len(office) > 15
    assert [page[:1] for page in mine] == [page[:1] for page in office]
    assert mine == office
