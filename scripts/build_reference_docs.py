"""Make `reference_docs/*.docx` from `reference_docs/sources/*.txt` with our own reader and writer.

Run it after a change of a source, of the reader or of the writer: `uv run python scripts/build_reference_docs.py`.
"""

from __future__ import annotations

from pathlib import Path

from drafter import resources
from drafter.draftfile import write_whole
from drafter.model.walk import text_of
from drafter.reading.files import read_file
from drafter.writing.docx import Properties, docx_bytes


def built(source: Path) -> bytes:
    """The Word file of one source text; its properties say, as its first lines do, that it is a re-worded sample."""
    document = read_file(source)
    title = text_of(document.title)
    properties = Properties(
        title=f"{title}（改写样例）",
        subject="改写样例，不是正式文件",
        author="drafter",
        keywords="改写样例",
        comments=document.remark,
    )
    return docx_bytes(document, properties=properties)


def main() -> None:
    """Write every reference plan."""
    for source in sorted((resources.reference_docs() / "sources").glob("*.txt")):
        target = resources.reference_docs() / f"{source.stem}.docx"
        write_whole(target, built(source))
        print(target.name)


if __name__ == "__main__":
    main()
