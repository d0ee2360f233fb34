"""Responsibility clauses: who leads, who helps; found by label, by verb and by the form of the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.document import Clause, Party, Role, Span
from drafter.model.walk import span_text

_LABEL_WORD = (
    r"(?:牵头|责任|配合|负责|主责|协同|协作|协助|参与|参加|支持|实施|落实|承办|协办|主办"
    r"|主管|指导|完成|督导|承担|执行|会同)"
)
_LABEL = re.compile(
    rf"(?:(?:{_LABEL_WORD}|市级|省级|区级|县级|、|及|和|（?按职责）?)+"
    r"(?:单位|部门|主体|地区|机构|机关|处室|科室|领导|方)|责任(?:分工)?|牵头|配合|分工)\s*[:：∶]"
)
_OTHER_LABEL = re.compile(r"[^，。；：:∶、（）,;]{2,8}[:：∶]")
_MARKS = "，。；;, 、"
_LEAD = re.compile(r"牵头|主责|主办|承办")
_SUPPORT = re.compile(r"配合|协同|协作|协助|参与|参加|支持|协办")
_VERB = (
    r"(?:共同|联合|分别|具体|统一|分工|按照?(?:各自)?(?:职责|职能)?(?:分工)?|根据(?:职责|职能)(?:分工)?|依(?:据)?职责(?:分工)?|依法)*"
    r"(?:牵头(?:、?负责|实施|组织|落实|推进|协调|制定|办理|并?组织实施)*|(?:分工|组织|指导)?负责(?:落实|实施|推进|组织实施|制定|指导)?|配合(?:实施|落实|做好)?"
    r"|参与|参加|协同(?:配合)?|协助|指导|支持|落实|组织实施|实施|承办|协办|推进|推动)"
)
_VERB_END = re.compile(rf"{_VERB}$")
_TAIL = re.compile(r"(?:等(?:相关|有关)?(?:部门|单位)?|等)$")
_SEPARATOR = re.compile(
    r"(?:[、，,；;/／]|\s+|等(?=和|及|与)|会同|(?<=等)(?:和|及|与|以及)"
    r"|(?<=[委办厅局部院会府署行社])(?:和|及|与|以及)(?=[各国省市区县有相中]))(?![^（(〔]*[)）〕])"
)
_OFFICES = r"委|办公室|办|厅|局|部|会|政府|单位|部门|机构|署|总队|支队|大队|处|行|关|管理人|专班|组"
_SOCIETIES = r"院|站|所|馆|台|妇联|科协|文联|残联|侨联|社科联|工商联|学校|大学|院校|高校"
_FIRMS = r"中心|集团|公司|社|企业|运营商|电网|铁塔|电信|移动|联通|国网|城投|港航"
_PLACES = r"[）)〕]区?|街道|镇街|镇|乡|区|市|县|旗|州|盟|省|中央"
_NAME_END = rf"(?:{_OFFICES}|{_SOCIETIES}|{_FIRMS}|{_PLACES})"
_NAME = re.compile(
    rf"[^，。；：:、/（）()？！]{{0,28}}(?:[（(〔][^（）()〔〕]{{1,12}}[)）〕][^，。；：:、（）()]{{0,16}})?{_NAME_END}(?:[（(〔][^（）()〔〕]{{1,14}}[)）〕])?"
)
_STRICT = re.compile(
    r"(?:(?:国家|中央|全国|省|自治区|市|州|盟|区|县|旗|镇|各|有关|相关|本)[^，。；：（）]{1,24}|[^，。；：（）]{1,12}(?:委|办|厅|局|部|会|署|行|政府|社|组织部|宣传部))"
)
_STRICT_END = re.compile(
    r"(?:委员会|委|办公室|办|厅|局|部|署|院|会|中心|集团|公司|政府|单位|部门|社|行|关|队|区|县|市|镇|街道)(?:[（(〔][^（）〔〕]{1,14}[)）〕])?$"
)
_NOT_A_NAME = re.compile(
    r"以下简称|简称|含(?!山)|包括|例如|见|参见|略|万元|亿元|[“”《》%]|不少于|以上|[0-9]{3,}年|或者|除外|如(?![皋东])|即(?!墨)|不包"
)
_TIME = re.compile(r"\d年|\d月|年底|长期|持续")
_REMARK = re.compile(r"下同$|^以[下上]|不再列|(?:为|是)(?:牵头|主责|责任)")
"""What a clause says of itself: 列首位的为牵头单位，下同."""
_PROSE = re.compile(r".由|[的是把其须被让]|对(?![口外])|将(?!乐)|应(?![急城县])|可(?!克)|在.|以下简称|不再")
"""What stands in sentences and not in names."""
_BEFORE = re.compile(r"^(?:由|和|及|与|以及)(?=..)")
_MARKED = re.compile(r"[（(]([^（）()]*(?:牵头|主责|配合|参与)[^（）()]*)[)）]$")
_OTHERS = re.compile(r"等((?:有关|相关|市有关|省有关|市级有关)[^等]{2,8})$")
_NO_WORD = re.compile(r"[\W_]*")
_BRACKET = re.compile(r"[（(](?:[^（）()]|[（(][^（）()]*[)）])*[)）]|[〔\[［【][^〔〕\[\]［］【】]*[〕\]］】]")
_OPENING, _CLOSING = "（(〔[［【", "）)〕]］】"
_COLON = re.compile("[:：∶]")
_STRETCH = re.compile("[，；,;]")
_LOOSE = re.compile(rf"[。；）.;)\s]({_LABEL.pattern})")
_SPOKEN = re.compile(r"(?:^|(?<=。))(?:由|(?=[^。，；：（(]{2,60}牵头[，；]))[^。]{4,160}(?=。|$)")
"""A sentence of its own that may say who leads and helps: 由甲牵头，乙配合。"""
_HINT = re.compile(r"[（(〔\[［【:：∶由头]")
"""What stands in every text with a clause: a bracket, a colon, 由 or 牵头."""
_PLAIN_NAME = re.compile(r"(?![由和及与以])[^\W\d_等年长持下为再]+")
"""A name that nothing clings to and that is no time and no remark."""
NAME_MOST = 32
"""Characters of a body's name."""


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of a paragraph's text: its responsibility clauses as Clause, all else as it stands."""
    hint = _HINT.search(text)
    if not hint:
        return (text,) if text else ()
    spans: list[Span] = []
    done = 0
    for start, end in _places(text, hint.start()):
        clause = _clause(text[start:end], last=not text[end:].strip("。. "), after=text[max(start - 1, 0) : start])
        if clause is None:
            continue
        if start > done:
            spans.append(text[done:start])
        spans.append(clause)
        done = end
    if done < len(text):
        spans.append(text[done:])
    return tuple(spans)


