"""How fast a plan is written, beside the floor and the peers in the same run: medians, ratios, growth, memory.

    uv run --group bench python benchmarks/writing.py [--pages 10 100 1000] [--times 5]

The text is that of the reference plans, over and over; a table of 10 × 5 stands on every fifth page.
"""

from __future__ import annotations

import argparse
import io
import math
import shutil
import statistics
import subprocess
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle, pairwise
from xml.sax.saxutils import escape

from drafter import resources, workflow
from drafter.model.document import Block, Document, Paragraph, Section, Table
from drafter.model.walk import heading_text, sections, text_of
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options

PAGE = 540
"""Characters on a page of a plan, its headings and short lines counted in."""
COLUMNS, ROWS = 5, 10
Case = Callable[[], object]
Printed = str | list[list[str]]
"""A paragraph, or the rows of a table."""


def plan(pages: int) -> Document:
    """A plan of about so many pages."""
    source = [
        section
        for path in sorted(resources.reference_docs().glob("*.docx"))
        for _, section in sections(workflow.read(path))
    ]
    chosen: list[Section] = []
    written, tables = 0, 0
    for section in cycle(source):
        blocks: tuple[Block, ...] = tuple(block for block in section.blocks if isinstance(block, Paragraph))
        written += len(heading_text(section)) + sum(len(text_of(block.spans)) for block in blocks)
        if written > 5 * PAGE * (tables + 1):
            blocks, tables = (*blocks, table(tables)), tables + 1
        chosen.append(Section(section.title, min(section.level, 4), section.number, section.run_in, blocks))
        if written >= pages * PAGE:
            return Document(title=("产业发展行动计划",), sections=tuple(chosen))
    raise AssertionError


def table(seed: int) -> Table:
    """A table of ROWS × COLUMNS."""
    cells = ("{}", "建设公共服务平台{}个", "力争到2028年达到{}%", "市工业和信息化局、市财政局", "2028年12月")
    rows = tuple(tuple(Paragraph((cell.format(seed + row),)) for cell in cells) for row in range(ROWS - 1))
    return Table(("序号", "任务", "目标", "责任单位", "时限"), rows)


def printed(document: Document) -> Iterator[Printed]:
    """The same text as plain paragraphs and tables, for the peers."""
    yield text_of(document.title)
    for section in document.sections:
        head, first = heading_text(section), 0
        if section.run_in and section.blocks and isinstance(section.blocks[0], Paragraph):
            head, first = f"{head}。{text_of(section.blocks[0].spans)}", 1
        yield head
        for block in section.blocks[first:]:
            if isinstance(block, Table):
                yield [list(block.columns), *([text_of(cell.spans) for cell in row] for row in block.rows)]
            elif isinstance(block, Paragraph):
                yield block.marker + text_of(block.spans)


