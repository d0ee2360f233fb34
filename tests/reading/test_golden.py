"""Made-up plans in every style, read as their golden files say (--update-golden writes them anew)."""

import json
from pathlib import Path

import pytest

from drafter.reading.files import read_file
from drafter.reports import plain_document

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "reading"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_plan_is_read_as_before(path: Path, update_golden: bool):
    read = json.dumps(plain_document(read_file(path)), ensure_ascii=False, indent=1) + "\n"
    golden = path.with_suffix(".json")
    if update_golden:
        golden.write_text(read, "utf-8")
    assert read == golden.read_text("utf-8")
