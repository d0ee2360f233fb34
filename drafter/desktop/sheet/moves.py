"""Where keys lead a caret: characters and slots, words, lines, paragraphs, the whole."""

from __future__ import annotations

from dataclasses import replace

from drafter.desktop.sheet.carets import (
    Caret,
    Chip,
    chips,
    from_offset,
    left_of,
    length,
    order,
    rectangle,
    spot,
)
from drafter.desktop.sheet.setting import setting_of
from drafter.desktop.sheet.strips import Strip, strips_of, words_of
from drafter.desktop.sheet.view import Place, View
from drafter.desktop.sheet.words import word_bounds


def first(view: View) -> Caret | None:
    """The first place of the draft."""
    found = next(view.fields(), None)
    return Caret(found[0].key(found[1]), 0) if found else None


def last(view: View) -> Caret | None:
    """The last place of the draft."""
    for item in reversed(view.items):
        for strip in reversed(strips_of(item)):
            if strip.fields:
                number = len(strip.fields) - 1
                return Caret(strip.key(number), length(strip, number))
    return None


def neighbour(view: View, place: Place, *, back: bool = False) -> Place | None:
    """The field before or behind a field."""
    strip, number = place
    step = -1 if back else 1
    if 0 <= number + step < len(strip.fields):
        return strip, number + step
    if strip.row:
        cells = strip.row.cells
        there = cells.index(strip) + step
        while 0 <= there < len(cells):
            if cells[there].fields:
                return cells[there], len(cells[there].fields) - 1 if back else 0
            there += step
    index = strip.index + step
    while 0 <= index < len(view.items):
        for other in strips_of(view.items[index])[::step]:
            if other.fields:
                return other, len(other.fields) - 1 if back else 0
        index += step
    return None


def sideways(view: View, caret: Caret, *, back: bool) -> Caret:
    """One character to the left or right; a slot is entered and left by a press of its own, an open one jumped over."""
    found = view.find(caret.key)
    if found is None:
        return caret
    strip, number = found
    chip = _at_edge(chips(strip, number), caret, back=back)
    if chip is not None:
        if chip.open:
            return Caret(caret.key, chip.start if back else chip.end)
        return replace(caret, inside=None if caret.inside == chip.slot else chip.slot, trailing=False)
    one = strip.fields[number]
    if caret.offset <= 0 if back else caret.offset >= length(strip, number):
        beside = neighbour(view, found, back=back)
        if beside is None:
            return replace(caret, inside=None)
        return Caret(beside[0].key(beside[1]), length(*beside) if back else 0)
    offset = setting_of(strip).next_stop(one.start + caret.offset, back=back) - one.start
    offset = max(0, min(offset, length(strip, number)))
    inside = next((c.slot for c in chips(strip, number) if c.start <= offset <= c.end and c.slot == caret.inside), None)
    within = next((c.slot for c in chips(strip, number) if c.start < offset < c.end), None)
    return Caret(caret.key, offset, within or inside)


def _at_edge(all_: tuple[Chip, ...], caret: Caret, *, back: bool) -> Chip | None:
    """The slot whose edge the next press crosses: entering it, leaving it, or jumping over it."""
    for chip in all_:
        leaving = caret.inside == chip.slot and caret.offset == (chip.start if back else chip.end)
        entering = caret.inside != chip.slot and caret.offset == (chip.end if back else chip.start)
        if leaving or entering:
            return chip
    return None


def word(view: View, caret: Caret, *, back: bool) -> Caret:
    """To the next word, as the segmentation parts words."""
    found = view.find(caret.key)
    if found is None:
        return caret
    text, offset = words_of(*found), caret.offset
    if back and offset > 0:
        return Caret(caret.key, word_bounds(text, offset - 1)[0])
    if not back and offset < len(text):
        return Caret(caret.key, word_bounds(text, offset)[1])
    return sideways(view, replace(caret, inside=None), back=back)


