"""The files plans came from, kept untouched beside the library: one folder, named by key and ending."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

ORIGINALS = ".originals"
"""How the name of the folder ends."""


class Originals:
    """The folder `<library>.originals`. A file in it is whole or not there at all."""

    def __init__(self, library: Path) -> None:
        self.folder = library.with_name(library.name + ORIGINALS)

    def path(self, key: str, ending: str) -> Path:
        """Where the file of a plan is."""
        return self.folder / f"{key}{ending}"

    def put(self, key: str, ending: str, content: bytes) -> None:
        """Keep a file; it is on the disk before this returns."""
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / f"{key}.part"
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(self.path(key, ending))

    def remove(self, key: str, ending: str) -> None:
        """Let the file of a plan go."""
        self.path(key, ending).unlink(missing_ok=True)

    def all(self) -> Iterator[tuple[str, Path]]:
        """(key, file) of everything that is kept."""
        if self.folder.is_dir():
            for path in sorted(self.folder.iterdir()):
                if path.suffix != ".part":
                    yield path.stem, path
