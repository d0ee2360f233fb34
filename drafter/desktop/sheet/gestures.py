"""What keys mean, as edits of the draft: every gesture is one wished-for draft with the carets before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from drafter.desktop.sheet.carets import Caret, Carets, Chip, at, chip_at, chips, length, span
from drafter.desktop.sheet.moves import neighbour, sideways, word
from drafter.desktop.sheet.strips import Row, Strip
from drafter.desktop.sheet.view import View
from drafter.model.document import Section, SlotId
from drafter.model.draft import Draft, slot_named
from drafter.model.flow import Edited, stretch_of, together
from drafter.model.path import Path, part_at
from drafter.model.structuring import join_before, path_of, remove, set_level, split, way_to
from drafter.model.wording import type_in_slot, type_text, with_words, words_at


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edit that is wished for: its name, the draft after it, the carets, and what it may be merged with in undo."""

    label: str
    draft: Draft
    before: Carets
    after: Carets
    merge: tuple[object, ...] = ()


Answer = Wanted | Carets | None
"""An edit, other carets without an edit, or nothing."""
Covered = tuple[Strip, int, int, int]
"""A field (strip and number) and the range of it that is selected."""


def _said(key: str) -> str:
    words = {
        "type": QCoreApplication.translate("sheet", "输入"),
        "slot": QCoreApplication.translate("sheet", "填写填报项"),
        "remove": QCoreApplication.translate("sheet", "删除"),
        "enter": QCoreApplication.translate("sheet", "换行"),
        "join": QCoreApplication.translate("sheet", "合并"),
        "level": QCoreApplication.translate("sheet", "改层级"),
    }
    return words[key]


def covered(view: View, carets: Carets) -> Iterator[Covered]:
    """The fields a selection touches, with the range selected in each."""
    start, end = span(view, carets)
    first, last = view.find(start.key), view.find(end.key)
    place = first
    while place is not None and last is not None:
        strip, number = place
        a = start.offset if place == first else 0
        b = end.offset if place == last else length(strip, number)
        yield strip, number, a, b
        if place == last:
            return
        place = neighbour(view, place)


def whole_chip(view: View, carets: Carets) -> Chip | None:
    """The slot that is selected, all of it and nothing else."""
    start, end = span(view, carets)
    if carets.empty or start.key != end.key or (found := view.find(start.key)) is None:
        return None
    return next((one for one in chips(*found) if (one.start, one.end) == (start.offset, end.offset)), None)


def spread(view: View, wanted: Wanted) -> Wanted:
    """The edit, done to all cells that are one in print where it was done to the one that stands for them."""
    found = view.find(wanted.after.caret.key)
    row = found[0].row if found else None
    if found is None or row is None or (column := row.cells.index(found[0])) not in row.goes_on:
        return wanted
    path, draft = found[0].path(found[1]), wanted.draft
    rows_at, number = path[:-3], path[-3]
    if rows_at[-1:] != ("rows",) or not isinstance(number, int):
        return wanted
    words, index = words_at(draft, path), found[0].index + 1
    while index < len(view.items) and isinstance(below := view.items[index], Row) and column in below.continued:
        number += 1
        draft = with_words(draft, (*rows_at, number, column, "spans"), words)
        index += 1
    return replace(wanted, draft=draft)


# a draft in the making


@dataclass(frozen=True, slots=True)
class Making:
    """A draft half-way through a gesture, and where the caret is in it."""

    draft: Draft
    path: Path
    caret: Caret

    @staticmethod
    def of(edited: Edited) -> Making:
        """After an edit of the structure."""
        path = path_of(edited.draft.document, edited.key)
        return Making(edited.draft, path, Caret(edited.key, max(0, edited.offset)))


def _begin(view: View, caret: Caret) -> Making | None:
    found = view.find(caret.key)
    if found is None or view.draft is None:
        return None
    return Making(view.draft, found[0].path(found[1]), caret)


def without_selection(view: View, carets: Carets) -> Making | None:
    """The draft without what is selected."""
    start, end = span(view, carets)
    making = _begin(view, start)
    if making is None or carets.empty:
        return making
    draft = making.draft
    if start.key == end.key:
        return _without_range(view, making, end)
    fields = [(strip.path(number), a, b) for strip, number, a, b in covered(view, carets)]
    first, last = _joined_ends(fields)
    for path, a, b in (*fields[:first], *fields[last + 1 :]):
        draft = type_text(draft, path, a, b, "")
    before = draft
    if first < last:
        (start_path, a, _), (end_path, _, b) = fields[first], fields[last]
        edited = remove(draft, (start_path, a), (end_path, b))
        draft = edited.draft if edited else draft
    if start.key == fields[0][0]:  # words that are named by where they stand, and that may stand elsewhere now
        path = _where_now(before, start.key, draft)
        return Making(draft, path, Caret(path, start.offset))
    return Making(draft, path_of(draft.document, start.key), Caret(start.key, start.offset))


