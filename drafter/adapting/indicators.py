"""What a target counts (口径): the words after a value (100家以上企业) or before it (产业规模达到1500亿元)."""

from __future__ import annotations

import re

_LONGEST = 40
"""No indicator has more characters."""
_STRONG = (
    "新建成|组建成立|引进培育|培育集聚|培育壮大|培育形成|引进|引育|建成|建设|打造|新增|组建|成立|形成|实现|完成|推出|创建|制定|新建|申请|"
    "攻克|举办|签约|招引|吸引|搭建|选树|获评|获得|认定|遴选|拥有|具备|确保|集聚|壮大"
)
_WEAK = (
    "培育|培养|开展|聚焦|突破|开发|开拓|改造|孵化|布局|部署|组织|发布|推广|落地|建立|设立|实施|培训|支持|推动|推进|争取|保持|覆盖|累计|"
    "发展|在全[省市区县]|每年|安排"
)
"""Verbs that also stand before a noun as its attribute (孵化基地): they count only at the beginning."""
_NO_NOUN = "(?!率|量(?!子)|面(?!向)|度(?!假)|值|数(?![字据智控码])|额|项目|用地|能力|水平|周期)"
_VERB = re.compile(f"(?:{_STRONG}){_NO_NOUN}")
_FIRST_VERB = re.compile(f"(?:(?:{_STRONG}|{_WEAK}){_NO_NOUN}[、和并]?)+")
_NEXT_VERB = re.compile(
    rf"、?(?:{_STRONG}|{_WEAK})(?=[\d百千万])|、(?:{_STRONG}|{_WEAK})|(?<!^)(?:打造|建成|推出|组建)"
)
_ENDS = re.compile(
    r"[，,。；;：:（()）！？\s\ufffc]|以及|^、|、(?=[^，。；、]{0,14}\d)|[和与及](?=[^，。；]{0,8}\d)|(?<![高中初优同均平])等(?!级)"
)
_FOLLOWED_BY = re.compile(
    r"实现|达到|开展|完成|进入|通过|纳入|促进|推动|带动|助力|(?<![较最作])为|在|由|基本|全面|成为|入驻|落地|并|从|向|对|以|用于|参与|上云"
)
_ATTRIBUTE = re.compile(r"^(?:具有|具备|符合)[^的]*的")
_COMPARATORS = re.compile(
    r"(?:力争|争取|确保|努力|预计|分别|基本|累计|总数|均|都|也|不低于|不少于|不高于|不超过|不小于|不大于|超过|突破|超|高于|低于|大于|少于|至少|"
    r"约|近|达到|达|控制在|稳定在|保持在|压减至|压缩至|降至|降到|下降到|提高到|提高至|提升到|提升至|增加到|增加至|增至|增长到|扩大到|扩大至|"
    r"每[百千万]*[人户亩]|缩短[到至为]|跨入|迈入|迈上|跃上|站上|实现|为|到|至|在|了|有|等|各|共|、|的|和|与|及|从|由|以上|左右|以内)$"
)
_TIME = re.compile(
    r"^(?:力争|争取|确保|其中|同时|并|努力|预计|每年|进一步|推动|推进|将|[全我本](?:省|市|区|县|国)|[到至]?(?:19|20)\d{2}年(?:底前|年?底|末|前)?|"
    r"[“\"]?十[一二三四五六七八九]五[”\"]?(?:期间|时期|末)?|[，、：]|年度|累计|新一轮)+"
)
_GROWTH = re.compile(r"(?:年均|每年|年)?(?:复合|实际)?(?:增长|增速|提高|下降|递增)(?:率)?$")


def indicator_after(text: str, position: int, end: int) -> str:
    """The noun phrase that follows a counted value, or "" where none does (专利3000项以上，)."""
    phrase = text[position:end].removeprefix("的").lstrip()
    for ends in (_ENDS, _NEXT_VERB):
        if stop := ends.search(phrase):
            phrase = phrase[: stop.start()]
    if (verb := _FOLLOWED_BY.search(phrase)) and verb.start() != 1:
        phrase = phrase[: verb.start()]
    phrase = _ATTRIBUTE.sub("", phrase)
    return phrase if 2 <= len(phrase) <= _LONGEST else ""


def indicator_before(part: str, subject: str = "") -> str:
    """The noun phrase that stands before a value, without verbs, times and comparisons.

    Where there is none, or only a word of growth, it is about the `subject` of the value before: 规模达到9亿元、增长8%.
    """
    phrase = part.rstrip()
    while shorter := _COMPARATORS.search(phrase):
        phrase = phrase[: shorter.start()].rstrip()
    phrase = _TIME.sub("", phrase)
    if _FIRST_VERB.fullmatch(phrase):
        return ""
    verbs = [match for match in _VERB.finditer(phrase) if match.end() < len(phrase)]
    if verbs:
        phrase = phrase[verbs[-1].end() :]
    joined = phrase.lstrip("、和并与及")
    first = None if verbs and joined == phrase else _FIRST_VERB.match(joined)
    phrase = joined
    if first and first.end() < len(phrase):
        phrase = phrase[first.end() :]
    if (etc := phrase.rfind("等")) >= 0 and len(phrase) - etc > 2 and not phrase.startswith(("等级", "等教"), etc):
        phrase = phrase[etc + 1 :]
    phrase = re.split(r"[，。；：\ufffc]|[（(](?![^（()）]*[）)])", phrase)[-1].strip("、“” ")
    return subject + phrase if not phrase or _GROWTH.fullmatch(phrase) else phrase


def without_growth(indicator: str) -> str:
    """The indicator without the words of a growth rate: 产业规模年均增长 is about 产业规模."""
    return _GROWTH.sub("", indicator)
