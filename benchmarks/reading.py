"""How fast files are read, beside the floors and the peers in the same run: medians, ratios, growth with size.

python benchmarks/reading.py [--pages 10 100 1000] [--times 5] [--json]
"""

from __future__ import annotations

import argparse
import io
import json
import math
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from drafter.reading.docx import lines_of_docx
from drafter.reading.files import read_bytes
from drafter.reading.pdf import lines_of_pdf

SLOW = {"python-docx, styles and cells", "docx2python", "mammoth", "pdfplumber", "pypdf"}
"""What is run once where a file has 1,000 pages, or 100 pages of PDF."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = "围绕制造平台农机装备应用推广检测服务建设完善体系企业园区数据示范培育提升能力创新试点项目资金机制"
BODIES = (
    "市科技局",
    "市工业和信息化局",
    "市农业农村局",
    "市财政局",
    "市发展改革委",
    "市商务局",
    "市教育局",
    "市市场监管局",
    "市统计局",
    "市交通运输局",
    "市水务局",
    "市大数据局",
    "市人力资源社会保障局",
    "市自然资源和规划局",
    "市生态环境局",
    "人民银行云溪市分行",
    "国网云溪供电公司",
    "各县（市、区）人民政府",
)
Case = Callable[[], object]


def sentence(chance: random.Random, length: int) -> str:
    """A sentence of about so many characters."""
    return "".join(chance.choice(WORDS) for _ in range(length)) + "。"


@dataclass(frozen=True)
class Writer:
    """How a word processor writes a paragraph, a run and a cell: what stands before the text."""

    paragraph: str
    run: str
    cell: str


_WPS_RUN = (
    '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" '
    'w:cs="Times New Roman"/><w:b w:val="0"/><w:bCs/><w:color w:val="auto"/><w:kern w:val="2"/><w:sz w:val="32"/>'
    '<w:szCs w:val="32"/><w:highlight w:val="none"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
)
WRITERS = {
    "Word": Writer(
        '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD" w:rsidP="00CD34EF"><w:pPr><w:pStyle w:val="BodyText"/>'
        '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>',
        '<w:r w:rsidRPr="00AB12CD"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>',
        '<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/></w:tcPr>',
    ),
    "WPS": Writer(
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext w:val="0"/><w:keepLines w:val="0"/>'
        '<w:pageBreakBefore w:val="0"/><w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct/>'
        '<w:topLinePunct w:val="0"/><w:autoSpaceDE/><w:autoSpaceDN/><w:bidi w:val="0"/><w:adjustRightInd/>'
        '<w:snapToGrid/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>'
        f'<w:textAlignment w:val="auto"/>{_WPS_RUN}</w:pPr>',
        f"<w:r>{_WPS_RUN}",
        '<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/><w:noWrap w:val="0"/><w:vAlign w:val="center"/></w:tcPr>',
    ),
}
"""Word with its rsid attributes; WPS without them, but with every property written out on every paragraph and run."""


def body(pages: int, chance: random.Random, writer: Writer, *, tables: bool) -> str:
    """The XML of a plan: headings, paragraphs, bodies, each in three runs; a table of 10 × 5 for every fifth page."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    out: list[str] = []

    def paragraph(text: str, runs: int) -> str:
        cuts = [0, *sorted(chance.sample(range(1, len(text)), runs - 1)), len(text)]
        pieces = (text[start:end] for start, end in pairwise(cuts))
        return writer.paragraph + "".join(f"{writer.run}<w:t>{piece}</w:t></w:r>" for piece in pieces) + "</w:p>"

    def add(text: str) -> None:
        out.append(paragraph(text, 3))

    add("云溪市智能农机产业发展行动计划")
    for page in range(pages):
        if page % 4 == 0:
            add(f"{numeral(page // 4 + 1)}、{sentence(chance, 12)[:-1]}")
        add(f"（{numeral(page % 4 + 1)}）{sentence(chance, 10)[:-1]}")
        for number in range(1, 5):
            bodies = "、".join(chance.sample(BODIES, chance.randint(1, 4)))
            measure = f"{sentence(chance, 30)[:-1]}，{sentence(chance, 30)}"
            add(f"{number}.{sentence(chance, 10)}{measure}（责任单位：{bodies}）")
        if tables and page % 5 == 4:
            cells = [f"{writer.cell}{paragraph(sentence(chance, 8), 1)}</w:tc>" for _ in range(50)]
            rows = "".join(f"<w:tr>{''.join(cells[start : start + 5])}</w:tr>" for start in range(0, 50, 5))
            out.append(f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{rows}</w:tbl>")
            add(sentence(chance, 40))
    return "".join(out)


def numeral(number: int) -> str:
    """A Chinese numeral below 1,000."""
    digits = "〇一二三四五六七八九"
    if number >= 100:
        rest = number % 100
        return digits[number // 100] + "百" + ("" if not rest else "零" + digits[rest] if rest < 10 else numeral(rest))
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


def word_file(pages: int, writer: str = "Word", *, turn: int = 0, tables: bool = True) -> bytes:
    """A .docx of about so many pages as Word or WPS writes it, another text for every turn: nothing is remembered."""
    import docx

    chance = random.Random(f"{pages} {turn}")
    base = io.BytesIO()
    docx.Document().save(base)
    out = io.BytesIO()
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                head, _, tail = data.partition(b"<w:body>")
                data = head + b"<w:body>" + body(pages, chance, WRITERS[writer], tables=tables).encode() + tail
            new.writestr(part, data)
    return out.getvalue()


def lxml_walk(data: bytes) -> list[str]:
    """The floor: the text of every paragraph by a bare walk of the tree, with its style."""
    import lxml.etree

    root = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found: list[str] = []
    for paragraph in root.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(one.text or "" for one in paragraph.iter(W + "t"))
        found.append(text if style is None else style.get(W + "val", "") + text)
    return found


def python_docx(data: bytes) -> int:
    """Paragraphs with the names of their styles, and the cells of tables."""
    import docx

    document = docx.Document(io.BytesIO(data))
    count = sum(len(one.text) + len(one.style.name) for one in document.paragraphs)
    return count + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def docx2python(data: bytes) -> int:
    """All text by docx2python."""
    from docx2python import docx2python as read

    with read(io.BytesIO(data)) as document:
        return len(document.text)


def mammoth(data: bytes) -> int:
    """Raw text by mammoth."""
    import mammoth as peer

    return len(peer.extract_raw_text(io.BytesIO(data)).value)


def pdfium_text(data: bytes) -> int:
    """The floor: the text of every page by pypdfium2."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    count = 0
    for page in document:
        words = page.get_textpage()
        count += len(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return count


def pdfplumber(data: bytes) -> int:
    """Text and tables by pdfplumber."""
    import pdfplumber as peer

    with peer.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)


def pypdf(data: bytes) -> int:
    """Text by pypdf."""
    import pypdf as peer

    return sum(len(page.extract_text()) for page in peer.PdfReader(io.BytesIO(data)).pages)


def pdf_of(data: bytes) -> bytes | None:
    """The .docx as a PDF, None where LibreOffice is not installed."""
    from drafter.reading.office import office

    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(folder / "a.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return (folder / "a.pdf").read_bytes()


def measured(cases_of: Callable[[bytes], dict[str, Case]], files: Iterable[bytes], large: bool) -> dict[str, float]:
    """name → median CPU milliseconds; cases take turns, so that a busy machine slows all alike."""
    spent: dict[str, list[float]] = defaultdict(list)
    for data in files:
        for name, case in cases_of(data).items():
            if large and name in SLOW and spent[name]:
                continue
            start = time.process_time()
            case()
            spent[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(values) for name, values in spent.items()}


def word_cases(data: bytes) -> dict[str, Case]:
    """What is run over a .docx; the first is the floor."""
    return {
        "lxml walk (floor)": lambda: lxml_walk(data),
        "drafter: file → lines": lambda: lines_of_docx(data, "a.docx"),
        "drafter: file → document": lambda: read_bytes(data, "a.docx"),
        "python-docx, styles and cells": lambda: python_docx(data),
        "docx2python": lambda: docx2python(data),
        "mammoth": lambda: mammoth(data),
    }


def pdf_cases(data: bytes) -> dict[str, Case]:
    """What is run over a PDF; the first is the floor."""
    return {
        "pypdfium2 text (floor)": lambda: pdfium_text(data),
        "drafter: file → lines": lambda: lines_of_pdf(data, "a.pdf"),
        "drafter: file → document": lambda: read_bytes(data, "a.pdf"),
        "pypdf": lambda: pypdf(data),
        "pdfplumber": lambda: pdfplumber(data),
    }


def peak(case: str, data: bytes) -> float:
    """The most MB that a process of its own holds while a case runs over a file, as Linux counts it."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import reading; "
        "reading.word_cases(open(sys.argv[3], 'rb').read())[sys.argv[2]](); "
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    )
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "a.docx"
        file.write_bytes(data)
        command = [sys.executable, "-c", program, str(Path(__file__).parent), case, str(file)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024


def show_memory(writer: str, sizes: list[int]) -> None:
    """Prints what reading holds at its peak at every size."""
    print(f"\nPeak of a process, MB, files of {writer}: {', '.join(map(str, sizes))} pages")
    files = [word_file(pages, writer) for pages in sizes]
    for case in ("lxml walk (floor)", "drafter: file → lines", "drafter: file → document"):
        print(f"{case:32}" + "".join(f"{peak(case, data):12.0f}" for data in files))


def show(title: str, columns: dict[int, dict[str, float]]) -> None:
    """Prints medians, ratios to the floor, and the exponent of growth between the two largest sizes."""
    sizes = list(columns)
    print(
        f"\n{title}\n{'':32}" + "".join(f"{f'{size} p, ms':>12}{'× floor':>9}" for size in sizes) + f"{'exponent':>10}"
    )
    for name in columns[sizes[0]]:
        cells = "".join(
            f"{columns[s][name]:12.1f}{columns[s][name] / next(iter(columns[s].values())):9.2f}" for s in sizes
        )
        print(f"{name:32}{cells}{growth(columns, name):>10}")


def growth(columns: dict[int, dict[str, float]], name: str) -> str:
    """The exponent of growth between the two largest sizes."""
    if len(columns) < 2:
        return "·"
    small, large = sorted(columns)[-2:]
    return f"{math.log(columns[large][name] / columns[small][name]) / math.log(large / small):.2f}"


def main() -> None:
    """Runs everything and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    word = {
        writer: {
            pages: measured(
                word_cases, (word_file(pages, writer, turn=turn) for turn in range(asked.times)), pages >= 1000
            )
            for pages in asked.pages
        }
        for writer in WRITERS
    }
    pdf = {
        kind: {
            pages: measured(pdf_cases, [data] * asked.times, pages >= 100)
            for pages in asked.pages
            if pages <= 100 and (data := pdf_of(word_file(pages, tables=tables)))
        }
        for kind, tables in (("text only", False), ("a table on every fifth page", True))
    }
    if asked.json:
        json.dump({"docx": word, "pdf": pdf}, sys.stdout, ensure_ascii=False, indent=1)
        return
    for writer, columns in word.items():
        show(f"Word files in runs as {writer} writes them (three a paragraph, tables of 10 × 5)", columns)
        for pages, spent in columns.items():
            share = spent["drafter: file → document"] / spent["python-docx, styles and cells"]
            print(f"file → document of {pages} pages: {share:.2f} of a python-docx walk (goal 0.25)")
        if sys.platform == "linux":
            show_memory(writer, asked.pages)
    for kind, columns in pdf.items():
        if columns:
            show(f"PDF files made by LibreOffice, {kind}", columns)


if __name__ == "__main__":
    main()
