"""Foreign things put into localised drafts, always the same ones for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.draft import Draft
from drafter.model.tree import map_spans
from drafter.model.walk import passages


def listed(names: str) -> list[str]:
    """The names of a line."""
    return names.split()


PLACES = listed("荆门市 京山市 平乐县 安化县 余杭区 西安 常州 江干区 黔东南苗族侗族自治州 佛山 喀什地区 攸县")
TOWNS = listed("平口镇 小淹镇 甪直镇 佛子岭镇 花楼街道 虹桥镇 江埠街道 沙湾乡 周庄镇 柏泉街道")
AGENCIES = listed(
    "武汉市经信局 钟祥市发展和改革局 杭州市经济和信息化局 历城区教育局 市经信局 湖北省科技厅 市地方金融监管局 "
    "长沙市工信局 市旅游发展委员会 深圳市科技创新局 市环境保护局"
)
FIRMS = listed(
    "岚图汽车 蓝思科技 海尔集团 宁德时代 锐捷网络 胜狮股份 墨芯智能 京东方 东阿阿胶 楚天龙股份 广州数控集团 皖仪科技"
)
LANDMARKS = listed(
    "黄鹤楼 古琴台 墨水湖公园 晴川阁 甲秀楼 大观楼 鸣翠湖景区 橘子洲 佛慧山公园 昙华林 天一阁 琉璃河遗址"
)
SLOGANS = listed(
    "“光芯屏端网” “灵秀江滩” “好客淄博” “凤舞九天” “芯屏汽合” “三江潮涌” 芯屏汽合 光芯屏端网 “鸾凤英才计划” “泉涌行动”"
)
SHORT_FORMS = listed("荆楚 泉城 江城 鹏城 蓉城 八闽 三秦 湖湘 姑苏 羊城")
ONE_CHARACTER = listed("汉 沪 浙 闽 粤 湘 豫 渝 蜀 皖")
NUMBERS = listed("100家以上 1500亿元 30个以上 35% 2.5万人 500万元 12项 80公里 千亿级 15%左右")
YEARS = listed("2022年 2019年 2023年底 2017年 2018年 2021年 2020年")

CARRIERS = {
    "place": (PLACES, ["推广{}经验。", "与{}共建合作平台。", "率先在{}开展试点。"]),
    "town": (TOWNS, ["在{}建设示范点。", "支持{}先行先试。", "推广{}的做法。"]),
    "agency": (AGENCIES, ["由{}牵头落实。", "{}负责统筹推进。", "会同{}制定细则。"]),
    "firm": (FIRMS, ["支持{}扩大产能。", "由{}牵头建设。", "引进{}等企业。", "与{}合作共建。"]),
    "landmark": (LANDMARKS, ["依托{}打造沉浸式场景。", "在{}举办展演。", "提升{}的服务水平。"]),
    "slogan": (SLOGANS, ["打响{}品牌。", "发展{}产业。", "围绕{}布局。"]),
    "short form": (SHORT_FORMS, ["服务{}发展。", "打造{}名片。", "讲好{}故事。"]),
    "one character": (
        ONE_CHARACTER,
        ["支持在{}高校参与。", "吸引来{}投资。", "服务驻{}企业。", "鼓励在{}科研院所转化成果。"],
    ),
    "number": (NUMBERS, ["规模达到{}。", "累计完成{}。", "争取实现{}的目标。"]),
    "year": (YEARS, ["到{}全部完成。", "{}建成并投入使用。"]),
}


@dataclass(frozen=True)
class Seeded:
    """A draft with one foreign thing in it, and where that thing stands."""

    kind: str
    words: str
    sentence: str
    draft: Draft


def seeded(draft: Draft, ours: tuple[str, ...], count: int, seed: int) -> Iterator[Seeded]:
    """`count` drafts, each with one foreign thing (none of `ours`) after a paragraph; the kinds take turns."""
    chance = random.Random(seed)
    homes = [one for one in passages(draft.document) if one.block and one.spans and not ends_in_a_number(one.spans[-1])]
    for index in range(count):
        kind = list(CARRIERS)[index % len(CARRIERS)]
        things, carriers = CARRIERS[kind]
        things = [one for one in things if one not in ours]
        words, carrier = chance.choice(things), chance.choice(carriers)
        home = chance.choice(homes)
        sentence = carrier.format(words)
        yield Seeded(kind, words, sentence, put_after(draft, home.spans, sentence))


def ends_in_a_number(span: object) -> bool:
    """Whether nobody would type a sentence behind it: the cell of a table that counts its rows."""
    return isinstance(span, str) and span[-1:].isdigit()


def put_after(draft: Draft, spans: tuple[object, ...], sentence: str) -> Draft:
    """The draft with a sentence after the first passage that has these very spans."""
    done = False

    def change(own: tuple[object, ...]) -> tuple[object, ...]:
        nonlocal done
        if own is not spans or done:
            return own
        done = True
        return (*own, sentence)

    return replace(draft, document=map_spans(draft.document, change))  # type: ignore[arg-type]
