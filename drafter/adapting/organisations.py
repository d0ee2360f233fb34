"""Names no gazetteer holds: firms, universities, institutes, parks, platforms, landmarks and a place's own slogans.

A name is told by a place and a suffix (济南大学, 青岛虚拟现实产业园), by a place in brackets after it
(创新中心（青岛）), by a list closed with 等企业 or 等景区, by 我市 and quotation marks, or by being a landmark the
dictionary knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.adapting.gazetteer import PlaceFound

_SUFFIXES: dict[str, str] = {
    "企业": "公司|集团|股份|银行|酒店|影城",
    "高校": "大学|学院|学校|党校",
    "科研机构": "研究院|研究所|实验室|研究中心|工程中心|科学院|设计院|天文台",
    "园区": "产业园|软件园|科技园|工业园|创新园|园区|产业基地|示范基地|孵化基地|训练基地|基地|谷|创意城|科学城|科技城"
    "|大学城|新城|创新港|先导区|示范区|自贸区|自贸片区|综保区|保税区|高新区|经开区|开发区|合作区|试验区|走廊|小镇|街区|商圈",
    "平台": "中心|平台|星座|联盟|协会|商会|学会|论坛|大会|博览会|展会|基金|交易所|联合体|大脑",
    "景区": "景区|公园|博物馆|图书馆|美术馆|科技馆|文化馆|艺术馆|大剧院|体育馆|体育场|古城|古镇|老街|灯光秀|旅游区"
    "|度假区|遗址|步行街",
    "医院": "医院|卫生院",
    "媒体": "日报|晚报|电视台",
}
_KIND_OF = {suffix: kind for kind, group in _SUFFIXES.items() for suffix in group.split("|")}
_SUFFIX = re.compile("|".join(sorted(_KIND_OF, key=len, reverse=True)))
_GOES_ON = re.compile(r"城市|城区|城镇|地带|经济|企业|型|化|级|式|制|生|人才|用户|组织")
_RUN = re.compile(r"[^，。；：、“”《》（）()！？\s\ufffc]*")
_BREAKS = re.compile(
    r"[的和与及或在对将为等由被把从向让使是有各以按其第]|[建做壮][强大优]|建设|打造|建成|组建|设立|成立|培育|支持|推动|推进|加快|鼓励|引导|形成|"
    r"发展(?!区)|构建|搭建|依托|围绕|结合|利用|发挥|实施|开展|专门|共建|全市|全省|我市|我省|一批|若干|多个"
)
_LONGEST = 28
_BRACKETED = re.compile(r"（([\u4e00-\u9fff]{2,8})）")
_OWN = r"(?:我市|我省|本市|本省|我区|我县|全市|全省)"
_SLOGAN = re.compile(r"(?:我市|我省|本市|本省|我区|我县)的?(“[^“”]{2,12}”)")
_COINED = re.compile(r"“([\u4e00-\u9fff]{4,8})”(?=(?:相关|有关|等|重点|优势|产业链)*(?:企业|产业|集群))")
_LIST = re.compile(r"([^，。；：！？（）等\s\ufffc]{2,80})等(?=([^，。；：！？（）、]{0,24}?)(?:企业|公司|单位))")
_OF_FIRMS = re.compile("(?:具有|具备|符合|在)|(?:(?!领域|行业|产业|方面|环节|类|技术|等|的).){0,8}$")
"""What may stand between 等 and 企业: 等领域企业 lists fields, not firms."""
_GRADES = re.compile(
    r"瞪羚|独角兽|专精特新|小巨人|单项冠军|雏鹰|链主|哪吒|隐形冠军|领军|龙头|骨干|首版|首台|(?:企业|平台|机构|单位|园区|工厂)$"
)
_LIST_OPENS = re.compile(
    r"^.*(?:支持|推动|依托|鼓励|引导|其中|由|以|与|结合|围绕|发挥|促进|助力|引进|带动|我市|我省|本市|包括|服务|联合|对接|用好|打造|建设|培育|组织)"
)
_OWN_LIST = re.compile(rf"{_OWN}([^，。；：！？（）\s\ufffc]{{4,60}})等")
_LANDMARK = re.compile(r"[\u4e00-\u9fff]{2,4}(?<![平电后前舞擂吧窗])[楼台岛寺塔阁祠陵泉湾湖]")
_LANDMARK_CLASSES = ("ns", "nr", "nz", "nrt")


@dataclass(frozen=True, slots=True)
class OrganisationFound:
    """A name in a text: where it stands, its kind (企业, 园区 …), the place in it, and why it is taken for one."""

    start: int
    end: int
    kind: str
    place: PlaceFound | None
    why: str


def organisations(text: str, places: tuple[PlaceFound, ...]) -> Iterator[OrganisationFound]:
    """The names of a text, left to right; overlapping ones only once, the longest."""
    found = [
        *_with_place(text, places),
        *_with_brackets(text, places),
        *_slogans(text),
        *_in_lists(text),
        *_own_list(text),
    ]
    found += _landmarks(text)
    yield from longest_only(found)


def longest_only(found: Iterable[OrganisationFound]) -> Iterator[OrganisationFound]:
    """Names left to right; of overlapping ones the first, of those the longest."""
    position = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= position:
            yield one
            position = one.end


def _with_place(text: str, places: tuple[PlaceFound, ...]) -> Iterator[OrganisationFound]:
    """济南大学, 武汉旅体集团, 齐鲁软件园: a place and what follows up to the last suffix before a mark or verb."""
    for place in places:
        if place.form == "one_character":
            continue
        run = _RUN.match(text, place.end)
        tail = run[0][:_LONGEST] if run else ""
        if stop := _BREAKS.search(tail):
            tail = tail[: stop.start()]
        ends = [m for m in _SUFFIX.finditer(tail) if not _GOES_ON.match(text, place.end + m.end())]
        if ends and place.end - place.start + ends[-1].end() > 3:
            end = place.end + ends[-1].end()
            bracket = _BRACKETED.match(text, end)
            inner = next((one for one in places if bracket and one.start == bracket.start(1)), None)
            yield OrganisationFound(
                place.start,
                bracket.end() if bracket and inner else end,
                _KIND_OF[ends[-1][0]],
                inner or place,
                "含地名",
            )


def _with_brackets(text: str, places: tuple[PlaceFound, ...]) -> Iterator[OrganisationFound]:
    """国家虚拟现实创新中心（青岛）: a name with its place in brackets after it."""
    for bracket in _BRACKETED.finditer(text):
        place = next((one for one in places if (one.start, one.end) == bracket.span(1)), None)
        before = re.search(r"[^，。；：、“”《》（）()！？\s\ufffc]{2,24}$", text[: bracket.start()])
        if not place or not before:
            continue
        name = before[0]
        breaks = list(_BREAKS.finditer(name))
        name = name[breaks[-1].end() :] if breaks else name
        suffix = [m for m in _SUFFIX.finditer(name) if m.end() == len(name)]
        if len(name) >= 2 and name != "中国":
            kind = _KIND_OF[suffix[-1][0]] if suffix else "单位"
            yield OrganisationFound(bracket.start() - len(name), bracket.end(), kind, place, "括注地名")


def _slogans(text: str) -> Iterator[OrganisationFound]:
    """我市“光芯屏端网”, “光芯屏端网”企业: quoted right after 我市, or a coinage before 企业 or 产业."""
    for match in _SLOGAN.finditer(text):
        yield OrganisationFound(match.start(1), match.end(1), "提法", None, "本地提法")
    for match in _COINED.finditer(text):
        if _is_coined(match[1]):
            yield OrganisationFound(match.start(), match.end(), "提法", None, "自造的提法")


def _is_coined(term: str) -> bool:
    """Whether a quoted term is made of single characters that form no word (光芯屏端网)."""
    if _GRADES.search(term):
        return False
    from drafter.text.segment import words

    return all(len(word) == 1 for word in words(term))


def _in_lists(text: str) -> Iterator[OrganisationFound]:
    """歌尔、浪潮等企业: the items of a list of firms that are no ordinary words."""
    for match in _LIST.finditer(text):
        if not _OF_FIRMS.match(match[2]):
            continue
        start = match.start(1)
        opens = _LIST_OPENS.match(match[1])
        start += opens.end() if opens else 0
        for item in re.finditer(r"[^、和与及]+", text[start : match.end(1)]):
            if _is_proper(item[0]):
                yield OrganisationFound(start + item.start(), start + item.end(), "企业", None, "列举的企业")


def _is_proper(item: str) -> bool:
    """Whether a word is the name of a firm: unknown to the dictionary (歌尔) or known as a name (海信)."""
    if not 2 <= len(item) <= 10 or _GRADES.search(item) or re.search(r"[和与的及]", item):
        return False
    from drafter.text.segment import tagged_words, words

    pieces = words(item)
    unknown = len(pieces) >= 2 and len(pieces[0]) == len(pieces[1]) == 1 and re.fullmatch(r"[\u4e00-\u9fff]+", item)
    return bool(unknown) or tagged_words(item)[0][1] in ("nz", "nrt")


def _own_list(text: str) -> Iterator[OrganisationFound]:
    """我市黄鹤楼、古琴台、木兰文化景区等特色资源: items with a suffix in a list of what is ours."""
    for match in _OWN_LIST.finditer(text):
        for item in re.finditer(r"[^、]+", match[1]):
            suffix = [m for m in _SUFFIX.finditer(item[0]) if m.end() == len(item[0])]
            if (
                suffix
                and _KIND_OF[suffix[-1][0]] in ("景区", "园区")
                and len(item[0]) > len(suffix[-1][0]) + 1
                and "、" in match[1]
            ):
                start = match.start(1) + item.start()
                yield OrganisationFound(start, start + len(item[0]), _KIND_OF[suffix[-1][0]], None, "本地列举")


def _landmarks(text: str) -> Iterator[OrganisationFound]:
    """黄鹤楼, 刘公岛: a word that ends like a landmark and that the dictionary has as a name."""
    if not _LANDMARK.search(text):
        return
    from drafter.text.segment import tagged_words

    position = 0
    for word, tag in tagged_words(text):
        if len(word) >= 3 and tag in _LANDMARK_CLASSES and _LANDMARK.fullmatch(word) and text[:position][-2:] != "山水":
            yield OrganisationFound(position, position + len(word), "景区", None, "地标")
        position += len(word)
