"""The errors a planner can act on. Anything that is not one of these is a bug.

DrafterError            what went wrong, where, and what to do
├── UnreadableFile      a file that cannot be read as a plan
├── BadRecipe           a recipe, outline template or locality file with a mistake in it
├── DamagedLibrary      a library file that SQLite can no longer read
├── NotFound            a section, plan or slot that was named but is not there, or is there more than once
└── CannotWrite         a file that cannot be written where it was asked for
    └── ChangedOnDisk   a draft file that another hand changed since it was opened
"""

from __future__ import annotations


class DrafterError(Exception):
    """A Chinese sentence for the planner (`message`: what and where) and what to do about it (`hint`)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableFile(DrafterError):
    """A file that cannot be read as a plan."""


class BadRecipe(DrafterError):
    """A recipe, outline template or locality file with a mistake in it."""


class DamagedLibrary(DrafterError):
    """A library file that SQLite can no longer read."""


class NotFound(DrafterError):
    """A section, plan or slot that was named but is not there, or is there more than once."""


class CannotWrite(DrafterError):
    """A file that cannot be written where it was asked for."""


class ChangedOnDisk(CannotWrite):
    """A draft file that another hand changed since it was opened."""
