"""Names told by their form alone: quoted coinages, firms and institutions by suffix, towns, words no dictionary has.

Nothing here knows whose a name is; each comes with the reason it was taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from drafter.adapting.coined import coined_names
from drafter.adapting.organisations import OrganisationFound, longest_only
from drafter.adapting.placed import placed_names

_SENTENCE = re.compile(r"[^。；]+[。；]?")
_QUOTED = re.compile(r"“([^“”。；]{2,14})”")
_LISTED = re.compile(r"[、，,]|^[一二三四五六七八九十两]+$")
_SUFFIXES = {
    "企业": "有限责任公司|股份有限公司|有限公司|公司|集团|股份|药业|重工|银行",
    "高校": "大学|学院",
    "机构": "研究院|研究所|实验室|医院|博物馆|美术馆|科技馆|大剧院",
    "园区": "产业园|软件园|科技园区|工业园区|科技园|工业园|创新园|创意园|产业城|科学城|科技城|大学城|创意城|小镇|"
    "步行街|商圈|大厦|广场|合作区|新片区|金融城|商务区|新城|航空港",
    "景区": "景区|公园|古城|古镇|古街|老街|书院|遗址|故居|纪念馆|度假区|大桥|码头",
}
_KIND_OF = {suffix: kind for kind, group in _SUFFIXES.items() for suffix in group.split("|")}
_OF_NAMES = ("大学", "重工", "药业", "股份")
"""Suffixes before which whatever is no kind (理工类, 综合) is a name."""
_WITH_SUFFIX = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9]{{2,14}}?({'|'.join(sorted(_KIND_OF, key=len, reverse=True))})"
    r"(?![型化级式制性]|城市|经济|组织|用户|企业|群)"
)
_TOWN = re.compile(r"(?:镇|乡|街道)(?![村域级长企办政居容风亲土情愁音贤]|和街道|、街道)")
_NOT_TOWN = re.compile(
    r"(?:[城集县设省都闹夜]市|(?:^|[各全我本该属下])市|[乡城村集小色点心古强各个全级制本该属属上下为在入和与及等的]|特色|重点|示范|中心|建制|经济|产业|旅游|农业|文化|工业|数字|美丽|卫星|"
    r"边远|偏远|试点|强|重|名|试验|回|返|下|振兴|还|离|进|步行|历史|人才|智慧|城市|康养|风情|创客|基金|专业|农村|有关|相关|[带县抓党包驻入])$"
)
_AREA = re.compile(r"[\u4e00-\u9fff]*[区县市旗]")
_NO_AREA = re.compile(
    r"(?:地|山|新|垦|老|社|辖|城|灾|疫|郊|景|湖|库|牧|林|矿|片|园|校|市|中心|城镇|农村|沿海|流域|边境|革命|贫困|北方|南方)区?$|城市$"
)
_HALL = re.compile(r"[楼阁塔寺祠亭庙湖峰湾岛洲](?![宇面盘市梯层群泊区际级会屿底岸乡镇街村])")
_PLAIN_HALL = re.compile(
    "写字|办公|商务|商业|教学|科研|门诊|住院|综合|实验|宿舍|居民|老旧|冷却|信号|基站|通信|电视|文化|工人|图书|总部|标准|单体|厂房|金字|象牙|"
    "输电|孵化|众创|产业|人才|公寓|简易|林田|江河|河湖|数据|达|海|半|港|孤|无人|人工|欧|亚|非|美|澳|全|用电|调|削|错|登|洪|尖|巅|[大高老旧新多小铁水灯危主副裙报岗书电][楼]?$|[一二三四五六七八九十两座栋幢]$"
)
_FIRM_NOUN = re.compile(
    r"(?:科技|网络|精密|激光|智能|技术|软件|信息|电子|材料|新材|通信|微电子|光电|半导体|机器人|能源|汽车|医疗|医药|生物|食品|股份|世界|数据|动力)"
    r"(?=等|牵头|承担|参与|扩大|建设|开展|合作|投资|落户|共建|布局|实施|打造|引领|成立|组建|的|[，。；、：）]|$|公司|集团)"
)
_GLUE = frozenset(
    "的和与及等在以为对将由是各向把被让并从到其每所这那此也都还又或但而且则若因之了着过得地高新强大多更我全本该如可能要需为做抓"
)
_FIRM_LIST = re.compile(
    r"(?:以|引进|联合|依托|支持|鼓励|携手|推动|对接|发挥|带动)([^，。；：（）的]{2,40}?)等(?:一批)?(?:行业|领军|骨干|重点|本地|知名|头部|链主)?(?:龙头)?(?:企业|公司)"
)
_FIELD = re.compile(
    r"[业类型化]$|经济|制造|信息|材料|服务|物流|金融|能源|医药|装备|民营|国有|外资|科技型|中小|初创|瞪羚|独角兽|专精|链主|龙头|央企|国企|上市|企业|院所|高校|机构|元宇宙|[a-zA-Z]"
)
_ACTOR = re.compile(
    r"(?:联合|鼓励|引进|支持|携手|发挥|由|与)([\u4e00-\u9fff]{2,5}?)(?=牵头|承担|成立|设立|落户|共建|扩大产能|投资|引领作用|龙头作用|建设(?:创新|研发|总部|生产|区域|联合)|合作共建|组建)"
)
_USUAL = re.compile(
    r"企业|公司|高校|院校|院所|院|所|机构|单位|部门|政府|人才|团队|平台|基地|组织|协会|商会|学会|联盟|园区|社会|力量|资本|金融|银行|保险|基金|市场|产业|行业|"
    r"地方|地区|省|市|区|县|乡|镇|村|局|委|办|厅|部|署|会|组|校|队|中心|专家|学者|青年|职工|农户|农民|群众|主体|示范|标准|龙头|链主|项目|工程|载体|政策|"
    r"统一|共同|分别|依法|积极|主动|独立|自主|专门|优先|单独|牵头|先行|深度|全面|双方|多方|第三方|国家|国内|国外|境外|海外|国际|外商|外资|民间|"
    r"个人|人员|医生|医师|教师|学生|科学家|企业家|投资|创业|创新|研发|技术|科技|[和与及等的在为]|技能|党员|干部|战略|优势|数据|制度|系统|模式"
)
_ACTED_ON = (
    "支持|依托|推动|引进|联合|携手|借鉴|学习|对接|鼓励|引导|发挥|带动|培育|做强|打响|擦亮|叫响|用好|围绕|由|与|以|如|和|、|及|包括|其中|"
    "吸引|走访|游览|参照|弘扬|依靠|委托|（"
)
_BEFORE = re.compile(rf"(?:{_ACTED_ON}|^|[，。；：])$")
_FIRM_AFTER = re.compile(
    r"(?:等|牵头|承担|参与|扩大|建设|开展|合作|投资|落户|共建|布局|实施|打造|的|公司|集团|科技|智能|生物|材料|电子|新材|精神|品牌|"
    r"[，。；、：）]|$|网络|软件|信息|技术|数科|通信|微电子|光电|半导体|机器人|新能源|汽车|药业|医疗|医药|食品|先进|创客|股份|项目|工程|模式|经验|做法|论坛|产业|和|与)"
)
_FUNCTION = frozenset(
    "的和与及等在以为对将由是各全新强大多更有不中后上下间于向把被让并从到其每所这那此也都还又或但而且则若因之了着过得地"
    "市省县区年月日时个家项名件次类批期级处座条款一二三四五六七八九十百千万亿两双几第"
    "我你他她它本该按经如可能应要需须会使令受给用请做搞抓促引提增减扩补延建立设办管推打走起来去出入进退回开关带加"
    "党政国人民农工商学研产教科技文旅体卫医金财税电网数云智链端层面线点站库港城乡村镇街路桥水土气光热能源力率量质效"
    "最较很已未再先正既即就曾非无没只仅约近超逾达至自互相同共总分单独另外内外前左右高低快慢好坏优劣长短深浅远近性化型式"
)
"""Characters that stand alone in any text; a run with one of them is no name the dictionary lacks."""
_ORDINARY = re.compile(
    r"^(?:外国|人民|储蓄|工商|上市|大型|国有|龙头|骨干|上市|跨国|中央|民营|外资|产业|投资|金融|担保|物流|科技|文旅|农业|企业|教育|医疗|医联体|种业|小|母|子|分|总|各|本|该|"
    r"重点|特色|专业|综合|国家级?|省级|市级|地方|商业|政策性|开发性|村镇|数据|样本|种质|人才|公立|定点|互联网|社区|普通|高等|高职|职业|本科|"
    r"技师|开放|老年|现代|产业|行业|新型|联合|共性|技术|关键|创新|研发|工程|示范|专题|主题|城市|森林|郊野|湿地|口袋|体育|文化|生态|旅游|智慧|"
    r"数字|虚拟|沉浸式?|元宇宙|一批|若干|多个|有关|相关|和|与|及|等|的|高水平|一流|高校|院校|理工类?|独立|国际|全国|海外|境外|外地|知名|头部|平台|"
    r"链主|中小|微|优质|优秀|红色|历史|名人|大中型|中型|小型|旅行|保险|证券|信托|租赁|运营|建设|服务|管理|咨询|集成|软件|硬件|装备|制造|能源|"
    r"交通|公交|水务|供热|供水|燃气|环保|食品|医药|生物|海洋|渔业|港口|航运|机场|铁路|汽车|电子|信息|通信|网络|媒体|传媒|出版|"
    r"二级|三级|三甲|县级|乡镇|基层|儿童|妇幼|精神|康复|护理|中医|重点|联盟|特色|化工|高新|青年|众创|创业|孵化|跨境|电商|直播|夜间|消费|商业|"
    r"步行|研究|大学|学院|实验|科研|国别|全球|世界|本土|属地|驻地|当地|区域|地区|中国|国内|先进|绿色|低碳|零碳|标准化?|专精特新|独角兽|瞪羚)*$"
)
_BREAKS = re.compile(
    r"对标|比照|毗邻|[的和与及或在对将为等由被把从向让使是有各以按其第至]|[建做壮][强大优]|建设|打造|建成|组建|设立|成立|培育|支持|推动|推进|加快|鼓励|引导|形成|发展|"
    r"构建|搭建|依托|围绕|结合|利用|发挥|实施|开展|专门|共建|全市|全省|我市|我省|一批|若干|多个|引进|联合|携手|借鉴|学习|参照|对接|吸引|走访|"
    r"游览|带动|擦亮|打响|用好|委托|组织|认定|新建|扩建|改造|提升|办好|参观|加大|助力|开放|制定|布局|承担|允许|上紧|注重|协同|协调|会同|争取"
)


def strange_names(
    text: str, common: frozenset[str], plain: frozenset[str] = frozenset()
) -> Iterator[OrganisationFound]:
    """The names of a text that only their form gives away, left to right; words of `common` are none.

    `plain`: the words plans are made of; where it is empty, no name is told by its place in the sentence.
    """
    for sentence in _SENTENCE.finditer(text):
        for one in _in_sentence(sentence[0], common, plain):
            yield replace(one, start=sentence.start() + one.start, end=sentence.start() + one.end)


@lru_cache(maxsize=20_000)
def _in_sentence(text: str, common: frozenset[str], plain: frozenset[str]) -> tuple[OrganisationFound, ...]:
    found = [*_quoted(text, common), *_with_suffix(text, common), *_towns(text), *_unknown_words(text, common)]
    found += [*_areas(text), *_halls(text), *_listed(text), *_actors(text, common)]
    found += [*coined_names(text, _words(text), common), *placed_names(text, _words(text), plain)]
    return tuple(longest_only(found))


def _quoted(text: str, common: frozenset[str]) -> Iterator[OrganisationFound]:
    for match in _QUOTED.finditer(text):
        term = match[1]
        bare = term.strip("+＋×")
        if {term, bare} & common or _LISTED.search(term) or _word_class(bare):
            continue
        yield OrganisationFound(match.start(), match.end(), "提法", None, "加引号的提法，不是全国通用的")


def _with_suffix(text: str, common: frozenset[str]) -> Iterator[OrganisationFound]:
    """歌尔股份, 墨水湖公园: a head that is more than ordinary words, and a suffix of firms or institutions."""
    for match in _WITH_SUFFIX.finditer(text):
        suffix = match[1]
        head = text[match.start() : match.start(1)]
        breaks = list(_BREAKS.finditer(head))
        start = match.start() + (breaks[-1].end() if breaks else 0)
        head = text[start : match.start(1)]
        if len(head) < 2 or head in common or _ORDINARY.match(head):
            continue
        if suffix in _OF_NAMES or _is_name(head) or _word_class(head + suffix).startswith(("nt", "ns", "nz")):
            yield OrganisationFound(start, match.end(), _KIND_OF[suffix], None, f"以“{suffix}”结尾的专名")


def _towns(text: str) -> Iterator[OrganisationFound]:
    """平口镇, 小淹镇, 花楼街道: two to four characters that are no ordinary word before 镇, 乡, 街道."""
    matches = list(_TOWN.finditer(text))
    cuts = set(accumulate(map(len, _words(text)))) if matches else set[int]()
    for match in matches:
        if match.end() not in cuts:
            continue
        head = _head_before(text, match.start())
        coined = _is_coined(head) or (match[0] == "街道" and head.endswith("村"))
        plain = _NOT_TOWN.search(head) and not coined
        if 2 <= len(head) <= 4 and not plain and _may_be_town(head, match[0]):
            yield OrganisationFound(match.start() - len(head), match.end(), "乡镇", None, "乡镇、街道的名称")


def _head_before(text: str, position: int) -> str:
    """The words just before a suffix, two characters or a little more, back to a verb or mark."""
    head = ""
    for piece in reversed(_words(_BREAKS.split(text[max(0, position - 6) : position])[-1])):
        if len(head) >= 2 or not piece.isalpha() or (head and _word_class(piece).startswith("v")):
            break
        head = piece + head
    return head


def _is_coined(head: str) -> bool:
    """Whether two characters form no word and the first is no usual one (塘下)."""
    return len(head) == len(_words(head)) == 2 and head[0] not in _FUNCTION and _word_class(head) == ""


def _may_be_town(head: str, suffix: str) -> bool:
    """Before 乡, which ends many words (城乡, 下乡), only a noun or characters that form no word."""
    return suffix != "乡" or _word_class(head)[:1] in ("n", "") or _is_name(head)


def _areas(text: str) -> Iterator[OrganisationFound]:
    """江干区: a district or county that the dictionary knows as a place, and perhaps the gazetteer no longer."""
    if not _AREA.search(text):
        return
    position = 0
    before = ""
    for word in _words(text):
        if _AREA.fullmatch(word) and len(word) >= 3 and _word_class(word) == "ns" and not _NO_AREA.search(word):
            yield OrganisationFound(position, position + len(word), "地名", None, "地名表中没有，或已撤并")
        elif word in ("区", "县") and len(before) >= 2 and _word_class(before) == "ns" and not _NO_AREA.search(before):
            yield OrganisationFound(position - len(before), position + 1, "地名", None, "地名表中没有，或已撤并")
        before = word
        position += len(word)


def _halls(text: str) -> Iterator[OrganisationFound]:
    """甲秀楼, 天一阁: one to three characters before 楼, 阁, 塔, 寺 that name no ordinary building."""
    for match in _HALL.finditer(text):
        head = _head_before(text, match.start())
        if 2 <= len(head) <= 3 and not _PLAIN_HALL.search(head):
            yield OrganisationFound(match.start() - len(head), match.end(), "景区", None, f"以“{match[0]}”结尾的专名")


def _unknown_words(text: str, common: frozenset[str]) -> Iterator[OrganisationFound]:
    """歌尔, 睿视智能: characters that form no word, or a name the dictionary has, where a firm may stand."""
    for match in _FIRM_NOUN.finditer(text):
        head = "".join(_tail_of_single(_words(text[max(0, match.start() - 6) : match.start()])))
        start = match.start() - len(head)
        if 2 <= len(head) <= 3 and head not in common and _BEFORE.search(text[max(0, start - 3) : start]):
            yield OrganisationFound(start, match.end(), "企业", None, f"像是企业名称的“{match[0]}”")
    position = 0
    run = ""
    for word in (*_words(text), ""):
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _FUNCTION:
            run += word
        else:
            start = position - len(run)
            if 2 <= len(run) <= 4 and run not in common and _stands_as_firm(text, start, position):
                yield OrganisationFound(start, position, "企业", None, "词典中没有的专名")
            run = ""
            named = 2 <= len(word) <= 5 and word not in common and _word_class(word) in ("nz", "nrt")
            if named and _stands_as_firm(text, position, position + len(word)) and not _ORDINARY.match(word):
                yield OrganisationFound(position, position + len(word), "企业", None, "词典中的专名")
        position += len(word)


def _tail_of_single(pieces: tuple[str, ...]) -> list[str]:
    """The characters at the end that stand alone, back to the first that belongs to any sentence."""
    tail: list[str] = []
    for piece in reversed(pieces):
        if len(piece) > 1 or not piece.isalpha() or piece in _GLUE:
            break
        tail.insert(0, piece)
    return tail


def _actors(text: str, common: frozenset[str]) -> Iterator[OrganisationFound]:
    """鼓励甲建设创新中心: who acts like a firm, in a name made of no word for those who usually do."""
    for match in _ACTOR.finditer(text):
        name = match[1]
        if name in common or _USUAL.search(name) or _ORDINARY.match(name) or _BREAKS.search(name):
            continue
        yield OrganisationFound(match.start(1), match.end(1), "企业", None, "像企业一样行事的专名")


def _listed(text: str) -> Iterator[OrganisationFound]:
    """以甲、乙等企业为龙头: every item of a list of firms that is led by a verb of winning and is no kind of firm."""
    for match in _FIRM_LIST.finditer(text):
        for item in re.finditer(r"[^、和与及]+", match[1]):
            if 2 <= len(item[0]) <= 6 and not _ORDINARY.match(item[0]) and not _FIELD.search(item[0]):
                start = match.start(1) + item.start()
                yield OrganisationFound(start, start + len(item[0]), "企业", None, "列举的企业")


def _stands_as_firm(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text[max(0, start - 3) : start])) and bool(_FIRM_AFTER.match(text, end))


def _is_name(head: str) -> bool:
    """Whether a head holds a proper word, or characters that form no word."""
    pieces = _words(head)
    if any(_word_class(piece) in ("nz", "nr", "nrt", "ns", "nt", "nrfg") for piece in pieces if len(piece) >= 2):
        return True
    return any(len(a) == len(b) == 1 and not {a, b} & _FUNCTION for a, b in pairwise(pieces))


def _words(text: str) -> tuple[str, ...]:
    from drafter.text.segment import words

    return tuple(words(text))


@lru_cache(maxsize=16384)
def _word_class(word: str) -> str:
    """The class the dictionary gives a word; "" where it has no such word."""
    from drafter.text.segment import tagged_words, words

    if len(words(word)) != 1 or len(word) < 2:
        return ""
    tagged = tagged_words(word)
    return tagged[0][1] if len(tagged) == 1 else ""
