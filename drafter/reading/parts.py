"""Parts: the notice that carries a plan, the plan, its annexes; each with what its first and last lines say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.document import Document
from drafter.model.numbering import Form, parse_number
from drafter.reading.doubts import Told
from drafter.reading.front import (
    Front,
    Tail,
    attachment_title,
    front_of,
    is_addressee,
    is_attachment_head,
    is_printing_line,
    tail_of,
)
from drafter.reading.lines import Item, Line, key_of, texts
from drafter.reading.naming import body_in_title, is_body, is_date, kind_of, period_of, region_of
from drafter.reading.wrapper import without_contents

NOTICE_MOST = 2000
"""Characters of a notice that only carries a plan."""
SPEAKERS = 4
"""So many paragraphs that begin with a speaker's name make a transcript."""
_CARRIES = re.compile(r"征求.{0,60}意见|印发|印送|报送|转发|发布|公布|下发|已.{0,12}(?:同意|通过|批准)")
_LIST = re.compile(r"附\s*件\s*(?:\d{1,2}\s*[.．、:：]|[:：]).+")
_TOP_FORMS = (Form.PART, Form.BOOK, Form.BULK, Form.CHAPTER, Form.COMMA, Form.BRACKET, Form.DECIMAL)


@dataclass(frozen=True, slots=True)
class Part:
    """One document among the lines: its facts (a Document without text) and the lines of its text."""

    facts: Document
    body: tuple[Item, ...]


