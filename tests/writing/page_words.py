"""Pages as LibreOffice lays them out: words with their places, and the lines they stand on."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

MM = 72 / 25.4
BODY_TOP, BODY_BOTTOM, BODY_LEFT, BODY_RIGHT = 37 * MM, (37 + 225) * MM, 28 * MM, (28 + 156) * MM


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Page(NamedTuple):
    width: float
    height: float
    words: list[Word]

    @property
    def upright(self) -> bool:
        return self.width < self.height


_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
_PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">(.*?)</page>', re.DOTALL)
_MARKS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}


def render(folder: Path, files: dict[str, bytes]) -> dict[str, list[Page]]:
    """The pages of every file by its name; one start of LibreOffice for all. Skips where it is not installed."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if not (office and reader):
        pytest.skip("LibreOffice and pdftotext are needed to render pages")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in files]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    return {name: _pages(reader, folder / f"{name}.pdf") for name in files}


def _pages(reader: str, pdf: Path) -> list[Page]:
    html = subprocess.run([reader, "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return [
        Page(float(width), float(height), [_word(*found) for found in _WORD.findall(inside)])
        for width, height, inside in _PAGE.findall(html)
    ]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    for code, mark in _MARKS.items():
        text = text.replace(code, mark)
    return Word(float(left), float(top), float(right), float(bottom), text)


def rows(page: Page) -> list[list[Word]]:
    """The lines of the type area from top to bottom, each its words from left to right."""
    body = sorted(
        (word for word in page.words if word.top < BODY_BOTTOM - 5), key=lambda word: (round(word.top), word.left)
    )
    out: list[list[Word]] = []
    for word in body:
        if out and abs(out[-1][0].top - word.top) < 8:
            out[-1].append(word)
        else:
            out.append([word])
    return [sorted(line) for line in out]


def lines(page: Page) -> list[str]:
    """The texts of the lines."""
    return ["".join(word.text for word in line) for line in rows(page)]
