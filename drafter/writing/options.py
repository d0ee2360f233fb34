"""What a planner chooses about the exported file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.document import SlotId
from drafter.model.notice import Notice
from drafter.writing.layout import Sheet
from drafter.writing.ownbase import Base
from drafter.writing.profile import NATIONAL, Profile


class Imprint(StrEnum):
    """Where the 版记 stands: on the next even page, on such a page after an empty one, or under the text (7.4, 7.5).

    A page after an empty one bears no number. Which of them is right depends on where the text ends; that of a letter
    may stand on the next page of either kind (10.1).
    """

    EVEN_PAGE = "even page"
    AFTER_EMPTY_PAGE = "after empty page"
    UNDER_TEXT = "under text"
    NEXT_PAGE = "next page"


@dataclass(frozen=True, slots=True)
class Closing:
    """How a signature never opens a page (7.3.5.5): by other spacing, or because text and signature are kept together.

    `kept`: the last paragraph has to be on the page of the signature, at least in part; `pitch` (twips, 0 for that of
    the page) is the one of so many `lines` above the signature, and of what stands under them.
    """

    kept: bool = False
    pitch: int = 0
    lines: int = 0


KEPT = Closing(kept=True)


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is put on paper.

    `contents`: a table of contents before the text, `pages` the page numbers of its entries where they are known;
    `automatic_numbers`: the numbers of headings are lists of Word instead of text; `mark_open`: slots that are still
    open (【name】) are highlighted;
    `profile`: the unit's fonts and page; `base`: its own Word file, whose styles and page go before;
    `notice`: what the plan is issued with; `imprint`: where its 版记 stands;
    `closing`: how the text comes to stand above its signature;
    `live`: the slots that go out as content controls, each with its name.
    """

    contents: bool = False
    automatic_numbers: bool = False
    mark_open: bool = True
    pages: tuple[int, ...] = ()
    profile: Profile = NATIONAL
    base: Base | None = None
    notice: Notice | None = None
    imprint: Imprint = Imprint.EVEN_PAGE
    closing: Closing = KEPT
    live: tuple[tuple[SlotId, str], ...] = ()

    @property
    def sheet(self) -> Sheet:
        """The measures of the page."""
        return self.base.sheet if self.base else self.profile.sheet


STANDARD = Options()
