"""A recipe becomes a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.adapting.leftovers import leftovers
from drafter.errors import BadRecipe, NotFound
from drafter.library.interface import Library
from drafter.model.document import Clause, Document, Paragraph, Party, Section, SlotId, SlotRef, Span
from drafter.model.draft import Draft, Slot, fill, keep
from drafter.model.edits import Spot, insert_section, section_at, with_ids
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.walk import find_section, named
from drafter.reading.clauses import spans_of
from drafter.reading.files import READABLE, read_file
from drafter.recipe import SLOT_MARK, Part, Recipe, read_recipe
from drafter.text.normal import squeezed
from drafter.workflow.given import knowledge, locality
from drafter.workflow.picking import put

PlanFinder = Callable[[str], tuple[Document, str]]
"""From what a recipe calls a plan to the plan and its key in the library; raises NotFound."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed draft and what of other places still stands in it."""

    draft: Draft
    leftovers: tuple[Finding, ...]


def compose(path: Path, library: Library) -> Composed:
    """The draft that a recipe file describes.

    Raises BadRecipe, naming the line, for a mistake in the recipe, and UnreadableFile for a plan that cannot be read.
    """
    recipe = read_recipe(path)
    to = locality(recipe.locality, path.parent) if recipe.locality else None
    draft = build(recipe, to, lambda name: _find_plan(name, path.parent, library))
    return Composed(draft, leftovers(draft, knowledge()))


def no_plans(name: str) -> tuple[Document, str]:
    """No plan: what an outline template finds, which picks nothing."""
    raise NotFound(f"提纲模板中不能摘取“{name}”。", "请把它写成配方，用 drafter compose 生成。")


def build(recipe: Recipe, to: Locality | None, find_plan: PlanFinder = no_plans) -> Draft:
    """The draft that a recipe or an outline template describes, its fills and keeps done."""
    slots = tuple(Slot(SlotId(n), spec.kind, spec.name, hint=spec.hint) for n, spec in enumerate(recipe.slots, 1))
    document = Document(
        title=_spans(recipe.title, slots),
        kind=recipe.kind,
        status=recipe.status,
        issuer=recipe.issuer,
        date=recipe.date,
        region=to.name if to else "",
        period=recipe.period,
        preamble=tuple(Paragraph(_spans(text, slots)) for text in recipe.preamble),
        numbering=Numbering(running=frozenset(recipe.run_on)),
    )
    draft = with_ids(Draft(slots=slots, locality=to, next_id=len(slots) + 1, notice=recipe.notice), document)
    builder = _Builder(recipe, slots, find_plan)
    for index, part in enumerate(recipe.parts):
        draft = builder.add(draft, part, Spot(None, index))
    return _settled(draft, recipe)


@dataclass(frozen=True, slots=True)
class _Builder:
    recipe: Recipe
    slots: tuple[Slot, ...]
    find_plan: PlanFinder

    def add(self, draft: Draft, part: Part, spot: Spot) -> Draft:
        draft = self._picked(draft, part, spot) if part.plan else insert_section(draft, self._own(part), spot)
        section = section_at(draft, spot)
        for index, child in enumerate(part.parts, len(section.children)):
            draft = self.add(draft, child, Spot(section.id, index))
        return draft

    def _own(self, part: Part) -> Section:
        *texts, last = part.text or ("",)
        if part.responsible:
            last += f"（责任单位：{'、'.join(part.responsible)}）"
        return Section(
            title=_spans(part.title, self.slots),
            level=1,
            number=Number(Form.COMMA, 1),
            run_in=part.run_in,
            guidance=part.guidance,
            blocks=tuple(Paragraph(_spans(text, self.slots)) for text in (*texts, last) if text),
        )

    def _picked(self, draft: Draft, part: Part, spot: Spot) -> Draft:
        try:
            plan, key = self.find_plan(part.plan)
            path, section = find_section(plan, part.pick)
            for unwanted in part.without:
                section = _without(section, unwanted)
        except NotFound as error:
            raise BadRecipe(f"{self.recipe.path} 第 {part.line} 行：{error.message}", error.hint) from error
        if part.title:
            section = replace(section, title=(part.title,))
        return put(draft, plan, path, section, spot, key)


def _without(section: Section, unwanted: str) -> Section:
    """The section without one of its children, named by number or title; raises NotFound."""
    path, found = find_section(Document(sections=section.children), unwanted)
    if "/" in path:
        first, _, rest = path.partition("/")
        child = dict(named(section.children))[first]
        smaller = _without(child, rest)
        return replace(section, children=tuple(smaller if one is child else one for one in section.children))
    return replace(section, children=tuple(one for one in section.children if one is not found))


def _spans(text: str, slots: tuple[Slot, ...]) -> tuple[Span, ...]:
    """The text with its responsibility clauses recognised and every 【name】 a reference to its slot."""
    ids = {slot.name: slot.id for slot in slots}

    def pieces(words: str) -> Iterator[str | SlotRef]:
        for index, piece in enumerate(SLOT_MARK.split(words)):
            if piece:
                yield SlotRef(ids[piece]) if index % 2 else piece

    def within(clause: Clause) -> Iterator[str | Party]:
        for part in clause.spans:
            if isinstance(part, Party) and isinstance(part.name, str):
                yield from (Party(piece, part.role) for piece in pieces(part.name))
            else:
                yield part

    spans: list[Span] = []
    for span in spans_of(text):
        spans += (
            pieces(span)
            if isinstance(span, str)
            else [Clause(tuple(within(span))) if isinstance(span, Clause) else span]
        )
    return tuple(spans)


def _settled(draft: Draft, recipe: Recipe) -> Draft:
    for name, value in recipe.fill:
        draft = fill(draft, _named(draft, recipe, name), value)
    for name, reason in recipe.keep:
        draft = keep(draft, _named(draft, recipe, name), reason)
    return draft


def _named(draft: Draft, recipe: Recipe, name: str) -> SlotId:
    """The slot that a fill or keep means: by its name, its original words, or both as 名称/原文."""
    found = [slot for slot in draft.slots if name in (slot.name, slot.original, f"{slot.name}/{slot.original}")]
    if len(found) == 1:
        return found[0].id
    where = f"{recipe.path} 第 {recipe.line(name)} 行："
    if found:
        choices = "；".join(f"{slot.name}/{slot.original}" for slot in found)
        raise BadRecipe(f"{where}“{name}”不止指一个填报项。", f"请写明其中之一：{choices}。")
    names = "、".join(dict.fromkeys(slot.name for slot in draft.slots))
    raise BadRecipe(f"{where}没有叫“{name}”的填报项。", f"可用的填报项：{names or '（一个也没有）'}。")


def _find_plan(name: str, folder: Path, library: Library) -> tuple[Document, str]:
    """The plan in a file beside the recipe, or of the library by title or a part of it; raises NotFound."""
    if name.lower().endswith(READABLE):
        return read_file(folder / name), ""
    wanted = squeezed(name).strip("《》")
    entries = library.entries()
    for fits in (lambda title: title == wanted, lambda title: wanted in title):
        found = [entry for entry in entries if fits(squeezed(entry.title))]
        if len(found) == 1:
            return library.document(found[0].key), found[0].key
        if found:
            titles = "；".join(f"{entry.title}（{entry.key}）" for entry in found)
            raise NotFound(f"资料库中“{name}”不止一份：{titles}。", "请写完整的标题，或直接写文件名。")
    titles = "；".join(entry.title for entry in entries)
    raise NotFound(f"资料库中没有“{name}”。", f"可选：{titles or '（资料库是空的）'}；也可以直接写文件名。")