def is_clause_line(text: str) -> bool:
    """Whether a line is nothing but one responsibility clause."""
    text = text.rstrip("。.")
    if not (text[-1:] in _CLOSING if text[:1] in _OPENING else _may_begin(text)):
        return False
    spans = spans_of(text)
    return len(spans) == 1 and isinstance(spans[0], Clause)


def _may_begin(text: str) -> bool:
    """Whether a text may begin with a clause without brackets."""
    return bool(_LABEL.match(text) or (_may_be_spoken(text) and _SPOKEN.match(text)))


def clause_at_end(text: str) -> str:
    """The responsibility clause in brackets that a text ends with, or ""."""
    spans = spans_of(text) if text[-1:] in _CLOSING else ()
    return span_text(spans[-1]) if len(spans) > 1 and isinstance(spans[-1], Clause) else ""


def _places(text: str, first: int) -> Iterator[tuple[int, int]]:
    """(start, end) of every bracket, of every label outside brackets to its sentence's end, of every spoken clause.

    No bracket stands before `first`.
    """
    brackets = [match.span() for match in _BRACKET.finditer(text, first)]
    places = list(brackets)
    if _may_be_spoken(text):
        places += [place for match in _SPOKEN.finditer(text) if (place := _spoken(text, *match.span()))]
    for start, behind in _labels(text):
        if not any(first <= start < end for first, end in brackets):
            stop = text.find("。", behind)
            end = len(text) if stop < 0 else stop
            places = [place for place in places if not start <= place[0] < end]
            places.append((start, end))
    merged: list[tuple[int, int]] = []
    for place in sorted(places):
        if not merged or place[0] >= merged[-1][1]:
            merged.append(place)
    return iter(merged)


