"""Build templates/gbt9704.docx, the base document of every export, from drafter.writing."""

from pathlib import Path

from drafter.writing.base import built_package

TARGET = Path(__file__).resolve().parent.parent / "templates" / "gbt9704.docx"

if __name__ == "__main__":
    TARGET.write_bytes(built_package())
    print(TARGET)