@dataclass(slots=True)
class _Piece:
    front: Front
    body: tuple[Item, ...]
    tail: Tail
    attachment: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The plan, the notice that carries it, and its annexes."""

    plan: Part
    notice: Part | None = None
    annexes: tuple[Part, ...] = ()


def parts_of(items: Sequence[Item], told: Told, outer_title: str = "", number: str = "") -> Parts:
    """The parts among lines; what a notice before or after the plan says is among the plan's facts too.

    `outer_title` and `number` are what a web page around the document calls it.
    """
    own = without_contents(items, told)
    pieces = [_piece(own[start:end]) for start, end in (_cuts(own) if own else ())]
    pieces = [
        piece for piece in pieces if piece.body or _own_facts(piece.front, piece.tail) != Document() or piece.names
    ]
    if not pieces:
        return Parts(Part(Document(), ()))
    notices = [piece for piece in pieces if _is_notice(piece, pieces)]
    plans = [piece for piece in pieces if piece not in notices] or notices
    main = plans[0]
    notice = next((piece for piece in notices if piece is not main), None)
    facts = _facts(main, notice, outer_title, number)
    others = [piece for piece in pieces if piece is not main and piece is not notice]
    if not _are_annexed(main.names, others):
        facts = replace(facts, notes=(*main.names, *facts.notes))
    return Parts(Part(facts, main.body), _annex(notice) if notice else None, tuple(map(_annex, others)))


def _cuts(items: Sequence[Item]) -> list[tuple[int, int]]:
    """(start, end) of every part: cut at 附件, behind a signature, and before a notice at the end."""
    starts = {0}
    headed = False
    for index, item in enumerate(items):
        if not isinstance(item, Line):
            continue
        text = item.text
        found = parse_number(text)
        headed = headed or bool(found and found[0].form in _TOP_FORMS)
        if index and (is_attachment_head(text) or _begins_annex(items, index)):
            starts.add(index)
        elif _is_signed(items, index):
            starts.add(_behind_notes(items, index + 1))
        elif headed and _begins_notice(items, index):
            starts.add(index)
    ordered = sorted(start for start in starts if start < len(items))
    return [(a, b) for a, b in zip(ordered, [*ordered[1:], len(items)], strict=True) if a < b]


def _begins_annex(items: Sequence[Item], index: int) -> bool:
    """Whether 附件1：任务表 stands above its annex: above a table, or again after the list of annexes named it."""
    title = attachment_title(_text(items[index]))
    if not title or index + 1 >= len(items):
        return False
    lists = (key_of(_text(item)) for item in items[:index] if "附件" in _text(item))
    return any(key_of(title) in names for names in lists) or not isinstance(items[index + 1], Line)


def _is_signed(items: Sequence[Item], index: int) -> bool:
    """Whether a date stands here below the name of a body."""
    return index > 1 and is_date(_text(items[index])) and is_body(_text(items[index - 1]))


def _text(item: Item) -> str:
    return item.text if isinstance(item, Line) else ""


def _behind_notes(items: Sequence[Item], index: int) -> int:
    """Where the notes, dates and printing lines that follow a signature end."""
    rest = items[index:]
    taken = 0
    for item in rest:
        if not re.match(r"[（(].{2,80}[)）]$|抄送|联系|主动公开|公开", _text(item)):
            break
        taken += 1
    printed = [i for i, item in enumerate(rest[taken : taken + 3]) if is_printing_line(_text(item))]
    return index + taken + (printed[0] + 1 if printed else 0)


def _begins_notice(items: Sequence[Item], index: int) -> bool:
    """Whether a notice begins here: a title with 关于 and, a few lines on, those whom it is for."""
    item = items[index]
    if not isinstance(item, Line) or "关于" not in item.text or item.text[-1] in "。；：，" or parse_number(item.text):
        return False
    title = item.text
    for below in items[index + 1 : index + 6]:
        if not isinstance(below, Line) or below.text[-1] in "。；":
            return False
        if is_addressee(below.text):
            return bool(kind_of(title) or re.search("印发|转发", title))
        title += below.text
    return False


def _piece(items: Sequence[Item]) -> _Piece:
    first = items[0]
    attachment = isinstance(first, Line) and is_attachment_head(first.text)
    front = front_of(items)
    tail = tail_of(items[front.end :])
    body = tuple(items[front.end : front.end + tail.start])
    body, names = _without_list(body)
    return _Piece(front, body, tail, attachment, names)


def _without_list(body: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """The body without the list of annexes at its end, and that list."""
    for index in range(max(0, len(body) - 20), len(body)):
        item = body[index]
        if (
            isinstance(item, Line)
            and _LIST.fullmatch(item.text)
            and all(
                isinstance(below, Line) and len(below.text) < 60 and not below.text.endswith("。")
                for below in body[index:]
            )
        ):
            return body[:index], tuple(texts(body[index:]))
    return body, ()


def _is_notice(piece: _Piece, pieces: list[_Piece]) -> bool:
    """Whether a part only carries another: it speaks of issuing, and has no numbered parts or names another's title."""
    text = piece.front.title + "".join(texts(piece.body))
    if (
        piece.attachment
        or len(text) > NOTICE_MOST
        or not (piece.front.addressee or re.search("通知|公告|通告|函", piece.front.title))
    ):
        return False
    if not _CARRIES.search(text):
        return False
    titles = [one.front.title for one in pieces if one is not piece and one.front.title]
    return not _numbered(piece) or any(re.sub(r"（[^）]*）$", "", title) in text for title in titles)


def _numbered(piece: _Piece) -> bool:
    found = (parse_number(item.text) for item in piece.body if isinstance(item, Line))
    return any(number and number[0].form in _TOP_FORMS for number in found)


def _facts(main: _Piece, notice: _Piece | None, wrapper_title: str, number: str) -> Document:
    front, tail = main.front, main.tail
    facts = _own_facts(front, tail)
    if notice is not None:
        carrier = _own_facts(notice.front, notice.tail)
        facts = replace(
            facts,
            issuer=facts.issuer or carrier.issuer,
            document_number=facts.document_number or carrier.document_number,
            addressee=facts.addressee or carrier.addressee,
            date=tail.date or front.date or carrier.date or facts.date,
            signer=facts.signer or carrier.signer,
            classification=facts.classification or carrier.classification,
            status=facts.status or carrier.status,
            notes=(*facts.notes, *carrier.notes),
            title=facts.title or _carried_title(notice.front.title),
        )
    facts = replace(facts, document_number=facts.document_number or number)
    if not facts.title and (quoted := _quoted_title(main.body)):
        facts = replace(facts, title=(quoted,))
    if not facts.title and wrapper_title:
        facts = replace(facts, title=_carried_title(wrapper_title), issuer=facts.issuer or body_in_title(wrapper_title))
    title = "".join(str(span) for span in facts.title)
    carrier_title = notice.front.title if notice else wrapper_title
    return replace(
        facts,
        kind=kind_of(title),
        period=period_of(title),
        region=region_of(title, facts.issuer, body_in_title(carrier_title)),
    )


