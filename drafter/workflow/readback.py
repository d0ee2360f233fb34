"""Files that came back: every value beside ours and those of others, what was changed around the slots, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter import resources
from drafter.errors import DrafterError, UnreadableFile
from drafter.keeping.versions import Versions
from drafter.model.differences import Difference, Line, Turn, differences
from drafter.model.document import SlotId
from drafter.model.draft import Draft, Slot, fill, slot_texts
from drafter.model.walk import text_of
from drafter.reading.returned import MARK, Returned, Revision, read_returned
from drafter.text.normal import squeezed
from drafter.workflow.circulation import key_of, lines_sent, version_of
from drafter.writing.options import Options

_MARKED = re.compile(f"{MARK}(\\d+){MARK}")
SIZE_MOST = 100_000_000
"""Bytes of a file that came back."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that a unit wrote into a slot; `file` is the number of its file."""

    slot: SlotId
    value: str
    unit: str
    file: int


@dataclass(frozen=True, slots=True)
class Back:
    """One file that came back: from whom, what is to be known about it (a sentence each), and what was changed in it.

    `changes` are the lines that differ outside the slots, `revisions` those of them that were tracked. A file that
    cannot be read, or is of another draft, has `error` and nothing else.
    """

    path: Path
    unit: str
    error: str = ""
    remarks: tuple[str, ...] = ()
    changes: tuple[Difference, ...] = ()
    revisions: tuple[Revision, ...] = ()
    missing: tuple[SlotId, ...] = ()


@dataclass(frozen=True, slots=True)
class Readback:
    """What all files say: the files, and every value that is not what went out, by slot and then by file."""

    files: tuple[Back, ...]
    offers: tuple[Offer, ...]

    def of(self, slot: SlotId) -> tuple[Offer, ...]:
        """What was offered for one slot."""
        return tuple(offer for offer in self.offers if offer.slot == slot)

    @property
    def agreed(self) -> tuple[Offer, ...]:
        """One offer for every slot of which all that answered say the same."""
        found: dict[SlotId, list[Offer]] = {}
        for offer in self.offers:
            found.setdefault(offer.slot, []).append(offer)
        return tuple(offers[0] for offers in found.values() if len({one.value for one in offers}) == 1)


def read_back(draft: Draft, paths: Sequence[Path], options: Options | None = None) -> Readback:
    """What came back in some files, beside the draft; the draft is not changed, and a bad file is only told."""
    options = Options(notice=draft.notice) if options is None else options
    files: list[Back] = []
    offers: list[Offer] = []
    for number, path in enumerate(paths):
        unit = _unit(path, draft)
        try:
            back = read_returned(_data(path), path.name)
            _check_draft(back, draft, path.name)
        except DrafterError as error:
            files.append(Back(path, unit, str(error)))
            continue
        found, lacking = _values(back, draft)
        offers += (Offer(slot, value, unit, number) for slot, value in found)
        files.append(_told(back, draft, path, unit, options, lacking))
    place = {slot.id: at for at, slot in enumerate(draft.slots)}
    return Readback(tuple(files), tuple(sorted(offers, key=lambda one: place[one.slot])))


def accepted(draft: Draft, offers: Sequence[Offer]) -> Draft:
    """The draft with the offered values in their slots, each with whose it is as the reason."""
    for offer in offers:
        draft = fill(draft, offer.slot, offer.value, f"{offer.unit}填报")
    return draft


def _data(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_MOST:
            raise UnreadableFile(f"“{path.name}”太大，没有读入。", "请删去其中的图片后再读。")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"打不开文件“{path}”：{error.strerror}。", "请检查它是否在原处、是否正被占用。") from error


def _check_draft(back: Returned, draft: Draft, name: str) -> None:
    """Raise UnreadableFile for what is no file of this draft."""
    if back.key and back.key != key_of(draft):
        raise UnreadableFile(f"“{name}”是另一份草稿的征求意见稿。", "请打开那份草稿再读。")
    if not back.key and not back.values:
        raise UnreadableFile(f"“{name}”没有填报标记，不是从这里发出的征求意见稿。", "请把它当作意见，自行对照。")


def _unit(path: Path, draft: Draft) -> str:
    """Whose file it is: its name without the plan's title, the day and what such files are called."""
    stem = re.sub(r"\d{8}|征求意见稿|反馈|填报|副本|\.docx?$", "", path.name)
    title = text_of(draft.document.title, slot_texts(draft))
    rest = stem.replace(title, "").strip("-—_ 　（）()")
    return rest or path.stem


