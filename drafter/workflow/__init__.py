"""The use cases in the planner's words, the same for the window and the command line.

given       what comes with the program: agency directory, gazetteer, localities, outline templates
plans       read a plan, its facts, the library, import
picking     a section of another plan becomes ours
drafts      start a draft, make a whole plan local, what is left over
composing   a recipe becomes a draft
comparing   several plans compared, and the comparison as tables
checks      a draft or a plan checked
redlining   a draft against what it was: differences, 花脸稿
rolling     the years of a draft moved to another period
settling    what others say for a target; all slots that are alike settled in one edit
exporting   a draft becomes a Word file
tasks       who does what by when, from the clauses of a draft
annexes     tables of tasks and targets behind the text, or as a spreadsheet
printing    its pages, through LibreOffice

The stages behind them are loaded when a name is first used: a window is painted before it reads, compares or writes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.draftfile import SUFFIX as SUFFIX, open_draft as open_draft, save_draft as save_draft
    from drafter.library.store import Entry as Entry, Hit as Hit, Library as Library
    from drafter.reading.files import READABLE as READABLE
    from drafter.reading.pictures import (
        PagePicture as PagePicture,
        page_count as page_count,
        page_picture as page_picture,
    )
    from drafter.recipe import Recipe as Recipe, read_notice as read_notice, read_recipe as read_recipe
    from drafter.workflow.annexes import (
        target_table as target_table,
        task_table as task_table,
        with_annexes as with_annexes,
        write_ledger as write_ledger,
    )
    from drafter.workflow.checks import check as check
    from drafter.workflow.comparing import Comparison as Comparison, compare as compare
    from drafter.workflow.composing import Composed as Composed, compose as compose
    from drafter.workflow.drafts import (
        leftovers as leftovers,
        localise_plan as localise_plan,
        start_draft as start_draft,
    )
    from drafter.workflow.exporting import Exported as Exported, export as export, preview_pdf as preview_pdf
    from drafter.workflow.given import (
        knowledge as knowledge,
        localities as localities,
        locality as locality,
        outlines as outlines,
        profile as profile,
        profiles as profiles,
        style_base as style_base,
    )
    from drafter.workflow.picking import pick as pick
    from drafter.workflow.plans import (
        Imported as Imported,
        facts as facts,
        import_plans as import_plans,
        open_library as open_library,
        plan_files as plan_files,
        read as read,
    )
    from drafter.workflow.printing import office_installed as office_installed
    from drafter.workflow.redlining import (
        Earlier as Earlier,
        Redlined as Redlined,
        compared as compared,
        earlier as earlier,
        export_redline as export_redline,
    )
    from drafter.workflow.rolling import (
        YearChange as YearChange,
        roll_chosen as roll_chosen,
        roll_years as roll_years,
        year_changes as year_changes,
    )
    from drafter.workflow.settling import (
        Said as Said,
        Settling as Settling,
        Standing as Standing,
        alike as alike,
        said_elsewhere as said_elsewhere,
        settle_all as settle_all,
    )
    from drafter.workflow.tasks import Task as Task, set_bodies as set_bodies, tasks_of as tasks_of
    from drafter.writing.options import Options as Options
    from drafter.writing.ownbase import Base as Base
    from drafter.writing.profile import Profile as Profile
    from drafter.writing.selfcheck import Checked as Checked

_HOMES = {
    "drafter.draftfile": "SUFFIX open_draft save_draft",
    "drafter.library.store": "Entry Hit Library",
    "drafter.reading.files": "READABLE",
    "drafter.reading.pictures": "PagePicture page_count page_picture",
    "drafter.recipe": "Recipe read_notice read_recipe",
    "drafter.workflow.annexes": "target_table task_table with_annexes write_ledger",
    "drafter.workflow.checks": "check",
    "drafter.workflow.comparing": "Comparison compare",
    "drafter.workflow.composing": "Composed compose",
    "drafter.workflow.drafts": "leftovers localise_plan start_draft",
    "drafter.workflow.exporting": "Exported export preview_pdf",
    "drafter.workflow.given": "knowledge localities locality outlines profile profiles style_base",
    "drafter.workflow.picking": "pick",
    "drafter.workflow.plans": "Imported facts import_plans open_library plan_files read",
    "drafter.workflow.printing": "office_installed",
    "drafter.workflow.redlining": "Earlier Redlined compared earlier export_redline",
    "drafter.workflow.rolling": "YearChange roll_chosen roll_years year_changes",
    "drafter.workflow.settling": "Said Settling Standing alike said_elsewhere settle_all",
    "drafter.workflow.tasks": "Task set_bodies tasks_of",
    "drafter.writing.options": "Options",
    "drafter.writing.ownbase": "Base",
    "drafter.writing.profile": "Profile",
    "drafter.writing.selfcheck": "Checked",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """The thing of this name, from the module that has it."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = found
    return found
