"""The first and the last lines of a document: letterhead, number, title, addressee; signature, date, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.numbering import parse_number
from drafter.reading.lines import Item, Line, key_of
from drafter.reading.naming import (
    DATE,
    DOCUMENT_NUMBER,
    NUMBER_OF_SERIES,
    STATUS,
    date_in,
    is_body,
    is_date,
    kind_of,
    status_of,
)

TITLE_LEAST, TITLE_MOST = 3, 70
"""Characters of one line of a title, at least and at most."""
_CLASSIFICATION = re.compile(
    r"[（(]?([A-D])[1-4]?类?[)）]?|[（(]?([A-D])类[)）]?|(?:类别|分类|办理类别|答复类别)[:：]([A-D])[1-4]?类?"
)
_SECRECY = re.compile(
    r"(?:密级[:：])?((?:绝密|机密|秘密)(?:[★☆*](?:[\d一二三四五六七八九十]+(?:年|个月)|长期|启用前))?)"
)
_URGENCY = re.compile(r"(?:紧急程度[:：])?(?:特提|特急|加急|平急|急件)|(?:份号[:：])?\d{6}")
"""How soon a document is wanted, and the number of its copy."""
_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]\s*(\S{2,12})")
_BEFORE_NUMBER = re.compile(rf"(?:\d{{6}}|{_SECRECY.pattern}|[特加平]急|特提)(?=[\u4e00-\u9fff]{{1,14}}〔)")
_NAMES = re.compile("[\u4e00-\u9fff·]{2,8}")
_DATE_BEHIND = re.compile(r"[\s，,]*(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:印发|发布|公布)?$")
_MONTH = re.compile(r"(?:19|20)\d\d年\d{1,2}月|[一二][〇○零\d一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月")
_PERIOD_LINE = re.compile(r"[（(]\s*(?:19|20)\d\d年?\s*[—–\-－~～至]+\s*(?:19|20)\d\d年?\s*[)）]")
_OPENNESS = re.compile(r"(?:公开属性|公开方式|信息公开选项|公开选项|是否公开)[:：].*|主动公开|依申请公开|不予公开")
_ANNEX = r"附(?=[\s件表:：])\s*[件表]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?"
_ATTACHMENT = re.compile(rf"{_ANNEX}(?:[-—]\d)?\s*[:：]?")
_NAMED_ATTACHMENT = re.compile(rf"{_ANNEX}\s*[:：.．、]\s*(.{{3,60}})")
_PRINTED = re.compile(r"\s*((?:19|20)\d\d年\d{1,2}月\d{1,2}日印发)$")
_NOTE = re.compile(
    r"[（(].{2,80}[)）]。?|抄送[:：].*|抄报[:：].*|(?:联系人|联系电话|联系处室|联系方式|公开方式|公开属性|信息公开选项)[:：].*|主动公开|依申请公开"
)
_AUDIENCE = re.compile(r"[各委局部厅办省市区县州府院会司社处站所校业位门]|代表|委员|同志|先生|女士|政协|提案|单位")
_JOINS_TITLE = re.compile(r"[（(]|的(?:通知|函|公告|意见|决定)|等|》")
_NAMES_KIND = re.compile(r"的\s*(?:通知|函|公告|通告|通报|意\s*见|决定|报告|批复|答复|复函|请示)$")


@dataclass(slots=True)
class Front:
    """What the first lines said; `end` is how many they are."""

    remark: str = ""
    title: str = ""
    subtitle: str = ""
    status: str = ""
    letterhead: str = ""
    document_number: str = ""
    signer: str = ""
    classification: str = ""
    date: str = ""
    addressee: str = ""
    notes: list[str] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class Tail:
    """What the last lines said; `printed` is the date of printing, `start` where they begin."""

    signatures: list[str] = field(default_factory=list)
    date: str = ""
    printed: str = ""
    notes: list[str] = field(default_factory=list)
    start: int = 0


def is_attachment_head(text: str) -> bool:
    """Whether a line is the 附件 above an annex."""
    return bool(_ATTACHMENT.fullmatch(text.strip()))


def attachment_title(text: str) -> str:
    """The title that a line such as 附件1：任务表 gives an annex, or ""."""
    match = _NAMED_ATTACHMENT.fullmatch(text)
    return match[1] if match and match[1][-1] not in "。；，：" else ""


def is_addressee(text: str) -> bool:
    """Whether a line names those whom a letter or notice is for: bodies or persons, and a colon."""
    if text[-1:] not in "：:" or len(text) > 220 or re.search(r"[。！？；]", text) or parse_number(text):
        return False
    if re.search(r"如下|以下|包括|附件|^注|下列|情况|为[:：]$", text[-8:]):
        return False
    return bool(_AUDIENCE.search(text)) and not re.match(r"(?:责任|牵头|配合|附件)", text)


def front_of(items: Sequence[Item]) -> Front:
    """The letterhead, title and addressee that the first lines say."""
    front = Front()
    title: list[str] = []
    index = 0
    while index < len(items):
        item = items[index]
        if not isinstance(item, Line):
            break
        below = items[index + 1] if index + 1 < len(items) else None
        if not index and (named := attachment_title(item.text)):
            title.append(named)
        elif _take_mark(front, item.text, bool(title)):
            pass
        elif is_addressee(item.text) and (title or front.document_number or index == 0):
            front.addressee = item.text[:-1]
            index += 1
            break
        elif _is_letterhead(item, below) if not title else _is_speaker(front, item, below):
            front.letterhead = _joined_names(front.letterhead, "、".join(_bodies(re.sub(r"文件$", "", item.text))))
        elif _takes_title(title, item, items[index - 1] if index else None):
            title.append(item.text)
        elif front.document_number and _is_series(title) and "关于" in item.text and kind_of(item.text):
            front.notes += title
            title = [item.text]
        else:
            break
        index += 1
    front.end = index
    _set_title(front, "".join(title))
    return front


def _is_series(title: list[str]) -> bool:
    """Whether what was taken for the title only says what series a numbered document belongs to (专题会议纪要)."""
    return bool(title) and "关于" not in "".join(title) and kind_of("".join(title)) == "纪要"


def _joined_names(first: str, second: str) -> str:
    return f"{first}、{second}" if first else second


def _take_mark(front: Front, text: str, titled: bool) -> bool:
    """Takes a line that is a fact by its form alone; False where it is none."""
    return (
        (not titled and _take_above_title(front, text))
        or _take_rank(front, text)
        or is_attachment_head(text)
        or _take_number(front, text)
        or _take_date(front, text, titled)
        or (key_of(text) == "文件" and bool(front.letterhead))
        or (titled and _take_subtitle(front, text))
    )


def _take_above_title(front: Front, text: str) -> bool:
    """Takes a remark about the file, or how soon the document is wanted."""
    if _URGENCY.fullmatch(key_of(text)):
        front.notes.append(text)
    elif text.startswith("【") and len(text) > 12:
        front.remark = "\n".join(filter(None, (front.remark, text)))
    else:
        return False
    return True


def _take_rank(front: Front, text: str) -> bool:
    """Takes the class of an answer, secrecy, the status of a draft, or whether it is public."""
    key = key_of(text)
    if match := _CLASSIFICATION.fullmatch(key):
        front.classification = next(filter(None, match.groups())) + "类"
    elif match := _SECRECY.fullmatch(key):
        front.classification = match[1]
    elif STATUS.fullmatch(key):
        front.status = status_of(key)
    elif _OPENNESS.fullmatch(key):
        front.notes.append(text)
    else:
        return False
    return True


def _take_date(front: Front, text: str, titled: bool) -> bool:
    """Takes a date, with or without a bracket; below the title a bracket may name the issuer before it."""
    bracketed = _bracketed(text)
    if titled and bracketed and (date_in(text) or _dated_bodies(bracketed)):
        front.subtitle, front.date = front.subtitle + text, date_in(text)
        front.letterhead = front.letterhead or "、".join(_dated_bodies(bracketed))
    elif is_date(bracketed or text):
        front.date = date_in(text)
    elif titled and _MONTH.fullmatch(key_of(text)):
        front.notes.append(text)
    elif bodies := _dated_bodies(text):
        front.date = date_in(text)
        front.letterhead = front.letterhead or "、".join(bodies)
    else:
        return False
    return True


def _take_subtitle(front: Front, text: str) -> bool:
    """Takes —— and what follows it below a title."""
    if front.subtitle or not text.startswith("——") or len(text) >= TITLE_MOST or re.search("[。；]", text):
        return False
    front.subtitle = text
    return True


def _bracketed(text: str) -> str:
    """What a line that is one bracket holds, or ""."""
    return text[1:-1].strip() if text[0] in "（(" and text[-1] in "）)" else ""


def _dated_bodies(text: str) -> list[str]:
    """The bodies that stand with nothing but a date behind them (市农业农村局　2025年5月), or none."""
    name = _DATE_BEHIND.sub("", text)
    return _bodies(name) if name != text and is_body(name) else []


def _take_number(front: Front, text: str) -> bool:
    """Takes a document number, bare or in a bracket, with the signer or the date that may stand behind it."""
    key = key_of(_bracketed(text) or text)
    above = _BEFORE_NUMBER.match(key)
    if above and (_take_above_title(front, above[0]) or _take_rank(front, above[0])):
        key = key[above.end() :]
    number = DOCUMENT_NUMBER.match(key) or NUMBER_OF_SERIES.fullmatch(key)
    signer = _SIGNER.search(text)
    if signer:
        front.signer = signer[1]
    rest = key[number.end() :].removesuffix(key_of(signer[0]) if signer else "") if number else ""
    rank = _CLASSIFICATION.fullmatch(rest)
    if number and front.signer and _NAMES.fullmatch(rest):  # the last of several signers, on the line of the number
        front.signer, rest = f"{front.signer}、{rest}", ""
    if number and (not rest or rank or is_date(rest)):
        front.classification = f"{rank[rank.lastindex or 1]}类" if rank else front.classification
        front.document_number = re.sub(r"[\[［【（(](\d{4})[\]］】）)]", r"〔\1〕", number[0])
        front.date = front.date or date_in(rest)
        return True
    return bool(signer) and len(key) <= 16


def _is_letterhead(item: Line, below: Item | None) -> bool:
    """Whether the name of a body stands by itself: 文件 behind it, or a blank line, a number or another body below it.

    A name right above the rest of a title belongs to the title, but not in answers to deputies.
    """
    name = re.sub(r"文件$", "", item.text)
    if not is_body(name):
        return False
    if name != item.text:
        return True
    if not isinstance(below, Line):
        return False
    answer = bool(re.search(r"第\w+号.*(?:建议|提案)|(?:建议|提案).*(?:答复|复函)", below.text))
    if item.heading and below.heading and below.text.startswith("关于"):
        return False
    return bool(
        below.gap
        or DOCUMENT_NUMBER.match(key_of(below.text))
        or is_body(re.sub(r"文件$", "", below.text))
        or below.text == "文件"
        or answer
    )


def _is_speaker(front: Front, item: Line, below: Item | None) -> bool:
    """Whether a body stands between the title and those whom it speaks to, or between the title and a date."""
    if front.letterhead or not is_body(item.text) or not isinstance(below, Line):
        return False
    return is_addressee(below.text) or is_date(below.text) or bool(_MONTH.fullmatch(key_of(below.text)))


def _takes_title(title: list[str], item: Line, above: Item | None) -> bool:
    text = item.text
    if item.titled and not title:
        return True
    if len(text) > TITLE_MOST or text[-1] in "。！？；：，:;!?、" or parse_number(text):
        return False
    if not title:
        return len(text) >= TITLE_LEAST and not text.startswith(("——", "专栏"))
    if not isinstance(above, Line) or above.text != title[-1] or text.startswith(("——", "专栏")):
        return False
    return bool(_PERIOD_LINE.fullmatch(key_of(text))) or _goes_on("".join(title), text)


def _goes_on(so_far: str, text: str) -> bool:
    """Whether a line goes on with a title: always while the title has no kind, and behind 印发… up to its 通知."""
    open_quote = so_far.count("《") > so_far.count("》")
    carrying = bool(re.search(r"印发|转发", so_far)) and not re.search(r"(?:通知|函|公告)$", so_far)
    if "关于" in so_far and _NAMES_KIND.search(text) and not _NAMES_KIND.search(so_far):
        return True
    if kind_of(so_far) and not open_quote:
        return bool(_JOINS_TITLE.match(text) or carrying) and bool(kind_of(text) or _JOINS_TITLE.match(text))
    return True


def _set_title(front: Front, title: str) -> None:
    title = re.sub(r"[(]", "（", re.sub(r"[)]", "）", re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", title)))
    if status := re.search(rf"[（(]{STATUS.pattern.removeprefix('[（(]?').removesuffix('[)）]?')}[)）]", title):
        front.status = front.status or status[1]
        title = title.replace(status[0], "")
    if title.startswith("《") and title.endswith("》") and title.count("《") == title.count("》") == 1:
        title = title[1:-1]
    front.title = title


def is_printing_line(text: str) -> bool:
    """Whether a line says who printed the document and when: 办公室 2025年5月8日印发."""
    printed = _PRINTED.search(text)
    return bool(printed) and (not printed.start() or is_body(text[: printed.start()]))


def tail_of(items: Sequence[Item]) -> Tail:
    """The signature, date and notes that the last lines say."""
    start = len(items)
    while start > 0:
        item = items[start - 1]
        if not isinstance(item, Line) or not _is_tail_line(item.text):
            break
        start -= 1
    tail = Tail(start=start)
    names: list[str] = []
    for item in items[start:]:
        text = item.text if isinstance(item, Line) else ""
        signed = re.fullmatch(rf"(.+?)\s*({DATE.pattern})", text)
        if is_printing_line(text):
            tail.notes.append("　".join([*names, _PRINTED.sub(r"　\1", text).strip("　")]))
            tail.printed = date_in(text)
            names = []
        elif is_date(text) or (signed and is_body(signed[1])):
            tail.signatures = [*names, *(_bodies(signed[1]) if signed else [])]
            tail.date = date_in(text)
            names = []
        elif is_body(text):
            names += _bodies(text)
        else:
            tail.notes.append(text)
    if tail.signatures:
        tail.notes += names
    else:
        tail.signatures = names
    return tail


def _bodies(text: str) -> list[str]:
    return [name for name in text.split("\u3000") if name]


def _is_tail_line(text: str) -> bool:
    signed = re.fullmatch(rf"(.+?)\s*({DATE.pattern})", text)
    if is_date(text) or is_body(text) or is_printing_line(text) or (signed and is_body(signed[1])):
        return True
    return bool(_NOTE.fullmatch(text)) and not parse_number(text)
