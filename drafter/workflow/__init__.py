"""The use cases in the planner's words, the same for the window and the command line.

given       what comes with the program: agency directory, gazetteer, localities, outline templates
plans       read a plan, its facts, the library, import
picking     a section of another plan becomes ours
drafts      start a draft, make a whole plan local, what is left over
composing   a recipe becomes a draft
comparing   several plans compared, and the comparison as tables
checks      a draft or a plan checked
redlining   a draft against what it was: differences, 花脸稿
circulation the draft with live slots, sent round
papers      起草说明, 出处表, 征求意见函, made of the draft
paperset    all papers in one act
readback    what came back: values of slots, changes around them
library_names  names that only one place's plans in the library have
rolling     the years of a draft moved to another period
settling    what others say for a target; all slots that are alike settled in one edit
exporting   a draft becomes a Word file
tasks       who does what by when, from the clauses of a draft
annexes     tables of tasks and targets behind the text, or as a spreadsheet
printing    its pages, through LibreOffice

The names are listed in `__init__.pyi`. Each is loaded when it is first used (Scientific Python's SPEC 1): a window is
painted before it reads, compares or writes.
"""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any

_LIST = ast.parse(Path(__file__).with_suffix(".pyi").read_text("utf-8"))
_HOMES = {alias.name: node.module for node in _LIST.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """The thing of this name, from the module where it is at home."""
    if (home := _HOMES.get(name)) is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(home), name)
    return found
