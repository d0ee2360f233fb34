"""What the tests of the reader compare: a document's outline in short lines."""

from collections.abc import Iterator

from drafter.model.document import Document, Section
from drafter.model.walk import parties, sections, span_text, text_of

ROLES = {"lead": "牵头", "support": "配合"}


def outline(document: Document) -> list[str]:
    """'level number title' of every heading of the plan, annexes left out."""
    return [
        f"{section.level} {section.number or ''}{text_of(section.title)}"
        for path, section in sections(document)
        if not path.startswith("附件")
    ]


def responsible(section: Section) -> list[str]:
    """The bodies of a section, 甲(牵头) where the text gives a role."""
    return [span_text(one) + (f"({ROLES[one.role]})" if one.role else "") for one in parties(section)]


def all_responsible(document: Document) -> dict[str, list[str]]:
    """heading → bodies, where there are some."""
    return {
        f"{section.number or ''}{text_of(section.title)}": responsible(section)
        for _, section in sections(document)
        if responsible(section)
    }


def texts(document: Document) -> Iterator[str]:
    """Everything that a document says, in reading order, numbers of headings included."""
    from drafter.model.walk import passages

    yield text_of(document.title)
    for passage in passages(document):
        number = passage.owner.number if passage.owner and not passage.block else None
        yield f"{number or ''}{text_of(passage.spans)}"
