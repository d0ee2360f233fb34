"""Where the files that come with the program are, from a checkout and from a wheel alike, and where the user's are."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """The folder of outline templates, locality files, the agency directory and the base `.docx`."""
    return _folder("templates")


def reference_docs() -> Path:
    """The folder of the reference plans that come with the program."""
    return _folder("reference_docs")


def user_data() -> Path:
    """The folder of what the program keeps for this user on this machine; it may not be there yet."""
    return Path(platformdirs.user_data_dir("drafter", appauthor=False))
