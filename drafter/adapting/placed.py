"""Names told by where they stand: what is leaned on, learnt from or takes the lead, in words no other plan uses.

依托栈桥打造, 支持石头科技建设, （责任单位：好莱客）: every word may be an ordinary one, yet none of those that plans
are made of (`templates/plain.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.adapting.organisations import OrganisationFound

_LED = re.compile(
    r"(?:依托|对标|学习|借鉴|联合|引进|引入|招引|走进|游览|游历|走访|擦亮|携手|委托|比照|复制|串联|毗邻|靠近|讲好|叫响|唱响|赴|借助|吸纳|效仿)$"
)
"""Words after which a name is at home, whatever follows."""
_ACTS = (
    "周边|等地|等(?:一批)?(?:行业|领军|骨干|重点|本地|知名|头部|链主|龙头)*企业|等(?:节点|景点|点位|地标|景区)|牵头|承担|组建|扩产|扩大产能|"
    "一带|沿线|沿岸|两岸|片区|的?(?:经验|做法)|模式|先行|入驻|落户|投产|签订|共建|举办|布局一|[一二三]期|大地|故事|名片|儿女|热土|修缮|毕业生|"
    "要加强|产业转移|设立|做好配套|的班列|的链主|招商|为链主|为核心|保护规划|夜间|开放|给予|审核"
)
"""What follows a name, whatever comes before."""
_FIRM_ACTS = re.compile(
    r"等(?:一批)?(?:行业|领军|骨干|重点|本地|知名|头部|链主|龙头)*企业|牵头|[一二三]期|的链主|设立|做好配套|扩产|承担|组建|投产|开放|给予|为链主"
)
FIRM_NOUN = re.compile(
    "科技|智能|能源|制药|汽车|医药|医疗|生物|食品|材料|新材|电子|通信|控股|家居|体育|传媒|光电|光学|电器|电源|电气|锂业|稀土|玻璃|电力|激光|机器人|"
    "软件|网络|信息|动力|航空|航天|环境|环保|化工|化学|石化|矿业|纺织|服饰|乳业|酒业|钢铁|物流|快递|精密|半导体|微电子|创新|数据|数控|装备"
)
_ZONE = re.compile("合作区|新片区|金融城|商务区|新城|新区|航空港|科学城")
_SPOTS = frozenset("街巷坊弄寺塔阁桥")
_BEFORE_ACTS = re.compile(
    r"(?:^|[与由在把至沿向对经以，。；：（、]|服务好|做好|协调|服务|打造|建设|围绕|推进|承接|加快|发挥|支持|推动|修缮|改造|推广|提升|保护|对接)$"
)
_ACTING = re.compile(rf"[\u4e00-\u9fff]{{2,6}}?(?:{_ACTS})")
_BEFORE_ANY = re.compile(
    r"(?:推广|支持|推动|提升|修缮|保护|对接|发挥|吸引|鼓励|带动|改造|用好|盘活|激活|修复|开发|围绕)$"
)
_ANY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:打造|布局|建设|开展|合作|的|为|等|$|[，。；、])")
_PARTIES = re.compile(r"(?:责任|牵头|配合|参与|支持|协办|主办|承办|实施)(?:单位|部门|主体)?[：:]([^）)。；]+)")
_PARTY = re.compile(r"[\u4e00-\u9fff]{2,8}")
_PLAIN_END = re.compile(
    r"(?:[部局署厅委办院员者性化度率力制法权益金费款业体系队人们群级类型式站机家品件物事]|领域|方面|技术|服务|作用|机制|资源|工作|活动|发展|"
    r"建设|管理|规划|政策|标准|平台|项目|工程|地区|区域|效率|质量|结构|优势|资金|改革|措施|训练|治疗|数据库|媒体|问题|条件|环境|关系|方向|水平|"
    r"需求|[以之]来)$"
)
_FREE = frozenset(
    "把赴至沿向的和与及在以为对将由是各全新强大多更我市省县区本该其之等不有中后上下性化度率年月日个一二三四五六七八九十"
)
_GLUE = frozenset("市省县区州镇我各该本全的和与及在以为对将由把赴至沿向从其之等不有")
_COMMON_ENDS = _FREE | frozenset(
    "部局厅院校所站点线面体系类型式级量力期业人员者企园城镇村路网库群链端品件物具机车船厂店场馆房屋法案制权费款税金证照章书册册表单库码号"
)
"""Characters that end a longer word more often than a name."""
_RARE = 60
"""Names of places and people that the dictionary's texts have less often are told wherever they stand."""


