"""The use cases in the planner's words, the same for the window and the command line.

given       what comes with the program: agency directory, gazetteer, localities, outline templates
plans       read a plan, its facts, the library, import
picking     a section of another plan becomes ours
drafts      start a draft, make a whole plan local, what is left over
composing   a recipe becomes a draft
comparing   several plans compared, and the comparison as tables
checks      a draft or a plan checked
rolling     the years of a draft moved to another period
settling    what others say for a target; all slots that are alike settled in one edit
exporting   a draft becomes a Word file
tasks       who does what by when, from the clauses of a draft
annexes     tables of tasks and targets behind the text, or as a spreadsheet
printing    its pages, through LibreOffice
"""

from drafter.draftfile import SUFFIX, open_draft, save_draft
from drafter.library.store import Entry, Hit, Library
from drafter.reading.files import READABLE
from drafter.reading.pictures import PagePicture, page_count, page_picture
from drafter.recipe import Recipe, read_notice, read_recipe
from drafter.workflow.annexes import target_table, task_table, with_annexes, write_ledger
from drafter.workflow.checks import check
from drafter.workflow.comparing import Comparison, compare
from drafter.workflow.composing import Composed, compose
from drafter.workflow.drafts import leftovers, localise_plan, start_draft
from drafter.workflow.exporting import Exported, export, preview_pdf
from drafter.workflow.given import knowledge, localities, locality, outlines, profile, profiles, style_base
from drafter.workflow.picking import pick
from drafter.workflow.plans import Imported, facts, import_plans, open_library, plan_files, read
from drafter.workflow.printing import office_installed
from drafter.workflow.rolling import YearChange, roll_chosen, roll_years, year_changes
from drafter.workflow.settling import Said, Settling, Standing, alike, said_elsewhere, settle_all
from drafter.workflow.tasks import Task, set_bodies, tasks_of
from drafter.writing.options import Options
from drafter.writing.ownbase import Base
from drafter.writing.profile import Profile
from drafter.writing.selfcheck import Checked

__all__ = [
    "READABLE",
    "SUFFIX",
    "Base",
    "Checked",
    "Comparison",
    "Composed",
    "Entry",
    "Exported",
    "Hit",
    "Imported",
    "Library",
    "Options",
    "PagePicture",
    "Profile",
    "Recipe",
    "Said",
    "Settling",
    "Standing",
    "Task",
    "YearChange",
    "alike",
    "check",
    "compare",
    "compose",
    "export",
    "facts",
    "import_plans",
    "knowledge",
    "leftovers",
    "localise_plan",
    "localities",
    "locality",
    "office_installed",
    "open_draft",
    "open_library",
    "outlines",
    "page_count",
    "page_picture",
    "pick",
    "plan_files",
    "preview_pdf",
    "profile",
    "profiles",
    "read",
    "read_notice",
    "read_recipe",
    "roll_chosen",
    "roll_years",
    "said_elsewhere",
    "save_draft",
    "set_bodies",
    "settle_all",
    "start_draft",
    "style_base",
    "target_table",
    "task_table",
    "tasks_of",
    "with_annexes",
    "write_ledger",
    "year_changes",
]
