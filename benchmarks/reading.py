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
from collections.abc import Callable
from pathlib import Path

from drafter.reading.docx import lines_of_docx
from drafter.reading.files import read_bytes
from drafter.reading.pdf import lines_of_pdf

SLOW = {"python-docx, styles and cells", "docx2python", "mammoth", "pdfplumber", "pypdf"}
"""What is run once where a file has 1,000 pages, or 100 pages of PDF."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = "围绕制造平台农机装备应用推广检测服务建设完善体系企业园区数据示范培育提升能力创新试点项目资金机制"
Case = Callable[[], object]


def sentence(chance: random.Random, length: int) -> str:
    """A sentence of about so many characters."""
    return "".join(chance.choice(WORDS) for _ in range(length)) + "。"


def body(pages: int, chance: random.Random, *, tables: bool) -> str:
    """The XML of a plan: headings, paragraphs of several runs, bodies; a table of 10 × 5 for every fifth page."""
    runs = '<w:r w:rsidR="00AB12CD"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>{}</w:t></w:r>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    out: list[str] = []

    def add(*texts: str) -> None:
        out.append('<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="Normal"/></w:pPr>')
        out.extend(runs.format(text) for text in texts)
        out.append("</w:p>")

    add("云溪市智能农机产业发展行动计划")
    for page in range(pages):
        if page % 4 == 0:
            add(f"{numeral(page // 4 + 1)}、", sentence(chance, 12)[:-1])
        add(f"（{numeral(page % 4 + 1)}）", sentence(chance, 10)[:-1])
        for number in range(1, 5):
            add(f"{number}.", sentence(chance, 10), sentence(chance, 60) + "（责任单位：市科技局、市工业和信息化局）")
        if tables and page % 5 == 4:
            cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
            rows = ["".join(cell.format(sentence(chance, 8)) for _ in range(5)) for _ in range(10)]
            out.append(
                f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
                + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
                + "</w:tbl>"
            )
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


def word_file(pages: int, *, tables: bool = True) -> bytes:
    """A .docx of about so many pages."""
    import docx

    chance = random.Random(pages)
    base = io.BytesIO()
    docx.Document().save(base)
    out = io.BytesIO()
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                head, _, tail = data.partition(b"<w:body>")
                data = head + b"<w:body>" + body(pages, chance, tables=tables).encode() + tail
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


def measured(cases: dict[str, Case], times: int, large: bool) -> dict[str, float]:
    """name → median CPU milliseconds; cases take turns, so that a busy machine slows all alike."""
    spent: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(times):
        for name, case in cases.items():
            if turn and large and name in SLOW:
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
    files = {pages: word_file(pages) for pages in asked.pages}
    word = {pages: measured(word_cases(data), asked.times, pages >= 1000) for pages, data in files.items()}
    pdf = {
        kind: {
            pages: measured(pdf_cases(data), asked.times, pages >= 100)
            for pages in asked.pages
            if pages <= 100 and (data := pdf_of(word_file(pages, tables=tables)))
        }
        for kind, tables in (("text only", False), ("a table on every fifth page", True))
    }
    if asked.json:
        json.dump({"docx": word, "pdf": pdf}, sys.stdout, ensure_ascii=False, indent=1)
        return
    show("Word files", word)
    for kind, columns in pdf.items():
        if columns:
            show(f"PDF files made by LibreOffice, {kind}", columns)
    pages = max(word)
    ours, peer = word[pages]["drafter: file → document"], word[pages]["python-docx, styles and cells"]
    print(f"\nfile → document of {pages} pages: {ours / peer:.2f} of a python-docx walk (goal 0.25)")


if __name__ == "__main__":
    main()
