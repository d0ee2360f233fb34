"""Ways through a document: its sections with their paths, its passages with their places, their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.errors import NotFound
from drafter.model.document import Block, Box, Clause, Document, Paragraph, Party, Section, SlotRef, Source, Span
from drafter.text.normal import count_characters, squeezed

Shown = Callable[[SlotRef], str]
"""What a slot shows in the text."""


def blank(_: SlotRef) -> str:
    """Nothing: how a slot shows in a document that has none."""
    return ""


def span_text(span: Span | Party, shown: Shown = blank) -> str:
    """The text of one span."""
    match span:
        case str():
            return span
        case SlotRef():
            return shown(span)
        case Party():
            return span_text(span.name, shown)
        case Clause():
            return "".join(span_text(part, shown) for part in span.spans)


def text_of(spans: tuple[Span, ...], shown: Shown = blank) -> str:
    """The text of spans as printed, clauses included."""
    return "".join(span_text(span, shown) for span in spans)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading title, paragraph or cell with its place: section path and block way (see `Place`)."""

    section: str
    block: tuple[int, ...]
    spans: tuple[Span, ...]
    source: Source | None = None
    owner: Section | None = None


def sections(document: Document) -> Iterator[tuple[str, Section]]:
    """(path, section) of every section in reading order, annexes after the text (their paths begin 附件1/)."""
    yield from _sections(document.sections, "")
    for ordinal, attachment in enumerate(document.attachments, 1):
        for path, section in sections(attachment):
            yield f"附件{ordinal}/{path}", section


def _sections(children: tuple[Section, ...], prefix: str) -> Iterator[tuple[str, Section]]:
    for name, section in named(children):
        yield prefix + name, section
        yield from _sections(section.children, f"{prefix}{name}/")


def named(children: tuple[Section, ...]) -> Iterator[tuple[str, Section]]:
    """(name in a path, section) of neighbours: what is called like an earlier one has #2, #3 … behind its name."""
    count: dict[str, int] = {}
    for section in children:
        name = heading_name(section)
        count[name] = count.get(name, 0) + 1
        yield name if count[name] == 1 else f"{name}#{count[name]}", section


def heading_name(section: Section) -> str:
    """How a section is called in a path: its number without 、, or its title where it has no number."""
    return section.number.path_name if section.number else text_of(section.title)


def heading_text(section: Section, shown: Shown = blank) -> str:
    """Number and title as printed."""
    return f"{section.number or ''}{text_of(section.title, shown)}"


def passages(document: Document) -> Iterator[Passage]:
    """Every heading title, paragraph, item and cell in reading order, annexes after the text."""
    yield from _in_blocks(document.preamble, "", None)
    for path, section in _sections(document.sections, ""):
        yield Passage(path, (), section.title, section.source, section)
        yield from _in_blocks(section.blocks, path, section)
    for ordinal, attachment in enumerate(document.attachments, 1):
        for passage in passages(attachment):
            path = f"附件{ordinal}/{passage.section}".removesuffix("/")
            yield Passage(path, passage.block, passage.spans, passage.source, passage.owner)


def own_passages(section: Section, path: str) -> Iterator[Passage]:
    """The heading title, paragraphs and cells of one section at a path, without those of the sections below it."""
    yield Passage(path, (), section.title, section.source, section)
    yield from _in_blocks(section.blocks, path, section)


def _in_blocks(
    blocks: tuple[Block, ...], path: str, owner: Section | None, way: tuple[int, ...] = ()
) -> Iterator[Passage]:
    for index, block in enumerate(blocks):
        here = (*way, index)
        match block:
            case Paragraph():
                yield Passage(path, here, block.spans, block.source, owner)
            case Box():
                yield from _in_blocks(block.blocks, path, owner, here)
            case _:
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        yield Passage(path, (*here, row, column), cell.spans, cell.source, owner)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of blocks, those in boxes and cells included."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Box():
                yield from paragraphs(block.blocks)
            case _:
                for cells in block.rows:
                    yield from cells


def parties(section: Section) -> Iterator[Party]:
    """The bodies responsible for a section, from the clauses in its own paragraphs (not in boxes and tables)."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            for span in block.spans:
                if isinstance(span, Clause):
                    yield from span.parties


def length(document: Document, shown: Shown = blank) -> int:
    """How long a document is, as offices count it: characters that are no white space, headings and annexes too."""
    total = count_characters(text_of(document.title, shown))
    for passage in passages(document):
        total += count_characters(text_of(passage.spans, shown))
        if not passage.block and passage.owner and passage.owner.number:
            total += len(str(passage.owner.number))
    return total


def section_length(section: Section, shown: Shown = blank) -> int:
    """How long a section is with all that stands under it, headings included."""
    own = count_characters(heading_text(section, shown))
    own += sum(count_characters(text_of(p.spans, shown)) for p in paragraphs(section.blocks))
    return own + sum(section_length(child, shown) for child in section.children)


def find_section(document: Document, wanted: str) -> tuple[str, Section]:
    """The one section that a planner means by a path (二/（一）/1.), the end of one, or a heading's title.

    Raises NotFound, naming the near alternatives, where none or several fit.
    """
    key = squeezed(wanted).replace("．", ".").strip("/")
    everything = list(sections(document))
    for fits in (_is_path, _ends_path, _is_title):
        found = [(path, section) for path, section in everything if fits(key, path, section)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"“{wanted}”不止指一节：{_listed(found)}。", "请写出完整的序号路径，例如 二/（一）/1.")
    near = [pair for pair in everything if key[:2] in squeezed(text_of(pair[1].title))] or everything
    raise NotFound(f"没有“{wanted}”这一节。", f"可选：{_listed(near)}。")


def _is_path(key: str, path: str, _: Section) -> bool:
    return squeezed(path) == key or squeezed(path) == key.replace("、", "")


def _ends_path(key: str, path: str, _: Section) -> bool:
    return squeezed(path).endswith("/" + key)


def _is_title(key: str, _: str, section: Section) -> bool:
    return key in (squeezed(text_of(section.title)), squeezed(heading_text(section)))


def _listed(found: list[tuple[str, Section]], most: int = 8) -> str:
    names = [f"{path} {text_of(section.title)}" for path, section in found[:most]]
    return "；".join(names) + ("……" if len(found) > most else "")