def _where_now(before: Draft, path: Path, after: Draft) -> Path:
    """Where the words at a path of one draft stand in another that has the same box or table."""
    tail = 2 if "columns" in path[-2:] else 1
    way = way_to(after.document, part_at(before.document, path[:-tail]))
    return path if way is None else (*way, *path[-tail:])


def _joined_ends(fields: list[tuple[Path, int, int]]) -> tuple[int, int]:
    """The first and last of the fields that are rows of the same text, between which all goes; else (n, n - 1)."""
    stretches = [stretch_of(path) for path, _, _ in fields]
    if together(stretches[0], stretches[-1]) is not None:
        return 0, len(fields) - 1
    rows = [number for number, one in enumerate(stretches) if one is not None and not one.in_box]
    same = [number for number in rows if together(stretches[rows[0]], stretches[number])]
    return (same[0], same[-1]) if len(same) > 1 else (len(fields), len(fields) - 1)


def _without_range(view: View, making: Making, end: Caret) -> Making:
    start = making.caret
    chip = chip_at(view, start) or chip_at(view, end)
    if chip is not None and chip.start <= start.offset and end.offset <= chip.end and not chip.open:
        whole = (chip.start, chip.end) == (start.offset, end.offset)
        if not whole or start.inside == chip.slot:
            draft = type_in_slot(making.draft, chip.slot, start.offset - chip.start, end.offset - chip.start, "")
            return Making(draft, making.path, Caret(start.key, start.offset, chip.slot))
    found = view.find(start.key)
    cut = [one for one in chips(*found) if one.start < end.offset and one.end > start.offset] if found else []
    first = min([start.offset, *(one.start for one in cut)])
    last = max([end.offset, *(one.end for one in cut)])
    return Making(type_text(making.draft, making.path, first, last, ""), making.path, Caret(start.key, first))


def insert(view: View, carets: Carets, text: str, run: int = 0) -> Answer:
    """Text typed at the caret or over the selection; into a slot where the caret is in one."""
    chip = whole_chip(view, carets)
    start, _ = span(view, carets)
    if view.draft is None or not text:
        return None
    if chip is not None and (chip.open or carets.caret.inside == chip.slot):
        draft = type_in_slot(view.draft, chip.slot, 0, chip.end - chip.start, text)
        after = Caret(start.key, chip.start + len(text), chip.slot)
        return Wanted(_said("slot"), draft, carets, at(after), ("slot", run, chip.slot))
    chip = chip_at(view, carets.caret) if carets.empty else None
    if chip is not None and not chip.open:
        place = carets.caret.offset - chip.start
        draft = type_in_slot(view.draft, chip.slot, place, place, text)
        after = Caret(start.key, carets.caret.offset + len(text), chip.slot)
        return Wanted(_said("slot"), draft, carets, at(after), ("slot", run, chip.slot))
    making = without_selection(view, carets)
    if making is None:
        return None
    inside, offset = making.caret.inside, making.caret.offset
    if inside is not None and not carets.empty:
        return _type_in_rest(view, making, inside, carets, text)
    draft = type_text(making.draft, making.path, offset, offset, text)
    after = Caret(making.caret.key, offset + len(text))
    merge = ("type", run, making.caret.key) if carets.empty else ()
    return Wanted(_said("type"), draft, carets, at(after), merge)


def _type_in_rest(view: View, making: Making, slot: SlotId, carets: Carets, text: str) -> Answer:
    """Text in place of a selected part of a slot's value."""
    found = view.find(making.caret.key)
    start = next(one.start for one in chips(*found) if one.slot == slot) if found else 0
    place = making.caret.offset - start if slot_named(making.draft, slot).value else 0
    draft = type_in_slot(making.draft, slot, place, place, text)
    return Wanted(_said("slot"), draft, carets, at(Caret(making.caret.key, start + place + len(text), slot)))


def erase_selection(view: View, carets: Carets) -> Answer:
    """What is selected, removed."""
    making = without_selection(view, carets)
    return None if making is None else Wanted(_said("remove"), making.draft, carets, at(making.caret))