def _quoted_title(body: tuple[Item, ...]) -> str:
    """The title that a lead-in names: 《……》全文如下."""
    for item in body[:4]:
        found = re.search(r"《([^《》]+)》.{0,4}(?:全文)?如下[。：:]?$", item.text) if isinstance(item, Line) else None
        if found and kind_of(found[1]):
            return found[1]
    return ""


def _own_facts(front: Front, tail: Tail) -> Document:
    issuer = front.letterhead or _in_full("、".join(tail.signatures), body_in_title(front.title))
    return Document(
        remark=front.remark,
        title=(front.title,) if front.title else (),
        subtitle=front.subtitle,
        status=front.status,
        issuer=_parted(issuer),
        document_number=front.document_number,
        signer=front.signer,
        classification=front.classification,
        date=tail.date or front.date or tail.printed,
        addressee=front.addressee,
        notes=(*front.notes, *tail.notes),
    )


def _in_full(signed: str, titled: str) -> str:
    """Who signed; by the name in the title where the signature shortens it (省政府办公厅), or nobody signed."""
    letters = iter(titled)
    return titled if len(signed) < len(titled) and all(letter in letters for letter in signed) else signed


def _parted(issuer: str) -> str:
    """Party committee and government with a mark between them, as a title prints them one behind the other."""
    return re.sub(r"^(中共(?:中央|.{2,12}?委员会|.{2,12}?委))(?=[^、]*(?:人民政府|国务院))(?!、)", r"\1、", issuer)


def _carried_title(title: str) -> tuple[str, ...]:
    """The title of the plan that the title of its notice names, else the title itself."""
    carried = re.search(r"(?:印发|转发)\s*《(.+)》(?:的(?:通知|函))?$", title)
    return (re.sub(r"\s+", "", carried[1] if carried else title),) if title else ()


def _are_annexed(names: tuple[str, ...], annexes: list[_Piece]) -> bool:
    """Whether every name in a list of annexes is the title of one of them."""
    titles = [key_of(piece.front.title) for piece in annexes]
    return all(any(title and title in key_of(name) for title in titles) for name in names)


def _annex(piece: _Piece) -> Part:
    facts = _own_facts(piece.front, piece.tail)
    title = "".join(str(span) for span in facts.title)
    kind = re.search("(?:通知|函)$", title)
    facts = replace(
        facts,
        kind=kind[0] if kind else kind_of(title),
        period=period_of(title),
        region=region_of(title),
        notes=(*piece.names, *facts.notes),
    )
    return Part(facts, piece.body)


def is_transcript(items: Sequence[Item]) -> bool:
    """Whether a text is questions and answers: paragraphs begin with speakers' names, some of them again and again.

    Labels that stand right below numbered lines (政策内容：…) are no speakers.
    """
    spoken = [
        (index, match[0])
        for index, item in enumerate(items)
        if isinstance(item, Line) and (match := re.match(r"[^，。；：（）\d]{2,12}[:：](?=.{20})", item.text))
    ]
    names = [name for _, name in spoken]
    labels = sum(index > 0 and parse_number(_text(items[index - 1])) is not None for index, _ in spoken)
    again = len(set(names)) < len(names)
    return len(names) >= SPEAKERS and again and len(names) * 8 > len(items) and labels * 2 < len(names)