def placed_names(text: str, words: tuple[str, ...], plain: frozenset[str]) -> Iterator[OrganisationFound]:
    """The names of a text, cut into `words`, that stand where names stand and are no `plain` words; else none."""
    if not plain:
        return
    parties = [one.start() for m in _PARTIES.finditer(text) for one in _PARTY.finditer(text, *m.span(1))]
    position = 0
    for index, word in enumerate(words):
        party = position in parties
        following = words[index : index + 3]
        length = _firm(text, position, following, plain, acts=party)
        if not length and (party or _is_rare(word) or _is_wanted(text, position)):
            length = _odd(following, plain)
        if length:
            yield OrganisationFound(position, position + length, "专名", None, "别的规划都不用的词")
        position += len(word)


def _is_wanted(text: str, position: int) -> bool:
    """Whether a name is at home at a position: for what stands before it, or before and after."""
    before = text[max(0, position - 3) : position]
    if _LED.search(before):
        return True
    if _BEFORE_ACTS.search(before) and _ACTING.match(text, position):
        return True
    return bool(_BEFORE_ANY.search(before) and _ANY.match(text, position))


def _odd(words: tuple[str, ...], plain: frozenset[str]) -> int:
    """How many characters of some words are a name: a noun no plan uses, or characters of no word; or 0."""
    first, second, third = (*words, "", "")[:3]
    if first in plain or first + second in plain or not (first + second).isalpha() or first < "\u4e00":
        return 0
    match [len(one) for one in (first, second, third)]:
        case [2 | 3, *_]:
            odd = _is_noun(first) and not _PLAIN_END.search(first)
        case [4, *_]:
            odd = _is_name(first)
        case [1, 1, *_]:
            if not _FREE & {first, second}:
                return 2
            odd = (
                len(third) == 1
                and third.isalpha()
                and not _GLUE & {first, second, third}
                and not {second, third} <= _FREE
            )
        case [1, 2, 1]:
            odd = first not in _GLUE and third.isalpha() and third not in _COMMON_ENDS
        case _:
            return 0
    return len(first if len(first) > 1 else first + second + third) if odd else 0


def _firm(text: str, position: int, words: tuple[str, ...], plain: frozenset[str], *, acts: bool) -> int:
    """How many characters a word and a firm's last word have that no plan joins; or 0.

    A word that plans use (先导) counts only where the two act like a firm.
    """
    head = words[0] if len(words[0]) == 2 else "".join(words[:2])
    noun = "".join(words)[len(head) :] if len(head) == 2 and not _FREE & set(head) else ""
    last = next((one for one in words[1:] if noun.startswith(one)), "")
    if not last or head + last in plain or not head.isalpha() or head < "\u4e00":
        return 0
    if zone := _ZONE.match(text, position + len(head)):
        last = zone[0]
    elif not (FIRM_NOUN.fullmatch(last) or (last in _SPOTS and len(words[0]) == 2)):
        return 0
    known = acts or head not in plain or _FIRM_ACTS.match(text, position + len(head + last))
    return len(head + last) if known else 0


@lru_cache(maxsize=16384)
def _is_noun(word: str) -> bool:
    from drafter.text.segment import frequency, tagged_words

    return frequency(word) < _RARE or tagged_words(word)[0][1][:1] in ("n", "s", "t", "x", "j", "f", "m")


@lru_cache(maxsize=16384)
def _is_rare(word: str) -> bool:
    from drafter.text.segment import frequency

    return len(word) in (2, 3) and 0 < frequency(word) < _RARE and _is_name(word)


@lru_cache(maxsize=16384)
def _is_name(word: str) -> bool:
    from drafter.text.segment import tagged_words

    return tagged_words(word)[0][1] in ("ns", "nr", "nz", "nrt", "nt")