def python_docx(text: list[Printed]) -> bytes:
    """The loop of every tutorial: add_paragraph, add_table, row.cells."""
    import docx

    file = docx.Document()
    for one in text:
        if isinstance(one, str):
            file.add_paragraph(one, "Normal")
        else:
            grid = file.add_table(len(one), len(one[0]))
            for row, cells in zip(grid.rows, one, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def raw_xml(text: list[Printed]) -> str:
    """The least that is a body: a style, one run, escaped text."""
    out: list[str] = []
    for one in text:
        if isinstance(one, str):
            out.append(f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>{escape(one)}</w:t></w:r></w:p>')
        else:
            cell = '<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
            rows = ("".join(cell.format(escape(words)) for words in row) for row in one)
            out.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{name}"><w:body>{"".join(out)}</w:body></w:document>'


def raw_zip(text: list[Printed]) -> bytes:
    """The floor: raw string and zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", raw_xml(text).encode())
    return out.getvalue()


def docxtpl_template() -> bytes:
    """A template with a loop over paragraphs and tables."""
    import docx

    file = docx.Document()
    for line in ("{%p for one in text %}", "{%p if one.rows %}"):
        file.add_paragraph(line)
    grid = file.add_table(3, COLUMNS)
    grid.cell(0, 0).text, grid.cell(2, 0).text = "{%tr for row in one.rows %}", "{%tr endfor %}"
    for column, cell in enumerate(grid.rows[1].cells):
        cell.text = f"{{{{ row[{column}] }}}}"
    for line in ("{%p else %}", "{{ one.words }}", "{%p endif %}", "{%p endfor %}"):
        file.add_paragraph(line)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def docxtpl(template: bytes, text: list[Printed]) -> bytes:
    """The template rendered."""
    from docxtpl import DocxTemplate

    file = DocxTemplate(io.BytesIO(template))
    file.render({"text": [{"words": one} if isinstance(one, str) else {"rows": one} for one in text]}, autoescape=True)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def pandoc(text: list[Printed]) -> float:
    """Milliseconds of pandoc's own CPU time for HTML to .docx, the start of the process counted in."""
    import resource

    lines = [
        f"<p>{escape(one)}</p>"
        if isinstance(one, str)
        else "<table>"
        + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in one)
        + "</table>"
        for one in text
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["pandoc", "-f", "html", "-t", "docx", "-o", "-"],
        input="".join(lines).encode(),
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def cases(document: Document) -> dict[str, Case]:
    """What writes the plan; the first is the floor."""
    text, template = list(printed(document)), docxtpl_template()
    return {
        "raw string + zip (floor)": lambda: raw_zip(text),
        "drafter": lambda: docx_bytes(document),
        "drafter, 目录 and automatic numbers": lambda: docx_bytes(
            document, options=Options(contents=True, automatic_numbers=True)
        ),
        "docxtpl": lambda: docxtpl(template, text),
        "python-docx, add_paragraph, row.cells": lambda: python_docx(text),
    }


def measured(document: Document, times: int) -> dict[str, float]:
    """name → median CPU milliseconds; cases take turns, so that a busy machine slows all alike."""
    work = cases(document)
    spent: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(times):
        for name, case in work.items():
            if turn and name.startswith("python-docx"):
                continue
            start = time.process_time()
            case()
            spent[name].append((time.process_time() - start) * 1000)
    medians = {name: statistics.median(values) for name, values in spent.items()}
    if shutil.which("pandoc"):
        medians["pandoc html, whole process"] = pandoc(list(printed(document)))
    return medians


def memory(document: Document) -> tuple[float, float]:
    """The most memory writing takes, and the size of the file's XML, both in MB."""
    tracemalloc.start()
    data = docx_bytes(document)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6, sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist()) / 1e6


def growth(columns: dict[int, dict[str, float]], name: str) -> str:
    """The exponents of growth from size to size."""
    sizes = sorted(columns)
    pairs = pairwise(sizes)
    return " ".join(
        f"{math.log(columns[large][name] / columns[small][name]) / math.log(large / small):.2f}"
        for small, large in pairs
    )


def main() -> None:
    """Runs everything and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    plans = {pages: plan(pages) for pages in asked.pages}
    columns = {pages: measured(document, asked.times) for pages, document in plans.items()}
    print(f"{'CPU ms (× floor)':42}" + "".join(f"{f'{size} pages':>20}" for size in columns) + "  exponents")
    for name in columns[asked.pages[0]]:
        cells = "".join(
            f"{spent[name]:12.1f} {f'({spent[name] / next(iter(spent.values())):.2f})':>7}"
            for spent in columns.values()
        )
        print(f"{name:42}{cells}  {growth(columns, name)}")
    pages = max(columns)
    spent, (most, xml) = columns[pages], memory(plans[pages])
    ours = spent["drafter"]
    print(f"\n{pages} pages, {sum(isinstance(one, list) for one in printed(plans[pages]))} tables:")
    print(f"  python-docx takes {spent['python-docx, add_paragraph, row.cells'] / ours:.1f} times as long (goal 20)")
    print(f"  {ours / spent['raw string + zip (floor)']:.2f} × raw string + zip (goal 3)")
    print(f"  memory {most:.1f} MB = {most / xml:.1f} × {xml:.1f} MB of XML (goal 10)")


if __name__ == "__main__":
    main()
