"""A small notation for documents in tests: "一、总体要求 / （一）指导思想 / 正文…（责任单位：市科技局、市教育局）"."""

import re
from pathlib import Path

from drafter.adapting.knowledge import Knowledge, load_knowledge
from drafter.adapting.localities import load_locality
from drafter.model.document import Clause, Document, Paragraph, Party, Role, Section, Span
from drafter.model.numbering import Form, parse_number
from drafter.resources import templates

_LEVELS = {Form.COMMA: 1, Form.BRACKET: 2, Form.DOT: 3}
_CLAUSE = re.compile(r"（(?:责任单位|牵头单位)：[^（）]*）")
_MARK = re.compile(r"([、，；/]|（(?:责任单位|牵头单位)：|）)")


def knowledge(_cache: list[Knowledge] = []) -> Knowledge:  # noqa: B006
    if not _cache:
        _cache.append(load_knowledge(templates(), templates() / "own"))
    return _cache[0]


def locality(name: str = "weihai"):
    return load_locality(templates() / "localities" / f"{name}.toml")


def paragraph(text: str) -> Paragraph:
    spans: list[Span] = []
    position = 0
    for match in _CLAUSE.finditer(text):
        spans += [text[position : match.start()], clause(match[0])]
        position = match.end()
    return Paragraph(tuple(span for span in (*spans, text[position:]) if span))


def clause(text: str) -> Clause:
    role = Role.LEAD if text.startswith("（牵头") else None
    parts = [part for part in _MARK.split(text) if part]
    return Clause(tuple(part if _MARK.fullmatch(part) else Party(part, role) for part in parts))


def section(*lines: str) -> Section:
    """A section with a title and paragraphs under it; a line that begins with a number is a section of its own."""
    found = parse_number(lines[0])
    number, cut = found or (None, 0)
    level = _LEVELS.get(number.form, 1) if number else 1
    own: list[str] = []
    children: list[list[str]] = []
    for line in lines[1:]:
        inner = parse_number(line)
        if inner and _LEVELS.get(inner[0].form, 9) == level + 1:
            children.append([line])
        elif children:
            children[-1].append(line)
        else:
            own.append(line)
    blocks = tuple(paragraph(line) for line in own)
    return Section((lines[0][cut:],), level, number, blocks=blocks, children=tuple(section(*c) for c in children))


def outline(text: str, **fields: object) -> Document:
    """A document of sections; lines are parted by " / "."""
    groups: list[list[str]] = []
    for line in text.split(" / "):
        found = parse_number(line)
        if (found and _LEVELS.get(found[0].form) == 1) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return Document(sections=tuple(section(*group) for group in groups), **fields)  # type: ignore[arg-type]


def path_of(name: str) -> Path:
    return templates() / name