def erase(view: View, carets: Carets, *, back: bool, by_word: bool = False, run: int = 0) -> Answer:
    """Backspace and Delete: a character, a slot (selected first), or the border between two paragraphs."""
    caret = carets.caret
    found = view.find(caret.key)
    if not carets.empty:
        return erase_selection(view, carets)
    if found is None or view.draft is None:
        return None
    chip = _chip_beside(chips(*found), caret, back=back)
    if chip is not None and (chip.open or caret.inside != chip.slot):
        return Carets(Caret(caret.key, chip.end), Caret(caret.key, chip.start))
    if (caret.offset > 0) if back else (caret.offset < length(*found)):
        target = word(view, caret, back=back) if by_word else sideways(view, caret, back=back)
        if chip is not None:
            step = sideways(view, caret, back=back)
            target = Caret(caret.key, min(max(step.offset, chip.start), chip.end), chip.slot)
        making = without_selection(view, Carets(Caret(target.key, target.offset, caret.inside), caret))
        if making is None:
            return None
        return Wanted(_said("remove"), making.draft, carets, at(making.caret), ("erase", run, caret.key, back))
    return _erase_border(view, carets, back=back)


def _chip_beside(all_: tuple[Chip, ...], caret: Caret, *, back: bool) -> Chip | None:
    """The slot whose character, or which itself, would go."""
    for chip in all_:
        if (chip.start < caret.offset <= chip.end) if back else (chip.start <= caret.offset < chip.end):
            return chip
    return None


def _erase_border(view: View, carets: Carets, *, back: bool) -> Answer:  # noqa: PLR0911 - one border after another
    """Join what the caret stands between; where that cannot be, go there."""
    found = view.find(carets.caret.key)
    beside = neighbour(view, found, back=back) if found else None
    if found is None or view.draft is None:
        return None
    path = found[0].path(found[1])
    if back:
        edited = join_before(view.draft, path)
        if edited is not None and edited.offset < 0:
            if beside is None:
                return None
            after = Caret(beside[0].key(beside[1]), length(*beside))
            return Wanted(_said("join"), edited.draft, carets, at(after))
    elif beside is None:
        return None
    elif beside[0] is found[0]:  # a run-in heading and its text: the first character of the text goes
        return erase(view, at(Caret(beside[0].key(beside[1]), 0)), back=False)
    else:
        edited = remove(view.draft, (path, length(*found)), (beside[0].path(beside[1]), 0))
    if edited is not None and edited.draft.document is not view.draft.document:
        return Wanted(_said("join"), edited.draft, carets, at(Making.of(edited).caret))
    if beside is None:
        return None
    return at(Caret(beside[0].key(beside[1]), length(*beside) if back else 0))


def enter(view: View, carets: Carets) -> Answer:
    """Enter: a new paragraph, a heading, or the next line where there can be none."""
    making = without_selection(view, carets)
    if making is None:
        return None
    offset = making.caret.offset
    if (chip := chip_at(view, making.caret)) is not None and carets.empty:
        offset = chip.end if offset > chip.start else chip.start
    edited = split(making.draft, making.path, offset)
    if edited is not None:
        return Wanted(_said("enter"), edited.draft, carets, at(Making.of(edited).caret))
    found = view.find(carets.caret.key)
    below = _below(view, found[0]) if found and found[0].row else None
    beside = below or (neighbour(view, found) if found else None)
    return at(Caret(beside[0].key(beside[1]), 0)) if beside else None


def _below(view: View, cell: Strip) -> tuple[Strip, int] | None:
    row = cell.row
    assert row is not None
    column, index = row.cells.index(cell), cell.index + 1
    while index < len(view.items):
        item = view.items[index]
        cells = getattr(item, "cells", None)
        if cells is None or item.table != row.table:  # pyright: ignore[reportAttributeAccessIssue]
            return None
        if column < len(cells) and cells[column].fields:
            return cells[column], 0
        index += 1
    return None


def level(view: View, carets: Carets, to: int) -> Answer:
    """The paragraph or heading of the caret as a heading of a level, 0 as text."""
    making = _begin(view, carets.caret)
    edited = set_level(making.draft, making.path, to) if making else None
    if edited is None:
        return None
    offset = carets.caret.offset if edited.offset == -2 else edited.offset
    return Wanted(_said("level"), edited.draft, carets, at(Caret(edited.key, max(0, offset))))


def level_of(view: View, caret: Caret) -> int:
    """The level of the heading the caret is in, 0 in text."""
    found = view.find(caret.key)
    if found is None or view.draft is None:
        return 0
    owner = part_at(view.draft.document, found[0].path(found[1])[:-1])
    return owner.level if isinstance(owner, Section) else 0