def word_around(view: View, caret: Caret) -> tuple[Caret, Caret]:
    """The word at a caret."""
    found = view.find(caret.key)
    if found is None:
        return caret, caret
    for chip in chips(*found):
        if chip.start <= caret.offset <= chip.end and (chip.open or chip.start < caret.offset < chip.end):
            return Caret(caret.key, chip.start), Caret(caret.key, chip.end)
    start, end = word_bounds(words_of(*found), caret.offset)
    return Caret(caret.key, start), Caret(caret.key, end)


def paragraph_around(view: View, caret: Caret) -> tuple[Caret, Caret]:
    """All words of the strip a caret is in."""
    found = view.find(caret.key)
    if found is None:
        return caret, caret
    strip = found[0]
    final = len(strip.fields) - 1
    return Caret(strip.key(0), 0), Caret(strip.key(final), length(strip, final))


def line_end(view: View, caret: Caret, *, back: bool) -> Caret:
    """The start or end of the line."""
    found = spot(view, caret)
    if found is None:
        return caret
    strip, _, offset = found
    setting = setting_of(strip)
    line = setting.line_at(offset, trailing=caret.trailing)
    start, end = setting.span_of(line)
    if back:
        return from_offset(strip, max(start, strip.fields[0].start) if line == 0 else start)
    return from_offset(strip, end, trailing=line < setting.count - 1)


def vertical(view: View, caret: Caret, x: float, *, lines: int) -> Caret:
    """Some lines down (up where negative), as near to an x of the type area as the line reaches."""
    for _ in range(abs(lines)):
        there = _one_line(view, caret, x, back=lines < 0)
        if there is None:
            return (first(view) if lines < 0 else last(view)) or caret
        caret = there
    return caret


def _one_line(view: View, caret: Caret, x: float, *, back: bool) -> Caret | None:
    found = spot(view, caret)
    if found is None:
        return None
    strip, _, offset = found
    setting = setting_of(strip)
    line = setting.line_at(offset, trailing=caret.trailing) + (-1 if back else 1)
    if 0 <= line < setting.count:
        return _on_line(strip, line, x)
    index = strip.index + (-1 if back else 1)
    while 0 <= index < len(view.items):
        other = _column_at(strips_of(view.items[index]), x)
        if other is not None:
            view.settle_item(index)
            return _on_line(other, setting_of(other).count - 1 if back else 0, x)
        index += -1 if back else 1
    return None


def _column_at(strips: tuple[Strip, ...], x: float) -> Strip | None:
    written = [one for one in strips if one.fields]
    return min(written, key=lambda one: max(left_of(one) - x, x - left_of(one) - one.width, 0), default=None)


def _on_line(strip: Strip, line: int, x: float) -> Caret:
    setting = setting_of(strip)
    offset = setting.offset_at(line, x - left_of(strip))
    trailing = offset == setting.span_of(line)[1] and line < setting.count - 1
    return from_offset(strip, offset, trailing=trailing)


def x_of(view: View, caret: Caret) -> float:
    """The x of a caret in the type area."""
    found = rectangle(view, caret)
    if found is None:
        return 0.0
    page, box = found
    return box.x() - view.pager.pages[page].left


def next_open_slot(view: View, caret: Caret, *, back: bool = False) -> tuple[Caret, Caret] | None:
    """The next open slot behind (or before) a caret, from the other end again after the last."""
    here = order(view, caret)
    found: list[tuple[tuple[int, int, int], Caret, Caret]] = []
    for strip, number in view.fields():
        for chip in chips(strip, number):
            if chip.open:
                start, end = Caret(strip.key(number), chip.start), Caret(strip.key(number), chip.end)
                found.append((order(view, start), start, end))
    if not found:
        return None
    if back:
        before = [one for one in found if one[0] < here]
        # a slot that is selected has the caret at its end
        before = [one for one in before if order(view, one[2]) < here] or before
        chosen = before[-1] if before else found[-1]
    else:
        behind = [one for one in found if one[0] >= here]
        chosen = behind[0] if behind else found[0]
    return chosen[1], chosen[2]