def _labels(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every label at the beginning or behind the end of a sentence or a bracket."""
    if not _COLON.search(text):
        return
    first = _LABEL.match(text)
    if first:
        yield first.span()
    yield from (match.span(1) for match in _LOOSE.finditer(text, first.end() if first else 0))


def _may_be_spoken(text: str) -> bool:
    return "由" in text or "牵头" in text


def _spoken(text: str, start: int, end: int) -> tuple[int, int] | None:
    """(start, end) of the clause that a sentence is or, where two stretches and more say it, begins with."""
    stops = [match.start() for match in re.finditer("[，；]", text[start:end])][1:]
    ends = (end, *(start + stop for stop in reversed(stops)))
    return next(((start, stop) for stop in ends if _ends_with_verb(text[start:stop])), None)


@lru_cache(maxsize=8192)
def _clause(text: str, last: bool, after: str) -> Clause | None:
    """The clause that a bracket (or a labelled run) is, or None where it is no clause.

    `last` is whether nothing follows it, `after` the character before it. Titles and tree both ask for the clauses of
    a text: so many are remembered as stand on a thousand pages.
    """
    bracketed = text[0] in _OPENING
    inner = text[1:-1] if bracketed else text
    labelled = bool(_LABEL.match(inner) or (bracketed and _OTHER_LABEL.match(inner) and _LABEL.search(inner)))
    if not labelled and not bracketed and not _SPOKEN.fullmatch(inner):
        return None
    if labelled:
        parts = _labelled(inner)
    elif _ends_with_verb(inner):
        parts = _by_verbs(inner)
    elif text[0] in "（(［〔" and _is_list_of_bodies(inner, last, after):
        parts = _listed(inner, None)
    else:
        return None
    if not any(isinstance(part, Party) for part in parts):
        return None
    return Clause(_joined([text[0], *parts, text[-1]] if bracketed else parts))


def _joined(parts: list[str | Party]) -> tuple[str | Party, ...]:
    joined: list[str | Party] = []
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        if words:
            joined.append(words)
            words = ""
        joined.append(part)
    return (*joined, words) if words else tuple(joined)


def _labelled(inner: str) -> list[str | Party]:
    """（牵头单位：甲；配合单位：乙、丙；适用范围：丁）: every label says what follows it; other labels name no body."""
    label = _LABEL.match(inner)
    if label and len(_COLON.findall(inner)) == 1:
        return [label[0], *_under_label(label[0], inner[label.end() :])]
    parts: list[str | Party] = []
    labels = list(_LABEL.finditer(inner))
    taken = {place for match in labels for place in range(*match.span())}
    others = (match for match in _OTHER_LABEL.finditer(inner) if inner[match.start() - 1 : match.start()] in _MARKS)
    labels += [match for match in others if not taken.intersection(range(*match.span()))]
    labels.sort(key=lambda match: match.start())
    starts = [match.start() for match in labels] + [len(inner)]
    for match, end in zip(labels, starts[1:], strict=True):
        body = inner[match.end() : end]
        parts.append(inner[match.start() : match.end()])
        parts.extend(_under_label(match[0], body) if _LABEL.fullmatch(match[0]) else [body])
    return parts


def _under_label(label: str, body: str) -> list[str | Party]:
    """What a label says of the names behind it, up to the end of the sentence."""
    role = _label_role(label)
    if _ends_with_verb(body):
        return _by_verbs(body, role, carried=False)
    names, stop, rest = body.partition("。")
    return [*_listed(names, role), stop + rest]


def _label_role(label: str) -> Role | None:
    if _LEAD.search(label):
        return Role.LEAD
    return Role.SUPPORT if _SUPPORT.search(label) else None


def _ends_with_verb(inner: str) -> bool:
    """Whether names and verbs of responsibility are all that stands in the first sentence: 甲牵头，乙、丙配合."""
    first = inner.partition("。")[0]
    stretches = [stretch for stretch in _STRETCH.split(first) if stretch.strip()]
    if not stretches or not _VERB_END.search(stretches[-1]):
        return False
    names = [name for stretch in stretches for name in _names(_VERB_END.sub("", stretch))]
    return _mostly_bodies(names, [_is_body(name) for name in names])


def _mostly_bodies(names: list[str], sure: list[bool]) -> bool:
    """Whether a list holds names of bodies: two in three are by their form, and none of the others reads like prose."""
    return sum(sure) * 3 >= len(sure) * 2 and not any(_PROSE.search(name) or len(name) > NAME_MOST for name in names)


def _names(stretch: str) -> list[str]:
    return [name for part in _SEPARATOR.split(stretch) if part and (name := _TAIL.sub("", part.strip()))]


def _is_body(name: str) -> bool:
    name = _BEFORE.sub("", name)
    return not name or (len(name) <= NAME_MOST and bool(_NAME.fullmatch(name)) and not _NOT_A_NAME.search(name))


def _by_verbs(inner: str, default: Role | None = None, *, carried: bool = True) -> list[str | Party]:
    """甲牵头，乙、丙配合: the verb at the end of a stretch gives its names their role.

    A stretch without a verb shares the next one's (`carried`), or under a label has the label's role (`default`).
    """
    first, stop, rest = inner.partition("。")
    pieces = re.split(r"([，；,;])", first)
    found: list[list[str | Party]] = []
    role = default
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if index % 2:
            found.append([piece])
            continue
        verb = _VERB_END.search(piece)
        if verb or not carried:
            role = _label_role(verb[0]) if verb else default
        found.append([*_listed(piece[: verb.start()] if verb else piece, role), verb[0] if verb else ""])
    return [*(part for parts in reversed(found) for part in parts), stop + rest]


def _listed(names: str, role: Role | None) -> list[str | Party]:
    """The names of a list as parties, the marks between them as text; 会同 makes who stands before it the leader."""
    parts: list[str | Party] = []
    position = 0
    joint = names.find("会同")
    for match in [*_SEPARATOR.finditer(names), None]:
        end = match.start() if match else len(names)
        mine = role if joint < 0 else Role.LEAD if end <= joint else Role.SUPPORT
        parts.extend(_party(names[position:end], mine))
        if match:
            parts.append(match[0])
            position = match.end()
    return parts


def _party(text: str, role: Role | None) -> list[str | Party]:
    """One name with what clings to it: 由 before it, 等部门 or （牵头） after it."""
    if _PLAIN_NAME.fullmatch(text):
        return [Party(text, role)]
    name = text.strip().rstrip("。")
    before = _BEFORE.match(name)
    lead = before[0] if before and not _is_known_start(name) else ""
    name = name[len(lead) :]
    tail = ""
    if marked := _MARKED.search(name):
        tail = marked[0]
        role = _label_role(marked[1])
        name = name[: marked.start()]
    if others := _OTHERS.search(name):
        head = name[: others.start()]
        return (
            [lead, Party(head, role), "等", Party(others[1], role), tail]
            if head
            else [lead, "等", Party(others[1], role), tail]
        )
    if rest := _TAIL.search(name):
        tail = rest[0] + tail
        name = name[: rest.start()]
    if not name or _NO_WORD.fullmatch(name) or _TIME.search(name) or _REMARK.search(name):
        return [text]
    stripped = text.strip()
    after = text[text.rfind(stripped[-1]) + 1 :] if stripped else ""
    full_stop = "。" if stripped.endswith("。") else ""
    return [lead, Party(name, role), tail, full_stop, after]


def _is_known_start(name: str) -> bool:
    """Names may begin with 和, 及 and 与 as places do (和平区, 与…): then nothing is cut off."""
    return bool(re.match(r"和[平龙硕田静县顺林布政][^、]{0,3}[区县市州]?", name)) and not name.startswith(
        ("和各", "和有")
    )


def _is_list_of_bodies(inner: str, last: bool, after: str) -> bool:
    """Whether an unlabelled bracket at the end of a sentence holds nothing but names of bodies."""
    if _NOT_A_NAME.search(inner) or re.search(r"[。：:！？]", inner):
        return False
    if after and not (after[-1] in "。；.;" or last):
        return False
    names = _names(inner)
    if not names:
        return False
    ends = [_is_body(name) and (name[0] == "各" or bool(_STRICT_END.search(name))) for name in names]
    if last and not after:
        return all(ends)
    sure = [end and bool(_STRICT.fullmatch(name)) for end, name in zip(ends, names, strict=True)]
    return _mostly_bodies(names, sure) if last and after[-1:] in "。." else all(sure)