def _values(back: Returned, draft: Draft) -> tuple[list[tuple[SlotId, str]], tuple[SlotId, ...]]:
    """(slot, value) of every value that is not what went out, and the slots the file no longer has.

    A program that knows nothing of the store changes one control and not the others: every value that differs counts.
    Where no control does, the store's own does.
    """
    sent = {one.slot: one for one in back.slots}
    found: list[tuple[SlotId, str]] = []
    lacking: list[SlotId] = []
    for slot in draft.slots:
        was = sent[slot.id].sent if slot.id in sent else slot.shown
        stored = (sent[slot.id].stored,) if slot.id in sent else ()
        shown = tuple(value for number, value in back.values if number == slot.id)
        changed = dict.fromkeys(value for value in shown if _is_value(value, was, slot))
        changed = changed or dict.fromkeys(value for value in stored if _is_value(value, was, slot))
        found += ((slot.id, value) for value in changed)
        if not shown and _is_used(slot, back.sent_lines):
            lacking.append(slot.id)
    return found, tuple(lacking)


def _is_value(value: str, was: str, slot: Slot) -> bool:
    return bool(value.strip()) and squeezed(value) not in (squeezed(was), squeezed(f"【{slot.name}】"))


def _is_used(slot: Slot, lines: tuple[Line, ...]) -> bool:
    return any(f"{MARK}{slot.id}{MARK}" in line.text for line in lines)


def _told(back: Returned, draft: Draft, path: Path, unit: str, options: Options, lacking: tuple[SlotId, ...]) -> Back:
    names = {slot.id: slot.name for slot in draft.slots} | {SlotId(one.slot): one.name for one in back.slots}
    now = lines_sent(draft, options) if not back.sent_lines or back.version != version_of(draft) else back.sent_lines
    sent = back.sent_lines or now
    changes = tuple(_named(one, names) for one in _different(sent, back.lines))
    return Back(
        path, unit, "", tuple(_remarks(back, draft, now)), changes,
        tuple(_readable(one, names) for one in back.revisions), lacking,
    )  # fmt: skip


def _remarks(back: Returned, draft: Draft, now: tuple[Line, ...]) -> list[str]:
    """What is to be known about a file, a sentence each."""
    said: list[str] = []
    if not back.key:
        said.append("文件里的草稿标识已丢失，按填报标记读取，不能确认是哪一版。")
    elif back.version != version_of(draft):
        changed = len(_different(back.sent_lines, now))
        text = f"正文有 {changed} 处不同" if changed else "正文没有不同"
        said.append(f"这是{_version_name(back, draft)}发出的稿子，草稿此后改过：{text}。")
    known = {slot.id for slot in draft.slots}
    if gone := [one.name for one in back.slots if one.slot not in known]:
        said.append(f"草稿中已没有这些填报项：{'、'.join(gone)}。")
    if back.comments:
        said.append(f"有 {back.comments} 条批注，没有读入，请在原文件中看。")
    return said


def _version_name(back: Returned, draft: Draft) -> str:
    """How the state of the draft that went out is called: the name of a kept version, or the day."""
    versions = Versions(resources.user_data() / "versions" / (draft.key or "draft"))
    for one in versions.all()[:40]:
        try:
            if one.name and version_of(versions.open(one)) == back.version:
                return f"“{one.name}”"
        except UnreadableFile:
            continue
    return f" {back.date} " if back.date else "较早"


def _different(old: Sequence[Line], new: Sequence[Line]) -> tuple[Difference, ...]:
    """The lines that differ in more than white space; what is new stands where the line before it did."""
    keys = [[Line("", squeezed(line.text)) for line in side] for side in (old, new)]
    whole = {id(key): line for key, line in zip((*keys[0], *keys[1]), (*old, *new), strict=True)}
    return tuple(
        Difference(one.turn, one.old and whole[id(one.old)], one.new and whole[id(one.new)])
        for one in differences(*keys)
    )


def _named(one: Difference, names: dict[SlotId, str]) -> Difference:
    """The difference with the names of slots in place of their numbers, where it stands as it was sent."""
    old, new = (line and Line(line.section, _read(line.text, names)) for line in (one.old, one.new))
    if one.turn is Turn.REWRITTEN and old and new:
        new = Line(old.section or new.section, new.text)
    return Difference(one.turn, old, new)


def _readable(one: Revision, names: dict[SlotId, str]) -> Revision:
    return Revision(one.author, one.place, _read(one.removed, names), _read(one.added, names))


def _read(text: str, names: dict[SlotId, str]) -> str:
    return _MARKED.sub(lambda found: f"【{names.get(SlotId(int(found[1])), found[1])}】", text)
