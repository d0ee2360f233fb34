"""Brings the English translation of the window up to date: texts from the code into the .ts, the .ts into the .qm.

    uv run python scripts/translate.py

What is new stands in drafter_en.ts as unfinished; write its English there and run this again.
"""

import subprocess
import sys
from pathlib import Path

DESKTOP = Path(__file__).resolve().parent.parent / "drafter" / "desktop"
TRANSLATION = DESKTOP / "assets" / "i18n" / "drafter_en.ts"


def tool(name: str) -> list[str]:
    """The command of a tool that PySide6 brings."""
    return [str(Path(sys.executable).with_name(f"pyside6-{name}"))]


def main() -> None:
    """Update both files."""
    sources = [str(path.relative_to(DESKTOP)) for path in sorted(DESKTOP.rglob("*.py"))]
    languages = ["-source-language", "zh_CN", "-target-language", "en_US"]
    marks = ["-tr-function-alias", "QT_TRANSLATE_NOOP+=_n", "-locations", "none", "-no-obsolete"]
    update = [*tool("lupdate"), *marks, *languages, *sources, "-ts", str(TRANSLATION)]
    subprocess.run(update, cwd=DESKTOP, check=True)  # noqa: S603
    release = [*tool("lrelease"), str(TRANSLATION), "-qm", str(TRANSLATION.with_suffix(".qm"))]
    subprocess.run(release, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
