"""Names told by where they stand: what is leaned on, learnt from or takes the lead, in words no other plan uses.

依托栈桥打造, 支持石头科技建设, （责任单位：好莱客）: every word may be an ordinary one, yet none of those that plans
are made of (`templates/plain.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.adapting.organisations import OrganisationFound
from drafter.text.segment import words

_LED = (
    "依托|对标|学习|借鉴|推广|联合|支持|推动|提升|引进|修缮|保护|走进|对接|发挥|吸引|鼓励|带动|游览|改造|擦亮|用好|携手|委托|游历|走访|"
    "比照|复制|串联|连接|沿|毗邻|靠近|打通|整治|盘活|激活|修复|开发"
)
_ACTS = (
    "周边|等地|等(?:一批)?(?:行业|领军|骨干|重点|本地|知名|头部|链主|龙头)*企业|牵头|承担|组建|扩产|扩大产能|一带|沿线|片区|的?经验|的?做法|的?模式|"
    "先行|沿岸|两岸|入驻|落户|投产|串联成线"
)
_GOES_ON = rf"{_ACTS}|打造|签订|布局|建设|开展|共建|合作|的|举办|设立|为|等|$|[，。；、]"
_NAME = r"([\u4e00-\u9fff]{2,6}?)"
_PLACE = re.compile(
    rf"(?:{_LED}){_NAME}(?={_GOES_ON})"
    rf"|(?:[与由在赴]|^|[，。；：（、]){_NAME}(?={_ACTS}|签订|共建|合作建|合作共|布局一|建设示范|举办)"
)
_PLAIN_END = re.compile(
    r"(?:[部局署厅委办院员者性化度率力制法权益金费款业体系队人们们群级类型式性]|领域|方面|技术|服务|作用|机制|资源|工作|活动|发展|建设|管理|规划|政策|标准|平台|"
    r"项目|工程|地区|区域|效率|质量|结构|优势|资金|改革|措施|训练|治疗|数据库|媒体|站|机|家|品|件|物|事|问题|条件|环境|关系|方向|水平|需求|[以之]来)$"
)
_PARTIES = re.compile(r"(?:责任|牵头|配合|参与|支持|协办|主办|承办|实施)(?:单位|部门|主体)?[：:]([^）)。；]+)")
_PARTY = re.compile(r"[\u4e00-\u9fff]{2,8}")
_FREE = frozenset("的和与及在以为对将由是各全新强大多更我市省县区本该其之等不有中后上下")


def placed_names(text: str, plain: frozenset[str]) -> Iterator[OrganisationFound]:
    """The names of a text that stand where names stand and are made of no `plain` word; none where that is empty."""
    if not plain:
        return
    places = [match.span(1 if match[1] else 2) for match in _PLACE.finditer(text)]
    places += [one.span() for match in _PARTIES.finditer(text) for one in _PARTY.finditer(text, *match.span(1))]
    for start, end in places:
        if not _PLAIN_END.search(text, start, end) and _is_odd(words(text[start:end]), plain):
            yield OrganisationFound(start, end, "专名", None, "别的规划都不用的词")


def _is_odd(pieces: list[str], plain: frozenset[str]) -> bool:
    """Whether a phrase begins with a noun that no plan uses, or is made of characters that form no word."""
    if len(pieces) > 1 and all(len(piece) == 1 for piece in pieces):
        return not _FREE.issuperset(pieces)
    if len(pieces) == 3 and len(pieces[0]) == len(pieces[1]) == 1:
        return _FREE.isdisjoint(pieces[:2])
    first = pieces[0]
    return len(pieces) <= 2 and len(first) in (2, 3) and first not in plain and _is_noun(first)


def _is_noun(word: str) -> bool:
    from drafter.text.segment import tagged_words

    return tagged_words(word)[0][1][:1] in ("n", "s", "t", "x", "i", "j", "l")
