"""Roles by the order of names: where a plan says that the body named first leads (列第一位者为牵头单位)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.model.document import Clause, Document, Party, Role, Span
from drafter.model.tree import map_spans
from drafter.model.walk import passages, text_of

_PLACED = r"(?:列|排|居|位于)[^，。；]{0,6}(?:第一|首|最前)[^，。；]{0,10}"
_COUNTED = r"(?:第一|首)[个位]?(?:责任)?(?:单位|部门|名称)"
_STATED = re.compile(rf"(?:{_PLACED}|{_COUNTED})(?:为|是|系)[^，。；]{{0,6}}(?:牵头|主责)(?:责任)?(?:单位|部门|主体)?")


def states_roles(texts: Iterable[str]) -> bool:
    """Whether one of the texts says that the body named first leads."""
    return any(("牵头" in text or "主责" in text) and _STATED.search(text) for text in texts)


def with_stated_roles(document: Document) -> Document:
    """The document with roles by order in the clauses that give none, and a warning, where it says so."""
    stated = next((found[0] for text in _texts(document) if (found := _STATED.search(text))), "")
    if not stated:
        return document
    changed = 0

    def by_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        nonlocal changed
        new = tuple(_ordered(span) if isinstance(span, Clause) else span for span in spans)
        changed += sum(one is not other for one, other in zip(new, spans, strict=True))
        return new

    mapped = map_spans(document, by_order)
    if not changed:
        return document
    warning = f"文中写明“{stated}”，据此认定了 {changed} 处的牵头单位和配合单位。"
    return replace(mapped, warnings=(*document.warnings, warning))


def _texts(document: Document) -> list[str]:
    return [text_of(passage.spans) for passage in passages(document)] + list(document.notes)


def _ordered(clause: Clause) -> Clause:
    """The clause with its first body leading and the others helping; itself where it gives any role."""
    if any(party.role for party in clause.parties):
        return clause
    roles = iter((Role.LEAD, *(Role.SUPPORT,) * len(clause.spans)))
    return Clause(tuple(replace(one, role=next(roles)) if isinstance(one, Party) else one for one in clause.spans))
